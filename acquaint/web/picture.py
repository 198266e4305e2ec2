"""The map as a picture: marks, ties, grounds and names in units of a sheet a thousand wide, for a template.

Few elements are what makes it quick: each kind of tie is one path, each mark one shape. Nothing is told by
colour alone, for a group has a shape of its own and its name on its ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from acquaint.queries.networks import Group, Line, Network, Spot
from acquaint.web.labels import Label, Sheet

SHEET = 1000.0
KINDS = 8  # shapes and colours, which begin anew with the ninth group
ALL = 2000  # ties: beyond so many only the nearest of those that dates suggest are drawn
NEAREST = 3  # for each person
MARK = (1.6, 7.0)  # radius of a mark, at least and at most
PART = 0.3  # of the way to a neighbour
TITLED = 24  # grounds with a name
CALLED = 26  # people with one


@dataclass(frozen=True, slots=True)
class Mark:
    """One person: the shape to draw, and whether it is filled (we have talked)."""

    id: str
    name: str
    d: str
    talked: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """The marks of one kind."""

    kind: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground of one group."""

    kind: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, from the back to the front."""

    box: str
    grounds: tuple[Ground, ...]
    guessed: str
    said: str
    bridges: str
    perhaps: str
    rings: tuple[Ground, ...]
    clusters: tuple[Cluster, ...]
    labels: tuple[Label, ...]


def kind(community: int | None) -> str:
    """The class that gives a group its colour; there is a shape to each."""
    return "k" if community is None else f"k{community % KINDS}"


def draw(network: Network, titled: Callable[[Group], str]) -> Picture:
    """The picture of a network that has people in it; `titled` words the name of a group."""
    radius = min(MARK[1], max(MARK[0], network.apart * SHEET * PART))
    brokers = {one.person.id for one in network.brokers}
    guessed, said, bridges, perhaps = _ties(network, brokers)
    top, bottom = _reach(network, radius)
    return Picture(
        box=f"0 {top:.0f} {SHEET:.0f} {bottom - top:.0f}",
        grounds=tuple(
            Ground(kind(one.number), _units(one.x), _units(one.y), _units(one.radius))
            for one in network.groups
        ),
        guessed=guessed,
        said=said,
        bridges=bridges,
        perhaps=perhaps,
        rings=tuple(
            Ground(kind(one.community), _units(one.x), _units(one.y), round(radius * 1.9, 1))
            for one in network.people
            if one.id in brokers
        ),
        clusters=tuple(_clusters(network.people, radius)),
        labels=_labels(network, titled, radius, (top, bottom)),
    )


def mark(community: int | None, x: float, y: float, radius: float) -> str:
    """The outline of a mark: round, square, diamond, triangles, hexagon, cross, star; small for none."""
    if community is None:
        return _round(x, y, radius * 0.75)
    return OUTLINES[community % KINDS](x, y, radius)


def _round(x: float, y: float, r: float) -> str:
    return f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z"


def _outline(*corners: tuple[float, float]) -> Callable[[float, float, float], str]:
    """A closed shape through these corners, in units of the radius."""

    def drawn(x: float, y: float, r: float) -> str:
        first, *others = corners
        steps, at = [], first
        for corner in others:
            steps.append(f"l{(corner[0] - at[0]) * r:.1f} {(corner[1] - at[1]) * r:.1f}")
            at = corner
        return f"M{x + first[0] * r:.1f} {y + first[1] * r:.1f}{''.join(steps)}z"

    return drawn


OUTLINES = (
    _round,
    _outline((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    _outline((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    _outline((0, -1.25), (1.15, 0.8), (-1.15, 0.8)),
    _outline((0, 1.25), (1.15, -0.8), (-1.15, -0.8)),
    _outline((-1.15, 0), (-0.58, -1), (0.58, -1), (1.15, 0), (0.58, 1), (-0.58, 1)),
    _outline(
        *((-0.4, -1.15), (0.4, -1.15), (0.4, -0.4), (1.15, -0.4), (1.15, 0.4), (0.4, 0.4)),
        *((0.4, 1.15), (-0.4, 1.15), (-0.4, 0.4), (-1.15, 0.4), (-1.15, -0.4), (-0.4, -0.4)),
    ),
    _outline((0, -1.5), (0.5, -0.5), (1.5, 0), (0.5, 0.5), (0, 1.5), (-0.5, 0.5), (-1.5, 0), (-0.5, -0.5)),
)


def _units(part: float) -> float:
    return round(part * SHEET, 1)


def _reach(network: Network, radius: float) -> tuple[float, float]:
    """From where to where the picture reaches downwards, with room for a line of words."""
    high = [spot.y * SHEET for spot in network.people]
    high += [(one.y - one.radius) * SHEET for one in network.groups]
    high += [(one.y + one.radius) * SHEET for one in network.groups]
    room = radius + 24
    return min(high) - room, max(high) + room


def _clusters(people: Sequence[Spot], radius: float) -> Iterator[Cluster]:
    by: dict[str, list[Mark]] = {}
    for spot in people:
        d = mark(spot.community, spot.x * SHEET, spot.y * SHEET, radius)
        by.setdefault(kind(spot.community), []).append(Mark(spot.id, spot.name, d, spot.talked))
    return (Cluster(name, tuple(by[name])) for name in sorted(by))


# ── Ties ─────────────────────────────────────────────────────────────────────────────────────────


def _ties(network: Network, brokers: set[str]) -> tuple[str, str, str, str]:
    """What dates suggest, what was said; and what leads from a broker to other groups, said and suggested."""
    people = network.people
    said: list[Line] = []
    guessed: list[Line] = []
    bridges: list[Line] = []
    perhaps: list[Line] = []
    for line in network.ties:
        a, b = people[line.a], people[line.b]
        across = a.community != b.community
        if across and (a.id in brokers or b.id in brokers):
            (perhaps if line.inferred else bridges).append(line)
        elif not line.inferred:
            said.append(line)
        elif not across or len(network.ties) <= ALL:
            guessed.append(line)
    if len(guessed) > ALL:
        guessed = list(_nearest(people, guessed))
    return _path(people, guessed), _path(people, said), _path(people, bridges), _path(people, perhaps)


def _nearest(people: Sequence[Spot], lines: Iterable[Line]) -> Iterator[Line]:
    """Of each person the few shortest ties: the rest of a crowd would only be grey."""
    ranked = sorted(
        lines,
        key=lambda line: hypot(people[line.a].x - people[line.b].x, people[line.a].y - people[line.b].y),
    )
    seen = [0] * len(people)
    for line in ranked:
        if seen[line.a] < NEAREST or seen[line.b] < NEAREST:
            seen[line.a] += 1
            seen[line.b] += 1
            yield line


def _path(people: Sequence[Spot], lines: Iterable[Line]) -> str:
    parts = []
    for line in lines:
        x, y = round(people[line.a].x * SHEET), round(people[line.a].y * SHEET)
        across, down = round(people[line.b].x * SHEET) - x, round(people[line.b].y * SHEET) - y
        parts.append(f"M{x} {y}l{across} {down}")
    return "".join(parts)


# ── Names ────────────────────────────────────────────────────────────────────────────────────────


def _labels(
    network: Network, titled: Callable[[Group], str], radius: float, reach: tuple[float, float]
) -> tuple[Label, ...]:
    """Names of the grounds first, the largest foremost, then of those who tie most; none upon another."""
    sheet = Sheet(SHEET, *reach)
    for one in network.groups[:TITLED]:
        x, y, far = one.x * SHEET, one.y * SHEET, one.radius * SHEET
        sheet.title(titled(one), x, (y - far - 5, y + far + 17, y - far + 20), 2 * far, kind(one.number))
    for spot in network.people if len(network.people) <= ALL else ():
        sheet.keep_free(spot.x * SHEET, spot.y * SHEET, radius)
    brokers = {one.person.id for one in network.brokers}
    first = sorted(network.people, key=lambda spot: (spot.id not in brokers, -spot.ties, spot.id))
    named = [spot for spot in first if spot.ties][:CALLED]
    for spot in named:
        sheet.name(spot.name, spot.x * SHEET, spot.y * SHEET, radius, foremost=spot.id in brokers)
    return tuple(sheet.labels)
