"""One gentle reminder of a request, in the same thread, with an easy no; never a second by itself."""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen
from acquaint.messages.days import Said


def _when(facts: MessageFacts, pen: Pen) -> str:
    if facts.sent_on is None:
        return pen.fact("", pen.say("the day you wrote"))
    return format(Said(facts.sent_on, facts.today, pen.tongue), "day")


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A mail of at most 50 words."""
    _ = pen.say
    subject = facts.sent_subject or _(
        "A question about {field}", field=pen.fact(facts.field, _("your first subject"))
    )
    return Letter(
        _("Re: {subject}", subject=subject),
        (
            pen.greeting(),
            _(
                "I know how full the days are, so only once more about my note of {day}: if {minutes} "
                "would suit you some time, I would be glad. If not, a short no is perfectly "
                "fine.",
                day=_when(facts, pen),
                minutes=pen.minutes(),
            ),
            pen.farewell(),
        ),
    )


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    return (
        pen.greeting(),
        _(
            "only once more about my note of {day}: a short no is perfectly fine, a yes would make me glad.",
            day=_when(facts, pen),
        ),
        pen.fact(facts.me, _("your name")),
    )


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    return (
        _(
            "Open: It is {me}; I wrote to you on {day}.",
            me=pen.fact(facts.me, _("your name")),
            day=_when(facts, pen),
        ),
        _("Ask: Would {minutes} suit you some time? A no is perfectly fine.", minutes=pen.minutes()),
        _("End: Thank you either way."),
    )


KIND = Kind(name="nudge", words=(25, 50), short_words=35, asks=True, plain=plain, short=short, spoken=spoken)
