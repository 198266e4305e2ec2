"""Connections.csv: who is connected, as of the day of the export."""

from __future__ import annotations

import hashlib
import re

from acquaint.formats.linkedin import dates
from acquaint.formats.linkedin.addresses import key_of, whole
from acquaint.formats.linkedin.sheets import cells_of, full_name, rejected
from acquaint.formats.records import Employment, Ignored, Origin, Outcome, PersonRecord, Point, Reason
from acquaint.text.names import normalise, split_credentials

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")


class Connections:
    """One person a row; `names` learns who is behind which profile."""

    def __init__(self, places: dict[str, int], names: dict[str, str]) -> None:
        self._pick = cells_of(places, "first", "last", "url", "email", "company", "title", "on")
        self._names = names
        self._unkeyed: dict[str, int] = {}

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """A person, or why none."""
        first, last, url, email, company, title, on = map(str.strip, self._pick(cells))
        if not (first or last):
            if url or email:
                return rejected(origin, cells, "nameless")
            return Ignored(origin, Reason("hidden_member"))
        key = key_of(url)
        if url and not key:
            return rejected(origin, cells, "bad_address", value=url)
        if email and not _EMAIL.fullmatch(email):
            return rejected(origin, cells, "bad_email", value=email)
        connected = dates.day(on) if on else ""
        if connected is None:
            return rejected(origin, cells, "bad_date", value=on)
        name, credentials = split_name(first, last)
        if key:
            self._names[key] = name
        points = (Point("profile", whole(url)),) if key else ()
        if email:
            points = (*points, Point("email", email))
        return PersonRecord(
            origin,
            key or self._key_without_address(email, name, connected),
            name,
            credentials,
            points,
            (Employment(company, title),) if company else (),
            connected,
        )

    def _key_without_address(self, email: str, name: str, connected: str) -> str:
        """Older exports hold no address: the day of connecting tells namesakes apart, else their order."""
        if email:
            return f"mail:{email.lower()}"
        digest = hashlib.sha256(f"{normalise(name)}|{connected}".encode()).hexdigest()[:20]
        count = self._unkeyed[digest] = self._unkeyed.get(digest, 0) + 1
        return f"row:{digest}" if count == 1 else f"row:{digest}:{count}"


def split_name(first: str, last: str) -> tuple[str, str]:
    """("Aoife Reyes", "MBA, PhD") from "Aoife, MBA" and "Reyes, PhD": letters stand behind either part."""
    if "," not in first:
        return split_credentials(full_name(first, last))
    given, honours = split_credentials(first)
    family, more = split_credentials(last)
    return full_name(given, family), ", ".join(part for part in (honours, more) if part)
