"""Whom a message mentions beside those it is a contact with: offered, and asked about where one introduces.

Who of those who wrote becomes a new person: the writers of letters, whose address is certain, and the other
of a chat between two. In a group, and where a name is borne by somebody here, the owner is asked.
"""

from __future__ import annotations

from typing import Final

from acquaint.actions.imports import heard, parties
from acquaint.actions.imports.known import kept
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import Offered
from acquaint.formats.records import IntroductionCandidate, MessageRecord, Party
from acquaint.models import Alias, Person
from acquaint.models.scope import Scope
from acquaint.text.match_keys import match_key

MOST: Final = 10  # others in a letter up to which they are offered; more of them is a circular


def is_group(record: MessageRecord) -> bool:
    """Whether a message of a chat was said to several; a chat of two has no title."""
    return record.channel == "whatsapp" and (bool(record.subject) or len(record.people) > 1)


def is_shared(record: MessageRecord) -> bool:
    """Whether several may have a part in it, of whom one is added later than another."""
    return len(record.people) > 1 or is_group(record)


def is_to_be_made(desk: Desk, record: MessageRecord, party: Party) -> bool:
    """Whether somebody who is not here becomes a new person without being asked about."""
    if any(len(desk.known.holders(kind, normal)) > 1 for kind, _value, normal in parties.points(party)):
        return False
    if party.email or party.profile:
        return True
    name = match_key(party.name)
    return (
        record.channel == "whatsapp" and not is_group(record) and bool(name) and name not in desk.here.names
    )


def offer(desk: Desk, record: MessageRecord, strange: tuple[Party, ...]) -> None:
    """Offer those who are not here, and ask about introductions."""
    on = record.at.date().isoformat()
    for party in strange:
        parties.offer(desk, party, reason="wrote", about=record.subject, on=on)
    heard.message(desk, record, strange)
    if len(record.beside) <= MOST:
        for party in record.beside:
            if parties.found(desk.known, party) is None:
                parties.offer(desk, party, reason="beside", about=record.subject, on=on)
    for one in record.introduces:
        _ask(desk, one, on)


def _ask(desk: Desk, one: IntroductionCandidate, on: str) -> None:
    introducer = parties.found(desk.known, one.introducer)
    if introducer is None or parties.is_me(desk.known, introducer):
        return
    brought = [party for party in one.introduced if not parties.erased(desk.known, party)]
    if not brought:
        return
    facts = {
        "introducer": parties.told(one.introducer),
        "introduced": [parties.told(party) for party in brought],
        "source": desk.kind,
        "reason": one.reason.code,
        "sign": {name: kept(str(value)) for name, value in one.reason.facts.items()},
    }
    known = [who for party in brought if (who := parties.found(desk.known, party)) is not None]
    offered = Offered("introduction", one.key[:80], facts, on, introducer, known[0] if known else None)
    desk.plan.dated.offers.setdefault((offered.kind, offered.sign), offered)


def names_here(scope: Scope, names: set[str]) -> dict[str, set[int]]:
    """Match key → everybody here of whom it is the name or another name."""
    wanted = sorted(names - {""})
    found: dict[str, set[int]] = {}
    if wanted:
        people = Person.objects.with_me(scope).filter(normal__among=wanted).values_list("normal", "id")
        others = Alias.objects.of(scope).filter(normal__among=wanted).values_list("normal", "person_id")
        for normal, pk in (*people, *others):
            found.setdefault(normal, set()).add(pk)
    return found
