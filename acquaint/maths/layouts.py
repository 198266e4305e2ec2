"""Where to draw whom: each group on a round patch of ground, within it those near each other who are tied.

People who are tied belong side by side, and groups must not run into each other. So each group is laid out by
itself (stress: drawn distances like those of ties, Kamada and Kawai 1989, by stochastic descent as Zheng,
Pawar and Goodman 2018), a large one by its own groups; then the grounds are set side by side like coins on a
table, each as near as there is room to those it is tied to.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, floor, hypot, pi, sin, sqrt

from acquaint.maths.communities import Near, communities
from acquaint.maths.grounds import GOLDEN, Disc, Point, set_down

PAIR, FEW = 2, 3
TOGETHER = 400  # a group up to this size is drawn as one; a larger one by its own groups
DENSE = 0.4  # from this share of all pairs on, everybody is as far from everybody: rings will do
FIRST, LAST = 3.2, 0.2  # how far a pair gives way to its wish, falling from step to step
STEPS = 9  # of descent; from a good beginning more change little
EACH_PAIR = 40  # up to this size each pair is looked at, beyond it landmarks
LANDMARKS = 14
PUSHES, CLOSE = 20, 0.9  # at most so many times, those nearer than this part of `APART`
UNMET = 6  # beyond so many ties, far is far
APART = 1.0  # between two who are drawn next to each other
MARGIN, ALONE = 1.1, 0.6  # of ground beyond the outermost; around one alone
EDGE = 0.02  # of the picture, kept free


@dataclass(frozen=True, slots=True)
class Layout:
    """A point for each node and a disc (x, y, radius) for each group, all within the unit square."""

    points: tuple[Point, ...]
    grounds: tuple[Disc, ...]
    apart: float  # how far two neighbours lie from each other, about


def layout(network: Near, groups: Sequence[int], *, seed: int = 0) -> Layout:
    """Points and grounds for groups numbered from 0; the same for the same network, groups and seed."""
    draw = random.Random(seed)  # noqa: S311 (a picture, not a secret)
    points, discs = _arranged(network, groups, draw)
    if not points:
        return Layout((), (), 1.0)
    low_x, low_y = min(x - r for x, _y, r in discs), min(y - r for _x, y, r in discs)
    wide = max(x + r for x, _y, r in discs) - low_x
    high = max(y + r for _x, y, r in discs) - low_y
    scale = (1 - 2 * EDGE) / max(wide, high)
    left, top = (1 - scale * wide) / 2 - scale * low_x, (1 - scale * high) / 2 - scale * low_y
    return Layout(
        tuple((left + scale * x, top + scale * y) for x, y in points),
        tuple((left + scale * x, top + scale * y, scale * r) for x, y, r in discs),
        scale * APART,
    )


def tightness(points: Sequence[Point], ties: Iterable[tuple[int, int]], *, seed: int = 0) -> float:
    """Mean length of a tie over mean distance of any two: the lower, the better is seen who belongs."""
    draw = random.Random(seed)  # noqa: S311 (a sample)
    lengths = [_length(points[a], points[b]) for a, b in ties]
    pairs = [(draw.choice(points), draw.choice(points)) for _pair in range(20_000)]
    far = sum(_length(a, b) for a, b in pairs) / len(pairs)
    return sum(lengths) / len(lengths) / far


def _length(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _arranged(network: Near, groups: Sequence[int], draw: random.Random) -> tuple[list[Point], list[Disc]]:
    """Points in units of `APART`, and the ground of each group."""
    members: list[list[int]] = [[] for _group in range(max(groups, default=-1) + 1)]
    for node, group in enumerate(groups):
        members[group].append(node)
    drawn = [_drawn(network, some, draw) for some in members]
    centres = set_down([radius for _points, radius in drawn], _between(network, groups, len(members)))
    points: list[Point] = [(0.0, 0.0)] * len(network)
    for some, (within, _radius), (x, y) in zip(members, drawn, centres, strict=True):
        for node, (dx, dy) in zip(some, within, strict=True):
            points[node] = (x + dx, y + dy)
    discs = [(x, y, radius) for (x, y), (_points, radius) in zip(centres, drawn, strict=True)]
    return points, discs


def _between(network: Near, groups: Sequence[int], count: int) -> Near:
    found: Near = [{} for _group in range(count)]
    for node, ways in enumerate(network):
        row = found[groups[node]]
        for other, weight in ways.items():
            if groups[other] != groups[node]:
                row[groups[other]] = row.get(groups[other], 0.0) + weight
    return found


# ── Within one group ─────────────────────────────────────────────────────────────────────────────


def _drawn(network: Near, members: Sequence[int], draw: random.Random) -> tuple[list[Point], float]:
    """The points of one group around (0, 0), and the radius of its ground."""
    place = {node: at for at, node in enumerate(members)}
    inner = [{place[to]: w for to, w in network[node].items() if to in place} for node in members]
    size, ties = len(inner), sum(map(len, inner)) / 2
    if size > TOGETHER and ties:
        groups = communities(inner, seed=draw.randrange(2**31))
        if max(groups) > 0:
            points, discs = _arranged(inner, groups, draw)
            return _centred(points, max(r for _x, _y, r in discs) / 4)
    if size <= PAIR or not ties or ties >= DENSE * size * (size - 1) / 2 or size > TOGETHER:
        return _centred(_sunflower(inner), MARGIN if size > 1 else ALONE)
    return _centred(_by_stress(inner, draw), MARGIN)


def _sunflower(inner: Near) -> list[Point]:
    """Whoever has most ties in the middle, the others around, evenly."""
    points: list[Point] = [(0.0, 0.0)] * len(inner)
    first = 0.0 if len(inner) <= FEW else 0.5
    for at, node in enumerate(sorted(range(len(inner)), key=lambda node: -len(inner[node]))):
        far = APART * 0.62 * sqrt(at + first)
        points[node] = (far * cos(at * GOLDEN), far * sin(at * GOLDEN))
    return points


def _centred(points: Sequence[Point], margin: float) -> tuple[list[Point], float]:
    """The points around the middle of about the smallest circle (Badoiu and Clarkson 2003)."""
    x = (min(x for x, _y in points) + max(x for x, _y in points)) / 2
    y = (min(y for _x, y in points) + max(y for _x, y in points)) / 2
    for step in range(2, 20):
        a, b = max(points, key=lambda at: (at[0] - x) ** 2 + (at[1] - y) ** 2)
        x, y = x + (a - x) / step / 2, y + (b - y) / step / 2
    moved = [(a - x, b - y) for a, b in points]
    return moved, max(hypot(a, b) for a, b in moved) + margin


def _by_stress(inner: Near, draw: random.Random) -> list[Point]:
    points = _rings(inner)
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    pairs = list(_wanted(inner))
    for step in range(STEPS):
        strength = FIRST * (1 - step / STEPS) + LAST
        draw.shuffle(pairs)
        for a, b, wanted, weight in pairs:
            dx, dy = xs[a] - xs[b], ys[a] - ys[b]
            far = sqrt(dx * dx + dy * dy) or 1e-6
            part = weight * strength
            part = (part if part < 1.0 else 1.0) * (wanted - far) / far / 2  # noqa: FURB136 (min() is slow)
            dx *= part
            dy *= part
            xs[a] += dx
            ys[a] += dy
            xs[b] -= dx
            ys[b] -= dy
    for _pass in range(PUSHES):
        if not _push(xs, ys):
            break
    return list(zip(xs, ys, strict=True))


def _wanted(inner: Near) -> Iterator[tuple[int, int, float, float]]:
    """Pairs with the distance they should be drawn at, and how much that matters.

    All pairs of a small group; of a larger one those that are tied, and a few landmarks with everybody
    (Ortmann, Klimenta and Brandes 2016, "A sparse stress model").
    """
    size = len(inner)
    spread = max(1.0, 0.34 * sqrt(size))
    sparse = size > EACH_PAIR
    nearest = [size] * size
    mark = max(range(size), key=lambda node: (len(inner[node]), -node))
    for turn in range(LANDMARKS if sparse else size):
        mark = mark if sparse else turn
        steps = _steps(inner, mark)
        for node in range(size) if sparse else range(mark):
            apart = steps.get(node, UNMET + 1)
            nearest[node] = min(nearest[node], apart)
            if node != mark and (apart > 1 or not sparse):
                yield mark, node, apart * spread, 1 / (apart * apart)
        mark = max(range(size), key=nearest.__getitem__)
    if sparse:
        yield from ((a, b, spread, 1.0) for a in range(size) for b in inner[a] if a < b)


def _steps(inner: Near, start: int) -> dict[int, int]:
    """How many ties away others are, as far as `UNMET`."""
    steps, reached = {start: 0}, [start]
    for node in reached:
        further = steps[node] + 1
        if further <= UNMET:
            for other in inner[node]:
                if other not in steps:
                    steps[other] = further
                    reached.append(other)
    return steps


def _push(xs: list[float], ys: list[float]) -> bool:
    """Push those apart who would be drawn upon each other; whether any were."""
    pushed = False
    squares: dict[tuple[int, int], list[int]] = {}
    for node, (x, y) in enumerate(zip(xs, ys, strict=True)):
        squares.setdefault((floor(x / APART), floor(y / APART)), []).append(node)
    for (column, row), here in squares.items():
        beside = [squares.get((column + i, row + j), ()) for i, j in ((1, 0), (-1, 1), (0, 1), (1, 1))]
        others = here + [node for some in beside for node in some]
        for at, a in enumerate(here):
            for b in others[at + 1 :]:
                dx, dy = xs[a] - xs[b], ys[a] - ys[b]
                far = sqrt(dx * dx + dy * dy)
                if far < APART * CLOSE:
                    pushed = True
                    part = (APART - far) / 2 / (far or 1.0)
                    dx, dy = (dx, dy) if far else (APART / 2, 0.0)
                    xs[a] += dx * part
                    ys[a] += dy * part
                    xs[b] -= dx * part
                    ys[b] -= dy * part
    return pushed


def _rings(inner: Near) -> list[Point]:
    """A first guess: whoever has most ties in the middle, whom they know around them, and so on outwards."""
    root = max(range(len(inner)), key=lambda node: (len(inner[node]), -node))
    below: list[list[int]] = [[] for _node in inner]
    seen, reached = {root}, [root]
    for node in reached:
        for other in inner[node]:
            if other not in seen:
                seen.add(other)
                below[node].append(other)
                reached.append(other)
    leaves = [0] * len(inner)
    for node in reversed(reached):
        leaves[node] = sum(leaves[other] for other in below[node]) or 1
    angle, depth = {root: (0.0, 2 * pi)}, {root: 0}
    points: list[Point] = [(0.0, 0.0)] * len(inner)
    for node in reached:
        begin, wide = angle[node]
        far = APART * depth[node]
        points[node] = (far * cos(begin + wide / 2), far * sin(begin + wide / 2))
        for other in below[node]:
            part = wide * leaves[other] / leaves[node]
            angle[other], depth[other] = (begin, part), depth[node] + 1
            begin += part
    return points
