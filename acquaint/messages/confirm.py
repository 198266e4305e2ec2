"""The day before a talk: when and where, a number to reach me at, and what I would like to ask."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen
from acquaint.messages.days import Said


def _when(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    if facts.at is None:
        return pen.fact("", _("day and hour"))
    day = format(Said(facts.at.date(), facts.today, pen.tongue), "when")
    hour = f"{facts.at:%H:%M}"
    if facts.my_zone and facts.zone and facts.my_zone != facts.zone:
        return _("{day} at {hour} ({zone})", day=day, hour=hour, zone=facts.zone.replace("_", " "))
    return _("{day} at {hour}", day=day, hour=hour)


def _reach(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    if facts.place:
        where = _("We meet here: {place}.", place=pen.fact(facts.place, ""))
    elif facts.mode == "call" and facts.phone:
        where = _("I will call you at {phone}.", phone=facts.phone)
    else:
        where = ""
    number = _(
        "Should anything change, you reach me at {phone}.",
        phone=pen.fact(facts.my_phone, _("your phone number")),
    )
    return " ".join(filter(None, (where, number)))


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """Two or three lines."""
    _ = pen.say
    topics = ""
    if facts.topics:
        topics = _(
            "I would love to hear about this: {topics}.",
            topics="; ".join(pen.fact(one, "") for one in facts.topics),
        )
    look = _("I look forward to our talk {when}.", when=_when(facts, pen))
    return Letter(
        _("Our talk {when}", when=_when(facts, pen)),
        (
            pen.greeting(),
            " ".join(filter(None, (look, _reach(facts, pen), topics))),
            pen.farewell(thanks=False),
        ),
    )


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    return (
        pen.greeting(),
        _("I look forward to our talk {when}. {reach}", when=_when(facts, pen), reach=_reach(facts, pen)),
        pen.fact(facts.me, _("your name")),
    )


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    return (
        _(
            "Open: It is {me}, about our talk {when}.",
            me=pen.fact(facts.me, _("your name")),
            when=_when(facts, pen),
        ),
        _reach(facts, pen),
        _("End: I look forward to it."),
    )


KIND = Kind(name="confirm", words=(15, 70), plain=plain, short=short, spoken=spoken)
