"""Profile addresses: by shape from any cell, and the one key by which a member is known in every file."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from acquaint.text.contact_points import linkedin_slug

_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com/[^\s,;\"'<>]+", re.IGNORECASE)
_PLAIN = re.compile(r"https://www\.linkedin\.com/in/([a-z0-9-]+)/?")
_FORMER = re.compile(r"(?:^|[/.])linkedin\.com/(pub/[^?#]+)", re.IGNORECASE)


def addresses(cell: str) -> list[str]:
    """Every profile address in a cell, whatever parts them; nothing else there is taken for one."""
    return _ADDRESS.findall(cell)


@lru_cache(maxsize=65_536)
def key_of(url: str) -> str:
    """The member's key, `in/<slug>` in lower case and decoded; "" when this is no member's address.

    Addresses from before 2012 (`pub/<name>/1/2/3`) are kept whole.
    """
    if found := _PLAIN.fullmatch(url):
        return f"in/{found[1]}"
    if slug := linkedin_slug(url):
        return f"in/{slug}"
    if former := _FORMER.search(url):
        return unicodedata.normalize("NFC", unquote(former[1])).lower().rstrip("/")
    return ""


def whole(url: str) -> str:
    """The address as a browser takes it: endorsements write it without its scheme."""
    return url if url.lower().startswith(("http://", "https://")) else f"https://{url.removeprefix('//')}"


def name_from(key: str) -> str:
    """A name out of a key, for somebody whom no file names: `in/jane-roe-1a2b3c4` is Jane Roe."""
    words = [word for word in key.partition("/")[2].split("-") if word]
    while len(words) > 1 and any(letter.isdigit() for letter in words[-1]):
        words.pop()
    return " ".join(word[:1].upper() + word[1:] for word in words)
