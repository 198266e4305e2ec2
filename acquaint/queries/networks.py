"""The network of the people I know: who is tied to whom, in which groups, who stands between, where it leans.

I am not in it: everybody is tied to me, and what tells is who knows each other without me. It is worked
out once for a version of the data and kept in memory; the number of queries does not depend on how many
people there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from acquaint.maths import brokers
from acquaint.maths.brokers import Bridges
from acquaint.maths.communities import Near, communities, near
from acquaint.maths.layouts import Layout, layout
from acquaint.messages.reasons import Reason
from acquaint.models import Person
from acquaint.models.scope import Scope
from acquaint.queries import groupings, names, sides, ties, together
from acquaint.queries.cards import Named
from acquaint.queries.groupings import Title
from acquaint.queries.sides import Side
from acquaint.queries.ties import Known

MOST = 5000  # people: more are no picture any more
GROUP = 3  # people make a group
NAMED = 7  # of a group, and of those who stand between groups
SHARE = 0.15  # of what somebody carries, for a group to be named with them
TIED = 3  # groups are named with somebody at most
LEAST = 1.0  # pairs of people that somebody stands between
COLUMNS = ("id", "key", "name", "closed_on", "last_two_way", "last_contact", "introduced_by")
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody on the map: where (0 to 1), and in which group (its number; none for two alone, or one)."""

    id: str
    name: str
    x: float
    y: float
    community: int | None
    talked: bool
    closed: bool
    ties: int


@dataclass(frozen=True, slots=True)
class Line:
    """Two people (their places in `people`) who know each other; inferred if only dates suggest it."""

    a: int
    b: int
    inferred: bool


