"""A whole account out and in again: the same bytes, the same state, one Change, nobody who was erased."""

from __future__ import annotations

import io
import itertools
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection, models
from hypothesis import given, settings
from hypothesis import strategies as st

from acquaint.actions import erasures, imports, people, tombstones, undo
from acquaint.actions import settings as choices
from acquaint.actions.changes import writing
from acquaint.actions.samples import filling
from acquaint.formats import account as formats
from acquaint.formats.reasons import word
from acquaint.formats.records import Reason
from acquaint.models import Change, Person, Photo, Setting, Tombstone, census, schema
from acquaint.models.errors import Invalid
from acquaint.queries.exports import account, shapes
from acquaint.text import names
from tests import world
from tests.actions.deeds import STEPS, perform
from tests.cli.checking import faults
from tests.web import payloads

PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def exported(scope) -> bytes:
    return b"".join(formats.document(schema.VERSION, account.everything(scope)))


def brought(scope, data: bytes, folder: Path):
    path = folder / "account.json"
    path.write_bytes(data)
    return imports.apply(scope, paths=[path])


def state(scope):
    """The owner's rows without what belongs to the file: numbers of rows and of changes."""
    keys = {}
    for model in census.order():
        if "key" in {field.name for field in model._meta.fields}:
            rows = model._default_manager.filter(owner_id=scope.owner_id)
            keys[model] = dict(rows.values_list("id", "key"))
    found = {}
    for model in account.tables():
        links = {link.attname: link.related_model for link in census.links(model)}
        loose = {name for name, target in links.items() if target in account.LEFT_OUT}
        found[model.__name__] = [
            {
                name: keys.get(links[name], {}).get(value) if name in links else value
                for name, value in row.items()
                if name not in {*account.OWN, *loose}
            }
            for row in model._default_manager.filter(owner_id=scope.owner_id)
            .order_by(account.ORDERED.get(model, "id"))
            .values()
            if row.get("name") != Setting.WIPING
        ]
    return found


def picture(scope, person):
    with writing(scope, "person.edit") as w:
        photo = w.add(Photo, digest="d" * 64, mime="image/png", data=PIXEL, width=1, height=1)
        w.edit(w.get(Person, person), photo=photo)


def test_no_model_is_forgotten():
    assert account.forgotten() == []
    assert all(account.LEFT_OUT.values())


def test_every_column_goes_out_but_those_that_are_named():
    for model in account.tables():
        told = {column.field.attname for column in account.columns(model)}
        loose = {link.attname for link in census.links(model) if link.related_model in account.LEFT_OUT}
        assert all(model._meta.get_field(name.removesuffix("_id")).null for name in loose), model
        left = {*account.OWN, *account.UNTOLD.get(model, ()), *loose}
        assert {field.attname for field in model._meta.concrete_fields} - told <= left, model
        for column in account.columns(model):
            if column.target is not None:
                assert column.target in account.tables()
                assert "key" in {field.name for field in column.target._meta.fields}


# Columns that hold text of a shape; one that a constraint holds to a few words gets the last of them, and
# every other one is filled by its kind.
SHAPED = {
    ("former_key", "key"): "2345678abc",
    ("interview", "zone"): "Europe/London",
    ("photo", "mime"): "image/png",
}


def words_for(model, name):
    """The words to which a constraint holds the column."""
    for one in model._meta.constraints:
        for told in getattr(getattr(one, "condition", None), "children", ()):
            if isinstance(told, tuple) and told[0] == f"{name}__in":
                return told[1]
    return ()


def filled(scope, texts):
    """A row in every table that goes out, with something in every column; `texts` gives the words."""
    made = {}
    with writing(scope, "person.add") as w:
        for model in account.tables():
            for turn in range(2 if model is Person else 1):
                held = {
                    column.name: value(model, column, made, texts)
                    for column in account.columns(model)
                    if column.name != "uid" and not (column.name == "key" and column.field.has_default())
                }
                if model is Person and turn == 0:
                    held |= {"introduced_by": None, "me_since": None}
                found = w.add(model, **held)
                made.setdefault(("one", model), found)
                made[model] = found
    return made


def value(model, column, made, texts):
    table, field = model._meta.db_table, column.field
    if column.target is not None:
        if column.target is Person and column.name == "a":
            return made["one", Person]
        return made.get(column.target)
    if found := SHAPED.get((table, column.name)) or words_for(model, column.name):
        return found if isinstance(found, str) else found[-1]
    kinds = (
        (models.DateTimeField, datetime(2026, 3, 4, 12, 50, 1, 2, tzinfo=UTC)),
        (models.DateField, date(2026, 3, 4)),
        (models.IntegerField, 7),
        (models.FloatField, 0.5),
        (models.BinaryField, PIXEL),
        (models.JSONField, {"said": [next(texts), 1, None, True]}),
    )
    for kind, one in kinds:
        if isinstance(field, kind):
            return one
    longest = field.max_length or 4000
    return next(texts)[: min(longest, 300)]


def numbered():
    return (f"words {number}" for number in itertools.count())


