"""Who may be here twice: pairs of people that seem to be one, with what speaks for it and against it.

A suspicion is a reason to ask. Nothing is joined here, and an equal name alone is never certain.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Final

from django.db.models import Count

from acquaint.maths import sameness
from acquaint.messages.reasons import Reason
from acquaint.messages.sayings import SAYINGS
from acquaint.models import Change, ContactPoint, Distinct, Person
from acquaint.models.scope import Scope
from acquaint.queries import entries, names
from acquaint.queries.cards import Named
from acquaint.queries.watching import Note, Watch
from acquaint.text.because import because
from acquaint.text.entries import Prepared
from acquaint.text.evidence import Book

FEW: Final = 600  # people, up to whom looking takes no longer than a page may
JOINED: Final = "person.merge"
DECISIONS: Final = (JOINED, "duplicates.apart")
_SELDOM: Final = 500_000  # new objects between two looks of the garbage collector
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
    found = (one for _pair, one in _search(scope, entries.everybody(scope)))
    return tuple(islice(found, limit or None))


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
        everybody = entries.everybody(scope)
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
    scope: Scope, everybody: list[entries.Entry], note: Note | None = None
) -> Iterator[tuple[Pair, Suspected]]:
    watch = Watch(note)
    place = {one.pk: at for at, one in enumerate(everybody)}
    apart = {(place[a], place[b]) for a, b in _apart(scope) if a in place and b in place}
    apart = {(min(pair), max(pair)) for pair in apart}
    with _looking_seldom():
        book = Book(watch.each(entries.known(scope, everybody)))
        matches = sameness.find(book.keys(), watch.pair(book.compare), apart=apart)
    called = {str(one.pk): one.name for one in everybody}
    for match in matches:
        sides = sorted((match.a, match.b), key=lambda at: everybody[at].past, reverse=True)
        a, b = (everybody[at] for at in sides)
        one, other = (book.entries[at] for at in sides)
        reasons, against = _reasons(match.codes, one, other, called)
        named = (Named(a.key, a.name), Named(b.key, b.name))
        pair = (min(a.pk, b.pk), max(a.pk, b.pk))
        yield pair, Suspected(*named, round(match.probability, 4), match.certain, reasons, against)


@contextmanager
def _looking_seldom() -> Iterator[None]:
    """What a search makes lasts to its end: the garbage collector looks less often meanwhile."""
    often = gc.get_threshold()
    is_first = often[0] < _SELDOM  # of several at once, in threads: who raised it lowers it again
    if is_first:
        gc.set_threshold(_SELDOM, *often[1:])
    try:
        yield
    finally:
        if is_first:
            gc.set_threshold(*often)


def _apart(scope: Scope) -> set[Pair]:
    """Pairs that are two people: the owner said so, or that they know each other; the lower number first."""
    told = Distinct.objects.of(scope).values_list("a_id", "b_id")
    pairs = (*told, *entries.acquainted(scope), *entries.introduced(scope))
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
    if what in {"contacts", "company"}:
        sides = {"both": ", ".join(called[pk] for pk in facts["both"])}
    if code == "name.same" and sides["a"] == sides["b"]:
        level = "equal"
    name = f"same.{what}-{level}"
    if "both" not in sides and sides:
        two = f"{name}-two" if all(sides.values()) else f"{name}-house"
        name = two if two in SAYINGS else name
    return Reason(name, sides) if name in SAYINGS else None
