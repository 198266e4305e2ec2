"""messages.csv of every era: date, direction and people; a name alone never says who was written to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from acquaint.formats.archives import Entry
from acquaint.formats.linkedin import dates
from acquaint.formats.linkedin.addresses import addresses, key_of, name_from, whole
from acquaint.formats.linkedin.columns import MESSAGES
from acquaint.formats.linkedin.sheets import cell, cells_of, peek, rejected
from acquaint.formats.records import Direction, Ignored, MessageRecord, Origin, Outcome, Party, Reason, Self

HIDDEN = "LinkedIn Member"
_YES = frozenset({"yes", "true", "1", "ja", "oui"})
_SPONSORED = re.compile(r'<p class="?spinmail-|%FIRSTNAME%', re.IGNORECASE)


def _digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


_digest = lru_cache(maxsize=1024)(_digest_of)


@dataclass(slots=True)
class Threads:
    """Who wrote in which conversation: exports before 2023 have no recipients' addresses and need it."""

    writers: dict[str, dict[str, str]] = field(default_factory=dict)  # thread → key → name
    needed: bool = False

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Threads:
        """Read them out of those files that need it."""
        found = cls()
        for entry in entries:
            for places, cells in peek(entry, MESSAGES):
                if "to_urls" in places:
                    break
                found.needed = True
                if key := key_of(cells[places["sender_url"]]):
                    thread = cell(places, "thread")(cells)
                    found.writers.setdefault(thread, {})[key] = cells[places["sender"]].strip()
        return found


class _Line(NamedTuple):
    """The columns of a row that matter here."""

    thread: str
    title: str
    sender: str
    sender_url: str
    to: str
    to_urls: str
    at: str
    subject: str
    body: str
    folder: str
    draft: str
    thread_draft: str


class Messages:
    """One contact a row, seen from the owner."""

    def __init__(
        self, places: dict[str, int], own: Self, names: dict[str, str], threads: Mapping[str, dict[str, str]]
    ) -> None:
        self._pick = cells_of(places, *_Line.__annotations__)
        self._own = own
        self._names = names
        self._threads = threads

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """A message between the owner and somebody, or why none."""
        line = _Line(*map(str.strip, self._pick(cells)))
        if reason := _no_message(line):
            return Ignored(origin, Reason(reason))
        at = dates.moment(line.at)
        if at is None:
            return rejected(origin, cells, "bad_date", value=line.at)
        sender = key_of(line.sender_url)
        out = sender in self._own.profiles or (not sender and self._is_own_name(line.sender))
        people = self._recipients(line) if out else self._writer(line, sender)
        if isinstance(people, Reason):
            return Ignored(origin, people)
        direction: Direction = "out" if out else "in"
        told = f"{at.isoformat()}|{direction}|{line.body}"
        # A conversation's keys lie side by side: an index takes and finds them together.
        key = f"{_digest(line.thread)[:12]}{_digest_of(told)[:24]}"
        subject = line.subject or line.title
        return MessageRecord(origin, key, at, direction, people, "linkedin", line.thread, subject, line.body)

    def _is_own_name(self, name: str) -> bool:
        return bool(name) and name == self._own.name

    def _writer(self, line: _Line, sender: str) -> tuple[Party, ...] | Reason:
        if not sender:
            return Reason("not_a_member" if line.sender_url else "sender_unknown")
        if not self._own.profiles:
            return Reason("whose_unknown")
        if line.sender and line.sender != HIDDEN:
            self._names.setdefault(sender, line.sender)
        name = self._names.get(sender) or name_from(sender)
        return (Party(name, whole(line.sender_url), key=sender),)

    def _recipients(self, line: _Line) -> tuple[Party, ...] | Reason:
        found = {key: url for url in addresses(line.to_urls) if (key := key_of(url))}
        if not found:
            return self._from_thread(line)
        others = {key: url for key, url in found.items() if key not in self._own.profiles}
        if not others:
            return Reason("to_oneself")
        if len(found) == 1 and line.to and line.to != HIDDEN:
            self._names.setdefault(next(iter(found)), line.to)
        return tuple(
            Party(self._names.get(key) or name_from(key), whole(url), key=key) for key, url in others.items()
        )

    def _from_thread(self, line: _Line) -> tuple[Party, ...] | Reason:
        """Those who wrote in the same conversation and are named as recipients."""
        writers = self._threads.get(line.thread, {})
        people = [
            Party(name, whole(f"www.linkedin.com/{key}"), key=key)
            for key, name in writers.items()
            if key not in self._own.profiles and name and name in line.to
        ]
        return tuple(people) or Reason("recipient_unknown", {"name": line.to})


def _no_message(line: _Line) -> str:
    """The reason's code for a row that is no message between people."""
    if line.draft.lower() in _YES or line.thread_draft.lower() in _YES:
        return "draft"
    if line.folder.upper() == "SPAM":
        return "spam"
    if not line.sender_url:
        if _SPONSORED.search(line.body):
            return "sponsored"
        if line.sender == HIDDEN:
            return "hidden_member"
    return ""
