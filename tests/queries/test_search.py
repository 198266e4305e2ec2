from __future__ import annotations

import pytest

from acquaint.actions import interactions, journals, openings, people
from acquaint.queries import search
from acquaint.queries.search import SNIPPET, who
from tests import world


@pytest.fixture
def cast(scope):
    return {
        "ada": people.add(scope, name="Ada Moss", notes="builds bridges", organization="Ferncare").id,
        "zoe": people.add(scope, name="Zoë Đức-Ångström", notes="brüht Kaffee").id,
        "ming": people.add(scope, name="王小明", how_met="北京的合唱团").id,
        "bob": people.add(scope, name="Bob O'Bridge").id,
    }


def ids(scope, words, **more):
    return [hit.id for hit in who(scope, words, **more)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ada", ["ada"]),
        ("ADA", ["ada"]),
        ("mo", ["ada"]),
        ("moss ad", ["ada"]),
        ("bridges", ["ada"]),
        ("zoe", ["zoe"]),
        ("Zoë", ["zoe"]),
        ("duc", ["zoe"]),
        ("Đức", ["zoe"]),
        ("angstrom", ["zoe"]),
        ("bruht", ["zoe"]),
        ("王小明", ["ming"]),
        ("小明", ["ming"]),
        ("合唱", ["ming"]),
        ("o'bridge", ["bob"]),
        ("ada zoe", []),
    ],
)
def test_each_word_starts_a_word_in_any_script(scope, cast, words, found):
    assert ids(scope, words)[: len(found) or None] == [cast[name] for name in found]


@pytest.mark.parametrize(("words", "meant"), [("Adaa Moss", "ada"), ("bobb", "bob")])
def test_a_slip_of_the_hand_still_finds_people(scope, cast, words, meant):
    assert ids(scope, words)[0] == cast[meant]


def test_three_signs_are_too_few_to_guess_from(scope, cast):
    assert ids(scope, "Zeo") == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "☃",
        '"',
        "'",
        "*",
        "()",
        "ada OR",
        "NOT",
        "NEAR(a b)",
        "a AND",
        ":*",
        "a:b",
        "-ada",
        "%",
        "\x00",
    ],
)
def test_nothing_that_is_typed_is_read_as_a_command(scope, cast, words):
    who(scope, words)


def test_people_come_first_and_better_matches_before_weaker(scope, cast):
    journals.add(scope, text="The bridge at dawn, bridge by bridge.")
    found = who(scope, "bridge")
    assert [hit.type for hit in found] == ["person", "person", "journalentry"]
    assert found[0].id == cast["bob"]  # in the name, not in the notes


def test_a_snippet_shows_the_words_that_were_meant(scope, cast):
    long = "Before. " * 40 + "The falcon came at noon. " + "After. " * 40
    people.edit(scope, person=cast["ada"], notes=f"first line\n{long}")
    [hit] = who(scope, "falcon")
    assert "falcon came" in hit.snippet
    assert len(hit.snippet) <= SNIPPET + 2
    assert hit.snippet.startswith("…")
    assert hit.title == "Ada Moss"


def test_words_without_a_title_show_their_first_line(scope, cast):
    interactions.log(scope, people=[cast["ada"], cast["bob"]], kind="event", place="Tern Hall")
    [hit] = who(scope, "tern")
    assert (hit.title, hit.snippet) == ("Tern Hall", "Ada Moss, Bob O'Bridge")
    assert hit.person.id == cast["ada"]


def test_a_closed_person_is_marked(scope, cast):
    people.close(scope, person=cast["ada"])
    openings.add(scope, role="Falconer", source=cast["ada"])
    assert [hit.closed for hit in who(scope, "ada")] == [True]
    assert [hit.closed for hit in who(scope, "falconer")] == [True]
    assert [hit.closed for hit in who(scope, "bob")] == [False]


def test_nobody_searches_in_the_words_of_others(scope, other, cast):
    people.add(other, name="Ada Else", notes="builds bridges")
    assert ids(scope, "ada") == [cast["ada"]]
    assert who(other, "moss") == ()
    assert [hit.title for hit in who(other, "bridges")] == ["Ada Else"]


def test_a_limit_is_kept(scope):
    world.know(scope, *(f"Ada Number{number}" for number in range(30)))
    assert len(who(scope, "ada")) == 20
    assert len(who(scope, "ad", limit=5)) == 5
    assert len(who(scope, "ada", limit=0)) == 30


def test_searching_takes_the_same_few_questions_however_much_is_found(scope, django_assert_num_queries):
    def fill(count):
        for number in range(count):
            key = people.add(scope, name=f"Ada Number{number}", notes="bridges").id
            interactions.log(scope, people=[key], kind="coffee", text="bridges again")

    fill(1)
    with django_assert_num_queries(3):
        assert len(who(scope, "bridges", limit=0)) == 2
    fill(12)
    with django_assert_num_queries(3):
        assert len(who(scope, "bridges", limit=0)) == 26


def test_of_a_common_word_titles_come_first_and_nothing_is_lost(scope, monkeypatch):
    told = [people.add(scope, name=f"Ada Number{number}", notes="knows the bridge").id for number in range(4)]
    last = people.add(scope, name="Bridget Vale").id
    monkeypatch.setattr(search, "COMMON", 2)
    found = ids(scope, "bridg", limit=0)
    assert sorted(found) == sorted([*told, last])
    assert found[0] == last
    assert ids(scope, "bridg", limit=3) == found[:3]
    monkeypatch.setattr(search, "EVERYWHERE", 3)
    assert sorted(ids(scope, "bridg", limit=0)) == sorted(found)
