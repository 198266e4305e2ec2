"""Which dataclass each command shows as `data`: the table from which the JSON schemas are published.

`module:Class` is one object, `[module:Class]` a list of them. A line here is part of adding a command.
"""

from __future__ import annotations

SHAPES: dict[str, str] = {
    "schema": "acquaint.cli.schemas:Published",
}
