"""The warm ways to a person, an organization or a field, with what speaks for every step; or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from acquaint.maths import paths
from acquaint.maths.paths import Chain, Tier
from acquaint.messages.reasons import Fact, Reason
from acquaint.models import Person, Position
from acquaint.models.scope import Scope
from acquaint.queries import targets, ties
from acquaint.queries.cards import Named
from acquaint.queries.targets import Target
from acquaint.queries.ties import Face, Into, Known

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
    """The best ways, and everybody at the target who can be reached, the likeliest first."""

    target: Target
    routes: tuple[Route, ...]
    reachable: tuple[Named, ...]
    nobody: bool


@dataclass(frozen=True, slots=True)
class _End:
    """Somebody at the target: what says so, and whether that is past."""

    where: Reason | None
    stale: bool


@dataclass(slots=True)
class _Net:
    """What is known so far around the target: people, and who brings me to whom."""

    scope: Scope
    faces: dict[int, Face]
    into: Into
    busy: dict[int, int]
    tried: dict[int, tuple[int, int]]

    def widen(self, people: Iterable[int]) -> None:
        """Learn who could bring me to these, and what I know of those."""
        wanted = {pk for pk in people if pk not in self.into and self.is_open(pk)}
        self.into.update(ties.into(self.scope, wanted))
        self.learn({by for pk in wanted for by in self.into[pk]})

    def learn(self, people: Iterable[int]) -> None:
        new = set(people) - self.faces.keys()
        self.faces.update(ties.faces(self.scope, new))
        self.busy.update(ties.busy(self.scope, new))
        self.tried.update(ties.came_about(self.scope, new))

    def is_open(self, person: int) -> bool:
        return person in self.faces and not self.faces[person].closed

    def mine(self) -> dict[int, float]:
        """My own tie to everybody who may be asked; who has a request of mine open is asked less gladly."""
        found = {pk: face.mine.strength for pk, face in self.faces.items() if face.mine and not face.closed}
        return {pk: paths.spared(strength, self.busy.get(pk, 0)) for pk, strength in found.items()}

    def steps(self) -> dict[int, dict[int, float]]:
        return {
            to: {by: self.step(to, by) for by in ways if self.is_open(by)}
            for to, ways in self.into.items()
            if self.is_open(to)
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
    net = _Net(scope, {}, {}, {}, {})
    net.learn(ends)
    factors = {pk: LEFT if end.stale else 1.0 for pk, end in ends.items() if net.is_open(pk)}
    chains = paths.best(net.mine(), {}, factors, between=0, k=k)
    for reached in range(1, between + 1):
        if len(chains) >= k:
            break
        net.widen(factors if reached == 1 else {by for pk in factors for by in net.into.get(pk, {})})
        chains = paths.best(net.mine(), net.steps(), factors, between=reached, k=k)
    mine, furthest = net.mine(), max((one.between for one in chains), default=0)
    found = paths.reach(mine, net.steps(), factors, between=furthest)
    names = (net.faces[one.target] for one in found[:RANKED])
    return Ways(
        target=target,
        routes=tuple(_route(net, mine, one, ends[one.people[-1]]) for one in chains),
        reachable=tuple(Named(face.key, face.name) for face in names),
        nobody=not chains,
    )


def _ends(scope: Scope, target: Target) -> dict[int, _End]:
    """Those whom the target is about (primary keys): the person, or everybody who is or was there."""
    if target.kind == "person":
        rows = Person.objects.of(scope).filter(key=target.id)
        return {pk: _End(None, stale=False) for pk in rows.values_list("id", flat=True)}
    column = "organization__key" if target.kind == "organization" else "organization__field__key"
    held = Position.objects.of(scope).filter(**{column: target.id}, person__me_since=None)
    found: dict[int, _End] = {}
    for row in (
        held.exclude(kind="study")
        .order_by("id")
        .values("person_id", "person__name", "title", "organization__name", "ended", "ended_seen_on")
    ):
        gone = bool(row["ended"] or row["ended_seen_on"])
        if row["person_id"] not in found or not gone:
            found[row["person_id"]] = _End(_where(row, gone=gone), gone)
    return found


def _where(row: Mapping[str, Any], *, gone: bool) -> Reason:
    code = "left" if gone else "works-as" if row["title"] else "works"
    facts = {"name": row["person__name"], "organization": row["organization__name"], "role": row["title"]}
    return Reason(f"way.{code}", facts)


def _route(net: _Net, mine: Mapping[int, float], chain: Chain[int], end: _End) -> Route:
    people = tuple(Named(net.faces[pk].key, net.faces[pk].name) for pk in chain.people)
    known = [net.faces[chain.people[0]].mine]
    known += [net.into[to][by] for by, to in zip(chain.people, chain.people[1:], strict=False)]
    strengths = [mine[chain.people[0]]]
    strengths += [net.step(to, by) for by, to in zip(chain.people, chain.people[1:], strict=False)]
    helpers = zip(chain.people[:-1], people, strict=False)
    return Route(
        people=people,
        between=chain.between,
        tier=paths.tier(strengths),
        stale=end.stale,
        steps=tuple(
            _step(by, to, one) for by, to, one in zip((None, *people), people, known, strict=False) if one
        ),
        where=end.where,
        busy=tuple(Reason("way.busy", {"name": who.name}) for pk, who in helpers if net.busy.get(pk)),
    )


def _step(by: Named | None, to: Named, known: Known) -> Step:
    facts: dict[str, Fact] = {**known.facts, "name": by.name if by else to.name, "other": to.name}
    return Step(by, to, Reason(known.code, facts), known.inferred)
