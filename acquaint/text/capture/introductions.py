"""Clauses that bring people together: "she offered to intro me to …", "introduce A to B"."""

from __future__ import annotations

import re
from typing import Final

from acquaint.text import dates
from acquaint.text.capture import shapes
from acquaint.text.capture.clauses import Clause, Rule
from acquaint.text.capture.draft import Draft, Piece
from acquaint.text.words import en_lines

_ONE_OF: Final = shapes.any_of
_SUBJECT: Final = rf"(?:{shapes.SUBJECT}(?:\s+|(?=['’])))?"
_ME: Final = rf"\s+(?i:me|us)\s+{_ONE_OF(en_lines.TOGETHER)}"
_OFFERS: Final = (
    rf"(?:{_ONE_OF(en_lines.OFFERS)}\s+|['’]s\s+(?i:happy|willing|glad|able)\s+(?i:to)\s+"
    rf"|{_ONE_OF(en_lines.SAYS)}\s+(?i:she|he|they)(?:\s+{_ONE_OF(en_lines.MAY)}|['’](?i:ll|d))\s+"
    rf"|{_ONE_OF(en_lines.MAY)}\s+|['’](?i:ll|d)\s+)"
)
_AN_INTRODUCTION: Final = (
    r"\s+(?:(?i:me|us)\s+)?(?:(?i:an?|the)\s+)?(?:(?i:warm)\s+)?"
    rf"{_ONE_OF(en_lines.INTRODUCTIONS)}\s+(?i:to|with)"
)

_OFFERED: Final = re.compile(
    rf"{_SUBJECT}{shapes.ADVERBS}(?:{_OFFERS}{shapes.ADVERBS}{_ONE_OF(en_lines.INTRODUCE)}{_ME}"
    rf"|{_ONE_OF(en_lines.PROMISES_IT)}{_AN_INTRODUCTION})\s+"
)
_MADE: Final = re.compile(
    rf"{_SUBJECT}{shapes.ADVERBS}(?:(?:(?i:has|have)\s+)?{_ONE_OF(en_lines.INTRODUCED)}{_ME}"
    rf"|(?i:made){_AN_INTRODUCTION})\s+"
)
_NAMED: Final = re.compile(
    rf"{_SUBJECT}{shapes.ADVERBS}(?:{_ONE_OF(en_lines.ADVISES)}\s+(?:{_ONE_OF(en_lines.I_SHOULD)}\s+)?"
    rf"{_ONE_OF(en_lines.TALK_TO)}\s+(?={shapes.MENTION}|{shapes.LONG_NAME})"
    rf"|{_ONE_OF(en_lines.NAMES)}\s+(?={shapes.MENTION}))"
)
_OWED: Final = re.compile(
    rf"(?:{_ONE_OF(en_lines.I_OUGHT)}\s+)?(?i:introduce|intro|connect)\s+(?P<one>{shapes.WHOM})"
    r"\s*(?P<link>\s(?i:to|with|and|x)\s|&|<>|/|\+)\s*"
)
_GIVEN: Final = re.compile(
    rf"{shapes.ME}{_ONE_OF(en_lines.INTRODUCED)}\s+(?!(?i:me|us)\b)(?P<one>{shapes.WHOM})"
    r"\s*(?P<link>\s(?i:to|with|and)\s|&|<>|/)\s*"
)
_RECEIVED: Final = re.compile(rf"{shapes.ME}(?:(?i:was|got|were|been|am)\s+)?(?i:introduced\s+to)\s+")
_BY: Final = re.compile(rf"\s+{_ONE_OF(en_lines.BRINGERS)}\s+(?P<by>{shapes.WHOM})")
_OTHER: Final = re.compile(
    rf"(?P<other>{shapes.WHOM}|{shapes.FIRM_MENTION})(?:\s+(?i:at|from|of)\s+{shapes.FIRM_MENTION})?"
)
_JOINTS: Final = frozenset(("", "and", "or", "at", "from", "of", "at the"))
_TO_COME: Final = frozenset(("offered", "owed"))
_WORD_BEHIND: Final = re.compile(r"\S")


def _subject(draft: Draft, clause: Clause) -> Piece | None:
    """Who does it: the subject of the clause, else the last person of the line."""
    assert clause.head is not None
    start, end = clause.head.span("subject")
    return draft.whom(start, end) if start >= 0 else draft.last_person(clause.start)


