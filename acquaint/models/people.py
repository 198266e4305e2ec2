"""A person, what they are called, how to reach them, and how the relationship stands."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, PublicRow, Row, RowQuerySet, index, set_index, walls

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

STAGES = ("known", "asked", "acquainted", "in_touch", "ally", "friend")
GLADLY = ("", "gladly", "sure", "reason")
POINT_KINDS = ("email", "phone", "profile", "postal")


def new_uid() -> str:
    """A stable identifier for address-book and calendar doors."""
    return str(uuid.uuid4())


def new_uids(count: int, at: datetime) -> list[str]:
    """Such identifiers for many who are made at one time: they begin with it (RFC 9562, version 7).

    An index takes them in side by side.
    """
    time = f"{int(at.timestamp() * 1000):012x}"
    head, drawn = f"{time[:8]}-{time[8:]}-7", secrets.token_hex(count * 9)
    parts = (drawn[at : at + 18] for at in range(0, len(drawn), 18))
    return [f"{head}{part[:3]}-8{part[3:6]}-{part[6:]}" for part in parts]


class PersonQuerySet(RowQuerySet["Person"]):
    """Chains over people; the owner's own row is met only by `with_me` and `me`."""

    def of(self, scope: Scope) -> Self:
        """Everybody but the owner."""
        return self.filter(owner_id=scope.owner_id, me_since=None)

    def with_me(self, scope: Scope) -> Self:
        """Everybody and the owner."""
        return self.filter(owner_id=scope.owner_id)

    def me(self, scope: Scope) -> Self:
        """The owner's own row (none before the owner has told anything)."""
        return self.filter(owner_id=scope.owner_id, me_since__isnull=False)

    def open(self) -> Self:
        """Without those who are never to be contacted."""
        return self.filter(closed_on=None)

    def active(self) -> Self:
        """Asked, met or chosen by the owner: those who are owed a next step."""
        return self.open().filter(~Q(stage="known") | Q(chosen_on__isnull=False))


