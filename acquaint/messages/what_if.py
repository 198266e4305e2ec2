"""What a simulation of one's own ties says, and what it rests on, by code.

Always a range, always relative to another course; nothing about openings, nothing about one person.
"""

from __future__ import annotations

from collections.abc import Mapping

from acquaint.messages.tongue import gettext_noop as _

WHAT_IF: Mapping[str, str] = {
    "what-if": _("What if you keep in touch?"),
    "what-if.keeping": _(
        "Keeping up {touches} a week for {weeks} weeks would leave {low} to {high} times as much of your "
        "ties alive as writing to nobody; {fitted_low} to {fitted_high} times if people forget as they did "
        "in public records."
    ),
    "what-if.keeping.few": _(
        "This needs {least} people with whom you were in touch both ways in the last year; so far: {people}."
    ),
    "what-if.so-far": _(
        "By carrying on after your talks with {people} people you have kept {low} to {high} times as much "
        "alive as if each talk had stayed isolated; {fitted_low} to {fitted_high} times if people forget "
        "as they did in public records."
    ),
    "what-if.so-far.few": _(
        "What carrying on has kept is told once you have talked with {least} people; so far: {people}."
    ),
    "what-if.assumes.alive": _(
        "“Alive” is a simulated quantity: each tie fades from the last contact that went both ways."
    ),
    "what-if.assumes.counts": _(
        "People count as you answered “how gladly would you stay in touch?”, or as the record suggests, and "
        "again all alike."
    ),
    "what-if.assumes.forgetting": _(
        "A tie is half gone after 30, 60, 90 or 120 days, and fades in one of three shapes: evenly, ever "
        "more slowly, or more slowly after each time you were in touch. The range holds all of them."
    ),
    "what-if.assumes.fitted": _(
        "Ever more slowly is the shape that fitted public records of mail and calls best; those "
        "were no job searches."
    ),
    "what-if.assumes.touch": _(
        "Touches go to whom the plan would choose, three weeks apart at least; one in five finds no answer. "
        "Only people you were in touch with both ways in the last year, and nobody new."
    ),
    "what-if.assumes.isolated": _(
        "So far counts everybody you have talked with, from the first talk until today."
    ),
    "what-if.assumes.not-claimed": _(
        "It says nothing about openings, and nobody has measured that a touch causes one."
    ),
    "what-if.assumes.most": _("Only the {most} people you were in touch with last are counted."),
}
