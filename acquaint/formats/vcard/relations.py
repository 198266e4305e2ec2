"""Other people whom a card names: RELATED, related names of Apple and Android, agents, introducers."""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import unquote

from acquaint.formats.particulars import Dated, DayKind, Relation
from acquaint.formats.records import Party
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.days import partial
from acquaint.formats.vcard.gathering import Gathering
from acquaint.formats.vcard.labels import ANDROID_DAYS, ANDROID_RELATIVES, DAYS, INTRODUCED, RELATIVES
from acquaint.formats.vcard.lexing import Line
from acquaint.formats.vcard.values import parts_of, unescape

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_UUID_LENGTH: Final = 36
_APPLE_TAIL: Final = ":ABPerson"
_LONGEST_KEY: Final = 200
_EMAIL: Final = re.compile(r"[^@\s,;:<>]+@[^@\s,;:<>]+\.[^@\s,;:<>]+")
_ANDROID: Final = "vnd.android.cursor.item/"


def uid_key(uid: str) -> str:
    """The key of the person whose card bears this UID, however it is written; "" for none."""
    bare = uid.strip()
    if bare[:9].lower() == "urn:uuid:":
        bare = bare[9:]
    bare = bare.removesuffix(_APPLE_TAIL)
    if not bare:
        return ""
    if len(bare) == _UUID_LENGTH and _UUID.fullmatch(bare):
        bare = bare.lower()
    if len(bare) > _LONGEST_KEY:
        return f"uid-sha256:{hashlib.sha256(bare.encode()).hexdigest()}"
    return f"uid:{bare}"


def party_of(value: str) -> Party:
    """Whom a value means: an address by which they are known, else their name."""
    lower = value.lower()
    if lower.startswith("urn:uuid:"):
        return Party(key=uid_key(value))
    if lower.startswith("mailto:") or _EMAIL.fullmatch(value):
        return Party(email=unquote(value[7:]) if lower.startswith("mailto:") else value)
    if lower.startswith("tel:"):
        return Party(phone=value[4:])
    if lower.startswith(("http://", "https://")):
        return Party(profile=value)
    return Party(name=value)


def introducer(relations: tuple[Relation, ...]) -> tuple[Party | None, tuple[Relation, ...]]:
    """Who is said to have introduced the person (the first, if several are), and the other relations."""
    for at, relation in enumerate(relations):
        if relation.kind in INTRODUCED:
            return relation.party, (*relations[:at], *relations[at + 1 :])
    return None, relations


def read_related(g: Gathering, line: Line) -> None:
    """RELATED of version 4.0, its label before its types."""
    value, head = g.text(line), line.head
    if value:
        label = g.named(head)
        kind = label.lower() if label.lower() in INTRODUCED else " ".join(head.types) or label.lower()
        g.relations += (Relation(kind or "contact", party_of(value), label),)


def read_apple_name(g: Gathering, line: Line) -> None:
    """X-ABRELATEDNAMES, which only its label explains."""
    if value := g.text(line):
        label = g.label(line.head)
        g.relations += (Relation(label.lower() or "contact", party_of(value), label),)


def read_relative(g: Gathering, line: Line) -> None:
    """X-SPOUSE and its kin: one property for each kind of relation."""
    if value := g.text(line):
        g.relations += (Relation(RELATIVES[line.head.name], party_of(value)),)


def read_day(g: Gathering, line: Line) -> None:
    """An anniversary or a day of death."""
    if value := g.text(line):
        on = partial(value, line.head)
        g.dates += (Dated(DAYS[line.head.name], on, text="" if on else value),)


def read_apple_day(g: Gathering, line: Line) -> None:
    """X-ABDATE, which only its label explains."""
    if value := g.text(line):
        on, label = partial(value, line.head), g.label(line.head)
        kind: DayKind = "anniversary" if label.lower() == "anniversary" else "other"
        g.dates += (Dated(kind, on, label, "" if on else value),)


def read_android(g: Gathering, line: Line) -> None:
    """X-ANDROID-CUSTOM: a row of Android's table, its type first, then value, number and label."""
    what, value, number, label = (*parts_of(g.card, line), "", "", "", "")[:4]
    kind = what.removeprefix(_ANDROID)
    place = int(number[:3]) if number.isascii() and number.isdigit() else 0
    if not value:
        return
    if kind == "nickname":
        g.aliases += (value,)
    elif kind == "relation":
        named = ANDROID_RELATIVES[place] if place < len(ANDROID_RELATIVES) else ""
        g.relations += (Relation(named or label.lower() or "contact", party_of(value), label),)
    elif kind == "contact_event":
        _android_day(g, value, ANDROID_DAYS[place] if place < len(ANDROID_DAYS) else "other", label)
    else:
        g.kept += (line.head.name,)


def _android_day(g: Gathering, value: str, kind: DayKind, label: str) -> None:
    on = partial(value)
    if kind == "birthday" and on and not g.birthday:
        g.birthday = on
    else:
        g.dates += (Dated(kind, on, label, "" if on else value),)


def agent(card: Card, line: Line) -> Card | None:
    """The card that an AGENT line holds: in place, as escaped text, or folded into its value."""
    if isinstance(line.inner, Card):
        return line.inner
    if b"BEGIN:VCARD" not in line.value.upper():
        return None
    first, *folded = line.raw.partition(b":")[2].splitlines()
    if folded and first.strip().upper() == b"BEGIN:VCARD":
        text = "\n".join(part[1:].decode("utf-8", "replace") for part in (b" BEGIN:VCARD", *folded))
    else:
        text = unescape(card.text(line))
    try:
        return Card.parse(text.strip().encode())
    except ValueError:
        return None
