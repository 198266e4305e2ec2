"""Facts about a person that have no noun of their own: a birthday, a group, who somebody is to them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, PublicRow, index, walls

DETAIL_KINDS = (
    "birthday",
    "anniversary",
    "death",
    "day",
    "category",
    "relation",
    "introducer",
    "title",
    "role",
    "other",
)

DAY = "day"  # as `normal` of a birthday: the one that is a date


class Detail(PublicRow):
    """One such fact: `text` says it, `label` in which sense, `on` when (a partial date, `lower` sorts it).

    A relation and an introducer are somebody who is not certainly here: `text` is the name, `ref` the key by
    which `source` would know them.
    """

    person = Link("acquaint.Person")
    kind = models.CharField(max_length=12)
    label = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)
    normal = models.CharField(max_length=300)
    on = models.CharField(max_length=10, blank=True)
    lower = models.DateField(null=True)
    source = models.CharField(max_length=40, blank=True)
    ref = models.CharField(max_length=300, blank=True)

    class Meta:
        """The same fact stands once on a person."""

        db_table = "detail"
        constraints = [
            *walls("detail", "person"),
            models.UniqueConstraint(fields=["owner", "person", "kind", "normal"], name="detail_once"),
            models.CheckConstraint(condition=Q(kind__in=DETAIL_KINDS), name="detail_kind"),
        ]
        indexes = [
            index("detail", "kind", "lower"),
            models.Index(fields=["owner", "source", "ref"], name="detail_ref", condition=~Q(ref="")),
        ]

    def __str__(self) -> str:
        """What it says."""
        return f"{self.kind} {self.text or self.on}"
