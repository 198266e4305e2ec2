"""Interviews: booked, confirmed, moved, cancelled, missed, held; dated facts in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from acquaint.actions import asks, interactions, introductions, promises
from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Ask, Interaction, Interview, InterviewGuest, Person
from acquaint.models.errors import Invalid, NotFound
from acquaint.models.scope import Scope
from acquaint.models.talks import MODES

NOON = time(12)


@dataclass(frozen=True, slots=True)
class When:
    """A moment as it is booked: wall time and zone are the truth, UTC follows."""

    wall: datetime
    zone: str

    @classmethod
    def of(cls, at: datetime, zone: str) -> When:
        """Read a time: a naive one is wall time in `zone`, an aware one is turned into it."""
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise Invalid(_("“{zone}” is no time zone, such as Europe/Berlin.").format(zone=zone)) from None
        wall = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if at.tzinfo else at
        return cls(wall, zone)

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns of the interview that hold it."""
        return {
            "at_local": self.wall.strftime("%Y-%m-%dT%H:%M"),
            "zone": self.zone,
            "at_utc": self.utc,
            "on": self.wall.date(),
        }

    @property
    def utc(self) -> datetime:
        """Return the moment in UTC."""
        return self.wall.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


def book(
    scope: Scope,
    *,
    person: str,
    at: datetime,
    minutes: int = 30,
    mode: str = "call",
    place: str = "",
    phone: str = "",
    zone: str = "",
    guests: Sequence[str] = (),
    on: date | None = None,
) -> Made:
    """Book an interview: the ask is thereby accepted; a time that has passed is fine."""
    with _about(scope, "interview.book", person) as (w, who):
        when = When.of(at, zone or scope.zone)
        row = write(w, who, when, on=on, minutes=minutes, mode=mode, place=place, phone=phone)
        invite(w, row, [w.get(Person, guest) for guest in guests])
        return w.result()


def confirm(
    scope: Scope, *, person: str, interview: str | None = None, phone: str = "", on: date | None = None
) -> Made:
    """Record that the time was confirmed, with the number to call."""
    with _about(scope, "interview.confirm", person) as (w, who):
        row = _booked(w, who, interview)
        w.edit(row, confirmed_on=row.confirmed_on or on or scope.today, phone=phone or row.phone)
        w.note("interview", row)
        return w.result()


def reschedule(
    scope: Scope,
    *,
    person: str,
    at: datetime,
    interview: str | None = None,
    minutes: int | None = None,
    mode: str = "",
    place: str = "",
    zone: str = "",
) -> Made:
    """Move an interview to another time; the moves are counted, and the brief is kept."""
    _check(mode or "call", minutes or 1)
    with _about(scope, "interview.reschedule", person) as (w, who):
        row = _booked(w, who, interview)
        move(w, row, When.of(at, zone or row.zone), minutes=minutes, mode=mode, place=place)
        return w.result()


def cancel(
    scope: Scope, *, person: str, by: str = "", interview: str | None = None, on: date | None = None
) -> Made:
    """Record that an interview was called off, and by whom if that is known (`me` or `them`)."""
    with _about(scope, "interview.cancel", person) as (w, who):
        call_off(w, _booked(w, who, interview), by=by, on=on)
        return w.result()


def no_show(
    scope: Scope, *, person: str, by: str = "them", interview: str | None = None, on: date | None = None
) -> Made:
    """Record that somebody did not come; when it was me, an apology is promised and due at once."""
    with _about(scope, "interview.no-show", person) as (w, who):
        row = _booked(w, who, interview)
        day = on or scope.today
        w.edit(row, no_show_on=day, no_show_by=_side(by))
        w.note("interview", row)
        if by == "me":
            text = _("apologise for missing our talk, and offer times that suit them")
            promises.write(w, person=who, text=text, made_on=day, due_on=day, interview=row)
        return w.result()


def hold(
    scope: Scope,
    *,
    person: str,
    at: datetime | None = None,
    interview: str | None = None,
    minutes: int | None = None,
    mode: str = "",
    place: str = "",
    guests: Sequence[str] = (),
) -> Made:
    """Record that an interview took place, whether or not it was booked before."""
    _check(mode or "call", minutes or 1)
    with _about(scope, "interview.hold", person) as (w, who):
        when = When.of(at, scope.zone) if at else None
        row = _to_hold(w, who, when, interview, mode)
        invite(w, row, [w.get(Person, guest) for guest in guests])
        changed = {"minutes_actual": minutes, "mode": mode, "place": place}
        mark_held(w, row, when=when, **{name: value for name, value in changed.items() if value})
        return w.result()


