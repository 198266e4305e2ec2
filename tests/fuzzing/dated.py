"""What the readers of calendars, letters and chats promise for any bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

FOUND: Final = Path(__file__).with_name("found")
MODULES: Final[Mapping[str, str]] = {
    "calendars": "acquaint.formats.ics.importer",
    "letters": "acquaint.formats.mail.mailbox",
    "chats": "acquaint.formats.whatsapp.importer",
}
# What a file is called and how it begins, so that it is read at all.
_BEGINNINGS: Final[Mapping[str, tuple[str, bytes]]] = {
    "calendars": ("a.ics", b"BEGIN:VCALENDAR\n"),
    "letters": ("a.mbox", b"From -\nFrom: Bela <bela@example.com>\n"),
    "chats": ("WhatsApp Chat with Bela.txt", b"29/01/2026, 14:37 - Bela: Hello\n"),
}


def check(kind: str, data: bytes) -> None:
    """Hold the promises of a reader for any bytes: words for each reason, a line of its own for each row."""
    from acquaint.formats import reasons
    from acquaint.formats.records import EventRecord, MessageRecord, Reject, Self, Skipped, Warned

    name, before = _BEGINNINGS[kind]
    me = Self("Nomen", emails=frozenset({"nomen@example.org"}), zone="Europe/Berlin")
    for source in (_source(name, before + data), _source(name, data)):
        reader = _reader(kind)
        if not reader.sniff(source):
            continue
        said = list(reader.read(source, me, bodies=True))
        assert all(reasons.word(one.reason) for one in said if hasattr(one, "reason"))
        lines = [one.origin.line for one in said if not isinstance(one, (Skipped, Warned))]
        assert len(lines) == len(set(lines))
        for one in said:
            assert not isinstance(one, Reject) or one.raw or kind == "calendars"
            if isinstance(one, EventRecord):
                _hold(one)
            elif isinstance(one, MessageRecord):
                assert one.people
                assert one.at.utcoffset() is not None
                assert "\0" not in one.body + one.subject


def _hold(one: Any) -> None:
    from acquaint.formats.ics.series import OCCURRENCES, days

    found = days(one, date(2030, 1, 1))
    assert len(found) <= OCCURRENCES
    assert list(found) == sorted(set(found))
    assert one.only_if_known or date.fromisoformat(one.on)
    assert len(one.key) <= 80


def _reader(kind: str) -> Any:
    from acquaint.formats.ics import Calendars
    from acquaint.formats.mail import Mail
    from acquaint.formats.whatsapp import WhatsApp

    return {"calendars": Calendars, "letters": Mail, "chats": WhatsApp}[kind]()


def _source(name: str, data: bytes) -> Any:
    from acquaint.formats.archives import Entry, Limits, Meter, Source

    return Source(name, (Entry(name, name, len(data), None, lambda: io.BytesIO(data), Meter(Limits())),))
