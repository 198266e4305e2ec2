"""Yes or no to what an import offered: the house's own deeds do what is said yes to, in one Change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from acquaint.actions import details, interviews, introductions, people, ties
from acquaint.actions.changes import Writer, writing
from acquaint.actions.imports import rejoining
from acquaint.actions.interviews import When
from acquaint.formats import reasons
from acquaint.formats.records import Reason
from acquaint.models import ContactPoint, Interview, Offer, Person, SourceRecord
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.queries import offers as asking

USUAL = 30  # minutes, where a calendar does not say how long


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered, and what it made: (noun, key) pairs; `undo` takes all of it back.

    `joined` counts the contacts of before to which somebody was joined.
    """

    offers: tuple[str, ...]
    made: tuple[tuple[str, str], ...]
    undo: str | None
    joined: int = 0


def accept(scope: Scope, *, offers: Sequence[str], who: str | None = None, name: str = "") -> Answered:
    """Say yes to these questions (ids); `who` (a key) says that it is somebody here, `name` how to call them.

    Whoever is here by it is joined to the meetings, letters and chats in which they were, in the same Change.
    Errors: NotFound; Invalid where one was answered before, or `who` and `name` would be for several.
    """
    if (who or name) and len(offers) != 1:
        raise Invalid(_("Say who it is, or what to call them, for one at a time."))
    with writing(scope, "offer.accept") as w:
        rows = [_open(scope, key) for key in offers]
        w.about = _about(rows)
        for row in rows:
            _do(w, row, w.get(Person, who) if who else None, name)
        asked = [row for row in rows if row.kind != "interview"]
        new = [one for row in asked for one in asking.newcomers(row)]
        joined = rejoining.rejoin(w, new, asked[0].batch if asked else None)
        return Answered(tuple(row.key for row in rows), tuple(w.made), w.change_id, joined)


def decline(scope: Scope, *, offers: Sequence[str]) -> Answered:
    """Say no to these questions (ids): they are not asked again. Errors: as `accept`."""
    with writing(scope, "offer.decline") as w:
        rows = [_open(scope, key) for key in offers]
        w.about = _about(rows)
        for row in rows:
            w.edit(row, settled_on=scope.today, outcome="declined")
        rejoining.forget(w, (one for row in rows if row.kind == "person" for one in asking.newcomers(row)))
        return Answered(tuple(row.key for row in rows), (), w.change_id)


def _open(scope: Scope, key: str) -> Offer:
    row = asking.find(scope, key)
    if row.settled_on is not None:
        raise Invalid(_("You answered this before."))
    return row


def _about(rows: Sequence[Offer]) -> str:
    return ", ".join(asking.card(row).what for row in rows[:3])


def _do(w: Writer, row: Offer, who: Person | None, name: str) -> None:
    links: dict[str, Any] = {}
    if row.kind == "interview":
        links["interview"] = _talk(w, row)
    elif row.kind == "introduction":
        links["other"] = _introduce(w, row, who, name)
    elif row.kind == "tie":
        party = row.facts["party"]
        links["other"] = _newcomer(w, row, party, who, name)
        ties.write(w, _person(row), links["other"], how=row.facts.get("about", ""), source=_source(row)[:30])
    elif "birthday" in row.facts:
        links["person"] = who or _person(row)
        details.born(w, links["person"], row.facts["birthday"])
        w.note("person", links["person"])
    else:
        links["person"] = _newcomer(w, row, row.facts["party"], who, name)
    w.edit(row, settled_on=w.scope.today, outcome="accepted", **links)


def _person(row: Offer) -> Person:
    found: Person | None = row.person
    if found is None:
        raise Invalid(_("Whom this is about is no longer here."))
    return found


def _source(row: Offer) -> str:
    return str(row.facts.get("source", ""))


