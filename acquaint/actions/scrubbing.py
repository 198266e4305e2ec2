"""Take a person's names and addresses out of words that stay: notes on others, history, what sources said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Cast

from acquaint.actions import images, reversing
from acquaint.actions.belongings import Model, Rows, freeing, holding
from acquaint.formats.vcard.scrubbing import scrubbed
from acquaint.models import Alias, Change, ChangeRow, ContactPoint, Debrief, Opening, Person, SourceRecord
from acquaint.models.changes import ids_of, runs_of
from acquaint.models.scope import Scope

BLANK = "…"
SHORTEST = 5  # signs of an address that is looked for inside other words
# Plain columns that hold words too; every text column does.
WORDY: dict[Model, tuple[str, ...]] = {Debrief: ("ease",), Opening: ("role",)}


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names and addresses by which a person is mentioned."""

    needles: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, names: Iterable[str], points: Iterable[str]) -> Mentions:
        """A name of one word counts only as `@Name`: it may be a plain word as well."""
        said = {" ".join(name.split()) for name in names} - {""}
        whole = {name if " " in name else f"@{name}" for name in said}
        addresses = {point for point in points if len(point) >= SHORTEST}
        needles = sorted(whole | addresses, key=lambda one: (-len(one), one))
        forms = [r"\s+".join(map(re.escape, one.split())) for one in needles]
        return cls(
            tuple(needles), re.compile(rf"(?<!\w)@?(?:{'|'.join(forms) or '(?!)'})(?!\w)", re.IGNORECASE)
        )

    def scrub(self, value: Any) -> Any:
        """The value, text or JSON, without them."""
        if isinstance(value, str):
            return self.pattern.sub(BLANK, value)
        if isinstance(value, list):
            return [self.scrub(one) for one in value]
        if isinstance(value, dict):
            return {self.scrub(name): self.scrub(one) for name, one in value.items()}
        return value

    def within(self, column: str) -> Q:
        """Where a column may hold one of them, as text or as JSON writes it."""
        asked = Q(pk=None)
        for needle in self.needles:
            word = needle.split()[0] if " " in needle else needle
            asked |= Q(**{f"{column}__icontains": word})
            if not word.isascii():
                asked |= Q(**{f"{column}__contains": json.dumps(word)[1:-1]})
        return asked


def mentions(
    scope: Scope, person: Person, past: Iterable[tuple[Model, int, dict[str, Any]]], gone: Rows
) -> Mentions:
    """How the person is or was called and reached, but for what is somebody else's as well."""
    names = {person.name, *Alias.objects.of(scope).filter(person=person).values_list("text", flat=True)}
    held = ContactPoint.objects.of(scope).filter(person=person).values_list("value", "normal")
    points = {text for pair in held for text in pair}
    for model, pk, image in past:
        if pk in gone.get(model, ()):
            column = "name" if model is Person else "text" if model is Alias else ""
            names |= {image.get(column, "")} - {""}
            points |= (
                {image.get("value", ""), image.get("normal", "")} - {""} if model is ContactPoint else set()
            )
    names |= {f"{name}, {person.credentials}" for name in names if person.credentials}
    others = Person.objects.with_me(scope).exclude(pk=person.pk)
    names -= {name for name in names if others.filter(name__icontains=name).exists()}
    shared = ContactPoint.objects.of(scope).exclude(person=person)
    points -= {
        text for pair in shared.filter(value__in=points).values_list("value", "normal") for text in pair
    }
    points -= {
        text for pair in shared.filter(normal__in=points).values_list("value", "normal") for text in pair
    }
    return Mentions.of(names, points)


def rows(scope: Scope, found: Mentions) -> Iterator[tuple[Model, int]]:
    """Scrub every row that stays; which ones were changed."""
    for model in reversing.order():
        for column in _wordy(model):
            for row in _mentioning(model._default_manager.filter(owner_id=scope.owner_id), column, found):
                before = getattr(row, column)
                after = found.scrub(before)
                if after != before:
                    model._default_manager.filter(pk=row.pk).update(**{column: after})
                    yield model, row.pk
    yield from _cards(scope, found)


