"""What an import found and only the owner can confirm."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import acquaint.models.constraints
import acquaint.models.rows

LINKS = {"batch": "importbatch", "person": "person", "other": "person", "interview": "interview"}


def link(to):
    return acquaint.models.rows.Link(
        db_constraint=False,
        db_index=False,
        null=True,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to=f"acquaint.{to}",
    )


class Migration(migrations.Migration):
    dependencies = [("acquaint", "0006_duplicates")]
    operations = [
        migrations.CreateModel(
            name="Offer",
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
                ("sign", models.CharField(max_length=80)),
                ("facts", models.JSONField(default=dict)),
                ("on", models.DateField(null=True)),
                ("settled_on", models.DateField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=8)),
                *((name, link(to)) for name, to in LINKS.items()),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="acquaint.owner",
                    ),
                ),
            ],
            options={
                "db_table": "offer",
                "indexes": [models.Index(fields=["owner", field], name=f"offer_{field}") for field in LINKS],
                "constraints": [
                    *(
                        acquaint.models.constraints.SameOwner(field=field, name=f"offer_{field}_owner")
                        for field in LINKS
                    ),
                    models.UniqueConstraint(fields=("owner", "id"), name="offer_owner_id"),
                    models.UniqueConstraint(fields=("owner", "key"), name="offer_owner_key"),
                    models.UniqueConstraint(fields=("owner", "kind", "sign"), name="offer_once"),
                    models.CheckConstraint(
                        condition=models.Q(kind__in=("person", "introduction", "interview", "tie")),
                        name="offer_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(outcome__in=("", "accepted", "declined")), name="offer_outcome"
                    ),
                ],
            },
        )
    ]
