"""What an importer of another program says: all that the others say, and what only such programs keep."""

from __future__ import annotations

from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord, TieRecord
from acquaint.formats.records import Outcome, Said

Happening = ContactRecord | NoteRecord | PromiseRecord | TieRecord
Told = Outcome | Happening
Heard = Said | Happening
