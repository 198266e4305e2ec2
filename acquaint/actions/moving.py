"""Hand all that leads to one person over to another, found by looking at the models.

Two rows that may not stand on one person twice are folded into one; what would lead from somebody to
themselves dissolves. Each row touched is recorded, so that the Change can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Q

from acquaint.actions import belongings, images
from acquaint.actions.changes import Writer
from acquaint.models import Distinct, ImportVerdict, InterviewGuest, Person, Position, Snooze, Tie, census

Model = type[models.Model]
Identity = tuple[Any, ...]

# Rows that no wall of the database keeps apart, and yet say the same if these columns are equal.
ALIKE: Mapping[Model, tuple[str, ...]] = {
    Position: ("person_id", "organization_id", "kind", "title", "started", "ended", "ended_seen_on")
}
# Pairs without a direction: the older row stands first.
PAIRS: tuple[Model, ...] = (Tie, Distinct)


@cache
def to_people(model: Model) -> tuple[Any, ...]:
    """The links of a model that lead to people."""
    return tuple(link for link in census.links(model) if link.related_model is Person)


@cache
def identities(model: Model) -> tuple[tuple[str, ...], ...]:
    """The sets of columns, with a person among them, in which no two rows of a model may be equal."""
    people = {link.attname for link in to_people(model)}
    found = [
        tuple(model._meta.get_field(name).attname for name in one.fields if name != "owner")  # type: ignore[union-attr]
        for one in model._meta.constraints
        if isinstance(one, models.UniqueConstraint) and one.condition is None
    ]
    found += [ALIKE[model]] if model in ALIKE else []
    return tuple(columns for columns in found if people & set(columns))


def hand_over(w: Writer, gone: Person, to: Person) -> None:
    """Let every row that leads to `gone` lead to `to`; the two themselves stand still."""
    for model in census.order():
        if to_people(model):
            _Mover(w, model, gone, to).run()
    _own_guests(w, to)
    _put_off(w, gone, to)
    _undecided(w, gone, to)


class _Mover:
    """Moves the rows of one model."""

    def __init__(self, w: Writer, model: Model, gone: Person, to: Person) -> None:
        self.w, self.model, self.gone, self.to = w, model, gone, to
        self.columns = [link.attname for link in to_people(model)]
        self.taken: dict[Identity, Any] = {}

    def run(self) -> None:
        rows = list(self._leading(self.gone))
        if not rows:
            return
        if identities(self.model):
            for row in self._leading(self.to):
                self._take(row)
        plain = [(row, after) for row in rows if (after := self._settled(row)) is not None]
        self._write(plain)

    def _leading(self, person: Person) -> Any:
        asked = Q(pk=None)
        for column in self.columns:
            asked |= Q(**{column: person.pk})
        rows = self.model._default_manager.filter(asked, owner_id=self.w.scope.owner_id)
        still = [self.gone.pk, self.to.pk] if self.model is Person else []
        return rows.exclude(pk__in=still).order_by("pk")

    def _settled(self, row: Any) -> dict[str, Any] | None:
        """The links of a row as they shall be; None if it was folded or dissolved, and nothing is to do."""
        after = {c: self.to.pk if getattr(row, c) == self.gone.pk else getattr(row, c) for c in self.columns}
        if self.model in PAIRS:
            after = dict(zip(self.columns, sorted(after.values()), strict=True))
        if not self._freed(after):
            self.w.remove(row)
            return None
        twin = next((self.taken[one] for one in self._names(row, after) if one in self.taken), None)
        if twin is not None and twin.pk != row.pk:
            _fold(self.w, row, twin)
            return None
        self._take(row, after)
        return {column: value for column, value in after.items() if value != getattr(row, column)}

    def _freed(self, after: dict[str, Any]) -> bool:
        """Empty what would lead from somebody to themselves; False if nothing would be left of the row."""
        mine = [column for column in self.columns if after[column] == self.to.pk]
        if len(mine) > 1:
            holding = {link.attname for link in belongings.holding(self.model)}
            if len(holding & set(mine)) > 1:
                return False
            after.update(dict.fromkeys(set(mine) - holding))
        return any(after.values())

    def _names(self, row: Any, after: Mapping[str, Any]) -> list[Identity]:
        told = {**vars(row), **after}
        return [(columns, *(_plain(told[name]) for name in columns)) for columns in identities(self.model)]

    def _take(self, row: Any, after: Mapping[str, Any] | None = None) -> None:
        for name in self._names(row, after or {}):
            self.taken.setdefault(name, row)

    def _write(self, rows: list[tuple[Any, dict[str, Any]]]) -> None:
        """Set the links of many rows; those that change in the same way go together."""
        together: dict[tuple[tuple[str, Any], ...], list[Any]] = {}
        for row, after in rows:
            together.setdefault(tuple(sorted(after.items())), []).append(row)
        for links, some in together.items():
            after, names = dict(links), [*dict(links), "last_change"]
            before = [(row.pk, {name: getattr(row, name) for name in names}) for row in some]
            self.w.follow(self.model, [vars(row) for row in some])
            for batch in images.batches(row.pk for row in some):
                chosen = self.model._default_manager.filter(pk__among=batch)
                chosen.update(**after, last_change=self.w.number)
            self.w.record(self.model, before)
            self.w.follow(self.model, [{**vars(row), **after} for row in some])


def _plain(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _fold(w: Writer, row: Any, twin: Any) -> None:
    """Let one row stand for two: it takes what it lacks, and what led to the other leads to it."""
    model: Model = type(row)
    for other in census.recorded():
        for link in census.links(other):
            if link.related_model is model:
                for pointing in other._default_manager.filter(**{link.attname: row.pk}).order_by("pk"):
                    w.edit(pointing, **{link.attname: twin.pk})
    w.remove(row)
    w.edit(twin, **dict(_filled(row, twin)))


def _filled(row: Any, twin: Any) -> Iterable[tuple[str, Any]]:
    """What the twin lacks; two long texts are both kept, where they are not two spellings of one thing."""
    model: Model = type(row)
    told = {field.attname for field in model._meta.concrete_fields}
    linked = {link.attname for link in census.links(model)}
    for field in model._meta.concrete_fields:
        name, mine, theirs = field.attname, getattr(twin, field.attname), getattr(row, field.attname)
        if name in {"id", "key", "last_change", "owner_id"} or name.startswith("ended"):
            continue  # an address that still holds in one of them holds
        if mine in (None, "") and theirs not in (None, ""):
            yield name, theirs
        elif isinstance(field, models.TextField) and "normal" not in told and name not in linked:
            yield name, joined(mine, theirs)


def joined(mine: str, theirs: str) -> str:
    """Two texts as one; what stands in the first already is not said twice."""
    if not mine or not theirs or theirs.strip() in mine:
        return mine or theirs
    return f"{mine}\n\n{theirs}"


def _own_guests(w: Writer, to: Person) -> None:
    """Nobody is a guest at their own talk."""
    for row in InterviewGuest.objects.of(w.scope).filter(person=to, interview__person=to):
        w.remove(row)


def _put_off(w: Writer, gone: Person, to: Person) -> None:
    """What was put off about the one is put off about the other: a suggestion's id holds the key."""
    held = {row.suggestion: row for row in Snooze.objects.of(w.scope).filter(suggestion__contains=gone.key)}
    for said, row in held.items():
        parts = [to.key if part == gone.key else part for part in said.split(":")]
        name = ":".join(parts)
        twin = Snooze.objects.of(w.scope).filter(suggestion=name).exclude(pk=row.pk).first()
        if twin is None:
            w.edit(row, suggestion=name)
        else:
            w.remove(row)
            w.edit(twin, until=max(twin.until, row.until))


def _undecided(w: Writer, gone: Person, to: Person) -> None:
    """What an import left to decide about the one is about the other now; its facts hold the number."""
    for row in ImportVerdict.objects.of(w.scope).filter(verdict="conflict", facts__has_key="who"):
        if str(row.facts["who"]) == str(gone.pk):
            w.edit(row, facts={**row.facts, "who": to.pk})
