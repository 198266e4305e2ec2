"""Ways put to the test: the search against walking every chain, on small networks and a few large ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose
from random import Random

from acquaint.maths import paths
from acquaint.maths.paths import Chain
from acquaint.maths.trials.measures import Gate

PEOPLE = (4, 12)
DENSITY = (0.1, 0.6)
K = (1, 8)
LARGE, DEGREE, OWN, STAFF, BEST = 2000, 18.7, 60, 30, 5  # a large one: people, ties each, mine, looked for
LARGE_ONES = 3

Ties = Mapping[int, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Searched:
    """How many networks were searched and how many chains were walked in them."""

    model: str
    chains: int
    n: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was searched, and what has to hold everywhere."""

    models: tuple[Searched, ...]
    gates: tuple[Gate, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """People by number: my own ties, how likely each is brought on by each, and whom I look for."""

    mine: Mapping[int, float]
    ties: Ties
    targets: Mapping[int, float]
    k: int


def judge(*, networks: int = 400, seed: int = 1) -> Verdict:
    """Search so many networks of chance and compare."""
    chance = Random(seed)  # noqa: S311 (a simulation, no secret)
    made = [network(chance) for _number in range(networks)]
    walked = [paths.all_chains(one.mine, one.ties, one.targets) for one in made]
    large = [large_network(chance) for _number in range(LARGE_ONES)]
    walked_far = [paths.all_chains(one.mine, one.ties, one.targets) for one in large]
    checks = {
        "best_equals_every_chain": [_is_exact(one, every) for one, every in zip(made, walked, strict=True)],
        "noisy_or_at_least_the_best": [
            _is_bounded(one, every) for one, every in zip(made, walked, strict=True)
        ],
        "longer_never_first": [_is_ordered(one) for one in made],
        "best_equals_every_chain_of_large_networks": [
            _is_exact(one, every) and _is_bounded(one, every)
            for one, every in zip(large, walked_far, strict=True)
        ],
    }
    gates = tuple(
        Gate(name, all(held), f"{sum(held)} of {len(held)} networks") for name, held in checks.items()
    )
    return Verdict(
        (
            Searched("shipped", sum(map(len, walked)), networks),
            Searched("shipped, large networks", sum(map(len, walked_far)), LARGE_ONES),
        ),
        gates,
    )


def network(chance: Random) -> Network:
    """A small network of chance."""
    people = range(chance.randint(*PEOPLE))
    density = chance.uniform(*DENSITY)

    def some() -> dict[int, float]:
        return {one: chance.uniform(0.001, 1.0) for one in people if chance.random() < density}

    return Network(some(), {one: some() for one in people}, dict.fromkeys(some(), 1.0), chance.randint(*K))


def large_network(chance: Random) -> Network:
    """A network of the size of a real one, where most people are two ties or more away."""
    ties: dict[int, dict[int, float]] = {one: {} for one in range(LARGE)}
    for _tie in range(round(LARGE * DEGREE / 2)):
        one, other = chance.sample(range(LARGE), 2)
        ties[one][other], ties[other][one] = chance.uniform(0.05, 0.6), chance.uniform(0.05, 0.6)
    mine = {one: chance.uniform(0.02, 0.6) for one in chance.sample(range(LARGE), OWN)}
    staff = (one for one in chance.sample(range(LARGE), STAFF) if one not in mine)
    return Network(mine, ties, {one: chance.choice((1.0, 0.5)) for one in staff}, BEST)


def _is_exact(one: Network, every: list[Chain[int]]) -> bool:
    found = paths.best(one.mine, one.ties, one.targets, k=one.k)
    wanted = every[: one.k]
    return len(found) == len(wanted) and all(
        mine.between == theirs.between and isclose(mine.likelihood, theirs.likelihood, rel_tol=1e-12)
        for mine, theirs in zip(found, wanted, strict=True)
    )


def _is_bounded(net: Network, every: list[Chain[int]]) -> bool:
    for reached in paths.reach(net.mine, net.ties, net.targets):
        same = [
            c.likelihood for c in every if c.people[-1] == reached.target and c.between == reached.between
        ]
        if not same or not max(same) - 1e-12 <= reached.likelihood <= 1.0:
            return False
    return True


def _is_ordered(one: Network) -> bool:
    """Whether no chain stands before its own beginning, if everybody on it is looked for."""
    everybody = dict.fromkeys(one.ties, 1.0)
    place = {chain.people: at for at, chain in enumerate(paths.best(one.mine, one.ties, everybody, k=10_000))}
    return all(
        people[:cut] not in place or place[people[:cut]] < at
        for people, at in place.items()
        for cut in range(1, len(people))
    )
