"""What is known of everybody, ready to be compared: one query for each kind of fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from django.db.models import Count, F

from acquaint.models import (
    Alias,
    ContactPoint,
    Detail,
    InteractionPerson,
    Interest,
    Interview,
    InterviewGuest,
    Introduction,
    Person,
    Position,
    Tie,
)
from acquaint.models.people import STAGES
from acquaint.models.scope import Scope
from acquaint.text import towns
from acquaint.text.entries import Known

# Where two who took part were both there; a letter may go to two addresses of one person.
TOGETHER: Final = frozenset({"coffee", "meeting", "event", "call", "interview"})
CROWD: Final = 8  # people in one conversation; of more nobody can be said to have spoken with each
_NOBODY: Final[frozenset[Hashable]] = frozenset()  # one for all: an empty set of one's own takes 200 bytes
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as they stand in the list: what the answer needs, and where to look them up."""

    pk: int
    key: str
    name: str
    stage: str
    last_contact: date | None
    introduced_by: int | None

    @property
    def past(self) -> tuple[int, bool, int]:
        """More of it stands first; of equals the one that was here first."""
        return STAGES.index(self.stage), self.last_contact is not None, -self.pk


def everybody(scope: Scope) -> list[Entry]:
    """All people but the owner, the oldest row first."""
    rows = Person.objects.of(scope).order_by("id")
    columns = ("id", "key", "name", "stage", "last_contact", "introduced_by_id")
    return [Entry(*row) for row in rows.values_list(*columns)]


def known(scope: Scope, people: list[Entry]) -> list[Known]:
    """What is known of each, in their order."""
    called = _by_person(Alias.objects.of(scope).order_by("id").values_list("person_id", "text"))
    reached = _points(scope)
    held = Position.objects.of(scope).filter(kind="work").order_by("id")
    firms: dict[int, list[str]] = defaultdict(list)
    titles: dict[int, list[str]] = defaultdict(list)
    for person, firm, title in held.values_list("person_id", "organization__name", "title"):
        firms[person].append(firm or "")
        titles[person].append(title)
    born = Detail.objects.of(scope).filter(kind="birthday").order_by("id")
    birthdays = dict(born.values_list("person_id", "on"))
    places, haunts = _places(scope, reached["postal"]), _haunts(scope)
    contacts, talks = _contacts(scope, people), _talks(scope)
    return [
        Known(
            (one.name, *called.get(one.pk, ())),
            emails=tuple(reached["email"].get(one.pk, ())),
            phones=tuple(reached["phone"].get(one.pk, ())),
            profiles=tuple(reached["profile"].get(one.pk, ())),
            organizations=tuple(filter(None, firms.get(one.pk, ()))),
            positions=tuple(filter(None, titles.get(one.pk, ()))),
            places=tuple(places.get(one.pk, ())),
            birthday=birthdays.get(one.pk, ""),
            contacts=frozenset(contacts.get(one.pk, ())) or _NOBODY,
            met=frozenset(talks.met.get(one.pk, ())) or _NOBODY,
            haunts=tuple(haunts.get(one.pk, ())),
            company=frozenset(talks.company.get(one.pk, ())) - {one.pk} or _NOBODY,
            threads=frozenset(talks.threads.get(one.pk, ())) or _NOBODY,
        )
        for one in people
    ]


def acquainted(scope: Scope) -> list[tuple[int | None, int | None]]:
    """Pairs of people of whom it is said that they know each other."""
    ties = list(Tie.objects.of(scope).values_list("a_id", "b_id"))
    led = Introduction.objects.of(scope).values_list("introducer_id", "introduced_id", "other_id")
    return [*ties, *((one or other, introduced) for one, introduced, other in led)]


def _by_person(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for person, value in rows:
        found[person].append(value)
    return found


def _points(scope: Scope) -> dict[str, dict[int, list[str]]]:
    """By kind and person: the keys by which somebody is reached, of an address the text on its lines."""
    reached: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    points = ContactPoint.objects.of(scope).order_by("id")
    for person, kind, value, normal in points.values_list("person_id", "kind", "value", "normal"):
        reached[kind][person].append(value if kind == "postal" else normal)
    return reached


def _places(scope: Scope, postal: dict[int, list[str]]) -> dict[int, list[str]]:
    """Where somebody lives or works: postal addresses, and what a source stated in their notes."""
    found: dict[int, list[str]] = defaultdict(list, {person: list(some) for person, some in postal.items()})
    told = Person.objects.of(scope).filter(notes__contains=":").order_by("id").values_list("id", "notes")
    for person, notes in told.iterator():
        if places := towns.stated(notes):
            found[person] += places
    return found


def _haunts(scope: Scope) -> dict[int, list[str]]:
    """Places that somebody is said to come from, to have lived or worked in."""
    told = Interest.objects.of(scope).filter(kind="place").order_by("id")
    return _by_person(told.values_list("person_id", "text"))


def _contacts(scope: Scope, people: list[Entry]) -> dict[int, set[int]]:
    """Who knows them or brought them to me; the owner knows everybody, which says nothing."""
    here = {one.pk for one in people}
    found: dict[int, set[int]] = defaultdict(set)
    brought = [(one.pk, one.introduced_by) for one in people]
    for a, b in (*acquainted(scope), *brought):
        if a is not None and b is not None and a in here and b in here:
            found[a].add(b)
            found[b].add(a)
    return found


@dataclass(frozen=True, slots=True)
class _Talks:
    """By person: the occasions of which others were part, those where they were there, and with whom."""

    threads: dict[int, set[str]]
    met: dict[int, set[str]]
    company: dict[int, set[int]]


def _talks(scope: Scope) -> _Talks:
    """What somebody took part in beside me and others; the owner's own row is nobody's company."""
    found = _Talks(defaultdict(set), defaultdict(set), defaultdict(set))
    circles: dict[str, list[int]] = defaultdict(list)
    for person, occasion, together in _taking_part(scope):
        found.threads[person].add(occasion)
        if together:
            found.met[person].add(occasion)
        circles[occasion].append(person)
    for circle in circles.values():
        if len(circle) <= CROWD:
            for person in circle:
                found.company[person].update(circle)
    return found


def _taking_part(scope: Scope) -> Iterator[tuple[int, str, bool]]:
    """Each person in each conversation of several people, and whether all of them were there at once."""
    me = Person.objects.with_me(scope).filter(me_since__isnull=False)
    rows = InteractionPerson.objects.of(scope).exclude(person__in=me.values("id"))
    several = rows.order_by().values("interaction").annotate(times=Count("id")).filter(times__gt=1)
    there = rows.filter(interaction__in=several.values("interaction"))
    for person, contact, kind in there.values_list("person_id", "interaction_id", "interaction__kind"):
        yield person, f"contact {contact}", kind in TOGETHER
    guests = InterviewGuest.objects.of(scope)
    hosts = Interview.objects.of(scope).filter(id__in=guests.values("interview_id"))
    for talks in (guests.values_list("person_id", "interview_id"), hosts.values_list("person_id", "id")):
        yield from ((person, f"talk {talk}", True) for person, talk in talks)


def introduced(scope: Scope) -> Iterable[tuple[int, int | None]]:
    """Each person whom somebody here brought to me, with that somebody."""
    brought = Person.objects.of(scope).filter(introduced_by__isnull=False)
    return brought.values_list("id", F("introduced_by_id"))
