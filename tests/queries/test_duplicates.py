"""Who is suspected to be here twice, why, and who never is."""

from __future__ import annotations

import pytest

from acquaint.actions import duplicates as telling
from acquaint.actions import interactions, interests, merging, people, ties, undo
from acquaint.maths.sameness_weights import WEIGHTS
from acquaint.messages.likenesses import LIKENESSES, UNSAID
from acquaint.messages.reasons import word
from acquaint.models import ContactPoint, Detail, Person
from acquaint.queries import duplicates
from acquaint.text.names import normalise
from tests import world
from tests.web.payloads import ALL

pytestmark = pytest.mark.django_db
MAIL = "ada@example.org"


def told(scope, one):
    return [word(reason, today=scope.today) for reason in one.reasons]


def named(found):
    return {frozenset((one.a.name, one.b.name)) for one in found}


def lives_at(scope, key, address):
    """As an import writes a postal address down, on its lines."""
    person = Person.objects.get(owner_id=scope.owner_id, key=key)
    normal = normalise(address)
    ContactPoint.objects.create(
        owner_id=scope.owner_id, person=person, kind="postal", value=address, normal=normal
    )


@pytest.fixture
def adas(scope):
    world.know(scope, "Cleo Ng", "Ben Varga", "Edda", "Fay Okoro", "Gil Roe", "Hana Ito")
    a = people.add(scope, name="Ada Moss", emails=[MAIL], organization="Ferncare").id
    b = people.add(scope, name="Moss, Ada", emails=[MAIL.upper()], organization="Ferncare Ltd").id
    return a, b


def test_a_shared_address_and_a_name_that_agrees_are_certain_and_said(scope, adas):
    [found] = duplicates.find(scope)
    assert (found.a.id, found.b.id) == adas
    assert found.certain
    assert found.score > 0.9
    assert told(scope, found)[0] == "They share a mail address: ada@example.org."
    assert "The names agree: Ada Moss, Moss, Ada." in told(scope, found)
    assert "Both are or were at one place: Ferncare." in told(scope, found)
    assert found.against == ()


def test_an_equal_name_alone_is_never_certain_and_joins_nobody(scope):
    keys = world.know(scope, "Wendeline Zyxwina", "Wendeline Zyxwina", "Ada Moss")
    found = duplicates.find(scope)
    assert [one.certain for one in found] == [False]
    assert set(Person.objects.of(scope).values_list("key", flat=True)) == set(keys)
    assert told(scope, found[0])[0] == "Hardly anybody bears that name."


def test_two_given_names_in_one_house_are_two_people(scope):
    for name in ("Ada Moss", "Ben Moss"):
        people.add(scope, name=name, organization="Ferncare", position="Nurse", phones=["+44 20 7946 0958"])
    assert not any(one.certain for one in duplicates.find(scope))


def test_birthdays_speak_for_and_against(scope, adas):
    rows = [Person.objects.get(key=key) for key in adas]
    for row, day in zip(rows, ("1980-05-02", "1991-07-01"), strict=True):
        Detail.objects.create(owner_id=scope.owner_id, person=row, kind="birthday", on=day, normal=day)
    [found] = duplicates.find(scope)
    assert not found.certain
    assert "Their birthdays differ." in [word(one, today=scope.today) for one in found.against]


def test_who_was_told_apart_is_not_asked_about_again(scope, adas):
    made = telling.tell_apart(scope, a=adas[1], b=adas[0])
    assert duplicates.find(scope) == ()
    assert telling.tell_apart(scope, a=adas[0], b=adas[1]).undo is None
    undo.undo(scope, change=made.undo)
    assert len(duplicates.find(scope)) == 1


def test_who_know_each_other_or_were_seen_together_are_two(scope, adas):
    tie = ties.add(scope, one=adas[0], two=adas[1])
    assert duplicates.find(scope) == ()
    undo.undo(scope, change=tie.undo)
    people.edit(scope, person=adas[1], introduced_by=adas[0])
    assert duplicates.find(scope) == ()
    undo.undo(scope)
    interactions.log(scope, people=list(adas), kind="coffee")
    assert not any(one.certain for one in duplicates.find(scope))


def test_the_same_friend_speaks_for_it_by_name(scope):
    cleo, one, other = world.know(scope, "Cleo Ng", "Ada Moss", "Ada Moss")
    ties.add(scope, one=cleo, two=one)
    ties.add(scope, one=cleo, two=other)
    [found] = duplicates.find(scope)
    assert "The same person knows them both: Cleo Ng." in told(scope, found)


@pytest.mark.parametrize(
    "said",
    [
        {"postal": "Lindenweg 3\n80331 München"},
        {"notes": "Likes ferns.\nLocation: Munich, Germany"},
        {"haunt": "Munich"},
    ],
)
def test_the_town_is_read_from_addresses_notes_and_what_was_heard(scope, said):
    world.know(scope, "Cleo Ng", "Ben Varga")
    one, other = (people.add(scope, name="Ada Moss", notes=notes).id for notes in ("", said.get("notes", "")))
    lives_at(scope, one, "Ring 1\n80333 München")
    if "postal" in said:
        lives_at(scope, other, said["postal"])
    if "haunt" in said:
        interests.add(scope, person=other, text=said["haunt"], kind="place")
    [found] = duplicates.find(scope)
    assert {found.a.id, found.b.id} == {one, other}
    assert any("in one town" in reason for reason in told(scope, found))


