"""News of their advice: what they said, what I did, what came of it, thanks; nothing to answer."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen
from acquaint.messages.days import Said


def _did(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    did = pen.fact(facts.will, _("what you did about it"))
    if facts.done_on is None:
        return _("So I did this: {did}.", did=did)
    day = Said(facts.done_on, facts.today, pen.tongue)
    return _("So I did this {day:when}: {did}.", day=day, did=did)


def _said(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    advice = pen.fact(facts.advice, _("what they advised"))
    if facts.held_on is None:
        return _("You once gave me this advice: {advice}.", advice=advice)
    day = Said(facts.held_on, facts.today, pen.tongue)
    return _("When we talked {day:when}, you gave me this advice: {advice}.", day=day, advice=advice)


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A mail of at most 120 words."""
    _ = pen.say
    result = _("What came of it: {result}.", result=pen.fact(facts.result, "")) if facts.result else ""
    thanks = _(
        "I wanted you to know that your words did not go to waste. Thank you for them. There is nothing "
        "you need to answer."
    )
    return Letter(
        _("What came of your advice"),
        (
            pen.greeting(),
            " ".join(filter(None, (_said(facts, pen), _did(facts, pen), result))),
            thanks,
            pen.farewell(thanks=False),
        ),
    )


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    return (
        pen.greeting(),
        _("your advice did not go to waste. {did} Thank you!", did=_did(facts, pen)),
        pen.fact(facts.me, _("your name")),
    )


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    return (
        _("Open: It is {me}, with news of your advice.", me=pen.fact(facts.me, _("your name"))),
        f"{_said(facts, pen)} {_did(facts, pen)}",
        _("End: Thank you; I wanted you to know."),
    )


KIND = Kind(name="update", words=(35, 120), short_words=60, plain=plain, short=short, spoken=spoken)