@dataclass(frozen=True, slots=True)
class Group:
    """People tied to each other more than to the rest, the best tied first; its ground as a disc (0 to 1)."""

    number: int
    title: Title
    x: float
    y: float
    radius: float
    size: int
    talked: int
    people: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Broker:
    """Through whom people of these groups (numbers) could meet; inferred if nobody stated those ties."""

    person: Named
    groups: tuple[int, ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class Network:
    """All of it; `left_out` counts people beyond the limit, `apart` is how far two neighbours are drawn."""

    people: tuple[Spot, ...]
    ties: tuple[Line, ...]
    groups: tuple[Group, ...]
    brokers: tuple[Broker, ...]
    one_sided: tuple[Reason, ...]
    sides: tuple[Side, ...]
    apart: float
    left_out: int


_held: dict[int, tuple[tuple[Any, ...], Network]] = {}


def of(scope: Scope) -> Network:
    """The network as it stands now; worked out anew only if something was written, or on another day."""
    now = (names.version(scope), scope.today)
    held = _held.get(scope.owner_id)
    if held is None or held[0] != now:
        held = (now, _network(scope))
        _held.clear()
        _held[scope.owner_id] = held
    return held[1]


def _network(scope: Scope) -> Network:
    rows = _people(scope)
    kept = rows[:MOST]
    best = _ties(scope, kept)
    lines = tuple(Line(a, b, known.inferred) for (a, b), known in best.items())
    network = near(len(kept), ((one.a, one.b, 1.0) for one in lines))  # who belongs together, however closely
    known = groupings.facts(scope, [row["id"] for row in kept])
    member = groupings.housed(communities(network), [bool(ways) for ways in network], known)
    drawn = layout(network, member)
    carried = brokers.brokers(near(len(kept), ((*pair, one.strength) for pair, one in best.items())), member)
    spots = _spots(kept, network, member, drawn)
    groups = _groups(spots, drawn, known)
    told = sides.counted(kept, known)
    return Network(
        people=spots,
        ties=lines,
        groups=groups,
        brokers=_brokers(spots, lines, carried, len(groups)),
        one_sided=sides.leaning(scope, told, known, ((one.title, one.size, one.talked) for one in groups)),
        sides=told,
        apart=round(drawn.apart, 5),
        left_out=len(rows) - len(kept),
    )


def _people(scope: Scope) -> Rows:
    """Everybody; where there are too many for a picture, those I talked with come first."""
    rows = list(Person.objects.of(scope).order_by("id").values(*COLUMNS))
    if len(rows) > MOST:
        rows.sort(key=lambda row: (row["last_two_way"] is None, row["last_contact"] is None))
    return rows


def _ties(scope: Scope, rows: Rows) -> dict[tuple[int, int], Known]:
    """Who knows whom (places in the rows, the lower first): each pair once, by its strongest tie."""
    place = {row["id"]: at for at, row in enumerate(rows)}
    best: dict[tuple[int, int], Known] = {}
    known_to = ties.into(scope, place)
    for way in together.ways(scope, place):
        ties.keep(known_to, way)
    for to, ways in known_to.items():
        for by, known in ways.items():
            if by in place:
                a, b = place[to], place[by]
                pair = (a, b) if a < b else (b, a)
                if pair not in best or known.strength > best[pair].strength:
                    best[pair] = known
    return best


def _spots(rows: Rows, network: Near, member: Sequence[int], drawn: Layout) -> tuple[Spot, ...]:
    size: dict[int, int] = {}
    for group in member:
        size[group] = size.get(group, 0) + 1
    return tuple(
        Spot(
            id=row["key"],
            name=row["name"],
            x=round(x, 4),
            y=round(y, 4),
            community=group if size[group] >= GROUP else None,
            talked=row["last_two_way"] is not None,
            closed=row["closed_on"] is not None,
            ties=len(ways),
        )
        for row, (x, y), group, ways in zip(rows, drawn.points, member, network, strict=True)
    )


def _groups(spots: Sequence[Spot], drawn: Layout, known: Sequence[groupings.Known]) -> tuple[Group, ...]:
    members: dict[int, list[int]] = {}
    for at, spot in enumerate(spots):
        if spot.community is not None:
            members.setdefault(spot.community, []).append(at)
    several = [sorted(members[number], key=lambda at: -spots[at].ties) for number in sorted(members)]
    titles = groupings.titles(several, known, [spot.name for spot in spots])
    return tuple(
        Group(
            number=number,
            title=title,
            x=round(x, 4),
            y=round(y, 4),
            radius=round(radius, 4),
            size=len(some),
            talked=sum(spots[at].talked for at in some),
            people=tuple(Named(spots[at].id, spots[at].name) for at in some[:NAMED]),
        )
        for number, (some, title, (x, y, radius)) in enumerate(
            zip(several, titles, drawn.grounds, strict=False)
        )
    )


def _brokers(
    spots: Sequence[Spot], lines: Iterable[Line], carried: Sequence[Bridges], groups: int
) -> tuple[Broker, ...]:
    """Those through whom most pairs of people of different groups could meet, who may be asked."""
    ways = {at: _between(one, groups) for at, one in enumerate(carried) if one and not spots[at].closed}
    worth = {at: sum(one.values()) for at, one in ways.items()}
    first = sorted((at for at in worth if worth[at] >= LEAST), key=lambda at: (-worth[at], at))[:NAMED]
    said = _said(spots, lines)
    return tuple(
        Broker(Named(spots[at].id, spots[at].name), tied, inferred=said.get(at, set()).isdisjoint(tied))
        for at, tied in ((at, _tied(ways[at])) for at in first)
    )


def _between(carried: Bridges, groups: int) -> Bridges:
    """What counts of it: two alone, or one, are no group."""
    return {pair: worth for pair, worth in carried.items() if pair[1] < groups}


def _tied(carried: Bridges) -> tuple[int, ...]:
    """The groups that somebody ties most, the two of the strongest bridge among them."""
    worth: dict[int, float] = {}
    for pair, part in carried.items():
        for group in pair:
            worth[group] = worth.get(group, 0.0) + part
    strongest = max(carried, key=lambda pair: (carried[pair], pair))
    others = sorted(worth.keys() - set(strongest), key=lambda group: (-worth[group], group))
    total = sum(carried.values())
    more = [group for group in others if worth[group] >= SHARE * total]
    return tuple(sorted((*strongest, *more[: TIED - len(strongest)])))


def _said(spots: Sequence[Spot], lines: Iterable[Line]) -> dict[int, set[int | None]]:
    """For each person the other groups in which they know somebody because somebody said so."""
    found: dict[int, set[int | None]] = {}
    for line in lines:
        one, other = spots[line.a].community, spots[line.b].community
        if not line.inferred and one != other:
            found.setdefault(line.a, set()).add(other)
            found.setdefault(line.b, set()).add(one)
    return found
