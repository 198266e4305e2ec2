"""Whom no import may bring back: a keyed hash of each way by which an erased person could be known again.

The key lies in the database itself, so that a backup needs no outside secret; without it marks tell nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable

from acquaint.models import Setting, Tombstone
from acquaint.models.scope import Scope

KEY = "tombstone_key"


class Graves:
    """All marks of an owner with their key, read once; an import asks them of every row that it reads."""

    def __init__(self, scope: Scope) -> None:
        self._marks = digests(scope)
        self._key = _key(scope) if self._marks else ""

    def hold(self, points: Iterable[tuple[str, str]]) -> bool:
        """Whether somebody who was known in one of these ways (kind, match key) was erased."""
        if not self._marks:
            return False
        return any(mark(self._key, kind, normal) in self._marks for kind, normal in points)


def digests(scope: Scope) -> frozenset[str]:
    """All marks of this owner."""
    return frozenset(Tombstone.objects.of(scope).values_list("digest", flat=True))


def digest(scope: Scope, kind: str, normal: str) -> str:
    """The mark of a contact point's match key (or of a source's key, as kind `source`)."""
    return mark(_key(scope), kind, normal)


def mark(key: str, kind: str, normal: str) -> str:
    """The mark under a key that is at hand: how one account looks for the dead of another."""
    return hmac.new(key.encode(), f"{kind}|{normal}".encode(), hashlib.sha256).hexdigest()


def bury(scope: Scope, points: Iterable[tuple[str, str]]) -> None:
    """Leave a mark for each (kind, match key) of a person being erased; call it inside a transaction."""
    key = _key(scope)
    for found in {mark(key, kind, normal) for kind, normal in points if normal}:
        Tombstone.objects.get_or_create(owner_id=scope.owner_id, digest=found, defaults={"on": scope.today})


def _key(scope: Scope) -> str:
    row, _made = Setting.objects.get_or_create(
        owner_id=scope.owner_id, name=KEY, defaults={"value": secrets.token_hex(32)}
    )
    return str(row.value)
