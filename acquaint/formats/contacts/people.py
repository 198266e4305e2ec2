"""A sorted row as the record of a person: their name, how they are reached, and all that a table may tell."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from acquaint.formats.contacts import dates
from acquaint.formats.contacts.mapping import Column
from acquaint.formats.contacts.rows import (
    Sorted,
    Sorter,
    composed,
    fallback,
    full_name,
    match_key,
    organization,
    parted,
)
from acquaint.formats.particulars import Address, Dated, Handle, NameParts, PersonMore, Picture, Relation
from acquaint.formats.records import (
    Employment,
    Ignored,
    Origin,
    Outcome,
    Party,
    PersonRecord,
    Point,
    Reason,
    Reject,
)
from acquaint.text.names import normalise, split_credentials

_NOTHING: Final = PersonMore()


class People:
    """Makes one outcome of each row.

    `namesakes` are match keys of names that several rows have, `book` is what tells this table from others
    whose people may be called or numbered alike.
    `unnamed` and `unclear` learn the lines of rows that only an address names, and of dates that may be two.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        day_first: bool | None,
        namesakes: frozenset[str] = frozenset(),
        book: str = "",
    ) -> None:
        self._sort = Sorter(columns)
        self._day_first = day_first
        self._namesakes = namesakes
        self._book = f"{book}:" if book else ""
        self._keys: Counter[str] = Counter()
        self.unnamed: list[int] = []
        self.unclear: list[int] = []

    def __call__(self, origin: Origin, cells: Sequence[str]) -> Outcome:
        """A person, or why none."""
        row = self._sort(cells)
        name = full_name(row)
        if not name:
            if row:
                return rejected(origin, cells, "nameless")
            return Ignored(origin, Reason("empty"))
        if name == fallback(row) and not row.told("name"):
            self.unnamed.append(origin.line)
        return self._record(origin, row, name)

    def match_key(self, cells: Sequence[str]) -> str:
        """The match key of a row's name, for telling namesakes before the rows are read."""
        return match_key(self._sort(cells))

    def _record(self, origin: Origin, row: Sorted, name: str) -> PersonRecord:
        shown, credentials = _credentials(name, row)
        birthday = self._birthday(row, origin)
        met_on = self._day(row, "met on", origin)
        if last := row.told("last contact"):
            row.facts.append(("last contact", last))
        addresses = tuple(_addresses(row))
        introducer = row.told("introduced by")
        more = self._more(row, addresses, shown)
        points = [point for preferred, point in sorted(row.points, key=lambda pair: not pair[0])]
        points += [Point("postal", text, one.label) for one in addresses if (text := written(one))]
        return PersonRecord(
            origin,
            self._key(row, shown),
            shown,
            credentials,
            tuple(dict.fromkeys(points)),
            tuple(_positions(row)),
            met_on,
            _aliases(row, shown),
            row.told("pronouns"),
            birthday,
            _notes(row),
            parted(row.listed("interests")),
            Party(introducer) if introducer else None,
            more=more,
        )

    def _more(self, row: Sorted, addresses: tuple[Address, ...], name: str) -> PersonMore | None:
        posts = [post for post in row.posts.values() if "organization" in post]
        departments = tuple(post.pop("department", "") for post in posts)
        named = row.told("name") or composed(row) or row.listed("nickname")
        found = PersonMore(
            parts=_parts(row),
            kind="org" if not named and name == organization(row) else "",
            departments=departments if any(departments) else (),
            titles=tuple(post.pop("title") for post in row.posts.values() if _untied(post)),
            addresses=addresses,
            dates=tuple(_days(row, self._day_first)),
            handles=tuple(_handles(row)),
            categories=parted(row.listed("categories")),
            relations=tuple(
                Relation(label or "related", Party(said))
                for role, label, said in row.labelled
                if role == "relation"
            ),
            pictures=tuple(Picture(uri=uri) for uri in row.listed("photo")),
            gender=row.told("gender"),
            created=row.told("created"),
            revised=row.told("revised"),
        )
        return None if found == _NOTHING else found

    def _birthday(self, row: Sorted, origin: Origin) -> str:
        parts = [row.told(f"birth {part}") for part in ("year", "month", "day")]
        if not any(parts):
            return self._day(row, "birthday", origin)
        found = dates.whole(*parts)
        if found is None:
            row.facts.append(("birthday", "-".join(parts)))
        if (said := row.told("birthday")) and (
            dates.read(said, first_is_day=self._day_first) or "?"
        ) != found:
            row.facts.append(("birthday", said))
        return found or ""

    def _day(self, row: Sorted, role: str, origin: Origin) -> str:
        """The date in a cell; one that cannot be told stays as it is written, under its heading."""
        text = row.told(role)
        found = dates.read(text, first_is_day=self._day_first) if text else ""
        if found is None:
            row.facts.append((role, text))
            if dates.unclear(text):
                self.unclear.append(origin.line)
        return found or ""

    def _key(self, row: Sorted, name: str) -> str:
        """Who it is in this source: its own number, else the name; namesakes by how they are reached."""
        match = normalise(name)
        if told := row.told("key"):
            stem = f"id:{told[:200]}"
        elif match not in self._namesakes:
            stem = f"name:{_digest(match)}"
        else:
            first = row.points[0][1].value.casefold() if row.points else ""
            stem = f"row:{_digest(f'{match}|{first}')}"
        stem = self._book + stem
        self._keys[stem] += 1
        return stem if self._keys[stem] == 1 else f"{stem}:{self._keys[stem]}"


