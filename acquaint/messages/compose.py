"""Turns a kind and its facts into a draft: writes it, then says what blocks it and what to know first.

Only a closed person or an open blank blocks; everything else warns, and offers the missing note first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquaint.messages.contract import (
    Draft,
    Formality,
    Kind,
    Letter,
    MessageFacts,
    Pen,
    Recipient,
    Style,
    Warned,
)
from acquaint.messages.days import Said
from acquaint.messages.tongue import ENGLISH, Tongue

# A request for advice that talks of work to be had reads as a request for work.
_WORK = re.compile(
    r"\b(jobs?|vacanc(?:y|ies)|openings?|hir(?:e|es|ed|ing)|recruit\w*|employment|cv|r[ée]sum[ée]s?"
    r"|applicants?|applications?|apply|applying)\b",
    re.IGNORECASE,
)
_REQUESTS = frozenset({"request", "request-referral"})
# The name of the method is ours; to the person it is a talk.
_METHOD = re.compile(r"\binformational(\s+)interview(s?)\b", re.IGNORECASE)


def compose(
    kind: Kind,
    facts: MessageFacts,
    *,
    tongue: Tongue = ENGLISH,
    formality: Formality = "friendly",
    style: Style = "plain",
) -> Draft:
    """The draft of this kind from these facts, with its blanks, what blocks it and what it warns of."""
    pen = Pen(facts, tongue, formality)
    letter = _write(kind, pen, style)
    body = _METHOD.sub(r"conversation\2", "\n\n".join(letter.paragraphs))
    subject = _METHOD.sub(r"conversation\2", letter.subject) if style == "plain" else ""
    return Draft(
        kind=kind.name,
        style=style,
        channel=facts.channel,
        to=Recipient(facts.name, facts.email, facts.phone),
        subject=subject,
        body=body,
        blanks=tuple(pen.blanks),
        blocked=facts.closed or bool(pen.blanks),
        warnings=tuple(_warnings(kind, pen, style, body)),
    )


def words(text: str) -> int:
    """How many words a text has, as a person would count them."""
    return len([word for word in text.split() if any(sign.isalnum() for sign in word)])


def _write(kind: Kind, pen: Pen, style: Style) -> Letter:
    if style == "plain":
        return kind.plain(pen.facts, pen)
    return Letter(
        "", (" ".join(kind.short(pen.facts, pen)),) if style == "short" else kind.spoken(pen.facts, pen)
    )


def _warnings(kind: Kind, pen: Pen, style: Style, body: str) -> Iterator[Warned]:
    yield from _owed(kind, pen)
    facts, say = pen.facts, pen.say
    if facts.closed:
        yield Warned("closed", say("{name} is closed: no more contact.", name=facts.name))
    limit = kind.words[1] if style == "plain" else kind.short_words * (2 if style == "spoken" else 1)
    count = words(body)
    if count > limit:
        text = pen.tongue.count(
            "{count} word; {limit} read better.", "{count} words; {limit} read better.", count, limit=limit
        )
        yield Warned("long", text)
    if kind.name in _REQUESTS and (found := _WORK.search(body)):
        text = say("“{word}” makes this sound like asking for work; ask for advice only.", word=found.group())
        yield Warned("work", text)
    if style == "plain" and facts.channel in {"email", ""} and not facts.email:
        yield Warned("address", say("No e-mail address is recorded for {name}.", name=facts.name))


def _owed(kind: Kind, pen: Pen) -> Iterator[Warned]:
    facts, owed, say = pen.facts, pen.facts.owed, pen.say
    name = facts.name
    if owed.promise:
        due = Said(owed.promise_due or facts.today, facts.today, pen.tongue)
        text = say(
            "You promised {name}: {what}, by {due}. Perhaps that first.",
            name=name,
            what=owed.promise,
            due=due,
        )
        yield Warned("promise", text)
    if owed.thanks_for and kind.name != "thank-you":
        day = Said(owed.thanks_for, facts.today, pen.tongue)
        text = say("You have not thanked {name} for the talk of {day} yet.", name=name, day=day)
        yield Warned("thanks", text, offer="thank-you")
    if owed.missed_on and kind.asks:
        day = Said(owed.missed_on, facts.today, pen.tongue)
        text = say("You missed the talk of {day} with {name}; a word about it first.", name=name, day=day)
        yield Warned("apology", text, offer="reschedule")
    if owed.two_asks and kind.asks:
        text = say("Your last two messages to {name} both asked for something.", name=name)
        yield Warned("asks", text, offer="update")
    if owed.colleague and kind.asks:
        text = say("You wrote to {colleague} at the same place only days ago.", colleague=owed.colleague)
        yield Warned("colleague", text)
    if owed.same_words_as:
        text = say(
            "{colleague} had the same words from you; change a sentence.", colleague=owed.same_words_as
        )
        yield Warned("same", text)
    if facts.introducer and not facts.introducer_agrees:
        text = say("{introducer} has not said yet that you may use the name.", introducer=facts.introducer)
        yield Warned("permission", text)
