"""Acquaint: turn every conversation in your job search into a relationship you keep."""

from __future__ import annotations

__version__ = "0.1.0"
