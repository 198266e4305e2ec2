"""Judges the meetings of a calendar: those that were are contacts, those to come are proposed as interviews.

Nothing is booked, held or called off by itself: an interview is the owner's word, so it is offered. Of a
meeting the newest version counts; one that was called off is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from acquaint.actions.imports import heard, keeping, parties
from acquaint.actions.imports.keeping import Thing
from acquaint.actions.imports.known import Who, kept
from acquaint.actions.imports.people import UNCHANGED, Judged
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import PREFIX, Offered, Said, digest, packed
from acquaint.formats.meetings import is_answer, key_on, rank
from acquaint.formats.records import BirthdayRecord, EventRecord, Origin, Party, Reason, Repeats
from acquaint.models import Interaction, Interview, Offer
from acquaint.text.match_keys import match_key

KIND: Final = "ics"  # a meeting is the same whether a calendar or a letter tells of it
TIMES: Final = 60  # of a series, the latest ones: as many contacts as tell how often you meet
CROWD: Final = 20  # guests from which on a meeting is an event, and nobody is offered
_ORDER: Final = ("new", "update", "conflict", "same", "ignored")


def people_of(record: EventRecord) -> tuple[Party, ...]:
    """Everybody named who did not decline; of an answer all who gave it."""
    answers = is_answer(record)
    return tuple(guest.party for guest in record.guests if answers or guest.answer != "declined")


def is_off(record: EventRecord) -> bool:
    """Whether it is off, for all or for the owner."""
    return record.state == "cancelled" or record.my_answer == "declined"


def ends(record: EventRecord) -> bool:
    """Whether a whole series may be off by it: each one of it may stand here."""
    return is_off(record) and key_on("", "") not in record.key


def keys_of(record: EventRecord, today: date) -> Iterator[str]:
    """The keys under which it may stand here: of a series one for each time."""
    yield record.key
    if record.repeats is not None:
        for day in _times(record, today):
            yield key_on(record.key, day.isoformat())


def signs_of(record: EventRecord) -> tuple[tuple[str, str], ...]:
    """The signs under which something of it may have been asked."""
    return tuple(
        ("interview", sign) for sign in (f"book:{record.key}", _hold(record), _move(record), _off(record))
    )


def judge_birthday(desk: Desk, record: BirthdayRecord) -> Judged:
    """A birthday says a name and nothing else: whether it is theirs is asked where just one is called so."""
    name = match_key(record.party.name)
    bearers = desk.here.names.get(name, set())
    if len(bearers) != 1:
        return "ignored", Reason("name_only", {"name": record.party.name})
    [pk] = bearers
    if pk in desk.here.born:
        return "same", UNCHANGED
    facts = {
        "party": parties.told(Party(record.party.name)),
        "source": KIND,
        "reason": "birthday",
        "about": record.on,
        "birthday": record.on,
    }
    sign = digest(f"{name}|{record.on}")
    desk.plan.dated.offers.setdefault(("person", sign), Offered("person", sign, facts, None, Who(pk=pk)))
    return "ignored", Reason("birthday_offered")


def judge_event(desk: Desk, record: EventRecord) -> Judged:
    """What becomes of a meeting."""
    asked = desk.here.offers.get(("interview", f"book:{record.key}"))
    if is_answer(record) and not is_off(record):
        return _answered(desk, record, asked)
    if asked is not None and tuple(asked.facts.get("rank", (0, ""))) > rank(record):
        return "ignored", Reason("older_here")
    if is_off(record):
        return _called_off(desk, record, asked)
    return _stands(desk, record, asked)


def _answered(desk: Desk, record: EventRecord, asked: Offer | None) -> Judged:
    """Who declined was not there; nothing else follows from an answer."""
    thing = _thing(record)
    told = keeping.said(desk, thing)
    declined = [guest.party for guest in record.guests if guest.answer == "declined"]
    who, _strange = parties.everybody(desk.known, declined)
    if told is not None and not told.record.get("off") and keeping.rank_of(told)[0] <= record.sequence:
        return keeping.leave(desk, thing, told, who)
    return "ignored", Reason("answer_noted" if told or asked else "meeting_unknown")


def _stands(desk: Desk, record: EventRecord, asked: Offer | None) -> Judged:
    who, strange = parties.everybody(desk.known, people_of(record))
    crowd = len(record.guests) > CROWD
    offered = not crowd and _offer_guests(desk, record, strange)
    heard.meeting(desk, KIND, record, () if crowd else strange)
    if not who:
        return "ignored", Reason("guests_offered" if offered else "nobody_known")
    if record.repeats is not None:
        return _series(desk, record, who, crowd=crowd)
    if _is_to_come(desk, record):
        return _to_come(desk, record, who, asked, crowd=crowd)
    return _was(desk, record, who, crowd=crowd)


def _offer_guests(desk: Desk, record: EventRecord, strange: tuple[Party, ...]) -> bool:
    offered = [parties.offer(desk, one, reason="guest", about=record.title, on=record.on) for one in strange]
    return any(offered)


def _thing(record: EventRecord, values: dict[str, Any] | None = None, who: tuple[Who, ...] = ()) -> Thing:
    return Thing(KIND, record.key, Interaction, values or {}, who, rank=rank(record))


def _is_to_come(desk: Desk, record: EventRecord) -> bool:
    at = _at(desk, record)
    return at > desk.scope.now if at else date.fromisoformat(record.on) > desk.scope.today


def _at(desk: Desk, record: EventRecord) -> datetime | None:
    """The instant; a meeting that floats lies in the owner's zone."""
    if record.at is not None or not record.local:
        return record.at
    zone = zone_of(record.zone or desk.scope.zone)
    try:
        return datetime.fromisoformat(record.local).replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _values(desk: Desk, record: EventRecord, *, crowd: bool) -> dict[str, Any]:
    at = _at(desk, record)
    on = at.astimezone(zone_of(desk.scope.zone)).date().isoformat() if at else record.on
    text = "\n".join(filter(None, (record.title, record.notes)))
    return {
        "on": on,
        "at_utc": at,
        "kind": "event" if crowd else "meeting",
        "direction": "both",
        "text": kept(text),
        "place": kept(record.place),
    }