def _targets(draft: Draft, start: int, end: int) -> tuple[list[Piece], str, int]:
    """To whom: the people and organizations named, the words if there are others, and where they end."""
    if start not in draft.line.marks:
        draft.name_at(start, end)
    people = [piece for piece in draft.within(start, end, "person") if not piece.value.get("unresolved")]
    firms = draft.within(start, end, "organization")
    for piece in people:
        piece.far = True
    if people and firms:
        firms[0].value["of"] = people[0]
    plain = draft.said(start, end, leave_out=[*people, *firms]).strip(" ,&").lower()
    words = "" if plain in _JOINTS else draft.said(start, end, leave_out=people).strip(" ,&")
    while end > start and draft.text[end - 1].isspace():
        end -= 1
    return [*people, *firms], words, end


def _received(state: str) -> Rule:
    def reads(draft: Draft, clause: Clause) -> bool:
        if clause.head is None or not _WORD_BEHIND.match(draft.text, clause.body, clause.stop):
            return False
        by = _subject(draft, clause)
        said = _day_of(draft, state, clause.body, clause.stop, clause.lead)
        stop = said.start if said and said.start > clause.body else clause.stop
        targets, words, end = _targets(draft, clause.body, stop)
        to = [target for target in targets if target is not by]
        value = {"direction": "received", "state": state, "by": by, "to": to, "text": words}
        _set_day(draft, draft.add("introduction", clause.head.start(), end, **value), said)
        return True

    return Rule({"offered": _OFFERED, "made": _MADE, "named": _NAMED}[state], reads)


def _passive(draft: Draft, clause: Clause) -> bool:
    """Read "introduced to B by A"."""
    by = _BY.search(draft.text, clause.body, clause.stop)
    if by is None or clause.head is None:
        return False
    to, words, _ = _targets(draft, clause.body, by.start())
    start, end = by.span("by")
    value = {"direction": "received", "state": "made", "by": draft.whom(start, end), "to": to, "text": words}
    piece = draft.add("introduction", clause.head.start(), end, **value)
    _set_day(draft, piece, _day_of(draft, "made", end, clause.stop, clause.lead))
    return True


def _between(state: str) -> Rule:
    def reads(draft: Draft, clause: Clause) -> bool:
        """Read "introduce A to B", both ends being somebody or an organization."""
        assert clause.head is not None
        one = draft.whom(*clause.head.span("one"))
        other = _OTHER.match(draft.text, clause.body, clause.stop)
        if other is None:
            return False
        others, _, end = _targets(draft, clause.body, other.end())
        if not others:
            others = [draft.whom(*other.span("other"), but=one)]
        value = {"direction": "given", "state": state, "by": None, "to": [one, *others], "text": ""}
        piece = draft.add("introduction", clause.head.start(), end, **value)
        _set_day(draft, piece, _day_of(draft, state, end, clause.stop, clause.lead))
        return True

    return Rule({"owed": _OWED, "made": _GIVEN}[state], reads)


def _day_of(
    draft: Draft, state: str, start: int, stop: int, lead: dates.Reading | None
) -> dates.Reading | None:
    """The day by which it is to be, or on which it was."""
    if state in _TO_COME:
        return draft.deadline(start, stop) or lead
    return draft.day(lead.start, lead.end, "back") if lead else draft.day(start, stop, "back")


def _set_day(draft: Draft, piece: Piece, said: dates.Reading | None) -> None:
    """A deadline for one that is to come, the day of one that was; each said day is a chip of its own."""
    to_come = piece.value["state"] in _TO_COME
    piece.value["due" if to_come else "on"] = said.on if said else None if to_come else draft.today
    if said is not None and to_come:
        draft.add("due", said.start, said.end, **{"on": said.on, "for": piece})
    elif said is not None:
        draft.add("date", said.start, said.end, **{"on": said.on, "for": piece, "instead": draft.today})


def continued(draft: Draft, piece: Piece, clause: Clause) -> None:
    """More of those to be introduced: ", @Bob and @Carol"."""
    people = draft.within(clause.start, clause.stop, "person")
    for person in people:
        person.far = True
    piece.value["to"] += [person for person in people if person not in piece.value["to"]]


RULES: Final = (
    _received("offered"),
    _received("made"),
    _between("owed"),
    _between("made"),
    Rule(_RECEIVED, _passive),
    _received("named"),
)
