"""What belongs to one person, now and in history: what an erasure takes, sets free and hands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from acquaint.actions import images, reversing
from acquaint.models import (
    ChangeRow,
    FormerKey,
    ImportVerdict,
    Interaction,
    InteractionPerson,
    Interview,
    InterviewGuest,
    Introduction,
    JournalEntry,
    Offer,
    Person,
    Photo,
    Snooze,
    SourceRecord,
)
from acquaint.models.scope import Scope

Model = type[models.Model]
Rows = dict[Model, set[int]]

# Links that may be empty, and yet what they lead to is what the row is about: it goes with the person.
ABOUT: Mapping[Model, tuple[str, ...]] = {
    JournalEntry: ("person_id",),
    SourceRecord: ("person_id",),
    ImportVerdict: ("person_id",),
    Offer: ("person_id", "other_id"),
    Introduction: ("introducer_id", "introduced_id", "other_id"),
}


@dataclass(slots=True)
class Belongings:
    """The rows that go, by model, and the talks that a guest takes over (talk → guest)."""

    gone: Rows = field(default_factory=lambda: defaultdict(set))
    handed: dict[int, int] = field(default_factory=dict)


def of(scope: Scope, person: Person) -> Belongings:
    """All rows that are this person's; what is shared with others stays theirs."""
    found = Belongings()
    found.gone[Person].add(person.pk)
    _hand_on(scope, person, found)
    _take(scope, found)
    _alone(scope, found)
    _take(scope, found)
    if person.photo_id and not Person.objects.filter(photo_id=person.photo_id).exclude(pk=person.pk).exists():
        found.gone[Photo].add(person.photo_id)
    _snoozes(scope, found)
    return found


def holding(model: Model) -> tuple[Any, ...]:
    """The links without which a row of this model is nothing."""
    about = ABOUT.get(model, ())
    return tuple(link for link in reversing.links(model) if not link.null or link.attname in about)


def freeing(model: Model) -> tuple[Any, ...]:
    """The links that may be emptied, and the row stands on."""
    return tuple(link for link in reversing.links(model) if link not in holding(model))


def _hand_on(scope: Scope, person: Person, found: Belongings) -> None:
    """A talk at which somebody else was is theirs from now on."""
    talks = Interview.objects.of(scope).filter(person=person).values("id")
    guests = InterviewGuest.objects.of(scope).filter(interview__in=talks).exclude(person=person)
    for pk, talk, guest in guests.order_by("id").values_list("id", "interview_id", "person_id"):
        if talk not in found.handed:
            found.handed[talk] = guest
            found.gone[InterviewGuest].add(pk)


def _take(scope: Scope, found: Belongings) -> None:
    """All that cannot stand without what goes."""
    for model in reversing.order():
        for link in holding(model):
            leaving = found.gone.get(link.related_model)
            if leaving:
                rows = model._default_manager.filter(
                    owner_id=scope.owner_id, **{f"{link.attname}__in": leaving}
                )
                kept = found.handed if model is Interview else ()
                found.gone[model].update(pk for pk in rows.values_list("pk", flat=True) if pk not in kept)


def _alone(scope: Scope, found: Belongings) -> None:
    """Contacts with nobody else."""
    mine = InteractionPerson.objects.of(scope).filter(pk__in=found.gone[InteractionPerson])
    party = InteractionPerson.objects.of(scope).filter(interaction__in=mine.values("interaction_id"))
    shared = set(party.exclude(pk__in=found.gone[InteractionPerson]).values_list("interaction_id", flat=True))
    found.gone[Interaction].update(set(mine.values_list("interaction_id", flat=True)) - shared)


def _snoozes(scope: Scope, found: Belongings) -> None:
    """What was put off about any of this: a suggestion's id ends with the key of its row."""
    keys = {
        key
        for model, pks in found.gone.items()
        if any(column.attname == "key" for column in model._meta.concrete_fields)
        for key in model._default_manager.filter(pk__in=pks).values_list("key", flat=True)
    }
    for pk, suggestion in Snooze.objects.of(scope).values_list("id", "suggestion"):
        if keys & set(suggestion.split(":")):
            found.gone[Snooze].add(pk)


def past(scope: Scope, gone: Rows) -> Rows:
    """The same, with the rows that were theirs and went before: history alone still tells of them."""
    found: Rows = defaultdict(set, {model: set(pks) for model, pks in gone.items()})
    removed = [(model, pk, before) for model, pk, before in recorded(scope) if "id" in before]
    while True:
        if not any(_join(found, *row) for row in removed) and not _merged(scope, found, removed):
            break
    _past_contacts(found, removed)
    return found


def recorded(scope: Scope) -> Iterable[tuple[Model, int, dict[str, Any]]]:
    """Every image in the owner's history."""
    rows = ChangeRow.objects.filter(change__owner_id=scope.owner_id, before__isnull=False)
    for name, pk, before in rows.values_list("model", "row_id", "before").iterator(chunk_size=5000):
        yield images.model_of(name), pk, before or {}


def _join(found: Rows, model: Model, pk: int, image: dict[str, Any]) -> bool:
    """Count a removed row among those that go, if it leads to one; whether that is news."""
    if pk in found[model]:
        return False
    if not any(image.get(link.attname) in found[link.related_model] for link in holding(model)):
        return False
    found[model].add(pk)
    return True


def _merged(scope: Scope, found: Rows, removed: list[tuple[Model, int, dict[str, Any]]]) -> bool:
    """Count the entries that were joined to one that goes, unless they stand by themselves again."""
    here = FormerKey.objects.of(scope).filter(pk__in=found[FormerKey]).values_list("key", flat=True)
    keys = {
        *here,
        *(image["key"] for model, pk, image in removed if model is FormerKey and pk in found[model]),
    }
    entries = {pk for model, pk, image in removed if model is Person and image["key"] in keys}
    entries -= {*found[Person], *Person.objects.filter(pk__in=entries).values_list("pk", flat=True)}
    found[Person] |= entries
    return bool(entries)


def _past_contacts(found: Rows, removed: list[tuple[Model, int, dict[str, Any]]]) -> None:
    party: dict[int, set[int]] = defaultdict(set)
    for model, _pk, image in removed:
        if model is InteractionPerson:
            party[image["interaction_id"]].add(image["person_id"])
    for model, pk, _image in removed:
        if model is Interaction and party.get(pk) and party[pk] <= found[Person]:
            found[Interaction].add(pk)
