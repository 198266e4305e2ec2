"""Words of a head as people read them: raw bytes of any charset, and encoded words (RFC 2047, RFC 2231 §5).

A charset that nobody knows is read as UTF-8 with marks for what is not: no letter is lost for its label.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN: Final = re.compile(r"(\?=)[ \t\r\n]+(?==\?[^?\s]+\?[bBqQ]\?)")
# What mailers write and what it holds; labels of one byte a letter are read as the wider Windows page.
_MEANT: Final = {
    "us-ascii": "utf-8", "ascii": "utf-8", "unknown-8bit": "utf-8", "x-unknown": "utf-8", "default": "utf-8",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949", "x-sjis": "cp932", "shift_jis": "cp932", "x-gbk": "gb18030", "cp-850": "cp850",
}  # fmt: skip
_NO_CHARSET: Final = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})


@lru_cache(maxsize=256)
def charset(label: str) -> str:
    """The name of the codec for a label; UTF-8 for one that is no charset."""
    name = label.strip().strip("\"'").lower()
    name = _MEANT.get(name, name)
    try:
        found = codecs.lookup(name).name.replace("-", "_")
        b"x".decode(name)  # a codec that is none of text says so only when it is used
    except UnicodeError:
        pass  # a charset of more than one byte
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if found in _NO_CHARSET else name


def text_of(data: bytes, label: str = "utf-8") -> str:
    """The bytes as text of that charset, else as UTF-8, with marks for what is neither; NUL is dropped."""
    name = charset(label)
    try:
        return data.decode(name).replace("\0", "")
    except UnicodeError:
        return _guessed(data).replace("\0", "")


def _guessed(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def head_text(head: bytes) -> str:
    """A head as text: UTF-8, and line by line Windows-1252 where it is not."""
    try:
        return head.decode()
    except UnicodeDecodeError:
        return "\n".join(_guessed(line) for line in head.split(b"\n"))


def words(text: str) -> str:
    """The text with encoded words decoded, on one line and without controls."""
    if "=?" in text:
        text = _decoded(text)
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _decoded(text: str) -> str:
    out: list[str] = []
    held, label = b"", ""  # bytes of neighbours of one charset: some cut a letter in two
    at = 0
    text = _BETWEEN.sub(r"\1", text)
    for found in _WORD.finditer(text):
        data = _bytes(found[2], found[3])
        if data is None:
            continue
        if found.start() > at or found[1].lower() != label:
            out += [text_of(held, label)] if held else []
            held = b""
        out.append(text[at : found.start()])
        held, label, at = held + data, found[1].lower(), found.end()
    out += [text_of(held, label)] if held else []
    return "".join((*out, text[at:]))


def _bytes(way: str, packed: str) -> bytes | None:
    """What an encoded word holds, None if it is damaged."""
    raw = packed.encode("utf-8", "replace")
    if way in "qQ":
        return quopri.decodestring(raw.replace(b" ", b"_"), header=True)
    raw = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    try:
        return base64.b64decode(raw[: len(raw) // 4 * 4 + (len(raw) % 4 if len(raw) % 4 > 1 else 0)] + b"==")
    except (binascii.Error, ValueError):
        return None
