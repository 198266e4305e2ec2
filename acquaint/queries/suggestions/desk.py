"""The desk that all rules share: the clock, the owner's settings, and rows that several rules read, once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q

from acquaint.maths import calendar
from acquaint.models import Ask, Interview, Person, Position, Promise
from acquaint.models.scope import Scope
from acquaint.queries import settings
from acquaint.queries.prepared import BY_ID, prepared
from acquaint.queries.settings import Settings

MANY = 200  # no plan needs more rows of one kind
ASKS = 500  # older ones have long come to rest
FEW = 60  # nor more people who have drifted
AHEAD = timedelta(days=14)  # what is coming is shown too, not only what is here
RIPE = 3  # business days until a colleague may be asked
NUDGE_AFTER = 7  # business days, and as many again until an ask rests
EXPIRE_AFTER = 7

Row = dict[str, Any]


class Desk:
    """One reader's view of one moment; every set of rows is read at most once."""

    def __init__(self, scope: Scope, *, limit: int | None = MANY) -> None:
        self.scope = scope
        self.today: date = scope.today
        self.limit = limit
        self.few = limit and FEW

    @cached_property
    def settings(self) -> Settings:
        """The owner's choices."""
        return settings.read(self.scope)

    def business(self, day: date, count: int) -> date:
        """The count-th business day after a day."""
        return calendar.add(day, count, self.settings.weekend)

    def is_awake(self, row: Row, prefix: str = "person__") -> bool:
        """Whether a person is not at rest; a contact after the rest began ends it."""
        since, until = row[f"{prefix}rested_on"], row[f"{prefix}rest_until"]
        if since is None or (until is not None and until <= self.today):
            return True
        last = row[f"{prefix}last_contact"]
        return last is not None and last > since

    @cached_property
    def me(self) -> int | None:
        """The owner's own row."""
        return next(iter(_me(self.scope)), None)

    @cached_property
    def talks(self) -> list[Row]:
        """Interviews that are not held, not written down or not thanked for, the latest first."""
        return _talks(self.scope, self.limit)

    @cached_property
    def booked(self) -> list[Row]:
        """Interviews that are booked and neither held, called off nor missed, the next first."""
        ended = ("held_on", "cancelled_on", "no_show_on")
        rows = [row for row in self.talks if not any(row[name] for name in ended)]
        return sorted(rows, key=lambda row: (row["at_utc"], row["id"]))

    @cached_property
    def unfinished(self) -> list[Row]:
        """Interviews held whose debrief or thanks are still open, the latest first."""
        return [row for row in self.talks if row["held_on"] and self.is_awake(row)]

    @cached_property
    def asks(self) -> list[Row]:
        """Each person's last ask, where something still hangs on it."""
        recent = _asks(self.scope, self.limit and ASKS)
        last = {row["person_id"]: row for row in reversed(recent)}
        met = self._met({one for one, row in last.items() if row["outcome"] == "accepted"})
        pending = ("", "deferred", "bounced", "accepted")
        return [
            row
            for person, row in last.items()
            if row["outcome"] in pending and person not in met and self.is_awake(row)
        ]

    def _met(self, people: set[int]) -> set[int]:
        """Those of them with whom a talk was booked or held."""
        return set(_met(self.scope, people=people))

    @cached_property
    def promises(self) -> list[Row]:
        """Open promises both ways, the soonest due first."""
        return _promises(self.scope)

    @cached_property
    def due(self) -> list[Row]:
        """People whose next contact is due or soon will be, the longest due first.

        Where there are too many to look at, those whom the owner would gladly keep are looked for besides.
        """
        rows = _due(self.scope, self.few, until=self.today + AHEAD)
        if len(rows) == self.few:
            dear = _due(self.scope, self.few, "gladly", until=self.today + AHEAD)
            rows = list({row["id"]: row for row in (*rows, *dear)}.values())
        return [row for row in rows if self.is_awake(row, "")]

    @cached_property
    def silent(self) -> list[Row]:
        """Asks that were sent and not answered, and have not come to rest by themselves."""
        return [row for row in self.asks if self.is_waiting(row)]

    def is_waiting(self, ask: Row) -> bool:
        """Whether an ask still waits for an answer."""
        if ask["outcome"] or ask["sent_on"] is None or self.expires(ask) <= self.today:
            return False
        answered = ask["person__answered_on"]
        return answered is None or answered < ask["sent_on"]

    def expires(self, ask: Row) -> date:
        """The day on which an unanswered ask rests by itself."""
        if ask["nudged_on"]:
            return self.business(ask["nudged_on"], EXPIRE_AFTER)
        return self.business(ask["sent_on"], NUDGE_AFTER + EXPIRE_AFTER)

    def places(self, people: Iterable[int]) -> dict[int, tuple[int, str, str]]:
        """Where each of these people works now: (organization, its name, their title)."""
        found = _places(self.scope, people=people)
        return {person: (place, name, title) for person, place, name, title in found if place}

    def my_clock(self, at_utc: datetime) -> datetime:
        """A moment as the owner's wall clock shows it, without its zone."""
        return at_utc.astimezone(ZoneInfo(self.scope.zone)).replace(tzinfo=None)


