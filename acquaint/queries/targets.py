"""Whom or what a way should lead to: a person, an organization or a field; never a silent guess."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q
from django.utils.translation import gettext as _

from acquaint.models import Field, Organization, Person
from acquaint.models.errors import Ambiguous, Candidate, NotFound
from acquaint.models.scope import Scope
from acquaint.queries import finding
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
    named = Q(key=bare) | Q(normal=normalise(bare))
    found: list[Target] = []
    if not said.startswith("#"):
        keys = [said.removeprefix("@"), *finding.exactly(scope, said)] if said else []
        people = Person.objects.of(scope).filter(key__in=keys).order_by("sort_name", "id")
        found += [Target("person", key, name) for key, name in people.values_list("key", "name")]
    if not said.startswith("@") and bare:
        places = Organization.objects.of(scope).filter(named).values_list("key", "name")
        fields = Field.objects.of(scope).filter(named).values_list("key", "name")
        found += [Target("organization", key, name) for key, name in places]
        found += [Target("field", key, name) for key, name in fields]
    return found


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
