from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.loader import MigrationLoader

from acquaint.models import Organization, Person, Position, Promise, SearchText
from acquaint.models.constraints import SameOwner
from acquaint.models.rows import Link
from tests import world

MODELS = list(apps.get_app_config("acquaint").get_models())
LINKS = [
    (model, field.name)
    for model in MODELS
    for field in model._meta.concrete_fields
    if field.is_relation and field.name not in {"owner", "change"}
]


def person(scope, name="Ada Moss"):
    return Person.objects.create(owner_id=scope.owner_id, name=name, normal=name.lower())


def check_now():
    """Deferred constraints speak at commit; ask them to speak here."""
    connection.check_constraints()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def refused():
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: PT012 (deferred walls need asking)
        yield
        check_now()


def test_there_are_links_to_guard():
    assert len(LINKS) > 40


@pytest.mark.parametrize(("model", "name"), LINKS, ids=[f"{m._meta.db_table}.{n}" for m, n in LINKS])
def test_every_link_has_its_wall(model, name):
    assert isinstance(model._meta.get_field(name), Link) or model is SearchText
    walls = [one.field for one in model._meta.constraints if isinstance(one, SameOwner)]
    assert name in walls


def test_every_table_but_history_rows_belongs_to_an_owner():
    without = [
        model._meta.db_table
        for model in MODELS
        if "owner" not in {field.name for field in model._meta.concrete_fields}
    ]
    assert sorted(without) == ["change_row", "owner"]  # a ChangeRow belongs to its Change


def test_every_index_is_led_by_the_owner():
    wrong = [
        index.name
        for model in MODELS
        for index in model._meta.indexes
        if index.fields and index.fields[0] != "owner"
    ]
    assert not wrong


def test_a_row_of_somebody_else_is_refused_by_the_database(scope, other):
    theirs = person(other)
    with refused():
        Promise.objects.create(owner_id=scope.owner_id, person_id=theirs.pk, text="mine", made_on=scope.today)


def test_moving_a_row_to_another_owner_is_refused(scope, other):
    mine = person(scope)
    held = Promise.objects.create(owner_id=scope.owner_id, person=mine, text="mine", made_on=scope.today)
    with refused():
        Promise.objects.filter(pk=held.pk).update(owner_id=other.owner_id)


def test_a_row_that_points_nowhere_is_refused(scope):
    with refused():
        Promise.objects.create(owner_id=scope.owner_id, person_id=987654, text="?", made_on=scope.today)


def test_a_row_that_others_point_at_cannot_go_alone(scope):
    mine = person(scope)
    Promise.objects.create(owner_id=scope.owner_id, person=mine, text="mine", made_on=scope.today)
    with refused():
        Person.objects.filter(pk=mine.pk)._raw_delete("default")


def test_a_link_left_empty_is_fine(scope):
    mine = person(scope)
    Position.objects.create(owner_id=scope.owner_id, person=mine, title="Gardener")
    check_now()


def test_validation_says_it_in_words_before_the_database_does(scope, other):
    place = Organization.objects.create(owner_id=other.owner_id, name="Fern", normal="fern")
    row = Position(owner_id=scope.owner_id, person=person(scope), organization=place)
    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()
    assert "same_owner" in {error.code for errors in refused.value.error_dict.values() for error in errors}


@contextmanager
def migrated(operation):
    """Run one step of a migration, and take it back."""
    before = MigrationLoader(connection).project_state()
    after = before.clone()
    operation.state_forwards("acquaint", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("acquaint", editor, before, after)
    try:
        yield
    finally:
        Promise.objects.all().delete()
        with connection.schema_editor() as editor:
            operation.database_backwards("acquaint", editor, after, before)


def promise_across_owners():
    mine, theirs = world.somebody(), world.somebody()
    stranger = person(theirs)
    with transaction.atomic():
        Promise.objects.create(owner_id=mine.owner_id, person_id=stranger.pk, text="?", made_on=mine.today)


@pytest.mark.django_db(transaction=True)
def test_the_wall_survives_a_remake_of_its_table():
    """SQLite changes a column by building the table anew; a trigger would be lost on the way."""
    with (
        migrated(migrations.AlterField("Promise", "text", models.CharField(max_length=90))),
        pytest.raises(IntegrityError),
    ):
        promise_across_owners()
    with pytest.raises(IntegrityError):
        promise_across_owners()


@pytest.mark.django_db(transaction=True)
def test_a_wall_can_be_taken_down_and_put_up_again():
    with migrated(migrations.RemoveConstraint("Promise", "promise_person_owner")):
        promise_across_owners()
    with pytest.raises(IntegrityError):
        promise_across_owners()


def test_a_wall_is_written_down_in_migrations_and_equals_itself():
    wall = SameOwner(field="person", name="x_person_owner")
    path, args, kwargs = wall.deconstruct()
    assert (path, args) == ("acquaint.models.constraints.SameOwner", ())
    assert SameOwner(**kwargs) == wall
    assert hash(SameOwner(**kwargs)) == hash(wall)
    assert wall != SameOwner(field="other", name="x_person_owner")
