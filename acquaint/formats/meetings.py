"""Of all that a source says of its meetings, what counts (RFC 5546): versions, answers, one of a series.

A meeting is known by its UID; of its versions the one of the greater SEQUENCE, then DTSTAMP, is the newer, in
whatever order they stand. One of a series that was moved or called off stands in the place of that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from acquaint.formats.records import Answer, EventRecord, Ignored, Reason

_DAY: Final = ":"  # between the key of a series and the day of one of it
_Said = TypeVar("_Said")


def rank(record: EventRecord) -> tuple[int, str]:
    """Of two versions the one of greater rank is the newer."""
    return record.sequence, record.stamped.isoformat() if record.stamped else ""


def is_answer(record: EventRecord) -> bool:
    """Whether it is an answer to a meeting, and no version of one."""
    return record.only_if_known and record.state != "cancelled"


def key_on(series: str, day: str) -> str:
    """The key of the one of a series that is, or was to be, on that day (ISO)."""
    return f"{series}{_DAY}{day.replace('-', '')}"


def settled(told: Iterable[_Said]) -> Iterator[_Said | EventRecord | Ignored]:
    """Of each meeting the newest version with the answers given to it; each other is accounted for.

    What is no meeting passes as it is, and so does an answer to a meeting of which nothing is said.
    """
    found = list(told)
    newest: dict[str, EventRecord] = {}
    answers: dict[str, list[EventRecord]] = defaultdict(list)
    for one in found:
        if not isinstance(one, EventRecord):
            continue
        if is_answer(one):
            answers[one.key].append(one)
        elif one.key not in newest or rank(one) > rank(newest[one.key]):
            newest[one.key] = one
    replaced = _replaced(newest)
    for one in found:
        if not isinstance(one, EventRecord) or one.key not in newest:
            yield one
        elif is_answer(one):
            yield Ignored(one.origin, Reason("answer_noted"))
        elif one is newest[one.key]:
            yield _answered(_without(one, replaced.get(one.key, ())), answers[one.key])
        else:
            is_same = rank(one) == rank(newest[one.key])
            yield Ignored(one.origin, Reason("said_twice" if is_same else "older_version"))


def _replaced(keys: Iterable[str]) -> dict[str, list[str]]:
    """By series: the days in whose place another meeting stands, or none."""
    days: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        series, mark, day = key.partition(_DAY)
        if mark:
            days[series].append(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return days


def _without(record: EventRecord, days: Iterable[str]) -> EventRecord:
    days = tuple(days)
    if record.repeats is None or not days:
        return record
    return replace(record, repeats=replace(record.repeats, never=(*record.repeats.never, *days)))


def _answered(record: EventRecord, answers: Iterable[EventRecord]) -> EventRecord:
    """With the answers that guests, and the owner, gave to this version or a later one."""
    given: dict[str, Answer] = {}
    mine = record.my_answer
    for answer in sorted(answers, key=rank):
        if answer.sequence >= record.sequence:
            given.update((guest.party.key, guest.answer) for guest in answer.guests if guest.party.key)
            mine = answer.my_answer or mine
    if not given and mine == record.my_answer:
        return record
    guests = tuple(replace(one, answer=given.get(one.party.key, one.answer)) for one in record.guests)
    return replace(record, guests=guests, my_answer=mine)
