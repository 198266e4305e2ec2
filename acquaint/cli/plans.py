"""Suggestions as the terminal shows them: worded, with their due range and the draft they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquaint.messages.reasons import word, words
from acquaint.messages.tongue import Tongue
from acquaint.queries.cards import Named
from acquaint.queries.dues import Due

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.suggestions.contract import Suggestion


@dataclass(frozen=True, slots=True)
class Shown:
    """One suggestion, in words."""

    id: str
    kind: str
    person: Named | None
    headline: str
    reason: str
    due: Due
    draft: str | None
    about: str


def shown(scope: Scope, suggestions: Iterable[Suggestion]) -> tuple[Shown, ...]:
    """Return suggestions worded in the reader's language."""
    from django.utils.translation import gettext, ngettext

    tongue = Tongue(gettext, ngettext)
    return tuple(
        Shown(
            id=one.id,
            kind=one.kind,
            person=one.person,
            headline=word(one.headline, today=scope.today, tongue=tongue),
            reason=words(one.reasons, today=scope.today, tongue=tongue),
            due=one.due,
            draft=one.draft,
            about=one.about,
        )
        for one in suggestions
    )
