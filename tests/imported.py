"""What an import left behind, told without ids and random keys: two runs that did the same say the same."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from typing import Any

from acquaint.models import (
    ChangeRow,
    ContactPoint,
    ImportBatch,
    ImportVerdict,
    Interaction,
    InteractionPerson,
    Interest,
    JournalEntry,
    Offer,
    Organization,
    Person,
    Position,
    Promise,
    SearchText,
    SourceRecord,
    Tie,
)
from acquaint.models.changes import ids_of

OWN_JOB = ("import_batch", "import_verdict")  # the job's own rows: they stay when it is taken back


def dump(owner_id: int) -> dict[str, Any]:
    """Everything an import writes, as a reader would describe it."""
    mine = {"owner_id": owner_id}
    about: dict[int, list[Any]] = defaultdict(list)
    for point in ContactPoint.objects.filter(**mine):
        about[point.person_id].append(["point", point.kind, point.value, point.normal, point.label])
    for place in Position.objects.filter(**mine).select_related("organization"):
        at = place.organization.name if place.organization else ""
        spans = [place.started, place.ended, str(place.seen_on), str(place.ended_seen_on)]
        about[place.person_id].append(["position", at, place.title, place.kind, *spans])
    for interest in Interest.objects.filter(**mine):
        about[interest.person_id].append(["interest", interest.kind, interest.text])
    for said in SourceRecord.objects.filter(**mine):
        record = {name: value for name, value in said.record.items() if name != "made"}
        about[said.person_id or 0].append(["source", said.kind, said.external_key, record, str(said.seen_on)])
    people = {row.pk: _person(row) for row in Person.objects.filter(**mine)}
    party: dict[int, list[Any]] = defaultdict(list)
    for one in InteractionPerson.objects.filter(**mine):
        party[one.interaction_id].append(people[one.person_id])
    contacts = [
        [
            str(row.on),
            str(row.at_utc),
            row.direction,
            row.kind,
            row.text,
            row.body,
            row.external_key,
            _sorted(party[row.pk]),
        ]
        for row in Interaction.objects.filter(**mine)
    ]
    batches, verdicts = ImportBatch.objects.filter(**mine), ImportVerdict.objects.filter(**mine)
    words = SearchText.objects.filter(**mine).values_list("noun", "title", "body")
    return {
        "people": _sorted([[people[pk], _sorted(about[pk])] for pk in people]),
        "unlinked": _sorted(about[0]),
        "contacts": _sorted(contacts),
        **_beside(mine, people),
        "organizations": sorted(Organization.objects.filter(**mine).values_list("name", flat=True)),
        "words": _sorted([[noun, title, _sorted(body.split("\n"))] for noun, title, body in words]),
        "history": _touched(owner_id),
        "batches": _sorted([[row.content, row.finished_at is not None, row.report] for row in batches]),
        "verdicts": _sorted([[row.line, row.verdict, row.reason, row.raw] for row in verdicts]),
    }


def _beside(mine: dict[str, Any], people: dict[int, list[Any]]) -> dict[str, Any]:
    """Notes, promises, ties and what is offered."""
    notes = [
        [str(row.on), row.kind, row.text, people.get(row.person_id)]
        for row in JournalEntry.objects.filter(**mine)
    ]
    promises = [
        [row.text, row.by, str(row.made_on), str(row.due_on), str(row.kept_on), people[row.person_id]]
        for row in Promise.objects.filter(**mine)
    ]
    ties = [[row.how, _sorted([people[row.a_id], people[row.b_id]])] for row in Tie.objects.filter(**mine)]
    offers = [
        [row.kind, row.sign, row.facts, str(row.on), row.outcome, people.get(row.person_id)]
        for row in Offer.objects.filter(**mine)
    ]
    told = {"notes": notes, "promises": promises, "ties": ties, "offers": offers}
    return {name: _sorted(rows) for name, rows in told.items()}


def fingerprint(owner_id: int) -> str:
    """The dump in 64 characters."""
    return hashlib.sha256(json.dumps(dump(owner_id), sort_keys=True).encode()).hexdigest()


def _person(row: Person) -> list[Any]:
    carried = [str(getattr(row, name)) for name in Person.CARRIED]
    return [
        row.name,
        row.normal,
        row.sort_name,
        row.credentials,
        row.met_on,
        row.how_met,
        bool(row.me_since),
        carried,
    ]


def _touched(owner_id: int) -> list[tuple[str, int]]:
    """How many rows of each table history speaks of."""
    lines = ChangeRow.objects.filter(change__owner_id=owner_id).values_list("model", "row_id", "runs")
    return sorted(Counter(model for model, pk, runs in lines for _pk in ids_of(pk, runs)).items())


def _sorted(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True, default=str))
