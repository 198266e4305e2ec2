"""A text for the introducer to pass on as it stands: who I am, what I ask, and nothing private."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen


def _me(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    return _(
        "My name is {me}. About me: {one_liner}.",
        me=pen.fact(facts.me, _("your name")),
        one_liner=pen.fact(facts.one_liner, _("one line about you")),
    )


def _ask(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    return _(
        "I would like to hear how {other} sees {field}: {minutes}, by phone or in whatever way "
        "is easiest, at any time that suits.",
        other=pen.fact(facts.other, _("whom you would like to meet")),
        field=pen.fact(facts.field, _("the field you are curious about")),
        minutes=pen.minutes(),
    )


def _why(facts: MessageFacts, pen: Pen) -> str:
    return (
        pen.say("Why I thought of {other}: {why}.", other=facts.other, why=pen.fact(facts.why, ""))
        if facts.why
        else ""
    )


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A mail of its own of 60 to 120 words."""
    _ = pen.say
    other = pen.fact(facts.other, _("whom you would like to meet"))
    close = _(
        "I am after advice and nothing else, I will come prepared and keep to the time, and a no is "
        "perfectly fine. The best way to reach me is {email}.",
        email=pen.fact(facts.my_email, _("your e-mail address")),
    )
    paragraphs = (_me(facts, pen), _ask(facts, pen), _why(facts, pen), close, pen.farewell())
    subject = _("{me} would like to talk with {other}", me=pen.fact(facts.me, _("your name")), other=other)
    return Letter(subject, tuple(filter(None, paragraphs)))


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines to pass on from a phone."""
    return (_me(facts, pen), _ask(facts, pen))


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card that the introducer can say aloud."""
    return (_me(facts, pen), _ask(facts, pen))


KIND = Kind(name="blurb", words=(60, 120), short_words=60, asks=True, plain=plain, short=short, spoken=spoken)
