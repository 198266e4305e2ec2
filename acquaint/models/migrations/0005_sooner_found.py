"""Whom the owner gladly keeps, and who works where, are told by an index alone."""

from __future__ import annotations

from django.db import migrations, models

STAFF = '("owner_id", "organization_id", "person_id")'
GLADLY = '("owner_id", "gladly", "next_due") WHERE "gladly_on" IS NOT NULL'


def build(apps, schema_editor):
    schema_editor.execute('DROP INDEX "position_organization"')
    schema_editor.execute(f'CREATE INDEX "position_organization" ON "position" {STAFF}')
    schema_editor.execute(f'CREATE INDEX "person_gladly" ON "person" {GLADLY}')
    if schema_editor.connection.vendor == "sqlite":  # an index that nothing is known of looks better than it is
        schema_editor.execute('ANALYZE "position"')


class Quietly(migrations.SeparateDatabaseAndState):
    """Does not draw up every model anew for each of its parts: that alone would take a fifth of a second."""

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)


class Migration(migrations.Migration):
    dependencies = [("acquaint", "0004_own_rhythm")]
    operations = [
        Quietly(
            [migrations.RunPython(build)],
            [
                migrations.RemoveIndex("position", "position_organization"),
                migrations.AddIndex(
                    "position",
                    models.Index(fields=["owner", "organization", "person"], name="position_organization"),
                ),
                migrations.AddIndex(
                    "person",
                    models.Index(
                        fields=["owner", "gladly", "next_due"],
                        name="person_gladly",
                        condition=models.Q(gladly_on__isnull=False),
                    ),
                ),
            ],
        )
    ]
