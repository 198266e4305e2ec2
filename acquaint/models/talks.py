"""The request to talk, the interview it leads to, and what was learned there."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.people import new_uid
from acquaint.models.rows import Link, PublicRow, Row, index, walls

OUTCOMES = ("", "accepted", "deferred", "redirected", "answered", "declined", "bounced", "expired")
CHANNELS = ("", "email", "linkedin", "message", "phone", "in-person")
MODES = ("call", "video", "coffee", "office", "written")
LIKED = ("", "yes", "mixed", "no")
LINE_KINDS = ("learned", "advice", "want", "notwant", "note", "surprise")
BY = ("", "me", "them")


class Ask(PublicRow):
    """A request to talk; its state follows from the dates."""

    person = Link("acquaint.Person")
    via = Link("acquaint.Person", null=True)
    channel = models.CharField(max_length=12, blank=True)
    link = models.TextField(blank=True)
    made_on = models.DateField()
    sent_on = models.DateField(null=True)
    nudged_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    outcome = models.CharField(max_length=12, blank=True)
    until = models.DateField(null=True)
    words = models.TextField(blank=True)
    redirected_to = Link("acquaint.Person", null=True)

    class Meta:
        """Open asks are the ones looked for."""

        db_table = "ask"
        constraints = [
            *walls("ask", "person", "via", "redirected_to"),
            models.CheckConstraint(condition=Q(outcome__in=OUTCOMES), name="ask_outcome"),
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="ask_channel"),
        ]
        indexes = [index("ask", "person"), index("ask", "outcome", "sent_on", name="open")]

    def __str__(self) -> str:
        """Its state."""
        return self.state

    @property
    def state(self) -> str:
        """draft, sent, nudged, or the outcome."""
        if self.outcome:
            return self.outcome
        if self.nudged_on:
            return "nudged"
        return "sent" if self.sent_on else "draft"


class Interview(PublicRow):
    """An informational interview: the meeting that an ask leads to."""

    uid = models.CharField(max_length=64, default=new_uid, editable=False)
    person = Link("acquaint.Person")
    ask = Link("acquaint.Ask", null=True)
    at_local = models.CharField(max_length=16)
    zone = models.CharField(max_length=60)
    at_utc = models.DateTimeField()
    on = models.DateField()
    minutes = models.IntegerField(default=30)
    minutes_actual = models.IntegerField(null=True)
    mode = models.CharField(max_length=10, default="call")
    place = models.TextField(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    moves = models.IntegerField(default=0)
    booked_on = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    debriefed_on = models.DateField(null=True)
    thanked_on = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)
    cancelled_by = models.CharField(max_length=4, blank=True)
    no_show_on = models.DateField(null=True)
    no_show_by = models.CharField(max_length=4, blank=True)
    unsafe_on = models.DateField(null=True)

    class Meta:
        """Read by person, by when, and by what is still owed."""

        db_table = "interview"
        constraints = [
            *walls("interview", "person", "ask"),
            models.UniqueConstraint(fields=["owner", "uid"], name="interview_owner_uid"),
            models.CheckConstraint(condition=Q(mode__in=MODES), name="interview_mode"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="interview_minutes"),
            models.CheckConstraint(condition=Q(cancelled_by__in=BY), name="interview_cancelled_by"),
            models.CheckConstraint(condition=Q(no_show_by__in=BY), name="interview_no_show_by"),
        ]
        indexes = [index("interview", "person"), index("interview", "on"), index("interview", "held_on")]

    def __str__(self) -> str:
        """When and how it stands."""
        return f"{self.at_local} {self.state}"

    @property
    def state(self) -> str:
        """booked, confirmed, held, debriefed, thanked, cancelled or no-show."""
        if self.held_on:
            if self.thanked_on:
                return "thanked"
            return "debriefed" if self.debriefed_on else "held"
        if self.cancelled_on:
            return "cancelled"
        if self.no_show_on:
            return "no-show"
        return "confirmed" if self.confirmed_on else "booked"


class InterviewGuest(Row):
    """Somebody else who was there."""

    interview = Link("acquaint.Interview")
    person = Link("acquaint.Person")

    class Meta:
        """Once each."""

        db_table = "interview_guest"
        constraints = [
            *walls("interview_guest", "interview", "person", keyed=False),
            models.UniqueConstraint(fields=["owner", "interview", "person"], name="interview_guest_once"),
        ]
        indexes = [index("interview_guest", "person")]

    def __str__(self) -> str:
        """Who at which."""
        return f"{self.person_id} at {self.interview_id}"


class Debrief(PublicRow):
    """What was found after a talk; unfinished ones stay usable, the person's own words are kept in `raw`."""

    interview = Link("acquaint.Interview")
    person = Link("acquaint.Person")
    on = models.DateField()
    liked = models.CharField(max_length=5, blank=True)
    ease = models.CharField(max_length=200, blank=True)
    energy_before = models.IntegerField(null=True)
    energy_after = models.IntegerField(null=True)
    heard_want = models.CharField(max_length=5, blank=True)
    repeat = models.TextField(blank=True)
    change = models.TextField(blank=True)
    raw = models.TextField(blank=True)

    class Meta:
        """One debrief a person a talk; later words are added to it."""

        db_table = "debrief"
        constraints = [
            *walls("debrief", "interview", "person"),
            models.UniqueConstraint(fields=["owner", "interview", "person"], name="debrief_once"),
            models.CheckConstraint(condition=Q(liked__in=LIKED), name="debrief_liked"),
        ]
        indexes = [index("debrief", "person")]

    def __str__(self) -> str:
        """The day."""
        return str(self.on)


class DebriefLine(PublicRow):
    """One thing learned, advised, wanted or noted; advice carries what I will do, did and told."""

    debrief = Link("acquaint.Debrief")
    interview = Link("acquaint.Interview")
    person = Link("acquaint.Person")
    field = Link("acquaint.Field", null=True)
    kind = models.CharField(max_length=10)
    text = models.TextField(blank=True)
    will = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    told_on = models.DateField(null=True)

    class Meta:
        """Read by debrief and by person."""

        db_table = "debrief_line"
        constraints = [
            *walls("debrief_line", "debrief", "interview", "person", "field"),
            models.CheckConstraint(condition=Q(kind__in=LINE_KINDS), name="debrief_line_kind"),
        ]
        indexes = [
            index("debrief_line", "debrief"),
            index("debrief_line", "interview"),
            index("debrief_line", "person"),
            index("debrief_line", "kind", "done_on", name="done"),
        ]

    def __str__(self) -> str:
        """The text."""
        return self.text


class Question(PublicRow):
    """Something I want to know; `must_since` marks a must-ask, `asked_in` where it was asked."""

    text = models.TextField()
    category = models.CharField(max_length=30, blank=True)
    field = Link("acquaint.Field", null=True)
    must_since = models.DateField(null=True)
    asked_in = Link("acquaint.Interview", null=True)
    answer = models.TextField(blank=True)

    class Meta:
        """Read by field and by the talk it was asked in."""

        db_table = "question"
        constraints = walls("question", "field", "asked_in")
        indexes = [index("question", "field"), index("question", "asked_in")]

    def __str__(self) -> str:
        """The question."""
        return self.text
