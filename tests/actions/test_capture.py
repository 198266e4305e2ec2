from __future__ import annotations

from datetime import UTC, datetime

import pytest

from acquaint.actions import capture, interviews, people, undo
from acquaint.models import (
    ContactPoint,
    Debrief,
    Interaction,
    InteractionPerson,
    Interest,
    Interview,
    Introduction,
    JournalEntry,
    Opening,
    Person,
    Position,
    Promise,
    Tie,
)
from acquaint.models.errors import Ambiguous, Invalid
from tests.world import changes, know, later, somebody, state, told, untrue

pytestmark = pytest.mark.django_db

SAMPLE = "met @Given Family at PyCon, she offered to intro me to #Organization, send her the paper by Friday"
MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def scope():
    return somebody(now=MONDAY)


def _row(model, scope):
    return model.objects.get(owner_id=scope.owner_id)


def _names(scope):
    return list(Person.objects.of(scope).order_by("id").values_list("name", flat=True))


def _kinds(captured):
    return [item.type for item in captured.made]


def test_the_sample_line_becomes_contact_introduction_and_promise_in_one_change(scope):
    made = capture.add(scope, line=SAMPLE)
    assert _kinds(made) == [
        "person",
        "journalentry",
        "organization",
        "introduction",
        "interaction",
        "promise",
    ]
    given = _row(Person, scope)
    contact, offer, promise = _row(Interaction, scope), _row(Introduction, scope), _row(Promise, scope)
    assert (contact.kind, contact.direction, contact.place) == ("meeting", "both", "PyCon")
    assert contact.text == SAMPLE
    assert (offer.introducer, offer.organization.name, offer.state) == (given, "Organization", "named")
    assert (promise.person, promise.text, promise.by) == (given, "send the paper", "mine")
    assert str(promise.due_on) == "2026-11-27"
    assert not Interview.objects.of(scope).exists()
    assert given.stage == "acquainted"
    assert str(given.last_contact) == "2026-11-23"
    assert changes(scope)[-1] == "capture.add"
    assert untrue(scope) == []


def test_one_undo_takes_everything_back(scope):
    know(scope, "Ada Example")
    before = state(scope)
    line = f"{SAMPLE}, met @Ada Example, she knows @Bob Sample from #Acme, we both like jazz, monthly"
    made = capture.add(scope, line=line)
    assert len(made.made) > 8
    undo.undo(scope, change=made.undo)
    assert told(before, state(scope)) == {}
    assert untrue(scope) == []


def test_a_line_of_which_nothing_is_understood_is_kept_word_for_word(scope):
    made = capture.add(scope, line="  a quiet day; nobody wrote // but well ")
    assert _kinds(made) == ["journalentry"]
    entry = _row(JournalEntry, scope)
    assert (entry.text, entry.kind, entry.person) == (
        "  a quiet day; nobody wrote // but well ",
        "capture",
        None,
    )
    assert made.raw == entry.text


def test_what_no_database_can_hold_does_not_stop_a_line(scope):
    made = capture.add(scope, line="met @Ada\ud800 Example\0 at PyCon")
    assert made.raw == "met @Ada\ufffd Example at PyCon"


def test_an_empty_line_says_what_to_write(scope):
    with pytest.raises(Invalid, match="Write down"):
        capture.add(scope, line=" \n ")


def test_a_dry_run_writes_nothing_and_says_who_is_known(scope):
    key = know(scope, "Ada Example")[0]
    before = state(scope)
    seen = capture.add(scope, line="met @Ada Example and @Bob Sample", dry_run=True)
    assert (seen.made, seen.undo) == ((), None)
    found = {
        chip.value["name"]: (chip.value["person"], chip.value["match"])
        for chip in seen.chips
        if chip.kind == "person"
    }
    assert found == {"Ada Example": (key, "exact"), "Bob Sample": (None, "new")}
    assert told(before, state(scope)) == {}


@pytest.mark.parametrize(
    ("line", "match"),
    [
        ("met @Ada Example", "exact"),
        ("met @ADA EXAMPLE", "exact"),
        ("met Ada Example at PyCon", "exact"),
        ("met @Ada Example, PhD", "exact"),
        ("met @Countess", "alias"),
        ("met @countess", "alias"),
        ("met @ada", "start"),
        ("met @ada.ex", "start"),
        ("met @{key}", "id"),
    ],
)
def test_who_is_known_to_the_letter_is_linked_visibly(scope, line, match):
    key = know(scope, "Ada Example", aliases=["Countess"])[0]
    made = capture.add(scope, line=line.format(key=key))
    who = next(chip for chip in made.chips if chip.kind == "person")
    assert (who.value["person"], who.value["match"]) == (key, match)
    assert _names(scope) == ["Ada Example"]


