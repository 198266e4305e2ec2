"""The facts behind a finding that two entries may be one person, for whoever words it; never a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from acquaint.text import likeness, workplaces
from acquaint.text.entries import Prepared, tail

# What the entries of one kind are called in a Known, and the name of the fact.
_FIELDS = {
    "email": "emails",
    "phone": "phones",
    "profile": "profiles",
    "firm": "organizations",
    "position": "positions",
    "place": "places",
}
Facts = dict[str, tuple[str, ...]]


def because(codes: Iterable[str], a: Prepared, b: Prepared) -> Iterator[tuple[str, Facts]]:
    """Each code (without what the name said) with the texts it rests on, as they were typed.

    A shared thing stands under "both", a differing one under "a" and "b". `rarity` and `namesakes` have none.
    """
    for code in codes:
        what, _, level = code.partition(":")[0].partition(".")
        yield f"{what}.{level}", _facts(what, level, a, b)


def _facts(what: str, level: str, a: Prepared, b: Prepared) -> Facts:
    if what == "name":
        one, other = _closest(a, b)
        return {"a": (one,), "b": (other,)}
    if what == "birthday":
        return {"a": (a.known.birthday,), "b": (b.known.birthday,)}
    if what in {"contacts", "met"}:
        common = getattr(a.known, what) & getattr(b.known, what)
        return {"both": tuple(sorted(map(str, common)))}
    if what not in _FIELDS:
        return {}
    ones, others = getattr(a.known, _FIELDS[what]), getattr(b.known, _FIELDS[what])
    both = tuple(one for one in ones if any(_equal(what, one, other) for other in others))
    return {"both": both} if both and level != "other" else {"a": ones, "b": others}


def _equal(what: str, one: str, other: str) -> bool:
    """Whether two texts of a field are what the comparison takes for the same."""
    if what == "phone":
        return tail(one) == tail(other)
    if what == "firm":
        return workplaces.organization(one) == workplaces.organization(other)
    if what == "position":
        return workplaces.position(one) == workplaces.position(other)
    if what == "place":
        return workplaces.place(one) == workplaces.place(other)
    return one == other


def _closest(a: Prepared, b: Prepared) -> tuple[str, str]:
    """The two names, one of each, that are most alike; the first ones where several are."""
    pairs = [(one, other) for one in a.known.names for other in b.known.names] or [("", "")]
    return min(pairs, key=lambda pair: likeness.rank(likeness.compare(*_read(pair)).level))


def _read(pair: tuple[str, str]) -> tuple[likeness.Form, likeness.Form]:
    return likeness.read(pair[0]), likeness.read(pair[1])