def rejected(origin: Origin, cells: Sequence[str], code: str, **facts: object) -> Reject:
    """A row that cannot be read, with its text as a line of a table."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return Reject(origin, Reason(code, facts), line.getvalue())


def _credentials(name: str, row: Sorted) -> tuple[str, str]:
    """Letters behind the name, whether in it or in a cell of their own."""
    suffix = row.told("suffix")
    if not suffix or row.told("name"):
        return split_credentials(name)
    shown, credentials = split_credentials(f"{name}, {suffix}")
    return (shown, credentials) if credentials else (f"{name} {suffix}", "")


def _parts(row: Sorted) -> NameParts | None:
    found = NameParts(
        row.told("family"),
        row.told("given"),
        row.told("middle"),
        row.told("prefix"),
        row.told("suffix"),
        " ".join(row.listed("alias")),
    )
    return None if found == NameParts() else found


def _aliases(row: Sorted, name: str) -> tuple[str, ...]:
    """Nicknames and former names; the parts of the name stand by themselves."""
    return tuple(one for one in row.listed("nickname") if normalise(one) != normalise(name))


def _addresses(row: Sorted) -> Iterator[Address]:
    """Postal addresses in their parts; `formatted` only where the source writes one itself."""
    for place in row.places.values():
        yield Address(
            place["label"],
            place.get("pobox", ""),
            place.get("extended", ""),
            place.get("street", ""),
            place.get("city", ""),
            place.get("region", ""),
            place.get("postcode", ""),
            place.get("country", ""),
            place.get("address", ""),
        )


def written(address: Address) -> str:
    """An address as on an envelope: as the source has it, else out of its parts, a line for each."""
    town = " ".join(filter(None, (address.code, address.locality)))
    lines = (address.box, address.extended, address.street, town, address.region, address.country)
    return address.formatted or "\n".join(filter(None, lines))


def _positions(row: Sorted) -> Iterator[Employment]:
    for post in row.posts.values():
        if "organization" in post:
            yield Employment(post["organization"], post.get("title", ""))
        row.facts += [(role, post[role]) for role in ("department", "job description") if role in post]


def _untied(post: dict[str, str]) -> bool:
    """Whether a title stands there without an organization."""
    return "title" in post and "organization" not in post


def _days(row: Sorted, order: bool | None) -> Iterator[Dated]:  # noqa: FBT001 - three-valued
    for role, label, said in row.labelled:
        on = dates.read(said, first_is_day=order) if role in {"event", "anniversary"} else ""
        if on == "":  # another role, or "0/0/00" for never
            continue
        kind: Literal["anniversary", "other"] = "anniversary" if "anniversary" in {role, label} else "other"
        yield Dated(kind, on or "", label, "" if on else said)


def _handles(row: Sorted) -> Iterator[Handle]:
    for role, label, said in row.labelled:
        if role == "handle":
            yield Handle(label or "im", said)
    for said in row.listed("handle"):
        yield Handle("im", said)


def _notes(row: Sorted) -> str:
    """The notes as written, then everything that has no place of its own, one line each."""
    lines = [*row.listed("notes"), *row.listed("how met")]
    lines += [f"{label[:1].upper()}{label[1:]}: {said}" for label, said in row.facts]
    return "\n".join(lines)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
