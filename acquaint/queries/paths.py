"""The warm ways to a person, an organization or a field, with what speaks for every step; or nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from acquaint.maths import paths
from acquaint.maths.paths import Chain, Tier
from acquaint.messages.reasons import Fact, Reason
from acquaint.models import Organization, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries import my_ties, targets, ties, together
from acquaint.queries.cards import Named
from acquaint.queries.prepared import BY_ID, prepared
from acquaint.queries.targets import Target
from acquaint.queries.ties import Into, Known

LEFT = 0.5  # somebody who has left an organization is half the way to it
RANKED = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way: from whom (None: me) to whom, why it could work, and whether nobody stated it."""

    from_: Named | None
    to: Named
    reason: Reason
    inferred: bool


@dataclass(frozen=True, slots=True)
class Route:
    """One way, the person to be reached last; `stale` if they have left the place that was looked for."""

    people: tuple[Named, ...]
    between: int
    tier: Tier
    stale: bool
    steps: tuple[Step, ...]
    where: Reason | None
    busy: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The best ways; and who can be reached at the target with as few people in between as these have.

    `reachable` has the likeliest first; `nobody` says that there is no way.
    `closed` says that the person who was looked for is never to be contacted: then there is no way by choice.
    """

    target: Target
    routes: tuple[Route, ...]
    reachable: tuple[Named, ...]
    nobody: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class _End:
    """Somebody at the target: what says so, and whether that is past."""

    where: Reason | None
    stale: bool


@dataclass(slots=True)
class _Net:
    """What is known so far around the target: whom I know, who brings me to whom, who is not to be asked."""

    scope: Scope
    near: Mapping[int, Known]
    own: dict[int, Known] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    into: Into = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    busy: dict[int, int] = field(default_factory=dict)
    tried: dict[int, tuple[int, int]] = field(default_factory=dict)

    def learn(self, people: Iterable[int]) -> None:
        """Learn whom of these I know, and what was asked of those already."""
        new = set(people) - self.asked
        self.asked |= new
        known = my_ties.of(self.scope, new, self.near)
        self.own.update(known)
        self.busy.update(my_ties.busy(self.scope, known.keys()))
        self.tried.update(my_ties.came_about(self.scope, new))

    def shut(self, people: Collection[int]) -> set[int]:
        """Those of these who may be asked; the others are remembered."""
        self.closed |= my_ties.closed(self.scope, people)
        return set(people) - self.closed

    def widen(self, people: Collection[int], *, mine: bool) -> None:
        """Learn who could bring me to these; if `mine` is set, only those whom I know myself."""
        found = ties.into(self.scope, people, near=self.near.keys() if mine else None)
        for way in together.ways(self.scope, people):
            ties.keep(found, way)
        helpers = {by for ways in found.values() for by in ways}
        self.learn(helpers)
        if mine:
            found = {
                to: {by: one for by, one in ways.items() if by in self.own} for to, ways in found.items()
            }
        else:
            self.shut(helpers)
        self.into.update(found)

    def mine(self) -> dict[int, float]:
        """My own tie to everybody who may be asked; who has a request of mine open is asked less gladly."""
        return {pk: paths.spared(known.strength, self.busy.get(pk, 0)) for pk, known in self.own.items()}

    def steps(self) -> dict[int, dict[int, float]]:
        return {
            to: {by: self.step(to, by) for by in ways if by not in self.closed}
            for to, ways in self.into.items()
            if to not in self.closed
        }

    def step(self, to: int, by: int) -> float:
        """How likely the word passes; what helpers made of earlier introductions corrects what was stated."""
        known = self.into[to][by]
        tried, made = self.tried.get(by, (0, 0))
        return known.strength if known.inferred else paths.learned(known.strength, tried=tried, made=made)


def to(scope: Scope, words: str, *, between: int = paths.MOST_BETWEEN, k: int = paths.SHOWN) -> Ways:
    """The k best ways to what `words` name, with at most so many people in between.

    NotFound or Ambiguous for the words. The number of queries does not depend on how many people there are.
    """
    target = targets.meant(scope, words)
    ends = _ends(scope, target)
    net = _Net(scope, together.with_me(scope))
    factors = {pk: LEFT if ends[pk].stale else 1.0 for pk in net.shut(ends.keys())}
    net.learn(factors)
    chains, furthest = paths.best(net.mine(), {}, factors, between=0, k=k), 0
    while furthest < between and len(chains) < k:
        furthest += 1
        _reach_out(net, factors, furthest)
        chains = paths.best(net.mine(), net.steps(), factors, between=furthest, k=k)
    mine = net.mine()
    found = paths.reach(mine, net.steps(), factors, between=furthest)[:RANKED]
    shown = {*(pk for one in chains for pk in one.people), *(one.target for one in found)}
    names = my_ties.names(scope, shown)
    return Ways(
        target=target,
        routes=tuple(_route(net, mine, names, one, ends[one.people[-1]]) for one in chains),
        reachable=tuple(names[one.target] for one in found),
        nobody=not chains,
        closed=target.kind == "person" and not factors,
    )


def _reach_out(net: _Net, targets_: Collection[int], between: int) -> None:
    """Look one step further; whoever begins a way is somebody I know, so nobody else is asked for there."""
    if between == 1:
        net.widen(targets_, mine=True)
        return
    net.widen(targets_, mine=False)
    helpers = {by for to in targets_ for by in net.into[to]}
    net.widen(helpers - net.closed - net.into.keys(), mine=True)


def _ends(scope: Scope, target: Target) -> dict[int, _End]:
    """Those whom the target is about (primary keys): the person, or everybody who is or was there."""
    if target.kind == "person":
        return {pk: _End(None, stale=False) for pk in _person(scope, key=target.id)}
    found: dict[int, _End] = {}
    for row in _held(scope, target.kind, key=target.id):
        gone = bool(row["ended"] or row["ended_seen_on"])
        if row["person_id"] not in found or not gone:
            found[row["person_id"]] = _End(_where(row, gone=gone), gone)
    return found


@prepared
def _person(told: Any) -> Any:
    return Person.objects.of(told).filter(key=told.key).values_list("id", flat=True)


@prepared
def _held(told: Any, kind: str) -> Any:
    """Everybody's time there, but not their studies."""
    places = Organization.objects.of(told).filter(
        **{"key" if kind == "organization" else "field__key": told.key}
    )
    rows = Position.objects.of(told).filter(organization__in=places.values("id"), person__me_since=None)
    columns = ("person_id", "person__name", "title", "organization__name", "ended", "ended_seen_on")
    return rows.exclude(kind="study").order_by(BY_ID).values(*columns)


