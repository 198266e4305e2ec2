from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.text.entries import Known, tail
from acquaint.text.evidence import Book

ADA = Known(
    ("Ada Bergenthal",),
    emails=("ada@bergenthal.test",),
    phones=("+4915112345678",),
    profiles=("linkedin.com/in/ada",),
    organizations=("Acme GmbH",),
    positions=("Software Engineer",),
    places=("Munich",),
    birthday="1980-05-02",
    contacts=frozenset({"bo", "cy"}),
)


def _codes(one: Known, other: Known) -> set[str]:
    crowd = [Known((f"Person{chr(97 + n)} Family{chr(110 - n)}",)) for n in range(9)]
    return set(Book([one, other, *crowd]).compare(0, 1))


def test_everything_that_agrees_is_found():
    assert _codes(ADA, ADA) == {
        "name.same",
        "rarity.unique",
        "email.same:agrees",
        "phone.same:agrees",
        "profile.same:agrees",
        "birthday.same:agrees",
        "firm.same:rare",
        "position.same",
        "place.same",
        "contacts.several",
    }


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("email.other", {"emails": ("else@where.test",)}),
        ("phone.other", {"phones": ("+4915187654321",)}),
        ("profile.other", {"profiles": ("linkedin.com/in/ada-2",)}),
        ("firm.other", {"organizations": ("Zenith AG",), "emails": ()}),
        ("position.other", {"positions": ("Sales Director",)}),
        (
            "position.other:moved",
            {"positions": ("Sales Director",), "organizations": ("Zenith AG",), "emails": ()},
        ),
        ("email.apart", {"emails": ("a.b@bergenthal.test",)}),
        ("place.same", {"places": ("Lindenweg 3\n80331 München\nGermany",)}),
        ("place.same", {"places": ("Lisbon",), "haunts": ("Munich",)}),
        ("generation.one", {"names": ("Ada Bergenthal Jr.",)}),
        ("place.other", {"places": ("Lisbon",)}),
        ("birthday.other", {"birthday": "1980-05-03"}),
        ("birthday.other", {"birthday": "1981"}),
        ("birthday.same:agrees", {"birthday": "--05-02"}),
        ("contacts.one", {"contacts": frozenset({"cy"})}),
        ("phone.same:agrees", {"phones": ("015112345678",)}),
        ("email.same:changed", {"names": ("Ada Weberling",)}),
        ("email.same:clashes", {"names": ("Hugo Weberling",)}),
        ("name.same", {"names": ("Hugo Weberling", "Bergenthal, Ada")}),
    ],
)
def test_what_differs_is_found(code, change):
    assert code in _codes(ADA, dataclasses.replace(ADA, **change))


def test_what_is_missing_says_nothing():
    assert _codes(ADA, Known(("Ada Bergenthal",))) == {"name.same", "rarity.unique"}


def test_a_mailbox_of_the_house_is_not_one_persons():
    shared = [Known((name,), emails=("info@acme.test",)) for name in ("Ada Bergen", "Ada Bergen")]
    assert "email.house:agrees" in _codes(*shared)
    crowd = [Known((f"{name} Bergen",), emails=("bergen@home.test",)) for name in ("Ada", "Ada", "Hugo")]
    assert "email.house:agrees" in Book(crowd).compare(0, 1)


def test_an_address_that_one_person_has_three_times_is_theirs():
    crowd = [
        Known((name,), emails=("bergen@home.test",)) for name in ("Ada Bergen", "Bergen, Ada", "A. Bergen")
    ]
    assert "email.same:agrees" in Book(crowd).compare(0, 1)
    numbers = [dataclasses.replace(one, emails=(), phones=("+4915112345678",)) for one in crowd]
    assert "phone.same:agrees" in Book(numbers).compare(0, 1)


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_an_initial_that_fits_two_people_of_a_house_makes_them_no_one_person(turn):
    names = ("A. Bergen", "Ada Bergen", "Anton Bergen")
    crowd = [Known((name,), emails=("bergen@home.test",)) for name in (*names[turn:], *names[:turn])]
    book = Book(crowd)
    assert all("email.same:agrees" not in book.compare(at, other) for at in range(3) for other in range(at))


def test_an_address_of_very_many_is_a_house_whatever_they_are_called():
    crowd = [Known(("Ada Bergen",), emails=("bergen@home.test",)) for _entry in range(13)]
    assert "email.house:agrees" in Book(crowd).compare(0, 1)


def test_the_front_page_of_a_site_is_nobodys_own():
    page = [Known(("Ada Bergen",), profiles=("acme.test",)), Known(("Ada Bergen",), profiles=("acme.test",))]
    assert "profile.same:agrees" not in _codes(*page)
    own = [dataclasses.replace(one, profiles=("acme.test/ada",)) for one in page]
    assert "profile.same:agrees" in _codes(*own)


