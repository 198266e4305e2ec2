"""Where things came from: batches, verdicts worth keeping, what sources last said, who must not return."""

from __future__ import annotations

from django.db import models

from acquaint.models.constraints import SameOwner
from acquaint.models.rows import KEY_LENGTH, Link, PublicRow, Row, index, walls


class ImportBatch(PublicRow):
    """One import, which is also its own job: found again by content, resumed where it stopped."""

    content = models.CharField(max_length=64)
    kind = models.CharField(max_length=30)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    change = Link("acquaint.Change", null=True)
    done = models.JSONField(default=dict)
    report = models.JSONField(default=dict)

    class Meta:
        """Found by content hash."""

        db_table = "import_batch"
        constraints = walls("import_batch", "change")
        indexes = [index("import_batch", "content"), index("import_batch", "change")]

    def __str__(self) -> str:
        """Kind and when."""
        return f"{self.kind} {self.started_at}"


class ImportVerdict(Row):
    """A row that was in conflict or rejected, with the reason; the rest is counted, not kept."""

    batch = Link("acquaint.ImportBatch")
    path = models.TextField()
    line = models.IntegerField()
    verdict = models.CharField(max_length=10)
    reason = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    raw = models.TextField(blank=True)
    person = Link("acquaint.Person", null=True)

    class Meta:
        """Read by batch."""

        db_table = "import_verdict"
        constraints = walls("import_verdict", "batch", "person", keyed=False)
        indexes = [index("import_verdict", "batch"), index("import_verdict", "person")]

    def __str__(self) -> str:
        """Where and what."""
        return f"{self.path}:{self.line} {self.verdict}"


class SourceRecord(Row):
    """What a source last said about a person: the base of the three-way comparison, and provenance."""

    kind = models.CharField(max_length=40)
    external_key = models.CharField(max_length=300)
    person = Link("acquaint.Person", null=True)
    record = models.JSONField(default=dict)
    raw = models.TextField(blank=True)
    seen_on = models.DateField()

    class Meta:
        """One a source and key."""

        db_table = "source_record"
        constraints = [
            *walls("source_record", "person", keyed=False),
            models.UniqueConstraint(fields=["owner", "kind", "external_key"], name="source_record_once"),
        ]
        indexes = [index("source_record", "person")]

    def __str__(self) -> str:
        """Source and key."""
        return f"{self.kind} {self.external_key}"


class Tombstone(Row):
    """A keyed hash of what identified an erased person, so that no import brings them back."""

    digest = models.CharField(max_length=64)
    on = models.DateField()

    class Meta:
        """One a digest."""

        db_table = "tombstone"
        constraints = [
            *walls("tombstone", keyed=False),
            models.UniqueConstraint(fields=["owner", "digest"], name="tombstone_digest"),
        ]

    def __str__(self) -> str:
        """The digest."""
        return self.digest


class SearchText(models.Model):
    """A row's words, written by actions for search; FTS5 (SQLite) or a tsvector (PostgreSQL) indexes them.

    `folded` holds them as match keys where the database would not fold them alike by itself.
    """

    owner = models.ForeignKey("acquaint.Owner", models.DO_NOTHING, related_name="+", db_index=False)
    noun = models.CharField(max_length=20)
    row_id = models.BigIntegerField()
    key = models.CharField(max_length=KEY_LENGTH)
    person = Link("acquaint.Person", null=True)
    title = models.TextField()
    body = models.TextField(blank=True)
    folded = models.TextField(blank=True)

    class Meta:
        """One a row."""

        db_table = "search_text"
        constraints = [
            models.UniqueConstraint(fields=["owner", "noun", "row_id"], name="search_text_once"),
            SameOwner(field="person", name="search_text_person_owner"),
        ]
        indexes = [index("search_text", "person")]

    def __str__(self) -> str:
        """The title."""
        return self.title