class Person(PublicRow):
    """Somebody the owner knows or knows of.

    The carried columns (stage to next_due) are recomputed from stage steps and interactions at the end of
    each action that touches them; they are never stored in a Change and never count as an edit.
    """

    uid = models.CharField(max_length=64, default=new_uid, editable=False)
    name = models.CharField(max_length=400)
    normal = models.CharField(max_length=400)
    sort_name = models.CharField(max_length=400, blank=True)
    credentials = models.CharField(max_length=200, blank=True)
    pronouns = models.CharField(max_length=60, blank=True)
    pronunciation = models.CharField(max_length=200, blank=True)
    notes = models.TextField(blank=True)
    how_met = models.TextField(blank=True)
    met_on = models.CharField(max_length=10, blank=True)
    chosen_on = models.DateField(null=True)
    introduced_by = Link("acquaint.Person", null=True)
    me_since = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    closed_why = models.TextField(blank=True)
    rested_on = models.DateField(null=True)
    rest_until = models.DateField(null=True)
    rest_why = models.TextField(blank=True)
    next_touch_on = models.DateField(null=True)
    next_touch_why = models.TextField(blank=True)
    rhythm_days = models.IntegerField(null=True)
    rhythm_on = models.DateField(null=True)
    gladly = models.CharField(max_length=10, blank=True)
    gladly_on = models.DateField(null=True)
    photo = Link("acquaint.Photo", null=True)

    stage = models.CharField(max_length=12, default="known")
    first_contact = models.DateField(null=True)
    last_contact = models.DateField(null=True)
    last_two_way = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    in_sum = models.FloatField(default=0.0)
    out_sum = models.FloatField(default=0.0)
    sums_on = models.DateField(null=True)
    unanswered = models.IntegerField(default=0)
    next_due = models.DateField(null=True)

    CARRIED: ClassVar[tuple[str, ...]] = (
        "stage",
        "first_contact",
        "last_contact",
        "last_two_way",
        "answered_on",
        "in_sum",
        "out_sum",
        "sums_on",
        "unanswered",
        "next_due",
    )

    # The facts that columns make, each told and kept as a whole; what the rest are for is said above.
    FACTS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "name": ("name", "normal", "sort_name"),
        "credentials": ("credentials",),
        "pronouns": ("pronouns",),
        "pronunciation": ("pronunciation",),
        "how_met": ("how_met",),
        "met_on": ("met_on",),
        "introduced_by": ("introduced_by_id",),
        "notes": ("notes",),
        "gladly": ("gladly", "gladly_on"),
        "rhythm": ("rhythm_days", "rhythm_on"),
        "next_touch": ("next_touch_on", "next_touch_why"),
        "rest": ("rested_on", "rest_until", "rest_why"),
        "photo": ("photo_id",),
        "chosen": ("chosen_on",),
        "closed": ("closed_on", "closed_why"),
    }

    objects = PersonQuerySet.as_manager()  # type: ignore[misc]  # narrows the chains of every row

    class Meta:
        """One own row for an owner; lists go by name, by last contact and by what is due."""

        db_table = "person"
        constraints = [
            *walls("person", "introduced_by", "photo"),
            models.UniqueConstraint(fields=["owner", "uid"], name="person_owner_uid"),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(me_since__isnull=False), name="person_owner_me"
            ),
            models.CheckConstraint(condition=Q(stage__in=STAGES), name="person_stage"),
            models.CheckConstraint(condition=Q(gladly__in=GLADLY), name="person_gladly"),
            models.CheckConstraint(condition=~Q(name=""), name="person_named"),
        ]
        indexes = [
            index("person", "normal"),
            index("person", "sort_name"),
            index("person", "stage"),
            set_index("person", "next_due"),
            set_index("person", "last_contact"),
            set_index("person", "introduced_by"),
            models.Index(
                fields=["owner", "chosen_on"], name="person_chosen", condition=Q(chosen_on__isnull=False)
            ),
            models.Index(
                fields=["owner", "gladly", "next_due"],
                name="person_gladly",
                condition=Q(gladly_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """The full name as typed."""
        return self.name


class Alias(Row):
    """Another name a person answers to: a nickname, a former name, another script."""

    person = Link("acquaint.Person")
    text = models.CharField(max_length=400)
    normal = models.CharField(max_length=400)

    class Meta:
        """An alias names one person once."""

        db_table = "alias"
        constraints = [
            *walls("alias", "person", keyed=False),
            models.UniqueConstraint(fields=["owner", "person", "normal"], name="alias_once"),
        ]
        indexes = [index("alias", "normal")]

    def __str__(self) -> str:
        """The name."""
        return self.text


class ContactPoint(PublicRow):
    """A way to reach a person: e-mail, phone, profile URL, postal address."""

    person = Link("acquaint.Person")
    kind = models.CharField(max_length=10)
    value = models.TextField()
    normal = models.CharField(max_length=400)
    label = models.CharField(max_length=60, blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        """The same point stands once on a person; two people may share one (a family phone)."""

        db_table = "contact_point"
        constraints = [
            *walls("contact_point", "person"),
            models.UniqueConstraint(fields=["owner", "person", "kind", "normal"], name="contact_point_once"),
            models.CheckConstraint(condition=Q(kind__in=POINT_KINDS), name="contact_point_kind"),
        ]
        indexes = [index("contact_point", "kind", "normal", name="normal")]

    def __str__(self) -> str:
        """The value as typed."""
        return self.value


class StageStep(Row):
    """One step in the history of a relationship; the latest one is the person's stage."""

    person = Link("acquaint.Person")
    stage = models.CharField(max_length=12)
    on = models.DateField()
    why = models.CharField(max_length=60, blank=True)

    class Meta:
        """Read by person."""

        db_table = "stage_step"
        constraints = [
            *walls("stage_step", "person", keyed=False),
            models.CheckConstraint(condition=Q(stage__in=STAGES), name="stage_step_stage"),
        ]
        indexes = [index("stage_step", "person", "on", name="person")]

    def __str__(self) -> str:
        """Stage and day."""
        return f"{self.stage} {self.on}"


class Photo(PublicRow):
    """A re-encoded picture, content-hashed, referenced from elsewhere."""

    digest = models.CharField(max_length=64)
    mime = models.CharField(max_length=30)
    data = models.BinaryField()
    width = models.IntegerField()
    height = models.IntegerField()

    class Meta:
        """The same picture lies here once."""

        db_table = "photo"
        constraints = [
            *walls("photo"),
            models.UniqueConstraint(fields=["owner", "digest"], name="photo_digest"),
        ]

    def __str__(self) -> str:
        """Its digest."""
        return self.digest
