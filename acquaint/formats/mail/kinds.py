"""Which letters are none between people: lists, mass mailings, programs, drafts, spam, what was deleted.

Signs are fields that programs set on purpose (RFC 2919 List-Id, RFC 3834 Auto-Submitted, RFC 2369
List-Unsubscribe, Precedence) and a few names of boxes that nobody reads.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from acquaint.formats.mail.heads import Fields

_NOBODY: Final = re.compile(
    r"(?:no|do[._-]?not|ne[._-]?pas|nicht)[._-]?(?:reply|repondre|antworten)|noreply|nepasrepondre"
    r"|mailer-daemon|postmaster|bounces?|notifications?|newsletters?|news|alerts?|mailings?|unsubscribe"
    r"|auto(?:mated|confirm|reply)?|daemon|root|cron|calendar-notification",
    re.IGNORECASE,
)
_APART: Final = re.compile(r"[+._-]")
_AWAY: Final = frozenset({"bulk", "junk", "list", "auto_reply"})
_DELETED: Final = 0x0008  # Thunderbird's flag for what waits to be compacted away
_MASS: Final = frozenset({"list-unsubscribe", "feedback-id"})
_LIST: Final = frozenset({"list-id", "list-post", "mailing-list"})
PUT_AWAY: Final = frozenset({"draft", "spam", "deleted"})
_REPORT: Final = frozenset({"x-autoreply", "x-autorespond", "x-failed-recipients", "x-linkedin-class"})


def why_none(fields: Fields, flags: str = "") -> str:
    """The reason's code for a letter that is none between people, "" for one that may be.

    `flags` are those of a Maildir name ("DS" and the like).
    """
    return _put_away(fields, flags) or _by_program(fields)


@lru_cache(maxsize=32_768)
def by_nobody(address: str) -> bool:
    """Whether an address is of a box that nobody reads."""
    local = address.rpartition("@")[0]
    return bool(_NOBODY.fullmatch(local) or _NOBODY.fullmatch(_APART.split(local)[0]))


def _put_away(fields: Fields, flags: str) -> str:
    labels = frozenset[str]()
    if "x-gmail-labels" in fields:
        labels = frozenset(label.strip(' "').lower() for label in fields["x-gmail-labels"].split(","))
    if "D" in flags or "x-mozilla-draft-info" in fields or labels & {"drafts", "draft"}:
        return "draft"
    if fields.get("x-spam-flag", "").strip().lower() == "yes" or "spam" in labels:
        return "spam"
    status = fields.get("x-mozilla-status", "").strip()
    if "T" in flags or "trash" in labels or "D" in fields.get("x-status", "") or _is_deleted(status):
        return "deleted"
    return ""


def _is_deleted(status: str) -> bool:
    if not status:
        return False
    try:
        return bool(int(status, 16) & _DELETED)
    except ValueError:
        return False


def _by_program(fields: Fields) -> str:
    if not _LIST.isdisjoint(fields):
        return "mailing_list"
    if _reports(fields):
        return "automated"
    if not _MASS.isdisjoint(fields):
        return "mass_mailing"
    precedence = fields.get("precedence", "").strip().lower()
    if precedence in _AWAY:
        return {"list": "mailing_list", "auto_reply": "automated"}.get(precedence, "mass_mailing")
    return ""


def _reports(fields: Fields) -> bool:
    answered = fields.get("auto-submitted", "").strip().lower()
    return (
        (bool(answered) and not answered.startswith("no"))
        or not _REPORT.isdisjoint(fields)
        or fields.get("return-path", "").strip() == "<>"
        or fields.get("content-type", "").strip().lower().startswith("multipart/report")
    )
