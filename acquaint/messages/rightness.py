"""How the record of forecasts is told: bands, what lay before a message, and how far there is still to go."""

from __future__ import annotations

from collections.abc import Mapping

from acquaint.messages.tongue import Tongue, gettext_noop

BANDS: Mapping[str, str] = {
    "hot": gettext_noop("Lately in touch"),
    "warm": gettext_noop("Warm"),
    "fading": gettext_noop("Fading"),
    "quiet": gettext_noop("Quiet for long"),
}
BEFORE: Mapping[str, str] = {
    "cold": gettext_noop("Nothing before"),
    "unanswered": gettext_noop("You had written, no answer yet"),
    "theirs": gettext_noop("They had written, you never"),
    "two_way": gettext_noop("Both had written, then a month of silence or more"),
}
FEWEST = 10  # of which a share is told


def band(name: str, tongue: Tongue) -> str:
    """The heading of a band."""
    return tongue.say(BANDS[name])


def before(name: str, tongue: Tongue) -> str:
    """What lay between two people before a message."""
    return tongue.say(BEFORE[name])


def share(part: float, tongue: Tongue) -> str:
    """A share of 0 to 1 in whole per cent."""
    return tongue.say("{percent}\u00a0%", percent=round(100 * part))


def counted(some: int, of: int, tongue: Tongue) -> str:
    """Some of so many, with the share where there are enough for one."""
    if of < FEWEST:
        return tongue.say("{some} of {all}", some=some, all=of)
    return tongue.say("{some} of {all} ({share})", some=some, all=of, share=share(some / of, tongue))


def summed(n: int, said: float, came: int, tongue: Tongue) -> str:
    """All months in one sentence."""
    return tongue.count(
        "Of {count} month, {came} brought a word; {said} were to be expected.",
        "Of {count} months, {came} brought a word; {said} were to be expected.",
        n,
        came=came,
        said=round(n * said),
    )


def far(n: int, needed: int, tongue: Tongue) -> str:
    """How far it is until something can be said."""
    return tongue.say(
        "{n} of {needed} months so far. With fewer than {needed}, chance says more than the figures.",
        n=n,
        needed=needed,
    )


def waiting(sent: int, needed: int, tongue: Tongue) -> str:
    """How far it is until something can be said of answers."""
    return tongue.say(
        "{n} of {needed} messages so far whose fourteen days are over; it is told from {needed} on.",
        n=sent,
        needed=needed,
    )
