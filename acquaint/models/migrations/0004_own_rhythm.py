"""A person may have a rhythm of their own, from the day on which it was said."""

from __future__ import annotations

from django.db import migrations, models

KINDS = {"rhythm_days": "integer", "rhythm_on": "date"}


def build(apps, schema_editor):
    for column, kind in KINDS.items():
        schema_editor.execute(f'ALTER TABLE "person" ADD COLUMN "{column}" {kind} NULL', params=None)


class Quietly(migrations.SeparateDatabaseAndState):
    """Does not draw up every model anew for each of its parts: that alone would take a fifth of a second."""

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)


class Migration(migrations.Migration):
    dependencies = [("acquaint", "0003_rows_at_once")]
    operations = [
        Quietly(
            [migrations.RunPython(build)],
            [
                migrations.AddField("person", "rhythm_days", models.IntegerField(null=True)),
                migrations.AddField("person", "rhythm_on", models.DateField(null=True)),
            ],
        )
    ]
