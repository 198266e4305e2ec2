"""Ids as people type them: whole, or the first signs of one as long as they fit one row only."""

from __future__ import annotations

from django.utils.translation import gettext as _

from acquaint.models import DebriefLine, Introduction, Opening, Promise, Question
from acquaint.models.errors import Ambiguous, Candidate, NotFound
from acquaint.models.rows import PublicRow
from acquaint.models.scope import Scope

FEWEST, SHOWN = 3, 8
NOUNS: dict[str, type[PublicRow]] = {
    "promise": Promise,
    "introduction": Introduction,
    "opening": Opening,
    "question": Question,
    "advice": DebriefLine,
}


def whole(scope: Scope, noun: str, said: str) -> str:
    """Return the whole id that was meant; NotFound, or Ambiguous with the rows that could be meant."""
    words = said.strip().lower()
    rows = NOUNS[noun].objects.of(scope)
    if rows.filter(key=words).exists():
        return words
    found = (
        list(rows.filter(key__startswith=words).order_by("-id")[: SHOWN + 1]) if len(words) >= FEWEST else []
    )
    if len(found) == 1:
        return found[0].key
    if found:
        message = _("Several ids begin with {said}; give more of it.").format(said=said)
        raise Ambiguous(message, candidates=[Candidate(row.key, str(row)) for row in found[:SHOWN]])
    raise NotFound(_("There is no {noun} with the id {said}.").format(noun=noun, said=said))
