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


def digests(scope: Scope) -> frozenset[str]:
    """All marks of this owner."""
    return frozenset(Tombstone.objects.of(scope).values_list("digest", flat=True))


def digest(scope: Scope, kind: str, normal: str) -> str:
    """The mark of a contact point's match key (or of a source's key, as kind `source`)."""
    return _digest(_key(scope), kind, normal)


def mark(key: str, kind: str, normal: str) -> str:
    """The mark under a key that is at hand: how one account looks for the dead of another."""
    return _digest(key, kind, normal)


def bury(scope: Scope, points: Iterable[tuple[str, str]]) -> None:
    """Leave a mark for each (kind, match key) of a person being erased; call it inside a transaction."""
    key = _key(scope)
    for mark in {_digest(key, kind, normal) for kind, normal in points if normal}:
        Tombstone.objects.get_or_create(owner_id=scope.owner_id, digest=mark, defaults={"on": scope.today})


def _digest(key: str, kind: str, normal: str) -> str:
    return hmac.new(key.encode(), f"{kind}|{normal}".encode(), hashlib.sha256).hexdigest()


def _key(scope: Scope) -> str:
    row, _made = Setting.objects.get_or_create(
        owner_id=scope.owner_id, name=KEY, defaults={"value": secrets.token_hex(32)}
    )
    return str(row.value)