@pytest.mark.parametrize(
    "line", ["met @Ada", "met @Ada Exampel", "met Ada at PyCon", "met @Ada B. Example", "met @exa mple"]
)
def test_a_likeness_never_links(scope, line):
    key = know(scope, "Ada Example")[0]
    who = next(chip for chip in capture.add(scope, line=line).chips if chip.kind == "person")
    if line == "met @exa mple":  # a handle that begins one person's name only is no likeness
        assert who.value["person"] == key
    else:
        assert who.value["match"] == "new"
        assert who.value["person"] != key
        assert len(_names(scope)) == 2


@pytest.mark.parametrize(
    "line", ["met @Ada Example, met @Bob Sample", "met @ada", "send @Ada Example the paper"]
)
def test_a_name_of_several_people_is_asked_back_and_nothing_is_written(scope, line):
    keys = know(scope, "Ada Example", "Ada Example")
    before = state(scope)
    for dry_run in (False, True):
        with pytest.raises(Ambiguous) as error:
            capture.add(scope, line=line, dry_run=dry_run)
        assert sorted(one.id for one in error.value.candidates) == sorted(keys)
        assert line in error.value.message
        assert line in error.value.details
    assert told(before, state(scope)) == {}


def test_one_name_twice_in_a_line_is_one_person(scope):
    made = capture.add(scope, line="met @Ada Example, Ada said she'd send the deck, thank @Ada Example")
    assert _names(scope) == ["Ada Example"]
    assert len({chip.value["person"] for chip in made.chips if chip.kind == "person"}) == 1
    assert Promise.objects.of(scope).count() == 2


def test_the_word_interviewed_makes_an_interview_held(scope):
    capture.add(
        scope, line="interviewed @Ada Example and @Bob Sample yesterday at #Acme :) she'll send the deck"
    )
    talk = _row(Interview, scope)
    assert (talk.person.name, str(talk.held_on), talk.place) == ("Ada Example", "2026-11-22", "Acme")
    contact = _row(Interaction, scope)
    assert (contact.kind, contact.interview) == ("interview", talk)
    assert InteractionPerson.objects.of(scope).filter(interaction=contact).count() == 2
    assert _row(Promise, scope).interview == talk
    assert (_row(Debrief, scope).liked, _row(Debrief, scope).person.name) == ("yes", "Bob Sample")


def _booked(scope, name, at):
    key = know(scope, name)[0]
    interviews.book(scope, person=key, at=datetime.fromisoformat(at))
    return key


def test_meeting_somebody_holds_the_interview_that_was_booked(scope):
    _booked(scope, "Ada Example", "2026-11-23T10:00")
    made = capture.add(scope, line="met @Ada Example at PyCon, send her the paper")
    talk = _row(Interview, scope)
    assert (str(talk.held_on), talk.at_local, talk.place) == ("2026-11-23", "2026-11-23T10:00", "PyCon")
    assert _row(Interaction, scope).interview == talk
    assert "interview" in _kinds(made)


def test_an_interview_booked_for_later_is_not_held_by_chance(scope):
    _booked(scope, "Ada Example", "2026-11-26T10:00")
    capture.add(scope, line="met @Ada Example at PyCon")
    assert _row(Interview, scope).held_on is None
    assert _row(Interaction, scope).kind == "meeting"
    capture.add(later(scope, days=3), line="ran into @Ada Example")
    assert _row(Interview, scope).held_on is None
    capture.add(later(scope, days=3), line="interviewed @Ada Example")
    assert str(_row(Interview, scope).held_on) == "2026-11-26"


def test_promises_both_ways(scope):
    capture.add(
        scope, line="@Ada Example will send me the deck by Monday, I owe her a coffee, send the notes"
    )
    found = Promise.objects.of(scope).order_by("id").values_list("by", "text", "person__name")
    assert sorted(found) == [
        ("mine", "a coffee", "Ada Example"),
        ("mine", "send the notes", "Ada Example"),
        ("theirs", "send me the deck", "Ada Example"),
    ]


def test_nobody_is_guessed_for_a_pronoun_without_a_person(scope):
    made = capture.add(scope, line="send her the paper by Friday, she knows @Bob Sample")
    assert _kinds(made) == ["person", "journalentry"]
    assert not Promise.objects.of(scope).exists()
    assert not Tie.objects.of(scope).exists()


def test_introductions_received(scope):
    line = (
        "@Ada Example offered to introduce me to @Bob Sample from #Acme by Friday, "
        "she introduced me to @Carol Muster, she can put me in touch with her boss"
    )
    capture.add(scope, line=line)
    offered, made = Introduction.objects.of(scope).order_by("id")
    assert (offered.introduced.name, str(offered.check_back_on), offered.state) == (
        "Bob Sample",
        "2026-11-27",
        "named",
    )
    assert (made.introduced.name, str(made.made_on)) == ("Carol Muster", "2026-11-23")
    assert Position.objects.get(owner_id=scope.owner_id).person.name == "Bob Sample"
    promise = _row(Promise, scope)
    assert (promise.by, promise.text) == ("theirs", "introduce me to her boss")
    assert Person.objects.of(scope).get(name="Bob Sample").chosen_on is None
    assert Tie.objects.of(scope).count() == 2


