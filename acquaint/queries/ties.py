"""Who could bring me to whom, and how strongly: ties that were stated, outcomes, and what dates suggest.

Everything is asked for a whole set of people at once, so that the number of queries never depends on how
many there are. What nobody stated (one conversation, one place at one time) is marked as inferred and weaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from acquaint.maths import paths
from acquaint.messages.reasons import Fact
from acquaint.models import InteractionPerson, Introduction, Person, Position, Promise, Tie
from acquaint.models.scope import Scope
from acquaint.text import knowing
from acquaint.text.partial_dates import PartialDate

SAID = {"well": paths.WELL, "knows": paths.KNOWS, "met": paths.HAS_MET}
CLOSE = ("ally", "friend")
PLAIN = ("", "knows")  # nothing more was said
WRITTEN = ("email", "message", "letter")
PLACES = {"work": "worked", "study": "studied", "member": "belonged"}
DAYS = ("sums_on", "first_contact", "last_two_way", "answered_on", "last_contact")


@dataclass(frozen=True, slots=True)
class Known:
    """One step: how likely it works (0 to 1), what speaks for it, and whether nobody stated it."""

    strength: float
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """A person as a way shows them, with my own tie to them if there is one."""

    key: str
    name: str
    closed: bool
    mine: Known | None


Into = dict[int, dict[int, Known]]


def into(scope: Scope, people: Collection[int]) -> Into:
    """By person (primary keys) those who could bring me to them, each by the strongest tie; eight queries."""
    found: Into = {person: {} for person in people}
    for gather in (_named, _stated, _outcomes, _at_one_place, _in_one_conversation):
        for to, by, known in gather(scope, people):
            held = found[to].get(by)
            if to != by and (held is None or known.strength > held.strength):
                found[to][by] = known
    return found


def faces(scope: Scope, people: Collection[int]) -> dict[int, Face]:
    """These people (primary keys) with my own tie to each; two queries."""
    columns = ("id", "key", "name", "stage", "closed_on", "met_on", "how_met", "in_sum", "out_sum", *DAYS)
    rows = list(Person.objects.of(scope).filter(id__among=list(people)).values(*columns))
    named = Person.objects.of(scope).filter(introduced_by__among=list(people))
    brought = set(named.values_list("introduced_by", flat=True))
    on = scope.today
    return {
        row["id"]: Face(
            row["key"], row["name"], bool(row["closed_on"]), _mine(row, on, brought=row["id"] in brought)
        )
        for row in rows
    }


def busy(scope: Scope, people: Collection[int]) -> dict[int, int]:
    """How many things each was asked for that are still open: introductions and what they promised."""
    count: dict[int, int] = defaultdict(int)
    ended = {f"{step}_on": None for step in ("declined", "made", "met", "silent")}
    asked = Introduction.objects.of(scope).filter(
        direction="received", introducer__among=list(people), asked_on__isnull=False, **ended
    )
    promised = Promise.objects.of(scope).filter(
        by="theirs", person__among=list(people), kept_on=None, released_on=None
    )
    for person in (*asked.values_list("introducer", flat=True), *promised.values_list("person", flat=True)):
        count[person] += 1
    return count


def came_about(scope: Scope, people: Collection[int]) -> dict[int, tuple[int, int]]:
    """For each helper how many introductions ended, and how many of those came about."""
    rows = Introduction.objects.of(scope).filter(direction="received", introducer__among=list(people))
    found: dict[int, tuple[int, int]] = {}
    for by, made, met, declined, silent in rows.values_list(
        "introducer", "made_on", "met_on", "declined_on", "silent_on"
    ):
        came = bool(made or met) and not declined
        tried, hit = found.get(by, (0, 0))
        if came or declined or silent:
            found[by] = (tried + 1, hit + came)
    return found


def _mine(row: Mapping[str, Any], on: date, *, brought: bool) -> Known | None:
    return max(_ties_of_mine(row, on, brought=brought), key=lambda one: one.strength, default=None)


def _ties_of_mine(row: Mapping[str, Any], on: date, *, brought: bool) -> Iterator[Known]:
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
    if row["stage"] == "in_touch":
        yield Known(paths.KNOWS, "way.in-touch")
    if row["how_met"]:
        yield Known(paths.HAS_MET, "way.met", {"how": row["how_met"]})
    if brought:
        yield Known(paths.HAS_MET, "way.brought")
    if row["met_on"]:
        yield Known(paths.CONNECTED, "way.connected", {"since": row["met_on"]})


def _contact(row: Mapping[str, Any]) -> tuple[str, dict[str, Fact]]:
    for code, day in (("talked", "last_two_way"), ("heard", "answered_on")):
        if row[day]:
            return f"way.{code}", {"on": row[day]}
    return "way.wrote", {"on": row["last_contact"]}


def _stated(scope: Scope, people: Collection[int]) -> Iterator[tuple[int, int, Known]]:
    rows = Tie.objects.of(scope)
    for side, other in (("a", "b"), ("b", "a")):
        beside = rows.filter(**{f"{side}__among": list(people)})
        for to, by, how in beside.values_list(f"{side}_id", f"{other}_id", "how"):
            strength = SAID[knowing.knowing(how)]
            yield to, by, Known(strength, "way.knows" if how in PLAIN else "way.knows-how", {"how": how})


def _named(scope: Scope, people: Collection[int]) -> Iterator[tuple[int, int, Known]]:
    rows: Any = Person.objects.of(scope).filter(introduced_by__isnull=False)
    for to, by in rows.filter(id__among=list(people)).values_list("id", "introduced_by"):
        yield to, by, Known(paths.KNOWS, "way.named")
    for by, to in rows.filter(introduced_by__among=list(people)).values_list("id", "introduced_by"):
        yield to, by, Known(paths.KNOWS, "way.knows", {"how": ""})


def _outcomes(scope: Scope, people: Collection[int]) -> Iterator[tuple[int, int, Known]]:
    rows = Introduction.objects.of(scope).filter(direction="received", introduced__among=list(people))
    for to, by, made, met in rows.filter(introducer__isnull=False).values_list(
        "introduced", "introducer", "made_on", "met_on"
    ):
        if made or met:
            yield to, by, Known(paths.WELL, "way.brought-together", {"on": made or met})


def _at_one_place(scope: Scope, people: Collection[int]) -> Iterator[tuple[int, int, Known]]:
    """Those who were at one employer, school or club at one time, as far as dates are known."""
    rows = Position.objects.of(scope).filter(organization__isnull=False)
    columns = ("person_id", "organization_id", "kind", "started", "ended", "ended_seen_on")
    theirs = list(rows.filter(person__among=list(people)).values_list(*columns))
    places = {row[1] for row in theirs}
    everybody = rows.filter(organization__among=list(places), person__me_since=None)
    staff: dict[tuple[int, str], list[tuple[int, tuple[date, date], bool]]] = defaultdict(list)
    names: dict[int, str] = {}
    for *told, name in everybody.values_list(*columns, "organization__name"):
        person, place, kind, *dates = told
        names[place] = name
        when = _span(kind, *dates, today=scope.today)
        if when:
            staff[place, kind].append((person, when, not (dates[1] or dates[2])))
    for to, place, kind, *dates in theirs:
        when = _span(kind, *dates, today=scope.today)
        beside = staff[place, kind]
        if when and len(beside) <= paths.CROWD:
            still = not (dates[1] or dates[2])
            for by, other, stays in beside:
                if other[0] <= when[1] and when[0] <= other[1]:
                    code = "colleagues" if kind == "work" and still and stays else PLACES[kind]
                    facts: dict[str, Fact] = {"organization": names[place]}
                    yield to, by, Known(paths.SAME_PLACE, f"way.{code}", facts, inferred=True)


def _span(kind: str, started: str, ended: str, gone: date | None, *, today: date) -> tuple[date, date] | None:
    """From when to when somebody was surely there: a missing end of a school is its beginning."""
    begin, end = _part(started), _part(ended)
    first = begin.lower if begin else None
    last = end.upper if end else gone
    if kind == "study" and first is None and last is None:
        return None
    if last is None:
        last = first if kind == "study" else max(today, first or today) + timedelta(1)
    if first is None:
        first = end.lower if end else min(gone or today, today)
    return (first, last) if last and first <= last else None


def _part(text: str) -> PartialDate | None:
    if not text:
        return None
    read = PartialDate.parse(text)
    return None if read.year is None else read


def _in_one_conversation(scope: Scope, people: Collection[int]) -> Iterator[tuple[int, int, Known]]:
    rows = InteractionPerson.objects.of(scope)
    theirs = rows.filter(person__among=list(people)).values("interaction_id")
    present: dict[int, list[int]] = defaultdict(list)
    about: dict[int, tuple[date, str]] = {}
    beside = rows.filter(interaction_id__in=theirs, person__me_since=None).order_by("interaction__on")
    for talk, person, on, kind in beside.values_list(
        "interaction_id", "person_id", "interaction__on", "interaction__kind"
    ):
        present[talk].append(person)
        about[talk] = (on, kind)
    wanted = set(people)
    for talk, there in _newest(present, about):
        on, kind = about[talk]
        known = Known(
            paths.SAME_THREAD, "way.thread" if kind in WRITTEN else "way.event", {"on": on}, inferred=True
        )
        for to in wanted.intersection(there):
            for by in there:
                yield to, by, known


def _newest(
    present: Mapping[int, list[int]], about: Mapping[int, tuple[date, str]]
) -> Iterable[tuple[int, list[int]]]:
    """Conversations of several people who can all have noticed each other, the latest first."""
    several = [(talk, there) for talk, there in present.items() if 1 < len(there) <= paths.CROWD]
    return sorted(several, key=lambda one: (about[one[0]][0], one[0]), reverse=True)
