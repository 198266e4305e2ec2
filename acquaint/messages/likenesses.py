"""What speaks for and against two entries being one person, in words: facts only; the owner decides.

The codes are those of `text.evidence` behind "same."; `-two` is said where both write it in another way,
`-house` where only their addresses show it.
"""

from __future__ import annotations

from collections.abc import Mapping

from acquaint.messages.tongue import gettext_noop as _

LIKENESSES: Mapping[str, str] = {
    "same": _("Is this one person: {a}, {b}?"),
    "same.name-equal": _("Both are called {a}."),
    "same.name-same": _("The names agree: {a}, {b}."),
    "same.name-nickname": _("One name may be short for the other: {a}, {b}."),
    "same.name-spelling": _("The names sound alike: {a}, {b}."),
    "same.name-part": _("One name holds the other: {a}, {b}."),
    "same.name-initial": _("The initials fit: {a}, {b}."),
    "same.name-typo": _("The names differ by a slip of the hand: {a}, {b}."),
    "same.name-account": _("One is written as mailboxes write the other: {a}, {b}."),
    "same.name-single": _("One name is a part of the other: {a}, {b}."),
    "same.name-other_part": _("A part of the name differs: {a}, {b}."),
    "same.name-other_family": _("The family names differ: {a}, {b}."),
    "same.name-other_given": _("The given names differ: {a}, {b}."),
    "same.name-generations": _("They are of two generations: {a}, {b}."),
    "same.name-different": _("The names differ: {a}, {b}."),
    "same.name-unknown": _("The names tell little: {a}, {b}."),
    "same.rarity-unique": _("Hardly anybody bears that name."),
    "same.rarity-rare": _("That name is rare."),
    "same.rarity-uncommon": _("Few people bear that name."),
    "same.namesakes-one": _("Somebody else here has that name as well."),
    "same.namesakes-several": _("Several others here have that name."),
    "same.namesakes-many": _("Many others here have that name."),
    "same.email-same": _("They share a mail address: {both}."),
    "same.email-house": _("They share a mail address with others: {both}."),
    "same.email-local": _("Their mail addresses begin alike: {a}, {b}."),
    "same.email-other": _("Their mail addresses differ."),
    "same.email-apart": _("Each has a mail address of their own at one place."),
    "same.phone-same": _("They share a telephone number: {both}."),
    "same.phone-house": _("They share a telephone number with others: {both}."),
    "same.phone-other": _("Their telephone numbers differ."),
    "same.profile-same": _("They share a profile page: {both}."),
    "same.profile-other": _("Each has a profile page of their own."),
    "same.birthday-same": _("They have the same birthday."),
    "same.birthday-other": _("Their birthdays differ."),
    "same.contacts-one": _("The same person knows them both: {both}."),
    "same.contacts-several": _("The same people know them both: {both}."),
    "same.contacts-hub": _("Somebody who knows many knows them both: {both}."),
    "same.company-one": _("Both have spoken or written with the same person: {both}."),
    "same.company-several": _("Both have spoken or written with the same people: {both}."),
    "same.met-together": _("Both were there on one occasion."),
    "same.firm-same": _("Both are or were at one place: {both}."),
    "same.firm-same-two": _("Both are or were at one place: {a}, {b}."),
    "same.firm-same-house": _("By their addresses both belong to one place."),
    "same.firm-big": _("Both are or were at one place, as many others are: {both}."),
    "same.firm-big-two": _("Both are or were at one place, as many others are: {a}, {b}."),
    "same.firm-big-house": _("By their addresses both belong to one large place."),
    "same.firm-other": _("They are at different places: {a}, {b}."),
    "same.firm-other-house": _("By their addresses they belong to different places."),
    "same.position-same": _("Both do the same: {both}."),
    "same.position-same-two": _("Both do the same: {a}, {b}."),
    "same.position-other": _("They do different things: {a}, {b}."),
    "same.place-same": _("Both are in one town: {both}."),
    "same.place-same-two": _("Both are in one town: {a}, {b}."),
    "same.place-big": _("Both are in one town, as many others are: {both}."),
    "same.place-big-two": _("Both are in one town, as many others are: {a}, {b}."),
    "same.place-other": _("They are in different towns: {a}, {b}."),
}
# Findings that weigh a little and say nothing to anybody.
UNSAID = frozenset({"same.rarity-common", "same.rarity-frequent"})
