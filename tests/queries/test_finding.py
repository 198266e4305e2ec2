from __future__ import annotations

import pytest

from acquaint.actions import fields, organizations, people
from acquaint.models import Person
from acquaint.models.errors import Ambiguous, NotFound
from acquaint.queries import finding
from tests import world


@pytest.fixture
def cast(scope):
    """Four people of whom two share a name, one is known by an alias and one only by a single name."""
    return {
        "ada": people.add(
            scope,
            name="Ada Moss, PhD",
            emails=["ada@example.org"],
            phones=["+44 20 7946 0958"],
            profiles=["https://www.linkedin.com/in/ada-moss/"],
            aliases=["Countess"],
        ).id,
        "ben": people.add(scope, name="Ben Varga", organization="Ferncare", position="Gardener").id,
        "bea": people.add(scope, name="Beatrix Vargas").id,
        "duc": people.add(scope, name="Đức", how_met="at the choir").id,
    }


@pytest.mark.parametrize(
    "who",
    [
        "Ada Moss",
        "ada moss",
        "  ADA   MOSS ",
        "Ada Moss, PhD",
        "@Ada Moss",
        "ada",
        "mos ad",
        "Countess",
        "ada@example.org",
        "ADA@Example.ORG",
        "Ada <ada@example.org>",
        "mailto:ada@example.org",
        "+442079460958",
        "+44 (20) 7946-0958",
        "linkedin.com/in/ada-moss",
        "https://uk.linkedin.com/in/Ada-Moss?trk=x",
        "Ada Mos",
        "Ada Mosss",
    ],
)
def test_ada_is_meant(scope, cast, who):
    assert finding.person(scope, who) == cast["ada"]


@pytest.mark.parametrize("cut", [10, 6, 4])
def test_a_key_or_its_start_will_do(scope, cast, cut):
    Person.objects.filter(key=cast["bea"]).update(key="zz2345zzzz")
    assert finding.person(scope, "zz2345zzzz"[:cut]) == "zz2345zzzz"
    with pytest.raises(NotFound):
        finding.person(scope, "zz2")


@pytest.mark.parametrize("who", ["duc", "Đức", "ĐỨC", "dức"])
def test_marks_and_case_do_not_matter(scope, cast, who):
    assert finding.person(scope, who) == cast["duc"]


def test_several_are_listed_with_what_tells_them_apart(scope, cast):
    with pytest.raises(Ambiguous) as asked:
        finding.person(scope, "varg")
    assert {(one.id, one.title, one.hint) for one in asked.value.candidates} == {
        (cast["ben"], "Ben Varga", "Gardener, Ferncare"),
        (cast["bea"], "Beatrix Vargas", ""),
    }


def test_namesakes_are_never_guessed_but_told_apart_by_key(scope, cast):
    other = people.add(scope, name="Ada Moss", how_met="on a train")
    assert [one.id for one in other.alike] == [cast["ada"]]
    with pytest.raises(Ambiguous) as asked:
        finding.person(scope, "Ada Moss")
    assert {one.id for one in asked.value.candidates} == {cast["ada"], other.id}
    assert finding.person(scope, other.id) == other.id
    assert sorted(finding.exactly(scope, "Ada Moss")) == sorted([cast["ada"], other.id])


def test_a_shared_address_is_ambiguous(scope, cast):
    people.edit(scope, person=cast["ben"], emails=["ada@example.org"])
    with pytest.raises(Ambiguous):
        finding.person(scope, "ada@example.org")


def test_a_name_wins_over_a_key_that_happens_to_start_like_it(scope, cast):
    Person.objects.filter(key=cast["duc"]).update(key="benvargaxx")
    assert finding.person(scope, "ben varga") == cast["ben"]
    Person.objects.filter(key=cast["bea"]).update(key="varga22222")
    with pytest.raises(Ambiguous):
        finding.person(scope, "varga")


def test_a_slip_that_could_mean_two_is_asked_back(scope, cast):
    world.know(scope, "Ade Moss")
    with pytest.raises(Ambiguous) as asked:
        finding.person(scope, "Adi Moss")
    assert {one.title for one in asked.value.candidates} == {"Ada Moss", "Ade Moss"}


@pytest.mark.parametrize(
    ("who", "title"), [("Aad Moss", "Ada Moss"), ("Vagra", "Ben Varga"), ("Beatirx", "Beatrix Vargas")]
)
def test_a_distant_likeness_is_offered_not_taken(scope, cast, who, title):
    with pytest.raises(Ambiguous) as asked:
        finding.person(scope, who)
    assert asked.value.candidates[0].title == title


@pytest.mark.parametrize("who", ["Zacharias Quill", "", "   ", "nobody@example.org", "x", "☃"])
def test_nobody_is_not_somebody(scope, cast, who):
    with pytest.raises(NotFound):
        finding.person(scope, who)


@pytest.mark.parametrize("who", ["Ada Mos", "Adda Moss"])
def test_a_final_deed_reads_no_slip_kindly(scope, cast, who):
    if who == "Ada Mos":
        assert finding.certainly(scope, who) == cast["ada"]  # the start of one name only
    else:
        with pytest.raises(NotFound):
            finding.certainly(scope, who)


def test_the_owner_and_strangers_are_not_found(scope, other, cast):
    people.describe_me(scope, name="Mia Self", pronouns="she")
    people.add(other, name="Zoe Else", emails=["zoe@example.org"])
    for who in ("Mia Self", "mia", "Zoe Else", "zoe@example.org"):
        with pytest.raises(NotFound):
            finding.person(scope, who)


def test_organizations_and_fields_by_key_name_or_start(scope):
    fern = organizations.add(scope, name="Ferncare").items[0][1]
    organizations.add(scope, name="North Mill")
    bees = fields.add(scope, name="Bee keeping").items[0][1]
    assert {finding.organization(scope, which) for which in (fern, "FERNCARE", "fern", "#Ferncare")} == {fern}
    assert {finding.field(scope, which) for which in (bees, "bee keeping", "bee", "keep")} == {bees}
    organizations.add(scope, name="Fern & Sons")
    with pytest.raises(Ambiguous):
        finding.organization(scope, "fern")
    for nothing in ("", "#", "Southmill"):
        with pytest.raises(NotFound):
            finding.organization(scope, nothing)


def test_looking_somebody_up_takes_few_questions(scope, cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        finding.person(scope, "Ada Mosss")
    with django_assert_max_num_queries(7):  # the names are still known
        finding.person(scope, "Ada Mosss")
