"""Pairs that are two people, and the keys by which people were named before two entries were joined."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import acquaint.models.constraints
import acquaint.models.rows


def link(to):
    return acquaint.models.rows.Link(
        db_constraint=False,
        db_index=False,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to=to,
    )


def owner():
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="acquaint.owner"
    )


def own():
    return [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("last_change", models.BigIntegerField(default=0)),
    ]


class Migration(migrations.Migration):
    dependencies = [("acquaint", "0005_sooner_found")]
    operations = [
        migrations.CreateModel(
            name="Distinct",
            fields=[
                *own(),
                ("on", models.DateField()),
                ("a", link("acquaint.person")),
                ("b", link("acquaint.person")),
                ("owner", owner()),
            ],
            options={
                "db_table": "distinct_people",
                "indexes": [models.Index(fields=["owner", "b"], name="distinct_people_b")],
                "constraints": [
                    acquaint.models.constraints.SameOwner(field="a", name="distinct_people_a_owner"),
                    acquaint.models.constraints.SameOwner(field="b", name="distinct_people_b_owner"),
                    models.UniqueConstraint(fields=("owner", "a", "b"), name="distinct_people_once"),
                    models.CheckConstraint(condition=~models.Q(a=models.F("b")), name="distinct_people_two"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerKey",
            fields=[
                *own(),
                ("key", models.CharField(max_length=10)),
                ("owner", owner()),
                ("person", link("acquaint.person")),
            ],
            options={
                "db_table": "former_key",
                "indexes": [models.Index(fields=["owner", "person"], name="former_key_person")],
                "constraints": [
                    acquaint.models.constraints.SameOwner(field="person", name="former_key_person_owner"),
                    models.UniqueConstraint(fields=("owner", "key"), name="former_key_once"),
                ],
            },
        ),
    ]
