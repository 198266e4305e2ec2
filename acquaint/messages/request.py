"""The request to talk: the link first, advice and not work, more about them than about me."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen


def _about(facts: MessageFacts, pen: Pen) -> str:
    """What of theirs I would like to understand: their work, told as narrowly as it is known."""
    _ = pen.say
    if facts.role and facts.organization:
        return _("your work at {organization} ({role})", organization=facts.organization, role=facts.role)
    if facts.organization:
        return _("your work at {organization}", organization=facts.organization)
    return _("your work as {role}", role=facts.role) if facts.role else _("your work")


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A mail of fewer than 75 words."""
    _ = pen.say
    field = pen.fact(facts.field, _("the field you are curious about"))
    link = pen.fact(facts.link, _("what connects you"))
    opening = _(
        "{link}. I would like to learn from {work}, and how you see {field}.",
        link=link,
        work=_about(facts, pen),
        field=field,
    )
    me = _("About me: {one_liner}.", one_liner=pen.fact(facts.one_liner, _("one line about you")))
    ask = _(
        "May I ask you a few questions for {minutes}, whenever and however suits you? Your "
        "advice is all I am after.",
        minutes=pen.minutes(),
    )
    return Letter(
        _("A question about {field}", field=field),
        (pen.greeting(), opening, f"{me} {ask}", pen.farewell()),
    )


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    return (
        pen.greeting(),
        _("{link}.", link=pen.fact(facts.link, _("what connects you"))),
        _(
            "May I ask you about {field} for {minutes}, whenever suits you? Only advice.",
            field=pen.fact(facts.field, _("the field you are curious about")),
            minutes=pen.minutes(),
        ),
        pen.fact(facts.me, _("your name")),
    )


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call or a visit."""
    _ = pen.say
    return (
        _(
            "Open: My name is {me}. {link}.",
            me=pen.fact(facts.me, _("your name")),
            link=pen.fact(facts.link, _("what connects you")),
        ),
        _(
            "Ask: Could I learn from you about {field}, {minutes} some day soon?",
            field=pen.fact(facts.field, _("the field you are curious about")),
            minutes=pen.minutes(),
        ),
        _("End: Thank you; any answer is a good one."),
    )


KIND = Kind(name="request", words=(35, 75), asks=True, plain=plain, short=short, spoken=spoken)
