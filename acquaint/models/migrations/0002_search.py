"""The search index over search_text: FTS5 on SQLite, a generated tsvector on PostgreSQL."""

from __future__ import annotations

from django.db import migrations

SQLITE = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "title, body, folded, content='search_text', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
POSTGRES = (
    "ALTER TABLE search_text ADD COLUMN document tsvector GENERATED ALWAYS AS"
    " (to_tsvector('simple', folded)) STORED"
)
POSTGRES_INDEX = "CREATE INDEX search_text_document ON search_text USING gin (document)"


def build(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(SQLITE)
    else:
        schema_editor.execute(POSTGRES)
        schema_editor.execute(POSTGRES_INDEX)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search_index")
    else:
        schema_editor.execute("ALTER TABLE search_text DROP COLUMN document")


class Migration(migrations.Migration):
    dependencies = [("acquaint", "0001_initial")]
    operations = [migrations.RunPython(build, drop)]
