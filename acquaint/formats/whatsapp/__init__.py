"""WhatsApp's "Export chat": a text file, alone or in its zip, as every phone and language writes it."""

from __future__ import annotations

from acquaint.formats.whatsapp.importer import WhatsApp

__all__ = ["WhatsApp"]
