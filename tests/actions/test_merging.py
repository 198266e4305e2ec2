"""Two entries of one person: nothing is lost, and one step brings both back, whatever was done since."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection, models
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.actions import (
    asks,
    debriefs,
    duplicates,
    erasures,
    images,
    interactions,
    interests,
    interviews,
    introductions,
    merging,
    moving,
    people,
    promises,
    ties,
    touches,
    undo,
)
from acquaint.models import (
    Alias,
    Ask,
    Change,
    ChangeRow,
    ContactPoint,
    Debrief,
    Distinct,
    FormerKey,
    Interaction,
    InteractionPerson,
    InterviewGuest,
    Introduction,
    Person,
    Position,
    Promise,
    Snooze,
    Tie,
    census,
)
from acquaint.models.errors import Invalid, NotFound
from acquaint.queries import finding, person
from tests import world
from tests.actions.deeds import STEPS, perform

pytestmark = pytest.mark.django_db
NAMES = ("Ada Moss", "Ada B. Moss", "Cleo Ng")


def play(scope, steps):
    for step in steps:
        scope = world.later(scope, days=step[1])
        perform(scope, step)
    return scope


def entries(scope):
    return list(Person.objects.of(scope).order_by("id").values_list("key", flat=True))


@pytest.mark.slow
@settings(max_examples=60)
@given(STEPS, st.integers(0, 5), st.integers(1, 5), st.dictionaries(
    st.sampled_from(merging.CHOICES), st.sampled_from(("a", "b")), max_size=4
))  # fmt: skip
def test_joined_and_taken_back_all_is_as_it_was(steps, one, other, keep):
    scope = world.somebody()
    world.know(scope, *NAMES)
    scope = play(scope, steps)
    keys = entries(scope)
    a, b = keys[one % len(keys)], keys[(one + 1 + other % (len(keys) - 1)) % len(keys)]
    before = world.state(scope)
    gone = Person.objects.get(key=b).pk
    made = merging.merge(scope, a=a, b=b, keep=keep)
    connection.check_constraints()
    assert world.untrue(scope) == []
    assert leading_to(gone) == []
    joined = world.state(scope)
    assert undo.undo(scope, change=made.undo).kept_rows == 0
    assert world.told(before, world.state(scope)) == {}
    undo.redo(scope)
    assert world.told(joined, world.state(scope)) == {}


@pytest.mark.slow
@settings(max_examples=60)
@given(STEPS, STEPS, st.integers(0, 2))
def test_whatever_was_done_since_one_step_brings_both_back(before, since, at):
    scope = world.somebody()
    world.know(scope, *NAMES)
    scope = play(scope, before)
    keys = entries(scope)
    a, b = keys[at % len(keys)], keys[(at + 1) % len(keys)]
    made = merging.merge(scope, a=a, b=b)
    scope = play(scope, since)
    after = world.state(scope)
    done = undo.undo(scope, change=made.undo)
    connection.check_constraints()
    assert world.untrue(scope) == []
    assert {a, b} <= set(entries(scope)) or Change.objects.of(scope).filter(what="person.merge").count() > 1
    undo.undo(scope, change=done.undo)
    assert world.told(after, world.state(scope)) == {}


def leading_to(pk):
    """Rows of any model with a link to this person."""
    return [
        (model.__name__, link.name)
        for model in census.recorded()
        for link in moving.to_people(model)
        if model._default_manager.filter(**{link.attname: pk}).exists()
    ]


def filler(scope, model, to, beside, turn):
    """A row of any model, with every link to people leading to `to` first, then to `beside`."""
    values = {"owner_id": scope.owner_id}
    people_links = [link.attname for link in moving.to_people(model)]
    for field in model._meta.concrete_fields:
        name = field.attname
        if field.primary_key or name in values:
            continue
        if name in people_links:
            values[name] = to if people_links.index(name) == turn else beside
        elif field.is_relation and not field.null:
            values[name] = filler(scope, field.related_model, beside, beside, 0).pk
        elif not field.null and not field.has_default() and not getattr(field, "blank", False):
            values[name] = plain(model, field)
    return model._default_manager.create(**values)


def plain(model, field):
    if isinstance(field, models.DateTimeField):
        return world.NOW
    if isinstance(field, models.DateField):
        return world.NOW.date()
    if isinstance(field, (models.IntegerField, models.FloatField)):
        return 1
    for check in model._meta.constraints:  # one of the words that a column allows
        said = getattr(check, "condition", None)
        for child in getattr(said, "children", ()):
            if isinstance(child, tuple) and child[0] == f"{field.name}__in":
                return next(word for word in child[1] if word)
    return f"{field.name}"[: field.max_length]


CASES = [
    (model, turn, link.name)
    for model in census.recorded()
    for turn, link in enumerate(moving.to_people(model))
    if model is not Person
]


@pytest.mark.parametrize(("model", "turn", "link"), CASES, ids=lambda one: getattr(one, "__name__", str(one)))
def test_a_row_of_any_model_by_any_link_leads_to_the_one_who_stands(scope, model, turn, link):
    a, b, beside = (Person.objects.get(key=key) for key in world.know(scope, *NAMES))
    row = filler(scope, model, b.pk, beside.pk, turn)
    made = merging.merge(scope, a=a.key, b=b.key)
    connection.check_constraints()
    assert leading_to(b.pk) == []
    found = model._default_manager.get(pk=row.pk)
    assert a.pk in {getattr(found, one.attname) for one in moving.to_people(model)}
    undo.undo(scope, change=made.undo)
    assert images.whole(model._default_manager.get(pk=row.pk)) == images.whole(row)


def test_every_column_of_a_person_is_a_fact_or_named_as_none():
    told = {column for columns in Person.FACTS.values() for column in columns}
    beside = {"id", "owner_id", "last_change", "key", "uid", "me_since"}  # whose row it is, and which
    assert {field.attname for field in images.columns(Person)} == told | beside


def test_what_may_be_folded_is_pointed_at_only_where_nothing_may_collide():
    folded = {model for model in census.recorded() if moving.identities(model)}
    for model in census.recorded():
        targets = {link.attname for link in census.links(model) if link.related_model in folded}
        walls = {
            model._meta.get_field(name).attname
            for one in model._meta.constraints
            if isinstance(one, models.UniqueConstraint)
            for name in one.fields
        }
        assert not targets & walls, model


@pytest.fixture
def ada(scope):
    return people.add(
        scope, name="Ada Moss", emails=["ada@example.org"], organization="Ferncare", position="Director",
        notes="kind", interest=["chess"], aliases=["Countess"],
    ).id  # fmt: skip


@pytest.fixture
def other_ada(scope):
    return people.add(
        scope, name="Ada B. Moss", emails=["ADA@example.org", "moss@example.org"], organization="North Mill",
        position="Chair", notes="met at the choir", interest=["Chess", "sailing"], pronouns="she",
    ).id  # fmt: skip


def test_the_first_stands_and_takes_from_the_other_what_it_lacks(scope, ada, other_ada):
    merging.merge(scope, a=ada, b=other_ada)
    page = person.show(scope, ada)
    assert (page.name, page.pronouns, page.notes) == ("Ada Moss", "she", "kind\n\nmet at the choir")
    assert set(page.aliases) == {"Countess", "Ada B. Moss"}
    assert page.emails == ("ada@example.org", "moss@example.org")
    assert [one.text for one in page.interests] == ["chess", "sailing"]
    assert (page.organization, page.position) == ("Ferncare", "Director")
    assert {one.organization for one in page.positions if one.current} == {"Ferncare", "North Mill"}
    assert [one.name for one in Person.objects.of(scope)] == ["Ada Moss"]


def test_each_fact_may_be_taken_from_the_other(scope, ada, other_ada):
    people.edit(scope, person=ada, pronouns="they", how_met="at a fair")
    people.edit(scope, person=other_ada, how_met="at the choir")
    keep = {"name": "B", "pronouns": "b", "work": "b", "notes": "a", "how-met": "both"}
    merging.merge(scope, a=ada, b=other_ada, keep=keep)
    page = person.show(scope, ada)
    assert (page.name, page.pronouns, page.notes) == ("Ada B. Moss", "she", "kind")
    assert page.how_met == "at a fair\n\nat the choir"
    assert (page.organization, page.position) == ("North Mill", "Chair")
    assert "Ada Moss" in page.aliases
    assert "Ada B. Moss" not in page.aliases


@pytest.mark.parametrize("keep", [{"shoes": "a"}, {"name": "c"}, {"name": "both"}, {"closed": "a"}])
def test_what_cannot_be_chosen_changes_nothing(scope, ada, other_ada, keep):
    before = world.state(scope)
    with pytest.raises(Invalid):
        merging.merge(scope, a=ada, b=other_ada, keep=keep)
    assert world.told(before, world.state(scope)) == {}


def test_nobody_is_joined_to_themselves_to_me_or_to_nobody(scope, other, ada):
    people.describe_me(scope, name="Me Myself")
    mine = Person.objects.me(scope).get().key
    [foreign] = world.know(other, "Zoe Else")
    for a, b, refusal in (
        (ada, ada, Invalid),
        (ada, mine, Invalid),
        (mine, ada, Invalid),
        (ada, foreign, NotFound),
    ):
        with pytest.raises(refusal):
            merging.merge(scope, a=a, b=b)


@pytest.mark.parametrize("closed", [0, 1])
def test_closed_stays_closed_whichever_it_was(scope, ada, other_ada, closed):
    people.close(scope, person=(ada, other_ada)[closed], why="asked me to")
    merging.merge(scope, a=ada, b=other_ada)
    row = Person.objects.get(key=ada)
    assert (row.closed_on, row.closed_why, row.next_due) == (scope.today, "asked me to", None)


def test_the_relationship_stands_where_it_stood_in_either(scope, ada, other_ada):
    people.stage(scope, person=ada, stage="ally", on=date(2025, 1, 7))
    asks.sent(scope, person=other_ada)
    merging.merge(scope, a=ada, b=other_ada)
    assert Person.objects.get(key=ada).stage == "ally"


def test_links_between_the_two_dissolve_and_those_to_others_stay(scope, ada, other_ada):
    [cleo] = world.know(scope, "Cleo Ng")
    people.edit(scope, person=other_ada, introduced_by=ada)
    people.edit(scope, person=cleo, introduced_by=other_ada)
    ties.add(scope, one=ada, two=other_ada)
    ties.add(scope, one=other_ada, two=cleo, how="old friends")
    ties.add(scope, one=cleo, two=ada, how="neighbours")
    introductions.give(scope, one=ada, other=other_ada)
    asks.ask(scope, person=other_ada, via=ada)
    interviews.book(scope, person=ada, at=world.NOW, guests=[other_ada, cleo])
    merging.merge(scope, a=ada, b=other_ada)
    stands = Person.objects.get(key=ada)
    assert stands.introduced_by is None
    assert Person.objects.get(key=cleo).introduced_by == stands
    [tie] = Tie.objects.of(scope)
    assert (tie.a, tie.b.key, tie.how) == (stands, cleo, "neighbours\n\nold friends")
    assert not Introduction.objects.of(scope).exists()
    assert Ask.objects.of(scope).get().via is None
    assert [one.person.key for one in InterviewGuest.objects.of(scope)] == [cleo]


def test_no_circle_of_introductions_comes_of_it(scope, ada, other_ada):
    [cleo] = world.know(scope, "Cleo Ng")
    people.edit(scope, person=cleo, introduced_by=ada)
    people.edit(scope, person=other_ada, introduced_by=cleo)
    merging.merge(scope, a=ada, b=other_ada)
    assert Person.objects.get(key=ada).introduced_by is None
    assert Person.objects.get(key=cleo).introduced_by.key == ada


def test_one_contact_with_both_is_one_contact_with_one(scope, ada, other_ada):
    interactions.log(scope, people=[ada, other_ada], kind="coffee", direction="both")
    interactions.log(scope, people=[other_ada], kind="call", direction="out", on=date(2026, 1, 5))
    merging.merge(scope, a=ada, b=other_ada)
    assert InteractionPerson.objects.of(scope).count() == Interaction.objects.of(scope).count() == 2
    assert Person.objects.get(key=ada).last_two_way == scope.today


def test_two_debriefs_of_one_talk_keep_the_words_of_both(scope, ada, other_ada):
    interviews.hold(scope, person=ada, at=world.NOW)
    debriefs.keep(scope, person=ada, text="learned: wards decide\nadvice: show a page")
    talk = Debrief.objects.of(scope).get()
    twin = Debrief.objects.create(
        owner_id=scope.owner_id, interview=talk.interview, person=Person.objects.get(key=other_ada),
        on=talk.on, raw="learned: ask early", liked="yes",
    )  # fmt: skip
    made = merging.merge(scope, a=ada, b=other_ada)
    [kept] = Debrief.objects.of(scope)
    assert kept.raw.endswith("\n\nlearned: ask early")
    assert kept.raw.startswith("learned: wards decide")
    assert kept.liked == "yes"
    undo.undo(scope, change=made.undo)
    assert Debrief.objects.of(scope).get(pk=twin.pk).raw == "learned: ask early"


def test_what_was_put_off_and_told_apart_follows(scope, ada, other_ada):
    [cleo] = world.know(scope, "Cleo Ng")
    touches.later(scope, suggestion=f"first-talk:{other_ada}", until=date(2026, 4, 1))
    touches.later(scope, suggestion=f"first-talk:{ada}", until=date(2026, 3, 20))
    duplicates.tell_apart(scope, a=other_ada, b=cleo)
    merging.merge(scope, a=ada, b=other_ada)
    assert list(Snooze.objects.of(scope).values_list("suggestion", "until")) == [
        (f"first-talk:{ada}", date(2026, 4, 1))
    ]
    assert {(one.a.key, one.b.key) for one in Distinct.objects.of(scope)} == {(ada, cleo)}


def test_the_former_key_goes_on_leading_to_them(scope, ada, other_ada):
    [third] = world.know(scope, "A. Moss")
    merging.merge(scope, a=other_ada, b=third)
    merging.merge(scope, a=ada, b=other_ada)
    assert [finding.person(scope, key) for key in (ada, other_ada, third)] == [ada] * 3
    promises.add(scope, person=third, text="send the paper")
    assert Promise.objects.of(scope).get().person.key == ada


def test_what_was_edited_later_is_kept_and_said_and_the_rest_goes_back(scope, ada, other_ada):
    promised = promises.add(scope, person=other_ada, text="send the paper").items[0][1]
    made = merging.merge(scope, a=ada, b=other_ada, keep={"name": "b", "notes": "b"})
    people.edit(scope, person=ada, notes="later words", emails=["new@example.org"])
    promises.keep(scope, promise=promised)
    interests.add(scope, person=ada, text="choirs")
    done = undo.undo(scope, change=made.undo)
    assert {(one.type, one.id, one.why) for one in done.kept} == {
        ("person", ada, "changed"), ("promise", promised, "changed"),
    }  # fmt: skip
    first, second = person.show(scope, ada), person.show(scope, other_ada)
    assert (first.name, first.notes) == ("Ada Moss", "later words")
    assert (second.name, second.notes) == ("Ada B. Moss", "met at the choir")
    assert first.emails == ("ada@example.org", "new@example.org")
    assert second.emails == ("ADA@example.org", "moss@example.org")
    assert "choirs" in {one.text for one in first.interests}
    promise = Promise.objects.get(key=promised)
    assert (promise.person.key, promise.kept_on) == (other_ada, scope.today)
    assert not FormerKey.objects.of(scope).exists()


def test_erasing_who_was_joined_takes_both_out_of_history(scope, ada, other_ada):
    made = merging.merge(scope, a=ada, b=other_ada)
    erasures.erase(scope, person=other_ada)
    left = str(list(ChangeRow.objects.values_list("before", flat=True)))
    assert "moss" not in left.lower()
    assert undo.undo(scope, change=made.undo).rows == 0
    assert not Person.objects.of(scope).exists()


def test_erasing_one_of_two_that_were_parted_again_leaves_the_other(scope, ada, other_ada):
    undo.undo(scope, change=merging.merge(scope, a=ada, b=other_ada).undo)
    erasures.erase(scope, person=ada)
    assert person.show(scope, other_ada).emails == ("ADA@example.org", "moss@example.org")


def test_a_wall_that_held_for_both_holds_for_one(scope, ada, other_ada):
    merging.merge(scope, a=ada, b=other_ada)
    mails = ContactPoint.objects.of(scope).filter(kind="email").order_by("id")
    assert list(mails.values_list("value", flat=True)) == ["ada@example.org", "moss@example.org"]
    assert Alias.objects.of(scope).count() == 2
    assert Position.objects.of(scope).count() == 2
