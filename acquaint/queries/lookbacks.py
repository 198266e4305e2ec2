"""What an owner's past says of the forecasts: the curve learned of it, its level, how it would have done.

Dear to work out, so an action writes it down once a week (`actions/forecasts`), and pages read what it wrote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import chain
from typing import Any

from acquaint.maths import answers, lookback, recall
from acquaint.maths.lookback import Curve, Month
from acquaint.models import Person, Setting
from acquaint.models.scope import Scope
from acquaint.queries import contacts

YEAR = 12  # months looked back on
MOST = 1000  # people looked back on
WHOLE = "me"


@dataclass(frozen=True, slots=True)
class Said:
    """Months of which one band was said: how many, chances summed up, and in how many a word came."""

    n: int
    said: float
    came: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Messages with the same before: how many were sent and how many were answered."""

    sent: int
    answered: int


@dataclass(frozen=True, slots=True)
class Looked:
    """What looking back on the last year gave, on the day `on`."""

    on: date
    curve: Curve
    level: float
    bands: Mapping[str, Said]
    replies: Mapping[str, Answered]


def back(scope: Scope) -> Looked:
    """Look back on every month of the last year with everybody known, or an even choice of very many.

    Two queries, and less than a second.
    """
    today = scope.today.toordinal()
    people = contacts.days(scope, among=_chosen(scope))
    asked = range(today - YEAR * recall.MONTH, today, recall.MONTH)
    found = sorted(
        chain.from_iterable(lookback.months(days, asked) for days in people.values()),
        key=lambda one: one.known.day,
    )
    curve = lookback.learned(found)
    return Looked(
        on=scope.today,
        curve=curve,
        level=_level(found, curve, today),
        bands=_bands(found),
        replies=_replies(people.values(), today),
    )


def _chosen(scope: Scope) -> list[int]:
    known = Person.objects.of(scope).filter(first_contact__lte=scope.today).order_by("id")
    people = list(known.values_list("id", flat=True))
    return people[:: max(1, -(-len(people) // MOST))]


def known(scope: Scope) -> Looked | None:
    """What was written down of it last; None before it ever was."""
    value = Setting.objects.of(scope).filter(name=Setting.LOOKED).values_list("value", flat=True).first()
    return _read(value) if value else None


def told(looked: Looked) -> dict[str, Any]:
    """The same as JSON, for the row that holds it."""
    return {**asdict(looked), "on": looked.on.isoformat()}


def _read(value: Mapping[str, Any]) -> Looked:
    return Looked(
        on=date.fromisoformat(value["on"]),
        curve=Curve(**value["curve"]),
        level=value["level"],
        bands={name: Said(**one) for name, one in value["bands"].items()},
        replies={name: Answered(**one) for name, one in value["replies"].items()},
    )


def _level(months: Sequence[Month], curve: Curve, today: int) -> float:
    """The owner's level today: the last three months count, on the learned curve."""
    rows = [(WHOLE, one.known.day, curve.chance(one.known), one.came) for one in months]
    return lookback.levels([*rows, (WHOLE, today, 0.0, False)])[WHOLE, today]


def _bands(months: Sequence[Month]) -> dict[str, Said]:
    """How the plain formula would have done, on the level that was known by each day: nothing looks ahead."""
    levels = lookback.levels((WHOLE, one.known.day, one.known.p30, one.came) for one in months)
    said: dict[str, list[float]] = {}
    for one in months:
        p = recall.scaled(one.known.p30, levels[WHOLE, one.known.day])
        cell = said.setdefault(recall.band(p), [0, 0.0, 0])
        cell[0], cell[1], cell[2] = cell[0] + 1, cell[1] + p, cell[2] + one.came
    return {name: Said(int(n), round(p, 6), int(came)) for name, (n, p, came) in said.items()}


def _replies(people: Any, today: int) -> dict[str, Answered]:
    sent: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for days in people:
        for before, came in answers.answers(days, until=today):
            sent[before] += 1
            answered[before] += came
    return {before: Answered(sent[before], answered[before]) for before in sent}
