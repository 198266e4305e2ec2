"""What goes out, gathered: one file a kind, each a stream that never stands whole in memory."""

from __future__ import annotations
