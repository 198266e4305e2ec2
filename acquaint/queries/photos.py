"""A photo by its key, and whose photos there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from acquaint.models import Person, Photo
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.prepared import prepared


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


def of_people(scope: Scope, keys: list[str]) -> dict[str, str]:
    """The key of the photo of each of these people (keys) who has one; one query however many."""
    return dict(_of_people(scope, those=keys)) if keys else {}


@prepared
def _of_people(told: Any) -> Any:
    rows = Person.objects.of(told).filter(key__in=told.those, photo__isnull=False)
    return rows.values_list("key", "photo__key")
