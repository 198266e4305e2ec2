"""What imports found and leave to the owner: whom to add, who introduced whom, which meetings were talks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from acquaint.formats import reasons
from acquaint.formats.records import Reason
from acquaint.models import ContactPoint, Detail, Offer, SourceRecord
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries import conflicts
from acquaint.queries.cards import Named, named
from acquaint.text import contact_points

Point = tuple[str, str]  # kind, match key
DAYS = ("book", "move")  # what cannot be done once the day has passed


@dataclass(frozen=True, slots=True)
class OfferCard:
    """One question: what would be done (`what`) and by which sign (`why`).

    `names` are those who would be added, `person` and `other` those of it who are here, `on` its day.
    """

    id: str
    kind: str
    what: str
    why: str
    names: tuple[str, ...]
    reach: tuple[str, ...]
    person: Named | None
    other: Named | None
    on: date | None
    batch: str | None


def waiting(scope: Scope, *, batch: str | None = None, limit: int = 0) -> tuple[OfferCard, ...]:
    """Open questions, the newest first (`limit` 0: all), of one import or of all. NotFound for no import."""
    rows = Offer.objects.of(scope).filter(settled_on=None).order_by("-on", "-id")
    if batch is not None:
        rows = rows.filter(batch=conflicts.find(scope, batch))
    found = list(rows.select_related("person", "other", "interview", "batch"))
    here = _Here(scope, found)
    cards = [card(row) for row in found if here.asks(row)]
    return tuple(cards[:limit] if limit else cards)


def find(scope: Scope, key: str) -> Offer:
    """The question of that id. NotFound otherwise."""
    row = Offer.objects.of(scope).filter(key=key).select_related("person", "other", "interview").first()
    if row is None:
        raise NotFound(_("Nothing is offered under {id}; `imports offers` lists it.").format(id=key))
    return row


def show(scope: Scope, key: str) -> OfferCard:
    """The question of that id in words, answered or not. NotFound otherwise."""
    return card(find(scope, key))


def card(row: Offer) -> OfferCard:
    """A question in words."""
    new = newcomers(row)
    names = tuple(name_of(one) for one in new)
    reach = tuple(value for one in new for kind in ("email", "phone", "profile") if (value := one.get(kind)))
    person = named(row.person.key, row.person.name) if row.person else None
    other = named(row.other.key, row.other.name) if row.other else None
    batch = row.batch.key if row.batch else None
    return OfferCard(
        row.key, row.kind, _what(row, names), _why(row), names, reach, person, other, row.on, batch
    )


def newcomers(row: Offer) -> list[dict[str, str]]:
    """The people of it as their source names them, those who would be added among them."""
    if row.kind == "introduction":
        return list(row.facts.get("introduced", ()))
    if "birthday" in row.facts:
        return []
    return [row.facts["party"]] if "party" in row.facts else []


def name_of(party: Mapping[str, str]) -> str:
    """What to call somebody: the name, else an address or a number."""
    return next((value for kind in ("name", "email", "phone", "profile") if (value := party.get(kind))), "?")


def _what(row: Offer, names: tuple[str, ...]) -> str:
    who = ", ".join(names)
    person = row.person.name if row.person else "?"
    if row.kind == "interview":
        said = {
            "book": _("Book an interview with {person}"),
            "hold": _("Mark the interview with {person} as held"),
            "move": _("Move the interview with {person}"),
            "cancel": _("Call off the interview with {person}"),
        }
        return said.get(row.facts.get("act", ""), "{person}").format(person=person)
    if row.kind == "introduction":
        return _("Record that {person} introduced {who} to you").format(person=person, who=who)
    if row.kind == "tie":
        return _("Add {who}, whom {person} knows").format(person=person, who=who)
    if "birthday" in row.facts:
        return _("Note the birthday of {person}").format(person=person)
    return _("Add {who}").format(who=who)


def _why(row: Offer) -> str:
    facts = row.facts
    if row.kind == "interview":
        code = f"offer_{facts.get('act')}"
        told: dict[str, Any] = {"on": row.on or "–", "about": facts.get("title") or "–"}
    elif row.kind == "introduction":
        code, told = str(facts.get("reason", "")), facts.get("sign", {})
    else:
        code = str(facts.get("reason", ""))
        told = {"about": facts.get("about") or "–", "name": row.person.name if row.person else "?"}
    return reasons.word(Reason(code, told), _) if code in reasons.WORDS else ""


class _Here:
    """What became of the people and talks in question meanwhile: what is settled by itself asks nobody."""

    def __init__(self, scope: Scope, rows: Sequence[Offer]) -> None:
        self._today = scope.today
        parties = [one for row in rows if row.kind != "interview" for one in newcomers(row)]
        points = {point for one in parties for point in points_of(one)}
        held = ContactPoint.objects.of(scope).filter(
            normal__among=sorted({normal for _kind, normal in points})
        )
        holders = set(held.values_list("kind", "normal", "person_id"))
        # What two people share says of neither that it is they: that is asked.
        counted = Counter((kind, normal) for kind, normal, _person in holders)
        self._points = {point for point, times in counted.items() if times == 1}
        keys = sorted({one["key"] for one in parties if one.get("key")})
        told = SourceRecord.objects.of(scope).filter(external_key__among=keys, person__isnull=False)
        self._keys = set(told.values_list("kind", "external_key"))
        born = Detail.objects.of(scope).filter(kind="birthday")
        whose = sorted({row.person_id for row in rows if "birthday" in row.facts and row.person_id})
        self._born = (
            set(born.filter(person_id__among=whose).values_list("person_id", flat=True)) if whose else set()
        )

    def asks(self, row: Offer) -> bool:
        """Whether there is still something to ask."""
        if row.kind == "interview":
            return self._asks_of_a_talk(row)
        if row.kind == "introduction":
            return row.person is not None
        if "birthday" in row.facts:
            return row.person_id is not None and row.person_id not in self._born
        return not any(self._is_here(row, one) for one in newcomers(row)) and (
            row.kind != "tie" or row.person is not None
        )

    def _is_here(self, row: Offer, party: Mapping[str, str]) -> bool:
        source = (str(row.facts.get("source", "")), party.get("key", ""))
        return source in self._keys or any(point in self._points for point in points_of(party))

    def _asks_of_a_talk(self, row: Offer) -> bool:
        act, talk = row.facts.get("act"), row.interview
        if row.person is None or act == "off" or (act in DAYS and row.on and row.on < self._today):
            return False
        return act == "book" or (talk is not None and talk.held_on is None and talk.cancelled_on is None)


def points_of(party: Mapping[str, str]) -> tuple[Point, ...]:
    """The certain ways to reach somebody whom a source names, by kind and match key."""
    keys = {"email": contact_points.email, "phone": contact_points.phone, "profile": contact_points.profile}
    found = ((kind, key(party[kind])[:400]) for kind, key in keys.items() if party.get(kind))
    return tuple(point for point in found if point[1])
