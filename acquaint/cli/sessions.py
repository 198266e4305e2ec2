"""Open the data folder for a command: settings, schema, owner and clock, and only when needed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from acquaint.cli import postponed
from acquaint.cli.options import Options, options_of, read_clock
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

SETTINGS = "acquaint.project.settings"
SCOPE = "acquaint.scope"


def data_folder(options: Options) -> Path:
    """Return the folder of the data: `--data`, else ACQUAINT_DATA, else where the system keeps data."""
    named = options.data or os.environ.get("ACQUAINT_DATA")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("acquaint", appauthor=False)


def has_data(options: Options) -> bool:
    """Tell whether something was ever written into the data folder."""
    if os.environ.get("DATABASE_URL"):
        return True
    folder = data_folder(options)
    return folder.is_dir() and any(folder.glob("*.sqlite3"))


def start_django(options: Options) -> None:
    """Load the models with the lean settings on the chosen folder; a second call does nothing.

    This is `django.setup()` without its logging and URL parts: a terminal needs neither, and they cost a
    fifth of the start; what Django loads for browsers waits until it is asked for. Loading makes no garbage,
    so nobody searches for it meanwhile.
    """
    known = sys.modules.get("django.apps")
    if known is not None and known.apps.ready:
        return
    os.environ["ACQUAINT_DATA"] = str(data_folder(options))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    gc.disable()
    postponed.postpone()
    from django.apps import apps
    from django.conf import settings

    apps.populate(settings.INSTALLED_APPS)
    gc.freeze()
    gc.enable()


def open_scope(ctx: click.Context) -> Scope:
    """Make the data ready and return whose it is, who acts, through which door and when."""
    options = options_of(ctx)
    start_django(options)
    from acquaint.actions import stores
    from acquaint.models.scope import Scope

    owner = stores.prepare()
    scope = Scope(
        owner_id=owner.id,
        actor_id=owner.id,
        door="cli",
        now=clock(options.on or os.environ.get("ACQUAINT_ON"), owner.zone),
        zone=owner.zone,
    )
    ctx.meta[SCOPE] = scope
    return scope


def after_a_deed(ctx: click.Context) -> None:
    """Write down the day's forecasts after its first deed, once the answer is out."""
    scope = ctx.meta.get(SCOPE)
    if scope is not None:
        from acquaint.actions import forecasts

        sys.stdout.flush()
        forecasts.once_a_day(scope)


def clock(said: str | None, zone: str) -> datetime:
    """Return the moment that `said` means in `zone`, in UTC; a bare date is its last minute, None is now."""
    if not said:
        return datetime.now(UTC)
    try:
        read = read_clock(said)
    except ValueError:
        message = _("ACQUAINT_ON holds '{value}', which is neither a date nor a time.").format(value=said)
        raise click.UsageError(message) from None
    return moment(read, zone)


def moment(read: date | datetime, zone: str) -> datetime:
    """Return a date or time as UTC; a bare date is 23:59 of that day, a naive time is in `zone`."""
    if not isinstance(read, datetime):
        read = datetime.combine(read, time(23, 59))
    if read.tzinfo is None:
        read = read.replace(tzinfo=ZoneInfo(zone))
    return read.astimezone(UTC)


def scoped(function: Callable[..., Any]) -> Callable[..., Any]:
    """Hand a command its context and its Scope first, with Django loaded before its body runs."""

    @wraps(function)
    @click.pass_context
    def opened(ctx: click.Context, /, *args: Any, **more: Any) -> Any:
        return function(ctx, open_scope(ctx), *args, **more)

    return opened


def confirm(ctx: click.Context, question: str) -> None:
    """Go on only with `--yes` or a yes at the terminal; else raise NeedsConfirmation with the way out."""
    from acquaint.models.errors import NeedsConfirmation

    options = options_of(ctx)
    if options.yes:
        return
    may_ask = sys.stdin.isatty() and sys.stderr.isatty() and not options.no_input and not options.json
    if may_ask and click.confirm(question, err=True):
        return
    raise NeedsConfirmation(_("{question} Nothing was done: say --yes to go on.").format(question=question))
