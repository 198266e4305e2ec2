"""What lies between the owner and one person: promises both ways, introductions, openings, who they know."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from acquaint.models import Introduction, Opening, Promise, Tie
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named, named
from acquaint.queries.facts import IntroductionRow, OpeningRow, PromiseRow, Promises


@dataclass(frozen=True, slots=True)
class Between:
    """All of it."""

    promises: Promises
    introductions: tuple[IntroductionRow, ...]
    openings: tuple[OpeningRow, ...]
    knows: tuple[Named, ...]


def of_person(scope: Scope, person: int) -> Between:
    """What lies between the owner and the person of that primary key."""
    return Between(
        _promises(scope, person),
        _introductions(scope, person),
        _openings(scope, person),
        _knows(scope, person),
    )


def _promises(scope: Scope, person: int) -> Promises:
    rows = Promise.objects.of(scope).filter(person_id=person).order_by("due_on", "id")
    found: dict[str, list[PromiseRow]] = {"mine": [], "theirs": []}
    for row in rows:
        found[row.by].append(PromiseRow(row.key, row.text, row.due_on, row.state, row.made_on))
    return Promises(tuple(found["mine"]), tuple(found["theirs"]))


def _introductions(scope: Scope, person: int) -> tuple[IntroductionRow, ...]:
    concerned = Q(introducer_id=person) | Q(introduced_id=person) | Q(other_id=person)
    rows = Introduction.objects.of(scope).filter(concerned).order_by("id")
    rows = rows.select_related("introducer", "introduced", "other", "organization")
    return tuple(
        IntroductionRow(
            id=row.key,
            direction=row.direction,
            introducer=_who(row.introducer),
            introduced=_who(row.introduced),
            other=_who(row.other),
            organization=row.organization.name if row.organization else None,
            mode=row.mode,
            why=row.why,
            state=row.state,
            on=row.named_on,
        )
        for row in rows
    )


def _who(person: object) -> Named | None:
    return named(getattr(person, "key", None), getattr(person, "name", None))


def _openings(scope: Scope, person: int) -> tuple[OpeningRow, ...]:
    rows = Opening.objects.of(scope).filter(source_id=person).select_related("organization").order_by("id")
    return tuple(
        OpeningRow(
            id=row.key,
            role=row.role,
            organization=row.organization.name if row.organization else None,
            state=row.state,
            heard_on=row.heard_on,
            confidential=row.confidential_since is not None,
        )
        for row in rows
    )


def _knows(scope: Scope, person: int) -> tuple[Named, ...]:
    ties = Tie.objects.of(scope).filter(Q(a_id=person) | Q(b_id=person)).order_by("id")
    ends = ties.values_list("a_id", "a__key", "a__name", "b__key", "b__name")
    return tuple(
        Named(*((b_key, b_name) if a_id == person else (a_key, a_name)))
        for a_id, a_key, a_name, b_key, b_name in ends
    )
