"""Where the same person is looked for: whoever may be one shares a key, and crowds share none."""

from __future__ import annotations

import pytest

from acquaint.text.entries import Known
from acquaint.text.evidence import Book

CROWD = 12


def meet(one, other, *crowd):
    first, second, *_rest = Book([one, other, *crowd]).keys()
    return bool(first & second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Bergenthal", "Bergenthal, Ada"),
        ("Ada Bergenthal", "A. Bergenthal"),
        ("Bill Bergenthal", "W. Bergenthal"),
        ("Bill Bergenthal", "William Bergenthal"),
        ("Ada Bergenthal", "Ada Bergentahl"),
        ("Ada Bergenthal", "Ada Bergental"),
        ("Ada Bergenthal", "Ada Wergenthal"),
        ("Aoife Reyes", "areyes"),
        ("Anne-Marie Moss", "Annemarie Moss"),
        ("Wang Xiaoming", "Xiaoming Wang"),
        ("Yuri Moss", "Юрий Moss"),
        ("Maximiliana Thorvaldsen", "Maximliana Torvaldsen"),
    ],
)
def test_two_ways_of_writing_a_name_meet(one, other):
    assert meet(Known((one,)), Known((other,)))


def test_a_name_that_nobody_writes_short_has_no_short_keys():
    keys = set().union(*Book([Known(("Ada Moss",)), Known(("Anna Moss",))]).keys())
    assert not [key for key in keys if key.startswith(("w:", "a:"))]
    assert not meet(Known(("Ada Moss",)), Known(("Anton Moss",)))


def test_one_given_name_meets_another_family_name_by_what_is_around_them():
    for around in (
        {"organizations": ("Acme",)},
        {"contacts": frozenset({1})},
        {"company": frozenset({1})},
        {"places": ("Lisbon",)},
        {"birthday": "1980-05-02"},
    ):
        assert meet(Known(("Ada Moss",), **around), Known(("Ada Bergen",), **around))
    assert not meet(Known(("Ada Moss",)), Known(("Ada Bergen",)))


def test_at_a_large_firm_only_whoever_stands_there_by_one_name_meets_all_of_it():
    crowd = [Known((f"Person{chr(97 + n)} Family{n}",), organizations=("Acme",)) for n in range(CROWD)]
    ada, bergen, only = (
        Known((name,), organizations=("Acme",)) for name in ("Ada Moss", "Ada Bergen", "Ada")
    )
    assert not meet(ada, bergen, *crowd)
    assert meet(ada, only, *crowd)


def test_a_mailbox_name_that_is_a_word_of_names_brings_nobody_together():
    ada = Known(("Ada Bergen",), emails=("bergen@one.test",))
    zoe = Known(("Zoe Bergen",), emails=("bergen@two.test",))
    assert not meet(ada, zoe)
    assert meet(Known((), emails=("zbergen@one.test",)), Known((), emails=("zbergen@two.test",)))
