"""Who wants to know how reading goes on: the process that does nothing else winds its limits up by it."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Who is told."""

    def opened(self, shown: str) -> None:
        """A file is opened."""

    def passed(self, size: int) -> None:
        """So many bytes were read, or as much was done."""


class _Nobody:
    def opened(self, shown: str) -> None:
        """Nobody wants to know."""

    def passed(self, size: int) -> None:
        """Nobody wants to know."""


_watch: Watch = _Nobody()


def watched_by(watch: Watch) -> None:
    """From now on tell of every file that this process reads."""
    global _watch  # noqa: PLW0603 - one for the whole process, which lives for one reading
    _watch = watch


def opened(shown: str) -> None:
    """Tell of a file that is opened."""
    _watch.opened(shown)


def passed(size: int) -> None:
    """Tell of bytes that were read, or of work on them as if they were: the caller bounds how much it is."""
    _watch.passed(size)
