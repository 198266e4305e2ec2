"""The fields of a head: unfolded, each under its name in lower case, lists of people put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from acquaint.formats.mail.encoded import head_text

_FIELD: Final = re.compile(r"\n([!-9;-~]+)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)")
_PEOPLE: Final = frozenset({"to", "cc", "bcc", "reply-to"})
_READ: Final = _PEOPLE | {
    "from", "sender", "date", "received", "delivery-date", "message-id", "subject", "in-reply-to",
    "references", "delivered-to", "x-original-to", "envelope-to", "x-delivered-to", "content-type",
    "content-transfer-encoding", "list-id", "list-post", "list-unsubscribe", "mailing-list", "precedence",
    "auto-submitted", "x-autoreply", "x-autorespond", "feedback-id", "return-path", "x-spam-flag",
    "x-gmail-labels", "x-mozilla-status", "x-mozilla-draft-info", "x-status", "x-failed-recipients",
    "x-linkedin-class",
}  # fmt: skip

Fields = Mapping[str, str]
_WRITTEN: Final[dict[str, str]] = {name: name for name in _READ}  # as written → lower, "" unread
_WRITTEN_LIMIT: Final = 5000


def fields(head: bytes) -> dict[str, str]:
    """The fields that matter here; of a repeated one the first, of people all."""
    found: dict[str, str] = {}
    for written, value in _FIELD.findall("\n" + head_text(head)):
        name = _WRITTEN.get(written)
        if name is None:
            name = _learn(written)
        if not name:
            continue
        if name not in found:
            found[name] = value
        elif name in _PEOPLE:
            found[name] += "," + value
    return found


def _learn(written: str) -> str:
    """The name in lower case, "" if it is not read; remembered, since mailboxes repeat themselves."""
    lower = written.lower()
    name = lower if lower in _READ else ""
    if len(_WRITTEN) < _WRITTEN_LIMIT:
        _WRITTEN[written] = name
    return name
