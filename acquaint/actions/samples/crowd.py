"""Any number of further people with a past, for measuring: plain rows, a few thousand at a time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from acquaint.actions.samples.cast import Member, members
from acquaint.actions.samples.tables import talk
from acquaint.text.names import normalise

CHUNK = 2000
IN_TOUCH = 4  # times the usual number of contacts: about one in forty, as in life
PEOPLE_AN_EMPLOYER = 20
DAYS_BACK = 1500  # over which contacts are spread
FIRST = (
    "Alder", "Birch", "Cedar", "Dove", "Elm", "Fen", "Gorse", "Heron", "Iris", "Juniper", "Kestrel",
    "Larch", "Marsh", "Nettle", "Otter",
)  # fmt: skip
SECOND = (
    "brook", "cliff", "dale", "field", "ford", "gate", "ham", "holt", "lea", "mere", "moor", "ridge",
    "stead", "stow", "wick", "wood", "worth",
)  # fmt: skip
THIRD = (
    "Analytics", "Care", "Clinics", "Cooperative", "Data", "Design", "Energy", "Foundation", "Group",
    "Health", "Institute", "Labs", "Logistics", "Partners", "Studio", "Systems", "Transport", "Trust",
    "Water", "Works",
)  # fmt: skip
KINDS = ("email", "message", "message", "call", "coffee", "event")
DIRECTIONS = ("in", "out", "both")
TABLES = ("person", "contact_point", "position", "stage_step", "interaction", "interaction_person")

Rows = dict[str, list[dict[str, Any]]]


class Places(NamedTuple):
    """The organizations by name, and the primary keys of all."""

    named: Mapping[str, int]
    all: tuple[int, ...]


def chunks(
    rng: random.Random, today: date, count: int, each: int, organizations: Mapping[str, int]
) -> Iterator[Rows]:
    """Rows by table, `count` people in all with `each` contacts on average.

    A row of a person holds the person's place in its chunk as `_n`; the row of interaction_person at a place
    belongs to the interaction at that place.
    """
    made = members(rng, count, today.year)
    places = Places(organizations, tuple(organizations.values()))
    for start in range(0, count, CHUNK):
        yield _rows(rng, today, made[start : start + CHUNK], each, places)


def employers(count: int) -> list[str]:
    """Names of invented employers, one for every twenty people, beyond those that the story knows."""
    wanted = count // PEOPLE_AN_EMPLOYER
    names = (f"{first}{second} {third}" for third in THIRD for first in FIRST for second in SECOND)
    return [name for _number, name in zip(range(wanted), names, strict=False)]


def _rows(rng: random.Random, today: date, batch: list[Member], each: int, places: Places) -> Rows:
    rows: Rows = {table: [] for table in TABLES}
    for n, member in enumerate(batch):
        rows["person"].append(_person(member))
        rows["contact_point"] += _points(n, member)
        rows["position"] += _positions(rng, n, member, places)
        contacts = _contacts(rng, today, each)
        if len(contacts) > IN_TOUCH * each:
            began = contacts[0]["on"]
            rows["stage_step"].append({"_n": n, "stage": "in_touch", "on": began, "why": "talked"})
        rows["interaction"] += contacts
        rows["interaction_person"] += [{"_n": n}] * len(contacts)
    return rows


def _person(member: Member) -> dict[str, Any]:
    return {
        "name": member.name,
        "normal": normalise(member.name),
        "sort_name": normalise(member.sort_name),
        "credentials": member.credentials,
        "how_met": member.how_met,
    }


def _points(n: int, member: Member) -> list[dict[str, Any]]:
    values = (("email", member.email), ("profile", member.profile))
    return [
        {"_n": n, "kind": kind, "value": value, "normal": value.removeprefix("https://www.").casefold()}
        for kind, value in values
        if value
    ]


def _positions(rng: random.Random, n: int, member: Member, places: Places) -> list[dict[str, Any]]:
    """The member's positions; most of the crowd works elsewhere than the people of the story."""
    return [
        {
            "_n": n,
            "organization_id": _place(rng, job.organization, places),
            "kind": job.kind,
            "title": job.title,
            "started": job.started,
            "ended": job.ended,
        }
        for job in member.jobs
    ]


def _place(rng: random.Random, named: str, places: Places) -> int:
    """The employer named in one case of ten, else any: the story's few may not hold a whole crowd."""
    if rng.random() < 0.1:
        return places.named[named]
    return rng.choice(places.all)


def _contacts(rng: random.Random, today: date, each: int) -> list[dict[str, Any]]:
    """Few people have many contacts and many have few; the oldest first."""
    count = min(each * 12, round(rng.paretovariate(1.6) * each * 0.375)) if each else 0
    days = sorted((rng.randrange(1, DAYS_BACK) for _ in range(count)), reverse=True)
    return [
        {
            "on": today - timedelta(days=day),
            "kind": rng.choice(KINDS),
            "direction": rng.choice(DIRECTIONS),
            "text": rng.choice(talk.THEY_WROTE),
        }
        for day in days
    ]
