"""How alike two names are: order, hyphens, particles, initials, nicknames, spellings, slips of the hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, get_args

from rapidfuzz.distance import OSA

from acquaint.text import names, nicknames, scripts
from acquaint.text.words.particles import FAMILY_FIRST, PARTICLES
from acquaint.text.words.titles import GENERATIONS

Level = Literal[
    "same", "nickname", "spelling", "part", "initial", "typo", "account", "single",
    "other_part", "other_family", "other_given", "generations", "different", "unknown",
]  # fmt: skip
Kind = Literal["exact", "nickname", "spelling", "typo", "initial"]
Fit = Literal["agrees", "changed", "clashes"]

AGREE: Final[frozenset[Level]] = frozenset(
    {"same", "nickname", "spelling", "part", "initial", "typo", "account", "single"}
)
_RANKS: Final[dict[Level, int]] = {level: place for place, level in enumerate(get_args(Level))}
_CHANGED: Final[frozenset[Level]] = frozenset({"other_part", "other_family", "unknown"})
_BY_KIND: Final[dict[Kind, Level]] = {
    "nickname": "nickname",
    "spelling": "spelling",
    "initial": "initial",
    "typo": "typo",
}
_KINDS: Final[tuple[Kind, ...]] = ("exact", "spelling", "nickname", "typo", "initial")  # the surest first
_EXACT, _SPELLING, _NICKNAME, _TYPO, _INITIAL = range(5)
_APOSTROPHES: Final = re.compile("['ʹʺ]")
_AT_A_HOST: Final = re.compile(r"(?<=\S)@[\w.-]+\.\w+$")
_LETTERS: Final = re.compile(r"\D+")
_WORDS: Final = re.compile(r"[^\s,.\-/()\"“”«»_|&+]+")
_PAIR: Final = 2  # a given and a family name
TYPO_FROM: Final = 4  # letters: in shorter words one slip makes another name (Jon, Ron)
_TWO_SLIPS_FROM: Final = 9
_JOINED_FROM: Final = 6


@dataclass(frozen=True, slots=True)
class Form:
    """A name made ready to be compared: its words in Latin letters in the order written, and what they are.

    `key` is the same in any order; `family_first` as in "Nguyen Van An" and "Reyes, Aoife"; `generation` is
    "jr", "sr", "iii" … or "".
    """

    key: str
    parts: tuple[str, ...]
    sounds: tuple[str, ...]
    joined: str
    family_first: bool
    generation: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, and the words (as the first of them writes them) in which they agree."""

    level: Level
    shared: tuple[str, ...] = ()
    initials: int = 0


def fit(level: Level) -> Fit:
    """Whether a level speaks for one person, for somebody who may have changed a name, or against."""
    if level in AGREE:
        return "agrees"
    return "changed" if level in _CHANGED else "clashes"


def rank(level: Level) -> int:
    """0 for the level that says most for one person, more for the others."""
    return _RANKS[level]


def read(name: str) -> Form:
    """A name made ready to be compared; a text without a word gives a form without parts.

    Where a mail program put an address for a name, its mailbox is the name: the host is nobody's.
    """
    called = _AT_A_HOST.sub("", name) if "@" in name else name
    bare = names.without_honorific(names.split_credentials(called)[0])
    written = _APOSTROPHES.sub("", _without_signs(scripts.latin(bare)))
    words = _WORDS.findall(written)
    generation = words.pop() if len(words) > _PAIR and words[-1] in GENERATIONS else ""
    kept = tuple(_glued(word) for place, word in enumerate(words) if not _is_particle(words, place))
    family_first = "," in written or bool(kept and kept[0] in FAMILY_FIRST)
    return Form(
        " ".join(sorted(kept)),
        kept,
        tuple(map(scripts.sound, kept)),
        "".join(kept),
        family_first,
        {"junior": "jr", "senior": "sr"}.get(generation, generation),
    )


def _without_signs(text: str) -> str:
    """The text without emoji and other decoration."""
    if text.isascii():
        return text
    return "".join(char if char.isascii() or unicodedata.category(char)[0] in "LMN" else " " for char in text)


def _is_particle(words: list[str], place: int) -> bool:
    """Whether a word may be left out: never the last, no initial in front, no family name such as "Le"."""
    word = words[place]
    first = place == 0 and (len(word) == 1 or word in FAMILY_FIRST)
    return word in PARTICLES and not first and place < len(words) - 1


def _glued(word: str) -> str:
    """A word without the particle that some write onto it ("alhassan", "elhassan" beside "al-Hassan")."""
    for particle in ("al", "el"):
        if word.startswith(particle) and len(word) > _JOINED_FROM and word[2:3] not in "eioux":
            return word[2:] if word[2:] and not nicknames.groups(word) else word
    return word


def compare(one: Form, other: Form, usual: Callable[[str], int] | None = None) -> Likeness:
    """How alike two names are. Symmetric in the level.

    `usual` tells how many people of the book bear a word: two words that both occur often are two names,
    not one with a slip of the hand.
    """
    if not one.parts or not other.parts:
        return Likeness("unknown")
    if one.generation and other.generation and one.generation != other.generation:
        return Likeness("generations")
    if one.key == other.key:
        return Likeness("same", one.parts)
    if (len(one.parts), one.parts) > (len(other.parts), other.parts):
        one, other = other, one
    if len(one.parts) == 1 and _is_account(one.joined, other):
        return Likeness("account", other.parts)
    if len(one.parts) + 1 == len(other.parts) and (level := _in_one_word(one, other)):
        return Likeness(level, one.parts)
    pairs = _matched(one, other, usual)
    return _level(one, other, pairs)


