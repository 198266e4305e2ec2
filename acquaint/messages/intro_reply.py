"""The answer to a joint introduction: thank the introducer, let them go with a bcc, then ask for a time."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen


def _thanks(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    introducer = pen.fact(facts.introducer, _("who brought you together"))
    return _(
        "{introducer}, thank you for bringing us together; I am moving you to bcc.", introducer=introducer
    )


def _ask(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    return _(
        "I would be glad to hear how you see {field}. Would {minutes} suit you some day in the "
        "next two weeks? I am happy to fit in with you.",
        field=pen.fact(facts.field, _("the field you are curious about")),
        minutes=pen.minutes(),
    )


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A short mail to both."""
    _ = pen.say
    subject = _("Re: {subject}", subject=facts.sent_subject) if facts.sent_subject else _("Good to meet you")
    return Letter(subject, (_thanks(facts, pen), pen.greeting(), _ask(facts, pen), pen.farewell()))


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    return (_thanks(facts, pen), pen.greeting(), _ask(facts, pen), pen.fact(facts.me, pen.say("your name")))


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    introducer = pen.fact(facts.introducer, _("who brought you together"))
    return (
        _(
            "Open: It is {me}; {introducer} brought us together.",
            me=pen.fact(facts.me, _("your name")),
            introducer=introducer,
        ),
        _ask(facts, pen),
        _("End: thank them, and say the time once more."),
    )


KIND = Kind(
    name="intro-reply", words=(35, 90), short_words=70, asks=True, plain=plain, short=short, spoken=spoken
)
