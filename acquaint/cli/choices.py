"""A choice among a few words that may also be left empty."""

from __future__ import annotations

from typing import Any

import click


class _OneOf(click.Choice):  # type: ignore[type-arg]
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if value == "" else super().convert(value, param, ctx)


def one_of(*words: str) -> click.Choice:  # type: ignore[type-arg]
    """Return the type of an option that is one of these words, or empty where nothing was said."""
    return _OneOf(words)


CHANNELS = one_of("email", "linkedin", "message", "phone", "in-person")
MODES = one_of("call", "video", "coffee", "office", "written")
SIDES = one_of("me", "them")
INTRODUCTION_MODES = one_of("use-my-name", "ask-first", "joint")