def written(scope: Scope, *, person: str, on: date | None = None, words: str = "") -> Made:
    """Record that they sent answers in writing: it counts as a talk held, with debrief and thanks."""
    with _about(scope, "ask.answered", person) as (w, who):
        day = on or scope.today
        ask = asks.reply(w, who, "answered", day, logged=False, words=words)
        when = When.of(datetime.combine(day, NOON), scope.zone)
        row = write(w, who, when, on=day, ask=ask, mode="written")
        mark_held(w, row)
        return w.result()


def thanked(scope: Scope, *, person: str, interview: str | None = None, on: date | None = None) -> Made:
    """Record that they were thanked for a talk held."""
    with _about(scope, "interview.thank", person) as (w, who):
        row = w.get(Interview, interview) if interview else last_held(w, who)
        if row is None:
            raise NotFound(_("No talk with {name} has been held yet.").format(name=who.name))
        thank(w, row, on or scope.today)
        return w.result()


def unsafe(
    scope: Scope, *, person: str, why: str = "", interview: str | None = None, on: date | None = None
) -> Made:
    """Close the person at once after a talk that felt unsafe: no thanks, no debrief, a private note."""
    with _about(scope, "interview.unsafe", person) as (w, who):
        row = w.get(Interview, interview) if interview else last_held(w, who) or _open(w, who)
        day = on or scope.today
        if row is not None:
            w.edit(row, unsafe_on=row.unsafe_on or day)
            w.note("interview", row)
        w.edit(who, closed_on=who.closed_on or day, closed_why=why or who.closed_why)
        return w.result()


def move(
    w: Writer, row: Interview, when: When, *, minutes: int | None = None, mode: str = "", place: str = ""
) -> None:
    """Give an interview another time, inside a wider deed; what is not said stays."""
    moved = when.utc != row.at_utc
    fields: dict[str, Any] = {
        **when.columns,
        "minutes": minutes or row.minutes,
        "mode": mode or row.mode,
        "place": place or row.place,
        "moves": row.moves + moved,
    }
    w.edit(row, **fields, **({"confirmed_on": None} if moved else {}))
    w.note("interview", row)


def call_off(w: Writer, row: Interview, *, by: str = "", on: date | None = None) -> None:
    """Mark an interview as called off, inside a wider deed."""
    w.edit(row, cancelled_on=on or w.scope.today, cancelled_by=_side(by))
    w.note("interview", row)


def thank(w: Writer, row: Interview, on: date) -> None:
    """Mark an interview as thanked for, inside a wider deed."""
    w.edit(row, thanked_on=row.thanked_on or on)
    w.note("interview", row)


def debriefed(w: Writer, row: Interview, on: date) -> None:
    """Mark an interview as debriefed, inside a wider deed."""
    w.edit(row, debriefed_on=row.debriefed_on or on)


def held_for_debrief(w: Writer, person: Person, interview: str | None) -> Interview:
    """Return the interview that a debrief is about: the last one held, else one that is held thereby."""
    row = w.get(Interview, interview) if interview else _owed(w, person)
    if row is None:
        row = _to_hold(w, person, None, None, "")
    if row.held_on is None:
        mark_held(w, row)
    return row


def mark_held(w: Writer, row: Interview, *, when: When | None = None, **fields: Any) -> None:
    """Mark an interview as held inside a wider deed: contact, stage, ask and introductions follow."""
    if when is not None:
        fields.update(when.columns)
    elif row.held_on is None and row.at_utc > w.scope.now:
        fields.update(When.of(w.scope.now, row.zone).columns)
    on = fields.get("on", row.on)
    fresh = row.held_on is None
    w.edit(row, held_on=on, cancelled_on=None, cancelled_by="", no_show_on=None, no_show_by="", **fields)
    w.note("interview", row)
    if fresh:
        _follow(w, row, on)
    else:
        _redate(w, row, on)


def took_place(
    w: Writer,
    person: Person,
    *,
    on: date | None = None,
    booked_only: bool = False,
    guests: Sequence[Person] = (),
    place: str = "",
) -> Interview | None:
    """Hold the interview that a contact was, inside a wider deed: the booked one, else a new one.

    `on` is None where no day was said. With `booked_only` it must have been booked for that day or before.
    """
    when = When.of(datetime.combine(on, NOON), w.scope.zone) if on else None
    row = _open(w, person, when)
    if booked_only and (row is None or row.on > (on or w.scope.today)):
        return None
    row = row or _to_hold(w, person, when, None, "")
    invite(w, row, guests)
    mark_held(w, row, when=when if row.on != on else None, **({"place": place} if place else {}))
    return row


