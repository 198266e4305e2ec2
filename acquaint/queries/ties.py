"""Who could bring whom on to whom, and how strongly: ties that were stated, outcomes, and what dates suggest.

Everything is asked for a whole set of people at once, so that the number of queries never depends on how
many there are. What nobody stated (one conversation, one place at one time) is marked as inferred and weaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from acquaint.maths import paths
from acquaint.messages.reasons import Fact
from acquaint.models import InteractionPerson, Introduction, Person, Tie
from acquaint.models.scope import Scope
from acquaint.queries.prepared import prepared
from acquaint.text import knowing

SAID = {"well": paths.WELL, "knows": paths.KNOWS, "met": paths.HAS_MET}
CLOSE, IN_TOUCH = ("ally", "friend"), "in_touch"
PLAIN = ("", "knows")  # nothing more was said
WRITTEN = ("email", "message", "letter")


@dataclass(frozen=True, slots=True)
class Known:
    """One step: how likely it works (0 to 1), what speaks for it, and whether nobody stated it."""

    strength: float
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    inferred: bool = False


Into = dict[int, dict[int, Known]]
Way = tuple[int, int, Known]  # to whom, by whom, how


def into(scope: Scope, people: Collection[int], *, near: Collection[int] | None = None) -> Into:
    """By person (primary keys) those who could bring me to them, each by the strongest tie; six queries.

    `near` are people whom I know only by a place; if it is told, nobody else is found but whom I know.
    Ties of one place are not among these (`together`).
    """
    found: Into = {person: {} for person in people}
    told = {"people": list(people), "near": [0, *(near or ())]}
    for gather in (_named, _stated, _outcomes, _in_one_conversation):
        for way in gather(scope, told, mine=near is not None):
            keep(found, way)
    return found


def keep(found: Into, way: Way) -> None:
    """Add a tie to what was found unless a stronger one between the two is there."""
    to, by, known = way
    held = found[to].get(by)
    if to != by and (held is None or known.strength > held.strength):
        found[to][by] = known


def speaks(prefix: str = "") -> Q:
    """People (behind the prefix of a link) of whom a column says that I know them."""
    return (
        Q(**{f"{prefix}first_contact__isnull": False})
        | Q(**{f"{prefix}stage__in": (*CLOSE, IN_TOUCH)})
        | ~Q(**{f"{prefix}how_met": ""})
        | ~Q(**{f"{prefix}met_on": ""})
    )


def _askable(told: Any, prefix: str, *, mine: bool) -> Q:
    """Those behind the prefix who may be asked at all; if `mine` is set, only whom I know."""
    open_ = Q(**{f"{prefix}closed_on": None, f"{prefix}me_since": None})
    if not mine:
        return open_
    brought = Person.objects.of(told).filter(introduced_by__isnull=False).values("introduced_by_id")
    known = Q(**{f"{prefix}id__in": brought}) | Q(**{f"{prefix}id__among": told.near})
    return open_ & (speaks(prefix) | known)


@prepared
def _ties(told: Any, side: str, other: str, mine: bool) -> Any:  # noqa: FBT001 (a shape)
    rows = Tie.objects.of(told).filter(
        _askable(told, f"{other}__", mine=mine), **{f"{side}__among": told.people}
    )
    return rows.values_list(f"{side}_id", f"{other}_id", "how")


def _stated(scope: Scope, told: dict[str, Any], *, mine: bool) -> Iterator[Way]:
    for side, other in (("a", "b"), ("b", "a")):
        for to, by, how in _ties(scope, side, other, mine, **told):
            strength = SAID[knowing.knowing(how)]
            yield to, by, Known(strength, "way.knows" if how in PLAIN else "way.knows-how", {"how": how})


@prepared
def _named_by(told: Any, mine: bool) -> Any:  # noqa: FBT001 (a shape)
    rows = Person.objects.of(told).filter(_askable(told, "introduced_by__", mine=mine), id__among=told.people)
    return rows.values_list("id", "introduced_by_id")


@prepared
def _whom_they_named(told: Any, mine: bool) -> Any:  # noqa: FBT001 (a shape)
    rows = Person.objects.of(told).filter(_askable(told, "", mine=mine), introduced_by__among=told.people)
    return rows.values_list("introduced_by_id", "id")


def _named(scope: Scope, told: dict[str, Any], *, mine: bool) -> Iterator[Way]:
    for to, by in _named_by(scope, mine, **told):
        yield to, by, Known(paths.KNOWS, "way.named")
    for to, by in _whom_they_named(scope, mine, **told):
        yield to, by, Known(paths.KNOWS, "way.knows", {"how": ""})


@prepared
def _introduced(told: Any, mine: bool) -> Any:  # noqa: FBT001 (a shape)
    rows = Introduction.objects.of(told).filter(
        _askable(told, "introducer__", mine=mine), direction="received", introduced__among=told.people
    )
    came = rows.filter(Q(made_on__isnull=False) | Q(met_on__isnull=False), introducer__isnull=False)
    return came.values_list("introduced_id", "introducer_id", "made_on", "met_on")


def _outcomes(scope: Scope, told: dict[str, Any], *, mine: bool) -> Iterator[Way]:
    for to, by, made, met in _introduced(scope, mine, **told):
        yield to, by, Known(paths.WELL, "way.brought-together", {"on": made or met})


@prepared
def _present(told: Any) -> Any:
    """Everybody in the conversations of these; most talks are between two, me and them, and say nothing."""
    rows = InteractionPerson.objects.of(told)
    others = rows.filter(interaction=OuterRef("interaction")).exclude(person=OuterRef("person"))
    theirs = rows.filter(Exists(others), person__among=told.people).values("interaction_id")
    beside = rows.filter(interaction_id__in=theirs, person__me_since=None).order_by("interaction__on", "id")
    return beside.values_list("interaction_id", "person_id", "interaction__on", "interaction__kind")


def _in_one_conversation(scope: Scope, told: dict[str, Any], *, mine: bool) -> Iterator[Way]:  # noqa: ARG001
    """Everybody who was in one conversation was in contact with me: these are mine in any case."""
    present: dict[int, list[int]] = defaultdict(list)
    about: dict[int, tuple[date, str]] = {}
    for talk, person, on, kind in _present(scope, **told):
        present[talk].append(person)
        about[talk] = (on, kind)
    wanted = set(told["people"])
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
