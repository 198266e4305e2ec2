"""Organizations, fields, and who held which position where, from when to when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, PublicRow, index, walls

FIELD_STATES = ("candidate", "exploring", "preferred", "parked", "ruled_out")
POSITION_KINDS = ("work", "study", "member")


class Field(PublicRow):
    """An industry or line of work; its state is reversible."""

    name = models.CharField(max_length=200)
    normal = models.CharField(max_length=200)
    state = models.CharField(max_length=12, default="candidate")
    state_on = models.DateField(null=True)
    notes = models.TextField(blank=True)

    class Meta:
        """One row a name."""

        db_table = "field"
        constraints = [
            *walls("field"),
            models.UniqueConstraint(fields=["owner", "normal"], name="field_normal"),
            models.CheckConstraint(condition=Q(state__in=FIELD_STATES), name="field_state"),
        ]

    def __str__(self) -> str:
        """The name."""
        return self.name


class Organization(PublicRow):
    """An employer, school, club: where positions are held."""

    name = models.CharField(max_length=300)
    normal = models.CharField(max_length=300)
    field = Link("acquaint.Field", null=True)
    notes = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        """One row a name: organizations, unlike people, are joined by an equal name."""

        db_table = "organization"
        constraints = [
            *walls("organization", "field"),
            models.UniqueConstraint(fields=["owner", "normal"], name="organization_normal"),
        ]
        indexes = [index("organization", "field")]

    def __str__(self) -> str:
        """The name."""
        return self.name


class Position(PublicRow):
    """A person at an organization; `started`, `ended` are partial dates, `seen_on` when a source said so."""

    person = Link("acquaint.Person")
    organization = Link("acquaint.Organization", null=True)
    kind = models.CharField(max_length=10, default="work")
    title = models.CharField(max_length=400, blank=True)
    department = models.CharField(max_length=200, blank=True)
    started = models.CharField(max_length=10, blank=True)
    ended = models.CharField(max_length=10, blank=True)
    seen_on = models.DateField(null=True)
    ended_seen_on = models.DateField(null=True)

    class Meta:
        """Read by person, by organization, and by what ended lately."""

        db_table = "position"
        constraints = [
            *walls("position", "person", "organization"),
            models.CheckConstraint(condition=Q(kind__in=POSITION_KINDS), name="position_kind"),
        ]
        indexes = [
            index("position", "person"),
            index("position", "organization", "person", name="organization"),
            models.Index(
                fields=["owner", "ended_seen_on"],
                name="position_ended",
                condition=Q(ended_seen_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """The title."""
        return self.title
