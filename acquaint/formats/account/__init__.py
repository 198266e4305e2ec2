"""A whole account as one JSON document: written row by row, read back row by row, whoever wrote it down."""

from __future__ import annotations

from acquaint.formats.account.reading import BrokenError, Row, account, is_account
from acquaint.formats.account.writing import SCHEMA, document

__all__ = ["SCHEMA", "BrokenError", "Row", "account", "document", "is_account"]