def _where(row: Mapping[str, Any], *, gone: bool) -> Reason:
    code = "left" if gone else "works-as" if row["title"] else "works"
    facts = {"name": row["person__name"], "organization": row["organization__name"], "role": row["title"]}
    return Reason(f"way.{code}", facts)


def _route(
    net: _Net, mine: Mapping[int, float], names: Mapping[int, Named], chain: Chain[int], end: _End
) -> Route:
    people = tuple(names[pk] for pk in chain.people)
    known, strengths = [net.own[chain.people[0]]], [mine[chain.people[0]]]
    for by, to in zip(chain.people, chain.people[1:], strict=False):
        known.append(net.into[to][by])
        strengths.append(net.step(to, by))
    steps = zip((None, *people), people, known, strict=False)
    helpers = zip(chain.people[:-1], people, strict=False)
    return Route(
        people=people,
        between=chain.between,
        tier=paths.tier(strengths),
        stale=end.stale,
        steps=tuple(_step(by, to, one) for by, to, one in steps),
        where=end.where,
        busy=tuple(Reason("way.busy", {"name": who.name}) for pk, who in helpers if net.busy.get(pk)),
    )


def _step(by: Named | None, to: Named, known: Known) -> Step:
    facts: dict[str, Fact] = {**known.facts, "name": by.name if by else to.name, "other": to.name}
    return Step(by, to, Reason(known.code, facts), known.inferred)
