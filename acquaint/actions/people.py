"""People: added, corrected, chosen, closed; an equal name never joins two of them by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions import details, interests, organizations
from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import Alias, ContactPoint, Person, StageStep
from acquaint.models.errors import Candidate, Invalid
from acquaint.models.people import GLADLY, STAGES
from acquaint.models.scope import Scope
from acquaint.text import contact_points, names, partial_dates

TEXTS = ("pronouns", "pronunciation", "notes", "how_met")


@dataclass(frozen=True, slots=True)
class Added:
    """The person made, the Change that undoes it, and who looks alike (a warning, never a join)."""

    id: str
    undo: str | None
    alike: tuple[Candidate, ...]


def write(w: Writer, name: str, *, chosen: bool = False, introduced_by: Person | None = None) -> Person:
    """A new person of that name, credentials set apart; `chosen` by the owner means a next step is owed."""
    full, credentials = named(name)
    row = w.add(
        Person,
        name=full,
        normal=names.normalise(full)[:400],
        sort_name=names.sort_name(full)[:400],
        credentials=credentials,
        chosen_on=w.scope.today if chosen else None,
        introduced_by=introduced_by,
    )
    w.note("person", row)
    return row


def named(name: str) -> tuple[str, str]:
    """(full name, credentials) as the columns hold them; Invalid when nothing visible is left."""
    full, credentials = names.split_credentials(name)
    if not names.normalise(full):
        raise Invalid(_("A person needs a name: what they are called is enough."))
    return full[:400], credentials[:200]


def reach_by(
    w: Writer, person: Person, values: Iterable[str], kind: contact_points.Kind | None = None
) -> None:
    """Record ways to reach a person; one that stands already stays. Invalid for what is no such thing."""
    for value in filter(str.strip, values):
        try:
            point = contact_points.read(value, kind=kind)
        except contact_points.UnreadableContactPoint:
            raise Invalid(
                _("“{value}” is not a {kind} I can use.").format(value=value, kind=kind or _("contact point"))
            ) from None
        normal = point.normal[:400]
        held = ContactPoint.objects.of(w.scope).filter(person=person, kind=point.kind, normal=normal)
        if not held.exists():
            w.add(ContactPoint, person=person, kind=point.kind, value=point.value, normal=normal)


def add(
    scope: Scope,
    *,
    name: str,
    emails: Sequence[str] = (),
    phones: Sequence[str] = (),
    profiles: Sequence[str] = (),
    aliases: Sequence[str] = (),
    organization: str = "",
    position: str = "",
    introduced_by: str = "",
    interest: Sequence[str] = (),
    met_on: str = "",
    **texts: str,
) -> Added:
    """Add a person, always a new one; `texts` are pronouns, pronunciation, notes, how_met.

    `introduced_by` is the key of who brought us together; `met_on` a partial date. Invalid for the unusable.
    """
    with writing(scope, "person.add", about=name) as w:
        introducer = w.get(Person, introduced_by) if introduced_by else None
        row = write(w, name, chosen=True, introduced_by=introducer)
        w.about = row.name
        alike = _alike(w, row)
        _describe(w, row, {**texts, **({"met_on": met_on} if met_on else {})})
        reach_by(w, row, emails, "email")
        reach_by(w, row, phones, "phone")
        reach_by(w, row, profiles, "profile")
        name_also(w, row, aliases)
        organizations.hold(w, row, organization=organization, title=position)
        for topic in interest:
            interests.write(w, row, topic, on=scope.today)
        return Added(row.key, w.change_id, alike)


def edit(
    scope: Scope,
    *,
    person: str,
    name: str | None = None,
    emails: Sequence[str] = (),
    phones: Sequence[str] = (),
    profiles: Sequence[str] = (),
    aliases: Sequence[str] = (),
    drop: Sequence[str] = (),
    organization: str | None = None,
    position: str | None = None,
    introduced_by: str | None = None,
    every: int | None = None,
    birthday: str | None = None,
    groups: Sequence[str] = (),
    **texts: str,
) -> Made:
    """Change what is said of a person; contact points and aliases are added, those in `drop` removed.

    `every` is a rhythm of their own in days, from today on; 0 takes it away. `birthday` is a partial date.
    """
    with writing(scope, "person.edit") as w:
        row = w.get(Person, person)
        if name is not None:
            full, credentials = named(name)
            normal, sort = names.normalise(full)[:400], names.sort_name(full)[:400]
            kept = credentials or row.credentials
            w.edit(row, name=full, normal=normal, sort_name=sort, credentials=kept)
        w.about = row.name
        _describe(w, row, texts)
        if introduced_by is not None:
            w.edit(row, introduced_by=_introducer(w, row, introduced_by))
        reach_by(w, row, emails, "email")
        reach_by(w, row, phones, "phone")
        reach_by(w, row, profiles, "profile")
        name_also(w, row, aliases)
        _drop(w, row, drop)
        details.belongs(w, row, list(groups))
        if birthday is not None:
            details.born(w, row, birthday)
        if organization is not None or position is not None:
            organizations.move(w, row, organization=organization, title=position)
        if every is not None:
            w.edit(row, rhythm_days=every or None, rhythm_on=scope.today if every else None)
        w.note("person", row)
        return w.result()


def _introducer(w: Writer, row: Person, key: str) -> Person | None:
    found = w.get(Person, key) if key else None
    if found is not None and found.pk == row.pk:
        raise Invalid(_("Nobody introduces themselves."))
    return found


def _describe(w: Writer, row: Person, texts: dict[str, str]) -> None:
    """Set the plain facts of a person; Invalid for a name of a fact that is none."""
    unknown = set(texts) - {*TEXTS, "met_on", "gladly", "credentials"}
    if unknown:
        raise Invalid(_("A person has no {names}.").format(names=", ".join(sorted(unknown))))
    if texts.get("met_on"):
        try:
            texts["met_on"] = str(partial_dates.PartialDate.parse(texts["met_on"]))
        except ValueError as wrong:
            raise Invalid(str(wrong)) from None
    if texts.get("gladly", "") not in GLADLY:
        raise Invalid(_("How gladly you would stay in touch is one of: gladly, sure, reason."))
    found: dict[str, object] = {name: names.storable(value) for name, value in texts.items()}
    if "gladly" in texts:
        found["gladly_on"] = w.scope.today if texts["gladly"] else None
    w.edit(row, **found)


def name_also(w: Writer, person: Person, aliases: Iterable[str]) -> None:
    """Record other names that a person answers to."""
    for text in aliases:
        normal = names.normalise(text)[:400]
        if normal and not Alias.objects.of(w.scope).filter(person=person, normal=normal).exists():
            w.add(Alias, person=person, text=" ".join(names.storable(text).split())[:400], normal=normal)


def _drop(w: Writer, person: Person, values: Iterable[str]) -> None:
    for value in values:
        try:
            normal = contact_points.read(value).normal
        except contact_points.UnreadableContactPoint:
            normal = value
        points = ContactPoint.objects.of(w.scope).filter(person=person, normal=normal[:400])
        others = Alias.objects.of(w.scope).filter(person=person, normal=names.normalise(value))
        found = [*points, *others, *details.matching(w, person, value)]
        if not found:
            raise Invalid(_("{name} has no “{value}”.").format(name=person.name, value=value))
        for row in found:
            w.remove(row)


def _alike(w: Writer, row: Person) -> tuple[Candidate, ...]:
    others = Person.objects.of(w.scope).filter(normal=row.normal).exclude(pk=row.pk)[:5]
    return tuple(Candidate(other.key, other.name, other.how_met) for other in others)


def choose(scope: Scope, *, person: str) -> Made:
    """Count a person among those I want to get to know: from now on there is a next step."""
    with writing(scope, "person.choose") as w:
        row = w.get(Person, person)
        w.about = row.name
        if row.chosen_on is None:
            w.edit(row, chosen_on=scope.today)
        return w.result()


def close(scope: Scope, *, person: str, why: str = "") -> Made:
    """Never contact again: no suggestion, draft or list holds them; only their own word reopens it."""
    with writing(scope, "person.close") as w:
        row = w.get(Person, person)
        w.about = row.name
        w.edit(row, closed_on=row.closed_on or scope.today, closed_why=why or row.closed_why)
        w.note("person", row)
        return w.result()


def reopen(scope: Scope, *, person: str, why: str = "") -> Made:
    """They came back by themselves: the person is open again."""
    with writing(scope, "person.reopen") as w:
        row = w.get(Person, person)
        w.about = row.name
        w.edit(row, closed_on=None, closed_why=why)
        w.note("person", row)
        return w.result()


def stage(scope: Scope, *, person: str, stage: str, on: date | None = None) -> Made:
    """Say where the relationship stands (ally and friend are only ever said by the owner)."""
    if stage not in STAGES:
        raise Invalid(_("A stage is one of: {stages}.").format(stages=", ".join(STAGES)))
    with writing(scope, "person.stage") as w:
        row = w.get(Person, person)
        w.about = row.name
        if row.stage != stage:
            w.add(StageStep, person=row, stage=stage, on=on or scope.today, why="said")
        w.note("person", row)
        return w.result()


def me(w: Writer) -> Person:
    """The owner's own row, made when first needed."""
    row = Person.objects.me(w.scope).first()
    if row is None:
        row = w.add(Person, name=_("Me"), normal="me", sort_name="me", me_since=w.scope.today)
    return row


def describe_me(scope: Scope, *, name: str, **texts: str) -> Made:
    """Say who I am."""
    with writing(scope, "me.edit", about=name) as w:
        row = me(w)
        full, credentials = named(name)
        w.edit(row, name=full, normal=names.normalise(full)[:400], credentials=credentials)
        _describe(w, row, texts)
        return w.result()
