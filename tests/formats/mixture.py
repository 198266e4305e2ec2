"""A folder of everything that somebody has, a file of each kind; everybody is invented."""

from __future__ import annotations

import json

from tests.formats import letters, listing, making, meetings, rivalry

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nEMAIL:{}\r\nEND:VCARD\r\n"
CHAT = "29/01/2026, 14:37 - Hana Odell: hello\n29/01/2026, 14:38 - Nomen Nescio: hello\n"
FRIENDS = "### Activities:\n- 2018-01-04: Lunch with **Ivo Castell**.\n\n### Friends:\n- Ivo Castell\n"
MEERKAT = "=== CONTACTS ===\nID,Firstname,Lastname,Email\n1,Jana,Holm,jana@example.com\n"
GOOGLE = "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value"

FILES: dict[str, tuple[str, str]] = {  # name: (kind that reads it, content)
    "linkedin/Connections.csv": (
        "linkedin",
        making.connections(making.person("Bela", "Dahlsen", "bela-dahlsen")),
    ),
    "linkedin/Jobs/Job Applications.csv": (
        "linkedin",
        listing.table(
            "Application Date,Contact Email,Company Name,Job Title", ["", "hr@example.com", "A", "B"]
        ),
    ),
    "phone/cora.vcf": ("vcard", CARD.format("Cora Eberwick", "cora@example.com")),
    "phone/dora.vcf": ("vcard", CARD.format("Dora Falk", "dora@example.com")),
    "Takeout/Contacts/contacts.csv": (
        "google",
        listing.table(GOOGLE, ["Elin", "Tove", "* myContacts", "* Home", "elin@example.com"]),
    ),
    "Takeout/Calendar/Events.ics": ("ics", meetings.calendar(meetings.event(meetings.BELA, meetings.MINE))),
    "Takeout/Mail/All mail.mbox": (
        "mail",
        letters.mbox(
            letters.letter("Finn Ode <finn@example.com>"),
            letters.letter("Gro <gro@example.com>", Message_ID="<2@example.org>"),
        ),
    ),
    "chat/WhatsApp Chat with Hana Odell.txt": ("whatsapp", CHAT),
    "friends.md": ("friends", FRIENDS),
    "meerkat.csv": ("meerkat", MEERKAT),
    "monica.json": ("monica", json.dumps(rivalry.monica(rivalry.entry("c1", first_name="Kaja")))),
    "people.csv": ("csv", listing.table("Naam,E-mail", ["Lotte Maas", "lotte@example.com"])),
    "unknown.csv": ("csv", listing.table("Qui,Adr,Xyz", ["Mara Vind", "x", "y"])),
}
# Read by nobody, and the reason that is given.
ASIDE = {
    "holiday.jpg": (b"\xff\xd8\xff\xe0 no picture", "nobody_reads"),
    "old/archive.zip": (b"PK\x05\x06" + b"\0" * 18, "archive_inside"),
    "README": (b"what is in here", "nobody_reads"),
}


def everything() -> dict[str, str | bytes]:
    """All files by name."""
    told: dict[str, str | bytes] = {name: content for name, (_kind, content) in FILES.items()}
    return told | {name: content for name, (content, _why) in ASIDE.items()}
