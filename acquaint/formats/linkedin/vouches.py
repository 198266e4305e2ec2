"""Recommendations and endorsements: who would vouch for the owner, and for whom the owner did."""

from __future__ import annotations

import hashlib
from typing import Literal

from acquaint.formats.linkedin import dates
from acquaint.formats.linkedin.addresses import key_of, whole
from acquaint.formats.linkedin.connections import split_name
from acquaint.formats.linkedin.sheets import cell, rejected
from acquaint.formats.records import Employment, Origin, Outcome, Party, VouchRecord


class Vouches:
    """One recommendation or endorsement a row; a recommendation names its writer without an address."""

    def __init__(
        self,
        places: dict[str, int],
        kind: Literal["recommendation", "endorsement"],
        direction: Literal["received", "given"],
    ) -> None:
        self._first, self._last = cell(places, "first"), cell(places, "last")
        self._url = cell(places, "url")
        self._text = cell(places, "text" if kind == "recommendation" else "skill")
        self._company, self._title = cell(places, "company"), cell(places, "title")
        self._on, self._status = cell(places, "on"), cell(places, "status")
        self._kind: Literal["recommendation", "endorsement"] = kind
        self._direction: Literal["received", "given"] = direction

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """Who vouched, for what, when."""
        name = split_name(self._first(cells), self._last(cells))[0]
        url = self._url(cells)
        if not (name or url):
            return rejected(origin, cells, "nameless")
        written = self._on(cells)
        on = dates.day(written, "month first") if written else ""
        if on is None:
            return rejected(origin, cells, "bad_date", value=written)
        text, company = self._text(cells), self._company(cells)
        who = key_of(url) or name.casefold()
        told = f"{self._kind}|{self._direction}|{who}|{on}|{text}"
        key = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
        return VouchRecord(
            origin,
            key,
            self._kind,
            self._direction,
            Party(name, whole(url) if key_of(url) else "", key=key_of(url)),
            text,
            on,
            self._status(cells),
            Employment(company, self._title(cells)) if company else None,
        )
