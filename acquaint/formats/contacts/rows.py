"""The cells of one row, sorted by what they are; what has no place of its own stays under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from acquaint.formats.contacts.headings import FACT, POSTAL, plain, shows_an_address
from acquaint.formats.contacts.mapping import IGNORED, Column
from acquaint.formats.contacts.words import DEFAULTS
from acquaint.formats.records import Point
from acquaint.formats.spreadsheets import bare
from acquaint.text import contact_points
from acquaint.text.names import normalise

_SEVERAL: Final = re.compile(r"\s*(?::::|[;\n|])\s*")  # Google's " ::: ", and what people type
_JOIN: Final = re.compile(r"\s*:::\s*")
_WORD: Final = re.compile(r"\w+")
_COMMAS: Final = re.compile(r"\s*,\s*")
_DEFAULTS: Final = frozenset(map(plain, DEFAULTS.split(", ")))
_SAYS_NOTHING: Final = frozenset({"other", "internet"})
_LINES: Final = frozenset({"street", "extended", "address"})  # of which an address may have several
_POST: Final = frozenset({"organization", "title", "department", "job description"})
_GROUPED: Final = frozenset({*POSTAL, *_POST})
_JOINED: Final = _GROUPED | {
    "email",
    "phone",
    "url",
    "relation",
    "event",
    "anniversary",
    "handle",
    "nickname",
    "alias",
}
_SEVERAL_ROLES: Final = frozenset(
    {"nickname", "alias", "notes", "categories", "interests", "how met", "photo", "handle"}
)
_ONE: Final = frozenset(
    {"name", "given", "middle", "family", "prefix", "suffix", "key", "pronouns", "birthday", "met on"}
    | {"birth year", "birth month", "birth day", "introduced by", "gender", "created", "revised"}
    | {"last contact"}
)


@dataclass(slots=True)
class Sorted:
    """What one row says. `posts` and `places` are told apart by the group of their columns."""

    single: dict[str, str] = field(default_factory=dict)
    many: dict[str, list[str]] = field(default_factory=dict)
    points: list[tuple[bool, Point]] = field(default_factory=list)
    posts: dict[str, dict[str, str]] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    labelled: list[tuple[str, str, str]] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether the row says anything."""
        return any((self.single, self.many, self.points, self.posts, self.places, self.labelled, self.facts))

    def told(self, role: str) -> str:
        """What a person has once, "" if the row does not say it."""
        return self.single.get(role, "")

    def listed(self, role: str) -> tuple[str, ...]:
        """What a person may have several of, in order and once each."""
        return tuple(dict.fromkeys(self.many.get(role, ())))


