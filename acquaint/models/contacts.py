"""Any dated contact, who was part of it, and what people have in common."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, PublicRow, Row, index, set_index, walls

INTERACTION_KINDS = (
    "email",
    "call",
    "message",
    "coffee",
    "event",
    "meeting",
    "interview",
    "letter",
    "other",
)
DIRECTIONS = ("in", "out", "both")
INTEREST_KINDS = ("interest", "skill", "language", "place")


class Interaction(PublicRow):
    """A dated contact with a direction: in (they wrote), out (I wrote), both (we talked)."""

    on = models.DateField()
    at_utc = models.DateTimeField(null=True)
    kind = models.CharField(max_length=12)
    direction = models.CharField(max_length=4)
    channel = models.CharField(max_length=12, blank=True)
    text = models.TextField(blank=True)
    body = models.TextField(blank=True)
    place = models.TextField(blank=True)
    message_kind = models.CharField(max_length=20, blank=True)
    about = models.CharField(max_length=40, blank=True)
    interview = Link("acquaint.Interview", null=True)
    source = models.CharField(max_length=30, blank=True)
    external_key = models.CharField(max_length=80, blank=True)

    class Meta:
        """A source's message stands once."""

        db_table = "interaction"
        constraints = [
            *walls("interaction", "interview"),
            models.UniqueConstraint(
                fields=["owner", "source", "external_key"],
                condition=~Q(external_key=""),
                name="interaction_source",
            ),
            models.CheckConstraint(condition=Q(kind__in=INTERACTION_KINDS), name="interaction_kind"),
            models.CheckConstraint(condition=Q(direction__in=DIRECTIONS), name="interaction_direction"),
        ]
        indexes = [
            index("interaction", "on"),
            set_index("interaction", "interview"),
            models.Index(
                fields=["owner", "message_kind"],
                name="interaction_message_kind",
                condition=~Q(message_kind=""),
            ),
        ]

    def __str__(self) -> str:
        """Kind and day."""
        return f"{self.kind} {self.on}"


class InteractionPerson(Row):
    """Who was part of it; several people at once are one interaction."""

    interaction = Link("acquaint.Interaction")
    person = Link("acquaint.Person")

    class Meta:
        """Once each."""

        db_table = "interaction_person"
        constraints = [
            *walls("interaction_person", "interaction", "person", keyed=False),
            models.UniqueConstraint(
                fields=["owner", "interaction", "person"], name="interaction_person_once"
            ),
        ]
        indexes = [index("interaction_person", "person")]

    def __str__(self) -> str:
        """Who in which."""
        return f"{self.person_id} in {self.interaction_id}"


class Interest(PublicRow):
    """What somebody cares about, can do, speaks or belongs to; common ground is where two people's meet."""

    person = Link("acquaint.Person")
    text = models.CharField(max_length=300)
    normal = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, default="interest")
    heard_on = models.DateField(null=True)
    interview = Link("acquaint.Interview", null=True)

    class Meta:
        """Once a person and kind."""

        db_table = "interest"
        constraints = [
            *walls("interest", "person", "interview"),
            models.UniqueConstraint(fields=["owner", "person", "kind", "normal"], name="interest_once"),
            models.CheckConstraint(condition=Q(kind__in=INTEREST_KINDS), name="interest_kind"),
        ]
        indexes = [index("interest", "normal"), index("interest", "interview")]

    def __str__(self) -> str:
        """The topic."""
        return self.text


class Tie(PublicRow):
    """A knows B: stated or heard, never guessed here."""

    a = Link("acquaint.Person")
    b = Link("acquaint.Person")
    how = models.TextField(blank=True)
    heard_on = models.DateField(null=True)
    source = models.CharField(max_length=30, blank=True)

    class Meta:
        """A pair stands once; nobody is tied to themselves."""

        db_table = "tie"
        constraints = [
            *walls("tie", "a", "b"),
            models.UniqueConstraint(fields=["owner", "a", "b"], name="tie_once"),
            models.CheckConstraint(condition=~Q(a=models.F("b")), name="tie_two_people"),
        ]
        indexes = [index("tie", "b")]

    def __str__(self) -> str:
        """The pair."""
        return f"{self.a_id} knows {self.b_id}"
