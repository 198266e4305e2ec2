"""Translate the terminal's own words with the standard library, so that help needs no Django."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path


@cache
def _catalogue() -> gettext.NullTranslations:
    where = Path(__file__).resolve().parent.parent / "locale"
    return gettext.translation("django", localedir=where, fallback=True)


def _(text: str) -> str:
    """Return `text` in the language of the terminal, or unchanged where no translation is found."""
    return _catalogue().gettext(text) if text else text


def ngettext(one: str, many: str, count: int) -> str:
    """Return the sentence that fits `count` in the language of the terminal."""
    return _catalogue().ngettext(one, many, count)
