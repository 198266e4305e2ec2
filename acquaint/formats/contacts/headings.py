"""What a heading of an address-book table means: a known word, before or behind where it leads to.

`Home Phone 2`, `Telefon (privat) 2` and `自宅電話 2` are one thing: a word for a place, a word for a kind
and a number. `E-mail 1 - Value` is Google's way of writing the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from acquaint.formats.contacts import words
from acquaint.formats.tables import fold

FACT: Final = "fact"
POSTAL: Final = ("street", "extended", "city", "region", "postcode", "country", "pobox", "address")
_NUMBERED = re.compile(r"\s*(.+?)\s+(\d{1,3})\s+[-–]\s+(.+?)\s*")
_DIGITS = re.compile(r"\d+")
_SERVICES: Final = {"jabber": "xmpp", "imaddress": "im", "address": "im", "screen name": "im"}
_BASES: Final = {
    "email": "email",
    "phone": "phone",
    "website": "url",
    "im": "handle",
    "relation": "relation",
    "event": "event",
    "customfield": "custom",
}
_PARTS: Final = {
    "formatted": "address",
    "street": "street",
    "city": "city",
    "pobox": "pobox",
    "region": "region",
    "postalcode": "postcode",
    "country": "country",
    "extendedaddress": "extended",
}
_KEPT: Final = frozenset({"organization", "jot", "calendarlink"})  # of which no part is asked about
_PLACES: Final = {
    "name": "organization",
    "title": "title",
    "department": "department",
    "jobdescription": "job description",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds; `label` says which of its kind, `group` ties columns that speak of one thing."""

    role: str
    label: str = ""
    group: str = ""


def plain(text: str) -> str:
    """A heading as it is compared: no case, no accents, only letters and digits."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if letter.isalnum())


@lru_cache(maxsize=4096)
def read(text: str) -> Heading | None:
    """What the heading means, None where it says nothing that we know."""
    if numbered := _numbered(text):
        return numbered
    bare = plain(text)
    if found := _known().get(bare):
        return found
    if " / " in text and (found := _nested(text)):
        return found
    number = "".join(_DIGITS.findall(bare))
    bare = _DIGITS.sub("", bare)
    if not bare or len(number) > len("99"):
        return None
    return _counted(_known().get(bare) or _labelled(bare), number)


def _nested(text: str) -> Heading | None:
    """`Name / First Name`, `Linkedin / Link URL`: a field inside a field, as some programs write it."""
    outer, _slash, inner = text.partition(" / ")
    if (whole := read(outer)) and whole.role == "url":
        return whole if plain(inner).endswith("url") else None
    return read(inner) if plain(outer) in _OUTER else None


_OUTER: Final = frozenset({"name", "emails", "email", "phones", "phone", "address"})


def label_alone(text: str) -> str:
    """Where a heading leads that is a word for a place and nothing else, "" if it is none."""
    bare = _DIGITS.sub("", plain(text))
    return next((label for label, written in _label_words() if written == bare), "")


@lru_cache(maxsize=4096)
def shows_an_address(text: str) -> bool:
    """Whether a column says how an e-mail address is shown."""
    return _DIGITS.sub("", plain(text)) in _displayed()


@cache
def _displayed() -> frozenset[str]:
    return frozenset(_list(words.DISPLAYED))


def spelt(cells: Iterable[str]) -> int:
    """How many of these headings are words of ours with every accent in its place."""
    return sum(fold(cell) in _spellings() for cell in cells if cell)


@cache
def _spellings() -> frozenset[str]:
    return frozenset(fold(one) for written in words.ROLES.values() for one in written.split(","))


def _counted(found: Heading | None, number: str) -> Heading | None:
    """The second of a kind; a second line of an address is a line of the same one."""
    if found is None or not number:
        return found
    if found.role in POSTAL:
        role = "extended" if found.role in {"address", "street"} and number in {"2", "3"} else found.role
        return Heading(role, found.label, found.group)
    return Heading(found.role, found.label, f"{found.group}{number}")


def _labelled(bare: str) -> Heading | None:
    """A kind with the place that it leads to, in either order, with or without a small word between them."""
    for label, written in _label_words():
        for rest in _without(bare, written):
            found = _known().get(rest) or _linked(rest)
            if found and found.role in _LABELLED:
                told = f"{label} {found.label}".strip()
                return Heading(found.role, told, label if found.role in POSTAL else found.group)
    return None


def _without(bare: str, written: str) -> Iterator[str]:
    """What is left of a heading when a word is taken from its start or its end."""
    if bare.startswith(written):
        yield bare[len(written) :]
    if bare.endswith(written):
        yield bare[: -len(written)]


def _linked(rest: str) -> Heading | None:
    """`Città di casa`, `Telefone do trabalho`: the small word belongs to neither side."""
    for word in _LINKS:
        for bare in _without(rest, word):
            if found := _known().get(bare):
                return found
    return None


_LINKS: Final = (
    "de",
    "di",
    "do",
    "da",
    "del",
    "della",
    "dell",
    "dello",
    "des",
    "du",
    "la",
    "numero",
    "nummer",
)
_LABELLED: Final = frozenset({"email", "phone", "url", "handle", "mobile or postcode", *POSTAL})


def _numbered(text: str) -> Heading | None:
    """`E-mail 2 - Label` and its like, in the old (Type) and the new (Label) writing."""
    if not (found := _NUMBERED.fullmatch(text)):
        return None
    base, number, part = plain(found[1]), found[2], plain(found[3])
    group = f"{base} {number}"
    if part in {"label", "type"} or (base, part) == ("im", "service"):
        return Heading("label", "", group)
    parts = {"address": _PARTS, "organization": _PLACES}.get(base)
    role = parts.get(part) if parts else _BASES.get(base) if part == "value" else None
    if role is None and base in _KEPT:
        return Heading(FACT)
    return Heading(role, "", group) if role else None


@cache
def _known() -> dict[str, Heading]:
    """Every word of ours, the first meaning of each."""
    found: dict[str, Heading] = {}
    for role, written in words.ROLES.items():
        for one in _list(written):
            found.setdefault(one, _meaning(role, one))
    for relation, written in words.RELATIONS.items():
        for one in _list(written):
            found.setdefault(one, Heading("relation", relation))
    for one in _list(words.DISPLAYED):
        found.setdefault(one, Heading(FACT))
    for name in words.TELEPHONES.split(", "):
        found.setdefault(plain(name), Heading("phone", name))
    for name in words.HANDLES.split(", "):
        service = name.removeprefix("im ").removesuffix(" id")
        found.setdefault(plain(name), Heading("handle", _SERVICES.get(service, service)))
    return found


def _meaning(role: str, written: str) -> Heading:
    if role in {"mobile", "fax", "pager"}:
        return Heading("phone", role)
    if role == "linkedin":
        return Heading("url", "linkedin")
    if role == "profile":
        return Heading("url", written.removesuffix("url"))
    return Heading(role)


@cache
def _label_words() -> tuple[tuple[str, str], ...]:
    """Label and word, the longest word first, so that a part of it is not taken for the whole."""
    pairs = [(label, one) for label, written in words.LABELS.items() for one in _list(written)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))


def _list(written: str) -> list[str]:
    return [bare for one in written.split(",") if (bare := plain(one))]
