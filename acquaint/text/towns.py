"""The town in a stated place or a postal address, in one spelling: what two entries can be compared by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from acquaint.text.words.firms import AROUND, TOWNS
from acquaint.text.words.lands import LANDS, STREETS
from acquaint.text.workplaces import words_of

_TOWN_OF: Final = {
    name.replace("-", " "): line.split()[0].replace("-", " ")
    for line in TOWNS.strip().splitlines()
    for name in line.split()
}
_PARTS: Final = re.compile(r"[\n;,]+")
_DIGIT: Final = re.compile(r"\d")
# Postal codes: of digits (with a letter of the country, in two groups), Dutch, British, Canadian.
_CODE: Final = (
    r"\d{4} ?[A-Z]{2}\b|(?:[A-Z]{1,3}-)?\d{4,6}(?:-\d{3,4})?|\d{3}[ -]\d{2,4}|\d{2}-\d{3}"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
)
_CODED: Final = re.compile(rf"(?:〒?(?:{_CODE})\b\s*(?P<after>\D*)|(?P<before>\D*?)\s*\b(?:{_CODE}))")
_REGION: Final = re.compile("[A-Z]{2,3}")
_STATED: Final = re.compile(
    r"^(?:location|place|office location|standort|emplacement|lieu|ubicación):[^\S\n]*(\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)


@lru_cache(maxsize=65_536)
def of(text: str) -> str:
    """The key of the town ("Greater Munich Area, Germany", "Ring 3, 80331 München": "munich"), or "".

    What is not certainly a town says nothing: a country, a street without a code behind it.
    """
    parts = [part for found in _PARTS.split(text) if (part := found.strip())]
    if not _DIGIT.search(text) and "\n" not in text:
        return next((town for part in parts[:1] if (town := _key(part))), "")
    return _beside_code(parts) or _without_code(parts)


def stated(notes: str) -> tuple[str, ...]:
    """Places that somebody's notes tell in a line of their own, as imports write them ("Location: …")."""
    return tuple(found.strip() for found in _STATED.findall(notes)) if ":" in notes else ()


def _beside_code(parts: list[str]) -> str:
    """The town that stands with a postal code, or before one; an address ends with it, or nearly."""
    for place in reversed(range(len(parts))):
        found = _CODED.fullmatch(parts[place])
        if not found:
            continue
        said = (found["after"] or found["before"] or "").strip()
        if said and not _REGION.fullmatch(said):
            if words_of(said)[-1:] and words_of(said)[-1] in STREETS:
                continue
            return _key(said)
        return next((_key(part) for part in reversed(parts[:place]) if not _DIGIT.search(part)), "")
    return ""


def _without_code(parts: list[str]) -> str:
    """The only part that can be a town, or the only one that is known as one."""
    able = [part for part in parts if not _DIGIT.search(part) and not _REGION.fullmatch(part)]
    towns = [town for part in able if (town := _key(part))]
    known = [town for town in towns if town in _TOWN_OF]
    found = towns if len(towns) == 1 else known
    return found[0] if len(found) == 1 else ""


def _key(part: str) -> str:
    """One spelling of a part of an address; "" for a country or a street."""
    words = words_of(part)
    while len(words) > 1 and len(words[-1]) == 1:  # the district behind: "København K"
        words.pop()
    told = " ".join(word for word in words if word not in AROUND) or " ".join(words)
    is_street = bool(words) and (words[-1] in STREETS or words[0] in STREETS)
    return "" if told in LANDS or is_street else _TOWN_OF.get(told, told)
