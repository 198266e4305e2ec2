"""Ways to reach somebody as a card writes them: e-mail, telephone, pages, chats and postal addresses."""

from __future__ import annotations

import re
from typing import Final

from acquaint.formats.particulars import Address, Handle
from acquaint.formats.records import Point
from acquaint.formats.vcard.gathering import Gathering, ordered, rank
from acquaint.formats.vcard.labels import CHATS
from acquaint.formats.vcard.lexing import Line
from acquaint.formats.vcard.values import parts_of, unescape

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):(.*)", re.IGNORECASE | re.DOTALL)
_WEB: Final = ("http://", "https://", "www.")
_ADDRESS_PARTS: Final = 7
OLD_CHAT: Final = "X-MESSAGING/"


def read_email(g: Gathering, line: Line) -> None:
    """EMAIL, with or without `mailto:`."""
    value = g.text(line)
    if value[:7].lower() == "mailto:":
        value = value[7:]
    if value:
        g.emails.append((rank(line.head), Point("email", value, g.label(line.head))))


def read_phone(g: Gathering, line: Line) -> None:
    """TEL, as a number or as a `tel:` address."""
    value = g.text(line)
    if value[:4].lower() == "tel:":
        value = value[4:]
    elif value[:4].lower() == "sip:":
        g.handles += (Handle("sip", value[4:], g.label(line.head)),)
        return
    if value:
        g.phones.append((rank(line.head), Point("phone", value, g.label(line.head))))


def read_page(g: Gathering, line: Line) -> None:
    """URL."""
    if value := g.text(line):
        g.pages.append((rank(line.head), Point("profile", value, g.label(line.head))))


def read_social(g: Gathering, line: Line) -> None:
    """SOCIALPROFILE (RFC 9554) and X-SOCIALPROFILE: a page, or only what somebody is called there."""
    value, head = g.text(line), line.head
    service = head.param("SERVICE-TYPE") or next((name for name in head.types if name != "pref"), "")
    user = head.param("USERNAME") or head.param("X-USER") or head.param("X-USERID")
    if value.lower().startswith(_WEB):
        label = g.named(head)
        g.pages.append((rank(head), Point("profile", value, label or service.lower())))
        return
    scheme, bare = _apart(value)
    if user or bare:
        g.handles += (Handle((service or scheme or "x-apple").lower(), user or bare, g.label(head)),)


def read_chat(g: Gathering, line: Line) -> None:
    """IMPP, and one property for each service from before it."""
    head, value = line.head, g.text(line)
    if not value:
        return
    label = g.label(head)
    if head.name == "IMPP":
        scheme, bare = _apart(value)
        service = head.param("X-SERVICE-TYPE") or head.param("SERVICE-TYPE") or scheme or "im"
        g.handles += (Handle(service.lower(), bare, label),)
    elif head.name.startswith(OLD_CHAT):
        service = head.name.removeprefix(OLD_CHAT).removesuffix("-ALL").lower()
        g.handles += tuple(Handle(service, one, label) for one in value.split("\ue000"))
    else:
        g.handles += (Handle(CHATS[head.name], _apart(value)[1] if head.name == "X-SIP" else value, label),)


def _apart(value: str) -> tuple[str, str]:
    """("skype", "bela") from "skype:bela"; nothing before the colon when there is none."""
    found = _SCHEME.fullmatch(value)
    return (found[1].lower(), found[2].removeprefix("//")) if found else ("", value)


def read_address(g: Gathering, line: Line) -> None:
    """ADR; parts past the seventh (RFC 9554) say the street in finer parts, which the street says too."""
    parts = parts_of(g.card, line)
    if not any(parts):
        return
    head = line.head
    box, extended, street, locality, region, code, country = (
        *parts[:_ADDRESS_PARTS],
        *[""] * (_ADDRESS_PARTS - len(parts)),
    )
    rest = [part for part in parts[_ADDRESS_PARTS:] if part and part not in {street, extended, box}]
    if rest and not street:
        street = ", ".join(rest)
    label = unescape(head.param("LABEL"))
    address = Address(g.label(head), box, extended, street, locality, region, code, country, label)
    g.addresses.append((rank(head), head, address))


def read_envelope(g: Gathering, line: Line) -> None:
    """LABEL of versions 2.1 and 3.0: an address as it is written on an envelope."""
    if value := g.text(line):
        g.envelopes += ((line.head, value),)


def addresses(g: Gathering) -> list[Address]:
    """All postal addresses, an envelope joined with the address of the same types or group."""
    found = [address for _rank, _head, address in g.addresses]
    heads = [head for _rank, head, _address in g.addresses]
    for head, text in g.envelopes:
        at = next(
            (
                at
                for at, other in enumerate(heads)
                if not found[at].formatted
                and (other.group == head.group if head.group else _same_place(other.types, head.types))
            ),
            None,
        )
        if at is None:
            found.append(Address(g.label(head), formatted=text))
        else:
            one = found[at]
            found[at] = Address(
                one.label, one.box, one.extended, one.street, one.locality, one.region, one.code,
                one.country, text,
            )  # fmt: skip
    ranks = [place for place, _head, _address in g.addresses]
    ranks += [101] * (len(found) - len(ranks))
    return [found[at] for at in sorted(range(len(found)), key=ranks.__getitem__)]


def _same_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return {"home", "work"} & set(one) == {"home", "work"} & set(other)


def envelope(address: Address) -> str:
    """The address on lines, as given or made of its parts."""
    if address.formatted:
        return address.formatted
    town = " ".join(part for part in (address.code, address.locality) if part)
    parts = (address.box, address.extended, address.street, town, address.region, address.country)
    return "\n".join(part for part in parts if part)


def points(g: Gathering, postal: list[Address]) -> tuple[Point, ...]:
    """All of them, kind by kind, the preferred first, each once; the postal ones one for each address."""
    found: list[Point] = []
    for ranked in (g.emails, g.phones, g.pages):
        if len(ranked) == 1:
            found.append(ranked[0][1])
        elif ranked:
            found += ordered(ranked)
    if postal:
        found += [Point("postal", envelope(address), address.label) for address in postal]
    return tuple(found)
