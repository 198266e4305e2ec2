"""People as a table for other programs: columns that never change place, cells that nothing runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from acquaint.formats.records import PersonRecord
from acquaint.formats.spreadsheets import lines

MARK: Final = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8
BETWEEN: Final = " ::: "  # as Google joins several values in a cell
# New columns are added at the end; none is ever renamed, moved or taken away.
COLUMNS: Final = (
    *("Name", "Nickname", "Pronouns", "E-mail", "Phone", "Website", "Address", "Company", "Job Title"),
    *("Introduced By", "How We Met", "Met On", "Interests", "Notes", "UID"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person with what no address book has a place for."""

    record: PersonRecord
    how_met: str = ""


def table(people: Iterable[Listed], *, mark: bool = False) -> Iterator[bytes]:
    """Yield the table line by line in UTF-8, with the mark that spreadsheets want if `mark`."""
    if mark:
        yield MARK
    for line in lines(COLUMNS, map(row, people)):
        yield line.encode()


def row(one: Listed) -> tuple[str, ...]:
    """The cells of a person, in the order of the columns."""
    record = one.record
    place = record.positions[0] if record.positions else None
    return (
        f"{record.name}, {record.credentials}" if record.credentials else record.name,
        BETWEEN.join(record.aliases),
        record.pronouns,
        *(_points(record, kind) for kind in ("email", "phone", "profile", "postal")),
        place.organization if place else "",
        place.title if place else "",
        record.introduced_by.name if record.introduced_by else "",
        one.how_met,
        record.connected_on,
        BETWEEN.join(record.interests),
        record.notes,
        record.key.removeprefix("uid:"),
    )


def _points(record: PersonRecord, kind: str) -> str:
    return BETWEEN.join(point.value for point in record.points if point.kind == kind)
