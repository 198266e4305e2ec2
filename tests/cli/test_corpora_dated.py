"""Real mail, calendars and chats, all the way in and once more: every row accounted for, nothing doubled."""

from __future__ import annotations

import pytest

from acquaint.cli.imports import VERDICTS
from acquaint.models import Interaction, Offer

KINDS = {
    "mail": ("mail",),
    "ics": (
        "ics/KDE__kcalendarcore",
        "ics/collective__icalendar",
        "ics/rianjs__ical.net",
        "ics/mangstadt__biweekly",
        "ics/Kozea__Radicale",
        "ics/horde__Icalendar",
    ),
    "whatsapp": ("whatsapp",),
}


@pytest.mark.parametrize("kind", KINDS)
def test_real_files_come_in_whole_and_once(cli, corpora, kind):
    cli("settings", "email", "nomen@example.org")
    cli("settings", "name", "John")
    paths = [str(corpora / part) for part in KINDS[kind]]

    def bring():
        return cli("import", *paths, "--as", kind, "--apply", "--json").data

    def total(said, verdict):
        return sum(source[verdict] for source in said["sources"])

    first = bring()
    for source in first["sources"]:
        assert source["read"] == sum(source[verdict] for verdict in VERDICTS)
    assert total(first, "read") > 300
    assert total(first, "rejected") == len(first["rejects"])
    assert all(row["reason"] and row["path"] for row in first["rejects"])
    waiting = [one["id"] for one in cli("imports", "offers", "--json").data]
    assert Offer.objects.filter(settled_on=None).count() >= len(waiting) > 0
    cli("imports", "accept", *waiting)
    second, third = bring(), bring()
    assert total(second, "read") == total(third, "read") == total(first, "read")
    assert Interaction.objects.exists()
    assert (total(third, "new"), total(third, "update"), third["batch"]) == (0, 0, None)
