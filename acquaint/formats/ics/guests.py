"""Who is in a meeting: people with their answers; rooms, resources and calendars are nobody."""

from __future__ import annotations

from typing import Any, Final

from icalendar import Event

from acquaint.formats.ics.values import all_of, param
from acquaint.formats.mail.addresses import same_box
from acquaint.formats.mail.encoded import words
from acquaint.formats.mail.kinds import by_nobody
from acquaint.formats.records import Answer, Guest, Party
from acquaint.text import contact_points

GUESTS: Final = 2_000
_NOBODY: Final = frozenset({"ROOM", "RESOURCE", "GROUP"})
_CALENDARS: Final = (
    "resource.calendar.google.com", "group.calendar.google.com", "group.v.calendar.google.com",
    "import.calendar.google.com",
)  # fmt: skip
_ANSWERS: Final[dict[str, Answer]] = {
    "ACCEPTED": "accepted",
    "CONFIRMED": "accepted",
    "COMPLETED": "accepted",
    "DECLINED": "declined",
    "TENTATIVE": "tentative",
}


def guests_of(event: Event) -> tuple[Guest, ...]:
    """Everybody named, each once, the one who called it marked; the owner is still among them."""
    found: dict[str, Guest] = {}
    for value in all_of(event, "ATTENDEE")[:GUESTS]:
        if party := _party(value):
            answer = _ANSWERS.get(param(value, "PARTSTAT").upper(), "waiting")
            found.setdefault(party.key or party.name, Guest(party, answer))
    for value in all_of(event, "ORGANIZER")[:1]:
        if party := _party(value):
            key = party.key or party.name
            held = found.get(key)
            named = party if held is None or not held.party.name else held.party
            found[key] = Guest(named, held.answer if held else "accepted", organizes=True)
    return tuple(found.values())


def is_one_of(party: Party, own: frozenset[str]) -> bool:
    """Whether somebody is the owner, by keys of `same_box`."""
    return bool(party.email) and same_box(party.email) in own


def _party(value: Any) -> Party | None:
    """The person, by address or at least by name; None for what is none."""
    if param(value, "CUTYPE").upper() in _NOBODY:
        return None
    said = str(value).strip()
    email = next((one for one in (param(value, "EMAIL"), said) if contact_points.email(one)), "")
    key = contact_points.email(email)
    name = words(param(value, "CN")).strip(" \"'")
    if key:
        if key.endswith(_CALENDARS) or by_nobody(key) or key.startswith("unknownorganizer@"):
            return None
        bare = email.strip()
        bare = bare[len("mailto:") :] if bare.lower().startswith("mailto:") else bare
        return Party("" if contact_points.email(name) == key else name, email=bare, key=key)
    if not name:
        return None
    identity = said.lower() if said.lower().startswith(("urn:", "/", "http")) else ""
    return Party(name, key=identity[:400])
