"""Who a card is about: by its key, else by an address, number or page that certainly belongs to one person.

An address and an equal name together are evidence; whether they are enough is `sameness.certain`'s to say,
and nobody else's: a shared mailbox or a family's telephone joins no two names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from acquaint.actions.imports import telling
from acquaint.actions.imports.books import Shelf
from acquaint.actions.imports.known import Known, Who
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.telling import Said
from acquaint.formats.records import Party
from acquaint.maths import sameness
from acquaint.text import entries, evidence, likeness
from acquaint.text.contact_points import is_of_one
from acquaint.text.match_keys import match_key

KEYS: Final = ("profile", "email", "phone")  # the surest first
COMMON: Final = 8  # what more people have tells no one from another
_LONGEST_KEY: Final = 300


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who is here, and by what they were known: a kind of contact point, "uid" or "key"."""

    who: Who
    by: str
    value: str = ""


def own_key(known: Known, key: str, now: Said) -> str:
    """The key under which the source's word is kept: its own, unless somebody quite different bears that.

    Tables number their people from one, and some programs give every card the same UID.
    """
    for one in (key, other_key(key, now)):
        told = known.told(one)
        if told is None or told.who is None or not is_another(told.record, now):
            return one
    return other_key(key, now)


def other_key(key: str, now: Said) -> str:
    """The key of somebody else who bears the same one."""
    return f"{key}#{match_key(now['name'])}"[:_LONGEST_KEY]


def is_another(before: Said, now: Said) -> bool:
    """Whether no word of the name and no way to reach them is the same."""
    words = [set(match_key(str(said.get("name", ""))).split()) for said in (before, now)]
    return words[0].isdisjoint(words[1]) and telling.points(before).keys().isdisjoint(telling.points(now))


def candidates(desk: Desk, now: Said, *, most: int | None = None) -> dict[Who, tuple[str, str]]:
    """Everybody who shares an address, number or page with the card, and the surest that they share.

    With `most`, only what at most so many people have counts.
    """
    found: dict[Who, tuple[str, str]] = {}
    points = telling.points(now)
    for kind in KEYS:
        for (of, normal), (value, _label) in points.items():
            if of == kind and is_of_one(kind, normal) and not _is_common(desk.known, kind, normal, most):
                for who in desk.known.holders(kind, normal):
                    found.setdefault(who, (kind, value))
    return found


def _is_common(known: Known, kind: str, normal: str, most: int | None) -> bool:
    return most is not None and len(known.holders(kind, normal)) > most


def find(desk: Desk, shelf: Shelf, key: str, now: Said) -> Found | None:
    """Who the card is about, None for somebody who is not here or not certainly."""
    known = desk.known
    told = known.told(key)
    if told is not None and told.who is not None:
        return Found(told.who, "key")
    if (who := shelf.with_uid(key)) is not None:
        return Found(who, "uid")
    sharers = candidates(desk, now, most=COMMON)
    if not sharers:
        return None
    order = sorted(sharers, key=lambda who: (KEYS.index(sharers[who][0]), who.pk is None, who.pk or 0))
    book = evidence.Book(
        [_card(known, now), *(_entry(shelf, who) for who in order), *_namesakes(shelf, now, order)]
    )
    for place, who in enumerate(order, 1):
        if sameness.certain(book.compare(0, place)):
            return Found(who, *sharers[who])
    return None


def resolve(desk: Desk, party: Party, *, beside: Who) -> Who | None:
    """The person here whom a card certainly means by somebody else's name; a name alone means nobody."""
    known = desk.known
    told = known.told(party.key) if party.key else None
    who = told.who if told is not None else None
    if who is None:
        now: Said = {"name": party.name, "points": [[kind, getattr(party, kind), ""] for kind in KEYS]}
        holders = list(candidates(desk, now)) if any((party.profile, party.email, party.phone)) else []
        alike = [one for one in holders if not party.name or _agree(one.name, party.name)]
        who = alike[0] if len(alike) == 1 else None
    return who if who is not beside else None


def _agree(one: str, other: str) -> bool:
    rare = likeness.compare(likeness.read(one), likeness.read(other), lambda _word: 1)
    return likeness.fit(rare.level) == "agrees"


def _card(known: Known, now: Said) -> entries.Known:
    """The card as an entry, without the number of a switchboard: all who have it would be looked at."""
    points = [one for one in telling.points(now) if not _is_common(known, one[0], one[1], COMMON)]
    return _known((now["name"], *now.get("aliases", ())), points, now.get("birthday", ""))


def _entry(shelf: Shelf, who: Who) -> entries.Known:
    book = shelf.of(who)
    names = (who.name, *(held.values["text"] for held in book.aliases.values()))
    return _known(names, [*book.points, *who.points], book.birthday)


def _known(names: Iterable[str], points: Iterable[tuple[str, ...]], birthday: str) -> entries.Known:
    by: dict[str, list[str]] = {kind: [] for kind in KEYS}
    for kind, normal in points:
        if kind in by and is_of_one(kind, normal) and normal not in by[kind]:
            by[kind].append(normal)
    return entries.Known(
        tuple(filter(None, names)),
        tuple(by["email"]),
        tuple(by["phone"]),
        tuple(by["profile"]),
        birthday=birthday,
    )


def _namesakes(shelf: Shelf, now: Said, order: list[Who]) -> Iterator[entries.Known]:
    """Further people of the same names: a number that father and son share is nobody's own."""
    told = set(order)
    for name in dict.fromkeys([now["name"], *(who.name for who in order)]):
        for who in shelf.called(name):
            if who not in told:
                told.add(who)
                yield entries.Known((who.name,))
