"""What links me to a person, as recorded: told to me as a reason, and to them in a request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from acquaint.messages.reasons import Fact
from acquaint.models import Interest, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.queries.prepared import BY_ID, prepared


@dataclass(frozen=True, slots=True)
class Link:
    """What links us: `code` of the saying with its facts; `work` says whether employer and role are known."""

    pk: int
    person: Named
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    work: str = ""


COLUMNS = (
    *("id", "key", "name", "how_met", "chosen_on", "first_contact", "last_two_way", "answered_on"),
    *("introduced_by__name", "introduced_by__closed_on"),
)


def to(scope: Scope, people: Iterable[int], *, me: int | None) -> dict[int, Link]:
    """The strongest link between me and each of these people (primary keys), in their order; four queries."""
    wanted = list(people)
    if not wanted:
        return {}
    rows = {row["id"]: row for row in _people(scope, people=wanted)}
    shared = dict(_shared(scope, me=me, people=wanted)) if me else {}
    common = dict(_common(scope, me=me, people=wanted)) if me else {}
    works = {pk: (name, title) for pk, name, title in _works(scope, people=wanted) if name}
    found = {}
    for pk in wanted:
        if pk in rows:
            found[pk] = _link(rows[pk], shared.get(pk, ""), common.get(pk, ""), works.get(pk))
    return found


def _link(row: dict[str, object], shared: str, common: str, work: tuple[str, str] | None) -> Link:
    organization, role = work or ("", "")
    facts: dict[str, Fact] = {
        "how": str(row["how_met"]),
        "introducer": str(row["introduced_by__name"] or ""),
        "on": row["chosen_on"] or row["first_contact"],  # type: ignore[dict-item]
        "last": row["last_two_way"],  # type: ignore[dict-item]
        "since": row["first_contact"],  # type: ignore[dict-item]
        "common": common,
        "shared": shared,
        "organization": organization,
        "role": role,
    }
    worked = "role" if organization and role else "work" if organization else ""
    person = Named(str(row["key"]), str(row["name"]))
    return Link(int(str(row["id"])), person, _code(row, shared, common), facts, worked)


def _code(row: dict[str, object], shared: str, common: str) -> str:
    """The strongest link that is recorded; a name that was given comes before all."""
    held = {
        "introduced": row["introduced_by__name"] and not row["introduced_by__closed_on"],
        "met": row["how_met"],
        "wrote": row["last_two_way"],
        "shared-place": shared,
        "common": common,
        "connected": row["first_contact"],
        "chosen": row["chosen_on"],
    }
    return next((code for code, fact in held.items() if fact), "known")


@prepared
def _people(told: Any) -> Any:
    return Person.objects.of(told).filter(id__in=told.people).values(*COLUMNS)


@prepared
def _shared(told: Any) -> Any:
    """An organization that both of us belong or belonged to."""
    mine = Position.objects.of(told).filter(person_id=told.me, organization__isnull=False)
    rows = Position.objects.of(told).filter(
        person_id__in=told.people, organization_id__in=mine.values("organization_id")
    )
    return rows.order_by(BY_ID.desc()).values_list("person_id", "organization__name")


@prepared
def _common(told: Any) -> Any:
    """Something that both of us care about or know."""
    mine = Interest.objects.of(told).filter(person_id=told.me)
    rows = Interest.objects.of(told).filter(person_id__in=told.people, normal__in=mine.values("normal"))
    return rows.order_by(BY_ID.desc()).values_list("person_id", "text")


@prepared
def _works(told: Any) -> Any:
    rows = Position.objects.of(told).filter(
        person_id__in=told.people, kind="work", ended="", ended_seen_on=None
    )
    return rows.order_by(BY_ID).values_list("person_id", "organization__name", "title")
