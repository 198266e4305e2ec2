"""Judges messages and invitations: each becomes one contact, told apart by its key, with the people in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from acquaint.actions.imports import mentioned, parties
from acquaint.actions.imports.known import Known, Who, contact_key, kept
from acquaint.actions.imports.people import FIRST_SEEN, UNCHANGED, Judged
from acquaint.actions.imports.plans import Contact, Desk
from acquaint.actions.imports.rows import instant
from acquaint.actions.imports.things import external_key
from acquaint.formats.records import InvitationRecord, MessageRecord, Party, Reason
from acquaint.models import Interaction, Person
from acquaint.text.match_keys import email_key, match_key, profile_key

NOTE_LIMIT = 500  # of an invitation's words that are kept as how we met


def judge_message(desk: Desk, record: MessageRecord) -> Judged:
    """A message that is here already stays as it is; one that is new brings its people."""
    known = desk.known
    key = external_key(record.key)
    if key in known.contacts:
        return _again(desk, record, key)
    people, strange = _people(desk, record)
    if record.beside or record.introduces or strange:
        mentioned.offer(desk, record, strange)
    if not people:
        return "ignored", Reason("sender_offered" if strange else "erased")
    desk.plan.contacts.append(
        Contact(
            people,
            record.at.astimezone(_zone(desk.scope.zone)).date().isoformat(),
            instant(record.at),
            record.direction,
            kept(record.channel)[:12],
            kept(record.subject),
            kept(record.body) if desk.bodies else "",
            "",
            key,
        )
    )
    return "new", FIRST_SEEN


def _again(desk: Desk, record: MessageRecord, key: str) -> Judged:
    """A message that is here: words that are asked for now, and who of it came to be here since."""
    pk, has_body, last_change = desk.known.contacts[key]
    if adds_body := desk.bodies and bool(record.body) and not has_body:
        desk.edit(Interaction, pk, last_change, {"body": ""}, body=kept(record.body))
        desk.known.contacts[key] = (pk, True, last_change)
    joins = False
    if (row := desk.here.contacts.get((desk.kind, key))) is not None:
        people, _strange = parties.everybody(desk.known, record.people)
        new = [who for who in people if who.pk is not None and who.pk not in row.party]
        desk.plan.dated.joined.extend((row, who) for who in new)
        joins = bool(new)
    if adds_body:
        return "update", Reason("body_added")
    return ("update", Reason("guests_joined")) if joins else ("same", UNCHANGED)


def _people(desk: Desk, record: MessageRecord) -> tuple[tuple[Who, ...], tuple[Party, ...]]:
    """With whom it was, and who of them is to be offered: where a source is sure, they are made."""
    if desk.kind == "linkedin":
        return tuple(who for party in record.people if (who := somebody(desk, party)) is not None), ()
    here, strange = parties.everybody(desk.known, record.people)
    made = [one for one in strange if mentioned.is_to_be_made(desk, record, one)]
    people = (*here, *(who for party in made if (who := somebody(desk, party)) is not None))
    return tuple(dict.fromkeys(people)), tuple(one for one in strange if one not in made)


def judge_invitation(desk: Desk, record: InvitationRecord) -> Judged:
    """Who asked whom to connect: a contact, and how we met where nothing is said of that yet."""
    key = contact_key(record)
    if key in desk.known.contacts:
        return "same", UNCHANGED
    who = somebody(desk, record.party)
    if who is None:
        return "ignored", Reason("erased")
    words = _how_met(record)
    if not who.how_met:
        desk.edit(Person, who.pk, who.last_change, {"how_met": ""}, how_met=words)
        who.how_met = words
        desk.reword(who)
    desk.plan.contacts.append(
        Contact((who,), record.on, None, record.direction, "linkedin", _("Invitation"), "", "", key)
    )
    return "new", FIRST_SEEN


def candidates(known: Known, parties: Iterable[Party]) -> Iterator[Who]:
    """Everybody whom these parties could be."""
    for party in parties:
        if (told := known.told(party.key)) and told.who:
            yield told.who
        yield from known.holders("profile", profile_key(party.profile))


def somebody(desk: Desk, party: Party) -> Who | None:
    """The person of a certain key, made if they are new; None for somebody who was erased."""
    known = desk.known
    told = known.told(party.key) if party.key else None
    if told is not None and told.who is not None:
        return told.who
    profile, email = profile_key(party.profile), email_key(party.email)
    for found in (known.holders("profile", profile), known.holders("email", email)):
        if len(found) == 1:
            return found[0]
    points = [("profile", party.profile, profile), ("email", party.email, email)]
    points = [point for point in points if point[2]]
    erased = [(kind, normal) for kind, _value, normal in points] + [("source", party.key)]
    name = party.name if match_key(party.name) else party.key or party.email
    if known.is_erased(erased) or not name:
        return None
    who = desk.make(name, points)
    if party.key:
        desk.say(party.key, {"name": who.name, "profile": party.profile}, who)
    return who


def _how_met(record: InvitationRecord) -> str:
    note = " ".join(kept(record.message).split())[:NOTE_LIMIT]
    if record.direction == "in":
        return (
            _("They invited me on LinkedIn: “{note}”").format(note=note)
            if note
            else _("They invited me on LinkedIn.")
        )
    return (
        _("I invited them on LinkedIn: “{note}”").format(note=note)
        if note
        else _("I invited them on LinkedIn.")
    )


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
