"""Erase a person for good: their rows, every mention in history, and the bytes in the file; never half done.

The rows go in one transaction. Wiping the file needs a moment alone with it, so the deed leaves a note that
it is owed; whoever opens the data next pays it, if this process dies before or another one reads meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import OperationalError, connection
from django.utils.translation import gettext as _

from acquaint.actions import belongings, images, reversing, scrubbing, search, tombstones
from acquaint.actions.changes import Writer, writing
from acquaint.actions.undo import FINAL
from acquaint.models import ContactPoint, Interview, Person, Question, SearchText, Setting, SourceRecord
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope

PATIENCE = 20_000  # milliseconds that the one who erases waits for others


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure took: how many rows; `copies` are older files beside the data that hold it still."""

    id: str
    rows: int
    wiped: bool
    copies: tuple[str, ...]


def erase(scope: Scope, *, person: str) -> Erased:
    """Remove a person and everything of theirs, in history too; no undo and no import brings them back.

    Other people's rows stay and lose what led to the person; a talk or contact with others stays theirs.
    NotFound; Invalid for the owner's own row.
    """
    with writing(scope, FINAL) as w:
        row = w.get(Person, person)
        if row.me_since:
            raise Invalid(_("That is you; delete the data folder to erase everything."))
        count = _remove(w, row)
        w.open()
        Setting.objects.get_or_create(owner_id=scope.owner_id, name=Setting.WIPING, defaults={"value": 1})
    wiped = not connection.in_atomic_block and finish(scope.owner_id, patience=PATIENCE)
    return Erased(person, count, wiped, _copies())


def finish(owner_id: int, *, patience: int = 0) -> bool:
    """Wipe what an erasure owes, waiting so many milliseconds for others; whether nothing is owed then."""
    owed = Setting.objects.filter(owner_id=owner_id, name=Setting.WIPING)
    try:
        with _waiting(patience):
            search.rebuild()
            if not scrubbing.file():
                return False
    except OperationalError:
        return False
    owed.delete()
    return True


def _remove(w: Writer, person: Person) -> int:
    """Take the rows, then every trace of them; how many rows went."""
    scope = w.scope
    theirs = belongings.of(scope, person)
    gone = belongings.past(scope, theirs.gone)
    found = scrubbing.mentions(scope, person, belongings.recorded(scope), gone)
    _bury(scope, person, theirs)
    for line in SearchText.objects.filter(owner_id=scope.owner_id, person=person):
        w.reword(line.noun, line.row_id)
    _hand_on(w, theirs)
    _free(w, theirs)
    count = _delete(w, theirs)
    for model, pk in scrubbing.rows(scope, found):
        w.reword(images.label(model), pk)
    scrubbing.history(scope, gone, found)
    return count


def _bury(scope: Scope, person: Person, theirs: belongings.Belongings) -> None:
    """Leave marks by which imports know them, but for what somebody else is reached by as well."""
    points = set(ContactPoint.objects.of(scope).filter(person=person).values_list("kind", "normal"))
    others = ContactPoint.objects.of(scope).exclude(person=person)
    points -= set(
        others.filter(normal__in={normal for _kind, normal in points}).values_list("kind", "normal")
    )
    told = SourceRecord.objects.of(scope).filter(pk__in=theirs.gone[SourceRecord])
    keys = {("source", key) for key in told.values_list("external_key", flat=True)}
    tombstones.bury(scope, points | keys)


def _hand_on(w: Writer, theirs: belongings.Belongings) -> None:
    for talk, guest in theirs.handed.items():
        Interview.objects.of(w.scope).filter(pk=talk).update(person_id=guest, phone="")
        w.reword("interview", talk)


def _free(w: Writer, theirs: belongings.Belongings) -> None:
    """Empty the links of rows that stay, and the answers given in talks that go."""
    asked = Question.objects.of(w.scope).filter(asked_in__in=theirs.gone[Interview])
    w.reword("question", *asked.values_list("id", flat=True))
    asked.update(answer="")
    for model in reversing.order():
        for link in belongings.freeing(model):
            if leaving := theirs.gone.get(link.related_model):
                rows = model._default_manager.filter(
                    owner_id=w.scope.owner_id, **{f"{link.attname}__in": leaving}
                )
                rows.exclude(pk__in=theirs.gone[model]).update(**{link.attname: None})


def _delete(w: Writer, theirs: belongings.Belongings) -> int:
    count = 0
    for model in reversed(reversing.order()):
        for batch in images.batches(theirs.gone[model]):
            w.reword(images.label(model), *batch)
            rows = model._default_manager.filter(owner_id=w.scope.owner_id, pk__in=batch)
            count += rows._raw_delete(rows.db)  # what points here went before, or was freed
    return count


@contextmanager
def _waiting(patience: int) -> Iterator[None]:
    """Let SQLite wait so long for other processes, instead of as long as usual."""
    if connection.vendor != "sqlite":
        yield
        return
    usual = _busy_timeout("")
    _busy_timeout(f" = {int(patience)}")
    try:
        yield
    finally:
        _busy_timeout(f" = {usual}")


def _busy_timeout(said: str) -> int:
    """Read or set it; every answer is read to its end, or it would stand in the way of VACUUM."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout{said}")
        return int(cursor.fetchall()[0][0])


def _copies() -> tuple[str, ...]:
    """Older databases that lie beside this one."""
    if connection.vendor != "sqlite":
        return ()
    live = Path(connection.settings_dict["NAME"])
    return tuple(sorted(str(path) for path in live.parent.glob("*.sqlite3") if path != live))
