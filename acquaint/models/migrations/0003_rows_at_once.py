"""History holds rows inserted at once as one line; indexes of seldom set columns hold only what is set."""

from __future__ import annotations

from django.db import migrations, models

SELDOM_SET = {
    "interaction": (("interview", "interview_id"),),
    "person": (
        ("next_due", "next_due"),
        ("last_contact", "last_contact"),
        ("introduced_by", "introduced_by_id"),
    ),
}
EVERY = [(table, *column) for table, columns in SELDOM_SET.items() for column in columns]
RUNS = {
    "sqlite": 'text NULL CHECK ((JSON_VALID("runs") OR "runs" IS NULL))',
    "postgresql": "jsonb NULL",
}


def build(apps, schema_editor):
    kind = RUNS[schema_editor.connection.vendor]
    schema_editor.execute(f'ALTER TABLE "change_row" ADD COLUMN "runs" {kind}', params=None)
    for table, field, column in EVERY:
        schema_editor.execute(f'DROP INDEX "{table}_{field}"')
        schema_editor.execute(
            f'CREATE INDEX "{table}_{field}" ON "{table}" ("owner_id", "{column}") WHERE "{column}" IS NOT NULL'
        )


class Quietly(migrations.SeparateDatabaseAndState):
    """Does not draw up every model anew for each of its parts: that alone would take a fifth of a second."""

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)


class Migration(migrations.Migration):
    dependencies = [("acquaint", "0002_search")]
    operations = [
        Quietly(
            [migrations.RunPython(build)],
            [
                migrations.AddField("changerow", "runs", models.JSONField(null=True)),
                *(migrations.RemoveIndex(table, f"{table}_{field}") for table, field, _column in EVERY),
                *(
                    migrations.AddIndex(
                        table,
                        models.Index(
                            fields=["owner", field],
                            name=f"{table}_{field}",
                            condition=models.Q(**{f"{field}__isnull": False}),
                        ),
                    )
                    for table, field, _column in EVERY
                ),
            ],
        )
    ]
