"""What was done, newest first, and what took it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from acquaint.models import Change, ChangeRow
from acquaint.models.changes import ids_of
from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class Deed:
    """One Change: who did what, through which door, about whom; `undone_by` the Change that took it back."""

    id: str
    at: datetime
    actor: str
    door: str
    what: str
    about: str
    facts: dict[str, Any]
    undone_by: str | None
    undoes: str | None


def history(scope: Scope, *, limit: int = 20, offset: int = 0) -> tuple[Deed, ...]:
    """The latest deeds (`limit` 0: all)."""
    rows = Change.objects.of(scope).order_by("-number")[offset : offset + limit if limit else None]
    found = list(rows.select_related("undoes"))
    undone = undoers(scope, [row.pk for row in found])
    return tuple(
        Deed(
            id=row.key,
            at=row.at,
            actor="me" if row.actor_id == scope.owner_id else str(row.actor_id),
            door=row.door,
            what=row.what,
            about=row.about,
            facts=row.facts,
            undone_by=undone.get(row.pk),
            undoes=row.undoes.key if row.undoes else None,
        )
        for row in found
    )


def undoers(scope: Scope, changes: list[int]) -> dict[int, str]:
    """By Change, the key of the standing Change that reverses it."""
    reversals = Change.objects.of(scope).filter(undoes_id__in=changes).order_by("number")
    pairs = list(reversals.values_list("id", "key", "undoes_id"))
    again = Change.objects.of(scope).filter(undoes_id__in=[pk for pk, _key, _of in pairs])
    redone = set(again.values_list("undoes_id", flat=True))
    return {of: key for pk, key, of in pairs if pk not in redone and of is not None}


def rows_of(scope: Scope, change: str) -> tuple[tuple[str, int], ...]:
    """How many rows of each table a Change touched."""
    found: dict[str, int] = {}
    rows = ChangeRow.objects.filter(change__owner_id=scope.owner_id, change__key=change)
    for model, row_id, runs in rows.values_list("model", "row_id", "runs"):
        found[model] = found.get(model, 0) + len(ids_of(row_id, runs))
    return tuple(sorted(found.items()))
