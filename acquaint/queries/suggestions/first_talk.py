"""Whom to meet next: with fewer than two asks open, up to five people with what links us; if nobody, prompts.

Chosen people come first, then those with whom there was an exchange (they answer most readily), then common
ground and fields of interest; one person an employer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any

from acquaint.messages.reasons import Reason
from acquaint.models import Person, Position
from acquaint.queries import links
from acquaint.queries.prepared import prepared
from acquaint.queries.suggestions import introduction
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import Desk

KINDS = ("first-talk", "first-name")
OPEN_ASKS = 2
FIVE = 5
LOOKED_AT = 15  # enough to find five at different employers
PROMPTS = ("family", "neighbours", "classmates", "colleagues", "clubs")
WEEK = timedelta(days=7)


def find(desk: Desk) -> Iterator[Found]:
    """Up to five people, or five prompts where nobody is written down yet."""
    if len(desk.silent) >= OPEN_ASKS:
        return
    people = _distinct(desk, _candidates(desk))
    for link in links.to(desk.scope, people, me=desk.me).values():
        yield _person(desk, link)
    if not people and not _anybody(desk.scope):
        for prompt in PROMPTS:
            yield _prompt(desk, prompt)


def _candidates(desk: Desk) -> list[int]:
    """Primary keys, the likeliest first; each set is asked only while more could be found."""
    held = {row["person_id"] for row in (*desk.asks, *desk.booked)}
    held |= {row.introduced_id for row in introduction.pending(desk) if row.introduced_id}
    told = {"held": held or {0}, "me": desk.me}
    few = _known(desk.scope, **told)
    is_few = len(few) <= LOOKED_AT  # no need to look through everybody in the order of their last contact
    found: dict[int, None] = {}
    for name in SETS:
        if name == "beside me" and desk.me is None:
            continue
        rows = _set(desk.scope, name, is_few, few=few, **told)
        found.update(dict.fromkeys(row["id"] for row in rows if desk.is_awake(row, "")))
        if len(found) >= min(LOOKED_AT, len(few)):
            break
    return list(found)


@prepared
def _known(told: Any) -> Any:
    return _not_met(told).values_list("id", flat=True)[: LOOKED_AT + 1]


@prepared
def _set(told: Any, name: str, is_few: bool) -> Any:  # noqa: FBT001 (which of two wordings, not a switch)
    known = Person.objects.of(told).filter(id__in=told.few) if is_few else _not_met(told)
    return SETS[name](told, known).values("id", "rested_on", "rest_until", "last_contact")[:LOOKED_AT]


@prepared
def _anybody(told: Any) -> Any:
    return Person.objects.of(told).values_list("id", flat=True)[:1]


def _not_met(told: Any) -> Any:
    return Person.objects.of(told).filter(stage="known", closed_on=None).exclude(id__in=told.held)


def _beside_me(told: Any, known: Any) -> Any:
    mine = Position.objects.of(told).filter(person_id=told.me, organization__isnull=False)
    beside = Position.objects.of(told).filter(organization_id__in=mine.values("organization_id"))
    return known.filter(id__in=beside.values("person_id")).order_by("-id")


def _in_my_fields(told: Any, known: Any) -> Any:
    here = Position.objects.of(told).filter(ended="", ended_seen_on=None)
    wanted = here.filter(organization__field__state__in=("preferred", "exploring"))
    return known.filter(id__in=wanted.values("person_id")).order_by("-id")


SETS: dict[str, Callable[[Any, Any], Any]] = {
    "chosen": lambda _told, known: known.filter(chosen_on__isnull=False).order_by("chosen_on", "id"),
    "answered": lambda _told, known: known.filter(last_two_way__isnull=False).order_by("-last_contact", "id"),
    "beside me": _beside_me,
    "in my fields": _in_my_fields,
    "heard of": lambda _told, known: known.filter(last_contact__isnull=False).order_by("-last_contact", "id"),
    "anybody": lambda _told, known: known.order_by("-id"),
}


def _distinct(desk: Desk, people: Iterable[int]) -> list[int]:
    """At most five, and no two who work at one place."""
    candidates = list(people)
    places = desk.places(candidates)
    busy = {place for place, _name, _title in desk.places(row["person_id"] for row in desk.silent).values()}
    chosen: list[int] = []
    for person in candidates:
        place = places[person][0] if person in places else None
        if place not in busy:
            chosen.append(person)
            if place is not None:
                busy.add(place)
        if len(chosen) == FIVE:
            break
    return chosen


def _person(desk: Desk, link: links.Link) -> Found:
    facts = {**link.facts, "name": link.person.name}
    draft = "request-referral" if link.code == "introduced" else "request"
    reasons = [Reason(f"first-talk.{link.code}", facts)]
    if link.work and link.code != "work":
        reasons.append(Reason(f"first-talk.{link.work}", facts))
    return Found(
        Suggestion(
            id=f"first-talk:{link.person.id}",
            kind="first-talk",
            person=link.person,
            headline=Reason("first-talk", facts),
            reasons=tuple(reasons),
            due=due(desk.today, desk.today + timedelta(days=2), desk.today + WEEK),
            draft=draft,
            about="",
            owed=False,
        ),
        who=link.pk,
        fresh=True,
    )


def _prompt(desk: Desk, name: str) -> Found:
    return Found(
        Suggestion(
            id=f"first-name:{name}",
            kind="first-name",
            person=None,
            headline=Reason("first-name"),
            reasons=(Reason(f"first-name.{name}"),),
            due=due(desk.today, desk.today, desk.today + WEEK),
            draft=None,
            about="",
            owed=False,
        ),
        who=None,
        fresh=True,
    )
