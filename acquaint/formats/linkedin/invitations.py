"""Invitations.csv: who asked whom to connect, when, with what words: how people met."""

from __future__ import annotations

from acquaint.formats.linkedin import dates
from acquaint.formats.linkedin.addresses import key_of, name_from, whole
from acquaint.formats.linkedin.sheets import cell, rejected
from acquaint.formats.records import Direction, Ignored, InvitationRecord, Origin, Outcome, Party, Reason


class Invitations:
    """One invitation a row; `names` learns who is behind which profile."""

    def __init__(self, places: dict[str, int], names: dict[str, str]) -> None:
        self._sender, self._to = cell(places, "sender"), cell(places, "to")
        self._sender_url, self._to_url = cell(places, "sender_url"), cell(places, "to_url")
        self._on, self._direction = cell(places, "on"), cell(places, "direction")
        self._message = cell(places, "message")
        self._names = names

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """An invitation, or why none."""
        direction = self._direction(cells).upper()
        if direction not in {"INCOMING", "OUTGOING"}:
            return rejected(origin, cells, "bad_direction", value=direction)
        on = dates.day(self._on(cells), "month first")
        if on is None:
            return rejected(origin, cells, "bad_date", value=self._on(cells))
        incoming = direction == "INCOMING"
        name = self._sender(cells) if incoming else self._to(cells)
        url = self._sender_url(cells) if incoming else self._to_url(cells)
        key = key_of(url)
        if not key:
            return Ignored(origin, Reason("name_only", {"name": name}))
        if name:
            self._names.setdefault(key, name)
        side: Direction = "in" if incoming else "out"
        party = Party(self._names.get(key) or name or name_from(key), whole(url), key=key)
        return InvitationRecord(origin, f"{side}|{key}|{on}", party, side, on, self._message(cells))
