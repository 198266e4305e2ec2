"""Three business days of silence: somebody else at the same employer may have time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F

from acquaint.messages.reasons import Reason
from acquaint.models import Position
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import NUDGE_AFTER, REST, RIPE, WHO, Desk, Row

KINDS = ("second-person", "another-name")


def find(desk: Desk) -> Iterator[Found]:
    """A colleague for each silent ask, or the wish for a second name where none is known."""
    ripe = [row for row in desk.silent if desk.business(row["sent_on"], RIPE) <= desk.today]
    places = desk.places(row["person_id"] for row in ripe)
    asked = {row["person_id"] for row in desk.asks}
    rows = [row for row in ripe if row["person_id"] in places]
    beside = _beside(desk, {places[row["person_id"]][0] for row in rows}, asked)
    seen: set[int] = set()
    for row in rows:
        place, name, _title = places[row["person_id"]]
        if place not in seen:
            seen.add(place)
            yield _found(desk, row, name, beside.get(place))


def _beside(desk: Desk, places: set[int], asked: set[int]) -> dict[int, Row]:
    """Somebody who works at each of these places and was never asked for a talk."""
    by_place: dict[int, Row] = {}
    for row in _staff(desk.scope, desk.few, places=places):
        if row["person_id"] not in asked and desk.is_awake(row):
            by_place.setdefault(row["organization_id"], row)
    return by_place


@prepared
def _staff(told: Any, limit: int | None) -> Any:
    rows = Position.objects.of(told).filter(
        organization_id__in=told.places,
        kind="work",
        ended="",
        ended_seen_on=None,
        person__stage="known",
        person__closed_on=None,
        person__me_since=None,
    )
    known = F("person__last_two_way").desc(nulls_last=True)
    return rows.order_by(known, "-person_id").values("organization_id", *WHO, *REST)[:limit]


def _found(desk: Desk, ask: Row, place: str, colleague: Row | None) -> Found:
    start = desk.business(ask["sent_on"], RIPE)
    to = colleague or ask
    kind = "second-person" if colleague else "another-name"
    code = "second-person.known" if colleague else "another-name.silent"
    facts = {
        "name": to["person__name"],
        "asked": ask["person__name"],
        "organization": place,
        "sent": ask["sent_on"],
    }
    return Found(
        Suggestion(
            id=f"{kind}:{ask['key']}",
            kind=kind,
            person=Named(to["person__key"], to["person__name"]),
            headline=Reason(kind, facts),
            reasons=(Reason(code, facts),),
            due=due(start, start, desk.business(ask["sent_on"], NUDGE_AFTER)),
            draft="request" if colleague else None,
            about=ask["key"] if colleague is None else "",
            owed=False,
        ),
        who=colleague["person_id"] if colleague else None,
        fresh=True,
    )
