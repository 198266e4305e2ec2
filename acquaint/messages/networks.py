"""What is said of the network as a whole: what a group is called, who stands between, where it leans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from acquaint.messages.tongue import Tongue
from acquaint.messages.tongue import gettext_noop as _

NETWORKS: Mapping[str, str] = {
    "map": _("The people you know, and who knows whom."),
    # what a group is called: over its ground, and within a sentence
    "map.at": _("{name}"),
    "map.in": _("{name}"),
    "map.also": _("Others at {name}"),
    "map.around": _("Around {name}"),
    "map.said-at": _("{name}"),
    "map.said-in": _("{name}"),
    "map.said-also": _("others at {name}"),
    "map.said-around": _("the people around {name}"),
    # who stands between
    "map.between": _("{name} stands between {groups}."),
    "map.between-guess": _("{name} may stand between {groups}."),
    # where it leans one way
    "map.field": _("Most of those whose field you know work in one: {field}."),
    "map.employer": _("Most of those whose workplace you know are at one: {organization}."),
    "map.through": _("Most of those who were introduced to you came through {name}."),
    "map.missing": _("You look towards {field}, and know nobody there yet."),
    "map.quiet-at": _("You know several people at {name}, and have not talked with any of them yet."),
    "map.quiet-in": _("There is a group of people in {name}, and you have not talked with any of them yet."),
    "map.quiet-also": _("You know others at {name}, and have not talked with any of them yet."),
    "map.quiet-around": _(
        "There are several people around {name}, and you have not talked with any of them yet."
    ),
    "map.even": _("No field, no workplace and no introducer outweighs the others among your people."),
    "map.early": _("There are too few people here yet to say where your network leans."),
}


def together(words: Sequence[str], tongue: Tongue) -> str:
    """Several things in one breath: “a”, “a and b”, “a, b and c”."""
    if len(words) <= 1:
        return "".join(words)
    first = tongue.gettext(_(", ")).join(words[:-1])
    return tongue.say(_("{first} and {last}"), first=first, last=words[-1])
