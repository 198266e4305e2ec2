"""Facts about people that have no noun of their own, and the department of a position."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import acquaint.models.constraints
import acquaint.models.rows

KINDS = (
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


def department(apps, schema_editor):
    schema_editor.execute(
        'ALTER TABLE "position" ADD COLUMN "department" varchar(200) DEFAULT \'\' NOT NULL', params=None
    )


class Quietly(migrations.SeparateDatabaseAndState):
    """Does not draw up every model anew for its part: that alone would take a tenth of a second."""

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)


class Migration(migrations.Migration):
    dependencies = [("acquaint", "0007_offers")]
    operations = [
        migrations.CreateModel(
            name="Detail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last_change", models.BigIntegerField(default=0)),
                (
                    "key",
                    models.CharField(default=acquaint.models.rows.new_key, editable=False, max_length=10),
                ),
                ("kind", models.CharField(max_length=12)),
                ("label", models.CharField(blank=True, max_length=60)),
                ("text", models.TextField(blank=True)),
                ("normal", models.CharField(max_length=300)),
                ("on", models.CharField(blank=True, max_length=10)),
                ("lower", models.DateField(null=True)),
                ("source", models.CharField(blank=True, max_length=40)),
                ("ref", models.CharField(blank=True, max_length=300)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="acquaint.owner",
                    ),
                ),
                (
                    "person",
                    acquaint.models.rows.Link(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="acquaint.person",
                    ),
                ),
            ],
            options={
                "db_table": "detail",
                "indexes": [
                    models.Index(fields=["owner", "kind", "lower"], name="detail_kind_lower"),
                    models.Index(
                        condition=models.Q(("ref", ""), _negated=True),
                        fields=["owner", "source", "ref"],
                        name="detail_ref",
                    ),
                ],
                "constraints": [
                    acquaint.models.constraints.SameOwner(field="person", name="detail_person_owner"),
                    models.UniqueConstraint(fields=("owner", "id"), name="detail_owner_id"),
                    models.UniqueConstraint(fields=("owner", "key"), name="detail_owner_key"),
                    models.UniqueConstraint(fields=("owner", "person", "kind", "normal"), name="detail_once"),
                    models.CheckConstraint(condition=models.Q(("kind__in", KINDS)), name="detail_kind"),
                ],
            },
        ),
        Quietly(
            [migrations.RunPython(department)],
            [migrations.AddField("position", "department", models.CharField(blank=True, max_length=200))],
        ),
    ]
