"""What speaks for each step of a way to somebody, and for being remembered by somebody: facts, by code.

What nobody said but dates and places suggest is worded as what it is: they were there at the same time.
"""

from __future__ import annotations

from collections.abc import Mapping

from acquaint.messages.tongue import gettext_noop as _

WAYS: Mapping[str, str] = {
    # from me to the first
    "way": _("A way to {target}."),
    "way.talked": _("You and {name} last talked or wrote to each other {on:ago}."),
    "way.heard": _("{name} was in touch {on:ago}."),
    "way.wrote": _("You wrote to {name} {on:ago}; there is no answer yet."),
    "way.close": _("You count {name} among your allies and friends."),
    "way.in-touch": _("You and {name} are in touch."),
    "way.met": _("How you met {name}: {how}."),
    "way.brought": _("{name} has named somebody to you before."),
    "way.connected": _("{name} is among your contacts since {since}; nothing else is recorded."),
    "way.my-colleagues": _("You and {name} both work at {organization}."),
    "way.my-worked": _("You and {name} worked at {organization} at the same time."),
    "way.my-studied": _("You and {name} were at {organization} in the same years."),
    "way.my-belonged": _("You and {name} were with {organization} at the same time."),
    # from one to the next
    "way.brought-together": _("{name} brought you and {other} together {on:when}."),
    "way.named": _("{name} named {other} to you."),
    "way.knows": _("{name} and {other} know each other."),
    "way.knows-how": _("{name} and {other} know each other: {how}."),
    "way.thread": _("{name} and {other} were in one conversation {on:when}."),
    "way.event": _("{name} and {other} were both there {on:when}."),
    "way.colleagues": _("{name} and {other} both work at {organization}."),
    "way.worked": _("{name} and {other} worked at {organization} at the same time."),
    "way.studied": _("{name} and {other} were at {organization} in the same years."),
    "way.belonged": _("{name} and {other} were with {organization} at the same time."),
    # who knows what I look for
    "known": _("Who knows what you are looking for."),
    "known.told": _("{name} heard {on:when} what you are looking for."),
    "known.untold": _("{name} may not have heard yet what you are looking for."),
    "known.opening": _("{name} told you of an opening {on:when}."),
    "known.named": _("{name} named somebody to you {on:when}."),
    "known.near": _("{name} works close to it: {what}."),
    "known.cares": _("{name} cares about this: {what}."),
    # whom I could name for an opening
    "named": _("People you could name."),
    "named.works": _("{name} does this now: {what}."),
    "named.worked": _("{name} has done it before: {what}."),
    "named.studied": _("{name} studied this: {what}."),
    "named.can": _("{name} can do this: {what}."),
    "named.field": _("{name} works in this field: {what}."),
    "named.cares": _("{name} cares about this: {what}."),
    "named.seeks": _("{name} told you this: {what}."),
    "named.said": _("You noted this of {name}: {what}."),
    # where the way ends, and what it asks of a helper
    "way.works": _("{name} is at {organization}."),
    "way.works-as": _("{name} is at {organization}, as {role}."),
    "way.left": _("{name} was at {organization} and has left."),
    "way.busy": _("You have asked something of {name} that is still open; one thing at a time is kinder."),
}

# How good a way is, by its weakest step: said beside a way, never beside a person.
TIERS: Mapping[str, str] = {
    "strong": _("a strong way"),
    "moderate": _("a fair way"),
    "weak": _("a weak way"),
}
