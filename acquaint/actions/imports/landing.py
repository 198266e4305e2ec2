"""Writes what address books bring beside people, points and positions; a statement a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from acquaint.actions import images
from acquaint.actions.changes import Writer
from acquaint.actions.imports import brought, rows
from acquaint.actions.imports.known import Who, kept
from acquaint.actions.imports.plans import Desk
from acquaint.models import Alias, Detail, Organization, Person, Photo, SourceRecord, Tie
from acquaint.text.match_keys import match_key

FACT = ("person_id", "kind", "label", "text", "normal", "on", "lower", "source", "ref")


def write(w: Writer, desk: Desk) -> None:
    """Write it all; people, points and positions stand by now."""
    plan = desk.plan.brought
    _raws(w, desk)
    if not plan:
        return
    rows.insert(
        w,
        Alias,
        ("person_id", "text", "normal"),
        [(who.pk, text[:400], normal) for who, text, normal in plan.aliases],
    )
    rows.insert(w, Detail, FACT, [brought.columns(fact, desk.kind) for fact in plan.facts])
    _ties(w, desk)
    link(w, "introduced_by_id", {_pk(who): by.pk for who, by in plan.introducers})
    _photos(w, desk)
    _firms(w, desk)
    gone: dict[Any, list[int]] = defaultdict(list)
    for model, pk in plan.gone:
        gone[model].append(pk)
    for model, pks in gone.items():
        remove(w, model, pks)


def _pk(who: Who) -> int:
    assert who.pk is not None
    return who.pk


def _raws(w: Writer, desk: Desk) -> None:
    """Whole cards; what stood before is kept, so that taking the import back brings it back."""
    found = {told.pk: kept(raw) for told, raw in desk.plan.brought.raws if told.pk is not None}
    if not found:
        return
    held = SourceRecord.objects.of(desk.scope).filter(pk__among=list(found)).values_list("id", "raw")
    rows.update(w, SourceRecord, [(pk, {"raw": before}, {"raw": found[pk]}) for pk, before in held])


def _ties(w: Writer, desk: Desk) -> None:
    pairs: dict[tuple[int, int], str] = {}
    for one, other, how in desk.plan.brought.ties:
        a, b = sorted((_pk(one), _pk(other)))
        pairs.setdefault((a, b), how)
    tie(w, desk.kind, pairs)


def tie(w: Writer, source: str, pairs: dict[tuple[int, int], str]) -> None:
    """Write ties by their two people, the lower id first; one that stands stays as it is."""
    if not pairs:
        return
    found = Tie.objects.of(w.scope).filter(a_id__among=[a for a, _b in pairs])
    here = set(found.values_list("a_id", "b_id"))
    values = [(a, b, how, source[:30]) for (a, b), how in pairs.items() if (a, b) not in here]
    pks = rows.insert(w, Tie, ("a_id", "b_id", "how", "source"), values)
    w.reword("tie", *pks)


def link(w: Writer, column: str, wanted: Mapping[int, int | None]) -> list[int | None]:
    """Lead people to other rows; to which they led before."""
    people = Person.objects.with_me(w.scope).filter(pk__among=list(wanted))
    held = list(people.values_list("id", column, "last_change"))
    edits = [(pk, {column: to, "last_change": number}, {column: wanted[pk]}) for pk, to, number in held]
    rows.update(w, Person, edits)
    return [to for _pk, to, _number in held]


def _photos(w: Writer, desk: Desk) -> None:
    """One row a picture, whoever bears it; one that nobody bears any more goes."""
    plan = desk.plan.brought.photos
    if not plan:
        return
    wanted = {one.digest: one for _who, one in plan if one}
    found = Photo.objects.of(desk.scope).filter(digest__in=list(wanted))
    here = dict(found.values_list("digest", "id"))
    for digest, one in wanted.items():
        if digest not in here:
            size = {"width": one.width, "height": one.height}
            here[digest] = w.add(Photo, digest=digest, mime=brought.MIME, data=one.data, **size).pk
    chosen = {_pk(who): here[drawn.digest] if drawn is not None else None for who, drawn in plan}
    left = set(filter(None, link(w, "photo_id", chosen)))
    borne = Person.objects.with_me(desk.scope).filter(photo_id__in=left).values_list("photo_id", flat=True)
    remove(w, Photo, sorted(left - set(borne)))


def _firms(w: Writer, desk: Desk) -> None:
    """Organizations, by their name; notes are compared three ways as a person's are."""
    firms = {match_key(name)[:300]: (name, before, now) for name, before, now in desk.plan.brought.firms}
    here = {row.normal: row for row in Organization.objects.of(desk.scope).filter(normal__in=list(firms))}
    new = [
        (" ".join(kept(name).split())[:300], normal, notes)
        for normal, (name, _before, notes) in firms.items()
        if normal and normal not in here
    ]
    w.reword("organization", *rows.insert(w, Organization, ("name", "normal", "notes"), new))
    for normal, row in here.items():
        _name, before, notes = firms[normal]
        if row.notes in {"", before} and row.notes != notes:
            held = {"notes": row.notes, "last_change": row.last_change}
            rows.update(w, Organization, [(row.pk, held, {"notes": notes})])
            w.reword("organization", row.pk)


def remove(w: Writer, model: Any, pks: list[int]) -> None:
    """Delete rows; the Change holds the whole of each."""
    if not pks:
        return
    w.record(model, [(image["id"], image) for image in images.wholes(model, pks)])
    chosen = model._default_manager.filter(pk__among=pks)
    chosen._raw_delete(chosen.db)
