"""Which given names people use for one another: Bill and William, Sasha and Aleksandr, Paco and Francisco."""

from __future__ import annotations

from functools import cache

from acquaint.text.words.nicknames import GROUPS, OTHERS

_NONE: frozenset[int] = frozenset()


@cache
def _table() -> dict[str, frozenset[int]]:
    """From each name to the numbers of its groups; the table is built when first asked for."""
    # A name alone in the word is kept whole ("maria-teresa" is how one writes a double name there).
    from acquaint.text.scripts import latin

    found: dict[str, set[int]] = {}
    for number, group in enumerate(GROUPS):
        for name in group:
            found.setdefault(latin(name).replace("-", ""), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def groups(name: str) -> frozenset[int]:
    """The groups that a given name (as `scripts.latin` writes it) belongs to; none for an unknown one."""
    return _table().get(name, _NONE)


def is_given(name: str) -> bool:
    """Whether a word (as `scripts.latin` writes it) is known as a given name."""
    return name in _table() or name in OTHERS


def full(name: str) -> tuple[str, ...]:
    """The full names that a short form may stand for, in a fixed order; the name itself if none is known."""
    return tuple(sorted({GROUPS[number][0] for number in groups(name)})) or (name,)


def same(one: str, other: str) -> bool:
    """Whether two given names (as `scripts.latin` writes them) are commonly used for the same person."""
    return one == other or not groups(one).isdisjoint(groups(other))
