"""Joins what cards of one source say of each other by key, once all of them are here.

A card may name somebody whose own card stands further on; until then the name waits as a word on the person.
"""

from __future__ import annotations

from dataclasses import dataclass

from acquaint.actions.changes import Writer
from acquaint.actions.imports import landing
from acquaint.models import Detail, Person, SourceRecord
from acquaint.models.scope import Scope

WAITING = ("relation", "introducer")


@dataclass(frozen=True, slots=True)
class Met:
    """A word that has found whom it means: the detail, who bears it, who is meant, and in which sense."""

    detail: int
    kind: str
    person: int
    other: int
    label: str


def met(scope: Scope, kind: str) -> list[Met]:
    """The words of one kind of source whose people are here by now."""
    waiting = Detail.objects.of(scope).filter(source=kind, kind__in=WAITING).exclude(ref="").order_by("id")
    told = list(waiting.values_list("id", "kind", "person_id", "label", "ref"))
    keys = list({ref for *_rest, ref in told})
    named = SourceRecord.objects.of(scope).filter(kind=kind, external_key__among=keys, person__isnull=False)
    people: dict[str, int | None] = dict(named.values_list("external_key", "person_id"))
    found = [(detail, word, who, people.get(ref), label) for detail, word, who, label, ref in told]
    return [
        Met(detail, word, who, other, label)
        for detail, word, who, other, label in found
        if other is not None and other != who
    ]


def tie(w: Writer, kind: str, found: list[Met]) -> None:
    """Make ties and introducers of them; the words go."""
    pairs: dict[tuple[int, int], str] = {}
    for one in found:
        if one.kind == "relation":
            a, b = sorted((one.person, one.other))
            pairs.setdefault((a, b), one.label)
    landing.tie(w, kind, pairs)
    through = {one.person: one.other for one in found if one.kind == "introducer"}
    free = Person.objects.with_me(w.scope).filter(pk__among=list(through), introduced_by=None)
    landing.link(w, "introduced_by_id", {pk: through[pk] for pk in free.values_list("id", flat=True)})
    landing.remove(w, Detail, [one.detail for one in found])
    w.reword("person", *(one.person for one in found))
