"""People and organizations that are mentioned by name inside a wider deed.

Organizations are joined by an equal name. A person is linked only by a sole exact full name (or by id);
likeness never links, and two equal names are a question for the owner.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from acquaint.actions import organizations, people
from acquaint.actions.changes import Writer
from acquaint.models import Organization, Person
from acquaint.models.errors import Ambiguous
from acquaint.queries import finding
from acquaint.text.lines import one_line


@dataclass(frozen=True, slots=True)
class Mention:
    """The person who was meant, and whether they were known before."""

    person: Person
    linked: bool


def known_by_name(w: Writer, name: str) -> Person | None:
    """Return the sole person of exactly this full name, alias or id; Ambiguous if there are several."""
    words = one_line(name).removeprefix("@")
    if row := Person.objects.of(w.scope).filter(key=words).first():
        return row
    keys = finding.exactly(w.scope, words)
    found = list(Person.objects.of(w.scope).filter(key__in=keys).order_by("id"))
    if len(found) > 1:
        message = _("Several people are called {name}. Say whom you mean by the id.").format(name=words)
        raise Ambiguous(message, candidates=finding.candidates(w.scope, [row.pk for row in found]))
    return found[0] if found else None


def person_named(w: Writer, name: str, *, introduced_by: Person | None = None) -> Mention:
    """Return the person of that name, made new if nobody is called exactly so."""
    if row := known_by_name(w, name):
        return Mention(row, linked=True)
    return Mention(people.write(w, name, introduced_by=introduced_by), linked=False)


def organization_named(w: Writer, name: str) -> Organization | None:
    """Return the organization of that name, made new if there is none; None for an empty name."""
    words = one_line(name).removeprefix("#")
    return organizations.write(w, words) if words else None
