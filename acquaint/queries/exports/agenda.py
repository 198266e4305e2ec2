"""Talks and dated next steps as calendar entries; nothing of what was said in a talk goes out here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date
from typing import Final

from django.utils.translation import gettext as _

from acquaint.formats.agenda import Reminder, Talk
from acquaint.models import Ask, Interview, InterviewGuest, Introduction, Owner, Person, Promise
from acquaint.models.scope import Scope

Due = tuple[str, date | None, str]  # identity, day, title

DOMAIN: Final = "acquaint.invalid"  # of identities that are no UUID; nobody ever owns it
LOT: Final = 500
TALK: Final = (
    *("id", "uid", "at_utc", "minutes", "minutes_actual", "mode", "place", "phone", "moves"),
    *("cancelled_on", "no_show_on", "held_on", "person__name"),
)


def entries(scope: Scope) -> Iterator[Talk | Reminder]:
    """Every talk in the order in which they were booked, then what is due, each with a lasting identity."""
    yield from _talks(scope)
    number = Owner.objects.values_list("change_number", flat=True).get(pk=scope.owner_id)
    for make in (_promises, _asks, _introductions, _touches):
        for key, on, title in make(scope):
            assert on is not None  # each of them asks for those with a day
            yield Reminder(f"{key}@{DOMAIN}", number, on, title)


def _talks(scope: Scope) -> Iterator[Talk]:
    last = 0
    rows = Interview.objects.of(scope).order_by("id")
    while lot := list(rows.filter(id__gt=last).values(*TALK)[:LOT]):
        last = lot[-1]["id"]
        guests: dict[int, list[str]] = defaultdict(list)
        there = InterviewGuest.objects.of(scope).filter(interview_id__in=[row["id"] for row in lot])
        for talk, name in there.order_by("id").values_list("interview_id", "person__name"):
            guests[talk].append(name)
        for row in lot:
            lost = not row["held_on"] and bool(row["cancelled_on"] or row["no_show_on"])
            phone = _("Phone: {number}").format(number=row["phone"]) if row["phone"] else ""
            with_them = _("With {names}").format(names=", ".join(guests[row["id"]]))
            yield Talk(
                uid=row["uid"],
                sequence=row["moves"] + lost,
                starts=row["at_utc"].astimezone(UTC),
                minutes=row["minutes_actual"] or row["minutes"],
                title=_("Talk with {name}").format(name=row["person__name"]),
                place=row["place"],
                notes="\n".join(filter(None, (with_them if guests[row["id"]] else "", phone))),
                cancelled=lost,
            )


def _promises(scope: Scope) -> Iterator[Due]:
    rows = Promise.objects.of(scope).filter(kept_on=None, released_on=None, due_on__isnull=False)
    for key, on, by, text, name in rows.order_by("id").values_list(
        "key", "due_on", "by", "text", "person__name"
    ):
        mine = _("Promised to {name}: {text}") if by == "mine" else _("{name} promised: {text}")
        yield f"promise-{key}", on, mine.format(name=name, text=text)


def _asks(scope: Scope) -> Iterator[Due]:
    rows = Ask.objects.of(scope).filter(outcome="deferred", until__isnull=False, person__closed_on=None)
    for key, on, name in rows.order_by("id").values_list("key", "until", "person__name"):
        yield f"ask-{key}", on, _("Ask {name} again").format(name=name)


def _introductions(scope: Scope) -> Iterator[Due]:
    rows = Introduction.objects.of(scope).filter(
        check_back_on__isnull=False, declined_on=None, silent_on=None, met_on=None
    )
    columns = ("key", "check_back_on", "introducer__name", "introduced__name")
    for key, on, introducer, introduced in rows.order_by("id").values_list(*columns):
        name = introducer or introduced or ""
        yield f"introduction-{key}", on, _("Come back to {name} about an introduction").format(name=name)


def _touches(scope: Scope) -> Iterator[Due]:
    rows = Person.objects.of(scope).active().filter(next_due__isnull=False)
    for key, on, name in rows.order_by("id").values_list("key", "next_due", "name").iterator(chunk_size=2000):
        yield f"person-{key}", on, _("A good week to write to {name}").format(name=name)
