"""The terminal face: one file per noun, each command loaded only when it is called."""

from __future__ import annotations
