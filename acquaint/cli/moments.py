"""Dates and times as a person types them on the command line: ISO, or today, tomorrow, yesterday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class Day:
    """A day that may be said relative to the clock; `in_scope` makes it a date."""

    said: date | int

    def in_scope(self, scope: Scope) -> date:
        """Return the date that was meant."""
        return self.said if isinstance(self.said, date) else scope.today + timedelta(days=self.said)


class _DayType(click.ParamType):  # type: ignore[type-arg]
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Day:
        if isinstance(value, Day):
            return value
        if value in _RELATIVE:
            return Day(_RELATIVE[value])
        try:
            return Day(date.fromisoformat(value))
        except ValueError:
            self.fail(_("'{value}' is not a date like 2025-03-01.").format(value=value), param, ctx)


class _MomentType(click.ParamType):  # type: ignore[type-arg]
    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            if len(value) <= len("2025-03-01"):
                raise ValueError(value)  # noqa: TRY301 - a day alone is not a time
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail(_("'{value}' is not a time like 2025-03-01T14:30.").format(value=value), param, ctx)


DAY = _DayType()
MOMENT = _MomentType()
