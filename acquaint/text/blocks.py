"""Where to look for the same person: the keys of an entry. A pair that shares none is not compared.

Keys that everybody would share find nothing. So a way of writing a name that only a few have (an initial, an
account in one word, a slip of the hand) is a key of the full names too, but only as somebody here is written
that way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from acquaint.text import likeness, nicknames
from acquaint.text.entries import DAY, Prepared
from acquaint.text.likeness import Form

_SLIPS_OF_ONE: Final = 60  # words that one letter less makes equal: more are a way of forming names
_HALF: Final = 5  # letters at either end of a long word that two slips leave as they are
_LONG: Final = 2 * _HALF


def keys(
    entries: Sequence[Prepared], words: Mapping[str, int], large: Collection[str]
) -> Iterator[frozenset[str]]:
    """For each entry its keys.

    `words` tells how many entries bear each word of all the names, `large` are the organizations of so many
    that sharing one is no reason to look.
    """
    forms = [form for entry in entries for form in entry.forms]
    here = _Written(
        words,
        {form.joined for form in forms if len(form.parts) == 1},
        {key for entry in entries for form in entry.forms for key in _brief(entry, form, large)},
        _slips(words),
        large,
    )
    return (frozenset(_keys(entry, here)) for entry in entries)


@dataclass(frozen=True, slots=True)
class _Written:
    """How people are written here: all words, single words, keys of the brief, slips, and the large firms."""

    words: Collection[str]
    single: Collection[str]
    brief: Collection[str]
    slips: Mapping[str, Sequence[str]]
    large: Collection[str]


def _slips(words: Mapping[str, int]) -> dict[str, list[str]]:
    """For each word the keys of the others that are the same with one letter less, or of one letter less."""
    first: dict[int, str] = {}
    near: dict[int, set[str]] = {}  # only of those that do not stand alone, as most do
    for word in words:
        if len(word) >= likeness.TYPO_FROM:
            for less in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                before = first.setdefault(hash(less), word)
                if before is not word:
                    near.setdefault(hash(less), {before}).add(word)
    found: dict[str, list[str]] = defaultdict(list)
    for some in near.values():
        if 1 < len(some) <= _SLIPS_OF_ONE:
            for one, other in combinations(sorted(some), 2):
                if likeness.slip(one, other, words.__getitem__):
                    found[one].append(key := f"{one}~{other}")
                    found[other].append(key)
    return found


def _keys(entry: Prepared, here: _Written) -> Iterator[str]:
    known = entry.known
    yield from (f"e:{address}" for address in known.emails)
    yield from (f"p:{number}" for number in entry.tails)
    yield from (f"u:{page}" for page in entry.profiles)
    yield from (f"l:{local}" for local in entry.locals if local not in here.words)
    around = [f"|o:{firm}" for firm in entry.organizations if firm not in here.large]
    around += _around(entry)
    crowds = [f"|o:{firm}" for firm in entry.organizations if firm in here.large]
    for form in entry.forms:
        yield f"n:{form.key}"
        yield f"j:{form.joined}"
        if form.family_first:
            yield f"j:{''.join((*form.parts[1:], form.parts[0]))}"
        yield from (f"a:{account}" for account in likeness.accounts(form.parts) if account in here.single)
        roots = [_roots(part, sound) for part, sound in zip(form.parts, form.sounds, strict=True)]
        yield from _pairs(form, roots, here.slips)
        yield from (key for key in _firsts(form, roots) if key in here.brief)
        long = [
            f"c:{root}" for part, some in zip(form.parts, roots, strict=True) if part[1:] for root in some
        ]
        yield from (root + what for root in long for what in around)
        yield from (key for root in long for crowd in crowds if (key := root + crowd) in here.brief)


def _pairs(form: Form, roots: Sequence[Iterable[str]], slips: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every word with what the others may be short for, or may be with a slip of the hand."""
    parts = form.parts
    if len(parts) == 1:
        yield f"a:{form.joined}"
    for i, sound in enumerate(form.sounds):
        if len(parts[i]) == 1:
            continue
        for j, part in enumerate(parts):
            if i == j:
                continue
            yield from (f"r:{sound}|{root}" for root in roots[j])
            yield from (f"s:{sound}|{slip}" for slip in slips.get(part, ()))
            if len(part) >= _LONG:
                yield f"s:{sound}|{part[:_HALF]}.."
                yield f"s:{sound}|..{part[-_HALF:]}"


def _firsts(form: Form, roots: Sequence[Iterable[str]]) -> Iterator[str]:
    """Every word with the first letters of the others, of what they may be short for too."""
    for i, sound in enumerate(form.sounds):
        if len(form.parts[i]) > 1:
            for j, other in enumerate(form.sounds):
                if i != j:
                    letters = {other[0], form.parts[j][0], *(root[0] for root in roots[j])}
                    yield from (f"w:{sound}|{letter}" for letter in letters)


def _brief(entry: Prepared, form: Form, large: Collection[str]) -> Iterator[str]:
    """How those who are called by an initial, or by one name at a large firm, would be looked up."""
    parts = form.parts
    if len(parts) == 1:
        crowds = [firm for firm in entry.organizations if firm in large]
        yield from (f"c:{root}|o:{firm}" for root in _roots(parts[0], form.sounds[0]) for firm in crowds)
    elif letters := [part for part in parts if not part[1:]]:
        long = [sound for part, sound in zip(parts, form.sounds, strict=True) if part[1:]]
        yield from (f"w:{sound}|{letter}" for sound in long for letter in letters)


def _roots(part: str, sound: str) -> tuple[str, ...]:
    """The full names that a word may stand for, else how it sounds."""
    return nicknames.full(part) if nicknames.groups(part) else (sound,)


def _around(entry: Prepared) -> Iterator[str]:
    """Where a given name may turn up again with another family name, but for where they work."""
    yield from (f"|k:{friend}" for friend in entry.known.contacts)
    yield from (f"|k:{other}" for other in entry.known.company)
    yield from (f"|t:{town}" for town in entry.places)
    if len(entry.known.birthday) >= DAY:
        yield f"|b:{entry.known.birthday[-5:]}"
