"""Monica's SQL dump: the same account, with where and how we met and former occupations, which JSON lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from acquaint.formats.records import Ignored, Origin, Reason, Reject, Skipped
from acquaint.formats.rivals.documents import day, rejected
from acquaint.formats.rivals.monica.accounts import OF_THE_PROGRAM, SECRET, Account, Contact, Item
from acquaint.formats.rivals.monica.from_json import partial
from acquaint.formats.rivals.monica.sql import DumpBroken, DumpRow, rows

_ITEMS: Final = {
    "notes": "note",
    "calls": "call",
    "reminders": "reminder",
    "tasks": "task",
    "life_events": "life_event",
    "gifts": "gift",
    "debts": "debt",
    "entries": "entry",
    "days": "day",
    "documents": "document",
    "photos": "photo",
}
# By whose names a place in the dump is known for secret, even where it is torn.
_GUARDED: Final = {
    **{table: table for table in (*SECRET, "users")},
    **dict.fromkeys((".remember_token", ".google2fa_secret"), "users"),
}
_USER: Final = ("first_name", "last_name", "email")


def account_of(shown: str, text: str) -> Account:
    """The account that the dump holds."""
    return _Reader(shown, text).account


class _Reader:
    def __init__(self, shown: str, text: str) -> None:
        self._shown = shown
        self._tables: defaultdict[str, list[DumpRow]] = defaultdict(list)
        self._indexes: dict[str, dict[str, dict[str, str]]] = {}
        self.account = Account()
        self._me = ""
        self._gather(text)
        self._keys = {row.said.get("id", ""): _key(row) for row in self._tables["contacts"]}
        self.account.me = self._keys.get(self._me, "")
        for row in self._tables["contacts"]:
            self._contact(row)
        self._beside()
        self._items()
        self._between()

    def _gather(self, text: str) -> None:
        """Sort the rows by table; what is secret is dropped before anything looks at it."""
        left: set[str] = set()
        for row in rows(text, _GUARDED):
            if row.table in SECRET or row.table in OF_THE_PROGRAM:
                left.add(row.table)
            elif isinstance(row, DumpBroken):
                raw = row.raw if row.table != "users" else f"({row.table})\n"
                self.account.broken.append(Reject(self._origin(row), row.reason, raw))
            elif row.table == "users":
                kept = {name: row.said.get(name, "") for name in _USER}
                self._me = self._me or row.said.get("me_contact_id", "")
                self.account.items.append(Item(self._origin(row), "user", "user", kept))
            else:
                self._tables[row.table].append(row)
        for table in sorted(left):
            code = "secret" if table in SECRET else "of_the_program"
            self.account.skipped.append(Skipped(Origin(f"{self._shown}/{table}"), Reason(code)))

    def _origin(self, row: DumpRow | DumpBroken) -> Origin:
        return Origin(self._shown, row.line)

    def _contact(self, row: DumpRow) -> None:
        said, dates = row.said, self._index("special_dates")
        key = _key(row)
        contact = Contact(
            self._origin(row),
            key,
            said,
            birthday=_special(dates.get(said.get("birthday_special_date_id", ""), {})),
            died_on=_special(dates.get(said.get("deceased_special_date_id", ""), {})),
            dead=said.get("is_dead") == "1",
            met_on=_special(dates.get(said.get("first_met_special_date_id", ""), {})),
            met_through=self._keys.get(said.get("first_met_through_contact_id", ""), ""),
        )
        gender = self._index("genders").get(said.get("gender_id", ""), {})
        contact.gender = gender.get("type", "") or gender.get("name", "")
        if key in self.account.contacts:
            self.account.broken.append(Ignored(contact.origin, Reason("said_twice")))
        self.account.contacts.setdefault(key, contact)

    def _index(self, table: str) -> dict[str, dict[str, str]]:
        if table not in self._indexes:
            found = {row.said.get("id", ""): row.said for row in self._tables[table]}
            self._indexes[table] = found
        return self._indexes[table]

    def _of(self, table: str) -> Iterator[tuple[Contact, dict[str, str]]]:
        """The rows of a table that speak of a contact, with it."""
        for row in self._tables[table]:
            key = self._keys.get(row.said.get("contact_id", ""), "")
            if contact := self.account.contacts.get(key):
                yield contact, row.said
            else:
                lost = rejected(self._origin(row), row.said, "nobody_meant")
                self.account.broken.append(lost)

    def _beside(self) -> None:
        """What other tables say of contacts."""
        kinds, places = self._index("contact_field_types"), self._index("places")
        tags, companies = self._index("tags"), self._index("companies")
        for contact, said in self._of("contact_fields"):
            kind = kinds.get(said.get("contact_field_type_id", ""), {})
            if reached := said.get("data", "").strip():
                contact.fields.append((kind.get("name", ""), kind.get("protocol", ""), reached))
        for contact, said in self._of("addresses"):
            contact.addresses.append(
                places.get(said.get("place_id", ""), {}) | {"name": said.get("name", "")}
            )
        for contact, said in self._of("contact_tag"):
            if name := tags.get(said.get("tag_id", ""), {}).get("name", ""):
                contact.tags.append(name)
        for contact, said in self._of("occupations"):
            company = companies.get(said.get("company_id", ""), {}).get("name", "")
            span = (day(said.get("start_date", "")), day(said.get("end_date", "")))
            contact.jobs.append((company, said.get("title", ""), *span))
        for contact, said in self._of("pets"):
            if name := said.get("name", ""):
                contact.pets.append(name)

    def _items(self) -> None:
        for table, kind in _ITEMS.items():
            for row in self._tables[table]:
                self._item(kind, row, row.said)
        types = self._index("activity_types")
        doers: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._tables["activity_contact"]:
            doers[row.said.get("activity_id", "")].append(row.said.get("contact_id", ""))
        for row in self._tables["activities"]:
            meant = types.get(row.said.get("activity_type_id", ""), {})
            told = row.said | {"type": meant.get("name", "") or meant.get("translation_key", "")}
            self._item("activity", row, told, doers[row.said.get("id", "")])

    def _between(self) -> None:
        talks, kinds = self._index("conversations"), self._index("contact_field_types")
        for row in self._tables["messages"]:
            talk = talks.get(row.said.get("conversation_id", ""), {})
            channel = kinds.get(talk.get("contact_field_type_id", ""), {}).get("name", "")
            more = {"channel": channel, "conversation": row.said.get("conversation_id", "")}
            self._item("message", row, row.said | more)
        names = self._index("relationship_types")
        for row in self._tables["relationships"]:
            kind = names.get(row.said.get("relationship_type_id", ""), {}).get("name", "")
            pair = [row.said.get("contact_is", ""), row.said.get("of_contact", "")]
            self._item("relationship", row, {"type": kind}, pair)

    def _item(self, kind: str, row: DumpRow, said: dict[str, str], people: list[str] | None = None) -> None:
        who = people if people is not None else [row.said.get("contact_id", "")]
        keys = tuple(key for one in who if (key := self._keys.get(one, "")))
        key = row.said.get("uuid") or row.said.get("id", "")
        self.account.items.append(Item(self._origin(row), kind, key, said, keys))


def _key(row: DumpRow) -> str:
    return f"monica:{row.said.get('uuid') or row.said.get('id', '')}"


def _special(said: dict[str, str]) -> str:
    return partial(
        day(said.get("date", "")),
        unknown_year=said.get("is_year_unknown") == "1",
        by_age=said.get("is_age_based") == "1",
    )
