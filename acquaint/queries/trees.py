"""Who came to me through whom, by generation; and how many new people a conversation brings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from acquaint.models import Interview, Introduction, Person
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class TreePerson:
    """A person in the tree, and who brought us together (nobody in the first generation)."""

    id: str
    name: str
    stage: str
    through: Named | None


@dataclass(frozen=True, slots=True)
class Reproduction:
    """New people met through introductions, talks held, and their ratio (none before the first talk)."""

    met: int
    held: int
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Tree:
    """The generations, the people I found by myself first."""

    generations: tuple[tuple[TreePerson, ...], ...]
    reproduction: Reproduction


def tree(scope: Scope) -> Tree:
    """Return the introduction tree: roots are people I got to know, or who brought me somebody."""
    rows = Person.objects.of(scope).values_list("id", "key", "name", "stage", "introduced_by", "chosen_on")
    known = {pk: (key, name, stage, by, chosen) for pk, key, name, stage, by, chosen in rows}
    below: dict[int, list[int]] = defaultdict(list)
    for pk, (_key, _name, _stage, by, _chosen) in known.items():
        if by in known and by != pk:
            below[by].append(pk)
    roots = [
        pk
        for pk, (_key, _name, stage, by, chosen) in known.items()
        if by not in known and (stage != "known" or chosen is not None or pk in below)
    ]
    generations: list[tuple[TreePerson, ...]] = []
    seen: set[int] = set()
    layer = roots
    while layer:
        seen.update(layer)
        generations.append(tuple(_node(known, pk) for pk in sorted(layer, key=lambda pk: known[pk][1])))
        layer = [child for pk in layer for child in below[pk] if child not in seen]
    return Tree(tuple(generations), _reproduction(scope))


def _node(known: Mapping[int, tuple[str, str, str, int | None, object]], pk: int) -> TreePerson:
    key, name, stage, by, _chosen = known[pk]
    through = Named(known[by][0], known[by][1]) if by in known and by is not None else None
    return TreePerson(key, name, stage, through)


def _reproduction(scope: Scope) -> Reproduction:
    held = Interview.objects.of(scope).filter(held_on__isnull=False).count()
    brought = Introduction.objects.of(scope).filter(direction="received", met_on__isnull=False)
    met = brought.values("introduced_id").distinct().count()
    return Reproduction(met, held, round(met / held, 3) if held else None)
