"""Which letters the bytes of a card are: what it declares, else UTF-8, else a guess, which is told.

A CHARSET that any line of the card declares, or a language that it names, says more than statistics over
forty bytes: those were measured to take German for Czech and Hebrew for Cyrillic.
"""

from __future__ import annotations

import binascii
import codecs
import quopri
import string
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from acquaint.formats.vcard.heads import Head

WESTERN: Final = "cp1252"
_BY_LANGUAGE: Final = {
    **dict.fromkeys(("ru", "uk", "bg", "be", "sr", "mk"), "cp1251"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro", "bs"), "cp1250"),
    **dict.fromkeys(("et", "lv", "lt"), "cp1257"),
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "ar": "cp1256",
    "ja": "shift_jis",
    "ko": "cp949",
    "zh": "gb18030",
    "th": "cp874",
}
_NOT_BASE64: Final = bytes(set(range(256)) - set(string.ascii_letters.encode() + b"0123456789+/"))
_WHOLE_FOR_ONE_TORN: Final = 8
_WIDE: Final = frozenset({"shift_jis", "cp932", "gb2312", "gbk", "gb18030", "big5", "cp949", "euc_kr"})


@lru_cache(maxsize=64)
def codec(declared: str) -> str:
    """The codec that a CHARSET names, "" where there is none of that name."""
    try:
        found = codecs.lookup(declared.strip().strip('"'))
    except (LookupError, ValueError):
        return ""
    if not getattr(found, "_is_text_encoding", True):
        return ""
    name = found.name.replace("-", "_")
    return {"iso8859_1": WESTERN, "latin_1": WESTERN, "ascii": "", "shift_jis": "cp932"}.get(name, name)


def guess(heads: Iterable[Head], raw: bytes) -> str:
    """The encoding of a card's text that is not UTF-8 and is declared nowhere near."""
    languages: list[str] = []
    for head in heads:
        if head.charset and (name := codec(head.charset)) and name != "utf_8" and _fits(raw, name):
            return name
        if language := head.param("LANGUAGE"):
            languages.append(language.lower().partition("-")[0])
    by_language = (_BY_LANGUAGE[language] for language in languages if language in _BY_LANGUAGE)
    return next((name for name in by_language if _fits(raw, name)), WESTERN)


def _fits(raw: bytes, name: str) -> bool:
    try:
        raw.decode(name)
    except (UnicodeError, LookupError):
        return False
    return True


def decode(value: bytes, head: Head, fallback: Callable[[], str]) -> str:
    """The value of a line as text: its transfer encoding undone, then its letters read."""
    if head.encoding == "qp":
        value = quopri.decodestring(value)
    elif head.encoding == "base64":
        value = unbase64(value)
    return letters(value, head.charset, fallback)


def letters(value: bytes, declared: str, fallback: Callable[[], str]) -> str:
    """Bytes as text; a declared encoding wins if there is one of that name and the bytes keep to it."""
    for name in (codec(declared) if declared else "", "utf_8"):
        if name:
            try:
                return value.decode(name)
            except (UnicodeError, LookupError):
                pass
    return torn(value) or value.decode(fallback(), "replace")


def torn(value: bytes) -> str:
    """UTF-8 of which a letter was cut in half, as a telephone cuts long values; "" if something else."""
    text = value.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(not letter.isascii() for letter in text) - lost
    return text if whole >= _WHOLE_FOR_ONE_TORN * lost else ""


def is_wide(head: Head) -> bool:
    """Whether a backslash among the bytes may be half of a letter."""
    return codec(head.charset) in _WIDE if head.charset else False


def unbase64(value: bytes) -> bytes:
    """What base64 holds, whatever stands between its letters and with or without its padding."""
    letters_only = value.translate(None, _NOT_BASE64)
    if len(letters_only) % 4 == 1:  # one letter too many carries no byte
        letters_only = letters_only[:-1]
    return binascii.a2b_base64(letters_only + b"=" * (-len(letters_only) % 4))
