from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.maths import sameness
from acquaint.maths.sameness_weights import WEIGHTS
from acquaint.text.entries import Known
from acquaint.text.evidence import Book
from bench.contacts.books import book
from bench.contacts.cultures import TUNING

NAMED = sorted(code for code in WEIGHTS if code.startswith(("name.", "rarity.")))
AGAINST = (
    "namesakes.",
    "met.",
    "email.other",
    "email.apart",
    "phone.other",
    "profile.other",
    "birthday.other",
    "firm.other",
)
AGAINST += ("position.other", "place.other")
FOR = sorted(code for code, weight in WEIGHTS.items() if weight > 0 and code not in NAMED)
KINDS = sorted({code.partition(":")[0] for code in WEIGHTS} - set(NAMED))


def _found(entries):
    known = Book(entries)
    return sameness.find(known.keys(), known.compare)


def test_findings_weigh_on_the_side_they_speak_for():
    wrong = {
        code: weight
        for code, weight in WEIGHTS.items()
        if code not in NAMED and (weight < 0) != code.startswith(AGAINST)
    }
    assert not wrong
    for brief in ("", ":brief"):
        order = ("frequent", "common", "uncommon", "rare", "unique")
        rarities = [WEIGHTS[f"rarity.{word}{brief}"] for word in order]
        assert rarities == sorted(rarities)


@given(st.sets(st.sampled_from(NAMED)), st.sets(st.sampled_from(FOR)), st.sampled_from(FOR))
def test_one_more_finding_that_agrees_never_lowers_the_likelihood(name, some, more):
    without = tuple(sorted(name | some - {more}))
    assert sameness.probability((*without, more)) >= sameness.probability(without)


@given(st.lists(st.sampled_from(sorted(WEIGHTS)), unique=True), st.randoms())
def test_the_order_of_the_findings_does_not_count(codes, rng):
    turned = list(codes)
    rng.shuffle(turned)
    assert sameness.probability(codes) == sameness.probability(turned)
    assert sameness.certain(codes) == sameness.certain(turned)
    assert sameness.weighed(codes) == sameness.weighed(turned)
    assert 0 < sameness.probability(codes) < 1


@given(st.sampled_from(NAMED), st.sampled_from(NAMED), st.sets(st.sampled_from(KINDS)))
def test_an_equal_name_never_joins_without_a_key_that_is_one_persons(name, rarity, kinds):
    codes = {name, rarity, *kinds} - {"email.same", "phone.same", "profile.same"}
    assert not sameness.certain(codes)


@pytest.mark.parametrize(
    ("codes", "sure"),
    [
        (("name.same", "rarity.unique"), False),
        (("name.same", "profile.same:agrees"), True),
        (("name.nickname", "email.same:agrees"), True),
        (("name.nickname", "phone.same:agrees"), False),
        (("name.same", "phone.same:agrees"), True),
        (("name.same", "namesakes.one", "phone.same:agrees"), False),
        (("name.same", "namesakes.one", "email.same:agrees"), True),
        (("name.single", "email.same:agrees"), False),
        (("name.typo", "email.same:agrees"), False),
        (("name.typo", "profile.same:agrees"), True),
        (("name.same", "generation.one", "email.same:agrees"), False),
        (("name.same", "generation.one", "phone.same:agrees"), False),
        (("name.same", "generation.one", "profile.same:agrees"), True),
        (("name.same", "email.house:agrees"), False),
        (("name.other_given", "email.same:clashes", "phone.same:clashes"), False),
        (("name.same", "email.same:agrees", "profile.other"), False),
        (("name.same", "email.same:agrees", "birthday.other"), False),
        (("name.same", "email.same:agrees", "met.together"), False),
    ],
)
def test_what_is_beyond_doubt(codes, sure):
    assert sameness.certain(codes) is sure


def test_a_rare_name_alone_is_suggested_at_most():
    (found,) = _found([Known(("Quintilia Xanthopulu",))] * 2)
    assert found.codes == ("name.same", "rarity.unique")
    assert not found.certain


def test_two_profiles_of_the_same_name_are_not_suggested():
    entries = [Known(("Anna Bergen",), profiles=(f"linkedin.com/in/{n}",)) for n in range(2)]
    assert not _found(entries)


HOUSE = {
    "emails": ("moss@home.test",),
    "phones": ("+4915112345678",),
    "organizations": ("Acme",),
    "positions": ("Nurse",),
    "birthday": "1980-05-02",
    "places": ("Rome",),
    "contacts": frozenset({1, 2}),
}


