"""Networks of chance to look for ways in: mean degree 18.7, thirty at an employer, 300 ties of one's own.

Four ties in five lie within a community of 150 people, as friends of friends do. The same seed makes the same
network as arrays (for searches in memory) and as rows (for the program on its database).
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from array import array
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from random import Random
from typing import Any

from bench import measuring

DEGREE, STAFF, OWN = 18.7, 30, 300
COMMUNITY, WITHIN = 150, 0.8
HOW = (
    ("close friends", 0.6),
    ("", 0.3),
    ("", 0.3),
    ("met once", 0.1),
)  # words of a tie, and their likelihood
ASKED = 15  # employers looked for


ARRAYS = {"begins": "q", "by": "i", "step": "f"}


class Packed(Mapping[int, dict[int, float]]):
    """Who brings me on to whom, kept in three arrays; somebody's ties become a dictionary when asked for."""

    def __init__(self, begins: array[int], by: array[int], step: array[float]) -> None:
        self.begins, self.by, self.step = begins, by, step

    def __getitem__(self, person: int) -> dict[int, float]:
        """Those who bring me to this person; IndexError for a number that nobody has."""
        begin, end = self.begins[person], self.begins[person + 1]
        return dict(zip(self.by[begin:end], self.step[begin:end], strict=True))

    def get(self, person: int, default: Any = None) -> Any:  # noqa: ARG002 (everybody is in)
        """The same: every number below the size is somebody."""
        return self[person]

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self)))

    def __len__(self) -> int:
        return len(self.begins) - 1


@dataclass(frozen=True, slots=True)
class Question:
    """Whom I know and how well, and the staff of each employer that is looked for."""

    own: dict[int, float]
    asked: list[list[int]]


def pairs(people: int, seed: int = 1) -> Iterator[tuple[int, int, int]]:
    """Who knows whom, and the place in HOW that says how; each pair once."""
    chance = Random(seed)
    draw, seen = chance.random, set[int]()
    wanted = round(people * DEGREE / 2)
    while len(seen) < wanted:
        a = int(draw() * people)
        near = draw() < WITHIN
        b = a - a % COMMUNITY + int(draw() * COMMUNITY) if near else int(draw() * people)
        key = a * people + b if a < b else b * people + a
        if a == b or b >= people or key in seen:
            continue
        seen.add(key)
        yield a, b, int(draw() * len(HOW))


def stored(people: int) -> Path:
    """The folder of the network as raw arrays and one JSON question; made once and kept."""
    folder = measuring.CACHE / f"graph-{people}"
    if not (folder / "question.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name, values in zip(ARRAYS, _arrays(people), strict=True):
            (folder / f"{name}.bin").write_bytes(values)
        question = {"own": list(own(people).items()), "asked": asked(people)}
        (folder / "question.json").write_text(json.dumps(question), encoding="utf-8")
    return folder


def load(folder: Path) -> tuple[Packed, Question]:
    """The network and the question from such a folder."""
    begins, by, step = (array(kind) for kind in ARRAYS.values())
    for name, values in zip(ARRAYS, (begins, by, step), strict=True):
        values.frombytes((folder / f"{name}.bin").read_bytes())
    told = json.loads((folder / "question.json").read_text(encoding="utf-8"))
    return Packed(begins, by, step), Question(dict(map(tuple, told["own"])), told["asked"])


def _arrays(people: int) -> tuple[array[int], array[int], array[float]]:
    first, second, how = array("i"), array("i"), array("b")
    degree = array("i", bytes(4 * (people + 1)))
    for a, b, words in pairs(people):
        first.append(a)
        second.append(b)
        how.append(words)
        degree[a] += 1
        degree[b] += 1
    begins = array("q", accumulate(chain((0,), degree[:people])))
    place = array("q", begins)
    by, step = array("i", bytes(4 * begins[-1])), array("f", bytes(4 * begins[-1]))
    for a, b, words in zip(first, second, how, strict=True):
        for to, other in ((a, b), (b, a)):
            by[place[to]], step[place[to]] = other, HOW[words][1]
            place[to] += 1
    return begins, by, step


def own(people: int, seed: int = 1) -> dict[int, float]:
    """Whom I know myself, and how well."""
    chance = Random(seed + 1)
    return {one: round(chance.uniform(0.02, 0.6), 6) for one in chance.sample(range(people), OWN)}


def asked(people: int, seed: int = 1) -> list[list[int]]:
    """The staff of some employers, drawn from everywhere, nobody of them known to me."""
    chance, known = Random(seed + 2), own(people, seed)
    return [[one for one in chance.sample(range(people), STAFF) if one not in known] for _ in range(ASKED)]


def database(people: int) -> Path:
    """A data folder in which these are the ties and the only contacts; made anew from the sample."""
    folder = measuring.CACHE / f"network-{people}"
    if not (folder / "ties").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(measuring.sample(people), folder)
        with closing(sqlite3.connect(folder / "acquaint.sqlite3")) as rows:
            _fill(rows, people)
        (folder / "ties").touch()
    return folder


CLEARED = """
    UPDATE person SET stage = 'known', first_contact = NULL, last_contact = NULL, last_two_way = NULL,
      answered_on = NULL, in_sum = 0, out_sum = 0, sums_on = NULL, introduced_by_id = NULL, how_met = '',
      met_on = ''
"""
MINE = """
    UPDATE person SET first_contact = date('now', '-400 days'), last_contact = date('now', '-20 days'),
      last_two_way = date('now', '-20 days'), answered_on = date('now', '-20 days'),
      sums_on = date('now', '-20 days'), in_sum = ?, out_sum = ? WHERE id = ?
"""


def _fill(rows: sqlite3.Connection, people: int) -> None:
    (owner,) = rows.execute("SELECT id FROM owner").fetchone()
    ids = [row[0] for row in rows.execute("SELECT id FROM person WHERE me_since IS NULL ORDER BY id")]
    rows.execute(CLEARED)
    rows.execute("DELETE FROM tie")
    rows.execute("DELETE FROM position")
    rows.executemany(MINE, ((5 * known, 3 * known, ids[one]) for one, known in own(people).items()))
    rows.executemany(
        "INSERT INTO tie (last_change, key, how, source, a_id, b_id, owner_id) VALUES (1, ?, ?, '', ?, ?, ?)",
        (
            (f"{number:010d}", HOW[words][0], ids[a], ids[b], owner)
            for number, (a, b, words) in enumerate(pairs(people))
        ),
    )
    for number, staff in enumerate(asked(people)):
        name = employer(number)
        made = rows.execute(
            "INSERT INTO organization (last_change, key, name, normal, notes, owner_id)"
            " VALUES (1, ?, ?, ?, '', ?)",
            (f"zz{number:08d}", name, name.lower(), owner),
        )
        rows.executemany(
            "INSERT INTO position (last_change, key, kind, title, started, ended, department,"
            " organization_id, owner_id, person_id) VALUES (1, ?, 'work', '', '', '', '', ?, ?, ?)",
            (
                (f"{number:05d}{place:05d}", made.lastrowid, owner, ids[one])
                for place, one in enumerate(staff)
            ),
        )
    rows.commit()
    rows.execute("ANALYZE")
    rows.commit()


def employer(number: int) -> str:
    """The name of an employer that is looked for."""
    return f"Measured {number:03d}"
