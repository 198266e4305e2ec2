"""The search and its record: what I look for now, what I wrote down, what I put off."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, PublicRow, Row, index, walls

ENTRY_KINDS = ("entry", "capture", "bookmark")


class Search(PublicRow):
    """What I look for now; the one without an end is the current one."""

    one_liner = models.TextField(blank=True)
    fields = models.TextField(blank=True)
    started_on = models.DateField()
    paused_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        """One search at a time."""

        db_table = "search"
        constraints = [
            *walls("search"),
            models.UniqueConstraint(fields=["owner"], condition=Q(ended_on=None), name="search_one_open"),
        ]

    def __str__(self) -> str:
        """The one-liner."""
        return self.one_liner


class JournalEntry(PublicRow):
    """An experience, a captured line, a saved page; the words are always kept as written."""

    on = models.DateField()
    kind = models.CharField(max_length=10, default="entry")
    text = models.TextField(blank=True)
    url = models.TextField(blank=True)
    person = Link("acquaint.Person", null=True)

    class Meta:
        """Read by day and by person."""

        db_table = "journal_entry"
        constraints = [
            *walls("journal_entry", "person"),
            models.CheckConstraint(condition=Q(kind__in=ENTRY_KINDS), name="journal_entry_kind"),
        ]
        indexes = [index("journal_entry", "on"), index("journal_entry", "person")]

    def __str__(self) -> str:
        """The words."""
        return self.text


class Snooze(Row):
    """A suggestion put off until a day; suggestions have derived ids, so this survives."""

    suggestion = models.CharField(max_length=80)
    until = models.DateField()

    class Meta:
        """One a suggestion."""

        db_table = "snooze"
        constraints = [
            *walls("snooze", keyed=False),
            models.UniqueConstraint(fields=["owner", "suggestion"], name="snooze_once"),
        ]

    def __str__(self) -> str:
        """Which suggestion."""
        return self.suggestion
