"""Writes what a chunk planned: organizations, people and all that hangs on them, a statement a table."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from acquaint.actions.changes import Writer
from acquaint.actions.images import packed
from acquaint.actions.imports import landing, rows
from acquaint.actions.imports.known import kept, sort_key
from acquaint.actions.imports.plans import Desk, Plan
from acquaint.models import (
    ContactPoint,
    Interaction,
    InteractionPerson,
    Interest,
    Organization,
    Person,
    Position,
    SourceRecord,
)
from acquaint.models.people import new_uids
from acquaint.models.rows import new_keys
from acquaint.text.match_keys import match_key

PERSON = ("key", "uid", "name", "normal", "sort_name", "credentials", "met_on", "how_met", "me_since")
POINT = ("person_id", "kind", "value", "normal", "label")
DESCRIBED = (*PERSON, "notes", "pronouns")
POSITION = ("person_id", "organization_id", "kind", "title", "department", "started", "ended", "seen_on")
TOLD = ("kind", "external_key", "person_id", "record", "seen_on")
CONTACT = (
    "on", "at_utc", "kind", "direction", "channel", "text", "body", "message_kind", "source", "external_key",
)  # fmt: skip


def write(w: Writer, desk: Desk) -> None:
    """Write the plan of a desk; carried columns and search words of everybody concerned follow."""
    plan = desk.plan
    _people(w, desk, plan)
    rows.insert(
        w,
        ContactPoint,
        POINT,
        [(who.pk, kind, value, normal, label[:60]) for who, kind, value, normal, label in plan.points],
    )
    _positions(w, desk, plan)
    _interests(w, desk, plan)
    _told(w, desk, plan)
    _contacts(w, desk, plan)
    landing.write(w, desk)
    by_model: dict[Any, list[Any]] = defaultdict(list)
    for model, pk, held, wanted in plan.edits:
        by_model[model].append((pk, held, wanted))
    for model, edits in by_model.items():
        rows.update(w, model, edits)
        if model is Interaction:
            w.reword("interaction", *(pk for pk, _held, _wanted in edits))


def _people(w: Writer, desk: Desk, plan: Plan) -> None:
    today = desk.scope.today.isoformat()
    count = len(plan.people)
    for who, key in zip(plan.people, new_keys(count), strict=True):
        who.key = key
    values = [
        (
            who.key,
            uid,
            who.name,
            match_key(who.name)[:400],
            sort_key(who.name)[:400],
            who.credentials,
            who.met_on,
            who.how_met,
            today if who.is_me else None,
        )
        for who, uid in zip(plan.people, new_uids(count, desk.scope.now), strict=True)
    ]
    if any(who.notes or who.pronouns for who in plan.people):
        described = [(*row, who.notes, who.pronouns) for row, who in zip(values, plan.people, strict=True)]
        pks = rows.insert(w, Person, DESCRIBED, described)
    else:
        pks = rows.insert(w, Person, PERSON, values)
    for who, pk in zip(plan.people, pks, strict=True):
        who.pk, who.last_change = pk, w.number


def _organizations(w: Writer, desk: Desk, names: list[str]) -> dict[str, int]:
    """Match key → id of these organizations; new ones are made, since organizations join by an equal name."""
    wanted = {match_key(name)[:300]: " ".join(kept(name).split())[:300] for name in reversed(names)}
    wanted.pop("", None)
    found = Organization.objects.of(desk.scope).filter(normal__in=wanted).values_list("normal", "id")
    here = dict(found)
    new = [(name, normal) for normal, name in wanted.items() if normal not in here]
    pks = rows.insert(w, Organization, ("name", "normal"), new)
    here.update(zip((normal for _name, normal in new), pks, strict=True))
    w.reword("organization", *pks)
    return here


def _positions(w: Writer, desk: Desk, plan: Plan) -> None:
    if not plan.posts:
        return
    here = _organizations(w, desk, [post.organization for post in plan.posts])
    seen = desk.as_of.isoformat()
    rows.insert(
        w,
        Position,
        POSITION,
        [
            (
                post.who.pk,
                here.get(match_key(post.organization)[:300]),
                post.kind,
                " ".join(kept(post.title).split())[:400],
                kept(post.department)[:200],
                post.started,
                post.ended,
                seen,
            )
            for post in plan.posts
        ],
    )


def _interests(w: Writer, desk: Desk, plan: Plan) -> None:
    if not plan.interests:
        return
    people = {who.pk for who, *_rest in plan.interests if who.pk is not None}
    held = set(
        Interest.objects.of(desk.scope)
        .filter(person_id__in=people)
        .values_list("person_id", "kind", "normal")
    )
    fresh = {
        (who.pk, kind, normal): text
        for who, text, normal, kind in plan.interests
        if normal and (who.pk, kind, normal) not in held
    }
    values = [(pk, text, normal, kind) for (pk, kind, normal), text in fresh.items()]
    rows.insert(w, Interest, ("person_id", "text", "normal", "kind"), values)


def _told(w: Writer, desk: Desk, plan: Plan) -> None:
    seen = desk.as_of
    new = [told for told in plan.told if told.pk is None]
    values = [
        (desk.kind, told.key, told.who.pk if told.who else None, packed(told.record), seen.isoformat())
        for told in new
    ]
    for told, pk in zip(new, rows.insert(w, SourceRecord, TOLD, values), strict=True):
        told.pk, told.last_change = pk, w.number
        desk.known.say(told)
    edits = []
    for told in plan.told:
        if told.pk is not None and (base := told.before) is not None:
            before = {"external_key": base.key, "record": base.record, "seen_on": base.seen_on}
            after = {"external_key": told.key, "record": told.record, "seen_on": seen}
            edits.append((told.pk, {**before, "last_change": base.last_change}, after))
            told.last_change, told.before = w.number, None
    rows.update(w, SourceRecord, edits)


def _contacts(w: Writer, desk: Desk, plan: Plan) -> None:
    values = [
        (
            one.on, one.at, "message", one.direction, one.channel, one.text, one.body, one.message_kind,
            desk.kind, one.key,
        )
        for one in plan.contacts
    ]  # fmt: skip
    pks = rows.insert(w, Interaction, CONTACT, values)
    party = [
        (pk, person)
        for pk, one in zip(pks, plan.contacts, strict=True)
        for person in dict.fromkeys(who.pk for who in one.people)
    ]
    rows.insert(w, InteractionPerson, ("interaction_id", "person_id"), party)
    worded = [pk for pk, one in zip(pks, plan.contacts, strict=True) if one.text or one.body]
    w.reword("interaction", *worded)
