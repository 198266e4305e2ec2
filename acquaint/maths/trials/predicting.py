"""P30 put to the test on a record of contacts: it is asked who will be in touch in the next thirty days.

Every thirty days each pair with any history is asked about. The first 60 % of these rows in time are for
learning, the rest for the test, and no month of the one reaches into the other. The shipped model learns
nothing but the owner's own level; recency, frequency and the base rate get the curve that fits them best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from acquaint.maths import recall
from acquaint.maths.recall import Carried, Direction, Months
from acquaint.maths.trials import measures
from acquaint.maths.trials.measures import Gate

MONTH = recall.MONTH
LEARNING = 0.6
FEWEST = 50  # rows on either side, below which nothing is said
CLOSE = 1e-9

Event = tuple[int, str, str]  # day, sender, receiver
Truth = Callable[[str, str, int], float]  # ego, alter, day: the chance of a contact in the month after


@dataclass(frozen=True, slots=True)
class Row:
    """One question: on a day, for an owner and somebody known; what was known then, and whether they came."""

    day: int
    ego: str
    alter: str
    p30: float
    silence: int
    contacts: int
    came: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How one model did on the test rows."""

    model: str
    auc: float
    log_loss: float
    ece: float
    n: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """All models, and what has to hold of the shipped one."""

    models: tuple[Score, ...]
    gates: tuple[Gate, ...]


def predict(events: Iterable[Event], egos: Collection[str] = (), *, truth: Truth | None = None) -> Verdict:
    """Judge the models on events (day, sender, receiver) for these egos (all who sent and received, if none).

    ValueError if there is too little to learn from or to test on. `truth` adds the best that can be had.
    """
    pairs = _pairs(events, set(egos))
    rows = sorted(_asked(pairs), key=lambda row: row.day)
    learn, test = _split(rows)
    if min(len(learn), len(test)) < FEWEST or len({row.came for row in learn}) < 2:  # noqa: PLR2004 both kinds
        message = (
            f"{len(rows)} months of people are too few, or all alike: {FEWEST} to learn, {FEWEST} to test"
        )
        raise ValueError(message)
    came = [row.came for row in test]
    said = {name: [model(row) for row in test] for name, model in _models(learn, truth).items()}
    scores = {name: _score(name, forecasts, came) for name, forecasts in said.items()}
    return Verdict(tuple(scores.values()), (*_better(scores), _sums(pairs)))


def _pairs(events: Iterable[Event], egos: set[str]) -> dict[tuple[str, str], list[tuple[int, Direction]]]:
    """By ego and alter the days of contact, each direction once a day, in order."""
    told = set(events)
    if not egos:
        egos = {sender for _day, sender, _to in told} & {to for _day, _sender, to in told}
    found: dict[tuple[str, str], set[tuple[int, Direction]]] = defaultdict(set)
    for day, sender, receiver in told:
        if sender == receiver:
            continue
        if receiver in egos:
            found[receiver, sender].add((day, "in"))
        if sender in egos:
            found[sender, receiver].add((day, "out"))
    return {pair: sorted(days) for pair, days in sorted(found.items())}


def _asked(pairs: Mapping[tuple[str, str], Sequence[tuple[int, Direction]]]) -> Iterator[Row]:
    every = [day for days in pairs.values() for day, _way in days]
    if not every:
        return
    for (ego, alter), days in pairs.items():
        yield from _questions(ego, alter, days, range(min(every) + MONTH, max(every) - MONTH + 1, MONTH))


def _questions(ego: str, alter: str, days: Sequence[tuple[int, Direction]], asked: range) -> Iterator[Row]:
    state, told = Carried(), 0
    for day in asked:
        while told < len(days) and days[told][0] <= day:
            state = recall.touch(state, *days[told])
            told += 1
        if state.last_contact is None:
            continue
        ahead = (way for on, way in _until(days, told, day + MONTH))
        came = any(way == "in" for way in ahead)
        yield Row(day, ego, alter, recall.p30(state, day), day - state.last_contact, told, came)


def _until(days: Sequence[tuple[int, Direction]], start: int, last: int) -> Iterator[tuple[int, Direction]]:
    for at in range(start, len(days)):
        if days[at][0] > last:
            return
        yield days[at]


def _split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows in the order of days, cut between two days: each day's month ends where the next one begins."""
    if not rows:
        return [], []
    first_of_test = rows[min(int(len(rows) * LEARNING), len(rows) - 1)].day
    return [row for row in rows if row.day < first_of_test], [row for row in rows if row.day >= first_of_test]


def _models(learn: Sequence[Row], truth: Truth | None) -> dict[str, Callable[[Row], float]]:
    came = [row.came for row in learn]
    base = sum(came) / len(came)
    silence = measures.link([log1p(row.silence) for row in learn], came)
    contacts = measures.link([log1p(row.contacts) for row in learn], came)
    levels = _levels(learn)
    found: dict[str, Callable[[Row], float]] = {
        "shipped": lambda row: recall.scaled(row.p30, levels.get(row.ego, 1.0)),
        "recency": lambda row: silence(log1p(row.silence)),
        "frequency": lambda row: contacts(log1p(row.contacts)),
        "base_rate": lambda _row: base,
    }
    if truth is not None:
        found["truth"] = lambda row: truth(row.ego, row.alter, row.day)
    return found


def _levels(learn: Sequence[Row]) -> dict[str, float]:
    """Each owner's own level, as the product learns it from what came."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in learn:
        found[row.ego].append(row)
    return {
        ego: Months(len(rows), sum(row.came for row in rows), sum(row.p30 for row in rows)).scale
        for ego, rows in found.items()
    }


def _score(name: str, said: Sequence[float], came: Sequence[bool]) -> Score:
    return Score(
        model=name,
        auc=round(measures.auc(said, came), 4),
        log_loss=round(measures.log_loss(said, came), 5),
        ece=round(measures.calibration_error(said, came), 4),
        n=len(came),
    )


def _better(scores: Mapping[str, Score]) -> Iterator[Gate]:
    own = scores["shipped"].log_loss
    for other in ("recency", "frequency", "base_rate"):
        theirs = scores[other].log_loss
        yield Gate(f"log_loss_below_{other}", own < theirs, f"{own:.5f} against {theirs:.5f}")


def _sums(pairs: Mapping[tuple[str, str], Sequence[tuple[int, Direction]]]) -> Gate:
    """What is carried from contact to contact equals what all contacts at once sum up to."""
    furthest = 0.0
    for days in pairs.values():
        state = Carried()
        for day, way in days:
            state = recall.touch(state, day, way)
        whole = recall.carry(days)
        furthest = max(furthest, abs(state.in_sum - whole.in_sum), abs(state.out_sum - whole.out_sum))
    return Gate("carried_equals_summed", furthest <= CLOSE, f"at most {furthest:.1e} apart")
