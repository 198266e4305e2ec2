"""In which code page the cells of a table stand whose headings are plain ASCII and say nothing of it.

Western letters are rare guests in their words. Where most words with such letters consist of them alone, the
bytes are another script: the one in which they make words, or the range in which its everyday signs stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

WESTERN: Final = "cp1252"
_RUN: Final = re.compile(r"[^\x00-\x7f]{3,}")  # no western word has three of them at a stretch
_ALPHABETS: Final = {"cp1251": ("CYRILLIC", "аеёиіїоуыэюяє"), "cp1253": ("GREEK", "αάεέηήιίϊοόυύϋωώ")}
_VOWELS: Final = 0.25  # of the letters of any language, at least
_DOUBLE: Final = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_MOSTLY: Final = 0.8


def code_page(data: bytes) -> str:
    """The code page under which these bytes, which are no UTF-8, are most likely words."""
    if not _is_foreign(data.decode(WESTERN, errors="replace")):
        return WESTERN
    if wide := _wide(data):
        return wide
    shares = {page: _vowels(data, page, *told) for page, told in _ALPHABETS.items()}
    best = max(shares, key=lambda page: shares[page])
    return best if shares[best] > _VOWELS else WESTERN


def _is_foreign(text: str) -> bool:
    """Whether what lies beyond ASCII is mostly signs that are no letters, or letters in long runs."""
    beyond = [one for one in text if not one.isascii()]
    signs = sum(not one.isalpha() for one in beyond)
    in_runs = sum(len(run) for run in _RUN.findall(text))
    return max(signs * 3, in_runs * 2) > len(beyond)


def _wide(data: bytes) -> str:
    """The page of two bytes a sign whose everyday range holds what is there, "" if none does."""
    for page, lead in (
        ("cp932", _leads(range(0x82, 0x84), range(0x88, 0x98))),
        ("cp949", _leads(range(0xB0, 0xC9))),
        ("gb18030", _leads(range(0xB0, 0xD8))),
        ("big5", _leads(range(0xA4, 0xC7))),
    ):
        if _decodes(data, page):
            pairs = [pair[0] for pair in _DOUBLE.findall(data)]
            if pairs and sum(one in lead for one in pairs) >= len(pairs) * _MOSTLY:
                return page
    return ""


def _leads(*ranges: Iterable[int]) -> frozenset[int]:
    return frozenset(one for each in ranges for one in each)


def _decodes(data: bytes, page: str) -> bool:
    try:
        data.decode(page)
    except UnicodeDecodeError:
        return False
    return True


def _vowels(data: bytes, page: str, script: str, vowels: str) -> float:
    """How many of the letters beyond ASCII are vowels, if all of them are of the script."""
    text = data.decode(page, errors="replace").casefold()
    found = [one for one in text if not one.isascii() and one.isalpha()]
    of_it = sum(unicodedata.name(one, "").startswith(script) for one in found)
    return sum(one in vowels for one in found) / len(found) if of_it > len(found) * _MOSTLY else 0.0
