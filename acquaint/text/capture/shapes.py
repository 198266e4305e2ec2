"""The pieces that the patterns of capture lines are built from: letters, names, stand-ins for marked spans.

Before any pattern is tried, every marked span (`@person`, `#organization`, a quotation) is covered by private
signs of the same length: patterns meet whole mentions, and spans stay those of the raw line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from acquaint.text.words import en, en_lines

PERSON: Final = "\ue000"
ORG: Final = "\ue001"
TOPIC: Final = "\ue002"
QUOTE: Final = "\ue003"
FEEL: Final = "\ue004"
OPAQUE: Final = "\ue005"
STAND_INS: Final = f"[{PERSON}-{OPAQUE}]"


def any_of(words: Iterable[str]) -> str:
    """One of the words, whatever their case, the longest first, with any white space between theirs."""
    longest = sorted(words, key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest) + ")"


class _Outline(dict[int, int]):
    """Each letter beyond ASCII as one of two that stand for all: a small one, or one that begins a name."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        kind = unicodedata.category(char) if code > LAST_ASCII else ""
        if kind in {"Mn", "Mc"} or char in "\u200c\u200d":
            outline = ord(SMALL)
        elif char.isalpha() and kind:
            outline = ord(SMALL if char.islower() and code not in GEORGIAN else BIG)
        else:
            outline = code
        self[code] = outline
        return outline


LAST_ASCII: Final = 0x7F
GEORGIAN: Final = range(0x10A0, 0x1100)  # its small letters are the ordinary ones, in names too
SMALL, BIG = "ƿ", "Ƿ"
_OUTLINES: Final = _Outline()


def outline(text: str) -> str:
    """The text with foreign letters and their marks outlined, sign for sign: patterns need only ASCII."""
    return text if text.isascii() else text.translate(_OUTLINES)


_BIG: Final = f"[A-Z{BIG}]"
_LETTER: Final = r"\w"
_SPACE: Final = r"[ \t\u00a0]+"
_BREAK: Final = rf"(?!{_LETTER})"
_REST: Final = rf"(?:{_LETTER}|(?!['’](?:s|ll|d|re|ve)(?!\w))['’\-](?={_LETTER}))*"
_WORD: Final = rf"(?:(?:{_BIG}\.)+(?=\s*{_BIG})|{_BIG}{_REST})"
_TITLE: Final = rf"(?:(?:{'|'.join(en_lines.TITLES)}){_BREAK}\.?{_SPACE})?"
_NO_NAME: Final = rf"(?:(?:{'|'.join(en_lines.NO_NAME)}){_BREAK}|{any_of(en.MONTHS)}\.?\s+\d)"
_NO_FIRST: Final = rf"(?:(?:{'|'.join((*en_lines.NO_NAME, *en_lines.NO_FIRST_NAME))}){_BREAK})"
_PARTICLES: Final = rf"(?:(?:{'|'.join(sorted(en_lines.PARTICLES, key=len, reverse=True))}){_SPACE}){{0,2}}"
_FURTHER: Final = rf"{_SPACE}{_PARTICLES}(?!{_NO_NAME})(?:d['’])?{_WORD}"
_FIRM_WORD: Final = rf"(?:{_BIG}|\d)(?:{_LETTER}|(?!['’](?:s|ll|d|re|ve)(?!\w))['’.&\-](?={_LETTER}))*"
_FIRM_PARTICLES: Final = "|".join(sorted(en_lines.FIRM_PARTICLES, key=len, reverse=True))

# Up to four capitalised words, particles between them not counted.
MARKED_NAME: Final = rf"{_TITLE}{_WORD}(?:{_FURTHER}){{0,3}}"
NAME: Final = rf"{_TITLE}(?!{_NO_FIRST}){_WORD}(?:{_FURTHER}){{0,3}}"
LONG_NAME: Final = rf"(?:{_TITLE}(?!{_NO_FIRST}){_WORD}(?:{_FURTHER}){{1,3}})"
# One word that begins with a letter, or the ten signs of an id.
ALIAS: Final = rf"(?:[a-z0-9]{{10}}(?!\w)|[^\W\d_](?:{_LETTER}|[.\-](?={_LETTER}))*)"
FIRM: Final = (
    rf"(?=[\d]*{_BIG})(?!{_NO_NAME}){_FIRM_WORD}"
    rf"(?:{_SPACE}(?:(?:{_FIRM_PARTICLES}){_SPACE})?(?!{_NO_NAME}){_FIRM_WORD}){{0,4}}"
)
# Without a mark a firm is one word, or known by its last ("Example Labs").
FIRM_SAID: Final = (
    rf"(?!{_NO_FIRST})(?:{_FIRM_WORD}(?=\s+(?i:is|are)\s)"
    rf"|{_FIRM_WORD}(?:{_SPACE}{_FIRM_WORD}){{0,3}}{_SPACE}{any_of(en_lines.FIRM_WORDS)}\b)"
)
# A place may hold numbers behind its first word ("PyCon 2026").
PLACE_NAME: Final = (
    rf"(?!{_NO_NAME})(?=[\d]*{_BIG}){_FIRM_WORD}(?:{_SPACE}(?:(?:{_FIRM_PARTICLES}){_SPACE})?"
    rf"(?!{_NO_NAME}){_FIRM_WORD}){{0,4}}"
)
# What may follow a name that carries no mark.
AFTER: Final = (
    rf"(?=\s*(?:$|[,;:.!?()&/<>–—\n]|{STAND_INS})|['’]s(?!\w)|['’](?:ll|d)(?!\w)|\s+-\s"
    rf"|\s+{any_of(en_lines.AFTER_NAMES)}(?!\w)|\s+\d)"
)
# Possessive quantifiers: a mention is met whole or not at all.
ADVERBS: Final = rf"(?:{any_of(en_lines.ADVERBS)}\s+)*"
MENTION: Final = rf"{PERSON}++"
FIRM_MENTION: Final = rf"{ORG}++"
ME: Final = r"(?:(?i:I|we)(?:['’](?i:ve))?\s+(?:(?i:have|just|also|finally|then)\s+)?)?"
SUBJECT: Final = rf"(?P<subject>{MENTION}|{any_of(en_lines.SUBJECTS)}(?!\w)|{NAME})"
WHOM: Final = rf"(?:{MENTION}|{any_of(en_lines.OBJECTS)}(?!\w)|{NAME}{AFTER})"
