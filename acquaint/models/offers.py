"""What an import found and only the owner can confirm: a question that waits and never presses."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, PublicRow, index, walls

OFFER_KINDS = ("person", "introduction", "interview", "tie")
OFFER_OUTCOMES = ("", "accepted", "declined")


class Offer(PublicRow):
    """Somebody to add, an introduction that seems to have been made, a meeting that could be an interview.

    `sign` is the same each time a source gives the same cause, so that nothing is asked twice. `facts` hold
    what is to be shown and done; `person`, `other` and `interview` are those of it who are here already.
    """

    batch = Link("acquaint.ImportBatch", null=True)
    kind = models.CharField(max_length=12)
    sign = models.CharField(max_length=80)
    facts = models.JSONField(default=dict)
    on = models.DateField(null=True)
    person = Link("acquaint.Person", null=True)
    other = Link("acquaint.Person", null=True)
    interview = Link("acquaint.Interview", null=True)
    settled_on = models.DateField(null=True)
    outcome = models.CharField(max_length=8, blank=True)

    class Meta:
        """Asked once; read by batch, and from each row that it is about."""

        db_table = "offer"
        constraints = [
            *walls("offer", "batch", "person", "other", "interview"),
            models.UniqueConstraint(fields=["owner", "kind", "sign"], name="offer_once"),
            models.CheckConstraint(condition=Q(kind__in=OFFER_KINDS), name="offer_kind"),
            models.CheckConstraint(condition=Q(outcome__in=OFFER_OUTCOMES), name="offer_outcome"),
        ]
        indexes = [
            index("offer", "batch"),
            index("offer", "person"),
            index("offer", "other"),
            index("offer", "interview"),
        ]

    def __str__(self) -> str:
        """Kind and how it stands."""
        return f"{self.kind} {self.outcome or 'open'}"
