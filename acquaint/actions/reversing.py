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
Lines = tuple[int, ...]  # the ChangeRows that tell what a row held, the latest first
Net = dict[int, Lines | None]  # by row; None: before the Change it was not there
BY_FACT = ("person.merge",)  # what is undone fact by fact where a row was written since

order, links = census.order, census.links


def reverse(w: Writer, target: Change, kept: Kept) -> int:
    """Write the inverse of `target`; how many rows changed. `kept` gathers what had to stay.

    What comes back goes first, so that links lead to it, then what was changed, which may set free what is
    to go; a row that had to wait for another (a name to be free, a link to be loosed) gets another turn.
    """
    waiting, done = _net(target), 0
    while any(waiting.values()):
        found = _turn(w, waiting, target)
        done += found
        if not found:
            break
    for name, rows in waiting.items():
        kept[name].update(rows)
    return done


def _turn(w: Writer, waiting: dict[str, Net], target: Change) -> int:
    """Reverse what can be reversed now and take it off the list; how many rows that were."""
    done = 0
    for model in order():
        rows = waiting.get(images.label(model), {})
        back = {pk: lines for pk, lines in rows.items() if lines is not None}
        present = _present(model, back)
        absent = {pk: lines for pk, lines in back.items() if pk not in present}
        settled = _insert(w, model, absent)
        settled |= _restore(w, model, {pk: back[pk] for pk in present}, target)
        done += _settle(rows, settled)
    for model in reversed(order()):
        rows = waiting.get(images.label(model), {})
        going = {pk for pk, lines in rows.items() if lines is None}
        _settle(rows, going - _present(model, going))  # gone already: nothing to say
        done += _settle(rows, _delete(w, model, going & rows.keys(), target.number))
    return done


def _settle(rows: Net, settled: set[int]) -> int:
    for pk in settled:
        rows.pop(pk, None)
    return len(settled)


@cache
def _pointers(model: type[models.Model]) -> tuple[tuple[type[models.Model], str], ...]:
    """(model, column) pairs that may point at a row of `model` and keep it from going."""
    every = ((m, f.attname) for m in census.recorded() for f in links(m) if f.related_model is model)
    return tuple(one for one in every if one not in census.following())


def _net(target: Change) -> dict[str, Net]:
    """Per table and row, where it is told what stood before the Change; images are read when they are due."""
    net: dict[str, Net] = defaultdict(dict)
    is_insert = models.ExpressionWrapper(models.Q(before__isnull=True), models.BooleanField())
    rows = ChangeRow.objects.filter(change=target).order_by("-id").annotate(is_insert=is_insert)
    told = rows.values_list("id", "model", "row_id", "runs", "is_insert")
    for line, name, pk, runs, inserted in told.iterator(chunk_size=5000):
        if inserted:
            net[name].update(dict.fromkeys(ids_of(pk, runs)))
        else:
            net[name][pk] = (*(net[name].get(pk) or ()), line)
    return net


def _images(rows: Mapping[int, Lines], batch: Iterable[int]) -> dict[int, Image]:
    """What these rows held; the earliest image of a column wins."""
    wanted = [line for pk in batch for line in rows[pk]]
    told: dict[int, Any] = dict(ChangeRow.objects.filter(pk__among=wanted).values_list("id", "before"))
    found: dict[int, Image] = {}
    for pk in batch:
        image = told[rows[pk][0]]
        for line in rows[pk][1:]:
            image = {**image, **told[line]}
        found[pk] = image
    return found


