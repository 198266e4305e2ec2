from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.actions import (
    asks,
    belongings,
    debriefs,
    erasures,
    interactions,
    interviews,
    introductions,
    journals,
    openings,
    people,
    promises,
    questions,
    reversing,
    stores,
    ties,
    tombstones,
    undo,
)
from acquaint.actions.changes import writing
from acquaint.models import (
    Change,
    ChangeRow,
    ContactPoint,
    Debrief,
    ImportBatch,
    ImportVerdict,
    Interaction,
    Interview,
    JournalEntry,
    Opening,
    Person,
    Photo,
    Question,
    SearchText,
    Setting,
    Snooze,
    SourceRecord,
    Tombstone,
)
from acquaint.models.errors import AcquaintError, Invalid, NotFound
from acquaint.queries.search import who
from tests import world
from tests.actions.deeds import STEPS, perform

CANARY = "qzcanary"


def seeded(scope):
    """Somebody with a canary in every corner of the record, and somebody who shares some of it."""
    mark = iter(f"{CANARY}{number}" for number in range(1000)).__next__
    ben = people.add(scope, name="Ben Varga", notes="plain").id
    eve = people.add(
        scope,
        name=f"Eve {mark()}",
        emails=[f"{mark()}@example.org"],
        phones=["+44 20 7946 0958"],
        profiles=[f"https://www.linkedin.com/in/{mark()}"],
        aliases=[mark(), f"Old {mark()}"],
        organization="Ferncare",
        position=mark(),
        interest=[mark()],
        notes=mark(),
        how_met=mark(),
        pronouns=mark(),
        introduced_by=ben,
    ).id
    name = Person.objects.get(key=eve).name
    people.edit(scope, person=eve, name=f"Eva {mark()}", notes=mark())
    people.edit(scope, person=eve, name=name)
    people.edit(scope, person=ben, introduced_by=eve, notes=f"came through {name}, kind")
    _talked(scope, eve, ben, mark)
    promise = promises.add(scope, person=eve, text=mark()).items[0][1]
    undo.undo(scope, change=promises.keep(scope, promise=promise).undo)
    introductions.offered(scope, introducer=eve, name="Cleo Ng", why=mark())
    introductions.give(scope, one=eve, other=ben, why=mark())
    openings.add(scope, role="Clerk", source=eve, notes=f"told by {name}")
    ties.add(scope, one=eve, two=ben, how=mark())
    journals.add(scope, text=mark(), person=eve)
    journals.add(scope, text=f"Thought of @{name} today, and of {name.upper()}.")
    _imported(scope, Person.objects.get(key=eve), mark)
    people.close(scope, person=eve, why=mark())
    undo.undo(scope)
    return ben, eve


def _talked(scope, eve, ben, mark):
    name = Person.objects.get(key=eve).name
    asks.ask(scope, person=eve, via=ben, channel="email", link=mark())
    asks.accepted(scope, person=eve, words=mark())
    asks.redirected(scope, person=ben, to=eve, words=f"ask {name}")
    interviews.book(scope, person=eve, at=world.NOW, place=mark(), phone=mark())
    debriefs.keep(
        scope,
        person=eve,
        text="\n".join(
            f"{key}: {mark()}"
            for key in ("learned", "advice", "will", "promise", "theirs", "interest", "note")
        ),
    )
    interactions.log(scope, people=[eve], kind="coffee", text=mark(), place=mark())
    interactions.log(scope, people=[ben, eve], kind="event", text=f"with {name} by the mill")
    gone = interactions.log(scope, people=[eve], kind="call", text=mark()).items[0][1]
    interactions.remove(scope, interaction=gone)
    talk = Interview.objects.get(person__key=eve).key
    asked = questions.add(scope, text="Which certificate counts?").items[0][1]
    questions.asked(scope, question=asked, interview=talk, answer=mark())


def _imported(scope, eve, mark):
    with writing(scope, "import", about="archive.zip", note=f"met {eve.name}") as w:
        batch = w.add(
            ImportBatch, content="c" * 64, kind="linkedin", started_at=scope.now, report={"of": eve.name}
        )
        w.add(
            SourceRecord,
            kind="linkedin",
            external_key=mark(),
            person=eve,
            record={"x": mark()},
            raw=mark(),
            seen_on=scope.today,
        )
        w.add(
            SourceRecord,
            kind="linkedin",
            external_key="other",
            record={"beside": [eve.name]},
            seen_on=scope.today,
        )
        w.add(
            ImportVerdict,
            batch=batch,
            path="a.csv",
            line=3,
            verdict="conflict",
            reason="x",
            raw=mark(),
            person=eve,
        )
        w.add(
            ImportVerdict,
            batch=batch,
            path="a.csv",
            line=4,
            verdict="rejected",
            reason="x",
            raw=f"{eve.name},x",
        )
        w.add(Snooze, suggestion=f"drifted:{eve.key}", until=scope.today)
        photo = w.add(Photo, digest="d" * 64, mime="image/png", data=mark().encode(), width=1, height=1)
        w.edit(w.get(Person, eve.key), photo=photo)


