"""Sheets of a workbook that speak of the people on another: their notes, reminders and dated contacts.

Covve's workbook is said to hold Relationships, Notes, Reminders and Interactions; nobody here has seen one.
So a sheet is known by its title and by columns that say who and what; what no column explains stays in words.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final, Literal

from acquaint.formats.contacts import dates, headings
from acquaint.formats.contacts.headings import plain
from acquaint.formats.contacts.people import rejected
from acquaint.formats.contacts.sheets import Sheet
from acquaint.formats.happenings import ContactKind, ContactRecord, NoteRecord, PromiseRecord
from acquaint.formats.records import Ignored, Origin, Party, PersonRecord, Reason, Reject
from acquaint.text.names import normalise

Kind = Literal["note", "reminder", "interaction"]
Told = NoteRecord | PromiseRecord | ContactRecord | Ignored | Reject
_TITLES: Final[dict[Kind, str]] = {
    "note": "note, notes, notizen, notas, remarques, appunti, notities, anteckningar, notatki, "
    "заметки, メモ, 备注",
    "reminder": "reminder, reminders, tasks, task, to do, todos, follow ups, erinnerungen, aufgaben, "
    "rappels, tâches, recordatorios, tareas, promemoria, lembretes, "
    "herinneringen, przypomnienia, напоминания",
    "interaction": "interaction, interactions, activities, activity, meetings, calls, history, timeline, "
    "log, interaktionen, aktivitäten, interacciones, interazioni, interações, activités, interacties",
}
_ROLES: Final[dict[str, str]] = {
    "who": "contact, contact name, person, relationship, relationship name, full name, name, people, with, "
    "kontakt, personne, contacto, contatto, contato",
    "key": "contact id, person id, relationship id",
    "text": "note, notes, content, text, body, message, description, summary, comment, comments, details, "
    "notiz, notizen, texte, texto, testo, beschreibung",
    "title": "title, subject, betreff, titel, reminder, task, interaction",
    "on": "date, when, on, time, datetime, timestamp, due, due date, due on, remind on, remind at, "
    "reminder date, created, created at, created on, datum, fecha, data, fällig, fällig am",
    "type": "type, kind, channel, interaction type, method, art, tipo",
    "done": "done, completed, is completed, is done, status, erledigt",
    "every": "recurrence, repeat, repeats, frequency, every",
}
_BY_TITLE: Final = {plain(one): kind for kind, told in _TITLES.items() for one in told.split(",")}
_BY_HEADING: Final = {plain(one): role for role, told in _ROLES.items() for one in told.split(",")}
_CHANNELS: Final[dict[str, ContactKind]] = {
    **dict.fromkeys(("email", "mail"), "email"),
    **dict.fromkeys(("call", "phone", "phone call", "video call"), "call"),
    **dict.fromkeys(("message", "text", "sms", "whatsapp", "chat"), "message"),
    **dict.fromkeys(("meeting", "meet", "in person", "lunch", "dinner"), "meeting"),
    "coffee": "coffee",
    "event": "event",
    "letter": "letter",
}
_YES: Final = frozenset({"yes", "true", "1", "done", "completed", "x", "ja", "oui", "sí", "si", "erledigt"})


class Companion:
    """A sheet beside one of people; `is_one` says whether it really is."""

    def __init__(self, sheet: Sheet) -> None:
        self.kind = _BY_TITLE.get(plain(PurePosixPath(sheet.shown).name))
        self._header = sheet.header
        self._roles = [_role(heading) for heading in sheet.header]
        self._seen: Counter[str] = Counter()

    @property
    def is_one(self) -> bool:
        """Whether the title is one of these sheets', and columns say of whom it speaks and what."""
        roles = set(self._roles)
        return bool(self.kind and roles & {"who", "key", "given"} and roles & {"text", "title", "on"})

    def told(self, origin: Origin, cells: Sequence[str], people: Acquainted) -> Told:
        """What a row tells."""
        said, more = self._sorted(cells)
        who = people.meant(said)
        if not who:
            return rejected(origin, cells, "nobody_meant")
        on = dates.read(said.get("on", "")) or ""
        if said.get("on") and not on:
            more.insert(0, said["on"])
        text = "\n".join(filter(None, (said.get("text", ""), *more)))
        title = said.get("title", "")
        if not (title or text or on):
            return Ignored(origin, Reason("no_text"))
        key = self._key(cells)
        if self.kind == "reminder":
            done = said.get("done", "").casefold() in _YES
            words, notes = (title, text) if title else (text, "")
            return PromiseRecord(
                origin, key, words or on, who, on, done, every=said.get("every", ""), notes=notes
            )
        channel = said.get("type", "")
        if self.kind == "interaction" and on:
            kind = _CHANNELS.get(channel.casefold(), "other")
            tags = (channel,) if channel and kind == "other" else ()
            return ContactRecord(origin, key, on, who, kind, "both", title, text, tags=tags)
        words = ": ".join(filter(None, (channel, text or title)))
        return NoteRecord(origin, key, on, words or on, who, title)

    def _sorted(self, cells: Sequence[str]) -> tuple[dict[str, str], list[str]]:
        """The cells that have a role, and the others under their headings."""
        said: dict[str, str] = {}
        more: list[str] = []
        for heading, role, cell in zip(self._header, self._roles, cells, strict=True):
            text = cell.strip()
            if text and role and role not in said and self._takes(role):
                said[role] = text
            elif text:
                more.append(f"{heading.strip()}: {text}")
        return said, more

    def _takes(self, role: str) -> bool:
        return self.kind == "reminder" or role not in {"done", "every"}

    def _key(self, cells: Sequence[str]) -> str:
        told = hashlib.sha256("\0".join(cells).encode("utf-8", "surrogatepass")).hexdigest()[:20]
        self._seen[told] += 1
        return f"{self.kind}:{told}" + (f":{self._seen[told]}" if self._seen[told] > 1 else "")


class Acquainted:
    """The people of a workbook, as its other sheets name them: by number, or by a name that only one has."""

    def __init__(self) -> None:
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._shown: dict[str, str] = {}

    def learn(self, person: PersonRecord) -> None:
        """Know somebody."""
        self._named[normalise(person.name)].add(person.key)
        self._shown[person.key] = person.name

    def meant(self, said: dict[str, str]) -> tuple[Party, ...]:
        """Whom a row names: one person, or several parted by semicolons."""
        if number := said.get("key"):
            keys = [key for key in self._shown if key.endswith(f"id:{number}")]
            if len(keys) == 1:
                return (Party(self._shown[keys[0]], key=keys[0]),)
        whole = said.get("who", "") or " ".join(filter(None, (said.get("given", ""), said.get("family", ""))))
        names: Iterable[str] = [whole] if normalise(whole) in self._named else whole.split(";")
        return tuple(self._party(name.strip()) for name in names if name.strip())

    def _party(self, name: str) -> Party:
        keys = self._named.get(normalise(name), set())
        return Party(name, key=next(iter(keys)) if len(keys) == 1 else "")


def _role(heading: str) -> str:
    if found := _BY_HEADING.get(plain(heading)):
        return found
    meant = headings.read(heading.strip())
    return meant.role if meant and meant.role in {"given", "family"} else ""
