"""Whose data a request is about and when: the Scope that each view hands on, made once a request."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import cast
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from acquaint.actions import stores
from acquaint.models.scope import Scope
from acquaint.queries import settings

Next = Callable[[HttpRequest], HttpResponse]


def of(request: HttpRequest) -> Scope:
    """Return the Scope of a request; in local mode there is one owner, who is also the one who acts."""
    known = cast("Scope | None", getattr(request, "acquaint_scope", None))
    if known is None:
        known = local()
        request.acquaint_scope = known  # type: ignore[attr-defined]
    return known


def local() -> Scope:
    """Return the Scope of this moment for the one owner of local mode."""
    owner = stores.prepare()
    now = _now(os.environ.get("ACQUAINT_ON"), owner.zone)
    return Scope(owner_id=owner.id, actor_id=owner.id, door="web", now=now, zone=owner.zone)


def speaking(get_response: Next) -> Next:
    """Answer in the language that the owner chose (a middleware)."""

    def answer(request: HttpRequest) -> HttpResponse:
        with translation.override(settings.read(of(request)).language):
            return get_response(request)

    return answer


def _now(said: str | None, zone: str) -> datetime:
    """Return the moment in UTC: the clock, or what ACQUAINT_ON says; a bare date is its last minute."""
    if not said:
        return datetime.now(UTC)
    day_only = len(said) == len("2025-03-01")
    read = (
        datetime.combine(date.fromisoformat(said), time(23, 59)) if day_only else datetime.fromisoformat(said)
    )
    return (read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
