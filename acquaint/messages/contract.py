"""What a message kind is given and gives back: facts in, a draft out; an unknown fact becomes a blank.

A kind is one module with a ``KIND``; the test class in tests/messages/contract.py says what every kind owes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from acquaint.messages.tongue import ENGLISH, Tongue

Style = Literal["plain", "short", "spoken"]
Formality = Literal["friendly", "formal"]
Channel = Literal["email", "linkedin", "message", "phone", "in-person", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What should come first: each of these warns and never blocks."""

    promise: str = ""  # what I promised them and is overdue
    promise_due: date | None = None
    thanks_for: date | None = None  # a talk that I have not thanked for
    missed_on: date | None = None  # a talk that I missed and have not apologised for
    two_asks: bool = False  # our last two contacts were both requests of mine
    colleague: str = ""  # somebody at the same employer whom I asked in the last three business days
    same_words_as: str = ""  # a colleague of theirs to whom I sent the same kind of message


NOTHING_OWED = Owed()


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFacts:
    """All that a draft may say; an empty field is unknown. Confidential facts have no field here."""

    today: date
    # me
    me: str = ""
    my_phone: str = ""
    my_email: str = ""
    one_liner: str = ""
    field: str = ""
    minutes: int = 20
    # the person written to
    name: str = ""
    call: str = ""  # how they are greeted among friends; the whole name where that is not known
    email: str = ""
    phone: str = ""
    role: str = ""
    organization: str = ""
    closed: bool = False
    channel: Channel = "email"
    # what connects us
    link: str = ""
    introducer: str = ""
    introducer_agrees: bool = True
    last_on: date | None = None
    topic: str = ""
    learned: tuple[str, ...] = ()
    # what an earlier message or a talk left behind
    sent_on: date | None = None
    sent_subject: str = ""
    at: datetime | None = None  # their wall clock
    zone: str = ""
    my_at: datetime | None = None
    my_zone: str = ""
    mode: str = ""
    place: str = ""
    held_on: date | None = None
    topics: tuple[str, ...] = ()
    advice: str = ""
    will: str = ""
    done_on: date | None = None
    result: str = ""
    promised: tuple[tuple[str, date | None], ...] = ()
    offered: tuple[str, ...] = ()
    # somebody else whom the message is about
    other: str = ""
    other_organization: str = ""
    why: str = ""
    loop: Literal["", "connected", "met", "outcome", "silent"] = ""
    outcome: str = ""
    event: str = ""  # what happened to a meeting: cancelled-me, no-show-me, no-show-them, moved-them
    slots: tuple[str, ...] = ()
    owed: Owed = NOTHING_OWED


@dataclass(frozen=True, slots=True)
class Letter:
    """A written message before it is checked: a subject and paragraphs."""

    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing to know before sending; ``offer`` is the kind of message that would settle it first."""

    code: str
    text: str
    offer: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who it is meant for, with what is known of how to reach them."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to look at, copy or open elsewhere; the app itself sends nothing."""

    kind: str
    style: Style
    channel: str
    to: Recipient
    subject: str
    body: str
    blanks: tuple[str, ...]
    blocked: bool
    warnings: tuple[Warned, ...]

    @property
    def ready(self) -> bool:
        """Whether it could be sent as it stands."""
        return not self.blocked


Write = Callable[[MessageFacts, "Pen"], Letter]
Say = Callable[[MessageFacts, "Pen"], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of message: how it reads in each style, and its limits in words."""

    name: str
    words: tuple[int, int]  # of the plain style, greeting and name included
    short_words: int = 45
    asks: bool = False  # asks something of the person
    plain: Write
    short: Say
    spoken: Say


@dataclass(slots=True)
class Pen:
    """Writes sentences in the reader's tongue and remembers which facts were missing."""

    facts: MessageFacts
    tongue: Tongue = ENGLISH
    formality: Formality = "friendly"
    blanks: list[str] = field(default_factory=list)

    def say(self, text: str, /, **values: object) -> str:
        """A sentence with its values filled in, in the reader's tongue."""
        return self.tongue.say(text, **values)

    def fact(self, value: object, label: str) -> str:
        """The fact as words for the middle of a sentence, or a visible blank that carries its label."""
        words = " ".join(str(value or "").split()).rstrip(" .")
        if words:
            return words
        if label not in self.blanks:
            self.blanks.append(label)
        return f"[{label}]"

    def minutes(self) -> str:
        """How long a talk is to last, counted as the reader's tongue counts."""
        return self.tongue.count("{count} minute", "{count} minutes", self.facts.minutes)

    def greeting(self) -> str:
        """The first line: the whole name formally, the name they go by among friends."""
        name = self.fact(self.facts.name, self.say("name"))
        if self.formality == "formal":
            return self.say("Dear {name},", name=name)
        return self.say("Hello {name},", name=self.facts.call or name)

    def farewell(self, *, thanks: bool = True) -> str:
        """The last lines with my name under them."""
        if self.formality == "formal":
            words = self.say("With kind regards,")
        else:
            words = self.say("Thank you,") if thanks else self.say("All the best,")
        return f"{words}\n{self.fact(self.facts.me, self.say('your name'))}"