WHO = ("person_id", "person__key", "person__name")
REST = ("person__rested_on", "person__rest_until", "person__last_contact")
TALK = (
    *WHO,
    *REST,
    *("id", "key", "on", "at_local", "zone", "at_utc", "minutes", "mode", "place", "moves"),
    *("booked_on", "confirmed_on", "held_on", "debriefed_on", "thanked_on"),
    *("cancelled_on", "cancelled_by", "no_show_on", "no_show_by"),
)
ASK = (
    *WHO,
    *REST,
    *("id", "key", "made_on", "sent_on", "nudged_on", "answered_on", "outcome", "until", "words"),
    "person__answered_on",
)
PROMISE = (
    *WHO,
    *REST,
    *("key", "by", "text", "made_on", "due_on", "checked_on", "checks"),
    *("interview__no_show_by", "interview__key"),
)
DUE = (
    *("id", "key", "name", "stage", "gladly", "last_contact", "unanswered", "rested_on", "rest_until"),
    *("next_due", "next_touch_on", "next_touch_why", "rhythm_days"),
)


@prepared
def _me(told: Any) -> Any:
    return Person.objects.me(told).values_list("id", flat=True)[:1]


@prepared
def _talks(told: Any, limit: int | None) -> Any:
    open_ = Q(held_on=None) | Q(debriefed_on=None) | Q(thanked_on=None)
    rows = Interview.objects.of(told).filter(open_, unsafe_on=None, person__closed_on=None)
    return rows.order_by("-on", "-id").values(*TALK)[:limit]


@prepared
def _asks(told: Any, limit: int | None) -> Any:
    return Ask.objects.of(told).filter(person__closed_on=None).order_by("-id").values(*ASK)[:limit]


@prepared
def _met(told: Any) -> Any:
    talks = Interview.objects.of(told).filter(person_id__in=told.people)
    return talks.values_list("person_id", flat=True)


@prepared
def _promises(told: Any) -> Any:
    rows = Promise.objects.of(told).filter(kept_on=None, released_on=None, person__closed_on=None)
    return rows.order_by("due_on", "id").values(*PROMISE)


@prepared
def _due(told: Any, limit: int | None, gladly: str = "") -> Any:
    due = Person.objects.of(told).filter(closed_on=None, next_due__lte=told.until)
    wanted = due.filter(gladly=gladly, gladly_on__isnull=False) if gladly else due
    return wanted.order_by("next_due").values(*DUE)[:limit]


@prepared
def _places(told: Any) -> Any:
    rows = Position.objects.of(told).filter(
        person_id__in=told.people, kind="work", ended="", ended_seen_on=None
    )
    return rows.order_by(BY_ID).values_list("person_id", "organization_id", "organization__name", "title")
