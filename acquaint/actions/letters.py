"""A message that went out or came in: logged as a contact of the kind that its channel makes it."""

from __future__ import annotations

from datetime import date

from acquaint.actions import interactions
from acquaint.actions.changes import Writer
from acquaint.models import Interaction, Person

KINDS = {"email": "email", "phone": "call", "in-person": "meeting"}  # any other channel is a message


def log(
    w: Writer,
    person: Person,
    *,
    on: date,
    direction: str,
    channel: str = "",
    message_kind: str = "",
    about: str = "",
    text: str = "",
) -> Interaction:
    """Log a message inside a wider deed: `out` I wrote, `in` they wrote; about is `noun:key`."""
    return interactions.write(
        w,
        [person],
        kind=KINDS.get(channel, "message"),
        on=on,
        direction=direction,
        channel=channel,
        message_kind=message_kind,
        about=about,
        text=text,
    )
