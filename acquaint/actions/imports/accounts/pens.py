"""Writes an account's rows many at a time inside one Change, and turns the keys they name into links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db import IntegrityError

from acquaint.actions import images
from acquaint.actions.changes import Writer
from acquaint.actions.imports.accounts.refusing import refusal
from acquaint.queries.exports.account import Column, Model, columns

LOT: Final = 1000

Waiting = tuple[int, str, int]  # line, key, and the row that links to it


class Pen:
    """Takes rows table by table, those that links lead to first."""

    def __init__(self, w: Writer) -> None:
        self._w = w
        self._model: Model | None = None
        self._lot: list[tuple[int, dict[str, Any]]] = []
        self._within: dict[str, list[Waiting]] = {}  # links of a table to itself, by column

    def write(self, model: Model, line: int, values: dict[str, Any]) -> None:
        """Take a row; it is written together with others. Errors: Invalid."""
        if model is not self._model:
            self.close()
            self._model = model
        self._lot.append((line, values))
        if len(self._lot) == LOT:
            self._flush(model)

    def close(self) -> None:
        """Write what waits. Errors: Invalid."""
        if self._model is None:
            return
        self._flush(self._model)
        waiting, self._within = self._within, {}
        for name, all_of_it in waiting.items():
            for start in range(0, len(all_of_it), LOT):
                self._join(self._model, name, all_of_it[start : start + LOT])

    def _flush(self, model: Model) -> None:
        lot, self._lot = self._lot, []
        links = [column for column in columns(model) if column.target is not None]
        rows = [dict(values) for _line, values in lot]
        for link in links:
            self._link(model, link, lot, rows)
        try:
            pks = self._w.add_many(model, rows)
        except IntegrityError as problem:
            raise refusal("account_breaks_rule", table=_table(model), problem=problem) from problem
        for link in links:
            if link.target is model:
                found = self._within.setdefault(link.name, [])
                found += [
                    (line, values[link.name], pk)
                    for (line, values), pk in zip(lot, pks, strict=True)
                    if values[link.name]
                ]

    def _link(
        self, model: Model, link: Column, lot: list[tuple[int, dict[str, Any]]], rows: list[dict[str, Any]]
    ) -> None:
        """Put the number that a key stands for into each row; a link within the table waits for its end."""
        within = link.target is model
        keys = {values[link.name] for _line, values in lot}
        ids = {} if within else self._ids(link.target, keys)
        for (line, _values), row in zip(lot, rows, strict=True):
            key = row.pop(link.name)
            row[link.field.attname] = None if within or not key else _led(model, link.name, ids, line, key)

    def _join(self, model: Model, name: str, waiting: list[Waiting]) -> None:
        ids = self._ids(model, {key for _line, key, _pk in waiting})
        pairs = [(_led(model, name, ids, line, key), pk) for line, key, pk in waiting]
        images.update_many(model, [name], pairs)

    def _ids(self, model: Model | None, keys: Iterable[Any]) -> dict[str, int]:
        assert model is not None
        wanted = {key for key in keys if key}
        found = model._default_manager.filter(owner_id=self._w.scope.owner_id, key__in=wanted)
        return dict(found.values_list("key", "id")) if wanted else {}


def _led(model: Model, name: str, ids: dict[str, int], line: int, key: str) -> int:
    if key not in ids:
        raise refusal("account_leads_nowhere", line=line, table=_table(model), column=name, key=key)
    return ids[key]


def _table(model: Model) -> str:
    return model._meta.db_table