def hostile():
    kept = [names.storable(text) for text in payloads.ALL if names.storable(text).strip()]
    return itertools.chain.from_iterable(kept for _ in itertools.count())


@pytest.mark.parametrize("texts", [numbered, hostile])
def test_every_column_of_every_table_arrives(scope, other, tmp_path, texts):
    filled(scope, texts())
    data = exported(scope)
    for table, rows in json.loads(data)["tables"].items():
        model = account.by_name()[table]
        assert rows, f"{table}: a table without a row here is a table that nobody saw going out"
        told = set().union(*rows)
        assert told == {column.name for column in account.columns(model)}, table
    brought(other, data, tmp_path)
    assert exported(other) == data
    assert state(other) == state(scope)


def test_the_sample_goes_out_and_comes_in_with_equal_bytes_and_equal_state(scope, other, tmp_path):
    filling.fill(scope)
    picture(scope, Person.objects.of(scope).earliest("id").key)
    data = exported(scope)
    report = brought(other, data, tmp_path)
    assert exported(other) == data
    assert state(other) == state(scope)
    assert world.untrue(other) == []
    connection.check_constraints()
    assert report.applied
    assert report.total("new") == sum(map(len, json.loads(data)["tables"].values()))
    assert [deed.what for deed in Change.objects.of(other)] == ["account.import"]


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=40)
@given(STEPS)
def test_whatever_was_done_comes_in_as_it_went_out(tmp_path_factory, steps):
    scope, other = world.somebody(), world.somebody()
    world.know(scope, "Ada Moss", "Ben Varga", "Cleo Ng")
    for step in steps:
        scope = world.later(scope, days=step[1])
        perform(scope, step)
    data = exported(scope)
    brought(other, data, tmp_path_factory.mktemp("account"))
    assert exported(other) == data
    assert state(other) == state(scope)
    assert world.untrue(other) == []


def test_undo_takes_all_of_it_back_and_redo_brings_it_again(scope, other, tmp_path):
    filled(scope, numbered())
    choices.set_(other, name="energy", value="plenty")
    choices.set_(other, name="zone", value="Europe/Paris")
    before, data = exported(other), exported(scope)
    report = brought(other, data, tmp_path)
    undone = undo.undo(other, change=report.undo)
    assert undone.kept_rows == 0
    kept = json.loads(exported(other))["tables"]
    marks = kept.pop("tombstone")
    assert marks == json.loads(data)["tables"]["tombstone"]
    assert kept == {name: rows for name, rows in json.loads(before)["tables"].items() if name != "tombstone"}
    undo.redo(other)
    assert exported(other) == data


def test_a_preview_writes_nothing(scope, other, tmp_path):
    filling.fill(scope)
    path = tmp_path / "account.json"
    path.write_bytes(exported(scope))
    before = exported(other)
    report = imports.preview(other, paths=[path])
    assert report.total("new") > 500
    assert not report.applied
    assert exported(other) == before
    assert not Change.objects.of(other).exists()


def test_where_there_is_something_already_nothing_is_brought(scope, other, tmp_path):
    world.know(scope, "Ada Moss")
    world.know(other, "Zoe Else")
    before = exported(other)
    for run in (imports.preview, imports.apply):
        path = tmp_path / "account.json"
        path.write_bytes(exported(scope))
        with pytest.raises(Invalid, match="empty folder"):
            run(other, paths=[path])
    assert exported(other) == before


def test_it_is_brought_alone(scope, tmp_path):
    (tmp_path / "account.json").write_bytes(exported(scope))
    (tmp_path / "other.csv").write_text("a,b\n")
    with pytest.raises(Invalid, match="alone"):
        imports.preview(scope, paths=[tmp_path / "account.json", tmp_path / "other.csv"])
    with pytest.raises(Invalid, match="no account"):
        imports.preview(scope, paths=[tmp_path / "other.csv"], kind="acquaint")


@pytest.mark.parametrize("how", [{"indent": 1}, {"sort_keys": True}, {"separators": (",", ":")}, {}])
def test_another_program_may_have_written_it_anew(scope, other, tmp_path, how):
    filled(scope, numbered())
    data = exported(scope)
    anew = json.dumps(json.loads(data), **how).encode()
    brought(other, b"\xef\xbb\xbf" + anew, tmp_path)
    assert exported(other) == data


def test_an_erased_person_does_not_return_with_the_account(scope, other, tmp_path):
    ada, ben = world.know(scope, "Ada Moss", "Ben Varga")
    people.edit(scope, person=ada, emails=["ada@example.org"])
    people.edit(scope, person=ben, emails=["ben@example.org"])
    held = exported(scope)
    erasures.erase(scope, person=ada)
    data = exported(scope)
    assert b"Ada" not in data
    assert b"ada@example.org" not in data
    brought(other, data, tmp_path)
    assert tombstones.digest(other, "email", "ada@example.org") in tombstones.digests(other)
    undo.undo(other)
    with pytest.raises(Invalid, match="you erased"):
        brought(other, held, tmp_path)
    brought(other, data, tmp_path)
    assert exported(other) == data


