"""What address books tell of a person beyond a row of a table: shared by the formats that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from acquaint.formats.records import Party

NOBODY: Final = frozenset({"org", "group", "location", "device", "application", "thing"})

DayKind = Literal["birthday", "anniversary", "death", "other"]


# As good as frozen, like the records: nobody changes them, and freezing costs a quarter of reading a card.
@dataclass(slots=True, unsafe_hash=True)
class NameParts:
    """The parts of a name where the source tells them apart; the name as a whole stays the truth."""

    family: str = ""
    given: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""
    phonetic: str = ""
    sort_as: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Address:
    """A postal address; `formatted` is how it is written on an envelope, made of the parts if not given."""

    label: str = ""
    box: str = ""
    extended: str = ""
    street: str = ""
    locality: str = ""
    region: str = ""
    code: str = ""
    country: str = ""
    formatted: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Dated:
    """A day in somebody's life: `on` is a partial date, "" where only `text` says when ("circa 1800")."""

    kind: DayKind
    on: str
    label: str = ""
    text: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Handle:
    """How somebody is called in a chat or network that gives no web address: ("skype", "bela.dahlsen")."""

    service: str
    value: str
    label: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Relation:
    """Who somebody else is to a person; `kind` in lower case ("spouse", "agent"), `label` as written."""

    kind: str
    party: Party
    label: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Picture:
    """A picture as the source holds it, not looked into: `data` is hostile until re-encoded.

    `mime` is told from its first bytes, "" where they are unknown; `uri` stands alone when the picture lies
    elsewhere, which is not fetched.
    """

    mime: str = ""
    data: bytes = b""
    uri: str = ""


@dataclass(slots=True, unsafe_hash=True)
class PersonMore:
    """What an address book tells beyond a row of a table; each line says what an import does with it.

    parts        kept with the source; `family` orders lists by name
    kind         one of NOBODY: no person; "org": make an organization of it, of the others nothing, but
                 keep the card whole, so that it goes out again
    departments  one for each position, "" where none is told; a fact of the position
    titles       what somebody is, where no organization is named; a position cannot be made of it
    roles        the same in other words; kept with the source
    addresses    in the same order as the points of kind "postal"; the parts of those
    dates        a birthday that is no date, anniversaries and other days: reminders may be made of them
    handles      contact points of kind "profile" whose value is "service:value"
    categories   groups and tags, for the owner to keep or drop
    relations    ties to people who are here already (by key, profile, e-mail; a name alone joins nobody)
    pictures     the first is the photo: re-encode, strip, cap, then store; never store as it came
    gender, languages, zone, created, revised  as written; kept with the source
    strays       lines of the card that say nothing in its language: show them, they may be half a note
    kept         names of properties that only the raw card holds: say so in the preview
    codec        `raw.encode(codec)` are the bytes of the card ("utf-8" or "latin-1")
    """

    parts: NameParts | None = None
    kind: str = ""
    departments: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    dates: tuple[Dated, ...] = ()
    handles: tuple[Handle, ...] = ()
    categories: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    pictures: tuple[Picture, ...] = ()
    gender: str = ""
    languages: tuple[str, ...] = ()
    zone: str = ""
    created: str = ""
    revised: str = ""
    strays: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    codec: str = "utf-8"
