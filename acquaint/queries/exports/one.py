"""All that is held about one person, found by every link that leads to them; of others only their names.

Where a row is about somebody else and only mentions them, its words stay here: private notes on others are
nobody else's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from acquaint.formats import account as accounts
from acquaint.formats.markdown import plain, quoted
from acquaint.formats.story import story
from acquaint.models import (
    Interaction,
    InteractionPerson,
    Interview,
    InterviewGuest,
    Introduction,
    Opening,
    Person,
    Photo,
    Promise,
    Tie,
    schema,
)
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.queries.exports import account, cards, people
from acquaint.queries.exports import story as stories
from acquaint.queries.exports.account import Model, Values
from acquaint.queries.exports.whole import Export, steady

SCHEMA: Final = "acquaint/person/1"
# Which of a row's people its words are about, where that is not the one it calls `person`.
ABOUT: Final[Mapping[Model, tuple[str, ...]]] = {
    Introduction: ("introduced", "other"),
    Tie: ("a", "b"),
    Opening: ("source",),
}
# What is said of a row that is about somebody else: when, how and with whom, never in which words.
BARE: Final = frozenset({"key", "kind", "direction", "mode", "channel", "outcome", "state", "by"})
KINDS: Final = {"json": "application/json", "md": "text/markdown", "vcf": "text/vcard"}


def export(scope: Scope, who: str, kind: str) -> Export:
    """The file of one person, by whatever `who` means. NotFound, Ambiguous; Invalid for another kind."""
    if kind not in KINDS:
        raise Invalid(_("A person goes out as {kinds}.").format(kinds=", ".join(KINDS)))
    pk = finding.person_id(scope, who)
    key = str(Person.objects.of(scope).values_list("key", flat=True).get(pk=pk))
    makers = {
        "json": lambda: _json(scope, pk, key),
        "md": lambda: _markdown(scope, pk, key),
        "vcf": lambda: cards.cards(scope, "3.0", person=key),
    }
    mime = f"{KINDS[kind]}; charset=utf-8" if kind != "json" else KINDS[kind]
    return Export(kind, f"acquaint-{key}.{kind}", mime, steady(makers[kind]))


def held(scope: Scope, pk: int) -> dict[str, list[Values]]:
    """The rows about the person of that primary key, by table, as the whole account would say them."""
    found: dict[str, list[Values]] = {}
    for model, chosen in _chosen(scope, pk).items():
        rows = model._default_manager.filter(owner_id=scope.owner_id, pk__in=chosen)
        if model is Opening:
            rows = rows.filter(confidential_since=None)
        about = Q(pk=pk) if model is Person else _about(model, pk)
        told = list(account.worded(model, rows.filter(about) if about else rows))
        mentioned = account.worded(model, rows.exclude(about)) if about else iter(())
        told += [_bare(model, row) for row in mentioned]
        if told:
            found[model._meta.db_table] = told
    return found


def _chosen(scope: Scope, pk: int) -> dict[Model, set[int]]:
    """Which rows lead to the person, and which they lead on to: contacts and talks they shared, a photo."""
    found: dict[Model, set[int]] = defaultdict(set)
    for model in account.tables():
        if model is Person:
            found[model] = {pk}
        elif led := _led(model, pk):
            rows = model._default_manager.filter(led, owner_id=scope.owner_id)
            found[model].update(rows.values_list("pk", flat=True))
    mine = {"person_id": pk}
    found[Interaction].update(
        InteractionPerson.objects.of(scope).filter(**mine).values_list("interaction_id", flat=True)
    )
    found[Interview].update(
        InterviewGuest.objects.of(scope).filter(**mine).values_list("interview_id", flat=True)
    )
    found[Photo].update(Person.objects.filter(pk=pk, photo__isnull=False).values_list("photo_id", flat=True))
    return {model: found[model] for model in account.tables()}


def _people(model: Model) -> list[str]:
    """The links of a model that lead to people."""
    return [column.name for column in account.columns(model) if column.target is Person]


def _led(model: Model, pk: int) -> Q:
    asked = Q()
    for name in _people(model):
        asked |= Q(**{f"{name}_id": pk})
    return asked


def _about(model: Model, pk: int) -> Q:
    """Of which rows the words are about them; empty where every row is."""
    links = _people(model)
    named = ABOUT.get(model, ("person",) if "person" in links else tuple(links))
    asked = Q()
    for name in named:
        asked |= Q(**{f"{name}_id": pk})
    return asked


def _bare(model: Model, row: Values) -> Values:
    told = {column.name: column for column in account.columns(model)}
    kinds = (models.DateField, models.IntegerField, models.ForeignKey)
    return {name: value for name, value in row.items() if name in BARE or isinstance(told[name].field, kinds)}


def _json(scope: Scope, pk: int, key: str) -> Iterator[bytes]:
    rows = held(scope, pk)
    names = _names(scope, rows)
    return accounts.document(schema.VERSION, rows.items(), schema=SCHEMA, person=key, names=names)


def _names(scope: Scope, rows: Mapping[str, list[Values]]) -> dict[str, str]:
    """What the keys of these rows lead to, where it is not among them."""
    models_by_name = account.by_name()
    here = {row["key"] for table in rows.values() for row in table if "key" in row}
    wanted: dict[Model, set[str]] = defaultdict(set)
    for name, table in rows.items():
        for column in account.columns(models_by_name[name]):
            if column.target is not None:
                wanted[column.target] |= {row[column.name] for row in table if column.name in row}
    found: dict[str, str] = {}
    for model, keys in sorted(wanted.items(), key=lambda pair: pair[0]._meta.db_table):
        if "name" in {column.name for column in account.columns(model)}:
            chosen = model._default_manager.filter(owner_id=scope.owner_id, key__in=keys - here)
            found |= dict(chosen.order_by("key").values_list("key", "name"))
    return found


def _markdown(scope: Scope, pk: int, key: str) -> Iterator[bytes]:
    [one] = people.listed(scope, person=key)
    record = one.record
    told = story(record.name, stories.moments(scope, person=pk))
    yield next(told)
    facts = [
        *(f"{place.title}, {place.organization}".strip(", ") for place in record.positions),
        *(point.value for point in record.points),
        *(_("Also called {name}").format(name=alias) for alias in record.aliases),
        *(_("Introduced by {name}").format(name=by.name) for by in [record.introduced_by] if by),
        *(_("Cares about {topic}").format(topic=topic) for topic in record.interests),
        *(one.how_met for _once in [one] if one.how_met),
        *_promises(scope, pk),
    ]
    lines = ["", *(f"- {plain(fact)}" for fact in facts), "", *quoted(record.notes), ""]
    yield "".join(f"{line}\n" for line in lines).encode()
    yield from told


def _promises(scope: Scope, pk: int) -> Iterator[str]:
    rows = Promise.objects.of(scope).filter(person_id=pk).order_by("id")
    for by, text, made, kept in rows.values_list("by", "text", "made_on", "kept_on"):
        said = _("I promised on {on}: {text}") if by == "mine" else _("They promised on {on}: {text}")
        done = _("kept on {on}").format(on=kept) if kept else ""
        yield ", ".join(filter(None, (said.format(on=made, text=text), done)))