def test_a_store_with_marks_of_its_own_takes_no_others(scope, other, tmp_path):
    for one in (scope, other):
        [key] = world.know(one, "Ada Moss")
        people.edit(one, person=key, emails=["ada@example.org"])
        erasures.erase(one, person=key)
    with pytest.raises(Invalid, match="seals"):
        brought(other, exported(scope), tmp_path)


def test_who_was_erased_and_added_again_by_hand_comes_with_the_account(scope, other, tmp_path):
    for _turn in range(2):
        [key] = world.know(scope, "Ada Moss", emails=["ada@example.org"])
        if not Tombstone.objects.of(scope).exists():
            erasures.erase(scope, person=key)
    data = exported(scope)
    brought(other, data, tmp_path)
    undo.undo(other)
    brought(other, data, tmp_path)
    assert exported(other) == data


GOOD = '{"schema": "acquaint/account/1", "version": 1, "tables": {"field": [%s]}}'
ROW = '{"key": "2345678abc", "name": "Care", "normal": "care", "state": "parked"}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD % ROW + "x", "after the end"),
        (GOOD % ROW.replace('"state":', '"state"'), "not JSON"),
        ((GOOD % ROW)[:-30], "too early"),
        ((GOOD % ROW)[:-1], "too early"),
        (GOOD % "7", "object"),
        (GOOD % '{"name": NaN}', "not JSON"),
        (GOOD % ("[" * 100_000), "not JSON"),
        (GOOD % (ROW + "," + ROW), "breaks a rule"),
        (GOOD % ROW.replace("parked", "lost"), "breaks a rule"),
        (GOOD % ROW.replace('"key": "2345678abc", ', ""), "missing"),
        (GOOD % ROW.replace("2345678abc", "2345678ABC"), "cannot hold"),
        (GOOD % ROW.replace('"Care"', '"%s"' % ("x" * 201)), "cannot hold"),
        (GOOD % ROW.replace('"Care"', "7"), "cannot hold"),
        (GOOD % ROW.replace('"Care"', '"a\\u0000b"'), "cannot hold"),
        (GOOD % ROW.replace('"Care"', '"\\ud800"'), "cannot hold"),
        (GOOD % ROW.replace('"state"', '"id"'), "no column"),
        (GOOD % ROW.replace('"state": "parked"', '"state_on": "4 March"'), "cannot hold"),
        (GOOD.replace('"field"', '"change"') % ROW, "no table"),
        (GOOD.replace('"version": 1', '"version": 99') % ROW, "newer"),
        (GOOD.replace('"version": 1', '"version": "1"') % ROW, "which schema"),
        (GOOD.replace("account/1", "account/2") % ROW, "which schema"),
        (GOOD.replace('"tables"', '"version": 2, "tables"') % ROW, "twice"),
        (GOOD.replace('"field"', '"field": [], "field"') % ROW, "twice"),
        (
            GOOD.replace('"field"', '"organization"')
            % '{"key": "2345678abc", "name": "a", "normal": "a", "field": "zzzzzzzzzz"}',
            "leads to",
        ),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(scope, tmp_path, text, said):
    with pytest.raises(Invalid, match=said) as told:
        brought(scope, text.encode(), tmp_path)
    assert told.value.details == ("Nothing was changed.",)
    assert not Change.objects.of(scope).exists()
    assert exported(scope) == exported(world.somebody())


def test_a_picture_that_is_something_else_is_not_taken(scope, tmp_path):
    photo = {
        "key": "2345678abc",
        "digest": "d",
        "mime": "image/png",
        "width": 1,
        "height": 1,
        "data": "PHN2Zz4=",
    }
    for mime in ("image/png", "image/svg+xml"):
        text = (GOOD.replace('"field"', '"photo"') % json.dumps(photo | {"mime": mime})).encode()
        with pytest.raises(Invalid, match="cannot hold"):
            brought(scope, text, tmp_path)


@settings(max_examples=60)
@given(st.data())
def test_a_torn_or_changed_file_never_does_more_than_refuse(data):
    whole = (GOOD % f"{ROW}, {ROW}").encode()
    at = data.draw(st.integers(0, len(whole)))
    more = data.draw(st.binary(max_size=6))
    torn = whole[:at] + more + whole[at + data.draw(st.integers(0, 6)) :]
    fault = None
    try:
        list(formats.account(io.BytesIO(torn)))
    except formats.BrokenError as problem:
        fault = problem
    assert fault is None or (fault.line >= 1 and word(Reason(fault.code, fault.facts)))


def test_what_goes_out_is_as_published(scope, other):
    filling.fill(scope)
    filled(other, numbered())
    for owner in (scope, other):
        assert faults(json.loads(exported(owner)), shapes.account()) == []
    broken = json.loads(exported(scope))
    del broken["tables"]["interview"][0]["on"]
    broken["tables"]["person"][0]["id"] = 7
    assert len(faults(broken, shapes.account())) == 2
