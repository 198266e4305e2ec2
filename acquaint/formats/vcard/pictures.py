"""Pictures in cards: bytes and what they are by their first bytes; nothing is unpacked, nothing fetched."""

from __future__ import annotations

import base64
from typing import Final
from urllib.parse import unquote_to_bytes

from acquaint.formats.bare_pictures import bare
from acquaint.formats.particulars import Picture
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.charsets import unbase64
from acquaint.formats.vcard.heads import Head, colon_of
from acquaint.formats.vcard.lexing import Line
from acquaint.formats.vcard.values import unescape

_MAGIC: Final = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}
_PICTURED: Final = frozenset({"PHOTO", "LOGO"})
_FOLD: Final = 74
_BASE64_STARTS: Final = (b"/9j/", b"iVBORw0KGgo", b"R0lGOD", b"UklGR")


def picture(value: bytes, head: Head) -> Picture | None:
    """What a PHOTO line holds: base64 as every version wrote it, a `data:` address, or where it lies."""
    value = value.strip()
    if value[:5].lower() == b"data:":
        return _from_data(value)
    if head.encoding == "base64" and head.value != "uri":
        return _of(unbase64(value))
    if value.startswith(_BASE64_STARTS):  # the word that says so was lost
        return _of(unbase64(value))
    uri = unescape(value.decode("utf-8", "replace")).strip()
    return Picture(uri=uri) if uri else None


def _from_data(value: bytes) -> Picture | None:
    """`data:image/png;base64,…`; some writers escape its semicolon and its comma."""
    said, _comma, data = value[5:].replace(b"\\,", b",").replace(b"\\;", b";").partition(b",")
    if b";base64" in said.lower():
        return _of(unbase64(data))
    return _of(unquote_to_bytes(data))


def _of(data: bytes) -> Picture | None:
    return Picture(mime_of(data), data) if data else None


def mime_of(data: bytes) -> str:
    """What the first bytes say, whatever a card claims; "" where they say nothing known."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for magic, mime in _MAGIC.items() if data.startswith(magic)), "")


def discreet(card: Card) -> Card:
    """The card with pictures that do not tell where they were taken; the same card if none of them did.

    A line whose picture is damaged and may still tell it is left out.
    """
    lines: list[Line] = []
    for line in card.lines:
        found = picture(line.value, line.head) if line.head.name in _PICTURED and line.value else None
        kept = bare(found.data) if found is not None else b""
        if found is None or kept == found.data:
            lines.append(line)
        elif kept:
            lines.append(_with(line, found.mime, kept))
    return (
        card
        if len(lines) == len(card.lines) and all(map(_is, lines, card.lines))
        else Card(tuple(lines), whole=card.whole)
    )


def _is(one: Line, other: Line) -> bool:
    return one is other


def _with(line: Line, mime: str, data: bytes) -> Line:
    """The line with another picture: its head as it stood, folded as every version reads it."""
    at = colon_of(line.raw)
    is_address = line.value.strip()[:5].lower() == b"data:"
    before = f"data:{mime};base64,".encode() if is_address else b""
    written = base64.b64encode(data)
    folds = [written[start : start + _FOLD] for start in range(0, len(written), _FOLD)]
    ends = line.raw[len(line.raw.rstrip(b"\r\n")) :] or b"\r\n"  # of old cards with an empty line behind
    raw = line.raw[: at + 1] + before + b"\r\n " + b"\r\n ".join(folds) + ends
    return Line(raw, line.head, before + written, line.number)
