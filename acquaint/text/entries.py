"""What is known of one entry of an address book, made ready to be compared with many others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from acquaint.text import likeness, towns, workplaces
from acquaint.text.contact_points import is_of_one
from acquaint.text.likeness import Form
from acquaint.text.words.firms import SHARED_MAILBOXES

_TAIL: Final = 8  # digits in which a number with and without its country agree
DAY: Final = len("--05-02")  # a birthday that names the day
_WHOLE: Final = 6  # digits that a number which can be dialled from outside has
_LOCAL: Final = 5  # letters of a mailbox name that is worth comparing across providers
T = TypeVar("T")
_NONE: Final[frozenset[Any]] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one entry; every field may be empty.

    `emails`, `phones` and `profiles` are the keys of `contact_points` ("ada@…", "+49…", "linkedin.com/in/…");
    `places` where they live or work, as towns or whole postal addresses, `haunts` where they have been or
    come from (which speaks for one person, never against); `birthday` a partial date ("1980-05-02",
    "--05-02"); `contacts` those who know them or introduced them, `company` those who took part in the same
    conversations; `met` the occasions at which they were seen (two entries at one meeting are two people),
    `threads` the conversations of several people.
    """

    names: tuple[str, ...]
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    birthday: str = ""
    contacts: frozenset[Hashable] = frozenset()
    met: frozenset[Hashable] = frozenset()
    haunts: tuple[str, ...] = ()
    company: frozenset[Hashable] = frozenset()
    threads: frozenset[Hashable] = frozenset()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry made ready to be compared many times.

    `hosts` are those of its addresses that belong to an organization; a `member` has a page on the site where
    nearly everybody has exactly one.
    """

    known: Known
    forms: tuple[Form, ...]
    emails: frozenset[str]
    hosts: frozenset[str]
    tails: frozenset[str]
    profiles: frozenset[str]
    locals: frozenset[str]
    member: bool
    organizations: frozenset[str]
    positions: frozenset[frozenset[str]]
    places: frozenset[str]
    haunts: frozenset[str]


def prepare(known: Known) -> Prepared:
    """An entry made ready to be compared."""
    domains = (workplaces.domain(address) for address in known.emails)
    firms = [*map(workplaces.organization, known.organizations), *domains]
    places = _named(map(towns.of, known.places))
    return Prepared(
        known,
        tuple(dict.fromkeys(map(likeness.read, known.names))),
        _named(known.emails),
        _named(map(workplaces.host, known.emails)),
        _named(map(tail, known.phones)),
        _named(page for page in known.profiles if is_of_one("profile", page)),
        _named(map(_local, known.emails)),
        any(page.startswith("linkedin.com/in/") for page in known.profiles),
        _named(firms),
        _named(map(workplaces.position, known.positions)),
        places,
        _named(map(towns.of, known.haunts)) | places if known.haunts else places,
    )


def _named(found: Iterable[T]) -> frozenset[T]:
    """Those that say something, each once; most entries have none, and share one empty set."""
    return frozenset(filter(None, found)) or _NONE


def tail(number: str) -> str:
    """The last digits of a number, in which it agrees with and without its country; an extension stays.

    A word, an emergency call and a number inside a house are nobody's: "".
    """
    bare, _, extension = number.partition(";ext=")
    if sum(map(str.isdigit, bare)) < _WHOLE:
        return ""
    return bare[-_TAIL:].lstrip("+") + (f";{extension}" if extension else "")


def _local(address: str) -> str:
    """The name of a mailbox, if it can be a person's ("aoife.reyes" in any order and without digits)."""
    local = address.rpartition("@")[0].partition("+")[0]
    if local in SHARED_MAILBOXES:
        return ""
    parts = "".join(char if char.isalpha() else " " for char in local).split()
    return " ".join(sorted(parts)) if len("".join(parts)) >= _LOCAL else ""