def _was(desk: Desk, record: EventRecord, who: tuple[Who, ...], *, crowd: bool) -> Judged:
    """A meeting that was: a contact, unless an interview with one of them is on record for that day."""
    values = _values(desk, record, crowd=crowd)
    thing = _thing(record, values, who)
    if keeping.said(desk, thing) is None and (talk := _talk(desk, who, values["on"])) is not None:
        return _offer_hold(desk, record, who, talk)
    return keeping.keep(desk, thing)


def _talk(desk: Desk, who: tuple[Who, ...], on: str) -> Interview | None:
    """The interview with one of these people on that day that was not called off."""
    talks = [talk for one in who if one.pk is not None for talk in desk.here.talks.get(one.pk, ())]
    return next((talk for talk in talks if talk.on.isoformat() == on and talk.cancelled_on is None), None)


def _offer_hold(desk: Desk, record: EventRecord, who: tuple[Who, ...], talk: Interview) -> Judged:
    if talk.held_on or talk.no_show_on:
        return "same", Reason("talk_here")
    facts = {**_facts(record), "act": "hold"}
    return _ask(
        desk, Offered("interview", _hold(record), facts, talk.on.isoformat(), _of(who, talk), None, talk.pk)
    )


def _to_come(
    desk: Desk, record: EventRecord, who: tuple[Who, ...], asked: Offer | None, *, crowd: bool
) -> Judged:
    """A meeting to come: proposed as an interview, never booked by itself."""
    if crowd or not record.local:
        return "ignored", Reason("whole_day" if not crowd else "crowd")
    if asked is not None and asked.interview_id is not None:
        return _moved(desk, record, who, asked)
    thing = _thing(record)
    if (told := keeping.said(desk, thing)) is not None and not told.record.get("off"):
        keeping.call_off(desk, thing, told, off=keeping.PUT_OFF)
    on = _values(desk, record, crowd=False)["on"]
    if asked is None and _talk(desk, who, on) is not None:
        return "same", Reason("talk_here")
    facts = {**_facts(record), "act": "book"}
    whose = {id(one): party for party in people_of(record) if (one := parties.found(desk.known, party))}
    if guests := [parties.told(whose[id(one)]) for one in who[1:]]:
        facts["guests"] = guests
    return _ask(desk, Offered("interview", f"book:{record.key}", facts, on, who[0]))


def _moved(desk: Desk, record: EventRecord, who: tuple[Who, ...], asked: Offer) -> Judged:
    """The meeting was booked from here: where its time is another now, moving it is offered."""
    talk = next(
        (one for each in desk.here.talks.values() for one in each if one.pk == asked.interview_id), None
    )
    if talk is None or talk.held_on or talk.cancelled_on or talk.at_utc == _at(desk, record):
        return "same", Reason("talk_here")
    facts = {**_facts(record), "act": "move"}
    on = _values(desk, record, crowd=False)["on"]
    return _ask(desk, Offered("interview", _move(record), facts, on, _of(who, talk), None, talk.pk))


def _called_off(desk: Desk, record: EventRecord, asked: Offer | None) -> Judged:
    """Take back what stands here of it; of a series what was to come when it was called off."""
    heard.called_off(desk, KIND, record)
    stand = _standing(desk, record)
    if stand:
        if any(keeping.rank_of(told) > rank(record) for _thing, told in stand):
            return "ignored", Reason("older_here")
        off: keeping.Off = keeping.CANCELLED if record.state == "cancelled" else keeping.DECLINED
        judged = [
            keeping.call_off(desk, thing, told, off=off)
            for thing, told in stand
            if not _was_before(desk, thing, record)
        ]
        return _strongest(judged) if judged else ("ignored", Reason("was_before"))
    if asked is None:
        return "ignored", Reason("declined_by_me" if record.state != "cancelled" else "meeting_unknown")
    talk = next(
        (one for each in desk.here.talks.values() for one in each if one.pk == asked.interview_id), None
    )
    if talk is not None and not (talk.held_on or talk.cancelled_on):
        facts = {**_facts(record), "act": "cancel"}
        who = Who(pk=talk.person_id)
        return _ask(desk, Offered("interview", _off(record), facts, talk.on.isoformat(), who, None, talk.pk))
    if asked.outcome or asked.facts.get("act") == "off":
        return "same", UNCHANGED
    facts = {**asked.facts, "act": "off", "rank": list(rank(record))}
    on = asked.on.isoformat() if asked.on else None
    return _ask(desk, Offered("interview", f"book:{record.key}", facts, on))


