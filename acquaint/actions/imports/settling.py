"""Settle what an import left open: keep mine, or take the source's word; one Change for what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from django.utils.translation import gettext as _

from acquaint.actions import details, organizations, people
from acquaint.actions.changes import Writer, writing
from acquaint.actions.undo import standing_undo
from acquaint.formats.reasons import FACTS
from acquaint.models import ContactPoint, ImportBatch, ImportVerdict, Person
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.queries import conflicts
from acquaint.text import names
from acquaint.text.match_keys import point_key

Take = Literal["mine", "theirs"]


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided, about how many people, how many conflicts of that import are open still."""

    id: str
    take: Take
    people: int
    open: int
    undo: str | None


def settle(
    scope: Scope, *, batch: str, take: Take, who: Sequence[str] = (), facts: Collection[str] = ()
) -> Settled:
    """Decide the open conflicts of an import, all of them or those about the people with these keys.

    `facts` names some of a person's facts only, by the words of `reasons.FACTS` (name, email, position …).
    Errors: NotFound for an unknown batch; Invalid when it was taken back, or nothing of it is open.
    """
    if take not in get_args(Take) or set(facts) - set(FACTS):
        raise Invalid(_("Say mine or theirs, and for which of: {facts}.").format(facts=", ".join(FACTS)))
    job = conflicts.find(scope, batch)
    with writing(scope, "import.settle", batch=batch, take=take) as w:
        _check(scope, job)
        rows = _open(scope, job, who)
        sides = conflicts.Sides(scope, job, {pk for row in rows if (pk := conflicts.about(row)) is not None})
        decided = {pk for row in rows if (pk := _settle(w, row, sides, take, facts)) is not None}
        if not decided:
            raise Invalid(_("Nothing of this import is left for you to decide there."))
        w.about = ", ".join(sides.people[pk].name for pk in sorted(decided)[:3])
        return Settled(batch, take, len(decided), len(_open(scope, job, ())), w.change_id)


def _check(scope: Scope, job: ImportBatch) -> None:
    if job.change is None or standing_undo(scope, job.change) is not None:
        raise Invalid(_("This import was taken back; there is nothing to decide."))


def _open(scope: Scope, job: ImportBatch, who: Sequence[str]) -> list[ImportVerdict]:
    """The conflicts that wait for a decision."""
    rows = ImportVerdict.objects.of(scope).filter(batch=job, verdict="conflict").order_by("id")
    found = [row for row in rows if conflicts.about(row) is not None and _waiting(row)]
    here = Person.objects.with_me(scope)
    here = here.filter(key__in=who) if who else here.filter(pk__in=[conflicts.about(row) for row in found])
    known = set(here.values_list("pk", flat=True))
    return [row for row in found if conflicts.about(row) in known]


def _waiting(row: ImportVerdict) -> list[str]:
    return [fact for fact in conflicts.facts_of(row) if fact not in conflicts.settled(row)]


def _settle(
    w: Writer, row: ImportVerdict, sides: conflicts.Sides, take: Take, facts: Collection[str]
) -> int | None:
    """Decide a row; whom it was about, None if nothing of it was asked for."""
    pk = conflicts.about(row)
    wanted = [fact for fact in _waiting(row) if not facts or fact in facts]
    if pk is None or not wanted:
        return None
    if take == "theirs":
        for fact in wanted:
            _accept(w, sides.people[pk], fact, sides.theirs(pk))
        w.note("person", sides.people[pk])
    w.edit(row, facts={**row.facts, "settled": {**conflicts.settled(row), **dict.fromkeys(wanted, take)}})
    return pk


def _accept(w: Writer, person: Person, fact: str, said: Mapping[str, Any]) -> None:
    """Take the source's word on a fact over."""
    value = str(said.get(fact, ""))
    if fact == "name":
        _rename(w, person, value)
    elif fact in ("profile", "email"):
        _reach(w, person, fact, value)
    elif fact == "position":
        title, organization = str(said.get("title", "")), str(said.get("organization", ""))
        organizations.move(w, person, organization=organization, title=title)
    elif fact == "birthday":
        details.born(w, person, value)
    elif fact in ("notes", "pronouns"):
        w.edit(person, **{fact: value[:60] if fact == "pronouns" else value})
    else:
        w.edit(person, **({"met_on": value[:10]} if fact == "connected_on" else {"credentials": value[:200]}))


def _rename(w: Writer, person: Person, said: str) -> None:
    name, credentials = people.named(said)
    w.edit(
        person,
        name=name,
        normal=names.normalise(name)[:400],
        sort_name=names.sort_name(name)[:400],
        credentials=credentials or person.credentials,
    )


def _reach(w: Writer, person: Person, kind: str, value: str) -> None:
    """Two people may share an address: it stays the other's as well."""
    normal = point_key(kind, value)
    held = ContactPoint.objects.of(w.scope).filter(person=person, kind=kind, normal=normal)
    if normal and not held.exists():
        w.add(ContactPoint, person=person, kind=kind, value=value, normal=normal)
