"""Time zones by any of their names: IANA, behind a maker's path, Windows, or described in the file."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

_OFFSET: Final = re.compile(r"(?:GMT|UTC)\s*([+-])(\d{1,2}):?(\d{2})?")
_PARTS: Final = 3  # America/Indiana/Knox
_DESCRIBED: Final = 200  # zones that one file may describe


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every name in lower case with no difference between a space and an underscore."""
    windows = {name.lower(): place for name, place in WINDOWS_TO_OLSON.items()}
    return windows | {name.lower(): name for name in available_timezones()}


@lru_cache(maxsize=1024)
def iana(label: str) -> str:
    """The IANA name for a TZID, "" if it names none."""
    text = label.strip().strip('"').lower()
    parts = text.replace("-/", "/").split("/")
    for count in range(min(_PARTS, len(parts)), 0, -1):
        tail = "/".join(parts[-count:])
        if found := _names().get(tail) or _names().get(tail.replace(" ", "_")):
            return found
    return ""


class Zones:
    """The zones of one file: those with a name, and those that it describes itself."""

    def __init__(self) -> None:
        self._described: dict[str, str | tzinfo] = {}

    def describe(self, raw: str) -> None:
        """Learn a VTIMEZONE; one that cannot be read is as good as none."""
        if len(self._described) >= _DESCRIBED:
            return
        label = _value(raw, "TZID")
        place = iana(label) or iana(_value(raw, "X-LIC-LOCATION"))
        if place:
            self._described[label] = place
            return
        try:
            component = Timezone.from_ical(raw)
            assert isinstance(component, Timezone)
            self._described[label] = component.to_tz(lookup_tzid=False)
        except Exception:  # noqa: BLE001  # a library on hostile text: whatever it raises, the zone is unknown
            return

    def of(self, label: str) -> tuple[str, tzinfo | None]:
        """IANA name ("" if it has none) and the zone itself, None if nobody knows it."""
        known = self._described.get(label)
        if known is not None and not isinstance(known, str):
            return "", known
        if place := known or iana(label):
            return place, ZoneInfo(place)
        if found := _OFFSET.search(label):
            shift = timedelta(hours=int(found[2]) % 24, minutes=int(found[3] or 0) % 60)
            return "", timezone(-shift if found[1] == "-" else shift)
        return "", None


def instant(local: datetime, zone: tzinfo) -> datetime | None:
    """A wall time as an aware instant; None if the zone cannot place it."""
    try:
        at = local.replace(tzinfo=zone)
        at.utcoffset()
    except Exception:  # noqa: BLE001  # a zone that a file described may fail in any way
        return None
    return at


def _value(raw: str, name: str) -> str:
    found = re.search(rf"^{name}(?:;[^:\n]*)?:(.*)$", raw, re.MULTILINE)
    return found[1].strip() if found else ""
