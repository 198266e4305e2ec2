from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from acquaint.actions.imports import known
from acquaint.text import contact_points, match_keys, names

WORDS = st.text(st.sampled_from("abzABZ -'&().,0éÉøŁ🚀\u00a0"), max_size=24)
NAMES = st.lists(
    st.sampled_from(["Ann", "Dr", "Prof", "MBA", "Phd", "O'Neil", "de", "X", "Mary-Jane", "Md"]), max_size=4
)


@given(WORDS | NAMES.map(" ".join))
def test_the_quick_keys_are_the_keys_of_the_house(text):
    assert match_keys.match_key(text) == names.normalise(text)
    assert known.kept(text) == names.storable(text)
    assert known.sort_key(text) == names.sort_name(text)


@given(st.text(st.sampled_from("abz-19ÄéB%/?#. "), max_size=16))
def test_a_members_address_has_the_key_of_the_house(slug):
    for url in (f"https://www.linkedin.com/in/{slug}", f"https://www.linkedin.com/in/{slug}/"):
        assert match_keys.profile_key(url) == contact_points.profile(url)[:400]