def _standing(desk: Desk, record: EventRecord) -> list[tuple[Thing, Said]]:
    """The contacts that were made of it, each one of a series too."""
    bare, begins = _thing(record), key_on(_thing(record).name, "")
    names = [
        name for of, name in desk.here.said if of == KIND and (name == bare.name or name.startswith(begins))
    ]
    things = (replace(bare, key=name.removeprefix(PREFIX)) for name in sorted(names))
    found = ((thing, keeping.said(desk, thing)) for thing in things)
    return [(thing, told) for thing, told in found if told is not None and not told.record.get("off")]


def _was_before(desk: Desk, thing: Thing, record: EventRecord) -> bool:
    """Whether it is one of a series that took place before the whole series was called off."""
    if thing.key == record.key or record.stamped is None:
        return False
    day = record.stamped.astimezone(zone_of(desk.scope.zone)).date()
    return thing.key[-len(f"{day:%Y%m%d}") :] < f"{day:%Y%m%d}"


def _series(desk: Desk, record: EventRecord, who: tuple[Who, ...], *, crowd: bool) -> Judged:
    """Each time that it was is a contact; what is to come of it is no single meeting to propose."""
    days = _times(record, desk.scope.today)
    if not days:
        return "ignored", Reason("series_to_come")
    judged = []
    for day in days:
        one = _on_day(record, day)
        if not _is_to_come(desk, one):
            judged.append(_was(desk, one, who, crowd=crowd))
    return _strongest(judged) if judged else ("ignored", Reason("series_to_come"))


def _on_day(record: EventRecord, day: date) -> EventRecord:
    """One time of a series: at the same wall time."""
    local = f"{day.isoformat()}{record.local[10:]}" if record.local else ""
    shift = None
    if record.at is not None and not record.zone:  # a zone that only its file knows: the distance stays
        shift = record.at + (day - date.fromisoformat(record.on))
    key = key_on(record.key, day.isoformat())
    return replace(record, key=key, on=day.isoformat(), local=local, at=shift, repeats=None)


def _times(record: EventRecord, today: date) -> tuple[date, ...]:
    return _latest(record.on, record.repeats, today)


@lru_cache(maxsize=4096)
def _latest(on: str, repeats: Repeats | None, today: date) -> tuple[date, ...]:
    """The last days of a series; remembered, since each of many years is looked at."""
    # The library for calendars is loaded only where a meeting comes again.
    from acquaint.formats.ics import series

    bare = EventRecord(Origin(""), "", "", on, repeats=repeats)
    return series.days(bare, today)[-TIMES:]


def _strongest(judged: list[Judged]) -> Judged:
    return min(judged, key=lambda one: _ORDER.index(one[0]))


def _ask(desk: Desk, offered: Offered) -> Judged:
    """Plan a question, or its new words while it is open; what was answered is not asked again."""
    name = (offered.kind, offered.sign)
    held = desk.here.offers.get(name)
    if held is None:
        desk.plan.dated.offers[name] = offered
        return "new", Reason("proposed")
    facts = offered.facts
    if held.outcome or digest(_plain(held.facts)) == digest(_plain(facts)):
        return "same", Reason("answered_before" if held.outcome else "asked_before")
    offered.pk = held.pk
    offered.held = packed({"facts": held.facts, "on": held.on, "last_change": held.last_change})
    desk.plan.dated.offers[name] = offered
    return "update", Reason("called_off" if facts["act"] == "off" else "proposed_anew")


def _plain(facts: dict[str, Any]) -> str:
    return repr(sorted((name, value) for name, value in facts.items() if name != "rank"))


def _facts(record: EventRecord) -> dict[str, Any]:
    told = {
        "title": kept(record.title)[:300],
        "local": record.local,
        "zone": record.zone,
        "minutes": record.minutes,
        "place": kept(record.place)[:300],
        "link": kept(record.link)[:500],
    }
    found = {name: value for name, value in told.items() if value}
    if record.at is not None:
        found["at"] = record.at.isoformat()
    return {**found, "rank": list(rank(record))}


def _of(who: tuple[Who, ...], talk: Interview) -> Who | None:
    return next((one for one in who if one.pk == talk.person_id), None)


def _hold(record: EventRecord) -> str:
    return f"hold:{record.key}"


def _off(record: EventRecord) -> str:
    return f"off:{record.key}"


def _move(record: EventRecord) -> str:
    return f"move:{record.key}:{digest(record.at or record.local)}"


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """A time zone by its name."""
    return ZoneInfo(name)
