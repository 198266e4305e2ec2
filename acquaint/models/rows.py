"""What every row has: an owner, the number of the Change that wrote it last, and (if public) a random key."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models

from acquaint.models.constraints import SameOwner

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
KEY_LENGTH = 10
MANY = 500  # keys drawn at once from which on they begin alike
_LETTERS = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(256))
_KEY = re.compile(f".{{{KEY_LENGTH}}}")

M_co = TypeVar("M_co", bound=models.Model, covariant=True)


def new_key() -> str:
    """A random public key, unique per owner for all practical purposes (31^10 ≈ 8·10^14)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(KEY_LENGTH))


def new_keys(count: int) -> list[str]:
    """Random public keys, all different. Very many at once begin with the same random sign.

    An index takes in side by side what begins alike: it touches a 31st of its pages instead of all of them.
    Over several such draws the first sign is as random as the others.
    """
    found: dict[str, None] = {}
    first = secrets.choice(ALPHABET).encode() if count >= MANY else b""
    while (wanted := count - len(found)) > 0:
        drawn = bytearray(secrets.token_bytes(wanted * KEY_LENGTH).translate(_LETTERS))
        if first:
            drawn[::KEY_LENGTH] = first * wanted
        found.update(dict.fromkeys(_KEY.findall(drawn.decode())))
    return list(found)


class Link(models.ForeignKey):  # type: ignore[type-arg]
    """A foreign key inside one owner: the composite constraint `SameOwner` is its wall in the database.

    Nothing cascades: actions remove dependants themselves, so that the Change holds each row.
    """

    def __init__(self, to: Any, on_delete: Any = models.DO_NOTHING, **kwargs: Any) -> None:
        kwargs.setdefault("related_name", "+")
        kwargs.setdefault("db_constraint", False)
        kwargs.setdefault("db_index", False)
        super().__init__(to, on_delete, **kwargs)


class RowQuerySet(models.QuerySet[M_co]):
    """Chains that start from whose data it is."""

    def of(self, scope: Scope) -> Self:
        """The rows of the scope's owner."""
        return self.filter(owner_id=scope.owner_id)


class Row(models.Model):
    """An owned row; `last_change` is the number of the Change that wrote it last."""

    owner = models.ForeignKey("acquaint.Owner", models.DO_NOTHING, related_name="+", db_index=False)
    last_change = models.BigIntegerField(default=0)

    objects = RowQuerySet.as_manager()

    class Meta:
        """Abstract; indexes and constraints are named by `walls`."""

        abstract = True


class PublicRow(Row):
    """An owned row that people can name by its key."""

    key = models.CharField(max_length=KEY_LENGTH, default=new_key, editable=False)

    class Meta:
        """Abstract."""

        abstract = True


def walls(table: str, *links: str, keyed: bool = True) -> list[models.BaseConstraint]:
    """A table's constraints: SameOwner for each link; a public row is a target too, and its key unique."""
    found: list[models.BaseConstraint] = [
        SameOwner(field=link, name=f"{table}_{link}_owner") for link in links
    ]
    if keyed:
        found.append(models.UniqueConstraint(fields=["owner", "id"], name=f"{table}_owner_id"))
        found.append(models.UniqueConstraint(fields=["owner", "key"], name=f"{table}_owner_key"))
    return found


def index(table: str, *fields: str, name: str = "") -> models.Index:
    """An index led by the owner."""
    return models.Index(fields=["owner", *fields], name=f"{table}_{name or '_'.join(fields)}"[:30])


def set_index(table: str, field: str) -> models.Index:
    """An index of the few rows in which a column is set; `=`, `<`, IN and IS NOT NULL find them by it."""
    is_set = models.Q(**{f"{field}__isnull": False})
    return models.Index(fields=["owner", field], name=f"{table}_{field}"[:30], condition=is_set)
