"""Make the data ready: the schema on first use and after an upgrade, and the owner whose data it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from acquaint.actions import holding, locks
from acquaint.models import Owner, Setting, schema
from acquaint.models.errors import Failed
from acquaint.queries.prepared import prepared


@dataclass(frozen=True, slots=True)
class Ready:
    """Whose data lies here, and the zone of their wall clock."""

    id: int
    zone: str


def prepare() -> Ready:
    """The owner of a store whose schema is this program's; one cheap read when nothing is to do.

    Failed when the data was written by a newer Acquaint: nothing is touched then.
    """
    folder = Path(settings.DATA_DIR)
    if connection.vendor == "sqlite":
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not holding.hold(folder):
            raise Failed(_("A backup is being put back here at this moment. Please try again."))
    found = schema.version()
    if found > schema.VERSION:
        raise Failed(
            _(
                "This data was written by a newer Acquaint (schema {found}; this one reads up to {known})."
                " Nothing was changed: please upgrade Acquaint."
            ).format(found=found, known=schema.VERSION)
        )
    if found < schema.VERSION:
        _migrate(folder)
    return _owner()


def _migrate(folder: Path) -> None:
    """Bring the schema up to date under the folder's lock; who waits finds it done."""
    from django.core.management import call_command  # dear, and hardly ever needed

    with locks.exclusive(folder / "schema.lock"):
        if schema.version() < schema.VERSION:
            call_command("migrate", verbosity=0, interactive=False)
            schema.stamp()
            _close_to_others()


def _close_to_others() -> None:
    """The files belong to their user only (0600)."""
    if connection.vendor == "sqlite":
        for suffix in ("", "-wal", "-shm"):
            file = Path(f"{connection.settings_dict['NAME']}{suffix}")
            if file.exists():
                file.chmod(0o600)


def _owner() -> Ready:
    """The one owner of local mode, made at first use."""
    found = next(iter(_first(None)), None)
    if found is None:
        with transaction.atomic():
            found = (Owner.objects.order_by("id").first() or Owner.objects.create()).pk
    known = dict(_noted(None, owner=found))
    if Setting.WIPING in known:
        _pay(found)
    return Ready(found, known.get("zone") or _machine_zone())


@prepared
def _first(_told: Any) -> Any:
    return Owner.objects.order_by("id").values_list("id", flat=True)[:1]


@prepared
def _noted(told: Any) -> Any:
    noted = Setting.objects.filter(owner_id=told.owner, name__in=("zone", Setting.WIPING))
    return noted.values_list("name", "value")


def _pay(owner_id: int) -> None:
    """Wipe what an erasure that was cut short still owes, if nobody else is in the way now."""
    from acquaint.actions import erasures

    erasures.finish(owner_id)


def _machine_zone() -> str:
    """The zone of this machine, as its clock is set; UTC when it does not say."""
    link = Path("/etc/localtime")
    name = str(link.resolve()).partition("zoneinfo/")[2] if link.is_symlink() else ""
    return name or "UTC"