def _present(model: type[models.Model], rows: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for batch in images.batches(rows):
        found.update(model._default_manager.filter(pk__among=batch).values_list("pk", flat=True))
    return found


def _delete(w: Writer, model: type[models.Model], rows: Iterable[int], number: int) -> set[int]:
    going = _untouched(model, rows, number)
    while held := _pointed_at(w.scope.owner_id, model, going):
        going -= held
    for batch in images.batches(going):
        found = images.wholes(model, batch)
        w.follow(model, found)
        w.record(model, [(image["id"], image) for image in found])
        for other, column in census.following():
            if other._meta.get_field(column).related_model is model:
                theirs = other._default_manager.filter(**{f"{column}__among": batch})
                theirs._raw_delete(theirs.db)
        chosen = model._default_manager.filter(pk__among=batch)
        chosen._raw_delete(chosen.db)  # nothing else cascades here
    return going


def _untouched(model: type[models.Model], rows: Iterable[int], number: int) -> set[int]:
    """Those that no later Change wrote."""
    found: set[int] = set()
    for batch in images.batches(rows):
        same = model._default_manager.filter(pk__among=batch, last_change__lte=number)
        found.update(same.values_list("pk", flat=True))
    return found


def _pointed_at(owner_id: int, model: type[models.Model], going: set[int]) -> set[int]:
    """Rows among `going` that rows which stay point at."""
    held: set[int] = set()
    for other, column in _pointers(model):
        for batch in images.batches(going):
            found = other._default_manager.filter(owner_id=owner_id, **{f"{column}__among": batch})
            pairs = found.values_list("pk", column)
            held.update(to for pk, to in pairs if not (other is model and pk in going))
    return held


def _insert(w: Writer, model: type[models.Model], rows: Mapping[int, Lines]) -> set[int]:
    fit = _fit_to_itself(model, rows)
    done: set[int] = set()
    for batch in images.batches(fit):
        held = {pk: image for pk, image in _images(rows, batch).items() if "id" in image}
        back = _with_targets(model, held, among=fit)
        done |= _insert_batch(w, model, [images.unpacked(model, image) for image in back.values()])
    return done


def _fit_to_itself(model: type[models.Model], rows: Mapping[int, Lines]) -> set[int]:
    """Where rows of a model may point at each other: those whose links lead somewhere, all taken together."""
    if not any(link.related_model is model for link in links(model)):
        return set(rows)
    names = ["id", *(link.attname for link in links(model))]
    linked: dict[int, Image] = {}
    for batch in images.batches(rows):
        for pk, image in _images(rows, batch).items():
            if "id" in image:
                linked[pk] = {name: image[name] for name in names if image.get(name) is not None}
    return set(_with_targets(model, linked))


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
    w.follow(model, values)
    return pks


def _restore(w: Writer, model: type[models.Model], rows: Mapping[int, Lines], target: Change) -> set[int]:
    done: set[int] = set()
    untouched = _untouched(model, rows, target.number)
    if target.what in BY_FACT:
        _restore_facts(w, model, {pk: rows[pk] for pk in rows.keys() - untouched}, target)
    for batch in images.batches(untouched):
        fit = _with_targets(model, _images(rows, batch))
        for row in model._default_manager.filter(pk__among=list(fit)).order_by("pk"):
            if _restore_one(w, model, row, images.unpacked(model, fit[row.pk])):
                done.add(row.pk)
    return done


def _restore_facts(w: Writer, model: type[models.Model], rows: Mapping[int, Lines], target: Change) -> None:
    """Of rows that later deeds wrote, restore each fact that none of them wrote; the rows count as kept."""
    for batch in images.batches(rows):
        written = _written_since(model, batch, target)
        free = {pk: _unwritten(model, image, written[pk]) for pk, image in _images(rows, batch).items()}
        fit = _with_targets(model, free)
        for row in model._default_manager.filter(pk__among=list(fit)).order_by("pk"):
            image = {name: old for name, old in fit[row.pk].items() if images.pack(getattr(row, name)) != old}
            if image:
                _restore_one(w, model, row, images.unpacked(model, image))


def _written_since(model: type[models.Model], rows: list[int], target: Change) -> dict[int, set[str]]:
    """By row, the columns that deeds after the Change wrote."""
    later = ChangeRow.objects.filter(model=images.label(model), row_id__among=rows, before__isnull=False)
    later = later.filter(
        change__owner_id=target.owner_id, change__number__gt=target.number, change__undoes=None
    )
    found: dict[int, set[str]] = defaultdict(set)
    for pk, before in later.values_list("row_id", "before"):
        found[pk].update(before or ())
    return found


def _unwritten(model: type[models.Model], image: Image, written: set[str]) -> Image:
    """The part of an image whose facts are untouched; columns that make one fact go together."""
    facts = list(getattr(model, "FACTS", {}).values())
    gone = {"id", "last_change", *written}
    gone.update(name for columns in facts if written & set(columns) for name in columns)
    return {name: value for name, value in image.items() if name not in gone}


def _restore_one(w: Writer, model: type[models.Model], row: Any, image: Image) -> bool:
    image.pop("id", None)
    before = {name: images.pack(getattr(row, name)) for name in image}
    w.follow(model, [vars(row)])
    try:
        with transaction.atomic():
            model._default_manager.filter(pk=row.pk).update(**image)
    except IntegrityError:
        return False
    w.record(model, [(row.pk, before)])
    w.follow(model, [vars(model._default_manager.get(pk=row.pk))])
    return True


def _with_targets(
    model: type[models.Model], rows: Mapping[int, Image], among: set[int] | None = None
) -> dict[int, Image]:
    """Those whose links all lead somewhere still; for self-links rows `among` them count as well."""
    fit = dict(rows)
    for field in links(model):
        column = field.attname
        wanted = {image[column] for image in fit.values() if image.get(column) is not None}
        there = _present(field.related_model, wanted)
        if field.related_model is model:
            there |= set(fit) if among is None else among
        fit = {pk: i for pk, i in fit.items() if i.get(column) is None or i[column] in there}
    return fit