def _cards(scope: Scope, found: Mentions) -> Iterator[tuple[Model, int]]:
    """Cards of others that are kept whole: there a name may be folded or encoded."""
    kept = SourceRecord.objects.of(scope).exclude(raw="")
    for pk, raw, said in kept.values_list("id", "raw", "record").iterator(chunk_size=500):
        codec = said.get("beside", {}).get("codec") or "utf-8"
        if (after := scrubbed(raw, codec, found.scrub)) != raw:
            kept.filter(pk=pk).update(raw=after)
            yield SourceRecord, pk


def _wordy(model: Model) -> list[str]:
    if model is ContactPoint:  # what somebody else is reached by is theirs
        return []
    kinds = (models.TextField, models.JSONField)
    texts = [column.attname for column in model._meta.concrete_fields if isinstance(column, kinds)]
    return [*texts, *WORDY.get(model, ())]


def _mentioning(found: Any, column: str, mentions: Mentions) -> list[Any]:
    """Rows of a queryset whose column may mention them."""
    text = Cast(column, models.TextField())
    return list(found.alias(_words=text).filter(mentions.within("_words")))


def history(scope: Scope, gone: Rows, found: Mentions) -> None:
    """Take out of history the rows that went, their images, the links to them, and every mention."""
    emptied: set[int] = set()
    for model, pks in gone.items():
        lines = ChangeRow.objects.filter(change__owner_id=scope.owner_id, model=images.label(model))
        for batch in images.batches(pks):
            theirs = lines.filter(row_id__in=batch, runs__isnull=True)
            emptied.update(theirs.values_list("change_id", flat=True))
            theirs.delete()
        emptied |= _shorten(lines.filter(runs__isnull=False), pks)
    _images(scope, gone, found)
    for batch in images.batches(emptied):
        left = ChangeRow.objects.filter(change_id__in=batch).values("change_id")
        Change.objects.filter(pk__in=batch).exclude(pk__in=left).update(about="", facts={})
    _headers(scope, found)


def _shorten(lines: Any, gone: set[int]) -> set[int]:
    """Take ids out of lines that speak of many rows inserted at once; which Changes lost all of a line."""
    emptied: set[int] = set()
    for pk, change, row_id, runs in lines.values_list("id", "change_id", "row_id", "runs"):
        if not any(first <= one <= last for first, last in runs for one in gone):
            continue
        line = ChangeRow.objects.filter(pk=pk)
        if left := [one for one in ids_of(row_id, runs) if one not in gone]:
            line.update(row_id=left[0], runs=runs_of(left))
        else:
            line.delete()
            emptied.add(change)
    return emptied


def _images(scope: Scope, gone: Rows, found: Mentions) -> None:
    kept = ChangeRow.objects.filter(change__owner_id=scope.owner_id, before__isnull=False)
    for row in kept.iterator(chunk_size=2000):
        model = images.model_of(row.model)
        wordy = _wordy(model)
        image = {
            name: found.scrub(held) if name in wordy else held for name, held in (row.before or {}).items()
        }
        for link in (*holding(model), *freeing(model)):
            if image.get(link.attname) in gone.get(link.related_model, ()):
                image = {**image, link.attname: None}
                if not link.null:
                    del image[link.attname]
        if image != row.before:
            ChangeRow.objects.filter(pk=row.pk).update(before=image)


def _headers(scope: Scope, found: Mentions) -> None:
    """In history a lone name is a mention too: it stands there by itself or in a list."""
    alone = {needle[1:].casefold() for needle in found.needles if needle.startswith("@")}
    for change in Change.objects.of(scope).exclude(about="", facts={}).iterator(chunk_size=2000):
        parts = [BLANK if part.strip().casefold() in alone else part for part in change.about.split(", ")]
        about, facts = found.scrub(", ".join(parts)), _unnamed(found.scrub(change.facts), alone)
        if (about, facts) != (change.about, change.facts):
            Change.objects.filter(pk=change.pk).update(about=about, facts=facts)


def _unnamed(value: Any, alone: set[str]) -> Any:
    """JSON without the texts that are nothing but one of these names."""
    if isinstance(value, str):
        return BLANK if value.strip().casefold() in alone else value
    if isinstance(value, list):
        return [_unnamed(one, alone) for one in value]
    if isinstance(value, dict):
        return {name: _unnamed(one, alone) for name, one in value.items()}
    return value


def file() -> bool:
    """Wipe the file itself: search index, free pages and log. False while somebody else has it open."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [[busy, *_pages]] = cursor.fetchall()
        return not busy
