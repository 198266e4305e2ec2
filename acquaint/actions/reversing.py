"""The inverse of a Change, in bulk: what it inserted goes, what it changed or removed comes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.db import IntegrityError, models, transaction

from acquaint.actions import images
from acquaint.actions.changes import Writer
from acquaint.models import Change, ChangeRow, census
from acquaint.models.changes import ids_of

Image = dict[str, Any]
Kept = dict[str, set[int]]  # rows that had to stay, by table
Net = dict[int, Image | None]  # what a row was before the Change: None = it was not there

order, links = census.order, census.links


def reverse(w: Writer, target: Change, kept: Kept) -> int:
    """Write the inverse of `target`; how many rows changed. `kept` gathers what had to stay.

    What comes back goes first, so that links lead to it, then what was changed, which may set free what is
    to go; a row that had to wait for another (a name to be free, a link to be loosed) gets another turn.
    """
    waiting, done = _net(target), 0
    while any(waiting.values()):
        found = _turn(w, waiting, target.number)
        done += found
        if not found:
            break
    for name, rows in waiting.items():
        kept[name].update(rows)
    return done


def _turn(w: Writer, waiting: dict[str, Net], number: int) -> int:
    """Reverse what can be reversed now and take it off the list; how many rows that were."""
    done = 0
    for model in order():
        rows = waiting.get(images.label(model), {})
        back = {pk: image for pk, image in rows.items() if image is not None}
        present = _present(model, back)
        absent = {pk: image for pk, image in back.items() if pk not in present}
        settled = _insert(w, model, absent)
        settled |= _restore(w, model, {pk: back[pk] for pk in present}, number)
        done += _settle(rows, settled)
    for model in reversed(order()):
        rows = waiting.get(images.label(model), {})
        going = {pk for pk, image in rows.items() if image is None}
        _settle(rows, going - _present(model, going))  # gone already: nothing to say
        done += _settle(rows, _delete(w, model, going & rows.keys(), number))
    return done


def _settle(rows: Net, settled: set[int]) -> int:
    for pk in settled:
        rows.pop(pk, None)
    return len(settled)


@cache
def _pointers(model: type[models.Model]) -> tuple[tuple[type[models.Model], str], ...]:
    """(model, column) pairs that may point at a row of `model`."""
    return tuple((m, f.attname) for m in census.recorded() for f in links(m) if f.related_model is model)


def _net(target: Change) -> dict[str, Net]:
    """Per table and row, what stood before the Change; the earliest image of a column wins."""
    net: dict[str, Net] = defaultdict(dict)
    rows = ChangeRow.objects.filter(change=target).order_by("-id")
    for name, pk, before, runs in rows.values_list("model", "row_id", "before", "runs").iterator(
        chunk_size=5000
    ):
        if before is None:
            net[name].update(dict.fromkeys(ids_of(pk, runs)))
        else:
            net[name][pk] = {**(net[name].get(pk) or {}), **before}
    return net


def _present(model: type[models.Model], rows: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for batch in images.batches(rows):
        found.update(model._default_manager.filter(pk__in=batch).values_list("pk", flat=True))
    return found


def _delete(w: Writer, model: type[models.Model], rows: Iterable[int], number: int) -> set[int]:
    going = _untouched(model, rows, number)
    while held := _pointed_at(model, going):
        going -= held
    for batch in images.batches(going):
        found = list(model._default_manager.filter(pk__in=batch))
        w.follow(model, found)
        w.record(model, [(row.pk, images.whole(row)) for row in found])
        chosen = model._default_manager.filter(pk__in=batch)
        chosen._raw_delete(chosen.db)  # nothing cascades here
    return going


def _untouched(model: type[models.Model], rows: Iterable[int], number: int) -> set[int]:
    """Those that no later Change wrote."""
    found: set[int] = set()
    for batch in images.batches(rows):
        same = model._default_manager.filter(pk__in=batch, last_change__lte=number)
        found.update(same.values_list("pk", flat=True))
    return found


def _pointed_at(model: type[models.Model], going: set[int]) -> set[int]:
    """Rows among `going` that rows which stay point at."""
    held: set[int] = set()
    for other, column in _pointers(model):
        for batch in images.batches(going):
            found = other._default_manager.filter(**{f"{column}__in": batch})
            pairs = found.values_list("pk", column)
            held.update(to for pk, to in pairs if not (other is model and pk in going))
    return held


def _insert(w: Writer, model: type[models.Model], rows: Mapping[int, Image]) -> set[int]:
    fit = _with_targets(model, {pk: image for pk, image in rows.items() if "id" in image})
    done: set[int] = set()
    for batch in images.batches(fit):
        done |= _insert_batch(w, model, [_unpacked(model, fit[pk]) for pk in batch])
    return done


def _insert_batch(w: Writer, model: type[models.Model], values: list[Image]) -> set[int]:
    """Insert at once; where something unique stands in the way, one by one, leaving what stands."""
    try:
        with transaction.atomic():
            images.insert_many(model, values)
    except IntegrityError:
        if len(values) == 1:
            return set()
        return set().union(*(_insert_batch(w, model, [value]) for value in values))
    pks = {value["id"] for value in values}
    w.record(model, [(pk, None) for pk in sorted(pks)])
    w.follow(model, list(model._default_manager.filter(pk__in=pks)))
    return pks


def _restore(w: Writer, model: type[models.Model], rows: Mapping[int, Image], number: int) -> set[int]:
    fit = _with_targets(model, {pk: rows[pk] for pk in _untouched(model, rows, number)})
    done: set[int] = set()
    for batch in images.batches(fit):
        for row in model._default_manager.filter(pk__in=batch):
            if _restore_one(w, model, row, _unpacked(model, fit[row.pk])):
                done.add(row.pk)
    return done


def _restore_one(w: Writer, model: type[models.Model], row: Any, image: Image) -> bool:
    image.pop("id", None)
    before = {name: images.pack(getattr(row, name)) for name in image}
    w.follow(model, [row])
    try:
        with transaction.atomic():
            model._default_manager.filter(pk=row.pk).update(**image)
    except IntegrityError:
        return False
    w.record(model, [(row.pk, before)])
    w.follow(model, [model._default_manager.get(pk=row.pk)])
    return True


def _with_targets(model: type[models.Model], rows: Mapping[int, Image]) -> dict[int, Image]:
    """Those whose links all lead somewhere still (rows of the same set count for self-links)."""
    fit = dict(rows)
    for field in links(model):
        column = field.attname
        wanted = {image[column] for image in fit.values() if image.get(column) is not None}
        there = _present(field.related_model, wanted)
        if field.related_model is model:
            there |= set(fit)
        fit = {pk: i for pk, i in fit.items() if i.get(column) is None or i[column] in there}
    return fit


def _unpacked(model: type[models.Model], image: Image) -> Image:
    return {
        f.attname: images.unpack(f, image[f.attname]) for f in images.columns(model) if f.attname in image
    }
