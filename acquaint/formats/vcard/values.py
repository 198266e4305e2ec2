"""What the text of a line means: escapes undone, parts split where they are parts, and nowhere else.

Only what the standards call a list is split at commas: a note, a name or an address with a bare comma in it
is one text, whatever a strict reader would say.
"""

from __future__ import annotations

import quopri
import re
from typing import Final

from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.charsets import is_wide, letters
from acquaint.formats.vcard.lexing import Line

_ESCAPE: Final = re.compile(r"\\([nN,;:\"\\])")
_OLD_ESCAPE: Final = re.compile(r"\\([,;:])")
_OLD_PART_ESCAPE: Final = re.compile(r"\\([,;:\\])")
_PARTS: Final = {
    sign: re.compile(rf"((?:[^\\{sign}]++|\\.|\\\Z)*+)({sign}|\Z)", re.DOTALL) for sign in (";", ",")
}
_ENDS: Final = re.compile(r"\r\n?")


def _meant(hit: re.Match[str]) -> str:
    return "\n" if hit[1] in "nN" else hit[1]


def unescape(text: str, *, old: bool = False, part: bool = False) -> str:
    """The text without escapes; `old` as version 2.1 wrote it, where a backslash mostly is one.

    `part`: of a value in parts, in which 2.1 escapes the backslash too.
    """
    if "\\" in text:
        shape = _ESCAPE if not old else _OLD_PART_ESCAPE if part else _OLD_ESCAPE
        text = shape.sub(_meant, text) if not old else shape.sub(r"\1", text)
    if "\r" in text:
        text = _ENDS.sub("\n", text)
    return text.replace("\0", "") if "\0" in text else text


def text_of(card: Card, line: Line) -> str:
    """The value as one text."""
    text = card.text(line)
    if "\\" in text or "\r" in text or "\0" in text:
        text = unescape(text, old=card.old and line.head.encoding != "base64")
    return text.strip()


def split(text: str, sign: str) -> list[str]:
    """The text cut at each `sign` that is not escaped, escapes still in it."""
    if "\\" not in text:
        return text.split(sign)
    parts: list[str] = []
    for found in _PARTS[sign].finditer(text):
        parts.append(found[1])
        if not found[2]:
            break
    return parts


def parts_of(card: Card, line: Line) -> list[str]:
    """The parts of a value such as N, ADR or ORG, each as one text."""
    if line.head.encoding == "qp":
        return _encoded_parts(card, line)
    whole = card.text(line)
    if not ("\\" in whole or "\r" in whole or "\0" in whole):
        return [part.strip() for part in whole.split(";")]
    if card.old and is_wide(line.head):
        return [part.strip() for part in whole.split(";")]
    return [unescape(part, old=card.old, part=True).strip() for part in split(whole, ";")]


def _encoded_parts(card: Card, line: Line) -> list[str]:
    """A semicolon that is itself encoded (=3B) parts nothing, so the parts are cut before decoding."""
    wide = card.old and is_wide(line.head)
    found = []
    for part in split(line.value.decode("latin-1"), ";"):
        text = letters(quopri.decodestring(part.encode("latin-1")), line.head.charset, card.fallback)
        found.append(
            (text if wide else unescape(text, old=card.old, part=True)).replace("\r\n", "\n").strip()
        )
    return found


def list_of(card: Card, line: Line) -> list[str]:
    """The items of a value that is a list, such as CATEGORIES, without empty ones."""
    items = split(card.text(line), ",")
    return [item for part in items if (item := unescape(part, old=card.old, part=True).strip())]


def escape(text: str) -> str:
    """The text as versions 3.0 and 4.0 write it; no line end can come out of it."""
    text = _ENDS.sub("\n", text.replace("\0", ""))
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