def last_held(w: Writer, person: Person) -> Interview | None:
    """Return the last interview held with a person."""
    return _of(w, person).filter(held_on__isnull=False).order_by("on", "id").last()


def _follow(w: Writer, row: Interview, on: date) -> None:
    guests = InterviewGuest.objects.of(w.scope).filter(interview=row).select_related("person")
    party = [row.person, *(guest.person for guest in guests)]
    interactions.write(w, party, kind="interview", on=on, at_utc=row.at_utc, place=row.place, interview=row)
    for person in party:
        introductions.follow_meeting(w, person, on)


def _redate(w: Writer, row: Interview, on: date) -> None:
    """Move the contact with the interview, where its day was corrected."""
    for contact in Interaction.objects.of(w.scope).filter(interview=row):
        w.edit(contact, on=on, at_utc=row.at_utc, place=row.place)


def write(
    w: Writer, person: Person, when: When, *, on: date | None = None, ask: Ask | None = None, **fields: Any
) -> Interview:
    """Add a booked interview inside a wider deed; after a call-off or a no-show it is one more move."""
    _check(fields.get("mode", "call"), fields.get("minutes", 1))
    day = on or min(w.scope.today, when.wall.date())
    before = _of(w, person).order_by("id").last()
    slipped = before is not None and before.held_on is None and (before.cancelled_on or before.no_show_on)
    row = w.add(
        Interview,
        person=person,
        ask=ask or asks.imply_accepted(w, person, day),
        booked_on=day,
        moves=before.moves + 1 if before and slipped else 0,
        **when.columns,
        **fields,
    )
    w.note("interview", row)
    return row


def invite(w: Writer, row: Interview, guests: Sequence[Person]) -> None:
    """Have further people take part, inside a wider deed."""
    there = set(InterviewGuest.objects.of(w.scope).filter(interview=row).values_list("person_id", flat=True))
    for person in guests:
        if person.pk not in there | {row.person_id}:
            w.add(InterviewGuest, interview=row, person=person)


def _to_hold(w: Writer, person: Person, when: When | None, key: str | None, mode: str) -> Interview:
    """Return the interview that took place: the one named, the booked one, today's, or a new one."""
    if key:
        return w.get(Interview, key)
    if row := _open(w, person, when):
        return row
    day = when.wall.date() if when else w.scope.today
    if same := _of(w, person).filter(held_on=day).order_by("id").last():
        return same
    return write(w, person, when or When.of(w.scope.now, w.scope.zone), mode=mode or "call")


def _owed(w: Writer, person: Person) -> Interview | None:
    """Return the interview to write about: the last one held, unless a later booked one has begun."""
    held, booked = last_held(w, person), _open(w, person)
    if held and booked and held.at_utc < booked.at_utc <= w.scope.now:
        return booked
    return held or booked


def _booked(w: Writer, person: Person, key: str | None) -> Interview:
    """Return the interview named, or the booked one; NotFound if there is none."""
    row = w.get(Interview, key) if key else _open(w, person)
    if row is None:
        message = _("No interview with {name} is booked.")
        raise NotFound(message.format(name=person.name))
    return row


def _open(w: Writer, person: Person, when: When | None = None) -> Interview | None:
    """Return the booked interview nearest to `when`, or to now; where a day is said, none of a later day.

    A talk that was before the booked one is a talk of its own, and the booked one is still to come.
    """
    moment = when.utc if when else w.scope.now
    rows = _of(w, person).filter(held_on=None, cancelled_on=None, no_show_on=None)
    if when is not None:
        rows = rows.filter(on__lte=when.wall.date())
    return min(rows, key=lambda row: abs(row.at_utc - moment), default=None)


def _of(w: Writer, person: Person) -> QuerySet[Interview]:
    return Interview.objects.of(w.scope).filter(person=person)


def _side(by: str) -> str:
    if by not in ("", "me", "them"):
        raise Invalid(_("“{by}” is neither me nor them.").format(by=by))
    return by


def _check(mode: str, minutes: int) -> None:
    if mode not in MODES:
        message = _("“{mode}” is not a way to meet: {modes}.")
        raise Invalid(message.format(mode=mode, modes=", ".join(MODES)))
    if minutes < 1:
        raise Invalid(_("A talk lasts at least a minute."))


@contextmanager
def _about(scope: Scope, what: str, person: str) -> Iterator[tuple[Writer, Person]]:
    """Open a Change about one person."""
    with writing(scope, what) as w:
        who = w.get(Person, person)
        w.about = who.name
        yield w, who
