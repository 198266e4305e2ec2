"""Search as one types: 30,000 people and 300,000 contacts, in process, over names chosen from a seed."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from typing import Any

from bench import measuring, within

PEOPLE, ASKED, HITS = 30_000, 80, 12
BUDGETS = {"people": 10, "typo": 5, "notes": 60}


def run() -> str:
    """One row for each way of typing: the median, the 95th percentile, and what is allowed."""
    found = within.elsewhere("bench.searching", measuring.sample(PEOPLE))
    rows = []
    for name, one in found.items():
        middle, late = within.spread(one["times"])
        budget = f"p95 ≤ {BUDGETS[one['kind']]}" if one["kind"] in BUDGETS else ""
        rows.append((name, f"{middle:.1f}", f"**{late:.1f}**", budget))
    return measuring.table(
        (f"{PEOPLE:,} people, {PEOPLE * 10:,} contacts", "ms (median)", "p95", "budget"), rows
    )


def _here() -> dict[str, dict[str, Any]]:
    scope = within.scope()
    from acquaint.models import Person
    from acquaint.queries import people, search

    names = list(Person.objects.of(scope).order_by("id").values_list("normal", flat=True))
    chosen = random.Random(2026).sample(names, ASKED)

    def found(words: str) -> None:
        search.who(scope, words, limit=HITS)

    def listed(words: str) -> None:
        people.page(scope, search=words, limit=50)

    found(_slip(chosen[0]))  # the first slip reads everybody's names, once
    starts = [[name[:length] for name in chosen] for length in range(1, 6)]
    told = {
        **{f"search, {len(typed[0])} letters": ("people", typed, found) for typed in starts},
        "search, a full name": ("people", chosen, found),
        "search, a name with a slip": ("typo", [_slip(name) for name in chosen], found),
        "search, a word of the notes": ("notes", _words(scope), found),
        **{f"the list of people, {len(typed[0])} letters": ("", typed, listed) for typed in starts},
        "the list of people, a full name": ("", chosen, listed),
    }
    return {name: {"kind": kind, "times": _times(words, deed)} for name, (kind, words, deed) in told.items()}


def _times(words: list[str], deed: Callable[[str], None]) -> list[float]:
    deed(words[0])
    return [within.spent(lambda said=said: deed(said)) for said in words]  # type: ignore[misc]


def _slip(name: str) -> str:
    """The longest word of a name, one letter in its middle left out."""
    word = max(name.split(), key=len)
    return word[: len(word) // 2] + word[len(word) // 2 + 1 :]


def _words(scope: Any) -> list[str]:
    """Words of what was written about contacts, the common among them as often as they are used."""
    from acquaint.models import Interaction

    texts = Interaction.objects.of(scope).order_by("id").values_list("text", flat=True)[:5000]
    words = [word.strip(".,;:“”\"'()") for text in texts for word in text.split() if len(word) > 2]
    return random.Random(7).sample(words, min(ASKED, len(words)))


if __name__ == "__main__":
    print(json.dumps(_here()) if len(sys.argv) > 1 else run())
