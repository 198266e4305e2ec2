"""What any importer says about one row, card, message or event of a file: the shared records of the house.

An importer yields exactly one outcome for every row that it read (a record, Ignored or Reject), so that a
report can always account for all of them; Skipped and Warned speak of whole files and are not counted.
Dates of facts are ISO dates or partial dates ("2019", "2024-01"), instants are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord, TieRecord
from acquaint.formats.particulars import PersonMore

Direction = Literal["in", "out", "both"]
PointKind = Literal["email", "phone", "profile", "postal"]


# As good as frozen: nobody changes a record. Python takes up to ten times as long to make one that is frozen,
# and an archive is made of half a million.
@dataclass(slots=True, unsafe_hash=True)
class Origin:
    """Where it stood: the file as the person would name it, and the physical line (0: the whole file)."""

    file: str
    line: int = 0


@dataclass(slots=True, unsafe_hash=True)
class Reason:
    """Why something was decided; the code is worded by `reasons.word`, the facts fill the sentence."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True, unsafe_hash=True)
class Point:
    """A way to reach somebody."""

    kind: PointKind
    value: str
    label: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Employment:
    """A place at an organization; `started` and `ended` are partial dates or empty."""

    organization: str
    title: str = ""
    started: str = ""
    ended: str = ""
    kind: Literal["work", "study", "member"] = "work"


@dataclass(slots=True, unsafe_hash=True)
class Party:
    """Somebody as a message, a list of guests or a recommendation names them: perhaps only by name.

    `key` is their identity within the source, as PersonRecord has it.
    """

    name: str = ""
    profile: str = ""
    email: str = ""
    phone: str = ""
    key: str = ""


@dataclass(slots=True, unsafe_hash=True)
class PersonRecord:
    """A person of an address book; `key` is their lasting identity within that source, "" if it has none.

    `points` stand with the preferred ones first in each kind and as the source wrote them, valid or not.
    `raw` is the whole card where the source is made of cards: it is to be kept, since an edit patches it.
    """

    origin: Origin
    key: str
    name: str
    credentials: str = ""
    points: tuple[Point, ...] = ()
    positions: tuple[Employment, ...] = ()
    connected_on: str = ""
    aliases: tuple[str, ...] = ()
    pronouns: str = ""
    birthday: str = ""
    notes: str = ""
    interests: tuple[str, ...] = ()
    introduced_by: Party | None = None
    raw: str = ""
    more: PersonMore | None = None


@dataclass(frozen=True, slots=True)
class IntroductionCandidate:
    """Somebody seems to have brought me together with others: a question for the user, never a fact.

    `reason` says by which sign; `key` is the same each time. Told with the message in which it happened.
    """

    key: str
    introducer: Party
    introduced: tuple[Party, ...]
    reason: Reason


@dataclass(slots=True, unsafe_hash=True)
class MessageRecord:
    """A message between me and the people named; `key` is the same each time the source tells it.

    `beside` are others who got or were to answer it: no contact of mine with them, but they may be offered.
    """

    origin: Origin
    key: str
    at: datetime
    direction: Direction
    people: tuple[Party, ...]
    channel: str
    thread: str = ""
    subject: str = ""
    body: str = ""
    beside: tuple[Party, ...] = ()
    introduces: tuple[IntroductionCandidate, ...] = ()


Answer = Literal["accepted", "declined", "tentative", "waiting"]


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of a meeting, without me: who, what they answered, and whether they called it."""

    party: Party
    answer: Answer = "waiting"
    organizes: bool = False


@dataclass(frozen=True, slots=True)
class Repeats:
    """How a meeting comes again: an RRULE, the further days, the days left out (ISO dates)."""

    rule: str = ""
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRecord:
    """A meeting with the guests named, as one version of it says; `key` is its identity in every version.

    `on` is its (first) day and `local` its wall time ("2026-03-04T10:00", "" for a whole day) in `zone`
    (IANA, "" where it floats: the owner's own then); `at` is the instant in UTC, None where only that zone
    tells. A greater (`sequence`, `stamped`) is the newer version. `only_if_known`: a cancellation or an
    answer, which says something of a meeting that is here and makes none; it may name no day (`on` is ""),
    and the `guests` of an answer gave it.
    """

    origin: Origin
    key: str
    title: str
    on: str
    guests: tuple[Guest, ...] = ()
    at: datetime | None = None
    local: str = ""
    zone: str = ""
    minutes: int | None = None
    state: Literal["confirmed", "tentative", "cancelled"] = "confirmed"
    my_answer: Answer | None = None
    mine: bool = False  # I called it
    place: str = ""
    link: str = ""
    notes: str = ""
    sequence: int = 0
    stamped: datetime | None = None
    repeats: Repeats | None = None
    only_if_known: bool = False


@dataclass(frozen=True, slots=True)
class BirthdayRecord:
    """Somebody's birthday as a calendar has it: by name only, `on` a partial date ("--02-29")."""

    origin: Origin
    key: str
    party: Party
    on: str


@dataclass(slots=True, unsafe_hash=True)
class InvitationRecord:
    """One of us asked the other to connect: how we met. `on` is an ISO date."""

    origin: Origin
    key: str
    party: Party
    direction: Direction
    on: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class VouchRecord:
    """A recommendation or an endorsement: who would vouch for me, or for whom I did."""

    origin: Origin
    key: str
    kind: Literal["recommendation", "endorsement"]
    direction: Literal["received", "given"]
    party: Party
    text: str
    on: str = ""
    status: str = ""
    position: Employment | None = None


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """The owner's own name and self-description."""

    origin: Origin
    name: str
    headline: str = ""
    summary: str = ""
    industry: str = ""
    place: str = ""
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPosition:
    """A place where the owner works, worked, studied or is a member."""

    origin: Origin
    key: str
    employment: Employment
    notes: str = ""


@dataclass(frozen=True, slots=True)
class OwnInterest:
    """A skill, language or interest of the owner, for common ground."""

    origin: Origin
    text: str
    kind: Literal["interest", "skill", "language", "place"]
    level: str = ""


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """A way to reach the owner, by which their own rows in other files are known as theirs."""

    origin: Origin
    point: Point


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that was read and understood, and that rightly becomes nothing here."""

    origin: Origin
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that could not be read, with all of its text, so that it can be saved and mended."""

    origin: Origin
    reason: Reason
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A whole file that was not read, and why."""

    origin: Origin
    reason: Reason


@dataclass(frozen=True, slots=True)
class Warned:
    """Something about a file that the person should know, though rows of it were read."""

    origin: Origin
    reason: Reason


Record = (
    PersonRecord
    | MessageRecord
    | InvitationRecord
    | VouchRecord
    | OwnProfile
    | OwnPosition
    | OwnInterest
    | OwnPoint
    | EventRecord
    | BirthdayRecord
    | ContactRecord
    | NoteRecord
    | PromiseRecord
    | TieRecord
)
Outcome = Record | Ignored | Reject
Said = Outcome | Skipped | Warned


@dataclass(frozen=True, slots=True)
class Self:
    """What is known of the owner before a file is read: by it, their own rows are told from others'.

    `profiles` and `emails` hold addresses in any writing; in `zone` (IANA, "" for UTC) times without one are
    read.
    """

    name: str = ""
    profiles: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    zone: str = ""
