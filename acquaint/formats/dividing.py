"""A folder or an archive that holds several kinds: which file goes to which importer, and which to nobody.

Each file is read by the first importer that knows it, so that what lies beside it changes nothing for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final, Protocol

from acquaint.formats.archives import Entry, Source
from acquaint.formats.records import Origin, Reason, Skipped

TABULAR: Final = frozenset({".csv", ".tsv", ".tab"})
_PACKED: Final = ".zip .gz .tgz .tar .bz2 .xz .7z .rar"
# What is a source of its own and is not opened inside another.
WRAPPED: Final = {
    **dict.fromkeys(_PACKED.split(), "archive_inside"),
    ".xlsx": "workbook_inside",
    ".xlsm": "workbook_inside",
}
# What nobody reads though it holds people: the program that wrote it can write something else.
OTHERWISE: Final = {
    **dict.fromkeys((".xls", ".xlsb", ".ods", ".numbers"), "other_workbook"),
    **dict.fromkeys((".pst", ".ost", ".olm", ".msg"), "outlook_file"),
    **dict.fromkeys((".ldif", ".ldi", ".abbu", ".mab", ".wab"), "other_address_book"),
}
_WHY: Final = {**OTHERWISE, **WRAPPED}


class Reader(Protocol):
    """What is asked of an importer here.

    It may also have `certain(source)`, the files that it knows without being told anything; `beside(mine,
    others)`, what belongs to its files though it reads none of it; and `whole`, true where nothing but its
    own stands in the folders of its files.
    """

    def sniff(self, source: Source) -> bool:
        """Whether the source is of this kind."""

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files of the source that it would read."""


@dataclass(slots=True)
class _Shares:
    """The files of a source, and whose each is so far."""

    source: Source
    of: dict[str, list[Entry]] = field(default_factory=dict)

    def left(self) -> list[Entry]:
        """The files that are nobody's yet."""
        taken = {id(entry) for entries in self.of.values() for entry in entries}
        return [entry for entry in self.source.entries if id(entry) not in taken]

    def give(self, kind: str, entries: Iterable[Entry]) -> None:
        """These are of that kind."""
        if found := list(entries):
            self.of.setdefault(kind, []).extend(found)


def divide(
    source: Source, kinds: Sequence[str], reader: Callable[[str], Reader], any_table: str
) -> tuple[dict[str, Source], list[Skipped]]:
    """What each kind is to read of the source, and a word on every file that nobody reads.

    `kinds` are asked in their order, and none is loaded by `reader` once nothing is left; `any_table` is the
    kind that asks what a table means: it gets those with headings that nobody knows, except beside an export
    that is whole. A reader that stands alone says itself what it leaves. Both are empty of what nobody knows.
    Errors: RefusedError.
    """
    shares = _Shares(source)
    for kind in kinds:
        if left := shares.left():
            shares.give(kind, _claimed(reader(kind), source, left))
    for kind in list(shares.of):
        if getattr(reader(kind), "whole", False):
            shares.give(kind, _near(shares.of[kind], shares.left()))
    if shares.of and (left := shares.left()):
        tables = reader(any_table).chosen(replace(source, entries=tuple(left)))
        shares.give(any_table, (entry for entry in tables if entry.suffix in TABULAR))
    if len(shares.of) == 1:
        kept = {id(entry) for entries in shares.of.values() for entry in entries}
        entries = (one for one in source.entries if id(one) in kept or one.suffix not in _WHY)
        parts = {kind: replace(source, entries=tuple(entries)) for kind in shares.of}
        return parts, [_said(one) for one in shares.left() if one.suffix in _WHY]
    parts = {
        kind: replace(source, entries=_in_order(source, entries), skipped=())
        for kind, entries in shares.of.items()
    }
    return parts, [*source.skipped, *map(_said, shares.left())]


def _claimed(reader: Reader, source: Source, rest: Sequence[Entry]) -> list[Entry]:
    """The files that a reader takes of those that are left."""
    certain = getattr(reader, "certain", reader.chosen)
    mine: tuple[Entry, ...] = certain(replace(source, entries=tuple(rest)))
    if not mine or not reader.sniff(replace(source, entries=mine)):
        return []
    taken = {id(entry) for entry in mine}
    if beside := getattr(reader, "beside", None):
        taken |= {id(entry) for entry in beside(mine, rest)}
    return [entry for entry in rest if id(entry) in taken]


def _near(entries: Sequence[Entry], left: Sequence[Entry]) -> list[Entry]:
    """What stands in the folders of these files or below."""
    folders = {PurePosixPath(entry.name).parent for entry in entries}
    return [
        one
        for one in left
        if one.suffix not in _WHY and not folders.isdisjoint(PurePosixPath(one.name).parents)
    ]


def _in_order(source: Source, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    taken = {id(entry) for entry in entries}
    return tuple(entry for entry in source.entries if id(entry) in taken)


def _said(entry: Entry) -> Skipped:
    return Skipped(Origin(entry.shown), Reason(_WHY.get(entry.suffix, "nobody_reads")))
