"""A word when something good happens to them: a few warm lines, with no wish attached."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen


def _news(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    if facts.why:
        return _("I heard the news: {news}.", news=pen.fact(facts.why, ""))
    organization = pen.fact(facts.organization, _("where they are now"))
    if facts.role:
        return _(
            "I saw that you are at {organization} now ({role}).", organization=organization, role=facts.role
        )
    return _("I saw that you are at {organization} now.", organization=organization)


def _wish(pen: Pen) -> str:
    return pen.say("Congratulations! I was glad to read it, and I wish you a good start. No need to answer.")


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """Two to four lines."""
    _ = pen.say
    memory = ""
    if facts.topic:
        memory = _("It made me think of our talk, and of this: {topic}.", topic=pen.fact(facts.topic, ""))
    lines = " ".join(filter(None, (_news(facts, pen), _wish(pen), memory)))
    return Letter(_("Congratulations"), (pen.greeting(), lines, pen.farewell(thanks=False)))


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    return (pen.greeting(), _news(facts, pen), _wish(pen), pen.fact(facts.me, pen.say("your name")))


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    return (_("Say: {news} Congratulations!", news=_news(facts, pen)), _("End: I wish you a good start."))


KIND = Kind(name="congratulate", words=(15, 70), plain=plain, short=short, spoken=spoken)
