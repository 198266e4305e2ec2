"""Finding a time: three slots in both zones, how we talk and for how long."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen

_SLOTS = 3


def _slots(facts: MessageFacts, pen: Pen) -> list[str]:
    labels = (pen.say("first time"), pen.say("second time"), pen.say("third time"))
    given = [*facts.slots, *[""] * _SLOTS][:_SLOTS]
    return [pen.fact(slot, label) for slot, label in zip(given, labels, strict=True)]


def _length(pen: Pen) -> str:
    return pen.say(
        "{minutes} is plenty, and any other time you like better is fine too.", minutes=pen.minutes()
    )


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A short mail with the slots one under the other."""
    _ = pen.say
    return Letter(
        _("Three times for our talk"),
        (
            pen.greeting(),
            _("Thank you for taking the time. Would one of these suit you?"),
            "\n".join(f"- {slot}" for slot in _slots(facts, pen)),
            _length(pen),
            pen.farewell(),
        ),
    )


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    return (
        pen.greeting(),
        _("would one of these suit you? {slots}.", slots="; ".join(_slots(facts, pen))),
        pen.fact(facts.me, _("your name")),
    )


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    return (
        _("Offer: {slots}.", slots="; ".join(_slots(facts, pen))),
        _length(pen),
        _("End: say the day and the hour once more, and thank them."),
    )


KIND = Kind(name="schedule", words=(25, 80), plain=plain, short=short, spoken=spoken)
