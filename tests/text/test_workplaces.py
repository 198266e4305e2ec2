from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import workplaces as w


@pytest.mark.parametrize(
    ("level", "one", "other"),
    [
        ("same", "Acme GmbH", "ACME"),
        ("same", "Alder Systems Inc.", "Alder System, Ltd"),
        ("same", "International Bread Makers", "IBM"),
        ("same", "Blue Whale", "Bluewhale S.A."),
        ("same", "Univ. of Nowhere", "University of Nowhere"),
        ("near", "Acme Germany", "Acme"),
        ("near", "Alder Analytics", "Alder Analytcs"),
        ("other", "Acme", "Alder"),
    ],
)
def test_organizations(level, one, other):
    keys = w.organization(one), w.organization(other)
    assert w.compare_organizations(*keys) == w.compare_organizations(*reversed(keys)) == level


@pytest.mark.parametrize(
    ("level", "one", "other"),
    [
        ("same", "Sr. Software Eng.", "Senior Software Engineer"),
        ("same", "VP of Sales", "Vice President, Sales"),
        ("near", "Software Engineer", "Senior Software Engineer II"),
        ("other", "Software Engineer", "Sales Director"),
    ],
)
def test_positions(level, one, other):
    assert w.compare_positions(w.position(one), w.position(other)) == level


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ada@acme.de", "acme"),
        ("ada@mail.acme.co.uk", "acme"),
        ("ada@gmail.com", ""),
        ("ada@localhost", ""),
        ("", ""),
    ],
)
def test_the_organization_behind_an_address(address, name):
    assert w.domain(address) == name


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_texts_compare_the_same_both_ways(one, other):
    firms = w.organization(one), w.organization(other)
    assert w.compare_organizations(*firms) == w.compare_organizations(*reversed(firms))
    roles = w.position(one), w.position(other)
    assert w.compare_positions(*roles) == w.compare_positions(*reversed(roles))
