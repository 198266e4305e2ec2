"""Everybody's names, kept in memory from one change to the next, for a search that forgives a slip."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from heapq import nsmallest
from typing import Any

from acquaint.models import Change, ChangeRow, Person
from acquaint.models.scope import Scope
from acquaint.queries.prepared import prepared

Version = tuple[Any, ...]
OWNERS = 4  # whose names are kept at once
LONGEST = 5  # words of a name that are looked at together


class Names:
    """The match keys of all names as they stood at one version of the data, in the order of the list."""

    def __init__(self, version: Version, people: list[tuple[int, str]]) -> None:
        self.version = version
        self.people = people
        self.parts = cache(self._parts)

    def like(self, wanted: str, *, least: float, limit: int) -> list[tuple[float, int]]:
        """Those whose name, or a run of as many words in it, is like `wanted`: (of 100, primary key).

        The likest first, `limit` likenesses at most; a person whose name is like it in two ways comes once.
        """
        from rapidfuzz import fuzz, process

        parts = self.parts(min(wanted.count(" ") + 1, LONGEST))
        alike = process.extract(wanted, parts.keys(), scorer=fuzz.ratio, score_cutoff=least, limit=None)
        ways = ((-score, place) for part, score, _at in alike for place in parts[part])
        found: dict[int, float] = {}
        for score, place in nsmallest(limit, ways):
            found.setdefault(self.people[place][0], -score)
        return [(score, pk) for pk, score in found.items()]

    def _parts(self, size: int) -> dict[str, list[int]]:
        """By whole name, and by each run of `size` words in one: the places of those who are called so."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (_pk, name) in enumerate(self.people):
            words = name.split()
            runs = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
            for part in {name, *runs}:
                found[part].append(place)
        return dict(found)


_held: dict[int, Names] = {}


def of(scope: Scope) -> Names:
    """Everybody's names as they stand now; read anew only if something was written since."""
    now = version(scope)
    held = _held.get(scope.owner_id)
    if held is None or held.version != now:
        held = Names(now, _all(scope))
        _held.pop(scope.owner_id, None)
        while len(_held) >= OWNERS:
            _held.pop(next(iter(_held)), None)
        _held[scope.owner_id] = held
    return held


def version(scope: Scope) -> Version:
    """The last change and its last row, for an import writes many times under one number."""
    last = _last_change(scope)
    rows = _last_row(scope, change=last[0][0]) if last else []
    return (*last, *rows)


@prepared
def _last_change(told: Any) -> Any:
    return Change.objects.of(told).order_by("-number").values_list("id", "key")[:1]


@prepared
def _last_row(told: Any) -> Any:
    return ChangeRow.objects.filter(change_id=told.change).order_by("-id").values_list("id", flat=True)[:1]


@prepared
def _all(told: Any) -> Any:
    return Person.objects.of(told).order_by("sort_name", "id").values_list("id", "normal")
