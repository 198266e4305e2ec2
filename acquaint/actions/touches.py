"""Finishing the round: a draft that was sent, a suggestion put off, a person left to rest with thanks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from acquaint.actions import asks, interviews, introductions, letters
from acquaint.actions.changes import Made, Writer, writing
from acquaint.messages.registry import KINDS
from acquaint.models import Ask, DebriefLine, Interview, Introduction, Person, Promise, Snooze
from acquaint.models.errors import Invalid, NotFound
from acquaint.models.scope import Scope
from acquaint.queries import plan
from acquaint.queries.introductions import next_step

TOMORROW = timedelta(days=1)
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Word:
    """A message that went out: when, on which channel, about which row (a key)."""

    on: date
    channel: str
    about: str


@dataclass(frozen=True, slots=True)
class PutOff:
    """A suggestion that waits until a day, and the Change that undoes it."""

    id: str
    until: date
    undo: str | None


@dataclass(frozen=True, slots=True)
class Rested:
    """A person at rest, until a day or their next word, and the Change that undoes it."""

    id: str
    name: str
    rested_on: date
    until: date | None
    undo: str | None


def sent(
    scope: Scope, *, kind: str, who: str, on: date | None = None, channel: str = "", about: str = ""
) -> Made:
    """Log a draft as sent to a person and move what it belongs to; ``about`` says which row if several fit.

    Invalid for a kind that is none, a day to come, or a person who is closed; NotFound.
    """
    if kind not in KINDS:
        raise Invalid(_("“{kind}” is no kind of message.").format(kind=kind), details=tuple(KINDS))
    day = on or scope.today
    if day > scope.today:
        raise Invalid(_("{day} is still to come.").format(day=day))
    with writing(scope, "message.sent", kind=kind) as w:
        person = w.get(Person, who)
        w.about = person.name
        if person.closed_on:
            raise Invalid(_("{name} is not to be contacted any more.").format(name=person.name))
        target = MOVES.get(kind, _nothing)(w, person, Word(day, channel, about))
        if kind not in LOGGED:
            letters.log(w, person, on=day, direction="out", channel=channel, message_kind=kind, about=target)
        return w.result()


def later(scope: Scope, *, suggestion: str, until: date | None = None) -> PutOff:
    """Put a suggestion off: what is owed until tomorrow, all else for a week, unless a day is named."""
    found = plan.every(scope).get(suggestion)
    held = Snooze.objects.of(scope).filter(suggestion=suggestion).first()
    if found is None and held is None:
        raise NotFound(_("There is no suggestion {id} now.").format(id=suggestion))
    day = until or scope.today + (TOMORROW if found and found.owed else A_WEEK)
    if day <= scope.today:
        raise Invalid(_("Put it off until a day that is still to come."))
    name = found.person.name if found and found.person else suggestion
    with writing(scope, "suggestion.later", about=name) as w:
        if held is None:
            w.add(Snooze, suggestion=suggestion, until=day)
        else:
            w.edit(held, until=day)
        return PutOff(suggestion, day, w.change_id)


def rest(scope: Scope, *, who: str, until: date | None = None, why: str = "") -> Rested:
    """Let a person rest, with thanks: nothing is suggested until that day or their next word."""
    if until is not None and until <= scope.today:
        raise Invalid(_("A rest ends on a day that is still to come."))
    with writing(scope, "person.rest") as w:
        person = w.get(Person, who)
        w.about = person.name
        w.edit(person, rested_on=scope.today, rest_until=until, rest_why=why, next_touch_on=None)
        return Rested(person.key, person.name, scope.today, until, w.change_id)


def followed(scope: Scope, *, line: str, on: date | None = None) -> Made:
    """Record that advice was followed: the suggestion to tell them comes of it."""
    with writing(scope, "advice.done") as w:
        row = w.get(DebriefLine, line)
        w.about = row.will or row.text
        w.edit(row, done_on=row.done_on or on or scope.today)
        return w.result()


def _nothing(_w: Writer, _person: Person, _word: Word) -> str:
    return ""


def _request(w: Writer, person: Person, word: Word) -> str:
    return f"ask:{asks.send(w, person, on=word.on, channel=word.channel).key}"


def _nudge(w: Writer, person: Person, word: Word) -> str:
    return f"ask:{asks.nudge(w, person, on=word.on, channel=word.channel).key}"


def _thank(w: Writer, person: Person, word: Word) -> str:
    """Thanks for a talk, or for the answer to a request where that is named."""
    if word.about and Ask.objects.of(w.scope).filter(person=person, key=word.about).exists():
        return f"ask:{word.about}"
    rows = Interview.objects.of(w.scope).filter(person=person, held_on__isnull=False)
    row = rows.filter(key=word.about).first() or rows.filter(thanked_on=None).order_by("on", "id").last()
    if row is None:
        return ""
    interviews.thank(w, row, word.on)
    return f"interview:{row.key}"


def _confirm(w: Writer, person: Person, word: Word) -> str:
    rows = Interview.objects.of(w.scope).filter(
        person=person, held_on=None, cancelled_on=None, no_show_on=None
    )
    row = rows.filter(key=word.about).first() or rows.order_by("at_utc").first()
    if row is None:
        return ""
    w.edit(row, confirmed_on=row.confirmed_on or word.on)
    w.note("interview", row)
    return f"interview:{row.key}"


def _apologise(w: Writer, person: Person, word: Word) -> str:
    """An apology keeps the promise that the missed talk left behind."""
    rows = Promise.objects.of(w.scope).filter(
        person=person, by="mine", kept_on=None, released_on=None, interview__no_show_by="me"
    )
    for row in rows:
        w.edit(row, kept_on=word.on)
        w.note("promise", row)
    return ""


def _update(w: Writer, person: Person, word: Word) -> str:
    """All that was done and not told, or the one named; telling of advice says that it was followed."""
    rows = DebriefLine.objects.of(w.scope).filter(person=person, kind="advice", told_on=None).order_by("id")
    done = list(rows.filter(key=word.about) if word.about else rows.filter(done_on__isnull=False))
    for row in done or list(rows)[-1:]:
        w.edit(row, done_on=row.done_on or word.on, told_on=word.on)
    return f"line:{word.about}" if word.about else ""


def _blurb(w: Writer, person: Person, word: Word) -> str:
    rows = Introduction.objects.of(w.scope).filter(direction="received", introducer=person, met_on=None)
    row = (
        rows.filter(key=word.about).first()
        or rows.filter(declined_on=None, silent_on=None).order_by("id").last()
    )
    if row is None:
        return ""
    again = row.asked_on is not None
    w.edit(
        row, asked_on=row.asked_on or word.on, check_back_on=word.on + A_WEEK if again else row.check_back_on
    )
    w.note("introduction", row)
    return f"introduction:{row.key}"


def _loop(w: Writer, person: Person, word: Word) -> str:
    """Close the loop that is due; one that was told as silence is over."""
    rows = Introduction.objects.of(w.scope).filter(direction="received", introducer=person).order_by("id")
    due = [row for row in rows if next_step(row).step == "tell-introducer"]
    row = rows.filter(key=word.about).first() or (due[0] if due else rows.last())
    if row is None:
        return ""
    if row.met_on is None and row.mode == "joint" and not row.loop_connected_on and _is_silent(row):
        w.edit(row, silent_on=row.silent_on or word.on, loop_outcome_on=word.on)
    else:
        introductions.close_loop(w, row, None, word.on)
    w.note("introduction", row)
    return f"introduction:{row.key}"


def _is_silent(row: Introduction) -> bool:
    heard = row.introduced.answered_on if row.introduced else None
    return row.made_on is not None and (heard is None or heard < row.made_on)


# Requests and nudges are logged by the ask itself.
LOGGED = ("request", "request-referral", "nudge", "intro-reply")
MOVES: dict[str, Callable[[Writer, Person, Word], str]] = {
    "request": _request,
    "request-referral": _request,
    "intro-reply": _request,
    "nudge": _nudge,
    "thank-you": _thank,
    "confirm": _confirm,
    "reschedule": _apologise,
    "update": _update,
    "blurb": _blurb,
    "loop": _loop,
}
