"""A person's own words inside Markdown: shown to the letter by every reader, and never run by any."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&~|$^{}]")
_FIRST: Final = re.compile(r"^([#+=:-]|\d{1,9}(?=[.)]))")
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_SAFE: Final = "/:?#@!$&'*+,;=%-._~"  # of an address; brackets and spaces are written as numbers


def plain(text: str) -> str:
    """The text on one line: spaces joined, signs that mean something to Markdown set apart."""
    words = " ".join(_UNSEEN.sub(" ", text.replace("\t", " ")).split())
    safe = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", words)
    return _FIRST.sub(_set_apart, safe)


def _set_apart(hit: re.Match[str]) -> str:
    """A sign that would begin a heading or a list; a number keeps its digits and loses its dot's meaning."""
    return f"\\{hit[0]}" if not hit[0][0].isdigit() else f"{hit[0]}\\"


def quoted(text: str) -> list[str]:
    """The lines of a text as a quotation, each ending where it ended."""
    lines = [plain(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")]
    following = [*lines[1:], ""]
    ended = [f"{line}\\" if line and after else line for line, after in zip(lines, following, strict=True)]
    return [f"> {line}".rstrip() for line in ended]


def link(url: str, title: str = "") -> str:
    """A link to a page of the web; any other address is only shown."""
    words = plain(title) or plain(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return words
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc or _UNSEEN.search(url):
        return f"{words} {plain(url)}" if title.strip() else words
    return f"[{words}](<{quote(url, safe=_SAFE)}>)"
