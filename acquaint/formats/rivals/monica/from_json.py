"""Monica's JSON (`1.0-preview.1`): collections by type, never by position, since empty ones are left out.

Of the user entry only the name and address are looked at: it also carries a second-factor secret. Where we
met and the words about it, and former occupations, are not in this export; the SQL dump has them.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from typing import Final

from acquaint.formats.particulars import Picture
from acquaint.formats.records import Ignored, Origin, Reason, Skipped
from acquaint.formats.rivals.documents import Counter, Node, day, node, nodes, text, texts, truth
from acquaint.formats.rivals.monica.accounts import OF_THE_PROGRAM, SECRET, Account, Contact, Item
from acquaint.text.partial_dates import PartialDate

_PLAIN: Final = (
    *("first_name", "middle_name", "last_name", "nickname", "description", "job", "company"),
    *("food_preferences", "last_talked_to", "stay_in_touch_frequency"),
    *("first_met_where", "first_met_additional_info"),  # in case a later version has them
)
_BESIDE: Final = ("note", "call", "reminder", "task", "life_event", "gift", "debt")


def account_of(shown: str, document: Node) -> Account:
    """The account that the document holds."""
    return _Reader(shown, node(document, "account")).account


class _Reader:
    def __init__(self, shown: str, account: Node) -> None:
        self._shown = shown
        self._counter = Counter(shown)
        self._types = {
            text(one, "uuid"): node(one, "properties")
            for kind in ("contact_field_types", "activity_types", "life_event_types", "genders")
            for one in nodes(account, "instance", kind)
        }
        self._photos = {text(one, "uuid"): _picture(one) for one in _collection(account, "photo")}
        self.account = Account()
        self._doers: dict[str, list[str]] = {}
        for value in _collection(account, "contact"):
            self._contact(value)
        self._rest(account)

    def _contact(self, value: Node) -> None:
        said = node(value, "properties")
        origin = self._counter.at("contact")
        key = f"monica:{text(value, 'uuid') or origin.line}"
        met = node(said, "first_met_date")
        gender = text(said, "gender")
        contact = Contact(
            origin,
            key,
            {name: found for name in _PLAIN if (found := text(said, name))},
            birthday=_special(node(said, "birthdate")),
            died_on=_special(node(said, "deceased_date")),
            dead=truth(said, "is_dead"),
            met_on=_special(met),
            met_through=_key(text(said, "first_met_through")),
            gender=text(self._types.get(gender, {}), "type", "name") or gender,
            tags=texts(said, "tags"),
        )
        if key in self.account.contacts:
            self.account.broken.append(Ignored(origin, Reason("said_twice")))
            return
        self.account.contacts[key] = contact
        self._beside(contact, value)
        self._pictures(contact, value, text(node(said, "avatar"), "avatar_photo"))

    def _beside(self, contact: Contact, value: Node) -> None:
        """What stands below a contact."""
        for one in _collection(value, "contact_field"):
            said = node(one, "properties")
            meant = self._types.get(text(said, "type"), {})
            if reached := text(said, "data"):
                contact.fields.append((text(meant, "name"), text(meant, "protocol"), reached))
        contact.addresses += [_plain(node(one, "properties")) for one in _collection(value, "address")]
        contact.pets += [
            name for one in _collection(value, "pet") if (name := text(node(one, "properties"), "name"))
        ]
        for kind in _BESIDE:
            for one in _collection(value, kind):
                self._item(kind, one, (contact.key,))
        for one in _collection(value, "conversation"):
            self._conversation(contact, one)
        for uuid in _uuids(value, "activity"):
            self._doers.setdefault(uuid, []).append(contact.key)

    def _conversation(self, contact: Contact, value: Node) -> None:
        said = node(value, "properties")
        channel = text(self._types.get(text(said, "contact_field_type"), {}), "name")
        about = {
            "channel": channel,
            "conversation": text(value, "uuid"),
            "happened_at": text(said, "happened_at"),
        }
        for one in nodes(said, "messages"):
            self._item("message", one, (contact.key,), about)

    def _pictures(self, contact: Contact, value: Node, avatar: str) -> None:
        keys = [avatar, *(one for one in _uuids(value, "photo") if one != avatar)]
        contact.pictures += [picture for key in keys if (picture := self._photos.get(key))]

    def _item(
        self, kind: str, value: Node, people: tuple[str, ...], more: dict[str, str] | None = None
    ) -> None:
        origin = self._counter.at(kind)
        held = node(value, "properties")
        said = {"created_at": text(value, "created_at")} | _plain(held) | (more or {})
        if felt := texts(held, "emotions"):
            said["emotions"] = ", ".join(felt)
        meant = self._types.get(said.get("type", ""), {})
        if meant:
            said["type"] = text(meant, "name", "translation_key")
        key = text(value, "uuid") or f"{people[0] if people else ''}:{origin.line}"
        self.account.items.append(Item(origin, kind, key, said, people))

    def _rest(self, account: Node) -> None:
        """What stands beside the contacts."""
        for one in _collection(account, "activity"):
            self._item("activity", one, tuple(self._doers.get(text(one, "uuid"), ())))
        for one in _collection(account, "relationship"):
            said = node(one, "properties")
            pair = (_key(text(said, "contact_is")), _key(text(said, "of_contact")))
            self._item("relationship", one, tuple(filter(None, pair)))
        for one in nodes(account, "properties", "journal_entries"):
            self._item("day" if text(node(one, "properties"), "type") == "day" else "entry", one, ())
        for one in _collection(account, "document"):
            self._item("document", one, ())
        for one in _collection(account, "user"):
            self._user(one)
        kinds = [text(one, "type") for one in nodes(account, "data")] + list(node(account, "properties"))
        for kind in kinds:
            if kind in SECRET or kind in OF_THE_PROGRAM - {"journal_entries"}:
                code = "secret" if kind in SECRET else "of_the_program"
                self.account.skipped.append(Skipped(Origin(f"{self._shown}/{kind}"), Reason(code)))

    def _user(self, value: Node) -> None:
        """Name, address and which contact is theirs, not one field more; columns stand beside properties."""
        said = node(value, "properties")
        names = ("first_name", "last_name", "email")
        kept = {name: text(value, name) or text(said, name) for name in names}
        self.account.me = self.account.me or _key(text(said, "me_contact"))
        self.account.items.append(Item(self._counter.at("user"), "user", "user", kept))


def _collection(value: Node, kind: str) -> Iterator[Node]:
    """The entries of that type, whatever its place in the list."""
    for one in nodes(value, "data"):
        if text(one, "type") in {kind, f"{kind}s"}:
            yield from nodes(one, "values")


def _uuids(value: Node, kind: str) -> list[str]:
    """The keys in a collection that holds nothing else."""
    return [key for one in nodes(value, "data") if text(one, "type") == kind for key in texts(one, "values")]


def _plain(said: Node) -> dict[str, str]:
    """The texts and numbers of an object; true and false as 1 and 0."""
    found = {name: text(said, name) for name in said}
    found |= {name: "1" if value else "0" for name, value in said.items() if isinstance(value, bool)}
    return {name: value for name, value in found.items() if value}


def _key(uuid: str) -> str:
    return f"monica:{uuid}" if uuid else ""


def _special(said: Node) -> str:
    """A date of Monica: perhaps without its year, perhaps only a guess from an age."""
    on = day(text(said, "date"))
    return partial(on, unknown_year=truth(said, "is_year_unknown"), by_age=truth(said, "is_age_based"))


def partial(on: str, *, unknown_year: bool, by_age: bool) -> str:
    """What is really known of a date that Monica stores whole."""
    if not on:
        return ""
    found = PartialDate.parse(on)
    if by_age:
        return f"{found.year:04}" if found.year else ""
    if unknown_year and found.month:
        return PartialDate(None, found.month, found.day).text
    return on


def _picture(value: Node) -> Picture | None:
    """A photo as it was inlined; what is no such thing is no picture."""
    said = node(value, "properties")
    written = text(said, "dataUrl", "data_url")
    head, _, body = written.partition(",")
    if not head.startswith("data:") or "base64" not in head:
        return None
    try:
        data = base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None
    return Picture(head[5:].partition(";")[0], data) if data else None
