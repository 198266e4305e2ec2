"""Every model there is, counted by looking: in which order they lean on each other, and by which links.

History, erasing and the export of the whole account ask here, so that a model added later is never forgotten.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from acquaint.models.changes import Change, ChangeRow
from acquaint.models.imports import SearchText
from acquaint.models.owners import Owner

Model = type[models.Model]


@cache
def recorded() -> tuple[Model, ...]:
    """The models that Changes speak of: neither history itself nor what is derived for search."""
    every = apps.get_app_config("acquaint").get_models()
    return tuple(model for model in every if model not in (Change, ChangeRow, Owner, SearchText))


@cache
def following() -> tuple[tuple[Model, str], ...]:
    """(model, column) pairs of rows that no deed made: they go with what they point at, and hold nothing."""
    return tuple((model, model.FOLLOWS) for model in recorded() if hasattr(model, "FOLLOWS"))


@cache
def order() -> tuple[Model, ...]:
    """The recorded models, each after those it points at."""
    found: list[Model] = []
    waiting = list(recorded())
    while waiting:
        for model in waiting:
            targets = {field.related_model for field in links(model)} - {model}
            if not targets & set(waiting):
                found.append(model)
                waiting.remove(model)
                break
    return tuple(found)


@cache
def links(model: Model) -> tuple[Any, ...]:
    """The foreign keys of a model, but for its owner."""
    return tuple(f for f in model._meta.concrete_fields if f.is_relation and f.attname != "owner_id")