class Sorter:
    """Sorts the rows of a table with these columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        told = {column.group for column in columns if column.role != "label"}
        kept = [
            replace(column, role=FACT) if column.role == "label" and column.group not in told else column
            for column in columns
        ]
        self._columns = [(at, column) for at, column in enumerate(kept) if column.role != IGNORED]
        self._labels = {column.group: at for at, column in self._columns if column.role == "label"}

    def __call__(self, cells: Sequence[str]) -> Sorted:
        """Every cell that says something, in its place."""
        found = Sorted()
        for column, cell in self._filled(cells):
            said = self._labels.get(column.group) if column.group else None
            label = cells[said].strip() if said is not None and said < len(cells) else column.label
            if ":::" in cell and column.role in _JOINED:
                for one, part, its in _joined(column, cell, label):
                    _place(found, one, part, its)
            else:
                _place(found, column, cell, label)
        if found.facts:
            found.facts = [fact for fact in found.facts if not _repeats(found, *fact)]
        return found

    def _filled(self, cells: Sequence[str]) -> Iterator[tuple[Column, str]]:
        """Without columns that only label others, or say what every row says."""
        for at, column in self._columns:
            cell = bare(cells[at].strip()) if at < len(cells) else ""
            if cell and column.role != "label" and not _says_nothing(column, cell):
                yield column, cell


def _repeats(row: Sorted, heading: str, said: str) -> bool:
    """Whether an address is only shown by the name and the address that the row has anyway."""
    if not shows_an_address(heading):
        return False
    here = " ".join([full_name(row), *(point.value for _preferred, point in row.points)])
    return set(_WORD.findall(said.casefold())) <= set(_WORD.findall(here.casefold()))


def _joined(column: Column, cell: str, label: str) -> Iterator[tuple[Column, str, str]]:
    """The values that Google joins in one cell, each with its label; the second begins a group of its own.

    So the second street goes with the second town, and the second title with the second organization.
    """
    parts, labels = _JOIN.split(cell), _JOIN.split(label)
    for at, part in enumerate(parts):
        its = labels[at] if len(labels) == len(parts) else labels[0]
        if part.strip():
            group = f"{column.group} ::: {at}" if at and column.role in _GROUPED else column.group
            yield replace(column, group=group), part.strip(), its


def composed(row: Sorted) -> str:
    """The name out of its parts, in the order in which they are spoken, without a suffix."""
    spoken = [row.told(part) for part in ("given", "middle", "family")]
    return " ".join(" ".join([row.told("prefix"), *spoken]).split()) if any(spoken) else ""


def full_name(row: Sorted) -> str:
    """The name as the row has it, else its parts, else what else somebody can be called by."""
    whole = " ".join(row.told("name").split())
    return whole or composed(row) or fallback(row)


def fallback(row: Sorted) -> str:
    """A nickname, the organization alone, or how to reach them: better than nobody."""
    by_kind = {point.kind: point.value for _preferred, point in reversed(row.points)}
    return (
        next(iter(row.listed("nickname") or row.listed("alias")), "")
        or organization(row)
        or by_kind.get("email", "")
        or by_kind.get("phone", "")
    )


def organization(row: Sorted) -> str:
    """The first organization of the row."""
    return next((post["organization"] for post in row.posts.values() if "organization" in post), "")


def match_key(row: Sorted) -> str:
    """By which namesakes of one file are found."""
    return normalise(full_name(row))


def parted(cells: Sequence[str]) -> tuple[str, ...]:
    """Tags and interests, parted however the program parts them; Google marks its own groups with a star."""
    found: list[str] = []
    for cell in cells:
        parts = _SEVERAL.split(cell)
        found += parts if len(parts) > 1 else _COMMAS.split(cell)
    return tuple(dict.fromkeys(bare for one in found if (bare := one.strip().removeprefix("*").strip())))


def labelled(text: str) -> str:
    """A label without the star that marks the preferred one; plain words in lower case, empty ones gone."""
    bare = text.strip().removeprefix("*").strip()
    bare = bare.lower() if bare.isascii() else bare
    return "" if bare in _SAYS_NOTHING else bare


def _says_nothing(column: Column, cell: str) -> bool:
    return column.role in {"bookkeeping", "gender"} and plain(cell) in _DEFAULTS


def _place(row: Sorted, column: Column, cell: str, label: str) -> None:
    role = column.role
    if role in {"email", "phone", "url"}:
        _reach(row, role, cell, label)
    elif role in _SEVERAL_ROLES and not label:
        row.many.setdefault(role, []).append(cell)
    elif role in {"relation", "event", "anniversary", "handle"}:
        row.labelled.append((role, labelled(label), cell))
    elif (held := _held(row, column, label)) is None:
        row.facts.append((label.strip() or column.heading.strip() or "?", cell))
    elif role not in held:
        held[role] = cell
    elif role in _LINES:
        held[role] = "\n".join(dict.fromkeys((held[role], cell)))
    elif role == "organization":
        row.posts.setdefault(f"{column.group} {column.heading}", {})[role] = cell
    elif held[role] != cell:  # a second column for what a person has once: it stays under its heading
        row.facts.append((column.heading.strip(), cell))


def _held(row: Sorted, column: Column, label: str) -> dict[str, str] | None:
    """Where a cell of this column belongs if there is but one of it; None for what has no place."""
    if column.role in _ONE:
        return row.single
    if column.role in POSTAL:
        return row.places.setdefault(column.group, {"label": labelled(label)})
    return row.posts.setdefault(column.group, {}) if column.role in _POST else None


def _reach(row: Sorted, role: str, cell: str, label: str) -> None:
    """One or several ways to reach somebody in one cell, as written."""
    preferred = label.strip().startswith("*")
    for value in _SEVERAL.split(cell):
        if not any(letter.isalnum() for letter in value):
            continue  # "-" and the like
        several = _COMMAS.split(value)
        split = len(several) > 1 and role != "url" and all(_readable(role, one) for one in several)
        for one in several if split else [value]:
            if role == "email":
                row.points.append((preferred, Point("email", one, labelled(label))))
            elif role == "phone":
                row.points.append((preferred, Point("phone", one, labelled(label))))
            else:
                row.points.append((preferred, Point("profile", one, labelled(label))))


def _readable(role: str, value: str) -> bool:
    if role == "email":
        return bool(contact_points.email(value))
    return contact_points.kind_of(value) == "phone"
