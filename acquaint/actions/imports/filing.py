"""Writes the dated things of a chunk: contacts, notes, promises and ties, and the questions for the owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from django.db import models

from acquaint.actions.changes import Writer
from acquaint.actions.images import packed
from acquaint.actions.imports import rows
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import Dated, Offered, Put
from acquaint.actions.imports.things import packed as held_values
from acquaint.models import (
    ImportBatch,
    Interaction,
    InteractionPerson,
    JournalEntry,
    Offer,
    Promise,
    SourceRecord,
    Tie,
)

_SAID: Final = ("kind", "external_key", "record", "seen_on")
_OFFER: Final = ("kind", "sign", "facts", "on", "person_id", "other_id", "interview_id", "batch_id")
_COLUMNS: Final[Mapping[type[models.Model], tuple[str, ...]]] = {
    Interaction: (
        "key", "on", "at_utc", "kind", "direction", "text", "place", "source", "external_key",
    ),
    JournalEntry: ("key", "on", "kind", "text", "person_id"),
    Promise: ("key", "by", "text", "made_on", "due_on", "kept_on", "person_id"),
    Tie: ("key", "a_id", "b_id", "how", "heard_on", "source"),
}  # fmt: skip


def file(w: Writer, desk: Desk, batch: ImportBatch | None) -> None:
    """Write what was planned; people stand already. Carried columns and search words follow."""
    dated = desk.plan.dated
    if not dated:
        return
    _put(w, desk, dated)
    _edit(w, dated)
    _join(w, dated)
    _leave(w, dated)
    _take_away(w, dated)
    _say(w, desk, dated)
    _offer(w, dated.offers.values(), batch)


def _put(w: Writer, desk: Desk, dated: Dated) -> None:
    by_model: dict[type[models.Model], list[Put]] = defaultdict(list)
    for one in dated.puts:
        by_model[one.model].append(one)
    keys = {said.record.get("made"): said for said in dated.said}
    for model, puts in by_model.items():
        columns = _COLUMNS[model]
        values = []
        for one in puts:
            told = keys[one.key]
            given = _given(one, desk, told.kind, told.key.partition(":")[2])
            values.append(tuple(given.get(name) for name in columns))
        pks = rows.insert(w, model, columns, values)
        if model is Interaction:
            party = [(pk, who.pk) for pk, one in zip(pks, puts, strict=True) for who in one.people]
            rows.insert(w, InteractionPerson, ("interaction_id", "person_id"), list(dict.fromkeys(party)))
        w.reword(model._meta.db_table, *pks)


def _given(one: Put, desk: Desk, kind: str, key: str) -> dict[str, Any]:
    """A row's values by column, ready for the database."""
    found: dict[str, Any] = {"key": one.key, **one.values}
    if isinstance(found.get("at_utc"), datetime):
        found["at_utc"] = rows.instant(found["at_utc"])
    if one.model is Interaction:
        found.update(source=kind[:30], external_key=key)
    elif one.model is Tie:
        first, second = sorted(who.pk or 0 for who in one.people)
        found.update(a_id=first, b_id=second, heard_on=desk.as_of.isoformat())
    else:
        found["person_id"] = one.people[0].pk if one.people else None
    return found


def _edit(w: Writer, dated: Dated) -> None:
    for model, row, wanted in dated.edits:
        held = held_values({name: row.values.get(name) for name in wanted})
        rows.update(w, model, [(row.pk, {**held, "last_change": row.last_change}, wanted)])
        w.reword(model._meta.db_table, row.pk)
        w.touch(*row.party)


def _join(w: Writer, dated: Dated) -> None:
    joined = dict.fromkeys((row.pk, who.pk) for row, who in dated.joined)
    rows.insert(w, InteractionPerson, ("interaction_id", "person_id"), list(joined))
    w.touch(*(who.pk for row, who in dated.joined if who.pk is not None))


def _leave(w: Writer, dated: Dated) -> None:
    for row, who in dated.left:
        for member in InteractionPerson.objects.of(w.scope).filter(interaction=row.pk, person=who.pk):
            w.remove(member)


def _take_away(w: Writer, dated: Dated) -> None:
    """The owner's own words about a contact hang on it by nothing: it goes with its party."""
    for row in dated.gone:
        for member in InteractionPerson.objects.of(w.scope).filter(interaction_id=row.pk):
            w.remove(member)
        w.remove(w.load(Interaction, row.pk))


def _say(w: Writer, desk: Desk, dated: Dated) -> None:
    seen = desk.as_of
    new = [said for said in dated.said if said.pk is None]
    values = [(said.kind, said.key, packed(said.record), seen.isoformat()) for said in new]
    for said, pk in zip(new, rows.insert(w, SourceRecord, _SAID, values), strict=True):
        said.pk, said.last_change = pk, w.number
    edits = []
    for said in dated.said:
        if (base := said.before) is not None and said.pk is not None:
            held = {"record": base.record, "seen_on": base.seen_on, "last_change": base.last_change}
            edits.append((said.pk, held, {"record": said.record, "seen_on": seen}))
    rows.update(w, SourceRecord, edits)
    for said in dated.unheard:
        if said.pk is not None:
            w.remove(w.load(SourceRecord, said.pk))


def _offer(w: Writer, offers: Iterable[Offered], batch: ImportBatch | None) -> None:
    found = list(offers)
    new = [one for one in found if one.pk is None]
    values = [
        (
            one.kind, one.sign, packed(one.facts), one.on, one.who.pk if one.who else None,
            one.other.pk if one.other else None, one.interview, batch.pk if batch else None,
        )
        for one in new
    ]  # fmt: skip
    rows.insert(w, Offer, _OFFER, values)
    edits = [(one.pk, one.held, {"facts": one.facts, "on": one.on}) for one in found if one.pk is not None]
    rows.update(w, Offer, edits)
