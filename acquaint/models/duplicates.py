"""What the owner decided about two entries: that they are two people, or that they were one all along."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.rows import KEY_LENGTH, Link, Row, index, walls


class Distinct(Row):
    """Two people whom the owner told apart: they are not asked about again."""

    a = Link("acquaint.Person")
    b = Link("acquaint.Person")
    on = models.DateField()

    class Meta:
        """A pair stands once, the older row first."""

        db_table = "distinct_people"
        constraints = [
            *walls("distinct_people", "a", "b", keyed=False),
            models.UniqueConstraint(fields=["owner", "a", "b"], name="distinct_people_once"),
            models.CheckConstraint(condition=~Q(a=models.F("b")), name="distinct_people_two"),
        ]
        indexes = [index("distinct_people", "b")]

    def __str__(self) -> str:
        """The pair."""
        return f"{self.a_id} is not {self.b_id}"


class FormerKey(Row):
    """A key by which a person was named before two entries were joined; it goes on leading to them."""

    key = models.CharField(max_length=KEY_LENGTH)
    person = Link("acquaint.Person")

    class Meta:
        """A key leads to one person."""

        db_table = "former_key"
        constraints = [
            *walls("former_key", "person", keyed=False),
            models.UniqueConstraint(fields=["owner", "key"], name="former_key_once"),
        ]
        indexes = [index("former_key", "person")]

    def __str__(self) -> str:
        """The key."""
        return self.key
