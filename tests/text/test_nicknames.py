from __future__ import annotations

import re

import pytest

from acquaint.text import nicknames
from acquaint.text.words.nicknames import GROUPS, OTHERS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bill", "william"),
        ("liz", "beth"),
        ("paco", "francisco"),
        ("sasha", "aleksandr"),
        ("kasia", "katarzyna"),
        ("beppe", "giuseppe"),
        ("giannis", "ioannis"),
        ("wim", "willem"),
        ("sepp", "josef"),
        ("mohamed", "muhammad"),
    ],
)
def test_short_forms_are_known_in_several_languages(one, other):
    assert nicknames.same(one, other)
    assert nicknames.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("maria", "marta"), ("jon", "ron"), ("anna", "hugo"), ("nobody", "no")]
)
def test_other_names_are_other_names(one, other):
    assert not nicknames.same(one, other)


def test_a_short_form_may_stand_for_several_names():
    assert {"alexander", "alexandra"} <= set(nicknames.full("alex"))
    assert nicknames.full("zzyzx") == ("zzyzx",)


def test_the_table_is_written_as_it_is_looked_up():
    words = [word for group in GROUPS for word in group] + sorted(OTHERS)
    assert not [word for word in words if not re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", word)]
    assert not [group for group in GROUPS if len(set(group)) != len(group)]
