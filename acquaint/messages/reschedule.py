"""When a meeting falls through: new times, no story; an apology if it was me, no reproach if it was them."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen


def _regret(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    match facts.event:
        case "no-show-me":
            return _(
                "I missed our talk, and I am sorry. You kept the time free for me, and that deserved better."
            )
        case "cancelled-me":
            return _("I cannot keep the time of our talk, and I am sorry for that.")
        case "no-show-them":
            return _("We missed each other; I hope that all is well with you.")
        case _:
            return _("No trouble at all that our talk has to move.")


def _times(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    first, second = [*facts.slots, "", ""][:2]
    return _(
        "Would one of these suit you instead: {first}, or {second}? Any other time you like better is "
        "fine too.",
        first=pen.fact(first, _("first time")),
        second=pen.fact(second, _("second time")),
    )


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """Two to four lines."""
    _ = pen.say
    lines = f"{_regret(facts, pen)} {_times(facts, pen)}"
    return Letter(_("A new time for our talk"), (pen.greeting(), lines, pen.farewell()))


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    return (pen.greeting(), _regret(facts, pen), _times(facts, pen), pen.fact(facts.me, pen.say("your name")))


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    return (
        _regret(facts, pen),
        _times(facts, pen),
        pen.say("End: thank them, and say the new time once more."),
    )


KIND = Kind(name="reschedule", words=(20, 75), short_words=60, plain=plain, short=short, spoken=spoken)