def _in_one_word(one: Form, other: Form) -> Level | None:
    """How alike they are if two words of the other are one of the one ("Wang Xiao Ming", "Xiaoming Wang")."""
    starts = {part[0] for part in one.parts}
    for place, (a, b) in enumerate(pairwise(other.parts)):
        if a[0] in starts and len(a + b) >= TYPO_FROM:
            rest = (*other.parts[:place], *other.parts[place + 2 :])
            if sorted((a + b, *rest)) == sorted(one.parts):
                return "same"
            if sorted(map(scripts.sound, (a + b, *rest))) == sorted(one.sounds):
                return "spelling"
    return None


def _matched(one: Form, other: Form, usual: Callable[[str], int] | None) -> dict[int, tuple[int, Kind]]:
    """Which word of the one is which of the other: the surest matches first, each word once."""
    found: dict[int, tuple[int, Kind]] = {}
    theirs = other.parts
    left, rest = list(range(len(theirs))), []
    for i, part in enumerate(one.parts):
        same = next((j for j in left if theirs[j] == part), None) if part in theirs else None
        if same is None:
            rest.append(i)
        else:
            found[i] = (same, "exact" if part[1:] else "initial")
            left.remove(same)
    likely = [(k, i, j) for i in rest for j in left if (k := _kind(one, i, other, j, usual))]
    for kind, i, j in sorted(likely) if len(likely) > 1 else likely:
        if i not in found and j in left:
            found[i] = (j, _KINDS[kind])
            left.remove(j)
    return found


def _kind(one: Form, i: int, other: Form, j: int, usual: Callable[[str], int] | None) -> int:
    """The place in _KINDS of how two different words match, 0 if they do not."""
    a, b = one.parts[i], other.parts[j]
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else 0
    mine = nicknames.groups(a)
    if mine and not mine.isdisjoint(nicknames.groups(b)):
        return _NICKNAME
    if one.sounds[i] == other.sounds[j] and not _two_names(a, b) and not _numbered_apart(a, b):
        return _SPELLING
    return _TYPO if slip(a, b, usual) else 0


def _two_names(a: str, b: str) -> bool:
    """Whether both are known given names: two that are not of one group are two names."""
    return nicknames.is_given(a) and nicknames.is_given(b)


def _numbered_apart(a: str, b: str) -> bool:
    """Whether a number tells two words apart ("room3", "room4"): it is heard, and no slip."""
    if a.isalpha() and b.isalpha():
        return False
    return _LETTERS.sub("", a) != _LETTERS.sub("", b)


def slip(a: str, b: str, usual: Callable[[str], int] | None) -> bool:
    """Whether one word is the other with a slip of the hand."""
    if _numbered_apart(a, b):
        return False
    short, long = sorted((len(a), len(b)))
    allowed = 2 if short >= _TWO_SLIPS_FROM else 1
    if (
        short < TYPO_FROM
        or long - short > allowed
        or OSA.distance(a, b, score_cutoff=allowed) > allowed
        or _two_names(a, b)
    ):
        return False
    return usual is None or min(usual(a), usual(b)) <= _PAIR


def _level(one: Form, other: Form, pairs: dict[int, tuple[int, Kind]]) -> Likeness:
    """The level of a matching; `one` has at most as many words as `other`."""
    if one.joined == other.joined:
        return Likeness("same", other.parts)
    strong = [i for i, (_j, kind) in pairs.items() if kind != "initial"]
    shared = tuple(one.parts[i] for i in strong)
    if len(pairs) < len(one.parts):
        return _partly(one, other, pairs, shared)
    if not strong:
        return Likeness("unknown")
    initials = len(pairs) - len(strong)
    worst = max((kind for _j, kind in pairs.values()), key=_KINDS.index)
    if len(one.parts) == 1 and len(other.parts) > 1:
        return Likeness("single", shared)
    level = _BY_KIND.get(worst, "part" if len(other.parts) > len(one.parts) else "same")
    return Likeness(level, shared, initials)


def _partly(one: Form, other: Form, pairs: dict[int, tuple[int, Kind]], shared: tuple[str, ...]) -> Likeness:
    """Some words of both have no partner: which of them differ decides."""
    if not pairs:
        alike = min(len(one.joined), len(other.joined)) >= _JOINED_FROM and (
            scripts.sound(one.joined) == scripts.sound(other.joined)
            and not _numbered_apart(one.joined, other.joined)
        )
        return Likeness("spelling", other.parts) if alike else Likeness("different")
    if len(shared) >= _PAIR:
        return Likeness("other_part", shared)
    if any(_is_given(one, i) and _is_given(other, j) for i, (j, _kind) in pairs.items()):
        return Likeness("other_family", shared)
    return Likeness("other_given", shared)


def _is_given(form: Form, place: int) -> bool:
    """Whether the word at that place is taken for a given name: the first, or the last after the family."""
    last = len(form.parts) - 1
    if form.family_first:
        return place == last
    return place == 0 or (place < last and bool(nicknames.groups(form.parts[place])))


def _is_account(word: str, form: Form) -> bool:
    """Whether a single word is how mail systems write the name: "areyes", "aoifereyes", "reyesa"."""
    return len(word) >= TYPO_FROM and word in accounts(form.parts)


def accounts(parts: Sequence[str]) -> frozenset[str]:
    """The ways in which mail systems write a name of two or more words as one."""
    if len(parts) < _PAIR:
        return frozenset()
    first, last = parts[0], parts[-1]
    return frozenset({first + last, first[0] + last, first + last[0], last + first, last + first[0]})
