"""Forms of one word, and slips of the hand: what is taken for the same and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text.wordforms import FORM, SLIP, WHOLE, is_form, meant, share, words

WORDS = st.text(st.characters(categories=["Ll", "Lo", "Nd"]), min_size=1, max_size=12)


SAME = (
    "nurse nursing, nurse nurses, analyst analysis, analyst analytics, manager management, sale sales,"
    " developer development, engineer engineering, accountant accounting, administrator administration,"
    " economist economics, therapist therapy, photographer photography, teacher teaching, designer design,"
    " marketing market, policy policies, librarian library, statistics statistician"
)
OTHER = "care career, market marker, data date, nurse purse, part partner, state station, inter intern"


@pytest.mark.parametrize("pair", SAME.split(", "))
def test_forms_of_one_word(pair):
    one, other = pair.split()
    assert is_form(one, other)
    assert is_form(other, one)


@pytest.mark.parametrize("pair", OTHER.split(", "))
def test_words_that_only_begin_alike(pair):
    assert not is_form(*pair.split())


def test_a_slip_is_read_only_where_nothing_else_is_meant():
    assert meant(["analist"], {"analyst", "annalist", "nurse"}) == [{"analyst": SLIP, "annalist": SLIP}]
    assert meant(["nurse"], {"nurse", "purse"}) == [{"nurse": WHOLE}]
    assert meant(["nursing"], {"nurse", "cursing"}) == [{"nurse": FORM}]
    assert meant(["date"], {"data"}) == [{}]


def test_words_that_say_nothing_are_left_out_unless_there_is_nothing_else():
    assert words("Somebody who speaks German, C++ and R") == ["german", "c++", "r"]
    assert words("who is it") == ["who", "is", "it"]
    assert words("データ アナリスト") == ["データ", "アナリスト"]


def test_a_text_counts_by_the_share_of_words_it_holds():
    wanted = meant(words("data analyst"), {"data", "analysis"})
    assert share("Data entry", wanted) == 0.5
    assert share("Analysis of data", wanted) == pytest.approx((WHOLE + FORM) / 2)
    assert share("Nurse", wanted) == share("Data", []) == 0.0


@given(st.lists(WORDS, max_size=4), st.sets(WORDS, max_size=6), st.text(max_size=40))
def test_a_share_lies_between_none_and_whole(wanted, known, text):
    assert 0.0 <= share(text, meant(wanted, known)) <= 1.0


@given(WORDS, WORDS)
def test_likeness_of_forms_is_mutual(one, other):
    assert is_form(one, other) == is_form(other, one)
