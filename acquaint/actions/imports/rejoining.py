"""What a yes or a no means for what was heard of somebody before: their meetings, letters and chats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from acquaint.actions.changes import Writer
from acquaint.actions.imports import dated, filing, heard, parties, writing
from acquaint.actions.imports.following import Following
from acquaint.actions.imports.judging import Judge
from acquaint.actions.imports.plans import Desk
from acquaint.formats.records import Outcome, Party
from acquaint.models import ImportBatch, Interaction, Offer, SourceRecord
from acquaint.models.scope import Scope

_MOST: Final = 50  # people at once who are looked for by name; for more, all that was heard is looked at


def rejoin(w: Writer, people: Iterable[Mapping[str, str]], batch: ImportBatch | None) -> int:
    """Judge all that was heard of these people (as their offers told them) once more, in the Change at hand.

    What it asks belongs to `batch`. A message that has found its person is kept no longer beside them. How
    many times somebody was joined to a contact is returned.
    """
    joined = 0
    signs = {parties.sign_of(Party(**one)) for one in people}
    held = _heard(w.scope, signs)
    by_kind: dict[str, list[SourceRecord]] = defaultdict(list)
    for row in held:
        by_kind[row.kind].append(row)
    for kind in sorted(by_kind, key=lambda one: (dated.turn(one), one)):
        outcomes: list[Outcome] = [one for row in by_kind[kind] for one in heard.records(row.record)]
        desk, _rulings = Judge(w.scope, kind, w.scope.today, bodies=True).judge(outcomes)
        if desk.plan:
            writing.write(w, desk)
            filing.file(w, desk, batch)
            Following().follow(w, desk.plan)
            joined += _joined(desk)
        for row in by_kind[kind]:
            if "party" in row.record and _is_here(desk, row.record["party"]):
                w.remove(row)
    return joined


def _joined(desk: Desk) -> int:
    made = [one.people for one in desk.plan.contacts]
    made += [one.people for one in desk.plan.dated.puts if one.model is Interaction]
    return len(desk.plan.dated.joined) + sum(map(len, made))


def forget(w: Writer, people: Iterable[Mapping[str, str]]) -> None:
    """Keep nothing of what was heard of people who were said no to, unless others of it are asked about."""
    signs = {parties.sign_of(Party(**one)) for one in people}
    held = _heard(w.scope, signs)
    named = sorted({sign for row in held for sign in row.record["who"]})
    declined = Offer.objects.of(w.scope).filter(kind="person", sign__among=named, outcome="declined")
    no = signs | set(declined.values_list("sign", flat=True))
    for row in held:
        if no.issuperset(row.record["who"]):
            w.remove(row)


def _is_here(desk: Desk, party: Mapping[str, str]) -> bool:
    return parties.found(desk.known, Party(**party)) is not None


def _heard(scope: Scope, signs: set[str]) -> Sequence[SourceRecord]:
    """What was heard of whoever has one of these signs: under it, and in meetings of several."""
    if not signs:
        return []
    rows = SourceRecord.objects.of(scope).filter(external_key__startswith=heard.PREFIX)
    among = Q(external_key__in=[heard.name_of(sign) for sign in signs])
    if len(signs) <= _MOST:
        for sign in signs:
            among |= Q(_words__contains=sign)
        rows = rows.alias(_words=Cast("record", models.TextField())).filter(among)
    return [row for row in rows.order_by("id") if not signs.isdisjoint(row.record.get("who", ()))]