def everything(scope):
    """All that the database says about this owner, as text."""
    found = [json.dumps(world.state(scope), default=str)]
    found += map(str, Change.objects.of(scope).order_by("number").values_list("about", "facts"))
    found += map(
        str, ChangeRow.objects.filter(change__owner_id=scope.owner_id).order_by("id").values_list("before")
    )
    found += map(str, Photo.objects.of(scope).order_by("id").values_list("data"))
    return "\n".join(found)


def test_every_link_to_a_person_is_either_taken_or_set_free():
    """A new table that points at people has to say which: without this line erasing would break on it."""
    links = {
        f"{model._meta.db_table}.{link.name}": link in belongings.holding(model)
        for model in reversing.order()
        for link in reversing.links(model)
        if link.related_model is Person
    }
    freed = sorted(name for name, held in links.items() if not held)
    assert freed == ["ask.redirected_to", "ask.via", "opening.source", "person.introduced_by"]
    assert len(links) > 20


def test_nothing_of_them_is_left_in_any_row_or_in_history(scope):
    _ben, eve = seeded(scope)
    assert CANARY in everything(scope)
    erased = erasures.erase(scope, person=eve)
    assert (erased.id, erased.rows > 25) == (eve, True)
    left = everything(scope).lower()
    assert CANARY not in left
    assert eve not in left
    connection.check_constraints()


def test_what_is_shared_stays_and_what_led_to_them_is_set_free(scope):
    ben, eve = seeded(scope)
    before = Interaction.objects.of(scope).get(kind="event").key
    erasures.erase(scope, person=eve)
    row = Person.objects.get(key=ben)
    assert (row.introduced_by, row.notes) == (None, "came through …, kind")
    shared = Interaction.objects.get(key=before)
    assert shared.text == "with … by the mill"
    assert Opening.objects.of(scope).get().source is None
    assert Question.objects.of(scope).get().answer == ""
    assert JournalEntry.objects.of(scope).get().text == "Thought of … today, and of …."
    assert {one.name for one in Person.objects.of(scope)} == {"Ben Varga", "Cleo Ng"}
    assert SourceRecord.objects.of(scope).get().record == {"beside": ["…"]}
    assert world.untrue(scope) == []


def test_a_talk_at_which_somebody_else_was_stays_theirs(scope):
    eve, ben = world.know(scope, "Eve Stone", "Ben Varga")
    interviews.book(scope, person=eve, at=world.NOW, guests=[ben], phone="+44 20 7946 0958")
    interviews.hold(scope, person=eve)
    talk = Interview.objects.of(scope).get()
    with writing(scope, "test") as w:
        w.add(Debrief, interview=talk, person=Person.objects.get(key=ben), on=scope.today, change="slower")
    erasures.erase(scope, person=eve)
    talk.refresh_from_db()
    assert (talk.person.name, talk.phone) == ("Ben Varga", "")
    assert Debrief.objects.of(scope).get().interview_id == talk.pk
    assert Person.objects.get(key=ben).last_contact == scope.today
    connection.check_constraints()


def test_search_no_longer_leads_to_them(scope):
    ben, eve = seeded(scope)
    erasures.erase(scope, person=eve)
    assert who(scope, CANARY) == ()
    assert who(scope, "eve") == ()
    assert {hit.id for hit in who(scope, "ben")} >= {ben}
    assert not SearchText.objects.filter(person=None, noun="promise").exists()


def test_marks_are_left_that_tell_nothing_by_themselves(scope):
    eve = people.add(scope, name="Eve Stone", emails=["eve@example.org"], profiles=["linkedin.com/in/eve"]).id
    with writing(scope, "import") as w:
        w.add(
            SourceRecord, kind="linkedin", external_key="k1", person=w.get(Person, eve), seen_on=scope.today
        )
    erasures.erase(scope, person=eve)
    marks = tombstones.digests(scope)
    for kind, normal in (("email", "eve@example.org"), ("profile", "linkedin.com/in/eve"), ("source", "k1")):
        assert tombstones.digest(scope, kind, normal) in marks
    assert len(marks) == 3
    assert all(len(mark) == 64 for mark in marks)
    assert tombstones.digest(scope, "email", "ada@example.org") not in marks


def test_an_address_that_somebody_else_has_too_is_left_alone(scope):
    ben = people.add(scope, name="Ben Varga", phones=["+442079460958"], notes="ring +442079460958").id
    eve = people.add(scope, name="Eve Stone", phones=["+442079460958"]).id
    erasures.erase(scope, person=eve)
    assert Person.objects.get(key=ben).notes == "ring +442079460958"
    assert ContactPoint.objects.of(scope).get().value == "+442079460958"
    assert not Tombstone.objects.of(scope).exists()


def test_a_lone_name_that_is_a_plain_word_spoils_no_sentence(scope):
    will = people.add(scope, name="Will").id
    ben = people.add(scope, name="Ben Varga", notes="Will call; ask @Will").id
    erasures.erase(scope, person=will)
    assert Person.objects.get(key=ben).notes == "Will call; ask …"
    assert "Will" not in set(Change.objects.of(scope).values_list("about", flat=True))


