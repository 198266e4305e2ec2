"""A draft as a mail file (RFC 5322) that mail programs open for editing, thanks to ``X-Unsent: 1``."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from acquaint.messages.contract import Draft


def write(draft: Draft, *, at: datetime, me: str = "", my_email: str = "") -> bytes:
    """The bytes of the mail file; an address that is none is left out rather than guessed at."""
    to = _address(draft.to.name, draft.to.email)
    sender = _address(me, my_email)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(at)
    if sender is not None:
        message["From"] = sender
    if to is not None:
        message["To"] = to
    message["Subject"] = _one_line(draft.subject)
    message.set_content(_printable(draft.body) + "\n")
    return message.as_bytes()


def _address(name: str, email: str) -> Address | None:
    mailbox, _at, domain = _one_line(email).rpartition("@")
    try:
        spec = f"{mailbox}@{domain.encode('idna').decode('ascii')}"
        return Address(_one_line(name), addr_spec=spec) if mailbox and domain else None
    except (MessageError, ValueError, IndexError):
        return None


def _one_line(text: str) -> str:
    """No line break survives in a header: whoever writes a name must not write a header."""
    return " ".join(
        "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in _printable(text)).split()
    )


def _printable(text: str) -> str:
    """The text without half characters and control signs, its lines kept."""
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in whole if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Zl", "Zp"}
    )
