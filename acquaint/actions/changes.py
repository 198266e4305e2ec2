"""The only way to write: one transaction, one Change that holds what undoes it, carried columns kept true.

Every public action opens one `writing` block; pieces that several actions share take the Writer. Nothing is
written, not even the header, when nothing differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from acquaint.actions import carried, images, inserting, search
from acquaint.models import (
    Change,
    ChangeRow,
    FormerKey,
    Interaction,
    InteractionPerson,
    Organization,
    Owner,
    Person,
    Position,
    Setting,
    StageStep,
)
from acquaint.models.changes import runs_of
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope

R = TypeVar("R", bound=models.Model)

CARRYING = (StageStep, InteractionPerson)


@dataclass(frozen=True, slots=True)
class Made:
    """What an action made: (noun, key) pairs in order, and the id of the Change that undoes it all."""

    items: tuple[tuple[str, str], ...] = ()
    undo: str | None = None


class Writer:
    """Writes rows inside one Change; made by `writing` only."""

    def __init__(
        self, scope: Scope, what: str, about: str, facts: Mapping[str, Any], undoes: int | None
    ) -> None:
        self.scope = scope
        self.what = what
        self.about = about
        self.facts = dict(facts)
        self.change: Change | None = None
        self.made: list[tuple[str, str]] = []
        self._undoes = undoes
        self._people: set[int] = set()
        self._everybody = False
        self._words: dict[str, set[int]] = defaultdict(set)

    @property
    def change_id(self) -> str | None:
        """Public id of the Change, once something was written."""
        return self.change.key if self.change else None

    @property
    def number(self) -> int:
        """Number of the Change; taking it opens the Change."""
        return self._header().number

    def result(self) -> Made:
        """What was made so far."""
        return Made(tuple(self.made), self.change_id)

    def note(self, noun: str, row: Any) -> None:
        """Count a row among what the action made (once)."""
        if (noun, row.key) not in self.made:
            self.made.append((noun, row.key))

    def get(self, model: type[R], key: str) -> R:
        """The owner's row of that key; NotFound otherwise."""
        rows = model._default_manager.filter(owner_id=self.scope.owner_id)
        row = rows.filter(key=key).first()
        if row is None and model is Person:  # a key from before two entries were joined
            former = FormerKey.objects.of(self.scope).filter(key=key)
            row = rows.filter(pk__in=former.values("person")).first()
        if row is None:
            raise NotFound(_("There is nothing here with the id {key}.").format(key=key))
        return row

    def load(self, model: type[R], pk: int) -> R:
        """The owner's row of that primary key (from a query of the same scope)."""
        return model._default_manager.get(owner_id=self.scope.owner_id, pk=pk)

    def add(self, model: type[R], **fields: Any) -> R:
        """Insert a row and record it."""
        row = model(owner_id=self.scope.owner_id, last_change=self.number, **fields)
        row.save(force_insert=True)
        self._record(model, [(row.pk, None)])
        self.follow(model, [vars(row)])
        return row

    def edit(self, row: Any, **fields: Any) -> bool:
        """Change columns of a row and record what they held; False when nothing differs."""
        before = images.differing(row, fields)
        if not before:
            return False
        self.follow(type(row), [vars(row)])
        before["last_change"] = row.last_change
        for name, value in fields.items():
            setattr(row, name, value)
        row.last_change = self.number
        row.save(update_fields=[*fields, "last_change"])
        self._record(type(row), [(row.pk, before)])
        self.follow(type(row), [vars(row)])
        return True

    def remove(self, row: Any) -> None:
        """Delete a row; the Change holds the whole of it."""
        self._record(type(row), [(row.pk, images.whole(row))])
        self.follow(type(row), [vars(row)])
        type(row)._default_manager.filter(pk=row.pk).delete()

    def add_many(self, model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert many rows at once (public keys and defaults are filled in); their primary keys, in order."""
        if not rows:
            return []
        stamped = [{**row, "owner_id": self.scope.owner_id, "last_change": self.number} for row in rows]
        pks = images.insert_many(model, stamped)
        self._record(model, [(pk, None) for pk in pks])
        self._words[images.label(model)].update(pks)
        if model is Person:
            self._people.update(pks)
        elif model in CARRYING:
            self._people.update(row["person_id"] for row in rows)
        elif model in search.OF_A_PERSON:
            self._words["person"].update(row["person_id"] for row in rows)
        return pks

    def record(self, model: type[models.Model], rows: Iterable[tuple[int, dict[str, Any] | None]]) -> None:
        """Write down rows that a bulk action wrote by itself: (id, before-image or None for an insert)."""
        found = list(rows)
        self._record(model, found)
        self._words[images.label(model)].update(pk for pk, _before in found)

    def touch(self, *person_ids: int) -> None:
        """Have these people's carried columns recomputed at the end."""
        self._people.update(person_ids)

    def reword(self, table: str, *ids: int) -> None:
        """Have the search words of these rows rewritten at the end."""
        self._words[table].update(ids)

    def open(self) -> None:
        """Take the Change's number even if nothing else is written."""
        self._header()

    def close(self) -> None:
        """Bring carried columns and search words up to date; called by `writing`."""
        self._reword_header()
        if self._everybody:
            carried.refresh_all(self.scope.owner_id)
        elif self._people:
            carried.refresh(self.scope.owner_id, self._people)
        if self._words:
            search.refresh(self.scope.owner_id, self._words)
        self._people, self._everybody = set(), False
        self._words = defaultdict(set)

    def _reword_header(self) -> None:
        """Let history say what the deed turned out to be about."""
        change = self.change
        if change and (change.about, change.facts) != (self.about, self.facts):
            change.about, change.facts = self.about, dict(self.facts)
            change.save(update_fields=["about", "facts"])

    def _header(self) -> Change:
        if self.change is None:
            owner = Owner.objects.get(pk=self.scope.owner_id)
            owner.change_number += 1
            owner.save(update_fields=["change_number"])
            self.change = Change.objects.create(
                owner=owner,
                number=owner.change_number,
                at=self.scope.now,
                actor_id=self.scope.actor_id,
                door=self.scope.door,
                what=self.what,
                about=self.about,
                facts=dict(self.facts),
                undoes_id=self._undoes,
            )
        return self.change

    def _record(self, model: type[models.Model], rows: Sequence[tuple[int, dict[str, Any] | None]]) -> None:
        held = [(pk, images.packed(before)) for pk, before in rows if before is not None]
        self.record_packed(model, held)
        self.record_inserts(model, [pk for pk, before in rows if before is None])

    def record_packed(self, model: type[models.Model], rows: Sequence[tuple[int, str]]) -> None:
        """Write down what rows held, as the database takes JSON."""
        change, name = self._header().pk, images.label(model)
        inserting.insert(
            ChangeRow,
            ("change_id", "model", "row_id", "before"),
            [(change, name, pk, held) for pk, held in rows],
        )

    def record_inserts(self, model: type[models.Model], pks: Sequence[int]) -> None:
        """Write down that rows were inserted: one line for all."""
        if pks:
            runs = images.packed(runs_of(pks)) if len(pks) > 1 else None
            values = (self._header().pk, images.label(model), min(pks), runs)
            inserting.insert(ChangeRow, ("change_id", "model", "row_id", "runs"), [values])

    def follow(self, model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
        """Remember whose carried columns and which search words these rows concern, as they stand now.

        `rows` hold at least the id and the links of each row, by column name.
        """
        pks = [row["id"] for row in rows]
        self._words[images.label(model)].update(pks)
        if model is Person:
            self._people.update(pks)
        elif model in CARRYING:
            self._people.update(row["person_id"] for row in rows)
        elif model is Interaction:
            self._people.update(self._who(InteractionPerson, interaction_id__among=pks))
        elif model in search.OF_A_PERSON:
            self._words["person"].update(row["person_id"] for row in rows)
        elif model is Organization:
            self._words["person"].update(self._who(Position, organization_id__among=pks))
        elif model is Setting:
            self._everybody |= any(row["name"] in carried.SETTINGS for row in rows)

    def _who(self, model: type[models.Model], **where: Any) -> Iterable[int]:
        rows = model._default_manager.filter(owner_id=self.scope.owner_id, **where)
        return rows.values_list("person_id", flat=True)


@contextmanager
def writing(
    scope: Scope, what: str, *, about: str = "", undoes: int | None = None, **facts: Any
) -> Iterator[Writer]:
    """Open one Change for one deed, as one transaction under the owner's lock.

    `what` is the deed's code (`promise.keep`), `about` the words that history shows for it (a name, a title).
    """
    with transaction.atomic():
        Owner.objects.select_for_update().only("id").get(pk=scope.owner_id)
        writer = Writer(scope, what, about, facts, undoes)
        yield writer
        writer.close()
