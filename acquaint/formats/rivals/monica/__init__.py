"""Monica 4: its JSON export, and the SQL dump that carries what the JSON leaves out."""

from __future__ import annotations

from acquaint.formats.rivals.monica.importer import Monica

__all__ = ["Monica"]
