from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import towns


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Greater Munich Area, Germany", "munich"),
        ("München", "munich"),
        ("Wien, Österreich", "vienna"),
        ("New York City, NY", "new york"),
        ("NYC", "new york"),
        ("San Francisco Bay Area", "san francisco"),
        ("", ""),
        (", ,", ""),
        ("Germany", ""),
        ("Lindenweg 3\n80331 München\nGermany", "munich"),
        ("Lindenweg 3, 80331 München, Deutschland", "munich"),
        ("Lindenweg 3\nD-80331 München", "munich"),
        ("1234 Main Street, Springfield, IL 62704", "springfield"),
        ("1234 Main Street\n62704 Springfield\nIL\nUSA", "springfield"),
        ("1234 Main Street\nSpringfield\nIL\nUSA", "springfield"),
        ("10 Mill Road, London SW1A 1AA", "london"),
        ("10 Mill Road\nLondon\nSW1A 1AA\nUnited Kingdom", "london"),
        ("Havnegade 9\n1058 København K", "copenhagen"),
        ("Damrak 1, 1012 LG Amsterdam", "amsterdam"),
        ("Rua do Ouro 5\n1100-061 Lisboa\nPortugal", "lisbon"),
        ("100 Queen St W, Toronto, ON M5H 2N2", "toronto"),
        ("Storgatan 4\n113 51 Stockholm", "stockholm"),
        ("10115 Berlin, Germany", "berlin"),
        ("Postfach 7\nBern\nSchweiz", "bern"),
        ("Mill House\nLindenweg\nSomewhere 3", ""),
        ("Москва", "moscow"),
    ],
)
def test_the_town_of_a_place_or_an_address(text, town):
    assert towns.of(text) == town


def test_a_street_alone_is_no_town():
    assert towns.of("1234 Main Street") == ""
    assert towns.of("Lindenweg 3") == ""


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("Likes tea.\nLocation: Lisbon, Portugal\nStandort: Wien", ("Lisbon, Portugal", "Wien")),
        ("We spoke of location: Lisbon", ()),
        ("Place: \n", ()),
        ("", ()),
    ],
)
def test_places_that_a_source_stated_in_a_line_of_its_own(notes, found):
    assert towns.stated(notes) == found


@given(st.text(max_size=40))
def test_any_text_gives_a_key_that_is_its_own_key_or_nothing(text):
    assert towns.of(towns.of(text)) in {towns.of(text), ""}
