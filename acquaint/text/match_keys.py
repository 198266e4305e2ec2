"""What makes two values the same value: keys by which names, addresses and facts are matched, remembered.

An import asks for the same few thousand again and again, and most are written in plain letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from acquaint.text import contact_points
from acquaint.text.names import normalise

_PLAIN: Final = re.compile(r"[A-Za-z0-9 &'()-]+")
_MEMBER: Final = re.compile(r"https://www\.linkedin\.com/in/([a-z0-9-]+)/?")


@lru_cache(maxsize=65_536)
def match_key(text: str) -> str:
    """`normalise`, remembered, and quick for plain letters."""
    if _PLAIN.fullmatch(text):
        return " ".join(text.casefold().split())
    return normalise(text)


@lru_cache(maxsize=65_536)
def profile_key(url: str) -> str:
    """The match key of a profile address, read quickly where it is written as members' addresses are."""
    if found := _MEMBER.fullmatch(url):
        return f"linkedin.com/in/{found[1]}"
    return contact_points.profile(url)[:400]


@lru_cache(maxsize=1024)
def email_key(address: str) -> str:
    """The match key of an e-mail address."""
    return contact_points.email(address)[:400]


@lru_cache(maxsize=65_536)
def phone_key(number: str) -> str:
    """The match key of a telephone number; "" for what is none."""
    return contact_points.phone(number)[:400]


def point_key(kind: str, value: str) -> str:
    """The match key of a contact point."""
    if kind == "profile":
        return profile_key(value)
    if kind == "email":
        return email_key(value)
    return (phone_key(value) if kind == "phone" else "") or match_key(value)[:400]


def fact_key(label: str, text: str, on: str = "") -> str:
    """The match key of a fact about a person: its sense and its words, else its sense and its day."""
    words = f"{label} {text}".strip() if text else f"{label} {on}".strip()
    return (match_key(words) or words)[:300]
