"""Whose data, who acts, through which door, when: the first argument of every query and action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Scope:
    """One request of one actor on one owner's data; `now` is aware, `zone` an IANA name."""

    owner_id: int
    actor_id: int
    door: str
    now: datetime
    zone: str = "UTC"

    @property
    def local_now(self) -> datetime:
        """`now` as the owner's wall clock shows it (aware)."""
        return self.now.astimezone(ZoneInfo(self.zone))

    @property
    def today(self) -> date:
        """The owner's local date."""
        return self.local_now.date()
