"""Who is the same person: precision, recall, F1 and calibration on books held apart, beside recordlinkage.

recordlinkage weighs the same pairs under an interpreter of its own: `ACQUAINT_RECORDLINKAGE` names the Python
of a throw-away environment with `pip install recordlinkage`. Its rows are left out where there is none.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import log
from statistics import median

from acquaint.maths import sameness
from acquaint.text import scripts
from acquaint.text.evidence import Book
from bench import measuring
from bench.contacts.books import AddressBook, book

RIVAL = measuring.ROOT / "bench" / "sameness_rival.py"
LEARNT = ("tuning", 402, 5000, 0.35)  # with labels, for whoever wants to learn from them
# Kind of trouble, seed, people, share of them written down more than once, and, where conversations are told
# too, the share of one town. No seed here is one of the fit's.
ASKED = {
    "tuned kinds, new seeds": (
        ("tuning", 9001, 400, 0.35),
        ("tuning", 9002, 3000, 0.35),
        ("tuning", 9003, 5000, 0.15),
    ),
    "held-out kinds and names": (
        ("held out", 9101, 400, 0.35),
        ("held out", 9102, 3000, 0.35),
        ("held out", 9103, 5000, 0.15),
    ),
    "sealed kinds and names": (
        ("sealed", 9201, 400, 0.35),
        ("sealed", 9202, 3000, 0.35),
        ("sealed", 9203, 5000, 0.15),
    ),
    "third kinds and names": (
        ("third", 9301, 400, 0.35, 0.3),
        ("third", 9302, 3000, 0.35, 0.05),
        ("third", 9303, 5000, 0.15, 0.15),
    ),
}
LARGE = 21_200  # people, who make about 30,000 entries
GROWTH = ((7_100, 3), (LARGE, 3), (71_000, 1))  # people, rounds: 10^4, 3 * 10^4 and 10^5 entries
BANDS = ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.99), (0.99, 1.01))
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one method said about the candidate pairs of one book."""

    likely: Sequence[float]
    truth: Sequence[bool]
    out_of: int  # true pairs, those that were never candidates included

    def at(self, line: float = 0.5) -> tuple[float, float, float]:
        """Precision, recall and F1 when everything likelier than the line is taken."""
        taken = [true for likely, true in zip(self.likely, self.truth, strict=True) if likely >= line]
        right = sum(taken)
        precision, recall = right / max(1, len(taken)), right / max(1, self.out_of)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def loss(self) -> float:
        """Mean log loss over the candidates; probabilities are kept off 0 and 1 by a millionth."""
        kept = (min(1 - 1e-6, max(1e-6, likely)) for likely in self.likely)
        return -sum(log(p if true else 1 - p) for p, true in zip(kept, self.truth, strict=True)) / len(
            self.truth
        )

    def error(self) -> float:
        """Expected calibration error without the lowest band, which holds nearly all pairs."""
        open_ones = [row for row in self.bands() if row[0] >= BANDS[0][1]]
        off = sum(abs(said - seen) * count for said, seen, count in open_ones)
        return off / max(1, sum(count for _said, _seen, count in open_ones))

    def bands(self) -> list[tuple[float, float, int]]:
        """For each band: mean probability said, share seen, number of pairs."""
        rows = []
        for low, high in BANDS:
            some = [(p, t) for p, t in zip(self.likely, self.truth, strict=True) if low <= p < high]
            if some:
                rows.append(
                    (sum(p for p, _t in some) / len(some), sum(t for _p, t in some) / len(some), len(some))
                )
        return rows


@dataclass(frozen=True, slots=True)
class Case:
    """A book, its candidate pairs and what evidence each shows."""

    made: AddressBook
    pairs: list[Pair]
    codes: list[tuple[str, ...]]

    def answer(self, likely: Sequence[float]) -> Answer:
        """The probabilities beside the truth."""
        return Answer(likely, [pair in self.made.same for pair in self.pairs], len(self.made.same))

    def told(self) -> dict[str, object]:
        """For the rival: names in Latin letters in one order, addresses as keys, and the same pairs."""
        return {
            "entries": [_row(entry) for entry in self.made.entries],
            "pairs": self.pairs,
            "same": sorted(self.made.same),
        }


def _row(entry: object) -> dict[str, object]:
    row = asdict(entry)  # type: ignore[call-overload]
    name = " ".join(sorted(scripts.latin(row["name"].replace(",", " ").replace("-", " ")).split()))
    return {
        **row,
        "name": name,
        "circle": sorted(row["circle"] | row["company"]),
        "events": [],
        "company": [],
    }


