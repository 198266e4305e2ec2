"""Which column of a table means what: proposed from its headings and first rows, asked once, remembered.

A mapping belongs to the signature of a row of headings, so the next export of the same program needs no
question. It is applied by heading and not by place: columns may come in another order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from acquaint.formats.contacts import dates, headings
from acquaint.formats.contacts.headings import FACT, POSTAL, plain
from acquaint.text import contact_points

IGNORED: Final = "ignored"
# What a person may answer for a column; a label goes with those that are marked.
ROLES: Final[dict[str, bool]] = {
    "name": False, "given": False, "middle": False, "family": False, "prefix": False, "suffix": False,
    "nickname": False, "alias": False, "email": True, "phone": True, "url": True, "handle": True,
    **dict.fromkeys(POSTAL, True), "organization": False, "department": False, "title": False,
    "job description": False, "birthday": False, "birth year": False, "birth month": False,
    "birth day": False, "notes": False, "categories": False, "introduced by": False, "how met": False,
    "met on": False, "last contact": False, "anniversary": False, "gender": False, "photo": False,
    "created": False, "revised": False, "pronouns": False, "interests": False, "relation": True,
    "event": True, "custom": True, "key": False, "label": False, "bookkeeping": False, FACT: False,
    IGNORED: False,
}  # fmt: skip
NAMING: Final = frozenset({"name", "given", "family", "nickname", "email", "organization"})
_DATED: Final = frozenset({"birthday", "met on"})
_ONCE: Final = frozenset({"name", "given", "family", "birthday", "key", "pronouns", "met on"})
_WEB: Final = re.compile(r"https?://\S+|www\.\S+")
_SAMPLES: Final = 5
_WORDS, _LETTERS = 3, 20  # of a form of address ("Prof. Dr. Dr.")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading as written and what it holds; `group` ties columns that speak of one thing."""

    heading: str
    role: str = FACT
    label: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """What every column of a table means, and whether 3/4/1990 is in April; None: not told."""

    columns: tuple[Column, ...]
    day_first: bool | None = None

    def on(self, header: Sequence[str]) -> tuple[Column, ...]:
        """The columns in the order of this header; one that the mapping does not know is a fact."""
        known: dict[str, list[Column]] = {}
        for column in self.columns:
            known.setdefault(plain(column.heading), []).append(column)
        return tuple(
            replace(same.pop(0), heading=heading) if (same := known.get(plain(heading))) else Column(heading)
            for heading in header
        )

    @property
    def names(self) -> bool:
        """Whether some column says who somebody is."""
        return any(column.role in NAMING for column in self.columns)

    def told(self) -> dict[str, Any]:
        """As it is kept in a setting; `of` reads it back."""
        rows = [[one.heading, one.role, one.label, one.group] for one in self.columns]
        return {"columns": rows, "day_first": self.day_first}

    @classmethod
    def of(cls, told: Dictionary[str, Any]) -> Mapping:
        """Read what `told` wrote, or what a person answered. Errors: ValueError for a role unknown here."""
        columns = []
        for heading, role, label, group in told["columns"]:
            if role not in ROLES:
                raise ValueError(f"no column can hold {role!r}")
            columns.append(Column(str(heading), str(role), str(label), str(group)))
        return cls(tuple(columns), told.get("day_first"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a table seems to be: the columns by number in `asked` are guesses, all others are certain.

    `dates_asked` when its dates can be read both ways. `samples` are rows to show beside the question.
    """

    signature: str
    mapping: Mapping
    asked: tuple[int, ...]
    dates_asked: bool
    samples: tuple[tuple[str, ...], ...]

    @property
    def certain(self) -> bool:
        """Whether it can be read without asking, and nothing would be gained by it."""
        return self.mapping.names and not self.asked and not self.dates_asked


def signature(header: Sequence[str]) -> str:
    """What tells one kind of table from another: its headings, whatever their order, case and punctuation."""
    told = "\n".join(sorted(plain(heading) for heading in header))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def propose(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Proposal:
    """What each column seems to mean, by its heading, the headings beside it and the rows."""
    meant = [headings.read(heading) for heading in header]
    columns = [
        Column(heading, found.role, found.label, found.group) if found else Column(heading)
        for heading, found in zip(header, meant, strict=True)
    ]
    columns = _together(columns)
    asked = []
    for at, column in enumerate(columns):
        values = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        if meant[at] is None and values:
            asked.append(at)
            label = headings.label_alone(column.heading)
            columns[at] = replace(column, role=_by_content(values, label), label=label)
        elif meant[at] and column.role == "prefix" and any(map(_is_long, values)):
            columns[at] = replace(column, role=FACT)  # what somebody does is no part of their name
    asked += _twice(columns)
    order, unclear = _order(columns, rows)
    samples = tuple(tuple(row) for row in rows[:_SAMPLES])
    mapping = Mapping(tuple(columns), order)
    return Proposal(signature(header), mapping, tuple(sorted(asked)), unclear, samples)


def _together(columns: Sequence[Column]) -> list[Column]:
    """Words that mean one thing alone and another beside their neighbours."""
    roles = {column.role for column in columns}
    streets = {column.group for column in columns if column.role == "street"}
    groups = {column.group for column in columns if column.role in {"city", "postcode"}} - streets
    return [_beside(column, roles, groups) for column in columns]


def _beside(column: Column, roles: set[str], groups: set[str]) -> Column:
    role = column.role
    if role == "headline":
        role = FACT if roles & {"title", "title or prefix"} else "title"
    elif role == "title or prefix":
        role = "prefix" if "title" in roles else "title"
    elif role == "name or given" or (role == "name" and plain(column.heading) in {"name", "namn", "navn"}):
        role = _part_of_name(role, roles)
    elif role == "name or family":
        role = "family" if roles & {"given", "name or given"} and "family" not in roles else "name"
    elif role == "mobile or postcode":  # Turkish and Brazilian
        return _cep(column, roles)
    elif role == "family or nickname":  # Portuguese and Brazilian
        role = "nickname" if "family" in roles else "family"
    elif role == "birthday" and "birth month" in roles:
        role = "birth day"
    elif role == "address" and column.group in groups and not column.group.startswith("address"):
        role = "street"
    return replace(column, role=role)


def _cep(column: Column, roles: set[str]) -> Column:
    """A postal code beside the rest of an address, else a telephone."""
    if roles & {"city", "street", "address", "region", "country"}:
        return replace(column, role="postcode", group=column.label)
    return replace(column, role="phone", label=f"{column.label} mobile".strip())


def _part_of_name(role: str, roles: set[str]) -> str:
    """German lists say "Name, Vorname"; Spanish ones "Nombre, Apellidos"."""
    if roles & {"family", "name or family", "family or nickname"}:
        return "given" if role == "name or given" and "given" not in roles else "name"
    return "family" if role == "name" and "given" in roles else "name"


def _by_content(values: Sequence[str], label: str) -> str:
    """What values look like that stand under a heading nobody knows, or that only says where they lead."""
    if all(contact_points.email(value) for value in values):
        return "email"
    if all(_WEB.fullmatch(value) for value in values):
        return "url"
    if label and all(contact_points.kind_of(value) == "phone" for value in values):
        return "phone"
    return FACT


def _is_long(prefix: str) -> bool:
    return len(prefix.split()) > _WORDS or len(prefix) > _LETTERS


def _twice(columns: list[Column]) -> list[int]:
    """A second column for what a person has once becomes a fact, and is asked about."""
    seen: Counter[str] = Counter()
    found = []
    for at, column in enumerate(columns):
        seen[column.role] += 1
        if column.role in _ONCE and seen[column.role] > 1:
            columns[at] = replace(column, role=FACT)
            found.append(at)
    return found


def _order(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[bool | None, bool]:
    """Whether the day stands first in the dates of these rows, and whether that must be asked."""
    places = [at for at, column in enumerate(columns) if column.role in _DATED]
    cells = [row[at] for row in rows for at in places if at < len(row) and row[at]]
    proofs = {proof for cell in cells if (proof := dates.day_first(cell)) is not None}
    if len(proofs) == 1:
        return proofs.pop(), False
    return None, any(dates.unclear(cell) for cell in cells)
