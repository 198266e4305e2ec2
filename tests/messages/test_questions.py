"""The bank of questions: order, room, and what a repeat conversation skips."""

from __future__ import annotations

import pytest

from acquaint.messages.questions import BANK, CATEGORIES, Asked, choose

JOB_WORDS = ("hire me", "a job for me", "vacancy", "salary do you")


def codes(found):
    return [one.category for one in found]


@pytest.mark.parametrize("minutes", [5, 10, 15, 20, 30, 45, 60, 120])
@pytest.mark.parametrize("again", [False, True])
def test_there_is_always_one_must_ask_first_and_room_enough(minutes, again):
    found = choose(minutes=minutes, again=again)
    assert 5 <= len(found) <= 12
    assert [one.must for one in found] == [True] + [False] * (len(found) - 1)
    assert len({one.text for one in found}) == len(found)


def test_after_the_must_ask_the_order_is_that_of_a_conversation():
    rest = [CATEGORIES.index(code) for code in codes(choose(minutes=60))[1:]]
    assert rest == sorted(rest)


def test_more_time_means_more_questions():
    assert len(choose(minutes=20)) < len(choose(minutes=40)) <= len(choose(minutes=90))


def test_a_repeat_conversation_skips_path_and_work_and_starts_with_what_came_of_their_advice():
    found = choose(minutes=60, again=True, advice=["read the standard {first}"])
    assert not {"path", "work"} & set(codes(found))
    assert found[1].category == "again"
    assert "read the standard {first}" in found[1].text
    assert not {"again"} & set(codes(choose(minutes=60)))


def test_my_own_questions_are_in_and_the_must_among_them_leads():
    own = [Asked("own", "One?"), Asked("entry", "Two?", must=True)]
    found = choose(minutes=30, own=own)
    assert (found[0].text, found[0].must) == ("Two?", True)
    assert "One?" in {one.text for one in found}
    assert codes(found).count("entry") == 1


def test_many_own_questions_leave_room_for_a_beginning_and_an_end():
    found = choose(minutes=30, own=[Asked("own", f"{number}?") for number in range(20)])
    assert len([one for one in found if one.category == "own"]) <= 4
    assert "warm-up" in codes(found)


def test_what_was_asked_before_is_not_asked_again():
    first = {one.text for one in choose(minutes=60)}
    entry = next(one for one in BANK if one.code == "entry").questions
    second = {one.text for one in choose(minutes=60, asked=first)}
    assert entry[0] in first
    assert entry[1] in second


def test_without_an_introducer_nobody_is_asked_about_one():
    used = [BANK[0].questions[0]]
    assert BANK[0].questions[1] in {one.text for one in choose(minutes=60, asked=used, introduced=True)}
    assert BANK[0].questions[1] not in {one.text for one in choose(minutes=60, asked=used, introduced=False)}


def test_nothing_in_the_bank_asks_for_a_job():
    for category in BANK:
        for text in category.questions:
            assert not any(words in text.lower() for words in JOB_WORDS)
            assert text.endswith("?")


def test_advice_that_ends_in_a_full_stop_stands_in_the_sentence_without_it():
    said = [one.text for one in choose(minutes=30, advice=["Decide early."], again=True)]
    assert any("you advised: Decide early. Here is what came of it." in text for text in said)