def case(kind: str, seed: int, people: int, twice: float, home: float | None = None) -> Case:
    """A book with its candidates compared."""
    made = book(kind, seed, people, twice=twice, home=home)
    known = Book(entry.known() for entry in made.entries)
    pairs = sameness.pairs(known.keys())
    return Case(made, pairs, [known.compare(*pair) for pair in pairs])


def merged(answers: Iterable[Answer]) -> Answer:
    """Several books as one."""
    some = list(answers)
    return Answer(
        [p for answer in some for p in answer.likely],
        [t for answer in some for t in answer.truth],
        sum(answer.out_of for answer in some),
    )


def run() -> str:
    """The tables of docs/benchmarks.md."""
    speed = _speed()  # first, while this process is small: a child's peak begins with its parent's
    cases = {name: [case(*asked) for asked in books] for name, books in ASKED.items()}
    rival = _rival([case(*LEARNT), *(one for some in cases.values() for one in some)])
    rows, calibration, place = [], [], 0
    for name, some in cases.items():
        own = merged(one.answer([sameness.probability(codes) for codes in one.codes]) for one in some)
        answers = {"Acquaint": own}
        for method in ("ecm", "logistic") if rival else ():
            said = [one.answer(rival[place + i][method]) for i, one in enumerate(some)]
            answers[f"recordlinkage, {METHODS[method]}"] = merged(said)
        place += len(some)
        rows += [_scores(name, method, answer) for method, answer in answers.items()]
        rows.append(_certain(name, some))
        calibration += [(name, *row) for row in _bands(own)]
    head = ("books", "method", "precision", "recall", "F1", "log loss", "calibration error above .1")
    parts = [measuring.table(head, rows)]
    parts += [] if rival else ["recordlinkage was not at hand: its rows are left out."]
    parts += ["Said and seen:", measuring.table(("books", "said", "seen", "pairs"), calibration), speed]
    return "\n\n".join(parts)


METHODS = {"ecm": "ECM without labels", "logistic": "logistic regression on the labels of a tuned book"}


def _scores(name: str, method: str, answer: Answer) -> tuple[str, ...]:
    return (name, method, *(f"{x:.3f}" for x in answer.at()), f"{answer.loss():.4f}", f"{answer.error():.3f}")


def _certain(name: str, cases: Sequence[Case]) -> tuple[str, ...]:
    """What would be joined without asking, by the rule and not by a number."""
    sure = merged(one.answer([float(sameness.certain(codes)) for codes in one.codes]) for one in cases)
    precision, recall, _f1 = sure.at()
    joined = sum(likely > 0 for likely in sure.likely)
    return (
        name,
        f"Acquaint, certain by rule ({joined} pairs)",
        f"{precision:.3f}",
        f"{recall:.3f}",
        "",
        "",
        "",
    )


def _bands(answer: Answer) -> list[tuple[str, str, int]]:
    return [(f"{said:.2f}", f"{seen:.2f}", count) for said, seen, count in answer.bands()]


def _rival(cases: Sequence[Case]) -> list[dict[str, list[float]]]:
    python = os.environ.get("ACQUAINT_RECORDLINKAGE", "")
    if not python:
        return []
    said = subprocess.run(
        [python, str(RIVAL)],
        input=json.dumps([one.told() for one in cases]),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[dict[str, list[float]]] = json.loads(said.stdout)["answers"]
    return answers


# ── How long ─────────────────────────────────────────────────────────────────────────────────────

TIMED = """
import sys
from bench.contacts.books import book
from acquaint.text.evidence import Book
from acquaint.maths import sameness
entries = [entry.known() for entry in book("tuning", 7, int(sys.argv[1])).entries]
if sys.argv[2] == "find":
    known = Book(entries)
    sameness.find(known.keys(), known.compare)
"""


def _speed() -> str:
    """Seconds for the whole search as books grow: a run with it less a run without."""
    head = ("entries", "seconds (processor)", "µs an entry", "seconds (wall)", "peak MiB, of it the data")
    return measuring.table(head, [_timed(people, rounds) for people, rounds in GROWTH])


def _timed(people: int, rounds: int) -> tuple[str, ...]:
    runs = {
        what: [measuring.once([sys.executable, "-c", TIMED, str(people), what]) for _round in range(rounds)]
        for what in ("nothing", "find")
    }
    found, empty = (
        {name: median(getattr(run, name) for run in runs[what]) for name in ("cpu", "wall", "peak")}
        for what in ("find", "nothing")
    )
    entries = len(book("tuning", 7, people).entries)
    cpu, wall = (found[name] - empty[name] for name in ("cpu", "wall"))
    peaks = f"{found['peak']:.0f}, {empty['peak']:.0f}"
    return f"{entries:,}", f"{cpu:.1f}", f"{cpu / entries * 1e6:.0f}", f"{wall:.1f}", peaks
