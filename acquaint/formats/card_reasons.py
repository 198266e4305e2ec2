"""The words for what cards give as reasons; `reasons` holds them with all others."""

from __future__ import annotations

from typing import Final

from acquaint.formats.contact_reasons import gettext_noop

CARD_WORDS: Final[dict[str, str]] = {
    # about a file
    "no_card": gettext_noop("No card stands in this file."),
    "unended": gettext_noop("{cards} cards have no END; what stands in them was read."),
    "named_by_file": gettext_noop("The card has no name; it was named after its file: {name}."),
    "only_raw": gettext_noop("Kept in the cards themselves, and in no field of ours: {names}."),
    # a card of somebody who is here already
    "joined_email": gettext_noop(
        "{name} is here already: the same e-mail address ({value}), and the names agree. New: {what}."
    ),
    "joined_phone": gettext_noop(
        "{name} is here already: the same telephone number ({value}), and the names agree. New: {what}."
    ),
    "joined_profile": gettext_noop(
        "{name} is here already: the same page ({value}), and the names agree. New: {what}."
    ),
    "joined_uid": gettext_noop("{name} is here already: the card went out from here. New: {what}."),
    "known_email": gettext_noop(
        "{name} is here already: the same e-mail address ({value}), and the names agree."
    ),
    "known_phone": gettext_noop(
        "{name} is here already: the same telephone number ({value}), and the names agree."
    ),
    "known_profile": gettext_noop("{name} is here already: the same page ({value}), and the names agree."),
    "known_uid": gettext_noop("{name} is here already: the card went out from here."),
    "organization_made": gettext_noop("A firm; it stands among the organizations."),
    # a card that cannot be read
    "outside_card": gettext_noop("Text that stands in no card."),
    "line_too_long": gettext_noop("A line is longer than {limit} bytes; that is the limit."),
    "card_too_large": gettext_noop("The card is larger than {limit} bytes; that is the limit."),
    "too_many_properties": gettext_noop("The card has more than {limit} properties; that is the limit."),
    "too_many_lines": gettext_noop("The card has more than {limit} lines; that is the limit."),
    "too_many_cards": gettext_noop(
        "The file holds more than {limit} cards; that is the limit. Nothing was read from here on."
    ),
    # a card that rightly becomes nobody
    "group_kept": gettext_noop("The group {name}: its members bear it as a category, and its card is kept."),
    "card_kept": gettext_noop("Not a person ({kind}): the card is kept, and goes out again with the others."),
    "not_a_person": gettext_noop("Not a person: {kind}."),
    # about a picture
    "picture_too_large": gettext_noop("A picture is larger than {limit} bytes; the person came without it."),
    "picture_too_many_points": gettext_noop(
        "A picture has more than {limit} points; the person came without it."
    ),
    "picture_unreadable": gettext_noop(
        "A picture is no JPEG, PNG, WebP or GIF that can be read; the person came without it."
    ),
}
