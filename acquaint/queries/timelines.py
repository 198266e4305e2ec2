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
    Introduction,
    JournalEntry,
    Opening,
    Promise,
    StageStep,
)
from acquaint.models.scope import Scope


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
    party = Interaction.objects.of(scope).filter(interview=None, id__in=_shared(scope, person))
    columns = party.order_by("-on", "-id").values_list("on", "key", "kind", "direction", "text", "place")
    for on, key, kind, direction, text, place in columns[: limit or None]:
        yield Entry(on, "interaction", key, kind, direction, text, place)


def _shared(scope: Scope, person: int) -> Any:
    return InteractionPerson.objects.of(scope).filter(person_id=person).values("interaction_id")


def _talks(scope: Scope, person: int, limit: int) -> Iterator[Entry]:
    guest = InterviewGuest.objects.of(scope).filter(person_id=person).values("interview_id")
    rows = Interview.objects.of(scope).filter(Q(person_id=person) | Q(id__in=guest))
    for row in rows.order_by("-on", "-id")[: limit or None]:
        yield Entry(row.held_on or row.on, "interview", row.key, row.state, "both", row.mode, row.place)


def _asks(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for row in Ask.objects.of(scope).filter(person_id=person):
        yield Entry(
            row.sent_on or row.made_on, "ask", row.key, "sent" if row.sent_on else "draft", "out", row.link
        )
        if row.nudged_on:
            yield Entry(row.nudged_on, "ask", row.key, "nudged", "out", "")
        if row.outcome and row.answered_on:
            yield Entry(row.answered_on, "ask", row.key, row.outcome, "in", row.words)


def _introductions(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    concerned = Q(introducer_id=person) | Q(introduced_id=person) | Q(other_id=person)
    rows = (
        Introduction.objects.of(scope).filter(concerned).select_related("introducer", "introduced", "other")
    )
    for row in rows:
        steps = (("named", row.named_on), ("made", row.made_on), ("met", row.met_on))
        names = [end.name for end in (row.introducer, row.introduced, row.other) if end and end.pk != person]
        for kind, on in steps:
            if on:
                yield Entry(on, "introduction", row.key, kind, "", ", ".join(names))


def _promises(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for row in Promise.objects.of(scope).filter(person_id=person):
        direction = "out" if row.by == "mine" else "in"
        yield Entry(row.made_on, "promise", row.key, "made", direction, row.text)
        if row.kept_on:
            yield Entry(row.kept_on, "promise", row.key, "kept", direction, row.text)


def _openings(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for row in Opening.objects.of(scope).filter(source_id=person):
        yield Entry(row.heard_on, "opening", row.key, row.state, "in", row.role)


def _journal(scope: Scope, person: int, limit: int) -> Iterator[Entry]:
    rows = JournalEntry.objects.of(scope).filter(person_id=person).order_by("-on", "-id")
    for on, key, kind, text in rows.values_list("on", "key", "kind", "text")[: limit or None]:
        yield Entry(on, "journalentry", key, kind, "", text)


def _steps(scope: Scope, person: int, _limit: int) -> Iterator[Entry]:
    for row in StageStep.objects.of(scope).filter(person_id=person):
        yield Entry(row.on, "stage", "", row.stage, "", row.why)
