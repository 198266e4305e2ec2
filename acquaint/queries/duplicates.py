"""Who may be here twice: pairs of people that seem to be one, with what speaks for it and against it.

A suspicion is a reason to ask. Nothing is joined here, and an equal name alone is never certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, F

from acquaint.maths import sameness
from acquaint.messages.reasons import Reason
from acquaint.messages.sayings import SAYINGS
from acquaint.models import (
    Alias,
    Change,
    ContactPoint,
    Detail,
    Distinct,
    InteractionPerson,
    Interview,
    InterviewGuest,
    Introduction,
    Person,
    Position,
    Tie,
)
from acquaint.models.people import STAGES
from acquaint.models.scope import Scope
from acquaint.queries import names
from acquaint.queries.cards import Named
from acquaint.queries.watching import Note, Watch
from acquaint.text.because import because
from acquaint.text.evidence import Book, Known, Prepared

# Where two who took part were both there; a letter may go to two addresses of one person.
TOGETHER: Final = ("coffee", "meeting", "event", "call", "interview")
FEW: Final = 600  # people, up to whom looking takes no longer than a page may
DECISIONS: Final = ("person.merge", "duplicates.apart")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Suspected:
    """Two entries that may be one person, the one with more of a past first.

    `score` is how likely, for machines and for the order; `certain` that a key of one person says so.
    `reasons` speak for it and `against` against it, the weightiest first.
    """

    a: Named
    b: Named
    score: float
    certain: bool
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
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


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found at one version of the data, with the pairs by primary key."""

    version: names.Version
    number: int
    people: int
    pairs: tuple[tuple[Pair, Suspected], ...]


def find(scope: Scope, *, limit: int = 0) -> tuple[Suspected, ...]:
    """Everybody who may be here twice, the strongest suspicion first (`limit` 0: all).

    Those whom the owner told apart, and those of whom it is said that they know each other, are two people.
    The number of queries does not grow; 30,000 people take some seconds.
    """
    found = tuple(one for _pair, one in _search(scope, _entries(scope)))
    return found[:limit] if limit else found


_held: dict[int, _Answer] = {}


def is_known(scope: Scope) -> bool:
    """Whether `listed` answers at once: of few people always, of many while its answer is kept."""
    held = _held.get(scope.owner_id)
    if held is not None and _holds(scope, held, names.version(scope)):
        return True
    return int(Person.objects.of(scope).count()) <= FEW


def listed(scope: Scope, *, note: Note | None = None) -> tuple[Suspected, ...]:
    """The same for a page: of many people it is kept while nothing but such pairs was decided.

    `note` is told now and then how many entries were read and pairs compared; it stops the search by raising.
    """
    now = names.version(scope)
    held = _held.get(scope.owner_id)
    if held is None or not _holds(scope, held, now):
        number = Change.objects.of(scope).order_by("-number").values_list("number", flat=True).first() or 0
        everybody = _entries(scope)
        held = _Answer(now, number, len(everybody), tuple(_search(scope, everybody, note)))
        _held.clear()
        _held[scope.owner_id] = held
    if held.version == now:
        return tuple(one for _pair, one in held.pairs)
    wanted = {pk for pair, _one in held.pairs for pk in pair}
    here = set(Person.objects.of(scope).filter(pk__among=list(wanted)).values_list("pk", flat=True))
    apart = _apart(scope)
    return tuple(one for pair, one in held.pairs if here.issuperset(pair) and pair not in apart)


def of_pair(scope: Scope, a: str, b: str) -> Suspected | None:
    """What is suspected of two people (keys), where it is or was known without looking through very many."""
    held = _held.get(scope.owner_id)
    known = listed(scope) if is_known(scope) else (one for _pair, one in held.pairs) if held else ()
    return next((one for one in known if {one.a.id, one.b.id} == {a, b}), None)


def any_(scope: Scope) -> bool:
    """Whether there may be such a pair; among many people by the plainest signs only."""
    held = _held.get(scope.owner_id)
    if held is not None and held.version == names.version(scope):
        return bool(held.pairs)
    if Person.objects.of(scope).count() <= FEW:
        return bool(listed(scope))
    points = ContactPoint.objects.of(scope).order_by().values("kind", "normal")
    called = Person.objects.with_me(scope).order_by().values("normal")
    return any(rows.annotate(times=Count("id")).filter(times__gt=1).exists() for rows in (points, called))


def _holds(scope: Scope, held: _Answer, now: names.Version) -> bool:
    if held.version == now:
        return True
    since = Change.objects.of(scope).filter(number__gt=held.number)
    if held.people <= FEW:
        return False
    return all(
        what in DECISIONS or facts.get("of") in DECISIONS
        for what, facts in since.values_list("what", "facts")
    )


def _search(
    scope: Scope, everybody: list[_Entry], note: Note | None = None
) -> Iterator[tuple[Pair, Suspected]]:
    watch = Watch(note)
    place = {one.pk: at for at, one in enumerate(everybody)}
    book = Book(watch.each(_known(scope, everybody)))
    apart = {(place[a], place[b]) for a, b in _apart(scope) if a in place and b in place}
    apart = {(min(pair), max(pair)) for pair in apart}
    called = {str(one.pk): one.name for one in everybody}
    for match in sameness.find(book.keys(), watch.pair(book.compare), apart=apart):
        sides = sorted((match.a, match.b), key=lambda at: everybody[at].past, reverse=True)
        a, b = (everybody[at] for at in sides)
        one, other = (book.entries[at] for at in sides)
        reasons, against = _reasons(match.codes, one, other, called)
        pair = (min(a.pk, b.pk), max(a.pk, b.pk))
        probability = round(match.probability, 4)
        yield (
            pair,
            Suspected(
                Named(a.key, a.name), Named(b.key, b.name), probability, match.certain, reasons, against
            ),
        )


