"""What if I keep up so many touches a week, and had each talk stayed isolated: ranges for my own people.

Relative figures of a simulation, with the assumptions they rest on; about all people together, never about
one. Nothing is said below five people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from acquaint.maths import cadence, recall, what_if
from acquaint.maths.what_if import Case, Talked, Tie
from acquaint.messages.reasons import Reason
from acquaint.models import InteractionPerson, Interview, Person
from acquaint.models.scope import Scope
from acquaint.queries import settings, worth

WEEKS = 26
LEAST = 5  # below so many people nothing is said
MOST = 3000  # those in touch last are counted, so that the answer comes at once
OTHERS = (1, 2, 5, 8)  # touches a week to compare with
FITTED = "power"  # the shape of forgetting that fitted public records of mail and calls best
AT_REST = 7 * (what_if.MOST_WEEKS + 1)


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest ratio, under all assumptions and under the best fitting shape alone."""

    low: float
    high: float
    fitted_low: float
    fitted_high: float


@dataclass(frozen=True, slots=True)
class Course:
    """So many touches a week, and how many times as much that keeps alive as writing to nobody."""

    touches: int
    times: Range


@dataclass(frozen=True, slots=True)
class Supposed:
    """One assumption about forgetting, and both ratios under it (None: too few people)."""

    shape: str
    half_life: int
    counted: str
    keeping: float | None
    so_far: float | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Both questions answered as ranges; None where there are fewer than `least` people to speak of."""

    on: date
    weeks: int
    touches: int
    people: int
    talked: int
    least: int
    keeping: Range | None
    courses: tuple[Course, ...]
    so_far: Range | None
    cases: tuple[Supposed, ...]
    says: tuple[Reason, ...]
    assumes: tuple[Reason, ...]


def of(scope: Scope, *, touches: int | None = None, weeks: int = WEEKS) -> WhatIf:
    """Both ranges from today on; `touches` a week are the owner's own capacity unless told. Nine queries."""
    chosen = settings.read(scope)
    many = chosen.capacity if touches is None else touches
    rows, talks = _in_touch(scope), _talks(scope)
    value = worth.of(scope, {*(row["id"] for row in rows), *talks}, chosen)
    ties = [_tie(scope, row, value[row["id"]].value) for row in rows]
    past = [Talked(value[pk].value, days) for pk, days in talks.items() if pk in value]
    counts = sorted({many, *OTHERS})
    enough = len(ties) >= LEAST
    kept = what_if.keeping(ties, touches=counts, weeks=weeks) if enough else {}
    before = what_if.so_far(past) if len(past) >= LEAST else ()
    courses = tuple(Course(each, _range(cases)) for each, cases in kept.items())
    keeping = _range(kept[many]) if enough else None
    so_far = _range(before) if before else None
    return WhatIf(
        on=scope.today,
        weeks=weeks,
        touches=many,
        people=len(ties),
        talked=len(past),
        least=LEAST,
        keeping=keeping,
        courses=courses,
        so_far=so_far,
        cases=tuple(_cases(kept.get(many, ()), before)),
        says=(_keeping(keeping, len(ties), many, weeks), _so_far(so_far, len(past))),
        assumes=tuple(_assumes(len(ties))),
    )


def _in_touch(scope: Scope) -> Sequence[Mapping[str, Any]]:
    """Whoever was in two-way contact in the last year and may be written to, the latest first."""
    columns = ("id", "last_two_way", "last_contact", "unanswered", "rested_on", "rest_until")
    since = scope.today - timedelta(days=cadence.DORMANT_AFTER)
    rows = Person.objects.of(scope).open().filter(last_two_way__gt=since)
    return list(rows.order_by("-last_two_way", "id").values(*columns)[:MOST])


def _tie(scope: Scope, row: Mapping[str, Any], value: float) -> Tie:
    """The tie as the plan would take it up: after the gap that it keeps, and after a rest."""
    free = (row["last_contact"] - scope.today).days + cadence.minimum_gap(row["unanswered"])
    if _is_at_rest(row, scope.today):
        free = max(free, (row["rest_until"] - scope.today).days if row["rest_until"] else AT_REST)
    return Tie(value, max(0, (scope.today - row["last_two_way"]).days), free, row["unanswered"])


def _is_at_rest(row: Mapping[str, Any], today: date) -> bool:
    since, until = row["rested_on"], row["rest_until"]
    if since is None or (until is not None and until <= today):
        return False
    return bool(row["last_contact"] <= since)


def _talks(scope: Scope) -> dict[int, tuple[int, ...]]:
    """By person how many days ago the first talk and every two-way contact since were."""
    first: dict[int, date] = {}
    held = Interview.objects.of(scope).filter(held_on__isnull=False, unsafe_on=None, on__lte=scope.today)
    rows = held.filter(person__closed_on=None, person__me_since=None).order_by("-on", "-id")
    for person, on in rows.values_list("person_id", "on"):
        if person in first or len(first) < MOST:
            first[person] = on
    days: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    contacts = InteractionPerson.objects.of(scope).filter(
        person__among=list(first), interaction__on__lte=scope.today
    )
    for person, on, direction in contacts.values_list(
        "person_id", "interaction__on", "interaction__direction"
    ):
        if on >= first[person]:
            inbound, outbound = days[person]
            inbound.update([on.toordinal()] if direction != "out" else [])
            outbound.update([on.toordinal()] if direction != "in" else [])
    today = scope.today.toordinal()
    return {
        person: tuple(today - day for day in {on.toordinal(), *recall.two_way_days(*days[person])})
        for person, on in first.items()
    }


def _range(cases: Iterable[Case]) -> Range:
    every = list(cases)
    fitted = what_if.spread(one for one in every if one.shape == FITTED)
    return Range(*(round(one, 2) for one in (*what_if.spread(every), *fitted)))


def _cases(kept: Iterable[Case], before: Iterable[Case]) -> Iterator[Supposed]:
    found: dict[tuple[str, int, bool], list[float | None]] = {}
    for place, cases in enumerate((kept, before)):
        for one in cases:
            found.setdefault((one.shape, one.half_life, one.alike), [None, None])[place] = round(one.ratio, 2)
    for (shape, half_life, alike), (keeping, so_far) in found.items():
        yield Supposed(shape, half_life, "alike" if alike else "as-answered", keeping, so_far)


def _keeping(found: Range | None, people: int, touches: int, weeks: int) -> Reason:
    if found is None:
        return Reason("what-if.keeping.few", {"least": LEAST, "people": people})
    return Reason("what-if.keeping", {**_times(found), "touches": touches, "weeks": weeks})


def _so_far(found: Range | None, talked: int) -> Reason:
    if found is None:
        return Reason("what-if.so-far.few", {"least": LEAST, "people": talked})
    return Reason("what-if.so-far", {**_times(found), "people": talked})


def _times(found: Range) -> dict[str, str]:
    names = ("low", "high", "fitted_low", "fitted_high")
    return {name: f"{getattr(found, name):.1f}" for name in names}


def _assumes(people: int) -> Iterator[Reason]:
    for name in ("alive", "counts", "forgetting", "fitted", "touch", "isolated", "not-claimed"):
        yield Reason(f"what-if.assumes.{name}")
    if people == MOST:
        yield Reason("what-if.assumes.most", {"most": MOST})
