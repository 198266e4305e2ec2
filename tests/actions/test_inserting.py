from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from acquaint.actions import images, inserting
from acquaint.models import Organization


def rows(scope, names):
    return [{"owner_id": scope.owner_id, "last_change": 1, "name": name, "normal": name} for name in names]


def stored():
    return list(Organization.objects.order_by("id").values_list("id", "name"))


@pytest.mark.parametrize("count", [1, inserting.TOGETHER - 1, inserting.TOGETHER, inserting.TOGETHER * 2 + 3])
def test_rows_stand_in_their_order_however_many_go_together(scope, count):
    names = [f"place {number}" for number in range(count)]
    pks = images.insert_many(Organization, rows(scope, names))
    assert stored() == list(zip(pks, names, strict=True))
    assert pks == list(range(pks[0], pks[0] + count))
    assert len(set(Organization.objects.values_list("key", flat=True))) == count


def test_none_are_no_statement(scope, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert images.insert_many(Organization, []) == []
        inserting.insert(Organization, ("name",), [])


def test_an_error_midway_leaves_nothing_of_its_savepoint(scope):
    [kept] = images.insert_many(Organization, rows(scope, ["before"]))
    names = [f"place {number}" for number in range(inserting.TOGETHER)]
    with pytest.raises(IntegrityError), transaction.atomic():
        images.insert_many(Organization, rows(scope, [*names, "before"]))
    with pytest.raises(IntegrityError), transaction.atomic():
        images.insert_many(Organization, rows(scope, [*names[:7], *names]))
    assert stored() == [(kept, "before")]