def test_a_namesake_keeps_the_name(scope):
    [other] = world.know(scope, "Eve Stone")
    [ben] = world.know(scope, "Ben Varga", notes="knows Eve Stone")
    [eve] = world.know(scope, "Eve Stone")
    erasures.erase(scope, person=eve)
    assert Person.objects.get(key=ben).notes == "knows Eve Stone"
    assert Person.objects.get(key=other).name == "Eve Stone"


def test_it_is_final(scope):
    [ben, eve] = world.know(scope, "Ben Varga", "Eve Stone")
    people.edit(scope, person=ben, notes="kind")
    erasures.erase(scope, person=eve)
    change = Change.objects.of(scope).order_by("number").last()
    assert (change.what, change.about, change.facts) == ("person.erase", "", {})
    assert not ChangeRow.objects.filter(change=change).exists()
    for attempt in ({}, {"change": change.key}):
        with pytest.raises(Invalid):
            undo.undo(scope, **attempt)
    with pytest.raises(NotFound):
        undo.redo(scope)
    undo.undo(scope, change=Change.objects.get(owner_id=scope.owner_id, what="person.edit").key)
    assert Person.objects.of(scope).get().notes == ""


def test_deeds_that_an_erasure_emptied_are_passed_over(scope):
    [ben] = world.know(scope, "Ben Varga")
    [eve] = world.know(scope, "Eve Stone")
    erasures.erase(scope, person=eve)
    people.edit(scope, person=ben, notes="kind")
    undo.undo(scope)
    with pytest.raises(Invalid):
        undo.undo(scope)


def test_nobody_erases_themselves_or_strangers(scope, other):
    people.describe_me(scope, name="Mia Self")
    with pytest.raises(Invalid):
        erasures.erase(scope, person=Person.objects.me(scope).get().key)
    [zoe] = world.know(other, "Zoe Else")
    with pytest.raises(NotFound):
        erasures.erase(scope, person=zoe)
    assert Person.objects.filter(key=zoe).exists()


def test_the_data_of_others_is_not_touched(scope, other):
    seeded(other)
    before = everything(other)
    _ben, eve = seeded(scope)
    erasures.erase(scope, person=eve)
    assert everything(other) == before


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=40)
@given(STEPS, st.integers(0, 3))
def test_whoever_is_erased_at_any_time_never_comes_back(steps, which):
    scope = world.somebody()
    world.know(scope, "Ada Moss", "Ben Varga", "Cleo Ng")
    for step in steps:
        perform(scope, step)
    everybody = list(Person.objects.of(scope).order_by("id"))
    chosen = everybody[which % len(everybody)]
    erasures.erase(scope, person=chosen.key)
    connection.check_constraints()
    assert world.untrue(scope) == []
    assert chosen.key not in everything(scope)
    for change in Change.objects.of(scope).order_by("-number"):
        try:
            undo.undo(scope, change=change.key)
        except AcquaintError:
            continue
        connection.check_constraints()
        assert not Person.objects.filter(key=chosen.key).exists()
    assert world.untrue(scope) == []


@pytest.mark.django_db
def test_what_an_undo_kept_names_nobody_who_was_erased_since():
    scope = world.somebody()
    made = people.add(scope, name="Zephyrine")
    people.edit(scope, person=made.id, notes="Met again.")
    undo.undo(scope, change=made.undo)
    assert "Zephyrine" in str(list(Change.objects.of(scope).values_list("facts", flat=True)))
    erasures.erase(scope, person=made.id)
    assert "Zephyrine" not in str(list(Change.objects.of(scope).values_list("facts", flat=True)))


def bytes_of_the_store():
    file = Path(connection.settings_dict["NAME"])
    return b"".join(
        path.read_bytes() for path in file.parent.glob(f"{file.name}*") if "-shm" not in path.name
    )


@pytest.mark.django_db(transaction=True)
def test_no_byte_of_them_is_left_in_the_file():
    scope = world.somebody()
    _ben, eve = seeded(scope)
    if connection.vendor == "sqlite":
        assert CANARY.encode() in bytes_of_the_store()
    assert erasures.erase(scope, person=eve).wiped
    assert not Setting.objects.filter(name=Setting.WIPING).exists()
    if connection.vendor == "sqlite":
        left = bytes_of_the_store()
        assert b"Ben Varga" in left
        assert CANARY.encode() not in left.lower()
        assert eve.encode() not in left


@pytest.mark.django_db(transaction=True)
def test_what_was_cut_short_is_finished_by_whoever_opens_the_data_next():
    scope = world.somebody()
    _ben, eve = seeded(scope)
    with pytest.MonkeyPatch.context() as cut:
        cut.setattr(erasures, "finish", lambda *_words, **_more: False)
        assert not erasures.erase(scope, person=eve).wiped
    assert Setting.objects.filter(name=Setting.WIPING).exists()
    stores.prepare()
    assert not Setting.objects.filter(name=Setting.WIPING).exists()
    if connection.vendor == "sqlite":
        assert CANARY.encode() not in bytes_of_the_store()
