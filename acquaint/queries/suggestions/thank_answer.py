"""Thanks for a kind no, or for another name: within a day, asking nothing more, and the door stays open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from acquaint.messages.reasons import Reason
from acquaint.models import Ask, InteractionPerson
from acquaint.queries.cards import Named
from acquaint.queries.prepared import prepared
from acquaint.queries.suggestions.contract import Found, Suggestion, due
from acquaint.queries.suggestions.desk import ASK, Desk, Row

KINDS = ("thank-you",)
NOES = ("declined", "redirected")
WELCOME = timedelta(days=30)  # an answer from before that is thanked for when there is a reason to write
A_DAY = timedelta(days=1)


def find(desk: Desk) -> Iterator[Found]:
    """People who said no or named somebody else, and have not heard from me since."""
    for row in _answered(desk.scope, desk.limit, since=desk.today - WELCOME):
        if desk.is_awake(row):
            yield _found(row)


@prepared
def _answered(told: Any, limit: int | None) -> Any:
    rows = Ask.objects.of(told).filter(
        outcome__in=NOES, answered_on__gt=told.since, answered_on__lte=told.today, person__closed_on=None
    )
    asked_again = Ask.objects.filter(person=OuterRef("person"), id__gt=OuterRef("id"))
    open_ = rows.exclude(Exists(asked_again)).exclude(Exists(_written()))
    return open_.order_by("answered_on", "id").values(*ASK, other=F("redirected_to__name"))[:limit]


def _written() -> QuerySet[InteractionPerson]:
    """Anything that went to them after the answer; thanks may have gone out on its very day."""
    mine = InteractionPerson.objects.filter(
        person=OuterRef("person"), interaction__direction__in=("out", "both")
    )
    later = Q(interaction__on__gt=OuterRef("answered_on"))
    thanks = Q(interaction__on=OuterRef("answered_on"), interaction__message_kind="thank-you")
    return mine.filter(later | thanks)


def _found(row: Row) -> Found:
    name, answered = row["person__name"], row["answered_on"]
    facts = {"name": name, "answered": answered, "words": row["words"], "other": row["other"]}
    redirected = row["outcome"] == "redirected" and row["other"]
    codes = ["thank-answer.redirected" if redirected else "thank-answer.declined"]
    codes += ["thank-answer.words"] if row["words"] else []
    return Found(
        Suggestion(
            id=f"thank-you:{row['key']}",
            kind="thank-you",
            person=Named(row["person__key"], name),
            headline=Reason("thank-answer", facts),
            reasons=tuple(Reason(code, facts) for code in codes),
            due=due(answered, answered, answered + A_DAY),
            draft="thank-you",
            about=row["key"],
            owed=True,
        ),
        who=row["person_id"],
        rank=45,
    )
