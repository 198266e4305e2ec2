"""The marks of erased people, of this store and of an account that comes in: nobody erased here returns.

They are written beside the Change, as erasing itself does, so that no undo takes them away.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from acquaint.actions import images, tombstones
from acquaint.actions.imports.accounts.refusing import refusal
from acquaint.models import ContactPoint, Setting, SourceRecord, Tombstone
from acquaint.models.scope import Scope
from acquaint.queries.exports.account import Model


class Marks:
    """Sees every row that comes in; `check` says whether it may, `keep` joins the marks."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._here = tombstones.digests(scope)
        held = Setting.objects.of(scope).filter(name=tombstones.KEY).values_list("value", flat=True).first()
        self._key = str(held or "")
        self._their_key = ""
        self._theirs: dict[str, date] = {}
        self._met: set[str] = set()

    def see(self, model: Model, values: dict[str, Any]) -> bool:
        """Look at a row; whether it is a mark or their key, which are kept by `keep`, not by a Change."""
        if model is Tombstone:
            self._theirs[values["digest"]] = values["on"]
        elif model is Setting and values["name"] == tombstones.KEY:
            self._their_key = str(values["value"])
        elif model is not Setting or values["name"] != Setting.WIPING:
            self._look(model, values)
            return False
        return True

    def _look(self, model: Model, values: dict[str, Any]) -> None:
        if not self._here:
            return
        if model is ContactPoint:
            self._met.add(tombstones.mark(self._key, values["kind"], values["normal"]))
        elif model is SourceRecord:
            self._met.add(tombstones.mark(self._key, "source", values["external_key"]))
        self._met &= self._here

    def check(self) -> None:
        """Errors: Invalid where somebody would return, or where the marks of two accounts cannot be joined.

        Whom the account itself marks and holds was added again by hand.
        """
        if self._here and self._theirs and self._key != self._their_key:
            raise refusal("account_other_marks")
        if self._met - self._theirs.keys():
            raise refusal("account_holds_erased")

    def keep(self) -> None:
        """Write their key and marks down, beside what is here already."""
        if self._their_key and not self._here:
            Setting.objects.of(self._scope).filter(name=tombstones.KEY).delete()
            self._write(Setting, [{"name": tombstones.KEY, "value": self._their_key}])
        new = [{"digest": one, "on": on} for one, on in self._theirs.items() if one not in self._here]
        self._write(Tombstone, new)

    def _write(self, model: Model, rows: list[dict[str, Any]]) -> None:
        images.insert_many(model, [{**row, "owner_id": self._scope.owner_id} for row in rows])
