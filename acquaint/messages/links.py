"""A draft as a link that opens another program with its text: mailto (RFC 6068), sms (RFC 5724)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from acquaint.messages.contract import Draft

LONGEST = 2_000  # what mail programs and browsers on every system still take
_UNRESERVED = "-._~"
_IN_ADDRESS = "@" + _UNRESERVED + "!$'*+/^`{|}"


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open; ``whole`` is false when the text did not fit and should be copied instead."""

    href: str
    whole: bool = True


def mailto(draft: Draft) -> Link:
    """The mail link of a draft; without the body if it would grow too long."""
    start = f"mailto:{quote(draft.to.email, safe=_IN_ADDRESS)}?subject={_encoded(draft.subject)}"
    full = f"{start}&body={_encoded(draft.body)}"
    return Link(full) if len(full) <= LONGEST else Link(start, whole=False)


def sms(draft: Draft) -> Link:
    """The short-message link of a draft; the number keeps only what can be dialled."""
    number = "".join(sign for sign in draft.to.phone if sign.isascii() and (sign.isdigit() or sign == "+"))
    full = f"sms:{number}?body={_encoded(draft.body)}"
    return Link(full) if len(full) <= LONGEST else Link(f"sms:{number}", whole=False)


def _encoded(text: str) -> str:
    lines = text.encode("utf-8", "replace").decode("utf-8").splitlines()
    return quote("\r\n".join(lines), safe=_UNRESERVED)
