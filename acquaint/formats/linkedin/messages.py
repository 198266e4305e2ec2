"""messages.csv of every era: date, direction and people; a name alone never says who was written to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from acquaint.formats.archives import Entry
from acquaint.formats.linkedin import dates
from acquaint.formats.linkedin.addresses import addresses, key_of, name_from, whole
from acquaint.formats.linkedin.columns import MESSAGES
from acquaint.formats.linkedin.sheets import cell, peek, rejected
from acquaint.formats.records import Ignored, MessageRecord, Origin, Outcome, Party, Reason, Self

HIDDEN = "LinkedIn Member"
_YES = frozenset({"yes", "true", "1", "ja", "oui"})
_SPONSORED = re.compile(r'<p class="?spinmail-|%FIRSTNAME%', re.IGNORECASE)


@lru_cache(maxsize=1024)
def _digest(thread: str) -> str:
    return hashlib.sha256(thread.encode("utf-8", "replace")).hexdigest()


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


class Messages:
    """One contact a row, seen from the owner."""

    def __init__(
        self, places: dict[str, int], own: Self, names: dict[str, str], threads: Mapping[str, dict[str, str]]
    ) -> None:
        self._thread, self._title = cell(places, "thread"), cell(places, "title")
        self._sender, self._sender_url = cell(places, "sender"), cell(places, "sender_url")
        self._to, self._to_urls = cell(places, "to"), cell(places, "to_urls")
        self._at, self._subject, self._body = (
            cell(places, "at"),
            cell(places, "subject"),
            cell(places, "body"),
        )
        self._folder = cell(places, "folder")
        self._drafts = (cell(places, "draft"), cell(places, "thread_draft"))
        self._own = own
        self._names = names
        self._threads = threads

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """A message between the owner and somebody, or why none."""
        if reason := self._no_message(cells):
            return Ignored(origin, Reason(reason))
        written = self._at(cells)
        at = dates.moment(written)
        if at is None:
            return rejected(origin, cells, "bad_date", value=written)
        sender = key_of(self._sender_url(cells))
        out = sender in self._own.profiles or (not sender and self._is_own_name(self._sender(cells)))
        people = self._recipients(cells) if out else self._writer(cells, sender)
        if isinstance(people, Reason):
            return Ignored(origin, people)
        body, thread = self._body(cells), self._thread(cells)
        direction = "out" if out else "in"
        told = f"{at.isoformat()}|{direction}|{body}"
        # A conversation's keys lie side by side: an index takes and finds them together.
        key = f"{_digest(thread)[:12]}{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:24]}"
        subject = self._subject(cells) or self._title(cells)
        return MessageRecord(
            origin, key, at, "out" if out else "in", people, "linkedin", thread, subject, body
        )

    def _no_message(self, cells: list[str]) -> str:
        if any(draft(cells).lower() in _YES for draft in self._drafts):
            return "draft"
        if self._folder(cells).upper() == "SPAM":
            return "spam"
        if not self._sender_url(cells):
            if _SPONSORED.search(self._body(cells)):
                return "sponsored"
            if self._sender(cells) == HIDDEN:
                return "hidden_member"
        return ""

    def _is_own_name(self, name: str) -> bool:
        return bool(name) and name == self._own.name

    def _writer(self, cells: list[str], sender: str) -> tuple[Party, ...] | Reason:
        if not sender:
            return Reason("not_a_member" if self._sender_url(cells) else "sender_unknown")
        if not self._own.profiles:
            return Reason("whose_unknown")
        name = self._sender(cells)
        if name and name != HIDDEN:
            self._names.setdefault(sender, name)
        name = self._names.get(sender) or name_from(sender)
        return (Party(name, whole(self._sender_url(cells)), key=sender),)

    def _recipients(self, cells: list[str]) -> tuple[Party, ...] | Reason:
        found = {key: url for url in addresses(self._to_urls(cells)) if (key := key_of(url))}
        to = self._to(cells)
        if not found:
            return self._from_thread(cells, to)
        others = {key: url for key, url in found.items() if key not in self._own.profiles}
        if not others:
            return Reason("to_oneself")
        if len(found) == 1 and to and to != HIDDEN:
            self._names.setdefault(next(iter(found)), to)
        return tuple(
            Party(self._names.get(key) or name_from(key), whole(url), key=key) for key, url in others.items()
        )

    def _from_thread(self, cells: list[str], to: str) -> tuple[Party, ...] | Reason:
        """Those who wrote in the same conversation and are named as recipients."""
        writers = self._threads.get(self._thread(cells), {})
        people = [
            Party(name, whole(f"www.linkedin.com/{key}"), key=key)
            for key, name in writers.items()
            if key not in self._own.profiles and name and name in to
        ]
        return tuple(people) or Reason("recipient_unknown", {"name": to})