def _newcomer(w: Writer, row: Offer, party: Mapping[str, str], who: Person | None, name: str) -> Person:
    """The person meant: the one named, whom these points lead to, or somebody new; the source finds them."""
    found = who or _reached(w, party)
    if found is None:
        found = people.write(w, name or asking.name_of(party))
    for kind in ("email", "phone", "profile"):
        value = party.get(kind, "")
        if (kind, _normal(party, kind)) in asking.points_of(party):
            people.reach_by(w, found, [value], kind)
    w.note("person", found)
    _bind(w, _source(row), party, found)
    return found


def _normal(party: Mapping[str, str], kind: str) -> str:
    return next((normal for of, normal in asking.points_of(party) if of == kind), "")


def _reached(w: Writer, party: Mapping[str, str]) -> Person | None:
    for kind, normal in asking.points_of(party):
        held = ContactPoint.objects.of(w.scope).filter(kind=kind, normal=normal).select_related("person")
        found: set[Person] = {row.person for row in held if row.person.me_since is None}
        if len(found) == 1:
            return found.pop()
    return None


def _bind(w: Writer, source: str, party: Mapping[str, str], person: Person) -> None:
    """The source's own key leads to them from now on."""
    key = party.get("key", "")
    if not (source and key):
        return
    held = SourceRecord.objects.of(w.scope).filter(kind=source, external_key=key[:300]).first()
    if held is None:
        record = {"name": asking.name_of(party)}
        w.add(
            SourceRecord,
            kind=source,
            external_key=key[:300],
            person=person,
            record=record,
            seen_on=w.scope.today,
        )
    elif held.person_id is None:
        w.edit(held, person=person)


def _introduce(w: Writer, row: Offer, who: Person | None, name: str) -> Person:
    """An introduction by a letter to both: joint, on its day."""
    introducer = _person(row)
    if (who or name) and len(row.facts["introduced"]) > 1:
        raise Invalid(_("Say who it is, or what to call them, for one at a time."))
    why = reasons.word(Reason(row.facts["reason"], row.facts.get("sign", {})), _)
    found = [_newcomer(w, row, party, who, name) for party in row.facts["introduced"]]
    for one in dict.fromkeys(found):
        if one.pk == introducer.pk:
            raise Invalid(_("Nobody introduces themselves."))
        introductions.write_received(
            w, introducer=introducer, introduced=one, mode="joint", why=why, named_on=row.on
        )
    return found[0]


def _talk(w: Writer, row: Offer) -> Interview:
    act = row.facts.get("act", "")
    if act == "book":
        return _book(w, row)
    talk: Interview | None = row.interview
    if talk is None:
        raise Invalid(_("Whom this is about is no longer here."))
    if act == "hold":
        interviews.mark_held(w, talk)
    elif act == "cancel":
        interviews.call_off(w, talk)
    elif act == "move":
        interviews.move(w, talk, _when(w, row), minutes=row.facts.get("minutes") or None)
    else:
        raise Invalid(_("It was called off; there is nothing to do."))
    return talk


def _book(w: Writer, row: Offer) -> Interview:
    facts = row.facts
    place = facts.get("place") or facts.get("link", "")
    made = interviews.write(
        w, _person(row), _when(w, row), minutes=facts.get("minutes") or USUAL, mode=_mode(facts), place=place
    )
    guests = [_reached(w, party) for party in facts.get("guests", ())]
    interviews.invite(w, made, [one for one in guests if one is not None])
    return made


def _when(w: Writer, row: Offer) -> When:
    """The wall time where the calendar names its zone, else the instant in the owner's."""
    facts = row.facts
    if facts.get("at") and not facts.get("zone"):
        return When.of(datetime.fromisoformat(facts["at"]), w.scope.zone)
    return When.of(datetime.fromisoformat(facts["local"]), facts.get("zone") or w.scope.zone)


def _mode(facts: Mapping[str, Any]) -> str:
    if facts.get("link"):
        return "video"
    words = f"{facts.get('title', '')} {facts.get('place', '')}".casefold()
    if any(word in words for word in ("coffee", "café", "cafe", "kaffee")):
        return "coffee"
    return "office" if facts.get("place") else "call"
