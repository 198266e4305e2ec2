"""Mail as programs keep it: single letters (.eml, .emlx), mbox files of any size, and Maildir folders."""

from __future__ import annotations

from acquaint.formats.mail.mailbox import Mail

__all__ = ["Mail"]
