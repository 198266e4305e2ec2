"""Names as the world writes them, through every importer: stored as typed, never a fault."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from acquaint.actions import imports
from acquaint.formats import registry
from acquaint.models import Person
from acquaint.text.names import storable
from tests.actions.imports.looking import persons
from tests.formats import listing, making, rivalry
from tests.formats import test_contacts_contract as tables
from tests.formats.letters import ME, letter, mbox
from tests.formats.meetings import calendar, event
from tests.formats.rivalry import entry

NAMES = {
    "mononym": "Suharto",
    "right to left": "نور الهدى",
    "bidi controls": "\u202eAda\u202c M\u200foss",
    "joined emoji": "Zoë 👩\u200d👩\u200d👧\u200d👦 Vale",
    "composed": "Ren\u00e9e D\u00fcrer",
    "decomposed": "Jose\u0301 Nun\u0303ez",
    "long": "Nomen " + "x" * 250,
    "Turkish": "İpek Işık",
    "formula": "=1+1 Moss",
    "markup": "<b>Ada</b> & Söhne",
    "quotes": "O'Brien “Bo” Quist",
    "East Asian": "山田 花子",
}
HALF = "Half \ud800Pair"
NUL = "Nu\0l Byte"
LONG = "Nomen " + "x" * 1000


def _books(header: str) -> Callable[[dict[str, str]], str]:
    def made(people: dict[str, str]) -> str:
        columns = header.split(",")
        first = "Last Name" in columns
        rows = [[*name.partition(" ")[::2]] if first else [name, ""] for name in people.values()]
        return listing.table(columns, *([*row, *[""] * (len(columns) - 2)] for row in rows))

    return made


def _cards(people: dict[str, str]) -> str:
    said = (name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;") for name in people.values())
    return "".join(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nEND:VCARD\r\n" for name in said)


def _linkedin(people: dict[str, str]) -> str:
    rows = [making.person(*name.partition(" ")[::2], f"p{at}") for at, name in enumerate(people.values())]
    return making.connections(*rows)


def _json(made: Callable[..., object], named: Callable[[str, str], object]) -> Callable[..., str]:
    return lambda people: json.dumps(made(*(named(f"k{at}", one) for at, one in enumerate(people.values()))))


def _friends(people: dict[str, str]) -> str:
    return "### Activities:\n\n### Friends:\n" + "".join(f"- {name}\n" for name in people.values())


def _meerkat(people: dict[str, str]) -> str:
    rows = [[str(at), *name.partition(" ")[::2]] for at, name in enumerate(people.values(), 1)]
    return rivalry.meerkat(contacts=rows)


def _mail(people: dict[str, str]) -> str:
    return mbox(
        *(
            letter(f'"{name}" <p{at}@example.com>', Message_ID=f"<{at}@example.org>", Delivered_To=ME)
            for at, name in enumerate(people.values())
        )
    )


def _calendar(people: dict[str, str]) -> str:
    guests = (name.replace('"', "'") for name in people.values())
    return calendar(
        *(
            event(f'ATTENDEE;CN="{name}":mailto:p{at}@example.com', uid=f"u{at}")
            for at, name in enumerate(guests)
        ),
        name=ME,
    )


def _chats(people: dict[str, str]) -> str:
    return "\n".join(f"[13/02/2026, 14:37:05] {name}: hi" for name in ("Nomen Nescio", *people.values()))


KINDS: dict[str, tuple[str, Callable[[dict[str, str]], str]]] = {
    "linkedin": ("Connections.csv", _linkedin),
    "vcard": ("all.vcf", _cards),
    "monica": ("monica.json", _json(rivalry.monica, lambda key, name: entry(key, first_name=name))),
    "friends": ("friends.md", _friends),
    "nametag": ("nametag.json", _json(rivalry.nametag, lambda key, name: {"id": key, "name": name})),
    "contrack": ("contrack.json", _json(rivalry.contrack, lambda key, name: {"id": key, "name": name})),
    "meerkat": ("meerkat.csv", _meerkat),
    "google": ("google.csv", _books(tables.GOOGLE)),
    "outlook.com": ("outlook.com.csv", _books(tables.OUTLOOK_WEB)),
    "outlook": ("outlook.csv", _books(tables.OUTLOOK)),
    "thunderbird": ("thunderbird.csv", _books(tables.THUNDERBIRD)),
    "ics": ("calendar.ics", _calendar),
    "whatsapp": ("WhatsApp Chat with The Many.txt", _chats),
    "mail": ("box.mbox", _mail),
    "csv": ("people.csv", _books(tables.TABLE)),
}
ABOUT_PEOPLE = [kind for kind in KINDS if kind not in ("ics", "whatsapp", "mail")]


def write(folder, kind, people):
    name, made = KINDS[kind]
    path = folder / name
    path.write_bytes(made(people).encode("utf-8", "surrogatepass"))
    return path


def test_every_importer_is_here():
    assert set(KINDS) == set(registry.TABLE)


@pytest.mark.parametrize("kind", KINDS)
def test_names_of_the_world_come_in_as_they_are_written(scope, tmp_path, kind):
    path = write(tmp_path, kind, NAMES)
    first = imports.apply(scope, paths=[path], kind=kind)
    assert not first.rejects
    again = imports.apply(scope, paths=[path], kind=kind)
    assert (again.batch, again.total("new"), again.total("update")) == (None, 0, 0)
    if kind in ABOUT_PEOPLE:
        assert set(persons(scope).values_list("name", flat=True)) == set(NAMES.values())


@pytest.mark.parametrize("kind", KINDS)
def test_what_no_database_can_hold_is_put_right_or_named(scope, tmp_path, kind):
    path = write(tmp_path, kind, {"half": HALF, "nul": NUL, "long": LONG, "good": "Ada Moss"})
    report = imports.apply(scope, paths=[path], kind=kind)
    assert sum(source.read for source in report.sources) == sum(
        report.total(verdict) for verdict in ("new", "update", "same", "conflict", "rejected", "ignored")
    )
    stored = set(Person.objects.of(scope).values_list("name", flat=True))
    assert all(name == storable(name) for name in stored)
    if kind in ABOUT_PEOPLE:
        assert "Ada Moss" in stored
        assert report.total("new") + report.total("rejected") >= 3
