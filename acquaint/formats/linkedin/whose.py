"""Whose archive this is: no profile file holds the owner's own address, so it is concluded from others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from acquaint.formats.archives import Entry
from acquaint.formats.linkedin.addresses import addresses, key_of
from acquaint.formats.linkedin.columns import EMAILS, INVITATIONS, MESSAGES, PROFILE, Sheet
from acquaint.formats.linkedin.sheets import cell, full_name, peek
from acquaint.formats.records import Self

_THREADS_AT_LEAST = 3  # with fewer conversations, being in all of them says nothing


def find_self(files: Mapping[str, Sequence[Entry]], known: Self) -> Self:
    """What can be told of the owner; `files` are the archive's entries by the name of their sheet."""
    own = replace(
        known,
        profiles=frozenset(filter(None, map(key_of, known.profiles))),
        name=_name(files.get(PROFILE.name, ())) or known.name,
        emails=known.emails | _emails(files.get(EMAILS.name, ())),
    )
    if key := _from_invitations(files.get(INVITATIONS.name, ())):
        return replace(own, profiles=own.profiles | {key})
    if own.profiles:
        return own
    key = _from_messages(files.get(MESSAGES.name, ()), own.name)
    return replace(own, profiles=frozenset({key})) if key else own


def _name(entries: Iterable[Entry]) -> str:
    for places, cells in _rows(entries, PROFILE):
        return full_name(cell(places, "first")(cells), cell(places, "last")(cells))
    return ""


def _emails(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(cell(places, "email")(cells).lower() for places, cells in _rows(entries, EMAILS))


def _from_invitations(entries: Iterable[Entry]) -> str:
    """The owner sent each outgoing invitation and received each incoming one."""
    seen: Counter[str] = Counter()
    for places, cells in _rows(entries, INVITATIONS):
        out = cell(places, "direction")(cells).upper() == "OUTGOING"
        seen[key_of(cell(places, "sender_url" if out else "to_url")(cells))] += 1
    seen.pop("", None)
    return seen.most_common(1)[0][0] if seen else ""


def _from_messages(entries: Iterable[Entry], name: str) -> str:
    """The one who writes under the profile's name in most conversations, else who is part of all of them."""
    under_name: dict[str, set[str]] = {}
    part_of: dict[str, set[str]] = {}
    threads: set[str] = set()
    for places, cells in _rows(entries, MESSAGES):
        thread, sender = cell(places, "thread")(cells), key_of(cell(places, "sender_url")(cells))
        threads.add(thread)
        if sender and name and cell(places, "sender")(cells) == name:
            under_name.setdefault(sender, set()).add(thread)
        for key in {sender, *map(key_of, addresses(cell(places, "to_urls")(cells)))} - {""}:
            part_of.setdefault(key, set()).add(thread)
    if under_name:
        return max(under_name, key=lambda key: (len(part_of[key]), key))
    everywhere = [key for key, seen in part_of.items() if len(seen) == len(threads)]
    return everywhere[0] if len(everywhere) == 1 and len(threads) >= _THREADS_AT_LEAST else ""


def _rows(entries: Iterable[Entry], sheet: Sheet) -> Iterable[tuple[dict[str, int], list[str]]]:
    for entry in entries:
        yield from peek(entry, sheet)
