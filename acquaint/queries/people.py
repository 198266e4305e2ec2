"""Everybody, by name: who they are, where they work, how to reach them, when we were last in touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, Value

from acquaint.models import ContactPoint, Field, Organization, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.queries.cards import Named, named
from acquaint.queries.prepared import BY_ID, prepared
from acquaint.queries.search import mentioning
from acquaint.text.names import normalise

_MANY = 2000  # beyond this it is cheaper to read everybody's than to name each


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list."""

    id: str
    name: str
    credentials: str
    organization: str | None
    position: str | None
    stage: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profiles: tuple[str, ...]
    last_contact: date | None
    introduced_by: Named | None
    next: date | None
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list, how many people the whole of it holds, and whether this page is its last."""

    rows: tuple[PersonRow, ...]
    count: int
    is_last: bool


def list_(
    scope: Scope,
    *,
    field: str = "",
    stage: str = "",
    search: str = "",
    active: bool = False,
    limit: int = 0,
    offset: int = 0,
) -> tuple[PersonRow, ...]:
    """People by name; `field` and `search` as typed, `stage` a stage, `limit` 0 for all."""
    everybody = Person.objects.of(scope)
    found = _chosen(everybody, scope, field=field, stage=stage, search=search, active=active)
    rows = found.order_by("sort_name", "id")[offset : offset + limit if limit else None]
    return _rows(scope, rows)


def page(
    scope: Scope, *, limit: int, offset: int = 0, stage: str = "", search: str = "", active: bool = False
) -> Page:
    """One page of what `list_` would show, and how many there are; names are looked through once."""
    words = normalise(search)
    called = _called(scope, words) if words else None
    is_few = called is not None and len(called) <= _MANY
    everybody = _these(scope, called or ()) if is_few else Person.objects.of(scope)
    found = _chosen(everybody, scope, stage=stage, search="" if is_few else words, active=active)
    rows = _rows(scope, found.order_by("sort_name", "id")[offset : offset + limit + 1])
    if not offset and len(rows) <= limit:
        return Page(rows, len(rows), is_last=True)
    if called is not None and not stage and not active:
        whole = len(called)
    else:
        whole = int(found.count()) if is_few else count(scope, stage=stage, search=words, active=active)
    return Page(rows[:limit], whole, is_last=len(rows) <= limit)


def count(scope: Scope, *, field: str = "", stage: str = "", search: str = "", active: bool = False) -> int:
    """How many people `list_` would show.

    Everybody with the owner, less the owner: then an index holds all that is asked, and no row is looked at.
    """
    everybody = Person.objects.with_me(scope)
    me = everybody.filter(id__in=_me(scope))
    whole, mine = (
        _chosen(rows, scope, field=field, stage=stage, search=search, active=active).count()
        for rows in (everybody, me)
    )
    return int(whole - mine)


def _called(scope: Scope, words: str) -> set[int]:
    """The primary keys of everybody in whose name or workplace each of the words is.

    The longest word is looked for first: among the few it leaves, the others cost nothing.
    """
    found: set[int] | None = None
    for word in sorted(set(words.split()), key=len, reverse=True):
        named, staff = Person.objects.with_me(scope), _staff(scope, word)
        if found is not None and len(found) <= _MANY:
            held = Position.objects.of(scope).filter(person_id__in=found)
            named, staff = _these(scope, found), held.filter(organization__normal__contains=word)
        elif (told := mentioning(scope, word)) is not None and len(told) <= _MANY:
            named = _these(scope, told)  # a name stands in its person's line, so nobody is lost
        names = named.filter(_in_name(word)).values_list("id", flat=True)
        here = {*names, *staff.values_list("person_id", flat=True)}
        found = here if found is None else found & here
    return (found or set()).difference(_me(scope))


def _these(scope: Scope, ids: Iterable[int]) -> Any:
    """The people of these ids, each looked up: told the owner plainly, SQLite walks through all of theirs."""
    whose = Person.objects.alias(whose=F("owner_id") + Value(0)).filter(whose=scope.owner_id, me_since=None)
    return whose.filter(id__in=ids)


@prepared
def _me(told: Any) -> Any:
    return Person.objects.me(told).values_list("id", flat=True)


def _in_name(word: str) -> Q:
    return Q(normal__startswith=word) | Q(normal__contains=f" {word}")


def _staff(scope: Scope, word: str) -> Any:
    """Positions at a place with the word in its name."""
    places = Organization.objects.of(scope).filter(normal__contains=word)
    return Position.objects.of(scope).filter(organization_id__in=places.values("id"))


def _chosen(
    found: Any, scope: Scope, *, field: str = "", stage: str = "", search: str = "", active: bool = False
) -> Any:
    if active:
        found = found.active()
    if stage:
        found = found.filter(stage=stage)
    if field:
        key = finding.field(scope, field)
        places = Position.objects.of(scope).filter(
            organization__field__in=Field.objects.of(scope).filter(key=key), ended="", ended_seen_on=None
        )
        found = found.filter(id__in=places.values("person_id"))
    for word in normalise(search).split():
        found = found.filter(_in_name(word) | Q(id__in=_staff(scope, word).values("person_id")))
    return found


def _rows(scope: Scope, people: Any) -> tuple[PersonRow, ...]:
    columns = ("id", "key", "name", "credentials", "stage", "last_contact", "next_due", "closed_on")
    rows = list(people.values(*columns, "introduced_by__key", "introduced_by__name"))
    ids = [row["id"] for row in rows]
    whole = len(ids) > _MANY
    points, places = points_of(scope, None if whole else ids), places_of(scope, None if whole else ids)
    return tuple(
        PersonRow(
            id=row["key"],
            name=row["name"],
            credentials=row["credentials"],
            organization=places.get(row["id"], (None, None))[0],
            position=places.get(row["id"], (None, None))[1],
            stage=row["stage"],
            emails=tuple(points[row["id"], "email"]),
            phones=tuple(points[row["id"], "phone"]),
            profiles=tuple(points[row["id"], "profile"]),
            last_contact=row["last_contact"],
            introduced_by=named(row["introduced_by__key"], row["introduced_by__name"]),
            next=row["next_due"],
            closed_on=row["closed_on"],
        )
        for row in rows
    )


def points_of(scope: Scope, ids: list[int] | None) -> dict[tuple[int, str], list[str]]:
    """Ways to reach these people (None: everybody) by person and kind."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for person, kind, value in _points(scope, ids is None, ids=ids):
        found[person, kind].append(value)
    return found


@prepared
def _points(told: Any, whole: bool) -> Any:  # noqa: FBT001 (which of two wordings, not a switch)
    rows = ContactPoint.objects.of(told).filter(ended_on=None).order_by(BY_ID)
    rows = rows if whole else rows.filter(person_id__in=told.ids)
    return rows.values_list("person_id", "kind", "value")


def places_of(scope: Scope, ids: list[int] | None) -> dict[int, tuple[str | None, str | None]]:
    """Current organization and title by person; the latest told wins."""
    values = _places(scope, ids is None, ids=ids)
    return {person: (place, title or None) for person, place, title in values}


@prepared
def _places(told: Any, whole: bool) -> Any:  # noqa: FBT001 (which of two wordings, not a switch)
    rows = Position.objects.of(told).filter(kind="work", ended="", ended_seen_on=None).order_by(BY_ID)
    rows = rows if whole else rows.filter(person_id__in=told.ids)
    return rows.values_list("person_id", "organization__name", "title")
