"""Whom or what a way should lead to: a person, an organization or a field; never a silent guess."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Q
from django.utils.translation import gettext as _

from acquaint.models import Field, Organization, Person
from acquaint.models.errors import Ambiguous, Candidate, NotFound
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.queries.prepared import prepared
from acquaint.text.names import normalise

Kind = Literal["person", "organization", "field"]


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached."""

    kind: Kind
    id: str
    name: str


def meant(scope: Scope, words: str) -> Target:
    """What these words mean; NotFound, or Ambiguous with the people, organizations and fields they fit.

    A whole key or name of one kind wins over the beginning of another.
    """
    found = _exactly(scope, words) or _nearly(scope, words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(_("There is nobody and nothing called “{words}” here.").format(words=words))
    if all(one.kind == "person" for one in found):
        finding.person(scope, words)  # raises with what tells them apart
    message = _("“{words}” could be several; say which by id.").format(words=words)
    raise Ambiguous(message, candidates=[Candidate(one.id, one.name, _(one.kind)) for one in found])


def _exactly(scope: Scope, words: str) -> list[Target]:
    said = " ".join(words.split())
    bare = said.removeprefix("#")
    found: list[Target] = []
    if said and not said.startswith("#"):
        keys = [said.removeprefix("@"), *finding.exactly(scope, said)]
        found += [Target("person", key, name) for key, name in _people(scope, keys=keys)]
    if not said.startswith("@") and bare:
        kinds: tuple[Kind, ...] = ("organization", "field")
        for kind in kinds:
            rows = _places(scope, kind, key=bare, normal=normalise(bare))
            found += [Target(kind, key, name) for key, name in rows]
    return found


@prepared
def _people(told: Any) -> Any:
    rows = Person.objects.of(told).filter(key__in=told.keys).order_by("sort_name", "id")
    return rows.values_list("key", "name")


@prepared
def _places(told: Any, kind: Kind) -> Any:
    """Organizations or fields of just this key or name."""
    rows = Organization.objects.of(told) if kind == "organization" else Field.objects.of(told)
    return rows.filter(Q(key=told.key) | Q(normal=told.normal)).values_list("key", "name")


def _nearly(scope: Scope, words: str) -> list[Target]:
    found: list[Target] = []
    finders: tuple[tuple[Kind, str, Callable[[Scope, str], str]], ...] = (
        ("person", "#", finding.person),
        ("organization", "@", finding.organization),
        ("field", "@", finding.field),
    )
    for kind, other, find in finders:
        if words.strip().startswith(other):
            continue
        try:
            key = find(scope, words)
        except NotFound:
            continue
        except Ambiguous as several:
            found += [Target(kind, one.id, one.title) for one in several.candidates]
        else:
            found.append(Target(kind, key, _name(scope, kind, key)))
    return found


def _name(scope: Scope, kind: Kind, key: str) -> str:
    if kind == "person":
        return str(Person.objects.of(scope).values_list("name", flat=True).get(key=key))
    rows = Organization.objects.of(scope) if kind == "organization" else Field.objects.of(scope)
    return str(rows.values_list("name", flat=True).get(key=key))
