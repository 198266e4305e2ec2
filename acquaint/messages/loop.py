"""Telling the introducer what came of it, good news, bad news or silence: two to four lines."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen


def _news(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    other = pen.fact(facts.other, _("whom they introduced"))
    match facts.loop:
        case "connected":
            return _("A short word about {other}: we are in touch now.", other=other)
        case "met":
            return _("A short word about {other}: we have talked, and I am glad of it.", other=other)
        case "silent":
            return _(
                "A short word about {other}: I have not heard back, which is quite all right.", other=other
            )
        case _:
            outcome = pen.fact(facts.outcome, _("what came of it"))
            return _(
                "A short word about {other}, and what came of it: {outcome}.", other=other, outcome=outcome
            )


def _thanks(pen: Pen) -> str:
    return pen.say("Thank you for opening that door for me. There is nothing you need to do.")


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """Two to four lines."""
    _ = pen.say
    subject = _("News of {other}", other=pen.fact(facts.other, _("whom they introduced")))
    return Letter(
        subject, (pen.greeting(), f"{_news(facts, pen)} {_thanks(pen)}", pen.farewell(thanks=False))
    )


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    return (pen.greeting(), _news(facts, pen), _thanks(pen), pen.fact(facts.me, pen.say("your name")))


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    return (_news(facts, pen), _thanks(pen))


KIND = Kind(name="loop", words=(20, 70), short_words=55, plain=plain, short=short, spoken=spoken)
