"""The understanding of one line while it grows: its chips, who was named, whom a pronoun means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from acquaint.text import dates, names
from acquaint.text.capture import shapes
from acquaint.text.capture.chips import Chip
from acquaint.text.capture.marks import Line, credentials_behind
from acquaint.text.words import en, en_lines

_NAME: Final = re.compile(shapes.NAME + shapes.AFTER)
_FIRM_LAST: Final = re.compile(r"\W+")
_ENDS: Final = re.compile(
    rf"[\s,;:.!?)(]*(?:{shapes.FEEL}+[\s.]*)*$|\s+{shapes.any_of(en.AFTER_DATES)}(?!\w)|\s*[;:(&]"
)
_STANDS_ALONE: Final = re.compile(
    rf"{shapes.any_of((*en.DAY_WORDS, *en.NEXT, *en.THIS, *en.LAST, 'in', 'within', 'end of'))}(?!\w)"
)


@dataclass(eq=False, slots=True)
class Piece:
    """A chip under way; its value points at other pieces, not yet at places in the list."""

    kind: str
    start: int
    end: int
    value: dict[str, Any]
    # Somebody named only as the far end of an introduction or a tie is not whom "she" goes on to mean.
    far: bool = False
    # An interaction whose day was said.
    dated: bool = False


@dataclass(slots=True)
class Draft:
    """The line, the day it was written on, and what is understood of it so far."""

    line: Line
    today: dt.date
    day_first: bool
    pieces: list[Piece] = field(default_factory=list)
    bound: dict[str, Piece] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The line with its marks covered."""
        return self.line.covered

    def add(self, kind: str, start: int, end: int, /, **value: Any) -> Piece:
        """A new piece over a span."""
        piece = Piece(kind, start, end, value)
        self.pieces.append(piece)
        return piece

    def said(self, start: int, end: int, *, leave_out: Sequence[Piece | tuple[int, int]] = ()) -> str:
        """The words of a span without what other chips took from it."""
        gaps = tuple((gap.start, gap.end) if isinstance(gap, Piece) else gap for gap in leave_out)
        return self.line.said(start, end, leave_out=gaps)

    # ── Marks ────────────────────────────────────────────────────────────────────────────────────

    def add_marks(self) -> None:
        """A piece for each mark that is a chip by itself."""
        for mark in self.line.marks.values():
            if mark.kind == "person":
                self._add_person(mark.start, mark.end, mark.said, marked=True, **mark.more)
            elif mark.kind == "organization":
                self.add("organization", mark.start, mark.end, name=mark.said, of=None)
            elif mark.kind == "topic":
                self.add("topic", mark.start, mark.end, text=mark.said)
            elif mark.kind in {"feel", "fit"}:
                self.add(mark.kind, mark.start, mark.end, **mark.more)
            elif mark.kind == "contact":
                self.add("contact", mark.start, mark.end, value=mark.said, **mark.more)

    def _add_person(self, start: int, end: int, name: str, *, marked: bool, **more: Any) -> Piece:
        return self.add("person", start, end, name=name, marked=marked, **more)

    def at(self, place: int, kind: str = "person") -> Piece | None:
        """The piece of this kind that begins exactly here."""
        return next((piece for piece in self.pieces if piece.start == place and piece.kind == kind), None)

    def within(self, start: int, end: int, kind: str) -> list[Piece]:
        """The pieces of this kind inside a span, in the order of the line."""
        found = [
            piece for piece in self.pieces if piece.kind == kind and start <= piece.start and piece.end <= end
        ]
        return sorted(found, key=lambda piece: piece.start)

    # ── People ───────────────────────────────────────────────────────────────────────────────────

    def people(self, *, before: int) -> list[Piece]:
        """Everybody named before a place of the line, in its order."""
        return self.within(0, before, "person")

    def last_person(self, before: int) -> Piece | None:
        """The last person named before a place; the far end of a tie only if nobody else is."""
        known = self._known(before)
        return next((piece for piece in reversed(known) if not piece.far), known[-1] if known else None)

    def _known(self, before: int) -> list[Piece]:
        return [piece for piece in self.people(before=before) if not piece.value.get("unresolved")]

    def pronoun(self, word: str, start: int, *, but: Piece | None = None) -> Piece:
        """Whom a pronoun means: the last person of the line, or a new unresolved piece if there is none.

        "She", once used, goes on to mean the same person until somebody takes part anew; "he" is another.
        """
        family = en_lines.PRONOUNS[word.lower()]
        known = [piece for piece in self._known(start) if piece is not but]
        if not known:
            unresolved = {"name": None, "pronoun": word.lower(), "unresolved": True}
            return self.at(start) or self.add("person", start, start + len(word), **unresolved)
        if family == "who":
            return known[-1]
        meant = self.bound.get(family)
        if (
            meant is None
            or meant is but
            or any(piece.start > meant.start and not piece.far for piece in known)
        ):
            others = [piece for bound, piece in self.bound.items() if bound != family]
            meant = ([piece for piece in known if piece not in others] or known)[-1]
        self.bound[family] = meant
        return meant

    def whom(self, start: int, end: int, *, but: Piece | None = None) -> Piece:
        """The person that matched words are: a mark, a pronoun (never meaning `but`), or a mere name."""
        found = self.at(start)
        if found is not None:
            return found
        said = self.line.raw[start:end]
        if said.lower() in en_lines.PRONOUNS:
            return self.pronoun(said, start, but=but)
        return self.named(start, end)

    def named(self, start: int, end: int) -> Piece:
        """A person (or, by the last word, an organization) from capitalised words without a mark."""
        said = " ".join(self.line.raw[start:end].split())
        words = [word for word in _FIRM_LAST.split(said.lower()) if word]
        if len(words) > 1 and words[-1] in en_lines.FIRM_WORDS:
            return self.add("organization", start, end, name=said, of=None)
        reach, credentials = credentials_behind(self.line, end)
        return self._add_person(start, reach, said, marked=False, credentials=credentials)

    def name_at(self, place: int, stop: int) -> Piece | None:
        """A name without a mark that begins exactly here, None if other words stand there."""
        found = _NAME.match(self.text, place, stop)
        return self.named(found.start(), found.end()) if found else None

    # ── Days ─────────────────────────────────────────────────────────────────────────────────────

    def days(self, start: int, stop: int, looking: dates.Looking) -> Iterator[dates.Reading]:
        """The dates inside a span; one amid words without a preposition ("the Monday report") is none."""
        while True:
            said = dates.find(
                self.text, today=self.today, day_first=self.day_first, looking=looking, start=start, stop=stop
            )
            if said is None:
                return
            amid = not said.word and not _ENDS.match(self.text, said.end, stop)
            if not amid or _STANDS_ALONE.match(self.text, said.start):
                yield said
            start = said.end

    def day(self, start: int, stop: int, looking: dates.Looking) -> dates.Reading | None:
        """The day on which something was: the first date that is no deadline."""
        return next((said for said in self.days(start, stop, looking) if said.word not in en.DEADLINES), None)

    def deadline(self, start: int, stop: int) -> dates.Reading | None:
        """The day by which something is due: "by Friday" before "on Friday" before a mere date."""
        said = list(self.days(start, stop, "ahead"))
        return next((one for one in said if one.word in en.DEADLINES), said[0] if said else None)

    # ── The end ──────────────────────────────────────────────────────────────────────────────────

    def chips(self) -> tuple[Chip, ...]:
        """The pieces in the order of the line, pointing at each other by their places."""
        ordered = sorted(self.pieces, key=lambda piece: (piece.start, -piece.end))
        self._join_same()
        places = {id(piece): place for place, piece in enumerate(ordered)}
        raw = self.line.raw
        return tuple(
            Chip(
                piece.kind,
                raw[piece.start : piece.end],
                piece.start,
                piece.end,
                {key: _pointed(said, places, key) for key, said in piece.value.items()},
            )
            for piece in ordered
        )

    def _join_same(self) -> None:
        """A name said again, or the first name of somebody named before, is the same person."""
        earlier: list[tuple[str, Piece]] = []
        for piece in self.people(before=len(self.line.raw)):
            key = names.normalise(piece.value["name"] or "")
            met = [(said, other) for said, other in earlier if key and key in {said, said.split(" ")[0]}]
            if met:
                piece.value["same"] = next((other for said, other in met if said == key), met[-1][1])
            elif key:
                earlier.append((key, piece))


def _pointed(said: Any, places: dict[int, int], key: str = "") -> Any:
    """Pieces become their places (a person said again the first), days their ISO form; the rest stays."""
    if isinstance(said, Piece):
        return places[id(said if key == "same" else said.value.get("same", said))]
    if isinstance(said, list):
        return list(dict.fromkeys(_pointed(one, places) for one in said))
    return said.isoformat() if isinstance(said, dt.date) else said
