"""A photo by its key."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from acquaint.models import Photo
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture and what kind it is."""

    mime: str
    data: bytes


def show(scope: Scope, key: str) -> Shown:
    """The photo of that key. NotFound."""
    row = Photo.objects.of(scope).filter(key=key).values_list("mime", "data").first()
    if row is None:
        raise NotFound(_("There is nothing here with the id {key}.").format(key=key))
    return Shown(row[0], bytes(row[1]))
