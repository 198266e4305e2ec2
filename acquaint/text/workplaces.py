"""Whether two organizations or positions are the same, however long or short they are written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz.distance import JaroWinkler

from acquaint.text import scripts
from acquaint.text.words.firms import (
    EMPTY_WORDS,
    FREE_MAIL,
    LEGAL_FORMS,
    POSITION_WORDS,
    SAME_WORDS,
)

Level = Literal["same", "near", "other"]

_WORDS: Final = re.compile(r"[^\s,.\-/()\"'&+|:;]+")
_DOTTED: Final = re.compile(r"\b\w(?:\.\w)+\b")
_ALIKE: Final = 0.93
_ACRONYM: Final = range(2, 7)
_LABELS: Final = 2


def words_of(text: str) -> list[str]:
    """The words of a text in Latin letters, without the points of an abbreviation."""
    return _WORDS.findall(_DOTTED.sub(lambda hit: hit[0].replace(".", ""), scripts.latin(text)))


@lru_cache(maxsize=65_536)
def organization(name: str) -> str:
    """The key of an organization: no legal form, no accents, abbreviations written out."""
    words = words_of(name)
    told = [SAME_WORDS.get(word, word) for word in words if word not in LEGAL_FORMS]
    return " ".join(told or words)


@lru_cache(maxsize=65_536)
def position(title: str) -> frozenset[str]:
    """The words of a position that say something, abbreviations written out."""
    words = (POSITION_WORDS.get(word, word).split() for word in words_of(title))
    return frozenset(word for some in words for word in some if word not in EMPTY_WORDS)


def host(address: str) -> str:
    """Where an organization receives the mail of its people ("mail.acme.co.uk"); "" at a public post."""
    said = address.rpartition("@")[2]
    return "" if said in FREE_MAIL or "." not in said else said


@lru_cache(maxsize=65_536)
def domain(address: str) -> str:
    """The organization in an e-mail address ("acme" in "…@mail.acme.co.uk"); "" at a public post."""
    if not (said := host(address)):
        return ""
    labels = said.split(".")
    suffix = (
        2 if len(labels) > _LABELS and labels[-2] in {"co", "com", "org", "net", "ac", "edu", "gov"} else 1
    )
    return labels[-suffix - 1]


@lru_cache(maxsize=131_072)
def compare_organizations(one: str, other: str) -> Level:
    """Two keys of `organization` (or `domain`): same, near (one inside the other) or other. Symmetric."""
    if one == other:
        return "same"
    short, long = sorted((one, other), key=lambda key: (len(key), key))
    words, more = short.split(), long.split()
    if short.replace(" ", "") == long.replace(" ", "") or _is_acronym(short, more):
        return "same"
    if not words:
        return "other"
    if set(words) <= set(more) or set(more) <= set(words):
        return "near"
    # No shared first letter, hardly the same name: spares most of the measuring.
    return "near" if short[0] == long[0] and JaroWinkler.similarity(short, long) >= _ALIKE else "other"


def _is_acronym(short: str, words: list[str]) -> bool:
    return len(words) in _ACRONYM and len(short) == len(words) and short == "".join(w[0] for w in words)


@lru_cache(maxsize=131_072)
def compare_positions(one: frozenset[str], other: frozenset[str]) -> Level:
    """Two keys of `position`: same, near (half of the words shared) or other. Symmetric."""
    if one == other:
        return "same"
    return "near" if 2 * len(one & other) >= min(len(one), len(other)) and one & other else "other"