@pytest.mark.parametrize("culture", sorted(TUNING))
@given(st.data())
def test_two_given_names_of_one_house_are_never_joined(culture, data):
    """Twins at one firm, couples, father and son of two names: whatever they share, but for a page of one."""
    names = TUNING[culture]
    one, other = data.draw(
        st.lists(st.sampled_from((*names.women, *names.men)), min_size=2, max_size=2, unique=True)
    )
    family = data.draw(st.sampled_from(names.families))
    turn = data.draw(st.sampled_from(("{0} {1}", "{1}, {0}", "{1} {0}")))
    entries = [Known((turn.format(given.replace("_", " "), family),), **HOUSE) for given in (one, other)]
    book = Book(entries)
    assert not sameness.certain(book.compare(0, 1)), entries


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Moss Sr.", "John Moss Jr."),
        ("John Moss", "John Moss Jr."),
        ("Giovanni Moss", "Moss Giovanni II"),
        ("Marko Moss", "Mirko Moss"),
        ("Jón Einarsson", "Jóna Einarsdóttir"),
        ("Nguyễn Văn An", "Nguyễn Văn Bình"),
        ("Mary Moss", "Moss"),
        ("Olena Moss", "Олег Moss"),
    ],
)
def test_a_family_at_one_address_and_one_telephone_is_asked_about_not_joined(one, other):
    book = Book([Known((one,), **HOUSE), Known((other,), **HOUSE)])
    assert not sameness.certain(book.compare(0, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn An", "An Nguyen"),
        ("Gabriel García Márquez", "Gabriel García"),
        ("María José Pérez López", "Maria Jose Perez"),
        ("Muhammad El-Hasan", "Mohamed Alhassan"),
        ("王小明", "Xiaoming Wang"),
        ("Wang Xiao Ming", "Xiaoming Wang"),
        ("Björk Guðmundsdóttir", "Bjork Gudmundsdottir"),
        ("Sukarno", "SUKARNO"),
        ("IŞIK Yılmaz", "Isik Yilmaz"),
        ("Юрий Чайковский", "Yuri Tchaikovsky"),
        ("Γιώργος Παπαδόπουλος", "George Papadopoulos"),
        ("김민수", "Kim Min-su"),
        ("Дмитро Шевченко", "Dmytro Shevchenko"),
        ("Søren Østergaard", "Soeren Oestergaard"),
    ],
)
def test_one_person_written_in_two_ways_joins_by_their_address_and_never_by_the_name_alone(one, other):
    mail = {"emails": ("own@home.test",)}
    assert sameness.certain(Book([Known((one,), **mail), Known((other,), **mail)]).compare(0, 1))
    alone = Book([Known((one,)), Known((other,))])
    assert not sameness.certain(alone.compare(0, 1))
    shared = sameness.pairs(alone.keys())
    assert shared == [(0, 1)], "they are never looked at"


def test_twins_at_one_firm_are_not_suggested():
    shared = {
        "organizations": ("Acme",),
        "birthday": "1980-05-02",
        "places": ("Rome",),
        "contacts": frozenset({1, 2}),
    }
    twins = [
        Known((f"{given} Bergenthal",), phones=("+4915112345678",), **shared) for given in ("Ada", "Eva")
    ]
    assert not _found(twins)


def test_what_somebody_said_are_two_people_is_not_suggested_again():
    entries = Book([Known(("Quintilia Xanthopulu",))] * 2)
    assert not sameness.find(entries.keys(), entries.compare, apart={(0, 1)})


def test_the_certain_stand_first_and_then_the_likeliest():
    found = _found(entry.known() for entry in book("tuning", 3, 300).entries)
    assert len(found) > 20
    assert found == sorted(found, key=lambda match: (not match.certain, -match.probability, match.a, match.b))
    assert {match.certain for match in found} == {True, False}


def test_shuffled_entries_give_the_same_people():
    entries = [entry.known() for entry in book("tuning", 4, 150).entries]
    places = list(range(len(entries)))
    random.Random(0).shuffle(places)
    straight = {(frozenset((match.a, match.b)), match.probability) for match in _found(entries)}
    shuffled = _found(entries[place] for place in places)
    turned = {(frozenset((places[match.a], places[match.b])), match.probability) for match in shuffled}
    assert straight == turned


def test_pairs_share_a_key_and_stand_once():
    keys = [{"a", "b"}, {"a"}, {"b", "a"}, {"c"}]
    assert sameness.pairs(keys) == [(0, 1), (0, 2), (1, 2)]
    assert sameness.pairs([]) == []
    assert sameness.pairs([{"a"}] * (sameness.LARGEST_BLOCK + 1)) == []


@settings(max_examples=30)
@given(st.lists(st.sets(st.integers(0, 12).map(str), max_size=3), max_size=30))
def test_pairs_never_grow_beyond_their_measure(keys):
    found = sameness.pairs(keys)
    assert found == sorted(set(found))
    assert all(a < b and keys[a] & keys[b] for a, b in found)


def test_groups_join_chains_of_certain_matches_only():
    def match(a, b, *, sure):
        return sameness.Match(a, b, 0.9, (), certain=sure)

    found = [match(0, 3, sure=True), match(3, 4, sure=True), match(1, 2, sure=False)]
    assert sameness.groups(found, 6) == [[0, 3, 4]]


@pytest.mark.parametrize("kind", ["tuning", "held out"])
def test_in_invented_books_what_is_certain_is_right_and_what_is_said_is_seen(kind):
    made = book(kind, 77, 700)
    known = Book(entry.known() for entry in made.entries)
    rows = [(pair in made.same, known.compare(*pair)) for pair in sameness.pairs(known.keys())]
    sure = [same for same, codes in rows if sameness.certain(codes)]
    assert len(sure) > 10
    assert sum(sure) / len(sure) > 0.95
    said = [(same, likely) for same, codes in rows if (likely := sameness.probability(codes)) >= 0.8]
    assert len(said) > 50
    assert sum(same for same, _likely in said) / len(said) > 0.8
