"""What lies between the owner and one person: promises both ways, introductions, openings, who they know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from acquaint.models import Introduction, Opening, Promise, Tie
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named, named
from acquaint.queries.facts import IntroductionRow, OpeningRow, PromiseRow, Promises
from acquaint.queries.prepared import BY_ID, prepared

SIDES = ("introducer", "introduced", "other", "organization")


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
    found: dict[str, list[PromiseRow]] = {"mine": [], "theirs": []}
    for row in _promised(scope, person=person):
        found[row.by].append(PromiseRow(row.key, row.text, row.due_on, row.state, row.made_on))
    return Promises(tuple(found["mine"]), tuple(found["theirs"]))


@prepared
def _promised(told: Any) -> Any:
    return Promise.objects.of(told).filter(person_id=told.person).order_by("due_on", "id")


def _introductions(scope: Scope, person: int) -> tuple[IntroductionRow, ...]:
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
        for row in led(scope, person=person)
    )


@prepared
def led(told: Any) -> Any:
    """Introductions that concern the `person`, with the names of their sides."""
    concerned = Q(introducer_id=told.person) | Q(introduced_id=told.person) | Q(other_id=told.person)
    rows = Introduction.objects.of(told).filter(concerned).order_by(BY_ID)
    own = (field.name for field in Introduction._meta.concrete_fields)
    names = (f"{side}__{name}" for side in SIDES for name in ("key", "name"))
    return rows.select_related(*SIDES).only(*own, *names)


def _who(person: object) -> Named | None:
    return named(getattr(person, "key", None), getattr(person, "name", None))


def _openings(scope: Scope, person: int) -> tuple[OpeningRow, ...]:
    return tuple(
        OpeningRow(
            id=row.key,
            role=row.role,
            organization=row.organization.name if row.organization else None,
            state=row.state,
            heard_on=row.heard_on,
            confidential=row.confidential_since is not None,
        )
        for row in _told(scope, person=person)
    )


@prepared
def _told(told: Any) -> Any:
    rows = Opening.objects.of(told).filter(source_id=told.person)
    return rows.select_related("organization").order_by("id")


def _knows(scope: Scope, person: int) -> tuple[Named, ...]:
    return tuple(
        Named(*((b_key, b_name) if a_id == person else (a_key, a_name)))
        for a_id, a_key, a_name, b_key, b_name in _ties(scope, person=person)
    )


@prepared
def _ties(told: Any) -> Any:
    ties = Tie.objects.of(told).filter(Q(a_id=told.person) | Q(b_id=told.person)).order_by("id")
    return ties.values_list("a_id", "a__key", "a__name", "b__key", "b__name")
