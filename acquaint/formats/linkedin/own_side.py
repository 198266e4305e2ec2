"""The owner's own files: Profile, Email Addresses, Positions, Education, Skills, Languages."""

from __future__ import annotations

import hashlib
import re

from acquaint.formats.linkedin import dates
from acquaint.formats.linkedin.addresses import whole
from acquaint.formats.linkedin.sheets import cell, full_name, rejected
from acquaint.formats.records import (
    Employment,
    Ignored,
    Origin,
    Outcome,
    OwnInterest,
    OwnPoint,
    OwnPosition,
    OwnProfile,
    Point,
    Reason,
    Self,
)

_SITE = re.compile(r"https?://[^\s,\]]+")


class Profile:
    """The owner's name, how they describe themselves, and the address that was concluded to be theirs."""

    def __init__(self, places: dict[str, int], own: Self) -> None:
        self._own = own
        self._first, self._last = cell(places, "first"), cell(places, "last")
        self._headline, self._summary = cell(places, "headline"), cell(places, "summary")
        self._industry, self._place = cell(places, "industry"), cell(places, "place")
        self._sites = cell(places, "websites")

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """The profile."""
        name = full_name(self._first(cells), self._last(cells))
        if not name:
            return rejected(origin, cells, "nameless")
        return OwnProfile(
            origin,
            name,
            self._headline(cells),
            self._summary(cells),
            self._industry(cells),
            self._place(cells),
            (
                *(Point("profile", whole(f"www.linkedin.com/{key}")) for key in sorted(self._own.profiles)),
                *(Point("profile", site) for site in _SITE.findall(self._sites(cells))),
            ),
        )


class Places:
    """Where the owner works and worked (Positions) or studied (Education)."""

    def __init__(self, places: dict[str, int], *, study: bool) -> None:
        self._organization, self._title = cell(places, "organization"), cell(places, "title")
        self._started, self._ended = cell(places, "started"), cell(places, "ended")
        self._notes = cell(places, "notes")
        self._study = study

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """A position."""
        organization = self._organization(cells)
        if not organization:
            return rejected(origin, cells, "no_organization")
        spans = []
        for text in (self._started(cells), self._ended(cells)):
            span = dates.partial(text) if text else ""
            if span is None:
                return rejected(origin, cells, "bad_date", value=text)
            spans.append(span)
        title = self._title(cells)
        kind = "study" if self._study else "work"
        told = "|".join((kind, organization.casefold(), title.casefold(), spans[0]))
        key = hashlib.sha256(told.encode()).hexdigest()[:20]
        employment = Employment(organization, title, spans[0], spans[1], "study" if self._study else "work")
        return OwnPosition(origin, f"own:{key}", employment, self._notes(cells))


class Interests:
    """What the owner can do (Skills) or speaks (Languages)."""

    def __init__(self, places: dict[str, int], *, language: bool) -> None:
        self._name, self._level = cell(places, "name"), cell(places, "level")
        self._language = language

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """A skill or a language."""
        name = self._name(cells)
        if not name:
            return Ignored(origin, Reason("empty"))
        return OwnInterest(origin, name, "language" if self._language else "skill", self._level(cells))


class Emails:
    """The owner's addresses, by which their own rows elsewhere are known as theirs."""

    def __init__(self, places: dict[str, int]) -> None:
        self._email, self._primary = cell(places, "email"), cell(places, "primary")

    def __call__(self, origin: Origin, cells: list[str]) -> Outcome:
        """An address."""
        email = self._email(cells)
        if "@" not in email:
            return rejected(origin, cells, "bad_email", value=email)
        return OwnPoint(origin, Point("email", email, "primary" if self._primary(cells) == "Yes" else ""))
