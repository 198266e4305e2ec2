"""The lookup `among`: one of many ids or texts, bound as one value however many there are.

Django's `in` looks at every value several times over and binds each by itself, which takes longer than the
database does to find the rows.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.db.models.fields.related import ForeignObject


class Among(models.Lookup):
    """`column__among=values`: values of the column's own plain type, None not among them."""

    lookup_name = "among"
    prepare_rhs = False

    def get_prep_lookup(self) -> list[Any]:
        """The values, as they are."""
        return list(self.rhs)

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Taken apart by the database."""
        column, bound = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*bound, json.dumps(self.rhs)]  # noqa: S608

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """One array."""
        column, bound = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", [*bound, self.rhs]


def register() -> None:
    """Make it known to every column, links included."""
    models.Field.register_lookup(Among)
    ForeignObject.register_lookup(Among)
