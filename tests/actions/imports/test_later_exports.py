from __future__ import annotations

from acquaint.actions import people
from acquaint.models import (
    ContactPoint,
    ImportVerdict,
    Position,
)
from tests import world
from tests.actions.imports.looking import counts, only
from tests.formats.making import connections, person

# ── A later export ────────────────────────────────────────────────────────────────────────────────

BEFORE = [
    person("Bela", "Dahlsen", "bela", company="Amber Labs", title="Analyst"),
    person("Cora", "Eberwick", "cora", company="Birch Press", title="Editor"),
    person("Dora", "Falkbeck", "dora", company="Copper Bank", title="Clerk"),
]


def later(scope):
    return world.later(scope, days=90)


def test_a_move_closes_the_old_position_and_opens_the_new_one(scope, bring):
    bring({"Connections.csv": connections(*BEFORE)})
    moved = person("Bela", "Dahlsen", "bela", company="Delta Foods", title="Head of Data")
    new = person("Elin", "Gortwick", "elin")
    report = bring(
        {"Connections.csv": connections(moved, *BEFORE[1:], new)}, name="b.zip", as_of=later(scope)
    )
    assert counts(report) == {"new": 1, "update": 1, "same": 2}
    places = Position.objects.filter(person=only(scope, "Bela Dahlsen")).order_by("id")
    today = later(scope).today
    assert [(place.organization.name, place.seen_on, place.ended_seen_on) for place in places] == [
        ("Amber Labs", scope.today, today),
        ("Delta Foods", today, None),
    ]
    assert "position" in next(row.reason for row in report.sample if row.verdict == "update")


def test_whoever_moved_is_a_reason_to_write(scope, bring):
    from acquaint.queries.suggestions import moved
    from acquaint.queries.suggestions.desk import Desk

    bring({"Connections.csv": connections(*BEFORE)})
    row = person("Bela", "Dahlsen", "bela", company="Delta Foods", title="Head of Data")
    bring({"Connections.csv": connections(row, *BEFORE[1:])}, name="b.zip", as_of=later(scope))
    found = list(moved.find(Desk.of(later(scope)) if hasattr(Desk, "of") else Desk(later(scope))))
    assert [one.suggestion.person.name for one in found] == ["Bela Dahlsen"]


def test_what_the_owner_changed_is_kept_and_named(scope, bring):
    bring({"Connections.csv": connections(*BEFORE)})
    people.edit(scope, person=only(scope, "Bela Dahlsen").key, name="Bela D. Dahlsen")
    row = person("Bella", "Dahlsen", "bela", company="Amber Labs", title="Analyst")
    files = {"Connections.csv": connections(row, *BEFORE[1:])}
    report = bring(files, name="b.zip")
    assert counts(report) == {"conflict": 1, "same": 2}
    assert only(scope, "Bela D. Dahlsen")
    kept = ImportVerdict.objects.of(scope).get()
    assert (kept.verdict, kept.reason, kept.line) == ("conflict", "kept_yours", 5)
    assert counts(bring(files, name="b.zip")) == {"same": 3}


def test_a_position_the_owner_corrected_is_kept(scope, bring):
    bring({"Connections.csv": connections(*BEFORE)})
    people.edit(
        scope, person=only(scope, "Bela Dahlsen").key, organization="Amber Laboratories", position="Lead"
    )
    row = person("Bela", "Dahlsen", "bela", company="Delta Foods", title="Head of Data")
    report = bring({"Connections.csv": connections(row, *BEFORE[1:])}, name="b.zip", as_of=later(scope))
    assert counts(report) == {"conflict": 1, "same": 2}
    held = Position.objects.filter(person=only(scope, "Bela Dahlsen"), ended_seen_on=None)
    assert [place.organization.name for place in held] == ["Amber Laboratories"]


def test_only_what_changed_is_touched(scope, bring):
    bring({"Connections.csv": connections(*BEFORE)})
    before = {row["id"]: row for row in world.state(scope)["person"]}
    rows = [person("Bela", "Dahlsen, PhD", "bela", company="Amber Labs", title="Analyst"), *BEFORE[1:]]
    bring({"Connections.csv": connections(*rows)}, name="b.zip")
    differing = {
        name for row in world.state(scope)["person"] for name in row if row[name] != before[row["id"]][name]
    }
    assert differing == {"credentials", "last_change"}
    assert only(scope, "Bela Dahlsen").credentials == "PhD"


def test_a_new_address_is_added_and_a_hidden_one_stays(scope, bring):
    bring({"Connections.csv": connections(person("Bela", "D", "bela", email="old@example.com"))})
    bring(
        {"Connections.csv": connections(person("Bela", "D", "bela", email="new@example.com"))}, name="b.zip"
    )
    bring({"Connections.csv": connections(person("Bela", "D", "bela"))}, name="c.zip")
    found = ContactPoint.objects.of(scope).filter(kind="email").order_by("normal")
    assert list(found.values_list("normal", flat=True)) == ["new@example.com", "old@example.com"]


def test_an_older_export_never_turns_the_clock_back(scope, bring):
    new, old = "Basic_LinkedInDataExport_03-01-2026.zip", "Basic_LinkedInDataExport_03-01-2024.zip"
    bring({"Connections.csv": connections(*BEFORE)}, name=new)
    row = person("Bela", "Dahlsen", "bela", company="School", title="Pupil")
    report = bring({"Connections.csv": connections(row, *BEFORE[1:])}, name=old)
    assert counts(report) == {"ignored": 1, "same": 2}
    assert Position.objects.get(person=only(scope, "Bela Dahlsen")).organization.name == "Amber Labs"
