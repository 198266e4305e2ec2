"""Same owner, in the database: a composite foreign key (owner, id) that no row can cross.

Django's CompositePrimaryKey cannot be the target of a foreign key, so the composite key is a constraint of
our own; it lives in `Meta.constraints`, survives SQLite's table remake and needs no trigger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.ddl_references import Statement, Table
from django.db.models.constraints import BaseConstraint
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_CLAUSE = (
    "CONSTRAINT {name} FOREIGN KEY ({owner}, {column}) REFERENCES {table} ({owner}, {id})"
    " DEFERRABLE INITIALLY DEFERRED"
)


class SameOwner(BaseConstraint):
    """The row that `field` points to belongs to the owner of this row."""

    def __init__(self, *, field: str, name: str, violation_error_message: str | None = None) -> None:
        super().__init__(name=name, violation_error_message=violation_error_message)
        self.field = field

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """The clause as CREATE TABLE takes it."""
        quote = schema_editor.quote_name
        field = model._meta.get_field(self.field)
        return _CLAUSE.format(
            name=quote(self.name),
            owner=quote("owner_id"),
            column=quote(field.column),
            table=quote(field.related_model._meta.db_table),
            id=quote("id"),
        )

    def create_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """ALTER TABLE … ADD CONSTRAINT (PostgreSQL; SQLite remakes the table from `constraint_sql`)."""
        assert schema_editor is not None
        table = Table(model._meta.db_table, schema_editor.quote_name)
        clause = self.constraint_sql(model, schema_editor)
        return Statement("ALTER TABLE %(table)s ADD %(clause)s", table=table, clause=clause)

    def remove_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """ALTER TABLE … DROP CONSTRAINT."""
        assert schema_editor is not None
        table = Table(model._meta.db_table, schema_editor.quote_name)
        name = schema_editor.quote_name(self.name)
        return Statement("ALTER TABLE %(table)s DROP CONSTRAINT %(name)s", table=table, name=name)

    def validate(
        self,
        model: type[models.Model],  # noqa: ARG002 (Django calls it with four)
        instance: Any,
        exclude: Iterable[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,  # noqa: ARG002
    ) -> None:
        """Raise ValidationError when the linked row has another owner."""
        if exclude and self.field in exclude:
            return
        related = getattr(instance, self.field)
        if related is not None and related.owner_id != instance.owner_id:
            raise ValidationError(_("This belongs to somebody else."), code="same_owner")

    def deconstruct(self) -> Any:
        """As migrations write it down."""
        path, args, kwargs = super().deconstruct()
        kwargs["field"] = self.field
        return path, args, kwargs

    def __eq__(self, other: object) -> bool:
        """Equal when they guard the same field under the same name."""
        if isinstance(other, SameOwner):
            return (self.name, self.field) == (other.name, other.field)
        return NotImplemented

    def __hash__(self) -> int:
        """By name and field, as equality goes."""
        return hash((self.name, self.field))
