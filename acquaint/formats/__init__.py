"""Foreign files in and out: bytes to records and back, one file or package per format; no Django here."""

from __future__ import annotations
