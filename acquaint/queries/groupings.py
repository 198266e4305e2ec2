"""What a group of people have in common: the place or the field that tells them from all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from acquaint.maths.communities import by_size
from acquaint.models import Position
from acquaint.models.scope import Scope

SHARED = 0.4  # of a group, before something stands for it
Kind = Literal["at", "in", "also", "around"]


@dataclass(frozen=True, slots=True)
class Title:
    """What a group is called after: a place they share (`at`), a field (`in`), or one of them (`around`).

    Where one group is called after a place, those who are there too without a known tie are `also` there.
    """

    kind: Kind
    name: str


@dataclass(slots=True)
class Known:
    """Where somebody works now, in which fields, and all that could name a group: every place and field."""

    employers: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    shared: set[Title] = field(default_factory=set)


def facts(scope: Scope, people: Collection[int]) -> list[Known]:
    """What is known of each of these people (primary keys), in their order; one query."""
    found = {person: Known() for person in people}
    held = Position.objects.of(scope).filter(person__among=list(people), organization__isnull=False)
    columns = (
        "person_id",
        "kind",
        "ended",
        "ended_seen_on",
        "organization__name",
        "organization__field__name",
    )
    for person, kind, ended, gone, place, work in held.values_list(*columns):
        known = found[person]
        known.shared.add(Title("at", place))
        if kind == "work" and not ended and gone is None:
            known.employers.add(place)
            known.fields.update({work} if work else ())
            known.shared.update({Title("in", work)} if work else ())
    return list(found.values())


def housed(member: Sequence[int], tied: Sequence[bool], known: Sequence[Known]) -> list[int]:
    """The same groups, but those of whom no tie is known stand with the others of their workplace.

    In a large place nobody is taken to know everybody, and yet it says more than standing alone.
    """
    size = Counter(name for one in known for name in one.employers)
    fresh: dict[str, int] = {}
    found = list(member)
    for at, one in enumerate(known):
        if not tied[at] and one.employers:
            place = max(one.employers, key=lambda name: (size[name], name))
            found[at] = fresh.setdefault(place, len(member) + len(fresh))
    return by_size(found)


def titles(groups: Sequence[Sequence[int]], known: Sequence[Known], called: Sequence[str]) -> list[Title]:
    """A name for each group (places of people, the best tied first): what they share and others do not.

    By share of the group times share of all who have it, a place before a field; what names one group names
    no other. A group that shares nothing is called after whoever is best tied (`called`: everybody's names).
    """
    everywhere = Counter(title for one in known for title in one.shared)
    taken: set[str] = set()
    found = []
    for some in groups:
        here = Counter(title for at in some for title in known[at].shared)
        told = [
            (count * count / everywhere[title], title.kind == "at", title)
            for title, count in here.items()
            if count >= SHARED * len(some) and title.name not in taken
        ]
        best = max(told, key=lambda one: (*one[:2], one[2].name))[2] if told else None
        if not best:
            shared = set.intersection(*(known[at].employers for at in some))
            best = Title("also", min(shared)) if shared else Title("around", called[some[0]])
        found.append(best)
        taken.add(found[-1].name)
    return found
