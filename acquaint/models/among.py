"""The lookup `among`: one of many ids or texts, bound as one value however many there are.

Django's `in` looks at every value several times over and binds each by itself, which takes longer than the
database does to find the rows.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models.fields.related import ForeignObject


class Among(models.Lookup):
    """`column__among=values`: values of the column's own plain type, None not among them.

    An expression may stand for the values: its `whole` is bound, one JSON array on SQLite, else one array.
    """

    lookup_name = "among"
    prepare_rhs = False

    def get_prep_lookup(self) -> Any:
        """The values, as they are."""
        return self.rhs if hasattr(self.rhs, "resolve_expression") else list(self.rhs)

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Taken apart by the database."""
        column, bound = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*bound, self._whole(json.dumps)]  # noqa: S608

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """One array."""
        column, bound = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", [*bound, self._whole(list)]

    def _whole(self, packed: Callable[[Any], Any]) -> Any:
        told: Any = self.rhs
        return told.whole() if hasattr(told, "resolve_expression") else packed(told)


def register() -> None:
    """Make it known to every column, links included."""
    models.Field.register_lookup(Among)
    ForeignObject.register_lookup(Among)
