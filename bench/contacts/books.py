"""Whole address books with known truth, from a seed: for tuning, and held apart from it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from bench.contacts import held_out, sealed, third, troubles
from bench.contacts.cultures import HELD_OUT, TUNING
from bench.contacts.people import SOURCES, Entry, Soul, Town

CULTURES: Final = {
    "tuning": TUNING,
    "held out": {**HELD_OUT, "english": TUNING["english"]},
    "sealed": sealed.CULTURES,
    "third": third.CULTURES,
}
CHANGES: Final = {
    "tuning": troubles.CHANGES,
    "held out": held_out.CHANGES,
    "sealed": sealed.CHANGES,
    "third": third.CHANGES,
}
LOOKALIKES: Final = {
    "tuning": troubles.LOOKALIKES,
    "held out": held_out.LOOKALIKES,
    "sealed": sealed.LOOKALIKES,
    "third": third.LOOKALIKES,
}
SPARE: Final = 0.12  # of all people look like somebody else


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Entries in a mixed order, and which pairs of places are one person (the smaller place first)."""

    entries: tuple[Entry, ...]
    same: frozenset[tuple[int, int]]


def book(
    kind: str,
    seed: int,
    people: int,
    *,
    twice: float = 0.35,
    trouble: float = 0.75,
    mixed: int = 99,
    home: float | None = None,
) -> AddressBook:
    """An address book of about `people` people; `kind` is "tuning", "held out", "sealed" or "third".

    `twice` is the share of people who stand in it more than once, `trouble` the share of those second entries
    to which something happened, `mixed` the number of cultures that come together, `home` the share of people
    who live in one town (with it conversations are told too).
    """
    some = random.Random(seed).sample(sorted(CULTURES[kind]), min(mixed, len(CULTURES[kind])))
    town = Town(seed, {name: CULTURES[kind][name] for name in some}, people, home)
    souls = list(_souls(town, kind, people))
    entries: list[Entry] = []
    for soul in souls:
        sources = town.rng.sample(SOURCES, _times(town, twice))
        entries.append(town.entry(soul, sources[0]))
        entries += [_troubled(town, kind, soul, source, trouble) for source in sources[1:]]
    town.rng.shuffle(entries)
    return AddressBook(tuple(entries), frozenset(_same(entries)))


def _souls(town: Town, kind: str, people: int) -> Iterator[Soul]:
    number = 0
    while number < people:
        soul = town.soul(number)
        number += 1
        if town.rng.random() < SPARE:
            other = town.soul(number)
            number += 1
            town.rng.choice(LOOKALIKES[kind])(town, soul, other)
            if other.circle is soul.circle:
                other.company = soul.company
            yield other
        yield soul


def _times(town: Town, twice: float) -> int:
    drawn = town.rng.random()
    return 1 if drawn >= twice else 3 if drawn < twice / 6 else 2


def _troubled(town: Town, kind: str, soul: Soul, source: str, share: float) -> Entry:
    entry = town.moved_on(soul, town.entry(soul, source))
    if town.rng.random() >= share:
        return entry
    changed = town.rng.choice(CHANGES[kind])(town, soul, entry)
    if town.rng.random() < 0.25:
        again = town.rng.choice(CHANGES[kind])(town, soul, changed)
        both = f"{changed.trouble} + {again.trouble}" if changed.trouble != again.trouble else again.trouble
        changed = replace(again, trouble=both)
    return changed


def _same(entries: list[Entry]) -> Iterator[tuple[int, int]]:
    by_soul: dict[int, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        by_soul[entry.soul].append(place)
    for places in by_soul.values():
        yield from combinations(places, 2)
