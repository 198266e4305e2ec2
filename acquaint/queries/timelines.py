"""Everything that happened with a person, newest first: contacts, talks, asks, introductions, promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from acquaint.models import (
    Ask,
    Interaction,
    InteractionPerson,
    Interview,
    InterviewGuest,
    JournalEntry,
    Opening,
    Promise,
    StageStep,
)
from acquaint.models.scope import Scope
from acquaint.queries import between
from acquaint.queries.prepared import prepared


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: `type` is the noun, `kind` what sort, `direction` in, out, both or empty."""

    on: date
    type: str
    id: str
    kind: str
    direction: str
    text: str
    place: str = ""


def of_person(scope: Scope, person: int, *, limit: int = 0) -> tuple[Entry, ...]:
    """The timeline of the person of that primary key, newest first; `limit` 0 for all of it."""
    sources = (_contacts, _talks, _asks, _introductions, _promises, _openings, _journal, _steps)
    found = [entry for source in sources for entry in source(scope, person, limit)]
    found.sort(key=lambda entry: entry.on, reverse=True)
    return tuple(found[:limit] if limit else found)


def _contacts(scope: Scope, person: int, limit: int) -> Iterator[Entry]:
    """Contacts; the talk itself is told by its interview."""
    for on, key, kind, direction, text, place in _party(scope, limit or None, person=person):
        yield Entry(on, "interaction", key, kind, direction, text, place)


@prepared
def _party(told: Any, limit: int | None) -> Any:
    shared = InteractionPerson.objects.of(told).filter(person_id=told.person).values("interaction_id")
    party = Interaction.objects.of(told).filter(interview=None, id__in=shared)
    columns = ("on", "key", "kind", "direction", "text", "place")
    return party.order_by("-on", "-id").values_list(*columns)[:limit]


def _talks(scope: Scope, person: int, limit: int) -> Iterator[Entry]:
    for row in _held(scope, limit or None, person=person):
        yield Entry(row.held_on or row.on, "interview", row.key, row.state, "both", row.mode, row.place)


@prepared
def _held(told: Any, limit: int | None) -> Any:
    guest = InterviewGuest.objects.of(told).filter(person_id=told.person).values("interview_id")
    rows = Interview.objects.of(told).filter(Q(person_id=told.person) | Q(id__in=guest))
    return rows.order_by("-on", "-id")[:limit]


def _asks(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for row in _asked(scope, person=person):
        yield Entry(
            row.sent_on or row.made_on, "ask", row.key, "sent" if row.sent_on else "draft", "out", row.link
        )
        if row.nudged_on:
            yield Entry(row.nudged_on, "ask", row.key, "nudged", "out", "")
        if row.outcome and row.answered_on:
            yield Entry(row.answered_on, "ask", row.key, row.outcome, "in", row.words)


@prepared
def _asked(told: Any) -> Any:
    return Ask.objects.of(told).filter(person_id=told.person)


def _introductions(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for row in between.led(scope, person=person):
        steps = (("named", row.named_on), ("made", row.made_on), ("met", row.met_on))
        names = [end.name for end in (row.introducer, row.introduced, row.other) if end and end.pk != person]
        for kind, on in steps:
            if on:
                yield Entry(on, "introduction", row.key, kind, "", ", ".join(names))


def _promises(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for by, key, text, made_on, kept_on in _promised(scope, person=person):
        direction = "out" if by == "mine" else "in"
        yield Entry(made_on, "promise", key, "made", direction, text)
        if kept_on:
            yield Entry(kept_on, "promise", key, "kept", direction, text)


@prepared
def _promised(told: Any) -> Any:
    rows = Promise.objects.of(told).filter(person_id=told.person)
    return rows.values_list("by", "key", "text", "made_on", "kept_on")


def _openings(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for on, key, state, role in _heard(scope, person=person):
        yield Entry(on, "opening", key, state, "in", role)


@prepared
def _heard(told: Any) -> Any:
    rows = Opening.objects.of(told).filter(source_id=told.person)
    return rows.values_list("heard_on", "key", "state", "role")


def _journal(scope: Scope, person: int, limit: int) -> Iterator[Entry]:
    for on, key, kind, text in _kept(scope, limit or None, person=person):
        yield Entry(on, "journalentry", key, kind, "", text)


@prepared
def _kept(told: Any, limit: int | None) -> Any:
    rows = JournalEntry.objects.of(told).filter(person_id=told.person).order_by("-on", "-id")
    return rows.values_list("on", "key", "kind", "text")[:limit]


def _steps(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for on, stage, why in _stages(scope, person=person):
        yield Entry(on, "stage", "", stage, "", why)


@prepared
def _stages(told: Any) -> Any:
    return StageStep.objects.of(told).filter(person_id=told.person).values_list("on", "stage", "why")
