"""Any number of further people with a past, for measuring: plain rows, a few thousand at a time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from acquaint.actions.samples.cast import Member, members
from acquaint.actions.samples.tables import talk
from acquaint.text.names import normalise

CHUNK = 2000
DAYS_BACK = 1500  # over which contacts are spread
KINDS = ("email", "message", "message", "call", "coffee", "event")
DIRECTIONS = ("in", "out", "both")
TABLES = ("person", "contact_point", "position", "stage_step", "interaction", "interaction_person")

Rows = dict[str, list[dict[str, Any]]]


def chunks(
    rng: random.Random, today: date, count: int, each: int, organizations: Mapping[str, int]
) -> Iterator[Rows]:
    """Rows by table, `count` people in all with `each` contacts on average.

    A row of a person holds the person's place in its chunk as `_n`; the row of interaction_person at a place
    belongs to the interaction at that place.
    """
    made = members(rng, count, today.year)
    for start in range(0, count, CHUNK):
        yield _rows(rng, today, made[start : start + CHUNK], each, organizations)


def _rows(
    rng: random.Random, today: date, batch: list[Member], each: int, organizations: Mapping[str, int]
) -> Rows:
    rows: Rows = {table: [] for table in TABLES}
    for n, member in enumerate(batch):
        rows["person"].append(_person(member))
        rows["contact_point"] += _points(n, member)
        rows["position"] += _positions(n, member, organizations)
        contacts = _contacts(rng, today, each)
        if len(contacts) > each:
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


def _positions(n: int, member: Member, organizations: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "_n": n,
            "organization_id": organizations[job.organization],
            "kind": job.kind,
            "title": job.title,
            "started": job.started,
            "ended": job.ended,
        }
        for job in member.jobs
    ]


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
