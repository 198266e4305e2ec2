"""An owner, a moment and people, made through the actions themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from acquaint.models.scope import Scope


class Desk:
    """Whose data it is and when; `at` moves the clock."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def at(self, text: str) -> Scope:
        self.scope = replace(self.scope, now=datetime.fromisoformat(text).replace(tzinfo=UTC))
        return self.scope

    def person(self, name: str, **more) -> str:
        from acquaint.actions import people

        return people.add(self.scope, name=name, **more).id


@pytest.fixture
def desk(db):
    from acquaint.models import Owner

    owner = Owner.objects.create(name="A seeker")
    now = datetime(2025, 3, 3, 12, tzinfo=UTC)
    return Desk(Scope(owner.pk, owner.pk, "test", now, "UTC"))