def test_places_that_say_nothing_speak_neither_for_nor_against():
    lisbon = dataclasses.replace(ADA, places=("Lisbon",))
    assert not {"place.same", "place.other"} & _codes(lisbon, dataclasses.replace(ADA, places=("Portugal",)))
    been = dataclasses.replace(ADA, places=(), haunts=("Munich",))
    assert "place.other" not in _codes(lisbon, been)


def test_the_town_of_nearly_everybody_says_less():
    crowd = [Known((f"Person{chr(97 + n)} Family{n}",), places=("Munich",)) for n in range(5)]
    book = Book([ADA, dataclasses.replace(ADA, places=("Munich, Germany",)), *crowd])
    assert "place.big" in book.compare(0, 1)


def test_who_knows_nearly_everybody_says_less():
    crowd = [Known((f"Person{chr(97 + n)} Family{n}",), contacts=frozenset({"hub"})) for n in range(8)]
    one, other = (dataclasses.replace(ADA, contacts=frozenset({"hub", own})) for own in "ab")
    assert "contacts.hub" in Book([one, other, *crowd]).compare(0, 1)
    assert "contacts.one" in Book([one, other]).compare(0, 1)


def test_conversations_with_the_same_people_speak_for_it_but_not_one_conversation_of_both():
    one = dataclasses.replace(ADA, contacts=frozenset(), company=frozenset({1, 2}), threads=frozenset({"x"}))
    other = dataclasses.replace(one, threads=frozenset({"y"}))
    assert "company.several" in _codes(one, other)
    assert "company.one" in _codes(one, dataclasses.replace(other, company=frozenset({2, 3})))
    assert not {"company.one", "company.several"} & _codes(one, one)
    known = dataclasses.replace(ADA, contacts=frozenset({1}))
    assert "company.one" in _codes(one, known)


def test_two_at_one_meeting_are_noticed():
    seen = dataclasses.replace(ADA, met=frozenset({7}))
    assert "met.together" in _codes(seen, seen)


def test_only_a_shared_address_speaks_for_two_different_given_names():
    twin = dataclasses.replace(ADA, names=("Hugo Bergenthal",), phones=(), profiles=())
    assert _codes(ADA, twin) == {"name.other_given", "email.same:clashes"}
    assert _codes(ADA, dataclasses.replace(twin, emails=())) == {"name.other_given"}


def test_a_frequent_name_weighs_less_than_a_rare_one():
    crowd = [Known((f"Anna {family}",)) for family in ["Bergen"] * 40 + ["Xanthopulu"] * 2]
    book = Book(crowd)
    assert "rarity.frequent" in book.compare(0, 1)
    assert "rarity.frequent" not in book.compare(40, 41)


def test_a_number_agrees_with_and_without_its_country():
    assert tail("+4915112345678") == tail("015112345678")
    assert tail("+4915112345678;ext=3") != tail("+4915112345678")
    assert tail("112") == tail("pager") == tail("") == ""


FIELDS = st.fixed_dictionaries(
    {
        "names": st.lists(
            st.sampled_from(["Ada Bergen", "A. Bergen", "Bergen, Ada", "Hugo B", "⭐", ""]), max_size=2
        ),
        "emails": st.lists(st.sampled_from(["ada@x.test", "info@x.test", "bo@y.test"]), max_size=2),
        "phones": st.lists(st.sampled_from(["+4915112345678", "015112345678", "112"]), max_size=2),
        "organizations": st.lists(st.sampled_from(["Acme", "Acme AG", "", "!"]), max_size=2),
        "birthday": st.sampled_from(["", "1980", "1980-05", "1980-05-02", "--05-02"]),
        "contacts": st.frozensets(st.integers(0, 3)),
        "company": st.frozensets(st.integers(0, 3)),
        "places": st.lists(st.sampled_from(["Rome", "Via 1, 00184 Roma", "Italy", ""]), max_size=2),
        "haunts": st.lists(st.sampled_from(["Rom", "Paris"]), max_size=1),
    }
).map(lambda found: Known(**{k: tuple(v) if isinstance(v, list) else v for k, v in found.items()}))


@settings(max_examples=60)
@given(st.lists(FIELDS, min_size=2, max_size=6))
def test_evidence_is_the_same_both_ways_and_in_any_order_of_fields(entries):
    book = Book(entries)
    turned = Book(
        dataclasses.replace(one, names=one.names[::-1], emails=one.emails[::-1], phones=one.phones[::-1])
        for one in entries
    )
    for other in range(1, len(entries)):
        assert book.compare(0, other) == book.compare(other, 0) == turned.compare(0, other)
    assert list(book.keys()) == list(turned.keys())
