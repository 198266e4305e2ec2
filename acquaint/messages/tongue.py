"""The reader's language as two callables, so that pure rooms can word things without knowing Django."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def gettext_noop(text: str) -> str:
    """Mark a text in a table for translation; it is translated when it is said."""
    return text


def _as_written(text: str) -> str:
    return text


def _english_plural(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


@dataclass(frozen=True, slots=True)
class Tongue:
    """How to say a text, and how to say one that counts; English as written when nothing is given."""

    gettext: Callable[[str], str] = _as_written
    ngettext: Callable[[str, str, int], str] = _english_plural

    def say(self, text: str, /, **values: object) -> str:
        """The text in this tongue with its values filled in."""
        return self.gettext(text).format(**values)

    def count(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The singular or plural of a text; the count is filled in as {count}."""
        return self.ngettext(one, many, count).format(count=count, **values)


ENGLISH = Tongue()
