"""Small exports of other programs for tests, in the shapes that they write; everybody is invented."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from acquaint.formats.archives import open_source
from tests.formats import listing

SECRETS = ("JBSWY3DPEHPK3PXP", "$2y$10$abcdefghijklmnopqrstuv", "remember-me-token", "recovery-code-1")
PICTURE = b"\x89PNG\r\n\x1a\nnot really"


def said(path, importer) -> list:
    with open_source(path) as source:
        return list(importer.read(source))


def told(folder, importer, content: object, name: str = "export.json") -> list:
    text = content if isinstance(content, (str, bytes)) else json.dumps(content)
    return said(listing.write(folder, text, name), importer)


def collection(kind: str, *values: object) -> dict[str, Any]:
    return {"count": len(values), "type": kind, "values": list(values)}


def entry(uuid: str, below: list | None = None, /, **properties: object) -> dict[str, Any]:
    found: dict[str, Any] = {
        "uuid": uuid,
        "created_at": "2024-01-02T03:04:05.000000Z",
        "updated_at": "2024-01-02T03:04:05.000000Z",
        "properties": properties,
    }
    return found | ({"data": below} if below is not None else {})


def special(date: str, *, year_unknown: bool = False, by_age: bool = False) -> dict[str, Any]:
    return {"uuid": "s", "is_age_based": by_age, "is_year_unknown": year_unknown, "date": date}


def monica(*contacts: object, more: list | None = None, **properties: object) -> dict[str, Any]:
    user = entry("u1", locale="en", me_contact="c-me") | {  # of the user, columns stand beside properties
        "first_name": "Nomen",
        "last_name": "Nescio",
        "email": "me@x.example",
        "google2fa_secret": SECRETS[0],
        "password": SECRETS[1],
        "remember_token": SECRETS[2],
    }
    return {
        "version": "1.0-preview.1",
        "app_version": "4.1.2",
        "export_date": "2026-03-04T10:00:00.000000Z",
        "url": "https://monica.example",
        "exported_by": "u1",
        "account": {
            "uuid": "a1",
            "data": [collection("user", user), collection("contact", *contacts), *(more or [])],
            "properties": {"modules": [], **properties},
            "instance": {
                "contact_field_types": [
                    entry("t-mail", name="Email", protocol="mailto:", type="email"),
                    entry("t-tel", name="Phone", protocol="tel:", type="phone"),
                    entry("t-chat", name="Whatsapp", protocol=""),
                    entry("t-web", name="LinkedIn"),
                ],
                "activity_types": [entry("t-ate", name="ate at a restaurant")],
                "genders": [entry("g1", name="Woman", type="F")],
            },
        },
    }


def sql(tables: Mapping[str, tuple[str, list[str]]]) -> str:
    """A dump: for each table its columns and its rows as written."""
    text = (
        "# ****\n# Nomen Nescio dump of data\n# Export date: 2026-03-04 10:00:00\n# ****\n\n"
        "SET FOREIGN_KEY_CHECKS=0;\n\n"
    )
    for table, (columns, rows) in tables.items():
        names = ",".join(f"`{name}`" for name in columns.split(","))
        lines = ",\n".join(f" ({row})" for row in rows)
        text += f"INSERT IGNORE INTO `{table}` ({names}) VALUES\n{lines};\n\n"
    return text + "SET FOREIGN_KEY_CHECKS=1;\n"


def photo(uuid: str) -> dict[str, Any]:
    url = f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    return entry(uuid, original_filename="p.png", mime_type="image/png", dataUrl=url)


def nametag(*people: object, **more: object) -> dict[str, Any]:
    return {
        "version": "1.1",
        "exportDate": "2026-03-04T10:00:00.000Z",
        "user": {"email": "me@x.example", "name": "Nomen"},
        "groups": [],
        "people": list(people),
        "relationshipTypes": [],
        "journalEntries": [],
        **more,
    }


def contrack(*contacts: object, **more: object) -> dict[str, Any]:
    return {
        "exportedAt": "2026-03-04T10:00:00.000Z",
        "version": 1,
        "contacts": list(contacts),
        "interactions": [],
        "lists": [],
        "listMembers": [],
        "actionItems": [],
        **more,
    }


MEERKAT = {
    "CONTACTS": (
        "ID,Firstname,Lastname,Nickname,Gender,Email,Phone,Birthday,Address,How We Met,Food Preference,"
        "Work Information,Contact Information,Circles,Created At,Updated At,Soup"
    ),
    "RELATIONSHIPS": (
        "ID,Contact ID,Contact Name,Name,Type,Gender,Birthday,Related Contact ID,Related Contact Name,"
        "Created At,Updated At"
    ),
    "ACTIVITIES": "ID,Title,Description,Location,Date,Contact Names,Created At,Updated At",
    "NOTES": "ID,Contact ID,Contact Name,Content,Date,Created At,Updated At",
    "REMINDERS": (
        "ID,Contact ID,Contact Name,Message,Remind At,Recurrence,By Mail,Reoccur From Completion,Completed,"
        "Last Sent,Created At,Updated At"
    ),
}


def meerkat(**rows: list[list[str]]) -> str:
    parts = []
    for name, header in MEERKAT.items():
        width = len(header.split(","))
        filled = [[*row, *[""] * (width - len(row))] for row in rows.get(name.lower(), [])]
        parts.append(f"=== {name} ===\n{listing.table(header, *filled)}")
    return "\n".join(parts)
