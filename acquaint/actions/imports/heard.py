"""What sources said of people who are not here yet: kept beside the question, and read anew by a yes to it.

A meeting is kept whole while somebody of it is asked about; a message with its day and direction, and with
its words where those were asked for, under whoever is asked about. A yes has both judged as an import would,
so the same file brought again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from acquaint.actions.imports import parties
from acquaint.actions.imports.known import kept
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import Said, external_key, load_records
from acquaint.formats.happenings import ContactRecord
from acquaint.formats.meetings import rank
from acquaint.formats.records import EventRecord, Guest, MessageRecord, Origin, Party, Repeats

PREFIX: Final = "heard:"
MESSAGES: Final = 2_000  # of one person, the latest; older ones come when the file is brought again
_NOWHERE: Final = Origin("")
_REST: Final = ("title", "on", "local", "zone", "minutes", "state", "place", "link", "notes", "sequence")
_SAID: Final = ("on", "kind", "direction", "title", "text", "place")

Heard = Mapping[str, Any]


def name_of(key: str) -> str:
    """Where it is kept what was heard of a thing, or of somebody by their sign."""
    return PREFIX + external_key(key)


def is_remembered(record: MessageRecord) -> bool:
    """Whether a message is read from here and no file."""
    return record.origin == _NOWHERE


def meeting(desk: Desk, kind: str, record: EventRecord | ContactRecord, strange: Iterable[Party]) -> None:
    """Keep a meeting in which these are not here yet; forget it once everybody is."""
    who = [parties.sign_of(one) for one in strange if not parties.erased(desk.known, one)]
    desk.plan.dated.heard[kind, name_of(record.key)] = {**told(record), "who": who} if who else None


def called_off(desk: Desk, kind: str, record: EventRecord) -> None:
    """Keep in mind that it is off, where it was heard of."""
    desk.plan.dated.heard[kind, name_of(record.key)] = {"off": True, "rank": list(rank(record))}


def message(desk: Desk, record: MessageRecord, strange: Iterable[Party]) -> None:
    """Keep a message with people who are asked about."""
    words = [record.at.isoformat(), record.direction, kept(record.subject)]
    if desk.bodies and record.body:
        words.append(kept(record.body))
    for party in strange:
        if parties.erased(desk.known, party):
            continue
        sign = parties.sign_of(party)
        place = desk.kind, name_of(sign)
        found = desk.plan.dated.heard.get(place)
        if found is None:
            found = {"party": parties.told(party), "channel": record.channel, "who": [sign], "said": {}}
            desk.plan.dated.heard[place] = found
        found["said"][external_key(record.key)] = words


def settle(desk: Desk) -> None:
    """Once a chunk is judged: join what it says with what was heard before; nothing of those declined."""
    plan = desk.plan.dated
    if not plan.heard:
        return
    here: dict[tuple[str, str], Said] = {}
    for kind in {kind for kind, _name in plan.heard}:
        here |= load_records(desk.scope, kind, [name for of, name in plan.heard if of == kind])
    for place, now in plan.heard.items():
        held = here.get(place)
        new = _joined(held.record if held else None, now)
        if held is not None and new is None:
            plan.unheard.append(held)
        elif new is not None and new != (held.record if held else None) and _is_asked(desk, new):
            said = Said(*place, dict(new), seen_on=desk.as_of)
            if held is not None:
                said.pk, said.last_change, said.before = held.pk, held.last_change, held
            plan.said.append(said)
    plan.heard = {}


def told(record: EventRecord | ContactRecord) -> dict[str, Any]:
    """A meeting as it is kept: all that `records` needs to say it once more."""
    return _event(record) if isinstance(record, EventRecord) else _contact(record)


def records(held: Heard) -> list[EventRecord | ContactRecord | MessageRecord]:
    """What is kept, as the source once said it."""
    if "said" in held:
        party = Party(**held["party"])
        return [_letter(key, words, party, held["channel"]) for key, words in held["said"].items()]
    if held.get("off"):
        return []
    return [_to_event(held) if "guests" in held else _to_contact(held)]


def _is_asked(desk: Desk, new: Heard) -> bool:
    """Whether anybody of it is, or may yet be, added: a no is a no to what was heard as well."""
    offers = (desk.here.offers.get(("person", sign)) for sign in new.get("who", ()))
    return "who" not in new or any(one is None or one.outcome != "declined" for one in offers)


def _joined(before: Heard | None, now: Heard | None) -> Heard | None:
    if now is None or before is None:
        return None if now is None or now.get("off") else _latest(now)
    if "said" in now:
        return _latest({**now, "said": {**before.get("said", {}), **now["said"]}})
    held, new = tuple(before.get("rank", (0, ""))), tuple(now.get("rank", (0, "")))
    stays = held > new or (before.get("off") and held == new) or _plain(before) == _plain(now)
    return before if stays else now


def _plain(heard: Heard) -> dict[str, Any]:
    """Without the version: some programs stamp all that they export with the day of the export."""
    return {name: value for name, value in heard.items() if name not in {"rank", "stamped", "sequence"}}


def _latest(heard: Heard) -> Heard:
    if len(heard.get("said", ())) <= MESSAGES:
        return heard
    latest = sorted(heard["said"].items(), key=lambda one: one[1][0])[-MESSAGES:]
    return {**heard, "said": dict(latest)}


def _event(record: EventRecord) -> dict[str, Any]:
    rest = {name: value for name in _REST if (value := getattr(record, name))}
    rest = {name: kept(value) if isinstance(value, str) else value for name, value in rest.items()}
    guests = [[parties.told(one.party), one.answer, one.organizes] for one in record.guests]
    found: dict[str, Any] = {"key": record.key, "rank": list(rank(record)), **rest, "guests": guests}
    for name in ("at", "stamped"):
        if (at := getattr(record, name)) is not None:
            found[name] = at.isoformat()
    if record.repeats is not None:
        found["repeats"] = [record.repeats.rule, list(record.repeats.also), list(record.repeats.never)]
    return found


def _to_event(held: Heard) -> EventRecord:
    guests = (Guest(Party(**party), answer, organizes) for party, answer, organizes in held["guests"])
    rest: dict[str, Any] = {name: held[name] for name in _REST if name in held}
    rest |= {name: datetime.fromisoformat(held[name]) for name in ("at", "stamped") if name in held}
    if "repeats" in held:
        rule, also, never = held["repeats"]
        rest["repeats"] = Repeats(rule, tuple(also), tuple(never))
    rest.setdefault("title", "")
    return EventRecord(_NOWHERE, held["key"], guests=tuple(guests), **rest)


def _contact(record: ContactRecord) -> dict[str, Any]:
    rest = {name: kept(getattr(record, name)) for name in _SAID}
    people = [asdict(one) for one in record.people]
    return {"key": record.key, **rest, "people": people, "tags": list(record.tags)}


def _to_contact(held: Heard) -> ContactRecord:
    said: Any = {name: held[name] for name in _SAID}
    people = tuple(Party(**one) for one in held["people"])
    return ContactRecord(_NOWHERE, held["key"], people=people, tags=tuple(held["tags"]), **said)


def _letter(key: str, words: list[Any], party: Party, channel: str) -> MessageRecord:
    at, direction, subject, *body = words
    instant = datetime.fromisoformat(at)
    return MessageRecord(
        _NOWHERE, key, instant, direction, (party,), channel, "", subject, body[0] if body else ""
    )
