"""The request to talk: made, sent, nudged, and whatever came of it.

Life is entered late: any state may be recorded without the ones before it, on any day.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from acquaint.actions import introductions, letters, stages
from acquaint.actions.changes import Made, Writer, writing
from acquaint.actions.mentions import person_named
from acquaint.models import Ask, Interview, Person
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.models.talks import CHANNELS

REST = timedelta(days=90)  # after silence, before a new reason may ask again


def ask(
    scope: Scope,
    *,
    person: str,
    via: str | None = None,
    channel: str = "",
    link: str = "",
    on: date | None = None,
) -> Made:
    """Set out to ask a person to talk: a draft until it is sent; an open ask is changed, not doubled."""
    with _about(scope, "ask.add", person) as (w, who):
        if who.closed_on:
            message = _("{name} is not to be contacted any more. Reopen them first if that has changed.")
            raise Invalid(message.format(name=who.name))
        draft(w, who, via=w.get(Person, via) if via else None, channel=channel, link=link, on=on)
        return w.result()


def draft(
    w: Writer,
    person: Person,
    *,
    via: Person | None = None,
    channel: str = "",
    link: str = "",
    on: date | None = None,
) -> Ask:
    """Open an ask inside a wider deed, or complete the one that is open; asking means choosing the person."""
    _check_channel(channel)
    day = on or w.scope.today
    row = latest(w, person)
    if row is None or row.outcome:
        row = w.add(Ask, person=person, via=via, channel=channel, link=link, made_on=day)
    else:
        told = {"via": via, "channel": channel, "link": link}
        w.edit(row, **{name: value for name, value in told.items() if value})
    if person.chosen_on is None:
        w.edit(person, chosen_on=day)
    w.note("ask", row)
    return row


def sent(scope: Scope, *, person: str, on: date | None = None, channel: str = "") -> Made:
    """Record that the request went out."""
    with _about(scope, "ask.sent", person) as (w, who):
        send(w, who, on=on or scope.today, channel=channel)
        return w.result()


def send(w: Writer, person: Person, *, on: date, channel: str = "") -> Ask:
    """Mark the open ask (or a new one) as sent inside a wider deed, and log the message."""
    row = latest(w, person)
    if row is None or row.outcome:
        row = draft(w, person, channel=channel, on=on)
    if row.sent_on is None:
        w.edit(row, sent_on=on, channel=channel or row.channel, made_on=min(row.made_on, on))
        _log(w, row, on, "out", "request")
        stages.reach(w, person, "asked", on, "ask")
    elif row.sent_on != on or (channel and channel != row.channel):
        w.edit(row, sent_on=on, channel=channel or row.channel)
    w.note("ask", row)
    return row


def nudged(scope: Scope, *, person: str, on: date | None = None, channel: str = "") -> Made:
    """Record that the one nudge went out."""
    with _about(scope, "ask.nudged", person) as (w, who):
        nudge(w, who, on=on or scope.today, channel=channel)
        return w.result()


def nudge(w: Writer, person: Person, *, on: date, channel: str = "") -> Ask:
    """Mark the open ask as nudged inside a wider deed, and log the message."""
    row = latest(w, person)
    if row is None or row.outcome:
        row = send(w, person, on=on, channel=channel)
    if row.nudged_on is None:
        w.edit(row, nudged_on=on, sent_on=row.sent_on or on)
        _log(w, row, on, "out", "nudge", channel)
        stages.reach(w, person, "asked", on, "ask")
    w.note("ask", row)
    return row


def accepted(scope: Scope, *, person: str, on: date | None = None, words: str = "") -> Made:
    """Record a yes."""
    return _answer(scope, person, "accepted", on, words=words)


def deferred(
    scope: Scope, *, person: str, until: date | None = None, words: str = "", on: date | None = None
) -> Made:
    """Record a "not now": until when, and their words, so that asking again can cite them."""
    return _answer(scope, person, "deferred", on, until=until, words=words)


def declined(scope: Scope, *, person: str, on: date | None = None, words: str = "") -> Made:
    """Record a no: the person is kept, and thanked."""
    return _answer(scope, person, "declined", on, words=words)


def bounced(scope: Scope, *, person: str, on: date | None = None, words: str = "") -> Made:
    """Record that the message never arrived; it is no refusal."""
    return _answer(scope, person, "bounced", on, words=words)


def expired(scope: Scope, *, person: str, on: date | None = None) -> Made:
    """Let an unanswered ask rest; it never comes back as overdue."""
    with _about(scope, "ask.expired", person) as (w, who):
        row = latest(w, who)
        if row is None or (row.outcome and row.outcome != "expired"):
            raise Invalid(_("No ask to {name} is open.").format(name=who.name))
        w.edit(row, outcome="expired", until=(on or scope.today) + REST)
        w.note("ask", row)
        return w.result()


def redirected(
    scope: Scope, *, person: str, to: str = "", to_name: str = "", words: str = "", on: date | None = None
) -> Made:
    """Record that they named somebody else instead: an introduction, even if it was a brusque one."""
    with _about(scope, "ask.redirected", person) as (w, who):
        day = on or scope.today
        target = w.get(Person, to) if to else None
        if target is None and to_name:
            target = person_named(w, to_name, introduced_by=who).person
        reply(w, who, "redirected", day, redirected_to=target, words=words)
        if target is not None:
            introductions.write_received(w, introducer=who, introduced=target, why=words, named_on=day)
        return w.result()


def _answer(scope: Scope, person: str, outcome: str, on: date | None, **more: Any) -> Made:
    with _about(scope, f"ask.{outcome}", person) as (w, who):
        reply(w, who, outcome, on or scope.today, **more)
        return w.result()


def reply(w: Writer, person: Person, outcome: str, on: date, *, logged: bool = True, **more: Any) -> Ask:
    """Record what came of the latest ask inside a wider deed; where none is known, one was made by then."""
    row = latest(w, person)
    if row is None or _is_settled(w, row, outcome):
        row = w.add(Ask, person=person, made_on=on, sent_on=on)
    heard = outcome != "bounced"
    fresh = row.outcome != outcome
    told = {name: value for name, value in more.items() if value}
    if fresh:
        told = {"until": None, "redirected_to": None, **told}
    w.edit(row, outcome=outcome, answered_on=on if heard and fresh else row.answered_on, **told)
    stages.reach(w, person, "asked", row.sent_on or on, "ask")
    if fresh and heard:
        introductions.follow_reply(w, person, on)
        if logged:
            _log(w, row, on, "in", "")
    w.note("ask", row)
    return row


def imply_accepted(w: Writer, person: Person, on: date) -> Ask | None:
    """Record that the open ask was accepted, because a meeting was booked or held; None if none is open."""
    row = latest(w, person)
    if row is None or _is_settled(w, row, "accepted"):
        return None
    if row.outcome == "accepted":
        return row
    return reply(w, person, "accepted", max(on, row.sent_on or on))


def latest(w: Writer, person: Person) -> Ask | None:
    """Return the person's last ask."""
    return Ask.objects.of(w.scope).filter(person=person).order_by("made_on", "id").last()


def _is_settled(w: Writer, row: Ask, outcome: str) -> bool:
    """Tell whether the ask has had its meeting, so that a new answer must belong to a new ask."""
    if row.outcome == "answered":
        return outcome != "answered"
    led = Interview.objects.of(w.scope).filter(ask=row)
    return row.outcome == "accepted" and led.exists()


def _log(w: Writer, row: Ask, on: date, direction: str, message_kind: str, channel: str = "") -> None:
    letters.log(
        w,
        row.person,
        on=on,
        direction=direction,
        channel=channel or row.channel,
        message_kind=message_kind,
        about=f"ask:{row.key}",
        text=row.words if direction == "in" else "",
    )


def _check_channel(channel: str) -> None:
    if channel not in CHANNELS:
        message = _("“{channel}” is not a channel: {channels}.")
        raise Invalid(message.format(channel=channel, channels=", ".join(CHANNELS[1:])))


@contextmanager
def _about(scope: Scope, what: str, person: str) -> Iterator[tuple[Writer, Person]]:
    """Open a Change about one person."""
    with writing(scope, what) as w:
        who = w.get(Person, person)
        w.about = who.name
        yield w, who
