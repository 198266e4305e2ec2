"""Fit the weights of `maths.sameness` on invented address books of the kind "tuning", and write them down.

`python -m bench.sameness_fit` rewrites acquaint/maths/sameness_weights.py. Ridge logistic regression by
Newton's method over the patterns of evidence; a finding that speaks for may not get a weight against, nor the
other way round, and a rarer name weighs at least what a more frequent one does. The held-out books are not
touched here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import cycle, pairwise, product
from math import exp

from acquaint.maths import sameness
from acquaint.text.evidence import Book
from bench import measuring
from bench.contacts.books import book

PAGE = measuring.ROOT / "acquaint" / "maths" / "sameness_weights.py"
# Seed, people, share of people written down more than once: small and large books, clean and untidy ones.
BOOKS = (
    *((100 + n, 60, 0.35) for n in range(20)),
    *((200 + n, 400, 0.2) for n in range(8)),
    *((300 + n, 1500, 0.35) for n in range(4)),
    (400, 5000, 0.1),
    (401, 5000, 0.35),
    (402, 5000, 0.6),
)
CULTURES = (99, 3, 1)  # each book as a mixture of all cultures, of three, and of one
HOMES = (None, 0.4, 0.05, None, 0.2)  # in turn: nobody's conversations told; many or few of one town
RIDGE = 2.0
AGAINST = (
    ".other",
    ".other:moved",
    ".apart",
    "met.together",
    "namesakes.one",
    "namesakes.several",
    "namesakes.many",
)
_RARITY = tuple(f"rarity.{word}" for word in ("frequent", "common", "uncommon", "rare", "unique"))
RARITIES = (_RARITY, tuple(f"{code}:brief" for code in _RARITY))
Patterns = dict[tuple[str, ...], tuple[int, int]]


def patterns(books: Iterable[tuple[int, int, float]], kind: str = "tuning") -> Patterns:
    """For each pattern of evidence, how many pairs of one person and of two people show it."""
    same: Counter[tuple[str, ...]] = Counter()
    other: Counter[tuple[str, ...]] = Counter()
    for ((seed, people, twice), mixed), home in zip(product(books, CULTURES), cycle(HOMES), strict=False):
        made = book(kind, seed, people, twice=twice, mixed=mixed, home=home)
        known = Book(entry.known() for entry in made.entries)
        for pair in sameness.pairs(known.keys()):
            (same if pair in made.same else other)[known.compare(*pair)] += 1
    return {codes: (same[codes], other[codes]) for codes in sorted({*same, *other})}


def fit(found: Patterns) -> dict[str, float]:
    """The weights, the constant under the name ""; findings that turn out on the wrong side get none."""
    names = ["", *sorted({code for codes in found for code in codes})]
    dropped: set[str] = set()
    merged: dict[str, str] = {}
    while True:
        weights = _newton(
            found, [name for name in names if name not in dropped and name not in merged], merged
        )
        wrong = {name for name, weight in weights.items() if _wrong(name, weight)}
        orders = [[merged.get(name, name) for name in some] for some in RARITIES]
        steps = [step for order in orders for step in pairwise(order)]
        falls = [(a, b) for a, b in steps if weights.get(a, 0) > weights.get(b, 0)]
        if not wrong and not falls:
            return {name: weights.get(merged.get(name, name), 0.0) for name in names}
        dropped |= wrong
        for lower, higher in falls[:1]:
            merged |= {name: lower for name in (*merged, higher) if merged.get(name, name) == higher}


def _wrong(code: str, weight: float) -> bool:
    if code.startswith(("name", "rarity")) or not code:
        return False
    return weight > 0 if code.endswith(AGAINST) else weight < 0


def _newton(found: Patterns, names: Sequence[str], merged: dict[str, str]) -> dict[str, float]:
    place = {name: number for number, name in enumerate(names)}
    rows = [
        ([0, *sorted({place[merged.get(c, c)] for c in codes if merged.get(c, c) in place})], yes, yes + no)
        for codes, (yes, no) in found.items()
    ]
    weights = [0.0] * len(names)
    for _step in range(40):
        gradient = [-RIDGE * weight for weight in weights]
        gradient[0] = 0.0
        curve = [
            [RIDGE * (i == j and i > 0) + 1e-9 * (i == j) for j in range(len(names))]
            for i in range(len(names))
        ]
        for places, yes, total in rows:
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, sum(weights[i] for i in places)))))
            slope, bend = yes - total * likely, total * likely * (1 - likely)
            for i in places:
                gradient[i] += slope
                line = curve[i]
                for j in places:
                    line[j] += bend
        step = _solve(curve, gradient)
        longest = max(map(abs, step))
        weights = [
            weight + part * min(1.0, 2.0 / longest) for weight, part in zip(weights, step, strict=True)
        ]
        if longest < 1e-7:
            break
    return dict(zip(names, weights, strict=True))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss elimination with pivots."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [value - factor * above for value, above in zip(rows[r], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][-1] - sum(rows[i][j] * found[j] for j in range(i + 1, size))) / rows[i][i]
    return found


def main() -> None:
    """Fit and write."""
    weights = fit(patterns(BOOKS))
    lines = [
        f'    "{code}": {weight:.2f},'
        for code, weight in sorted(weights.items())
        if code and abs(weight) >= 0.005
    ]
    PAGE.write_text(
        '"""Weights of evidence in natural logarithms, as `python -m bench.sameness_fit` writes them."""'
        "\n\nfrom __future__ import annotations\n\nfrom typing import Final\n\n"
        f"PRIOR: Final = {weights['']:.2f}\n"
        "WEIGHTS: Final[dict[str, float]] = {\n" + "\n".join(lines) + "\n}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
