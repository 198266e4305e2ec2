"""The next step of every introduction under way, each in its own mode."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from acquaint.messages.reasons import Reason
from acquaint.models import Ask, Introduction, Person
from acquaint.queries import introductions
from acquaint.queries.cards import Named
from acquaint.queries.introductions import Next
from acquaint.queries.prepared import prepared
from acquaint.queries.suggestions.contract import Found, Suggestion
from acquaint.queries.suggestions.desk import Desk

KINDS = ("intro-write", "intro-blurb", "intro-check-back", "intro-reply", "intro-ask", "intro-make")
RELEASED_AFTER = timedelta(days=30)  # an offer that never came is let go without a word
PARTY = ("introducer", "introduced", "other")
DRAFTS = {"write": "request-referral", "blurb": "blurb", "check-back": "blurb", "reply": "intro-reply"}


def pending(desk: Desk) -> list[Introduction]:
    """Introductions whose last loop is still open, read once for both rules."""
    held: list[Introduction] | None = desk.__dict__.get("introductions")
    if held is None:
        held = [row for row in _latest(desk.scope, desk.limit) if not _is_told(row)]
        desk.__dict__["introductions"] = held
    return held


@prepared
def _latest(told: Any, limit: int | None) -> Any:
    rows = Introduction.objects.of(told).order_by("-id")
    return rows.select_related(*PARTY, "organization").only(*_columns())[:limit]


def _columns() -> Iterator[str]:
    """The whole introduction, and of each side only what a rule reads."""
    yield from (field.name for field in Introduction._meta.concrete_fields)
    yield from (f"{who}__{name}" for who in PARTY for name in ("key", "name", "closed_on", "answered_on"))
    yield from ("organization__key", "organization__name")


def _is_told(row: Introduction) -> bool:
    """Whether the introducer knows the end of it."""
    return bool((row.met_on and row.loop_met_on) or (row.declined_on and row.loop_outcome_on))


def find(desk: Desk) -> Iterator[Found]:
    """Steps of mine, and gentle check-backs on steps of theirs."""
    rows = [row for row in pending(desk) if _is_open(row)]
    written = _written_to(desk, rows)
    for row in rows:
        step = introductions.next_step(row)
        if step.step == "write" and row.agreed_on is None and row.introduced_id in written:
            continue
        if step.step == "reply" and row.introduced_id in written:
            continue
        if (found := _found(desk, row, step)) is not None:
            yield found


def _is_open(row: Introduction) -> bool:
    """Whether nobody in it is closed, and it has not ended."""
    party = (row.introducer, row.introduced, row.other)
    ended = row.met_on or row.declined_on or row.silent_on
    return not ended and not any(one.closed_on for one in party if one)


def _written_to(desk: Desk, rows: list[Introduction]) -> set[int]:
    """Those of the new people who have had my request: from there on the ask has its own timers."""
    return set(_asked(desk.scope, people=[row.introduced_id for row in rows if row.introduced_id]))


@prepared
def _asked(told: Any) -> Any:
    asked = Ask.objects.of(told).filter(person_id__in=told.people, sent_on__isnull=False)
    return asked.values_list("person_id", flat=True)


def _found(desk: Desk, row: Introduction, step: Next) -> Found | None:
    if step.due is None or step.step in ("tell-introducer", "meet", "nothing"):
        return None
    if step.step == "check-back" and desk.today > step.due.from_ + RELEASED_AFTER:
        return None
    kind = f"intro-{step.step}"
    one, other = _sides(row, step)
    if one is None:
        return None
    target = other or row.organization
    named = row.named_on or step.due.from_
    since = row.asked_on if step.step == "check-back" else row.agreed_on
    on = row.made_on if step.step == "reply" else since
    facts = {"name": one.name, "other": target.name if target else "", "on": on or named}
    to = other if step.step in ("write", "reply") and other else one
    return Found(
        Suggestion(
            id=f"{kind}:{row.key}",
            kind=kind,
            person=Named(to.key, to.name),
            headline=Reason(kind, facts),
            reasons=(Reason(_reason(row, step), facts),),
            due=step.due,
            draft=DRAFTS.get(step.step) if row.direction == "received" else None,
            about=row.key,
            owed=False,
        ),
        who=to.pk,
        alone=False,
        timed=True,
    )


def _sides(row: Introduction, step: Next) -> tuple[Person | None, Person | None]:
    """(whom the sentence is about first, the other): the introducer and the new person, or the two I know."""
    if row.direction == "received":
        return row.introducer, row.introduced
    second_next = row.asked_on and (row.agreed_on or step.step == "ask") and not row.other_agreed_on
    return (row.other, row.introduced) if second_next else (row.introduced, row.other)


def _reason(row: Introduction, step: Next) -> str:
    if step.step == "write":
        variant = "agreed" if row.agreed_on else "use-my-name" if row.mode else "named"
    elif step.step == "check-back":
        variant = "waiting" if row.asked_on else "offered"
    else:
        variant = {"blurb": "ask-first", "reply": "joint", "make": "both", "ask": "idea"}[step.step]
    return f"intro-{step.step}.{variant}"
