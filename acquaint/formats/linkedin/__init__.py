"""LinkedIn's "Get a copy of your data": the archive as a zip, a folder or loose files, of every known era."""

from __future__ import annotations

from acquaint.formats.linkedin.archive import LinkedIn

__all__ = ["LinkedIn"]
