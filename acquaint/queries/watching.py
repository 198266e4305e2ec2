"""A long search that tells now and then how far it came; whoever is told may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Note = Callable[[int, int], None]  # entries read, pairs compared
Entry = TypeVar("Entry")
Compare = Callable[[int, int], tuple[str, ...]]
EVERY = 500


class Watch:
    """Counts what passes of one search; without anybody to tell, nothing is counted at all."""

    def __init__(self, note: Note | None) -> None:
        self._note = note
        self._entries = 0
        self._pairs = 0

    def each(self, entries: Iterable[Entry]) -> Iterable[Entry]:
        """The same entries, told of as they are taken."""
        return entries if self._note is None else self._counted(entries)

    def pair(self, compare: Compare) -> Compare:
        """The same comparison, told of as it is made."""
        if self._note is None:
            return compare

        def compared(a: int, b: int) -> tuple[str, ...]:
            self._pairs += 1
            self._tell(self._pairs)
            return compare(a, b)

        return compared

    def _counted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            self._entries += 1
            self._tell(self._entries)
            yield entry

    def _tell(self, count: int) -> None:
        if self._note is not None and count % EVERY == 0:
            self._note(self._entries, self._pairs)
