"""After two entries were joined, what brought either of them in finds the one who stands."""

from __future__ import annotations

from acquaint.actions import merging, people, undo
from acquaint.models import ContactPoint, Person, SourceRecord
from acquaint.queries import conflicts
from tests import world
from tests.actions.imports.looking import counts, only
from tests.formats.making import connections, person

ROWS = [
    person("Bela", "Dahlsen", "bela", company="Amber Labs", title="Analyst"),
    person("Bela M.", "Dahlsen", "bela-m", company="Amber Labs", title="Analyst"),
    person("Cora", "Eberwick", "cora"),
]


def joined(scope):
    a, b = only(scope, "Bela Dahlsen").key, only(scope, "Bela M. Dahlsen").key
    return a, merging.merge(scope, a=a, b=b)


def test_the_same_file_again_changes_nothing(scope, bring):
    bring({"Connections.csv": connections(*ROWS)})
    key, _made = joined(scope)
    before = world.state(scope)
    report = bring({"Connections.csv": connections(*ROWS)}, name="b.zip", as_of=world.later(scope, days=9))
    assert counts(report) == {"same": 3}
    told = world.told(before, world.state(scope))
    assert not {"person", "contact_point", "position", "alias"} & told.keys()
    assert SourceRecord.objects.filter(person__key=key).count() == 2


def test_news_of_either_lands_on_the_one_who_stands(scope, bring):
    bring({"Connections.csv": connections(*ROWS)})
    key, _made = joined(scope)
    news = [
        person("Bela", "Dahlsen", "bela", company="Amber Labs", title="Analyst", email="bela@example.org"),
        person("Bela M.", "Dahlsen", "bela-m", company="Amber Labs", title="Analyst", email="m@example.org"),
        ROWS[2],
    ]
    bring({"Connections.csv": connections(*news)}, name="b.zip", as_of=world.later(scope, days=9))
    assert Person.objects.of(scope).count() == 2
    mails = ContactPoint.objects.filter(kind="email").values_list("person__key", "value")
    assert sorted(mails) == [(key, "bela@example.org"), (key, "m@example.org")]


def test_somebody_added_by_hand_and_joined_is_met_by_their_address(scope, bring):
    mine = people.add(scope, name="Elin G.", emails=["elin@example.org"]).id
    bring({"Connections.csv": connections(person("Elin", "Gortwick", "elin"))})
    merging.merge(scope, a=only(scope, "Elin Gortwick").key, b=mine)
    again = person("Elin", "Gortwick", email="elin@example.org", on="09 Feb 2024")
    bring({"Connections.csv": connections(again)}, name="b.zip", as_of=world.later(scope, days=9))
    assert [one.name for one in Person.objects.of(scope)] == ["Elin Gortwick"]


def test_what_an_import_left_to_decide_is_about_the_one_who_stands(scope, bring):
    bring({"Connections.csv": connections(*ROWS)})
    people.edit(scope, person=only(scope, "Bela M. Dahlsen").key, name="Bela the Second")
    changed = person("Bela M.", "Dahlsen-Moss", "bela-m", company="Amber Labs", title="Analyst")
    report = bring({"Connections.csv": connections(ROWS[0], changed, ROWS[2])}, name="b.zip")
    a, b = only(scope, "Bela Dahlsen"), only(scope, "Bela the Second")
    made = merging.merge(scope, a=a.key, b=b.key)
    [open_one] = conflicts.of_batch(scope, batch=report.batch)
    assert open_one.person.id == a.key
    undo.undo(scope, change=made.undo)
    [open_one] = conflicts.of_batch(scope, batch=report.batch)
    assert open_one.person.id == b.key
