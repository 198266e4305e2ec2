"""P30 put to the test on a record of contacts: it is asked who will be in touch in the next thirty days.

Every thirty days each pair with any history is asked about. The first 60 % of these rows in time are for
learning, the rest for the test, and no month of the one reaches into the other. Recency and frequency get the
logistic curve that fits them best on the part for learning; so does the shipped model, whose curve is held
towards the formula, and which then, as in the product, follows each owner's level over the last three months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log1p
from zlib import crc32

from acquaint.maths import lookback, recall
from acquaint.maths.lookback import Known, Month
from acquaint.maths.recall import Carried, Direction
from acquaint.maths.trials import measures
from acquaint.maths.trials.measures import Gate

MONTH = recall.MONTH
LEARNING = 0.6
FEWEST = 50  # rows on either side, below which nothing is said
MOST = 250_000  # rows; of a larger record so many owners are taken as make that many
CLOSE = 1e-9
HELD = 4_000  # pairs of which the carried sums are held against the whole

Event = tuple[int, str, str]  # day, sender, receiver
Truth = Callable[[str, str, int], float]  # ego, alter, day: the chance of a contact in the month after
Pairs = Mapping[tuple[str, str], Sequence[tuple[int, Direction]]]


@dataclass(frozen=True, slots=True)
class Row:
    """One question: about whom an owner is asked, what was known then, and whether they came."""

    ego: str
    alter: str
    month: Month

    @property
    def day(self) -> int:
        """When it is asked."""
        return self.month.known.day

    @property
    def came(self) -> bool:
        """Whether a word came in the month after."""
        return self.month.came


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
    """All models, and what has to hold of the shipped one; of how many owners, of how many there are."""

    models: tuple[Score, ...]
    gates: tuple[Gate, ...]
    egos: int
    of_egos: int


def predict(events: Iterable[Event], egos: Collection[str] = (), *, truth: Truth | None = None) -> Verdict:
    """Judge the models on events (day, sender, receiver) for these egos (all who sent and received, if none).

    ValueError if there is too little to learn from or to test on. `truth` adds the best that can be had.
    """
    every = _pairs(events, set(egos))
    asked = _asked(every)
    pairs = _fitting(every, asked)
    rows = sorted(_rows(pairs, asked), key=lambda row: row.day)
    learn, test = _split(rows)
    if min(len(learn), len(test)) < FEWEST or len({row.came for row in learn}) < 2:  # noqa: PLR2004 both kinds
        message = (
            f"{len(rows)} months of people are too few, or all alike: {FEWEST} to learn, {FEWEST} to test"
        )
        raise ValueError(message)
    came = [row.came for row in test]
    said = _forecasts(learn, test, truth)
    scores = {name: _score(name, forecasts, came) for name, forecasts in said.items()}
    whose = len({ego for ego, _alter in pairs}), len({ego for ego, _alter in every})
    return Verdict(tuple(scores.values()), (*_better(scores), _sums(pairs)), *whose)


def _pairs(events: Iterable[Event], egos: set[str]) -> Pairs:
    """By ego and alter the days of contact, each direction once a day, in order."""
    told: dict[tuple[str, str], set[int]] = defaultdict(set)
    for day, sender, receiver in events:
        if sender != receiver:
            told[sender, receiver].add(day)
    if not egos:
        egos = {sender for sender, _to in told} & {receiver for _by, receiver in told}
    found: dict[tuple[str, str], list[tuple[int, Direction]]] = defaultdict(list)
    for (sender, receiver), days in told.items():
        if receiver in egos:
            found[receiver, sender].extend((day, "in") for day in days)
        if sender in egos:
            found[sender, receiver].extend((day, "out") for day in days)
    return {pair: sorted(days) for pair, days in sorted(found.items())}


def _asked(pairs: Pairs) -> range:
    """The days on which is asked: every thirty, with a month before and a month after within the record."""
    if not pairs:
        return range(0)
    first, last = (
        min(days[0][0] for days in pairs.values()),
        max(days[-1][0] for days in pairs.values()),
    )
    return range(first + MONTH, last - MONTH + 1, MONTH)


def _fitting(pairs: Pairs, asked: range) -> Pairs:
    """The pairs of so many owners, by chance but always the same, as make `MOST` rows; all, if they do."""
    rows: dict[str, int] = defaultdict(int)
    for (ego, _alter), days in pairs.items():
        rows[ego] += max(0, (asked.stop - days[0][0]) // MONTH)
    if sum(rows.values()) <= MOST:
        return pairs
    chosen, room = set(), MOST
    for ego in sorted(rows, key=lambda name: (crc32(name.encode()), name)):
        if rows[ego] <= room:
            chosen.add(ego)
            room -= rows[ego]
    return {pair: days for pair, days in pairs.items() if pair[0] in chosen}


def _rows(pairs: Pairs, asked: range) -> Iterator[Row]:
    for (ego, alter), days in pairs.items():
        yield from (Row(ego, alter, month) for month in lookback.months(days, asked))


def _split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows in the order of days, cut between two days: each day's month ends where the next one begins."""
    if not rows:
        return [], []
    first_of_test = rows[min(int(len(rows) * LEARNING), len(rows) - 1)].day
    return [row for row in rows if row.day < first_of_test], [row for row in rows if row.day >= first_of_test]


def _forecasts(learn: Sequence[Row], test: Sequence[Row], truth: Truth | None) -> dict[str, list[float]]:
    """What each model says of each test row."""
    base = sum(row.came for row in learn) / len(learn)
    found = {"shipped": _shipped(learn, test)}
    for name, value in (("recency", _silence), ("frequency", _contacts)):
        curve = measures.link([value(row.month.known) for row in learn], [row.came for row in learn])
        found[name] = [curve(value(row.month.known)) for row in test]
    found["base_rate"] = [base] * len(test)
    if truth is not None:
        found["truth"] = [truth(row.ego, row.alter, row.day) for row in test]
    return found


def _silence(known: Known) -> float:
    return log1p(known.silence)


def _contacts(known: Known) -> float:
    return log1p(known.contacts)


def _shipped(learn: Sequence[Row], test: Sequence[Row]) -> list[float]:
    """The curve learned from the past, on each owner's level of the day."""
    curve = lookback.learned([row.month for row in learn])
    rows = [(row, curve.chance(row.month.known)) for row in (*learn, *test)]
    levels = lookback.levels((row.ego, row.day, said, row.came) for row, said in rows)
    return [recall.scaled(said, levels[row.ego, row.day]) for row, said in islice(rows, len(learn), None)]


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


def _sums(pairs: Pairs) -> Gate:
    """What is carried from contact to contact equals what all contacts at once sum up to."""
    furthest = 0.0
    for days in islice(pairs.values(), HELD):
        state = Carried()
        for day, way in days:
            state = recall.touch(state, day, way)
        whole = recall.carry(days)
        furthest = max(furthest, abs(state.in_sum - whole.in_sum), abs(state.out_sum - whole.out_sum))
    return Gate("carried_equals_summed", furthest <= CLOSE, f"at most {furthest:.1e} apart")