# ── Gathering ────────────────────────────────────────────────────────────────────────────────────


def _entries(scope: Scope) -> list[_Entry]:
    rows = Person.objects.of(scope).order_by("id")
    columns = ("id", "key", "name", "stage", "last_contact", "introduced_by_id")
    return [_Entry(*row) for row in rows.values_list(*columns)]


def _known(scope: Scope, everybody: list[_Entry]) -> list[Known]:
    """What is known of each; one query for each kind of fact."""
    called = _by_person(Alias.objects.of(scope).order_by("id").values_list("person_id", "text"))
    points = ContactPoint.objects.of(scope).exclude(kind="postal").order_by("id")
    reached: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for person, kind, normal in points.values_list("person_id", "kind", "normal"):
        reached[kind][person].append(normal)
    held = Position.objects.of(scope).filter(kind="work").order_by("id")
    firms, titles = defaultdict(list), defaultdict(list)
    for person, firm, title in held.values_list("person_id", "organization__name", "title"):
        firms[person].append(firm or "")
        titles[person].append(title)
    born = Detail.objects.of(scope).filter(kind="birthday").order_by("id")
    birthdays = dict(born.values_list("person_id", "on"))
    contacts, met = _contacts(scope, everybody), _met(scope)
    return [
        Known(
            (one.name, *called.get(one.pk, ())),
            emails=tuple(reached["email"].get(one.pk, ())),
            phones=tuple(reached["phone"].get(one.pk, ())),
            profiles=tuple(reached["profile"].get(one.pk, ())),
            organizations=tuple(filter(None, firms.get(one.pk, ()))),
            positions=tuple(filter(None, titles.get(one.pk, ()))),
            birthday=birthdays.get(one.pk, ""),
            contacts=frozenset(contacts.get(one.pk, ())),
            met=frozenset(met.get(one.pk, ())),
        )
        for one in everybody
    ]


def _by_person(rows: Iterable[tuple[Any, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for person, value in rows:
        found[person].append(value)
    return found


def _contacts(scope: Scope, everybody: list[_Entry]) -> dict[int, set[int]]:
    """Who knows them or brought them to me; the owner knows everybody, which says nothing."""
    here = {one.pk for one in everybody}
    found: dict[int, set[int]] = defaultdict(set)
    brought = [(one.pk, one.introduced_by) for one in everybody]
    for a, b in (*_acquainted(scope), *brought):
        if a in here and b in here:
            found[a].add(b)
            found[b].add(a)
    return found


def _acquainted(scope: Scope) -> list[tuple[int | None, int | None]]:
    """Pairs of people of whom it is said that they know each other."""
    ties = list(Tie.objects.of(scope).values_list("a_id", "b_id"))
    led = Introduction.objects.of(scope).values_list("introducer_id", "introduced_id", "other_id")
    return [*ties, *((one or other, introduced) for one, introduced, other in led)]


def _met(scope: Scope) -> dict[int, set[str]]:
    """The occasions at which somebody was not alone with me."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = InteractionPerson.objects.of(scope).filter(interaction__kind__in=TOGETHER)
    several = rows.order_by().values("interaction").annotate(times=Count("id")).filter(times__gt=1)
    there = rows.filter(interaction__in=several.values("interaction"))
    for person, contact in there.values_list("person_id", "interaction_id"):
        found[person].add(f"contact {contact}")
    guests = InterviewGuest.objects.of(scope)
    hosts = Interview.objects.of(scope).filter(id__in=guests.values("interview_id"))
    for person, talk in (
        *guests.values_list("person_id", "interview_id"),
        *hosts.values_list("person_id", "id"),
    ):
        found[person].add(f"talk {talk}")
    return found


def _apart(scope: Scope) -> set[Pair]:
    """Pairs that are two people: the owner said so, or that they know each other; the lower number first."""
    told = Distinct.objects.of(scope).values_list("a_id", "b_id")
    brought = Person.objects.of(scope).filter(introduced_by__isnull=False)
    pairs = (*told, *_acquainted(scope), *brought.values_list("id", F("introduced_by_id")))
    return {(min(a, b), max(a, b)) for a, b in pairs if a is not None and b is not None}


# ── Saying ───────────────────────────────────────────────────────────────────────────────────────


def _reasons(
    codes: tuple[str, ...], a: Prepared, b: Prepared, called: Mapping[str, str]
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """What speaks for and what against, the weightiest first; findings without words are left out."""
    facts = dict(zip(codes, because(codes, a, b), strict=True))
    told = [(_reason(*facts[code], called), weight) for code, weight in sameness.weighed(codes)]
    said = [(reason, weight) for reason, weight in told if reason is not None]
    return tuple(one for one, weight in said if weight > 0), tuple(one for one, weight in said if weight < 0)


def _reason(code: str, facts: Mapping[str, tuple[str, ...]], called: Mapping[str, str]) -> Reason | None:
    """A finding as it is worded; None where there is nothing to say."""
    what, _dot, level = code.partition(".")
    sides = {side: ", ".join(filter(None, values)) for side, values in facts.items()}
    if what == "contacts":
        sides = {"both": ", ".join(called[pk] for pk in facts["both"])}
    if code == "name.same" and sides["a"] == sides["b"]:
        level = "equal"
    name = f"same.{what}-{level}"
    if "both" not in sides and sides:
        two = f"{name}-two" if all(sides.values()) else f"{name}-house"
        name = two if two in SAYINGS else name
    return Reason(name, sides) if name in SAYINGS else None
