"""Cutting a line into clauses: hard at punctuation, soft at "and", "(" or "she" where a rule begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from acquaint.text import dates
from acquaint.text.capture import shapes
from acquaint.text.capture.draft import Draft
from acquaint.text.words import en, en_lines

_HARD: Final = re.compile(rf"[,;\n]|[.!?…]+(?=[\s)]|$|{shapes.any_of((*en_lines.SUBJECTS, 'I', 'we'))}\b)")
_SOFT: Final = re.compile(
    r"\s+(?:(?i:and|but|then|so|plus|while)(?:\s+(?i:then|also|so))?\s+|&\s+|[-–—]\s+)"
    r"|\s*[(:–—]\s*"
    rf"|\s+(?={shapes.any_of((*en_lines.SUBJECTS, 'I', 'we'))}(?:\s|['’]))"
)
_FILLER: Final = re.compile(
    rf"\s*(?:(?i:and|but|then|so|also(?!\s+{shapes.any_of(en_lines.SHARED)}(?!\w))|just|finally|now|well|later"
    rf"|first|next|ok|okay|yes|ps|p\.s\.|fyi)"
    r"(?:\s*:)?\s+)*"
)
_BULLET: Final = re.compile(rf"\s*(?:(?!{shapes.STAND_INS})[^\w\s\"(“„«]+|\d{{1,2}}[.)])\s+")
_YEAR_BEHIND: Final = re.compile(r"\s\d{4}(?!\d)")
_DAY_BEFORE: Final = re.compile(rf"(?:\d(?:st|nd|rd|th)?|{shapes.any_of(en.WEEKDAYS)}\.?)$")
_LAST_WORD: Final = re.compile(r"(\S+)\s*$")
_WINDOW: Final = 24  # how far back the word before a boundary is looked for
_AFTER_LEAD: Final = re.compile(r"\s*[,:]?\s+(?:(?i:I|we)\s+)?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the line with the rule whose head stands at its beginning, or none."""

    start: int
    stop: int
    rule: Rule | None = None
    head: re.Match[str] | None = None
    lead: dates.Reading | None = None

    @property
    def body(self) -> int:
        """Where the words behind the head begin."""
        return self.head.end() if self.head else self.start


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of clause: the head by which it is known, and what reads the rest of it.

    A rule whose `reads` returns False has found after all that the clause is not of its kind.
    """

    head: re.Pattern[str]
    reads: Callable[[Draft, Clause], bool]
    # What must stand behind a head that was cut off softly, so that "the deck and call notes" stays whole.
    behind: re.Pattern[str] | None = None


def clauses(draft: Draft, rules: tuple[Rule, ...]) -> Iterator[Clause]:
    """The clauses of the line in its order; a rule is tried at every boundary, hard or soft."""
    for start, stop in _segments(draft.text):
        yield from _cut(draft, start, stop, rules)


def _cut(
    draft: Draft, start: int, stop: int, rules: tuple[Rule, ...], *, soft: bool = False
) -> Iterator[Clause]:
    """One segment, cut where a rule begins inside it; what stands in brackets ends with them."""
    current = _begun(draft, start, stop, rules, soft=soft)
    for cut in _SOFT.finditer(draft.text, start, stop):
        if cut.start() < current.body or _subordinate(draft.text, cut, start):
            continue
        further = _begun(draft, cut.end(), stop, rules, soft=True)
        if further.rule is None:
            continue
        yield replace(current, stop=cut.start())
        close = draft.text.find(")", further.body, stop) if "(" in cut[0] else -1
        if close >= 0:
            yield from _cut(draft, cut.end(), close, rules, soft=True)
            yield from _cut(draft, close + 1, stop, rules)
            return
        current = further
    yield current


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between marks of punctuation that end a clause."""
    start = 0
    for mark in _HARD.finditer(text):
        if _is_inside(text, mark):
            continue
        if text[start : mark.start()].strip():
            yield start, mark.start()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)


def _is_inside(text: str, mark: re.Match[str]) -> bool:
    """Whether the sign belongs to a number, a date or an abbreviation and ends nothing."""
    before, after = text[max(0, mark.start() - _WINDOW) : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] == ",":
        return (before[-1:].isdigit() and after.isdigit()) or bool(
            _DAY_BEFORE.search(before) and _YEAR_BEHIND.match(text, mark.end())
        )
    if mark[0] != ".":
        return False
    word = _LAST_WORD.search(before)
    last = word[1].lower().lstrip("(") if word and not before[-1:].isspace() else ""
    return last in en_lines.ABBREVIATIONS or (len(last) == 1 and last.isalpha() and before[-1:].isupper())


def _subordinate(text: str, soft: re.Match[str], start: int) -> bool:
    """Whether "she …" hangs on the words before it ("ask if she …")."""
    if soft[0].strip():
        return False
    word = _LAST_WORD.search(text, max(start, soft.start() - _WINDOW), soft.start())
    return word is not None and word[1].lower().strip("(") in en_lines.SUBORDINATE


def _begun(draft: Draft, start: int, stop: int, rules: tuple[Rule, ...], *, soft: bool = False) -> Clause:
    """The clause that begins here, with the first rule whose head fits, perhaps behind a date."""
    text = draft.text
    bullet = _BULLET.match(text, start, stop)
    begin = bullet.end() if bullet else start
    filler = _FILLER.match(text, begin, stop)
    begin = filler.end() if filler else begin
    lead = None if soft else dates.at(text, begin, today=draft.today, day_first=draft.day_first, stop=stop)
    for place, before in ((begin, None), (_behind(text, lead, stop), lead)):
        if place is None:
            continue
        for rule in rules:
            head = rule.head.match(text, place, stop)
            if head and not (soft and rule.behind and not rule.behind.match(text, head.end(), stop)):
                return Clause(place if before is None else start, stop, rule, head, before)
    while start < stop and text[start].isspace():
        start += 1
    return Clause(bullet.end() if bullet else start, stop)


def _behind(text: str, lead: dates.Reading | None, stop: int) -> int | None:
    if lead is None:
        return None
    space = _AFTER_LEAD.match(text, lead.end, stop)
    return space.end() if space else None
