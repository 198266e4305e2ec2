"""History: one Change for every deed, and one ChangeRow for every row it touched, holding what undoes it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from acquaint.models.rows import KEY_LENGTH, Link, RowQuerySet, index, new_key, walls


class Change(models.Model):
    """Who did what, when, through which door; numbered per owner under the owner-row lock (a sync token)."""

    owner = models.ForeignKey("acquaint.Owner", models.DO_NOTHING, related_name="+", db_index=False)
    key = models.CharField(max_length=KEY_LENGTH, default=new_key, editable=False)
    number = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField()
    door = models.CharField(max_length=20)
    what = models.CharField(max_length=60)
    about = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    undoes = Link("acquaint.Change", null=True)

    objects = RowQuerySet.as_manager()

    class Meta:
        """Numbers never repeat for an owner."""

        db_table = "change"
        constraints = [
            *walls("change", "undoes"),
            models.UniqueConstraint(fields=["owner", "number"], name="change_owner_number"),
        ]
        indexes = [index("change", "undoes")]

    def __str__(self) -> str:
        """Its number and deed."""
        return f"{self.number} {self.what}"


Runs = list[list[int]]


def runs_of(ids: Iterable[int]) -> Runs:
    """The ids, sorted, as [first, last] pairs of those that follow each other."""
    found: Runs = []
    for one in sorted(ids):
        if found and found[-1][1] == one - 1:
            found[-1][1] = one
        else:
            found.append([one, one])
    return found


class ChangeRow(models.Model):
    """A row that a Change touched, or many that it inserted at once.

    `before` is null for an insert, the earlier values of the changed columns for an edit, and the whole row
    (with its `id`) for a removal. Rows inserted at once are one line: `runs` holds their ids as [first, last]
    pairs, and `row_id` is the first of them.
    """

    change = models.ForeignKey(Change, models.DO_NOTHING, related_name="rows")
    model = models.CharField(max_length=30)
    row_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    runs = models.JSONField(null=True)

    class Meta:
        """Found by its Change; a row's own past is a rare question."""

        db_table = "change_row"

    def __str__(self) -> str:
        """Table and row."""
        return f"{self.model} {self.row_id}"


def ids_of(row_id: int, runs: Runs | None) -> list[int]:
    """The ids of the rows that a ChangeRow speaks of, in order."""
    if runs is None:
        return [row_id]
    return [one for first, last in runs for one in range(first, last + 1)]
