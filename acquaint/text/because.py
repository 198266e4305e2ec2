"""The facts behind a finding that two entries may be one person, for whoever words it; never a number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from acquaint.text import likeness, towns, workplaces
from acquaint.text.entries import Known, Prepared, tail
from acquaint.text.names import normalise

# What the entries of one kind are called in a Known, and the name of the fact.
_FIELDS = {
    "email": "emails",
    "phone": "phones",
    "profile": "profiles",
    "firm": "organizations",
    "position": "positions",
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
    if what in {"contacts", "company"}:
        return {"both": tuple(sorted(map(str, _common(what, a.known, b.known))))}
    if what == "met":
        return {"both": tuple(sorted(map(str, a.known.met & b.known.met)))}
    if what not in _FIELDS and what != "place":
        return {}
    ones, others = (_values(what, one.known) for one in (a, b))
    if what == "place" and level != "other":
        ones, others = _in_one_town(ones, others), _in_one_town(others, ones)
    both = tuple(one for one in ones if any(_equal(what, one, other) for other in others))
    found = {"both": both} if both and level != "other" else {"a": ones, "b": others}
    return {side: tuple(" ".join(text.split()) for text in texts) for side, texts in found.items()}


def _values(what: str, known: Known) -> tuple[str, ...]:
    """The texts of a field."""
    if what != "place":
        found: tuple[str, ...] = getattr(known, _FIELDS[what])
        return found
    return *known.places, *known.haunts


def _in_one_town(ones: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    known = {town for text in others if (town := towns.of(text))}
    return tuple(text for text in ones if towns.of(text) in known)


def _common(what: str, a: Known, b: Known) -> frozenset[Hashable]:
    """Who knows them both, or who has spoken with both and is not said to know them."""
    common = a.contacts & b.contacts
    return common if what == "contacts" else ((a.contacts | a.company) & (b.contacts | b.company)) - common


def _equal(what: str, one: str, other: str) -> bool:
    """Whether two texts of a field are what the comparison takes for the same."""
    if what == "phone":
        return tail(one) == tail(other) != ""
    if what == "firm":
        return workplaces.organization(one) == workplaces.organization(other)
    if what == "position":
        return workplaces.position(one) == workplaces.position(other)
    if what == "place":
        return normalise(one) == normalise(other)
    return one == other


def _closest(a: Prepared, b: Prepared) -> tuple[str, str]:
    """The two names, one of each, that are most alike; the first ones where several are."""
    pairs = [(one, other) for one in a.known.names for other in b.known.names] or [("", "")]
    if len(pairs) == 1:
        return pairs[0]
    return min(pairs, key=lambda pair: likeness.rank(likeness.compare(*_read(pair)).level))


def _read(pair: tuple[str, str]) -> tuple[likeness.Form, likeness.Form]:
    return likeness.read(pair[0]), likeness.read(pair[1])
