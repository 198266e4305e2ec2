"""A person as others mention them; alone in its file, for every page needs it and few need more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A person as others mention them."""

    id: str
    name: str


def named(key: str | None, name: str | None) -> Named | None:
    """The person as mentioned, if there is one."""
    return Named(key, name) if key and name else None
