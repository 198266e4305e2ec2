from __future__ import annotations

import pytest

from bench.contacts import held_out, troubles
from bench.contacts.books import book
from bench.contacts.cultures import HELD_OUT, TUNING


@pytest.mark.parametrize("kind", ["tuning", "held out"])
def test_a_book_is_the_same_for_the_same_seed(kind):
    assert book(kind, 5, 120) == book(kind, 5, 120)
    assert book(kind, 5, 120) != book(kind, 6, 120)


@pytest.mark.parametrize(("kind", "least"), [("tuning", 12), ("held out", 10)])
def test_a_book_knows_its_truth_and_holds_every_kind_of_trouble(kind, least):
    made = book(kind, 8, 1500)
    assert all(made.entries[a].soul == made.entries[b].soul and a < b for a, b in made.same)
    assert len({entry.soul for entry in made.entries}) + len(made.same) > len(made.entries)
    assert len({part for entry in made.entries for part in entry.trouble.split(" + ")}) > least


def test_the_held_out_kinds_share_no_names_and_hardly_a_trouble_with_the_tuned_ones():
    assert not set(TUNING) & set(HELD_OUT)
    assert {change.__name__ for change in held_out.CHANGES} & {
        change.__name__ for change in troubles.CHANGES
    } == {
        "less",
        "new_job",
    }
    assert not set(held_out.LOOKALIKES) & set(troubles.LOOKALIKES)
