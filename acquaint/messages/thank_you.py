"""Thanks for a talk: one thing learned, what I will do with it, promises restated gently, and no new wish.

Whoever answered a request with a no, or with another name, is thanked for that: shorter, the door kept open.
"""

from __future__ import annotations

from acquaint.messages.contract import Kind, Letter, MessageFacts, Pen
from acquaint.messages.days import Said


def _learned(facts: MessageFacts, pen: Pen) -> str:
    return pen.fact(facts.learned[0] if facts.learned else "", pen.say("what you learned"))


def _promises(facts: MessageFacts, pen: Pen) -> str:
    _ = pen.say
    lines = []
    for text, due in facts.promised[:2]:
        what = pen.fact(text, "")
        if due is None:
            lines.append(_("As promised, from me to you: {what}.", what=what))
        else:
            day = format(Said(due, facts.today, pen.tongue), "day")
            lines.append(_("As promised, from me to you by {day}: {what}.", day=day, what=what))
    if facts.offered:
        what = "; ".join(pen.fact(one, "") for one in facts.offered[:2])
        lines.append(
            _("You kindly offered this: {what}. Whenever it suits you; there is no hurry.", what=what)
        )
    return " ".join(lines)


def _thanks(facts: MessageFacts, pen: Pen) -> str:
    """Thanks for the talk, or for answers that were written."""
    _ = pen.say
    if facts.mode == "written":
        return _("Thank you for your answers, and for taking the time to write them so openly.")
    if facts.held_on is None:
        return _("Thank you for our talk, and for answering my questions so openly.")
    day = Said(facts.held_on, facts.today, pen.tongue)
    return _("Thank you for our talk {day:when}, and for answering my questions so openly.", day=day)


def _is_answer(facts: MessageFacts) -> bool:
    return facts.event in {"declined", "redirected"}


def _for_the_answer(facts: MessageFacts, pen: Pen) -> Letter:
    """A few lines after a no: nothing is asked, and nobody has to answer."""
    _ = pen.say
    said = _(
        "Thank you for answering, and for telling me so openly. I quite understand, and there is nothing "
        "that you need to do."
    )
    if facts.event == "redirected" and facts.other:
        said = _(
            "Thank you for answering, and for naming {other} to me. I will write there, and let you know "
            "what comes of it.",
            other=pen.fact(facts.other, ""),
        )
    open_ = _("Should our paths cross one day, I would be glad to say hello. Until then I wish you well.")
    return Letter(_("Thank you for your answer"), (pen.greeting(), said, open_, pen.farewell()))


def plain(facts: MessageFacts, pen: Pen) -> Letter:
    """A mail of 75 to 150 words; a shorter one after a no."""
    _ = pen.say
    if _is_answer(facts):
        return _for_the_answer(facts, pen)
    stays = _(
        "What stays with me most is this: {learned}. I had not seen it that way before we spoke, and I "
        "have been turning it over in my mind since.",
        learned=_learned(facts, pen),
    )
    use = _(
        "Next I will look at my plans again with this in mind. It means a good deal to me that you "
        "shared what you have seen yourself, and I will gladly let you know what comes of it."
    )
    if facts.will:
        use = _(
            "Here is what I will do next: {will}. It means a good deal to me that you shared what you "
            "have seen yourself, and I will gladly let you know what comes of it.",
            will=pen.fact(facts.will, ""),
        )
    paragraphs = (
        pen.greeting(),
        _thanks(facts, pen),
        f"{stays} {use}",
        _promises(facts, pen),
        pen.farewell(),
    )
    return Letter(_("Thank you for your time"), tuple(filter(None, paragraphs)))


def short(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A few lines for a message box."""
    _ = pen.say
    if _is_answer(facts):
        kind = _("thank you for your answer. I quite understand; perhaps our paths cross one day.")
        return (pen.greeting(), kind, pen.fact(facts.me, _("your name")))
    return (
        pen.greeting(),
        _("thank you for your time. What stays with me most: {learned}.", learned=_learned(facts, pen)),
        pen.fact(facts.me, _("your name")),
    )


def spoken(facts: MessageFacts, pen: Pen) -> tuple[str, ...]:
    """A card for a call."""
    _ = pen.say
    opening = _("Open: It is {me}; I only want to say thank you.", me=pen.fact(facts.me, _("your name")))
    if _is_answer(facts):
        return (opening, _("Say: It was good of you to answer."), _("End: Perhaps our paths cross one day."))
    return (
        opening,
        _("Say: What stays with me most: {learned}.", learned=_learned(facts, pen)),
        _("End: I will let you know what comes of it."),
    )


KIND = Kind(name="thank-you", words=(75, 150), plain=plain, short=short, spoken=spoken)
