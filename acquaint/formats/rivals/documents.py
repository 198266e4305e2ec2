"""JSON documents of other programs: loaded within announced limits, read without trusting any shape."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from acquaint.formats.archives import MIB, DamagedError, Entry, RefusedError, Source
from acquaint.formats.contacts import dates
from acquaint.formats.lines import sniff
from acquaint.formats.records import Origin, Reason, Reject, Warned
from acquaint.formats.rivals.outcomes import Heard
from acquaint.formats.tables import RAW_LIMIT
from acquaint.text.names import storable

LIMIT: Final = 128 * MIB  # such a document is held in memory as a whole
_HEAD: Final = 16 * 1024
_SPACE: Final = re.compile(r"\s+")

Node = Mapping[str, Any]
T = TypeVar("T")


def head(entry: Entry) -> str:
    """The beginning of a file as text, without white space; "" of one that is damaged."""
    try:
        with entry.open() as stream:
            return _SPACE.sub("", _decoded(stream.read(_HEAD)))
    except DamagedError:
        return ""


def whole(entry: Entry) -> str:
    """A file as text. Errors: RefusedError past the limit, DamagedError."""
    pieces, size = [], 0
    with entry.open() as stream:
        while piece := stream.read(MIB):
            size += len(piece)
            if size > LIMIT:
                raise RefusedError(Reason("file_too_large", {"file": entry.shown, "limit": LIMIT}))
            pieces.append(piece)
    return _decoded(b"".join(pieces))


def load(entry: Entry) -> Node:
    """The object that a JSON file holds. Errors: RefusedError, DamagedError."""
    try:
        found = json.loads(whole(entry))
    except (ValueError, RecursionError) as error:
        raise DamagedError(Reason("not_json", {"file": entry.shown, "cause": str(error)})) from error
    return found if isinstance(found, dict) else {}


def text(node: object, *names: str) -> str:
    """The first of these that holds a text or a number, stripped; "" if none does."""
    for name in names:
        value = node.get(name) if isinstance(node, Mapping) else None
        if isinstance(value, str) and value.strip():
            return storable(value).strip()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
    return ""


def node(value: object, *names: str) -> Node:
    """The object found by going down these names, an empty one if there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def nodes(value: object, *names: str) -> list[Node]:
    """The objects in the list found by going down these names."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def texts(value: object, name: str) -> list[str]:
    """The texts in a list."""
    found = value.get(name) if isinstance(value, Mapping) else None
    listed = found if isinstance(found, list) else []
    return [text for one in listed if isinstance(one, str) and (text := storable(one).strip())]


def truth(value: object, name: str) -> bool:
    """Whether something is so: true, 1, "1", "true", "yes"."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return str(found).lower() in {"true", "1", "yes"}


def day(value: str) -> str:
    """The date at the beginning of a text, "" if there is none."""
    return dates.read(value) or ""


def moment(value: str) -> datetime | None:
    """The instant of an ISO text, taken as UTC where it names no zone."""
    try:
        found = datetime.fromisoformat(value)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def through(
    source: Source,
    chosen: Sequence[Entry],
    opened: Callable[[Entry], T],
    told: Callable[[str, T], Iterator[Heard]],
) -> Iterator[Heard]:
    """What all chosen files tell, a word on a damaged one and on every other. Errors: RefusedError."""
    source.admit(chosen)
    yield from source.skipped
    for entry in chosen:
        try:
            found = opened(entry)
        except DamagedError as error:
            yield Warned(Origin(entry.shown), error.reason)
            continue
        yield from told(entry.shown, found)
    yield from others(source, chosen)


def others(source: Source, read: Sequence[Entry]) -> Iterator[Warned]:
    """A word on every file that was not read."""
    ours = {id(entry) for entry in read}
    for entry in source.entries:
        if id(entry) not in ours:
            yield Warned(Origin(entry.shown), Reason("unknown_file"))


def rejected(origin: Origin, entry: object, code: str, **facts: object) -> Reject:
    """An entry that cannot be read, with its text."""
    try:
        raw = storable(json.dumps(entry, ensure_ascii=False))[:RAW_LIMIT]
    except (ValueError, RecursionError):
        raw = "?"
    return Reject(origin, Reason(code, facts), raw + "\n")


class Counter:
    """Hands out places in a document: the kind of an entry and which of its kind it is."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._seen: dict[str, int] = {}

    def at(self, kind: str) -> Origin:
        """The next place of this kind: JSON knows no lines, so entries are counted."""
        self._seen[kind] = self._seen.get(kind, 0) + 1
        return Origin(f"{self._shown}/{kind}", self._seen[kind])

    def each(self, kind: str, values: list[Node]) -> Iterator[tuple[Origin, Node]]:
        """Every entry with its place."""
        for value in values:
            yield self.at(kind), value


def _decoded(data: bytes) -> str:
    mark, encoding = sniff(data)
    return data[mark:].decode(encoding, errors="replace").replace("\0", "")  # no database can hold one
