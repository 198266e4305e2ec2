from __future__ import annotations

from acquaint.actions import erasures, undo
from acquaint.actions.changes import writing
from acquaint.models import Change, ChangeRow, ContactPoint, Person
from tests import world


def test_somebody_inserted_among_many_leaves_the_line_of_history_and_the_others_still_go(scope):
    with writing(scope, "test") as w:
        pks = w.add_many(Person, [{"name": name, "normal": name} for name in ("ada", "ben", "cleo", "dora")])
        deed = w.change_id
    erasures.erase(scope, person=Person.objects.get(pk=pks[1]).key)
    erasures.erase(scope, person=Person.objects.get(pk=pks[0]).key)
    [line] = ChangeRow.objects.filter(change__key=deed)
    assert (line.row_id, line.runs) == (pks[2], [[pks[2], pks[3]]])
    assert undo.undo(scope, change=deed).rows == 2
    assert not Person.objects.of(scope).exists()


def test_a_line_of_history_whose_rows_are_all_erased_goes_as_a_whole(scope):
    [eve] = world.know(scope, "Eve Stone")
    pk = Person.objects.get(key=eve).pk
    with writing(scope, "test", about="Eve Stone") as w:
        rows = [
            {"person_id": pk, "kind": "email", "value": mail, "normal": mail} for mail in ("a@b.cd", "e@b.cd")
        ]
        w.add_many(ContactPoint, rows)
        deed = w.change_id
    erasures.erase(scope, person=eve)
    assert not ChangeRow.objects.filter(change__key=deed).exists()
    assert Change.objects.get(key=deed).about == ""
