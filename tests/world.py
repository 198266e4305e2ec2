"""A small world for tests: owners at fixed moments, and the whole logical state of one of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from acquaint.actions import carried, images, people, reversing
from acquaint.models import Change, Owner, Person, SearchText
from acquaint.models.scope import Scope

NOW = datetime(2026, 3, 4, 12, 50, tzinfo=UTC)  # a Wednesday

State = dict[str, list[dict[str, Any]]]


def somebody(*, now: datetime = NOW, zone: str = "Europe/London", name: str = "") -> Scope:
    """A fresh owner with nothing but a name."""
    owner = Owner.objects.create(name=name)
    return Scope(owner_id=owner.pk, actor_id=owner.pk, door="test", now=now, zone=zone)


def later(scope: Scope, **more: float) -> Scope:
    """The same owner some time on: `later(scope, days=3)`."""
    return replace(scope, now=scope.now + timedelta(**more))


def know(scope: Scope, *names: str, **more: Any) -> list[str]:
    """People of these names; their keys."""
    return [people.add(scope, name=name, **more).id for name in names]


def state(scope: Scope) -> State:
    """Every row of the owner that history speaks of, carried columns included, and the words for search."""
    found: State = {
        images.label(model): sorted(
            (
                {
                    field.attname: images.pack(getattr(row, field.attname))
                    for field in row._meta.concrete_fields
                }
                for row in model._default_manager.filter(owner_id=scope.owner_id)
            ),
            key=lambda row: row["id"],
        )
        for model in reversing.order()
    }
    words = SearchText.objects.filter(owner_id=scope.owner_id).order_by("noun", "row_id")
    found["search_text"] = list(words.values("noun", "row_id", "person_id", "title", "body"))
    return found


def told(before: State, after: State) -> dict[str, list[str]]:
    """What differs between two states, for a failure that can be read."""
    found: dict[str, list[str]] = defaultdict(list)
    for table in before:
        for row in before[table]:
            if row not in after[table]:
                found[table].append(f"- {row}")
        for row in after[table]:
            if row not in before[table]:
                found[table].append(f"+ {row}")
    return dict(found)


def untrue(scope: Scope) -> list[tuple[int, str]]:
    """Carried columns that are not what the interactions say."""
    everybody = list(Person.objects.with_me(scope).values_list("id", flat=True))
    return carried.differences(scope.owner_id, everybody)


def changes(scope: Scope) -> list[str]:
    """What was done, oldest first."""
    return list(Change.objects.of(scope).order_by("number").values_list("what", flat=True))
