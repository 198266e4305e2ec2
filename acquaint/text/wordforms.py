"""The same word in another form (nurse, nursing), and a slip of the hand where nothing else is meant by it.

Endings are those of English, where titles and skills are mostly written; what begins alike and ends in two of
them is one word. Other languages are matched whole, and by slips.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from acquaint.text.names import normalise

WHOLE, FORM, SLIP = 1.0, 0.9, 0.8  # how much of a word is meant by another
# Endings after a stem of four signs, and those that need five: a carer and a career begin alike too.
SHORT, LONG = 4, 5
INFLECTED = frozenset(("", "e", "es", "ed", "s", "ing", "ings"))
DERIVED = INFLECTED | frozenset(
    (
        *("er", "ers", "or", "ors", "ion", "ions", "ment", "ments", "ement", "ant", "ants", "ive", "al"),
        *("y", "ies", "ist", "ists", "ic", "ics", "ical", "ian", "ians"),
        *("st", "sts", "sis", "tic", "tics", "tical", "ze", "zes", "zing", "se", "sing"),
    )
)
EMPTY = frozenset(
    (
        *("a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "in"),
        *("is", "it", "of", "on", "or", "our", "someone", "somebody", "that", "the", "to", "who", "whom"),
        *("with", "would", "know", "knows", "speak", "speaks", "speaking"),
    )
)
SLIPPED = 5  # signs under which a slip makes another word
TWO_SLIPS = 9
_WORD = re.compile(r"[^\W_]+[+#]*")


def words(text: str) -> list[str]:
    """The words of a text that say something, folded; each once, in order."""
    found = dict.fromkeys(_WORD.findall(normalise(text)))
    return [word for word in found if word not in EMPTY] or list(found)


def is_form(one: str, other: str) -> bool:
    """Whether two folded words are forms of one."""
    stem = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    stem = min(len(one), len(other)) if stem is None else stem
    return any(
        one[cut:] in endings and other[cut:] in endings
        for least, endings in ((SHORT, INFLECTED), (LONG, DERIVED))
        for cut in range(least, stem + 1)
    )


def meant(wanted: Iterable[str], known: Collection[str]) -> list[dict[str, float]]:
    """For each wanted word the known ones that it means, and how much of it each is worth.

    A slip of the hand is read kindly only where no known word is the wanted one or a form of it.
    """
    found = []
    for word in wanted:
        forms = {one: FORM for one in known if one[:SHORT] == word[:SHORT] and is_form(word, one)}
        if word in known:
            forms[word] = WHOLE
        found.append(forms or dict.fromkeys(_slips(word, known), SLIP))
    return found


def share(text: str, wanted: Collection[dict[str, float]]) -> float:
    """How much of what is wanted stands in a text, 0 to 1 (`wanted` as from `meant`)."""
    if not wanted:
        return 0.0
    said = words(text)
    return sum(max((forms.get(word, 0.0) for word in said), default=0.0) for forms in wanted) / len(wanted)


def _slips(word: str, known: Collection[str]) -> list[str]:
    """The known words that one slip makes of this one, or two in a long word; the nearest only."""
    if len(word) < SLIPPED:
        return []
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 2 if len(word) >= TWO_SLIPS else 1
    near = extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    nearest = min((distance for _one, distance, _at in near), default=0)
    return [one for one, distance, _at in near if distance == nearest and len(one) >= SLIPPED]
