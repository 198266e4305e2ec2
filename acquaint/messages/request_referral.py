"""The request on somebody's word: the introducer's name stands in the subject and in the first line."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen


def _suggested(facts: MessageFacts, pen: Pen) -> str:
    introducer = pen.fact(facts.introducer, pen.say("who sent you"))
    return pen.say("{introducer} suggested that I write to you", introducer=introducer)


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A mail of fewer than 75 words."""
    _ = pen.say
    suggested = _suggested(facts, pen)
    field = pen.fact(facts.field, _("the field you are curious about"))
    why = (
        _("{suggested}: {why}.", suggested=suggested, why=facts.why.rstrip(" ."))
        if facts.why
        else f"{suggested}."
    )
    me = _("About me: {one_liner}.", one_liner=pen.fact(facts.one_liner, _("one line about you")))
    ask = _(
        "I would value how you see {field}. May I ask you a few questions for {minutes}, "
        "whenever and however suits you?",
        field=field,
        minutes=pen.minutes(),
    )
    return Letter(suggested, (pen.greeting(), why, f"{me} {ask}", pen.farewell()))


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    return (
        pen.greeting(),
        f"{_suggested(facts, pen)}.",
        _(
            "May I ask you about {field} for {minutes}, whenever suits you?",
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
            "Open: My name is {me}. {suggested}.",
            me=pen.fact(facts.me, _("your name")),
            suggested=_suggested(facts, pen),
        ),
        _(
            "Ask: Could I learn from you about {field} for {minutes}?",
            field=pen.fact(facts.field, _("the field you are curious about")),
            minutes=pen.minutes(),
        ),
        _(
            "End: Thank you; I will greet {introducer} from you.",
            introducer=pen.fact(facts.introducer, _("who sent you")),
        ),
    )


KIND = Kind(name="request-referral", words=(35, 75), asks=True, plain=plain, short=short, spoken=spoken)
