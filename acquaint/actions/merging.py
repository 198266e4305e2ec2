"""Two entries of one person become one: each fact is chosen, and all that led to either leads to it.

It is one Change, taken back in one step even after later edits. Nothing is deleted anywhere else: what a
source said of either stays, and leads a later import to the person who stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from acquaint.actions import moving, stages
from acquaint.actions import people as naming
from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import FormerKey, Person, Position
from acquaint.models.errors import Invalid
from acquaint.models.people import STAGES
from acquaint.models.scope import Scope
from acquaint.queries import decisions
from acquaint.text.names import normalise

FORCED: Final = ("chosen", "closed")  # said of either, it holds: who is never to be contacted stays so
WORK: Final = "work"  # where they are now: a position, not a column
CHOICES: Final = (*(fact for fact in Person.FACTS if fact not in FORCED), WORK)
TEXTS: Final = ("notes", "how_met")  # of which both may be kept
UNTOLD: Final = ("id", "owner_id", "last_change")  # what is written anew with a row
SIDES: Final = ("a", "b", "both")


def merge(scope: Scope, *, a: str, b: str, keep: Mapping[str, str] | None = None) -> Made:
    """Join the entry `b` to the entry `a` (keys), whose key stays; `keep` says for a fact "a", "b" or "both".

    Without a word on it a fact is a's, or b's where a has none; notes are kept from both. NotFound; Invalid
    for one entry twice, for the owner's own, and for a fact or a side that there is not.
    """
    chosen = _checked(keep or {})
    with writing(scope, "person.merge", **decisions.said_of(scope, a, b)) as w:
        to, gone = w.get(Person, a), w.get(Person, b)
        _refuse(to, gone)
        stage = max(to.stage, gone.stage, key=STAGES.index)
        called = (to.name, gone.name)
        _work(w, to, gone, chosen.get(WORK, "a"))
        facts = dict(_facts(w, to, gone, chosen))
        moving.hand_over(w, gone, to)
        w.remove(gone)
        w.add(FormerKey, key=gone.key, person=to)
        w.edit(to, **facts)
        naming.name_also(w, to, [name for name in called if normalise(name) != to.normal])
        if stage != STAGES[0]:
            stages.reach(w, to, stage, date.min, "merge")
        w.touch(to.pk)
        w.about = to.name
        w.note("person", to)
        return w.result()


def _checked(keep: Mapping[str, str]) -> dict[str, str]:
    found = {fact.replace("-", "_"): side.lower() for fact, side in keep.items()}
    for fact, side in found.items():
        if fact not in CHOICES:
            known = _("There is no fact “{fact}” to choose; there are {known}.")
            raise Invalid(known.format(fact=fact, known=", ".join(CHOICES)))
        if side not in SIDES or (side == "both" and fact not in TEXTS):
            both = _("Of {fact} keep A's or B's; of notes and how you met also both.")
            raise Invalid(both.format(fact=fact))
    return found


def _refuse(to: Person, gone: Person) -> None:
    if to.pk == gone.pk:
        raise Invalid(_("These are one entry already."))
    if to.me_since or gone.me_since:
        raise Invalid(_("One of them is you: what passed between you and yourself would be nonsense."))


def _facts(w: Writer, to: Person, gone: Person, chosen: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The columns of the person who stays, as they shall be."""
    for fact, columns in Person.FACTS.items():
        mine, theirs = ([getattr(row, column) for column in columns] for row in (to, gone))
        if fact == "introduced_by":
            mine, theirs = ([_introducer(w, row, to, gone)] for row in (to, gone))
        side = chosen.get(fact, "both" if fact == "notes" else "a")
        if side == "both":
            yield columns[0], moving.joined(str(mine[0]), str(theirs[0]))
            continue
        first, second = (theirs, mine) if side == "b" else (mine, theirs)
        yield from zip(columns, first if first[0] not in (None, "") else second, strict=True)


def _introducer(w: Writer, row: Person, to: Person, gone: Person) -> int | None:
    """Who brought us together, unless that is one of the two, or somebody whom they brought themselves."""
    seen, by = {to.pk, gone.pk}, row.introduced_by_id
    above = by
    while above is not None and above not in seen:
        seen.add(above)
        above = Person.objects.with_me(w.scope).values_list("introduced_by_id", flat=True).get(pk=above)
    return None if above in (to.pk, gone.pk) else by


def _work(w: Writer, to: Person, gone: Person, side: str) -> None:
    """Of what both do now, the one chosen is told last, for the latest told is what they do."""
    chosen, other = (gone, to) if side == "b" else (to, gone)
    held = Position.objects.of(w.scope).filter(kind="work", ended="", ended_seen_on=None).order_by("-id")
    first, second = (held.filter(person=person).first() for person in (chosen, other))
    if first is not None and second is not None and first.pk < second.pk:
        columns = (field.attname for field in Position._meta.concrete_fields)
        told = {name: getattr(first, name) for name in columns if name not in UNTOLD}
        w.remove(first)
        w.add(Position, **told)
