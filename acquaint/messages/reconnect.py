"""A word after a long silence: one honest memory, one honest reason, and nothing that must be answered."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen
from acquaint.messages.days import Said


def _last(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    if facts.last_on is None:
        return _("It has been a good while.")
    last = Said(facts.last_on, facts.today, pen.tongue)
    return _("It has been a while: our last contact was {last:ago}.", last=last)


def _memory(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    if facts.advice:
        return _(
            "You gave me this advice then: {advice}. It has stayed with me.",
            advice=pen.fact(facts.advice, ""),
        )
    if facts.learned:
        return _("Something you said has stayed with me: {learned}.", learned=pen.fact(facts.learned[0], ""))
    topic = pen.fact(facts.topic, _("something you remember of each other"))
    return _("I still think of it now and then: {topic}.", topic=topic)


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A mail of 80 to 120 words."""
    _ = pen.say
    reason = facts.why or _("I thought of you this week and wondered how things are with you")
    me = ""
    if facts.one_liner:
        me = _("As for me: {one_liner}.", one_liner=pen.fact(facts.one_liner, ""))
    ask = _(
        "There is nothing you need to do with this message. If you have a minute, I would be glad to "
        "hear what keeps you busy these days and what has changed since then; and if not, please just "
        "take it as a friendly greeting."
    )
    return Letter(
        _("Re: {subject}", subject=facts.sent_subject)
        if facts.sent_subject
        else _("A greeting, after a while"),
        (
            pen.greeting(),
            f"{_last(facts, pen)} {_memory(facts, pen)}",
            " ".join(filter(None, (_("{reason}.", reason=reason.rstrip(" .")), me))),
            ask,
            pen.farewell(thanks=False),
        ),
    )


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    return (
        pen.greeting(),
        _("it has been a while, and I thought of you. {memory}", memory=_memory(facts, pen)),
        _("How are you these days?"),
        pen.fact(facts.me, _("your name")),
    )


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    return (
        _("Open: It is {me}. {last}", me=pen.fact(facts.me, _("your name")), last=_last(facts, pen)),
        _("Say: {memory}", memory=_memory(facts, pen)),
        _("Ask: How are you these days?"),
        _("End: It was good to hear your voice."),
    )


KIND = Kind(name="reconnect", words=(60, 120), plain=plain, short=short, spoken=spoken)
