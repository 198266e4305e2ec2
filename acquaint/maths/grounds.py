"""Round grounds set side by side like coins on a table, each as near as it can be to those it is tied to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from math import cos, floor, hypot, pi, sin, sqrt

from acquaint.maths.communities import Near

Point = tuple[float, float]
Disc = tuple[float, float, float]

GOLDEN = pi * (3 - sqrt(5))  # the angle between seeds of a sunflower (Vogel 1979)
WIDE = 1.15  # a landscape: wider than high by its square
STRIDE, LEAST = 0.45, 2.0  # of the radius, between places that are tried; no smaller radius counts
SMALLER = 0.8  # so much smaller ones may fill the gaps that larger ones left


def set_down(radii: Sequence[float], between: Near) -> list[Point]:
    """The centres of discs that do not overlap, each close to those it is tied to."""
    table = _Table(sorted(radii)[len(radii) // 2] if radii else 1.0)
    centres: dict[int, Point] = {}
    begun, reached = 0.0, 0.0  # where the last one without ties found room, and how large it was
    for disc in _in_turn(radii, between):
        radius = radii[disc]
        tied = [(*centres[to], w) for to, w in between[disc].items() if to in centres]
        if tied:
            total = sum(w for _x, _y, w in tied)
            wish = (sum(x * w for x, _y, w in tied) / total, sum(y * w for _x, y, w in tied) / total)
            centres[disc] = table.put(wish, radius)
        else:
            if radius < begun * SMALLER or not begun:
                begun, reached = radius, 0.0
            centres[disc] = table.put((0.0, 0.0), radius, beyond=reached - radius)
            reached = max(reached, hypot(*centres[disc]))
    return [centres[disc] for disc in range(len(radii))]


def _in_turn(radii: Sequence[float], between: Near) -> Iterator[int]:
    """The largest first, then always the one that is tied most to what lies there, else the next largest."""
    pull = [0.0] * len(radii)
    heap: list[tuple[float, float, int]] = [(0.0, -radius, disc) for disc, radius in enumerate(radii)]
    heapify(heap)
    down = [False] * len(radii)
    while heap:
        known, _radius, disc = heappop(heap)
        if down[disc] or -known != pull[disc]:
            continue
        down[disc] = True
        yield disc
        for to, weight in between[disc].items():
            if not down[to]:
                pull[to] += weight
                heappush(heap, (-pull[to], -radii[to], to))


class _Table:
    """Discs that lie already, by square, so that only those near a place are asked."""

    def __init__(self, usual: float) -> None:
        self.side = 2.5 * usual
        self.squares: dict[tuple[int, int], list[Disc]] = {}

    def put(self, wish: Point, radius: float, *, beyond: float = 0.0) -> Point:
        """Lay a disc down where there is room nearest to the wish, looking outwards in a spiral."""
        stride = max(radius, LEAST) * STRIDE
        turn = int(max(0.0, beyond / WIDE / stride) ** 2)
        while True:
            far = stride * sqrt(turn)
            x, y = wish[0] + WIDE * far * cos(turn * GOLDEN), wish[1] + far * sin(turn * GOLDEN) / WIDE
            if self._free(x, y, radius):
                x, y = self._closer(x, y, radius, wish)
                for square in self._under(x, y, radius):
                    self.squares.setdefault(square, []).append((x, y, radius))
                return x, y
            turn += 1

    def _closer(self, x: float, y: float, radius: float, wish: Point) -> Point:
        """Slide straight towards the wish as far as there is room."""
        part = 0.5
        for _halving in range(5):
            a, b = x + (wish[0] - x) * part, y + (wish[1] - y) * part
            if self._free(a, b, radius):
                x, y = a, b
            part /= 2
        return x, y

    def _free(self, x: float, y: float, radius: float) -> bool:
        for square in self._under(x, y, radius):
            for a, b, other in self.squares.get(square, ()):
                if (a - x) * (a - x) + (b - y) * (b - y) < (radius + other) * (radius + other):
                    return False
        return True

    def _under(self, x: float, y: float, radius: float) -> Iterator[tuple[int, int]]:
        side = self.side
        rows = range(floor((y - radius) / side), floor((y + radius) / side) + 1)
        for column in range(floor((x - radius) / side), floor((x + radius) / side) + 1):
            for row in rows:
                yield column, row
