"""My own ties: how well I know somebody, what was asked of them already, what their introductions came to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from acquaint.maths import paths
from acquaint.messages.reasons import Fact
from acquaint.models import Introduction, Person, Promise
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared
from acquaint.queries.ties import CLOSE, IN_TOUCH, Known, speaks

COLUMNS = (
    *("id", "stage", "met_on", "how_met", "in_sum", "out_sum", "sums_on"),
    *("first_contact", "last_two_way", "answered_on", "last_contact"),
)


def of(scope: Scope, people: Collection[int], near: Mapping[int, Known]) -> dict[int, Known]:
    """My strongest tie to each of these (primary keys) whom I know and may ask; two queries.

    `near` are those who were at one place with me (`together.with_me`).
    """
    brought = set(_brought(scope, people=people))
    found: dict[int, list[Known]] = defaultdict(list)
    for row in _known(scope, people=people):
        found[row["id"]] += _ties(row, scope.today)
    for person in brought:
        found[person].append(Known(paths.HAS_MET, "way.brought"))
    for person in near.keys() & set(people):
        found[person].append(near[person])
    return {person: max(ties, key=lambda one: one.strength) for person, ties in found.items()}


def closed(scope: Scope, people: Collection[int]) -> set[int]:
    """Those of these whom I am never to contact; one query."""
    return set(_closed(scope, people=people))


def names(scope: Scope, people: Collection[int]) -> dict[int, Named]:
    """What they are called; one query."""
    return {pk: Named(key, name) for pk, key, name in _names(scope, people=people)}


def busy(scope: Scope, people: Collection[int]) -> dict[int, int]:
    """How many things each was asked for that are still open: introductions and what they promised."""
    count: dict[int, int] = defaultdict(int)
    for person in (*_asked(scope, people=people), *_promised(scope, people=people)):
        count[person] += 1
    return count


def came_about(scope: Scope, people: Collection[int]) -> dict[int, tuple[int, int]]:
    """For each helper how many introductions ended, and how many of those came about; one query."""
    found: dict[int, tuple[int, int]] = {}
    for by, made, met, declined, silent in _ended(scope, people=people):
        came = bool(made or met) and not declined
        tried, hit = found.get(by, (0, 0))
        if came or declined or silent:
            found[by] = (tried + 1, hit + came)
    return found


def _ties(row: Mapping[str, Any], on: date) -> Iterator[Known]:
    """What speaks for knowing somebody; merely having heard of them does not."""
    days = {name: row[name].toordinal() if row[name] else None for name in ("sums_on", "first_contact")}
    if row["first_contact"]:
        today = max(on.toordinal(), days["sums_on"] or 0)
        strength = paths.contact(
            row["in_sum"], row["out_sum"], days["sums_on"], days["first_contact"], on=today
        )
        yield Known(strength, *_contact(row))
    if row["stage"] in CLOSE:
        yield Known(paths.WELL, "way.close")
    if row["stage"] == IN_TOUCH:
        yield Known(paths.KNOWS, "way.in-touch")
    if row["how_met"]:
        yield Known(paths.HAS_MET, "way.met", {"how": row["how_met"]})
    if row["met_on"]:
        yield Known(paths.CONNECTED, "way.connected", {"since": row["met_on"]})


def _contact(row: Mapping[str, Any]) -> tuple[str, dict[str, Fact]]:
    for code, day in (("talked", "last_two_way"), ("heard", "answered_on")):
        if row[day]:
            return f"way.{code}", {"on": row[day]}
    return "way.wrote", {"on": row["last_contact"]}


@prepared
def _known(told: Any) -> Any:
    return Person.objects.of(told).open().filter(speaks(), id__among=told.people).values(*COLUMNS)


@prepared
def _brought(told: Any) -> Any:
    rows = Person.objects.of(told).filter(introduced_by__among=told.people, introduced_by__closed_on=None)
    return rows.values_list("introduced_by_id", flat=True)


@prepared
def _closed(told: Any) -> Any:
    rows = Person.objects.of(told).filter(closed_on__isnull=False, id__among=told.people)
    return rows.values_list("id", flat=True)


@prepared
def _names(told: Any) -> Any:
    return Person.objects.of(told).filter(id__among=told.people).values_list("id", "key", "name")


@prepared
def _asked(told: Any) -> Any:
    ended = {f"{step}_on": None for step in ("declined", "made", "met", "silent")}
    rows = Introduction.objects.of(told).filter(
        direction="received", introducer__among=told.people, asked_on__isnull=False, **ended
    )
    return rows.values_list("introducer_id", flat=True)


@prepared
def _promised(told: Any) -> Any:
    rows = Promise.objects.of(told).filter(by="theirs", person__among=told.people, kept_on=None)
    return rows.filter(released_on=None).values_list("person_id", flat=True)


@prepared
def _ended(told: Any) -> Any:
    rows = Introduction.objects.of(told).filter(direction="received", introducer__among=told.people)
    return rows.values_list("introducer_id", "made_on", "met_on", "declined_on", "silent_on")
