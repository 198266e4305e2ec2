"""The same pairs weighed by recordlinkage; runs under an interpreter of its own, never under the project's.

Reads from standard input the books as JSON (`bench.sameness` writes them) and prints for each book the
probability that two of its ways of deciding give each pair: ECM (no labels) and logistic regression (labels
of the first book).
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import numpy as np
import pandas as pd
import recordlinkage as rl

ALIKE = {"name": "jarowinkler", "firm": "jarowinkler", "title": "jarowinkler"}
EQUAL = ("email", "phone", "profile", "town", "born")
BINARY = 0.95


def features(book: dict[str, Any]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Similarities of each pair, and for the logistic regression whether both sides had the field."""
    people = pd.DataFrame(book["entries"]).replace("", None)
    pairs = pd.MultiIndex.from_tuples([tuple(pair) for pair in book["pairs"]])
    compare = rl.Compare()
    for field, method in ALIKE.items():
        compare.string(field, field, method=method, label=field)
    for field in EQUAL:
        compare.exact(field, field, label=field)
    found = compare.compute(pairs, people)
    shared = [len(set(people.circle[a] or ()) & set(people.circle[b] or ())) > 0 for a, b in book["pairs"]]
    found["circle"] = np.array(shared, dtype=float)
    left, right = people.loc[pairs.get_level_values(0)], people.loc[pairs.get_level_values(1)]
    present = {
        f"has {field}": (left[field].notna().to_numpy() & right[field].notna().to_numpy()).astype(float)
        for field in (*ALIKE, *EQUAL)
        if field != "name"
    }
    return found, found.assign(exactly=(found.name == 1.0).astype(float), **present)


def main() -> None:
    """Probabilities for every book after the first, which has the labels."""
    began = time.process_time()
    learnt, *asked = json.load(sys.stdin)
    _plain, wide = features(learnt)
    same = {tuple(pair) for pair in learnt["same"]}
    regression = rl.LogisticRegressionClassifier()
    regression.fit(wide, pd.MultiIndex.from_tuples([pair for pair in wide.index if tuple(pair) in same]))
    answers = []
    for book in asked:
        plain, wide = features(book)
        ecm = rl.ECMClassifier(binarize=BINARY)
        ecm.fit(plain)
        answers.append(
            {"ecm": list(map(float, ecm.prob(plain))), "logistic": list(map(float, regression.prob(wide)))}
        )
    json.dump({"answers": answers, "seconds": time.process_time() - began}, sys.stdout)


if __name__ == "__main__":
    main()
