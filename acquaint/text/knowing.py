"""How well two people are said to know each other, read from the words that were noted of it."""

from __future__ import annotations

import re
from typing import Literal

Knowing = Literal["well", "knows", "met"]

_WELL = re.compile(
    r"\b(well|close(ly)?|good|best|old|dear|friends?|famil(y|iar)|brothers?|sisters?|siblings?|cousins?"
    r"|mother|father|parents?|mum|mom|dad|son|daughter|child(ren)?|wife|husband|spouse|partners?|married"
    r"|uncle|aunt|flatmates?|room-?mates?|godmother|godfather|mentors?|years|boss|manager|reports? to|team)\b"
)
_MET = re.compile(
    r"\b(once|briefly|barely|hardly|slightly|met|heard of|in passing|acquaint\w*|not well|not really"
    r"|connected|online|follows?|introduced)\b"
)
_NOT_WELL = re.compile(r"\b(not|don'?t|doesn'?t|never|no longer)\b")


def knowing(words: str) -> Knowing:
    """Well, by name, or only met; "knows" where the words tell nothing more (and where there are none)."""
    said = words.lower().replace("’", "'")
    if _MET.search(said) or (_NOT_WELL.search(said) and _WELL.search(said)):
        return "met"
    return "well" if _WELL.search(said) else "knows"
