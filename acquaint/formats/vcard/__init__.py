"""vCards 2.1, 3.0 and 4.0, line by line: what is not understood is kept, what is not changed stays."""

from __future__ import annotations

from acquaint.formats.vcard.importer import VCards

__all__ = ["VCards"]
