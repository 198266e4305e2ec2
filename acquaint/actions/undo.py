"""Take a Change back, or bring it again: every undo is itself a Change.

A row that a later Change touched or points at is kept, and said so. An undo stores what it removed and what
it overwrote, and rows get back the number of the Change that wrote them; so redo is the undo of an undo.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from acquaint.actions import changes, images, reversing
from acquaint.models import Change, ChangeRow
from acquaint.models.errors import Invalid, NotFound
from acquaint.models.rows import PublicRow
from acquaint.models.scope import Scope

FINAL = "person.erase"
NAMED = 50  # kept rows that are named one by one
TOLD = 5  # of them in history


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that stayed as it is: because a later Change wrote it ("changed") or needs it ("needed")."""

    type: str
    id: str
    title: str
    why: Literal["changed", "needed"]


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or brought again: how many rows, and which had to stay (the first ones named)."""

    id: str
    what: str
    about: str
    rows: int
    kept: tuple[Kept, ...]
    kept_rows: int
    undo: str | None


def undo(scope: Scope, *, change: str | None = None) -> Undone:
    """Take back the Change of that id, or the latest deed that stands. NotFound; Invalid if done already."""
    target = _named(scope, change) if change else _latest(scope)
    if target.what == FINAL:
        raise Invalid(_("Erasing somebody is final: there is nothing left to bring back."))
    if target.what == "redo":
        target = _of(scope, _of(scope, target))
    if target.what == "undo":
        if _is_redone(scope, target):
            raise Invalid(_("This was brought back already."))
        return _reverse(scope, target, "redo")
    if standing_undo(scope, target) is not None:
        raise Invalid(_("This was taken back already; `redo` brings it again."))
    return _reverse(scope, target, "undo")


def redo(scope: Scope) -> Undone:
    """Bring back what the last undo took, as long as nothing new was written since. NotFound otherwise."""
    deed = Change.objects.of(scope).filter(undoes=None).order_by("-number").first()
    since = Change.objects.of(scope).filter(what="undo", number__gt=deed.number if deed else 0)
    for found in since.order_by("-number"):
        if not _is_redone(scope, found):
            return _reverse(scope, found, "redo")
    raise NotFound(_("There is nothing to redo."))


def standing_undo(scope: Scope, deed: Change) -> Change | None:
    """The undo under which this deed lies now, if any."""
    for found in Change.objects.of(scope).filter(undoes_id=deed.pk).order_by("-number"):
        if not _is_redone(scope, found):
            return found
    return None


def _is_redone(scope: Scope, undoing: Change) -> bool:
    return Change.objects.of(scope).filter(undoes_id=undoing.pk).exists()


def _of(scope: Scope, change: Change) -> Change:
    """The Change that this one reverses."""
    return Change.objects.of(scope).get(pk=change.undoes_id or 0)


def _named(scope: Scope, key: str) -> Change:
    found = Change.objects.of(scope).filter(key=key).first()
    if found is None:
        raise NotFound(_("History holds no change {key}; `history` lists them.").format(key=key))
    return found


def _latest(scope: Scope) -> Change:
    """The latest deed that stands; one that an erasure emptied is passed over. Invalid after an erasure."""
    for deed in Change.objects.of(scope).filter(undoes=None).order_by("-number").iterator(chunk_size=50):
        if deed.what == FINAL:
            raise Invalid(
                _("Erasing somebody is final. `undo ID` takes back an earlier change; `history` lists them.")
            )
        if standing_undo(scope, deed) is None and ChangeRow.objects.filter(change=deed).exists():
            return deed
    raise NotFound(_("There is nothing to undo."))


def _reverse(scope: Scope, target: Change, what: str) -> Undone:
    """Write the Change that reverses `target`; rows that later ones need stay."""
    kept: reversing.Kept = defaultdict(set)
    with changes.writing(scope, what, about=target.about, undoes=target.pk, of=target.what) as w:
        w.open()
        rows = reversing.reverse(w, target, kept)
        named = _kept(kept, target.number)
        count = sum(map(len, kept.values()))
        if count:
            w.facts |= {"kept": count, "stayed": [[one.title, one.why] for one in named[:TOLD]]}
    return Undone(target.key, target.what, target.about, rows, named, count, w.change_id)


def _kept(kept: reversing.Kept, number: int) -> tuple[Kept, ...]:
    found: list[Kept] = []
    for model in reversing.order():
        pks = kept.get(images.label(model))
        if pks and issubclass(model, PublicRow):
            noun = images.label(model).replace("_", "")
            rows = model._default_manager.filter(pk__in=sorted(pks)[:NAMED])
            found.extend(
                Kept(noun, row.key, str(row), "changed" if row.last_change > number else "needed")
                for row in rows.order_by("pk")
            )
    return tuple(found[:NAMED])
