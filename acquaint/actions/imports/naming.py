"""What the files of an import are called in the record: by their own names, never by somebody's folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from acquaint.formats.apart.jobs import Source as Named
from acquaint.formats.archives import Source


class Names:
    """The short name of each file that was handed over, and back again; no two share one."""

    def __init__(self, sources: Iterable[Source | Named] = ()) -> None:
        self._short: dict[str, str] = {}
        self._full: dict[str, str] = {}
        for source in sources:
            for entry in source.entries:
                inside = entry.shown == f"{source.shown}/{entry.name}"
                root = PurePath(source.shown).name
                self._note(entry.shown, f"{root}/{entry.name}" if inside and root else entry.name)

    def _note(self, path: str, name: str) -> None:
        """Two loose files of one name are told apart by their number."""
        count, free = 1, name
        while free in self._full:
            count += 1
            free = f"{name} ({count})"
        self._short[path], self._full[free] = free, path

    def short(self, path: str) -> str:
        """What a file is called in the record; a part ("export.json/notes") by the file and itself."""
        file, _, part = path.rpartition("/")
        inside = f"{self._short[file]}/{part}" if file in self._short else ""
        return self._short.get(path) or inside or PurePath(path).name or path

    def full(self, name: str) -> str:
        """Where the file of that name lies in this run; the name itself if none does."""
        file, _, part = name.rpartition("/")
        inside = f"{self._full[file]}/{part}" if file in self._full else name
        return self._full.get(name, inside)

    def said(self, text: str, path: str) -> str:
        """A sentence about a file, with its short name."""
        return text.replace(path, self.short(path)) if path else text
