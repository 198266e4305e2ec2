from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import likeness
from acquaint.text.likeness import compare, read

LEVELS = [
    ("same", "Aoife O'Brien-Reyes", "OBrien Reyes, Aoife"),
    ("same", "Nguyễn Văn An", "An Nguyen"),
    ("same", "李伟", "Wei Li"),
    ("same", "Maria-Luisa Rosaria", "Marialuisa Rosaria"),
    ("same", "Ludwig van Bergen", "Ludwig Bergen"),
    ("same", "Dr. Jörg Müllner, MBA", "Jorg Mullner"),
    ("same", "Jon Doemann Jr.", "Jon Doemann"),
    ("same", "Sukarnoto", "sukarnoto"),
    ("nickname", "Bill Ashworth", "William Ashworth"),
    ("nickname", "Катя Дубина", "Ekaterina Dubina"),
    ("spelling", "Юрий Чайкин", "Juri Tschaikin"),
    ("spelling", "Jörg Müllner", "Joerg Muellner"),
    ("part", "María García Lopezosa", "Maria Garcia"),
    ("initial", "J. Ashworth", "John Ashworth"),
    ("initial", "E. Ashworth", "Elena Ashworth"),
    ("typo", "Anna Ashwroth", "Anna Ashworth"),
    ("account", "areyes", "Aoife Reyes"),
    ("single", "Aoife", "Aoife Reyes"),
    ("other_family", "Anna Ashworth", "Anna Weberling"),
    ("other_given", "Anna Ashworth", "Hugo Ashworth"),
    ("other_given", "J. Ashworth", "Robert Ashworth"),
    ("other_given", "Maria Ashworth", "Marta Ashworth"),
    ("other_part", "Maria Garcia Lopez", "Maria Garcia Ruiz"),
    ("generations", "Jon Doemann Jr.", "Jon Doemann Sr."),
    ("different", "Anna Ashworth", "Hugo Weberling"),
    ("unknown", "A. B.", "Anna Bergen"),
    ("unknown", "⭐", "Anna Bergen"),
    ("same", "Xiaoming Wang", "Wang Xiao Ming"),
    ("same", "김민수", "Kim Min-su"),
    ("spelling", "박지훈", "Park Ji-hoon"),
    ("spelling", "Kim Minsoo", "Min Su Kim"),
    ("unknown", "J. Doe", "R. D. Rene J. Harten"),
    ("initial", "J. Doe", "R. J. Doe"),
    ("other_given", "Marko Moss Ida", "Mirko Moss"),
    ("same", "Ada Moss", "ada.moss@example.org"),
    ("different", "foo@example.org", "bar@example.org"),
    ("different", "Conference3", "Conference4"),
    ("different", "안내3", "안내4"),
]
PARTS = """
Anna Hanna Bill William J. van der Müller Mueller Ashworth García López Юрий 王伟 Nguyễn Le Jr.
O'Brien al-Hassan
"""
WORDS = st.sampled_from(PARTS.split())
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(max_size=20)


@pytest.mark.parametrize(("level", "one", "other"), LEVELS)
def test_how_alike_two_names_are(level, one, other):
    assert compare(read(one), read(other)).level == level
    assert compare(read(other), read(one)).level == level


def test_two_words_that_many_bear_are_two_names_and_no_slip():
    one, other = read("Anna Hansen"), read("Anna Jansen")
    assert compare(one, other).level == "typo"
    assert compare(one, other, lambda _word: 9).level == "other_family"


@given(NAMES, NAMES)
def test_likeness_is_the_same_both_ways(one, other):
    assert compare(read(one), read(other)).level == compare(read(other), read(one)).level


@given(NAMES)
def test_a_name_is_like_itself(name):
    assert compare(read(name), read(name)).level in {"same", "unknown"}


@given(st.lists(st.sampled_from(["anna", "bergen", "garcia", "rossi"]), min_size=2, max_size=4), st.randoms())
def test_the_order_of_the_words_does_not_count(words, rng):
    turned = list(words)
    rng.shuffle(turned)
    assert compare(read(" ".join(words)), read(" ".join(turned))).level == "same"


@pytest.mark.parametrize(
    ("level", "says"), [("typo", "agrees"), ("other_family", "changed"), ("different", "clashes")]
)
def test_what_a_level_says_of_the_person(level, says):
    assert likeness.fit(level) == says
