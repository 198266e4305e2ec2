"""The first days: a list of names to think of, and talks held before this was here, carried on in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from acquaint.actions import debriefs, interviews, people
from acquaint.actions.changes import Made, Writer, writing
from acquaint.actions.interviews import When
from acquaint.actions.mentions import known_by_name, person_named
from acquaint.models import Interview
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text import debriefs as reading
from acquaint.text.lines import one_line

MOST = 500  # names in one list; more than that is a file to import
NOON = time(12)


@dataclass(frozen=True, slots=True)
class Earlier:
    """One talk of the time before: with whom, on what day (about), and one thing they said."""

    name: str
    on: date
    learned: str = ""


def list_names(scope: Scope, *, names: Sequence[str]) -> Made:
    """Add people from a list, one a line: `Name` or `Name, what links us`; who is here by that name stays.

    Invalid without a name, or with more than a list holds.
    """
    lines = [line for name in names if (line := one_line(name))]
    if not lines:
        raise Invalid(_("Write one name; that is enough to begin."))
    if len(lines) > MOST:
        raise Invalid(_("A list holds up to {most} names; import a file instead.").format(most=MOST))
    with writing(scope, "person.list", about=str(len(lines))) as w:
        for line in lines:
            name, _comma, link = line.partition(",")
            if known_by_name(w, name) is None:
                row = people.write(w, name, chosen=True)
                w.edit(row, how_met=link.strip())
        return w.result()


def carry_on(scope: Scope, *, talks: Sequence[Earlier]) -> Made:
    """Record talks of the time before as held; each then asks for thanks or an update, and none is late.

    Invalid without a talk or for a day to come; Ambiguous where a name is that of several people.
    """
    if not talks:
        raise Invalid(_("Write one name; that is enough to begin."))
    with writing(scope, "interview.earlier", about=", ".join(talk.name for talk in talks)) as w:
        for talk in talks:
            _hold(w, talk)
        return w.result()


def _hold(w: Writer, talk: Earlier) -> None:
    if talk.on > w.scope.today:
        raise Invalid(_("{day} is still to come.").format(day=talk.on))
    person = person_named(w, talk.name).person
    when = When.of(datetime.combine(talk.on, NOON), w.scope.zone)
    row = w.add(Interview, person=person, **when.columns)
    interviews.mark_held(w, row)
    if said := one_line(talk.learned):
        lines = reading.read(f"learned: {said}", today=w.scope.today).lines
        debriefs.write(w, row, person, lines, said, on=talk.on)
