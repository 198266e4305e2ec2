"""What the arithmetic itself costs, in process: the index of the plan and P30 over everybody."""

from __future__ import annotations

from random import Random

from acquaint.maths import lookback, planner, recall
from bench import measuring, within

SIZES = {1_000: 1.0, 50_000: 50.0}  # contacts, and the budget of the index in ms
RUNS = 15


def run() -> str:
    """One row for each size."""
    rows = []
    for people, budget in SIZES.items():
        index, chance = _index(people), _chance(people)
        rows.append((f"{people:,}", f"**{index:.2f}**", f"≤ {budget:g}", f"{chance:.2f}"))
    return measuring.table(("people", "the index v(1 - R), ms", "budget", "P30 on an own curve, ms"), rows)


def _index(people: int) -> float:
    chance = Random(1)
    told = [(chance.choice((1.0, 3.0, 7.0)), chance.randrange(900)) for _number in range(people)]
    return within.spread(
        [within.spent(lambda: [planner.index(value, days) for value, days in told]) for _run in range(RUNS)]
    )[0]


def _chance(people: int) -> float:
    chance = Random(2)
    curve = lookback.Curve(0.4, 0.8, -0.2, 0.1)
    told = [
        (chance.random() * 9, chance.random() * 9, 1 + chance.randrange(900)) for _number in range(people)
    ]

    def everybody() -> list[float]:
        return [
            curve.chance(lookback.seen(recall.chance(into, out, 0, -silence, on=silence), silence, 0, 0))
            for into, out, silence in told
        ]

    return within.spread([within.spent(everybody) for _run in range(RUNS)])[0]


if __name__ == "__main__":
    print(run())
