"""An account of Monica as both of its exports tell it, before it is put into our records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from acquaint.formats.particulars import Picture
from acquaint.formats.records import Origin, Skipped
from acquaint.formats.rivals.outcomes import Told

# Never looked into: passwords, second-factor secrets, recovery codes, keys, addresses of machines.
SECRET: Final = frozenset(
    {"accounts", "recovery_codes", "invitations", "term_user", "addressbook", "addressbook_subscription"}
)
# Says how the program was set up or counted, not whom somebody knows.
OF_THE_PROGRAM: Final = frozenset(
    {"modules", "reminder_rules", "audit_logs", "activity_statistics", "weather", "reminder_outbox"}
    | {"emotion_call", "journal_entries", "relationship_type_groups", "activity_type_categories"}
    | {"life_event_categories", "metadata_love_relationships"}
)


@dataclass(slots=True)
class Contact:
    """A contact: `plain` are its own columns, the rest what other tables say of it.

    `fields` are ways to reach it as (type, protocol, value); dates are partial dates.
    """

    origin: Origin
    key: str
    plain: dict[str, str]
    birthday: str = ""
    died_on: str = ""
    dead: bool = False
    met_on: str = ""
    met_through: str = ""
    gender: str = ""
    tags: list[str] = field(default_factory=list)
    fields: list[tuple[str, str, str]] = field(default_factory=list)
    addresses: list[dict[str, str]] = field(default_factory=list)
    jobs: list[tuple[str, str, str, str]] = field(default_factory=list)
    pets: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name out of its parts."""
        parts = (self.plain.get(part, "") for part in ("first_name", "middle_name", "last_name"))
        return " ".join(" ".join(parts).split())


@dataclass(frozen=True, slots=True)
class Item:
    """Something kept beside contacts; `kind` is Monica's word for one, `people` are contacts' keys."""

    origin: Origin
    kind: str
    key: str
    said: dict[str, str]
    people: tuple[str, ...] = ()


@dataclass(slots=True)
class Account:
    """All of it; `broken` are rows that could not be read, `skipped` parts that were left.

    `me` is the key of the contact who is the owner, "" if they keep none of themselves.
    """

    contacts: dict[str, Contact] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    broken: list[Told] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    me: str = ""

    def own(self) -> Contact | None:
        """The contact who is the owner."""
        return self.contacts.get(self.me)
