"""Words on a picture: each is set where there is room for it, or left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 30  # signs; the whole name stands in the list beside the picture
TITLE, SMALL, NAME = 17.0, 13.0, 12.5  # sizes of type, in units of the sheet
LARGE = 2.0  # times larger, titles on a narrow screen; the sheet says which would collide there
BESIDE = 1.3  # of a ground, how far its title may reach
BROAD = 0.56  # of its size, a letter on the average; twice for the wide ones of the East
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Words around a point: their middle on the line, how they are set, and the group they belong to."""

    text: str
    x: float
    y: float
    look: str


class Sheet:
    """A sheet on which words are set one after the other; `labels` are those that found room."""

    def __init__(self, wide: float, top: float, bottom: float) -> None:
        self.wide, self.top, self.bottom = wide, top, bottom
        self.labels: list[Label] = []
        self._taken: list[Box] = []
        self._marks: list[Box] = []
        self._large: list[Box] = []

    def keep_free(self, x: float, y: float, radius: float) -> None:
        """No name is set upon this mark."""
        self._marks.append((x - radius, y - radius, x + radius, y + radius))

    def title(self, text: str, x: float, lines: tuple[float, ...], wide: float, look: str) -> None:
        """Set the name of a ground so wide around x, on the first of these lines that has room."""
        text = _cut(text)
        for size, name in ((TITLE, "title"), (SMALL, "title less")):
            if _width(text, size) <= wide * BESIDE or not self.labels:
                half = _width(text, size) * LARGE / 2
                box = (x - half, lines[0] - size * LARGE, x + half, lines[0])
                free = box[0] >= 0 and box[2] <= self.wide and not any(_meet(box, one) for one in self._large)
                if self._set(text, size, [(x, y) for y in lines], f"{name} {look}{'' if free else ' desk'}"):
                    self._large += [box] if free else []
                    return

    def name(self, text: str, x: float, y: float, radius: float, *, foremost: bool) -> None:
        """Set somebody's name under, over or beside their mark."""
        text = _cut(text)
        aside = _width(text, NAME) / 2 + radius + 3
        places = [
            (x, y + radius + NAME + 2),
            (x, y - radius - 6),
            (x + aside, y + NAME / 3),
            (x - aside, y + NAME / 3),
        ]
        self._set(text, NAME, places, "name foremost" if foremost else "name", self._marks)

    def _set(
        self,
        text: str,
        size: float,
        places: Iterable[tuple[float, float]],
        look: str,
        marks: Iterable[Box] = (),
    ) -> bool:
        half = _width(text, size) / 2
        for wish, y in places:
            x = min(max(wish, half + 2), self.wide - half - 2)
            box = (x - half, y - size * 0.85, x + half, y + size * 0.3)
            inside = self.top <= box[1] and box[3] <= self.bottom
            if inside and not any(_meet(box, other) for some in (self._taken, marks) for other in some):
                self._taken.append(box)
                self.labels.append(Label(text, round(x, 1), round(y, 1), look))
                return True
        return False


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _width(text: str, size: float) -> float:
    return size * BROAD * sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
