"""Whom a message, a meeting or a note names: found by the source's own key or a certain way to reach them.

A name alone joins nobody; who is not here is offered, or made where a source is about people.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from acquaint.actions.imports.known import Known, Who, kept
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import Offered
from acquaint.formats.records import Party
from acquaint.text.match_keys import match_key, point_key

Point = tuple[str, str, str]  # kind, value, match key


def points(party: Party) -> list[Point]:
    """The certain ways to reach somebody that a source names."""
    told = (("profile", party.profile), ("email", party.email), ("phone", party.phone))
    found = [(kind, value, point_key(kind, value)) for kind, value in told if value]
    return [point for point in found if point[2]]


def key_of(party: Party) -> str:
    """The source's own key; of somebody who has none and no way to reach them, what the source calls them.

    Nobody bears such a key but whom the owner said yes to: a name alone joins nobody.
    """
    if party.key or points(party):
        return party.key
    name = match_key(party.name)
    return f"called:{name}"[:200] if name else ""


def load(known: Known, parties: Iterable[Party]) -> None:
    """Read whoever these could be."""
    named = list(parties)
    known.load_told(map(key_of, named))
    known.load_holders((kind, normal) for party in named for kind, _value, normal in points(party))


def found(known: Known, party: Party) -> Who | None:
    """The one person whom this certainly is; None for nobody and for several."""
    key = key_of(party)
    told = known.told(key) if key else None
    if told is not None and told.who is not None:
        return told.who
    for kind, _value, normal in points(party):
        holders = {id(who): who for who in known.holders(kind, normal)}
        if len(holders) == 1:
            return next(iter(holders.values()))
    return None


def is_me(known: Known, who: Who | None) -> bool:
    """Whether it is the owner."""
    return who is not None and (who.is_me or who is known.me)


def everybody(known: Known, parties: Iterable[Party]) -> tuple[tuple[Who, ...], tuple[Party, ...]]:
    """Those who are here, each once and without me, and those who are not."""
    here: dict[int, Who] = {}
    strange: list[Party] = []
    for party in parties:
        who = found(known, party)
        if who is None:
            strange.append(party)
        elif not is_me(known, who):
            here[id(who)] = who
    return tuple(here.values()), tuple(strange)


def erased(known: Known, party: Party) -> bool:
    """Whether it is somebody whom the owner erased."""
    marks = [(kind, normal) for kind, _value, normal in points(party)]
    return known.any_erased and known.is_erased([*marks, ("source", key_of(party))])


def told(party: Party) -> dict[str, str]:
    """A party as an offer keeps it."""
    said = {
        "name": party.name,
        "profile": party.profile,
        "email": party.email,
        "phone": party.phone,
        "key": key_of(party),
    }
    return {name: kept(value) for name, value in said.items() if value}


def offer(desk: Desk, party: Party, *, reason: str, about: str = "", on: str | None = None) -> bool:
    """Offer somebody who is not here; False where there is nothing to call them or they were erased."""
    if erased(desk.known, party) or not (match_key(party.name) or points(party)):
        return False
    facts: dict[str, Any] = {"party": told(party), "source": desk.kind, "reason": reason}
    if about:
        facts["about"] = kept(about)[:200]
    sign = sign_of(party)
    desk.plan.dated.offers.setdefault(("person", sign), Offered("person", sign, facts, on))
    return True


def sign_of(party: Party) -> str:
    """What makes two offers of somebody the same, whatever source names them."""
    ways = sorted(points(party))  # an e-mail address before a number
    text = f"{ways[0][0]}:{ways[0][2]}" if ways else f"key:{key_of(party)}"
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:36]
