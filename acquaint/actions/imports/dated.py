"""Messages, meetings and what other programs keep: what a chunk of them may meet is read, each is judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from acquaint.actions.imports import events, happenings, heard, mentioned, parties
from acquaint.actions.imports import things as here
from acquaint.actions.imports.known import Known
from acquaint.actions.imports.people import Judged
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import external_key
from acquaint.formats.happenings import TieRecord
from acquaint.formats.records import (
    BirthdayRecord,
    EventRecord,
    MessageRecord,
    Outcome,
    Party,
)
from acquaint.text.match_keys import match_key

Dated = EventRecord | BirthdayRecord | happenings.Happening
DATED: Final = (EventRecord, BirthdayRecord, *happenings.HAPPENINGS)
_LAST: Final = ("mail", "whatsapp", "ics")  # sources that need to know who is who, in this order


def turn(kind: str) -> int:
    """When a source is to be read: those that are about people go before those that only name them."""
    return _LAST.index(kind) + 1 if kind in _LAST else 0


def waits(outcome: Outcome) -> bool:
    """Whether a record is judged after all others of its source: they may bring the people whom it names."""
    return isinstance(outcome, EventRecord) or (
        isinstance(outcome, MessageRecord) and outcome.channel == "whatsapp" and mentioned.is_group(outcome)
    )


def load(desk: Desk, known: Known, outcomes: Sequence[Outcome]) -> None:
    """Read what these may meet."""
    scope, today = desk.scope, desk.scope.today
    meetings = [one for one in outcomes if isinstance(one, EventRecord)]
    others = [one for one in outcomes if isinstance(one, happenings.HAPPENINGS)]
    letters = [one for one in outcomes if isinstance(one, MessageRecord)]
    if desk.kind == "linkedin":
        return
    named: list[Party] = [party for one in meetings for party in events.people_of(one)]
    named += [party for one in others for party in happenings.people_of(one)]
    named += [party for one in letters for party in (*one.people, *one.beside)]
    parties.load(known, named)
    keys = [key for one in meetings if _concerns(known, one) for key in events.keys_of(one, today)]
    here.load_said(desk.here, scope, events.KIND, keys)
    here.load_contacts(desk.here, scope, events.KIND, keys)
    series = [one.key for one in meetings if events.ends(one)]
    here.load_series(desk.here, scope, events.KIND, series)
    here.load_offers(desk.here, scope, [sign for one in meetings for sign in events.signs_of(one)])
    here.load_said(desk.here, scope, desk.kind, [one.key for one in others])
    shared = [one.key for one in letters if mentioned.is_shared(one) or heard.is_remembered(one)]
    here.load_contacts(desk.here, scope, desk.kind, [*shared, *(one.key for one in others)])
    if meetings:
        here.load_talks(desk.here, scope, _ids(known, named))
    ties = [one for one in others if isinstance(one, TieRecord)]
    if ties:
        here.load_ties(
            desk.here, scope, _ids(known, (party for one in ties for party in (one.one, one.other)))
        )
    births = [one for one in outcomes if isinstance(one, BirthdayRecord)]
    if desk.kind == "whatsapp" or births:
        told = {party.name for one in letters for party in one.people} | {one.party.name for one in births}
        desk.here.names = mentioned.names_here(scope, set(map(match_key, told)))
    if births:
        here.load_born(desk.here, scope)


def judge(desk: Desk, record: Dated) -> Judged:
    """What becomes of a dated thing."""
    if isinstance(record, EventRecord):
        return events.judge_event(desk, record)
    if isinstance(record, BirthdayRecord):
        return events.judge_birthday(desk, record)
    return happenings.judge(desk, record)


def key_of(record: Dated) -> str:
    """What makes it the same as another of the same import."""
    return f"{here.PREFIX}{external_key(record.key)}"


def about(record: Dated) -> str:
    """Whom or what it is about."""
    if isinstance(record, EventRecord):
        return record.title
    if isinstance(record, BirthdayRecord):
        return record.party.name
    return ", ".join(party.name for party in happenings.people_of(record) if party.name)


def sift(desk: Desk) -> None:
    """Ask nothing twice: leave out what was asked before, open or answered."""
    offers = desk.plan.dated.offers
    if offers:
        here.load_offers(desk.here, desk.scope, offers)
        desk.plan.dated.offers = {
            name: one for name, one in offers.items() if one.pk is not None or name not in desk.here.offers
        }
    heard.settle(desk)


def _concerns(known: Known, record: EventRecord) -> bool:
    """Whether a meeting may stand here: somebody of it does, or it is said to be off."""
    return events.is_off(record) or any(parties.found(known, party) for party in events.people_of(record))


def _ids(known: Known, named: Iterable[Party]) -> list[int]:
    found = (parties.found(known, party) for party in named)
    return [who.pk for who in found if who is not None and who.pk is not None]
