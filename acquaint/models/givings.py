"""What people do for each other: introductions, promises, openings told."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, PublicRow, index, walls

INTRODUCTION_MODES = ("", "use-my-name", "ask-first", "joint")
OPENING_STATES = ("heard", "asked", "applied", "interviewing", "offer", "no", "withdrawn")


class Introduction(PublicRow):
    """Received: `introducer` brings me to `introduced`. Given: I bring `introduced` and `other` together."""

    direction = models.CharField(max_length=8, default="received")
    introducer = Link("acquaint.Person", null=True)
    introduced = Link("acquaint.Person", null=True)
    other = Link("acquaint.Person", null=True)
    organization = Link("acquaint.Organization", null=True)
    interview = Link("acquaint.Interview", null=True)
    mode = models.CharField(max_length=12, blank=True)
    why = models.TextField(blank=True)
    named_on = models.DateField(null=True)
    asked_on = models.DateField(null=True)
    other_asked_on = models.DateField(null=True)
    agreed_on = models.DateField(null=True)
    other_agreed_on = models.DateField(null=True)
    declined_on = models.DateField(null=True)
    made_on = models.DateField(null=True)
    met_on = models.DateField(null=True)
    silent_on = models.DateField(null=True)
    check_back_on = models.DateField(null=True)
    loop_connected_on = models.DateField(null=True)
    loop_met_on = models.DateField(null=True)
    loop_outcome_on = models.DateField(null=True)

    class Meta:
        """Read from each person's side."""

        db_table = "introduction"
        constraints = [
            *walls("introduction", "introducer", "introduced", "other", "organization", "interview"),
            models.CheckConstraint(
                condition=Q(direction__in=("received", "given")), name="introduction_direction"
            ),
            models.CheckConstraint(condition=Q(mode__in=INTRODUCTION_MODES), name="introduction_mode"),
        ]
        indexes = [
            index("introduction", "introducer"),
            index("introduction", "introduced"),
            index("introduction", "other"),
            index("introduction", "organization"),
            index("introduction", "interview"),
        ]

    def __str__(self) -> str:
        """Its state."""
        return self.state

    @property
    def state(self) -> str:
        """named, asked, agreed, made, met, silent or declined."""
        for state in ("declined", "silent", "met", "made", "agreed", "asked"):
            if getattr(self, f"{state}_on"):
                return state
        return "named"


class Promise(PublicRow):
    """Something I said I would do, or they said they would (M7)."""

    person = Link("acquaint.Person")
    by = models.CharField(max_length=6, default="mine")
    text = models.TextField()
    made_on = models.DateField()
    due_on = models.DateField(null=True)
    interview = Link("acquaint.Interview", null=True)
    kept_on = models.DateField(null=True)
    released_on = models.DateField(null=True)
    checked_on = models.DateField(null=True)
    checks = models.IntegerField(default=0)

    class Meta:
        """Open ones are looked for by whose they are."""

        db_table = "promise"
        constraints = [
            *walls("promise", "person", "interview"),
            models.CheckConstraint(condition=Q(by__in=("mine", "theirs")), name="promise_by"),
        ]
        indexes = [
            index("promise", "person"),
            index("promise", "interview"),
            models.Index(
                fields=["owner", "by", "due_on"],
                name="promise_open",
                condition=Q(kept_on=None, released_on=None),
            ),
        ]

    def __str__(self) -> str:
        """The text."""
        return self.text

    @property
    def state(self) -> str:
        """open, kept or released."""
        if self.kept_on:
            return "kept"
        return "released" if self.released_on else "open"


class Opening(PublicRow):
    """A job heard of, credited to who told me; confidential ones stay out of drafts and exports."""

    role = models.CharField(max_length=300)
    organization = Link("acquaint.Organization", null=True)
    source = Link("acquaint.Person", null=True)
    interview = Link("acquaint.Interview", null=True)
    heard_on = models.DateField()
    confidential_since = models.DateField(null=True)
    state = models.CharField(max_length=12, default="heard")
    state_on = models.DateField(null=True)
    notes = models.TextField(blank=True)

    class Meta:
        """Read by who told and where."""

        db_table = "opening"
        constraints = [
            *walls("opening", "organization", "source", "interview"),
            models.CheckConstraint(condition=Q(state__in=OPENING_STATES), name="opening_state"),
        ]
        indexes = [
            index("opening", "organization"),
            index("opening", "source"),
            index("opening", "interview"),
        ]

    def __str__(self) -> str:
        """The role."""
        return self.role
