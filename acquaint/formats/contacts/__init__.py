"""Address books as tables: known programs by their headings, any other by a mapping that is asked once."""

from __future__ import annotations
