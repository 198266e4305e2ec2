"""Bring people and contacts in from foreign files: preview every row's verdict, apply in chunks, take back.

`preview` writes nothing at all. `apply` opens one Change, writes chunks that each land whole, goes on where
an earlier run of the same content broke off, and changes nothing when the content is here already.
"""

from __future__ import annotations

from acquaint.actions.imports.mappings import Answers, column, may_ask, questions, remember, tables
from acquaint.actions.imports.reports import ImportReport, Notice, RowVerdict, SourceReport
from acquaint.actions.imports.running import Progress, apply, preview, take_back

__all__ = [
    "Answers",
    "ImportReport",
    "Notice",
    "Progress",
    "RowVerdict",
    "SourceReport",
    "apply",
    "column",
    "may_ask",
    "preview",
    "questions",
    "remember",
    "tables",
    "take_back",
]
