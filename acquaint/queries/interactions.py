"""Contacts as a reader wants them: when, how, who took part, what it was about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from acquaint.models import Interaction, InteractionPerson
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named


@dataclass(frozen=True, slots=True)
class InteractionCard:
    """One contact; `direction` is in (they), out (you) or both."""

    id: str
    on: date
    kind: str
    direction: str
    channel: str
    people: tuple[Named, ...]
    text: str
    place: str


def listed(scope: Scope, *, person: str | None = None, limit: int = 0) -> tuple[InteractionCard, ...]:
    """Contacts, the latest first; `person` is a key, `limit` 0 for all."""
    rows = Interaction.objects.of(scope).order_by("-on", "-id")
    if person:
        party = InteractionPerson.objects.of(scope).filter(person__key=person)
        rows = rows.filter(id__in=party.values("interaction_id"))
    return _cards(scope, rows[: limit or None])


def show(scope: Scope, interaction: str) -> InteractionCard:
    """One contact; NotFound if there is none of that id."""
    found = _cards(scope, Interaction.objects.of(scope).filter(key=interaction))
    if not found:
        raise NotFound(_("There is no contact {key}.").format(key=interaction))
    return found[0]


def _cards(scope: Scope, rows: Iterable[Interaction]) -> tuple[InteractionCard, ...]:
    found = list(rows)
    party: dict[int, list[Named]] = defaultdict(list)
    there = InteractionPerson.objects.of(scope).filter(interaction__in=[row.pk for row in found])
    for pk, key, name in there.order_by("id").values_list("interaction_id", "person__key", "person__name"):
        party[pk].append(Named(key, name))
    return tuple(
        InteractionCard(
            row.key, row.on, row.kind, row.direction, row.channel, tuple(party[row.pk]), row.text, row.place
        )
        for row in found
    )
