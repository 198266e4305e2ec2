"""The exports of other programs for people: everything that they kept comes along, or is named as left."""

from __future__ import annotations