def test_another_town_speaks_against_it(scope):
    for town in ("80331 München", "1100-061 Lisboa"):
        lives_at(scope, people.add(scope, name="Wendeline Zyxwina", emails=[MAIL]).id, f"Ring 1\n{town}")
    [found] = duplicates.find(scope)
    said = [word(one, today=scope.today) for one in found.against]
    assert "They are in different towns: Ring 1 80331 München, Ring 1 1100-061 Lisboa." in said


@pytest.mark.parametrize("kind", ["email", "coffee"])
def test_who_was_part_of_the_conversations_of_both_speaks_for_it(scope, kind):
    cleo, ben, one, other = world.know(scope, "Cleo Ng", "Ben Varga", "Ada Moss", "Ada Moss")
    interactions.log(scope, people=[one, cleo], kind=kind)
    interactions.log(scope, people=[other, cleo, ben], kind=kind)
    [found] = duplicates.find(scope)
    assert "Both have spoken or written with the same person: Cleo Ng." in told(scope, found)
    assert {found.a.id, found.b.id} == {one, other}


def test_one_conversation_of_both_is_no_such_sign(scope):
    cleo, one, other = world.know(scope, "Cleo Ng", "Ada Moss", "Ada Moss")
    interactions.log(scope, people=[one, other, cleo], kind="email")
    [found] = duplicates.find(scope)
    assert not any("spoken or written" in reason for reason in told(scope, found))


def test_in_a_crowd_nobody_spoke_with_everybody(scope):
    crowd = world.know(scope, *(f"Person{chr(97 + n)} Family{chr(97 + n)}" for n in range(9)))
    one, other = world.know(scope, "Ada Moss", "Ada Moss")
    for ada in (one, other):
        interactions.log(scope, people=[ada, *crowd], kind="event")
    found = [pair for pair in duplicates.find(scope) if {pair.a.id, pair.b.id} == {one, other}]
    assert found
    assert not any("spoken or written" in reason for reason in told(scope, found[0]))


def test_the_one_with_more_of_a_past_comes_first(scope, adas):
    interactions.log(scope, people=[adas[1]], kind="coffee", direction="both")
    [found] = duplicates.find(scope)
    assert found.a.id == adas[1]


def test_neither_the_owner_nor_another_owners_people_are_among_them(scope, other, adas):
    people.describe_me(scope, name="Ada Moss")
    people.add(other, name="Ada Moss", emails=[MAIL])
    assert len(duplicates.find(scope)) == 1
    assert duplicates.find(other) == ()


def test_strongest_first_and_as_many_as_wanted(scope, adas):
    world.know(scope, "Wendeline Zyxwina", "Wendeline Zyxwina")
    found = duplicates.find(scope)
    assert [one.certain for one in found] == [True, False]
    assert duplicates.find(scope, limit=1) == found[:1]


@pytest.mark.parametrize("name", [text.replace("\0", "") for text in ALL])  # the doors take it out
def test_hostile_names_are_names(scope, name):
    for _again in range(2):
        try:
            people.add(scope, name=name, emails=[MAIL])
        except people.Invalid:
            return
    for found in duplicates.find(scope):
        assert all(told(scope, found))


def test_the_number_of_queries_does_not_grow(scope, adas, django_assert_num_queries):
    with django_assert_num_queries(16):
        duplicates.find(scope)
    for at in range(12):
        people.add(scope, name=f"Wendeline {at}", emails=[f"w{at // 2}@example.org"], position="Nurse")
    interactions.log(scope, people=list(adas), kind="event")
    with django_assert_num_queries(16):
        duplicates.find(scope)


def test_every_finding_that_weighs_has_words():
    codes = {f"same.{code.partition(':')[0].replace('.', '-')}" for code in WEIGHTS}
    assert codes - UNSAID <= LIKENESSES.keys()
    assert not codes & UNSAID & LIKENESSES.keys()


def test_a_page_keeps_the_answer_until_something_is_written(scope, adas, django_assert_max_num_queries):
    assert named(duplicates.listed(scope)) == {frozenset(("Ada Moss", "Moss, Ada"))}
    assert duplicates.any_(scope)
    with django_assert_max_num_queries(3):
        duplicates.listed(scope)
    people.edit(scope, person=adas[1], name="Zoe Else", emails=["zoe@example.org"], drop=[MAIL])
    assert duplicates.listed(scope) == ()
    assert not duplicates.any_(scope)


def test_among_many_people_a_decision_does_not_start_it_anew(scope, adas, monkeypatch):
    monkeypatch.setattr(duplicates, "FEW", 3)
    world.know(scope, "Wendeline Zyxwina", "Wendeline Zyxwina")
    assert duplicates.any_(scope)  # by the plainest signs
    first, second = duplicates.listed(scope)
    monkeypatch.setattr(duplicates, "_search", lambda *_all: pytest.fail("looked again"))
    made = merging.merge(scope, a=first.a.id, b=first.b.id)
    assert duplicates.listed(scope) == (second,)
    undo.undo(scope, change=made.undo)
    assert duplicates.listed(scope) == (first, second)
    telling.tell_apart(scope, a=second.a.id, b=second.b.id)
    assert duplicates.listed(scope) == (first,)


def test_among_many_anything_else_does(scope, adas, monkeypatch):
    monkeypatch.setattr(duplicates, "FEW", 3)
    assert len(duplicates.listed(scope)) == 1
    world.know(scope, "Wendeline Zyxwina", "Wendeline Zyxwina")
    assert len(duplicates.listed(scope)) == 2