def test_somebody_met_through_another_is_an_introduction_that_was_met(scope):
    capture.add(scope, line="met @Bob Sample at PyCon through @Ada Example")
    row = _row(Introduction, scope)
    assert (row.introducer.name, row.introduced.name, str(row.met_on)) == (
        "Ada Example",
        "Bob Sample",
        "2026-11-23",
    )
    assert Person.objects.of(scope).get(name="Bob Sample").introduced_by.name == "Ada Example"


def test_introductions_given(scope):
    line = (
        "introduce @Ada Example to @Bob Sample, introduced @Carol Muster to @Dan Probe, "
        "introduce @Ada Example to #Acme by Friday"
    )
    capture.add(scope, line=line)
    owed, made = Introduction.objects.of(scope).order_by("id")
    assert (owed.direction, owed.introduced.name, owed.other.name, owed.state) == (
        "given",
        "Ada Example",
        "Bob Sample",
        "named",
    )
    assert (made.introduced.name, made.other.name, made.state) == ("Carol Muster", "Dan Probe", "made")
    promise = _row(Promise, scope)
    assert (promise.text, str(promise.due_on)) == ("introduce them to Acme", "2026-11-27")


def test_openings_are_credited(scope):
    capture.add(
        scope, line="@Ada Example told me about a role as editor at #Acme (confidential), #Bravo is hiring"
    )
    row = Opening.objects.of(scope).get(role="editor")
    assert (row.organization.name, row.source.name, str(row.confidential_since)) == (
        "Acme",
        "Ada Example",
        "2026-11-23",
    )


def test_common_ground_is_theirs_and_mine(scope):
    capture.add(scope, line="met @Ada Example, we both speak Norwegian, also from Leeds")
    found = (
        Interest.objects.filter(owner_id=scope.owner_id)
        .order_by("id")
        .values_list("text", "kind", "person__name", "person__me_since")
    )
    assert [(text, kind, me is not None) for text, kind, _name, me in found] == [
        ("Norwegian", "language", False),
        ("Norwegian", "language", True),
        ("Leeds", "place", False),
        ("Leeds", "place", True),
    ]


def test_a_rhythm_and_a_plan_date_the_next_touch(scope):
    capture.add(
        scope, line="keep in touch with @Ada Example every 6 weeks, coffee with @Bob Sample on Friday"
    )
    ada, bob = Person.objects.of(scope).order_by("id")
    assert str(ada.next_due) == "2027-01-04"
    assert (str(bob.next_touch_on), bob.next_touch_why) == ("2026-11-27", "coffee with")
    assert str(bob.next_due) == "2026-11-27"
    assert not Interaction.objects.of(scope).exists()


def test_ways_to_reach_somebody_and_where_they_work(scope):
    capture.add(
        scope,
        line="@Ada Example from #Acme ada@example.org +49 170 1234567 https://www.linkedin.com/in/Ada-Example",
    )
    points = ContactPoint.objects.of(scope).order_by("id").values_list("kind", "normal")
    assert list(points) == [
        ("email", "ada@example.org"),
        ("phone", "+491701234567"),
        ("profile", "linkedin.com/in/ada-example"),
    ]
    capture.add(scope, line="met @Ada Example from #Bravo")  # said by the way, it does not move her
    assert [row.organization.name for row in Position.objects.of(scope)] == ["Acme"]
    capture.add(scope, line="met @Ada Example again, she now works at #Bravo")
    now = Position.objects.of(scope).get(ended_seen_on=None)
    assert now.organization.name == "Bravo"


def test_topics_stand_with_the_contact_or_with_the_person(scope):
    capture.add(scope, line="called @Ada Example about +visas and +housing")
    assert _row(Interaction, scope).about == "visas, housing"
    capture.add(scope, line="@Ada Example +chess")
    assert _row(Interest, scope).text == "chess"


def test_a_chip_that_was_returned_to_text_makes_nothing(scope):
    read = capture.understood(scope, SAMPLE)
    spans = [(chip.start, chip.end) for chip in read.chips if chip.kind in {"introduction", "promise"}]
    made = capture.add(scope, line=SAMPLE, plain=spans)
    assert _kinds(made) == ["person", "journalentry", "organization", "interaction"]
    assert made.raw == SAMPLE


@pytest.mark.parametrize(
    ("zone", "due"),
    [("Europe/London", "2027-04-03"), ("America/New_York", "2027-03-04"), ("America/Toronto", "2027-04-03")],
)
def test_the_zone_says_how_dates_are_written(zone, due):
    scope = somebody(now=MONDAY, zone=zone)
    capture.add(scope, line="call @Ada Example by 03/04")
    assert str(_row(Promise, scope).due_on) == due


def test_the_same_name_with_another_owner_is_another_person(scope):
    other = somebody(now=MONDAY)
    people.add(other, name="Ada Example")
    made = capture.add(scope, line="met @Ada Example")
    assert next(chip for chip in made.chips if chip.kind == "person").value["match"] == "new"
