"""Words of any script in Latin letters, for matching only: what two clerks would both recognise, never shown.

This is no romanisation standard. Names come through passports, keyboards and ears; `latin` gives one plain
spelling and `sound` folds the spellings that different clerks choose (Yuri, Iurii; Chaikovsky, Tschaikowski).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from acquaint.text import names
from acquaint.text.words.letters import HAN, HANGUL_FAMILIES, LETTERS

_NAMED: Final = re.compile(
    r"^(?:HIRAGANA|KATAKANA) LETTER (?:SMALL )?(?P<kana>\w+)$|^HANGUL SYLLABLE (?P<hangul>\w+)$"
    r"|^ETHIOPIC SYLLABLE (?P<ethiopic>\w+)$"
)
# Indic scripts share one plan: consonants carry an "a" that a vowel sign or a virama takes away.
_INDIC: Final = re.compile(
    r"^(?:DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|TAMIL|TELUGU|KANNADA|MALAYALAM|SINHALA) "
    r"(?P<what>LETTER|VOWEL SIGN|SIGN) (?P<name>\w+)(?: \w+)*$"
)
_KOREAN: Final = re.compile(rf"\b([{''.join(HANGUL_FAMILIES)}])\s*(?=[\uac00-\ud7a3]{{1,2}}\b)")
_INHERENT: Final = "\ue000"  # a private sign: the "a" that a consonant carries until something takes it away
# Greek writes some sounds with two letters.
_GREEK: Final = (("ου", "u"), ("μπ", "b"), ("γγ", "ng"), ("γκ", "gk"), ("αυ", "av"), ("ευ", "ev"))
_VOWELS: Final = frozenset(["A", "AA", "I", "II", "U", "UU", "E", "EE", "AI", "O", "OO", "AU"])


def latin(text: str) -> str:
    """The text as a match key in Latin letters as far as the scripts are known; other signs stay."""
    key = names.normalise(text)
    return key if key.isascii() else _spelled(key)


@lru_cache(maxsize=65_536)
def _spelled(key: str) -> str:
    for pair, said in _GREEK:
        key = key.replace(pair, said)
    whole = _KOREAN.sub(lambda hit: f"{HANGUL_FAMILIES[hit[1]]} ", unicodedata.normalize("NFC", key))
    spelled = "".join(map(_letter, whole))
    carried = re.sub(_INHERENT + r"(?:~|(?=\s|$))", "", spelled)
    return unicodedata.normalize("NFC", " ".join(carried.replace(_INHERENT, "a").replace("~", "").split()))


def _letter(char: str) -> str:
    """One sign in Latin letters; a Han sign is a word of its own."""
    if char.isascii():
        return char
    if char in HAN:
        return f" {HAN[char]} "
    return LETTERS[char] if char in LETTERS else _by_name(char)


@lru_cache(maxsize=4096)
def _by_name(char: str) -> str:
    """What Unicode's own name of the sign says it sounds like; the sign itself where it says nothing.

    A "~" before a vowel takes the carried "a" of the consonant before it away.
    """
    name = unicodedata.name(char, "")
    found = _NAMED.match(name)
    if found:
        return next(part for part in found.groups() if part).lower()
    indic = _INDIC.match(name)
    if not indic:
        return char
    said = indic["name"]
    if indic["what"] == "SIGN":
        return {"VIRAMA": "~", "ANUSVARA": "n", "CANDRABINDU": "n"}.get(said, "")
    if indic["what"] == "VOWEL SIGN":
        return "~" + _short(said)
    return _short(said) if said in _VOWELS else said.lower().removesuffix("a") + _INHERENT


def _short(vowel: str) -> str:
    return {"AA": "a", "II": "i", "UU": "u", "EE": "e", "OO": "o"}.get(vowel, vowel.lower())


# In order: what stands earlier is folded first.
_FOLDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("[^a-z]", ""),
        ("shch|schtsch|stsch", "s"),
        ("tsch|tch|tsh|dsch|dzh|cz", "c"),
        ("sch|sh|sz|zh", "s"),
        ("ch(?=[aeiouy]|$)", "c"),
        ("kh|gh|ck|ch|q", "k"),
        ("^h(?=[aeiouy])", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("bh", "b"),
        ("ts|tz", "s"),
        ("x", "ks"),
        ("c(?=[ei])", "s"),
        ("w", "v"),
        ("ou|oo", "u"),
        ("ae", "a"),
        ("oe", "o"),
        ("ue", "u"),
        ("(?:ee|ij|iy|yj|yi|ii|ey|ei|ie|y|j)", "i"),
        ("ai", "ai"),
        ("ff$|v$", "f"),
        ("z", "s"),
        ("dg|dj", "g"),
        (r"(.)\1+", r"\1"),
        ("(?<=[a-z])h", ""),
        ("i(?=[aou])", ""),
        ("(?<=.)i+$", "i"),
    )
)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A coarse key of how a word in `latin` sounds; the word itself where nothing of it is a Latin letter."""
    folded = word
    for pattern, to in _FOLDS:
        folded = pattern.sub(to, folded)
    return folded or word
