"""Judges what an archive says of its owner (name, positions, schools, skills) and who vouched for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from acquaint.actions.imports.known import Told, Who, kept, sort_key
from acquaint.actions.imports.people import Judged
from acquaint.actions.imports.plans import Desk, Post, same
from acquaint.formats.records import (
    OwnInterest,
    OwnPoint,
    OwnPosition,
    OwnProfile,
    Reason,
    VouchRecord,
)
from acquaint.models import Person, Position
from acquaint.text.match_keys import email_key, match_key, point_key
from acquaint.text.names import split_credentials

Own = OwnProfile | OwnPosition | OwnInterest | OwnPoint


def key_of(record: Own | VouchRecord) -> str:
    """The key under which the source's word on this is kept."""
    match record:
        case VouchRecord():
            return f"vouch:{record.key}"
        case OwnProfile():
            return "own:profile"
        case OwnPosition():
            return record.key
        case OwnInterest():
            return f"own:{record.kind}:{match_key(record.text)}"[:300]
        case OwnPoint():
            return f"own:{record.point.kind}:{record.point.value.lower()}"[:300]


def judge(desk: Desk, record: Own | VouchRecord) -> Judged:
    """What becomes of it."""
    return judge_vouch(desk, record) if isinstance(record, VouchRecord) else judge_own(desk, record)


def judge_vouch(desk: Desk, record: VouchRecord) -> Judged:
    """Kept as the source says it, with the person where an address tells who it is."""
    key = key_of(record)
    if desk.known.told(key) is not None:
        return "same", Reason("unchanged")
    found = desk.known.holders("profile", point_key("profile", record.party.profile))
    place = record.position
    said = {
        "kind": record.kind,
        "direction": record.direction,
        "name": record.party.name,
        "text": record.text,
        "on": record.on,
        "status": record.status,
        "organization": place.organization if place else "",
        "title": place.title if place else "",
    }
    desk.say(key, _stored(said), found[0] if len(found) == 1 else None)
    return "new", Reason("first_seen")


def judge_own(desk: Desk, record: Own) -> Judged:
    """Common ground needs my own side: it stands on the owner's own row, compared three ways as well."""
    key, now = key_of(record), _said(record)
    base = desk.known.told(key)
    if base is not None and base.record == now:
        return "same", Reason("unchanged")
    if base is not None and base.seen_on is not None and desk.as_of < base.seen_on:
        return "ignored", Reason("older", {"on": base.seen_on.isoformat()})
    me = _me(desk)
    match record:
        case OwnProfile():
            yours = _profile(desk, me, record, base)
        case OwnPosition():
            yours = _position(desk, me, record, base)
        case OwnInterest():
            desk.plan.interests.append(
                (me, kept(record.text)[:300], match_key(record.text)[:300], record.kind)
            )
            yours = False
        case OwnPoint():
            point = record.point
            desk.reach(me, point.kind, point.value, email_key(point.value), point.label)
            yours = False
    desk.say(key, now, me, base)
    if yours:
        said = {"what": "name", "name": me.name, "said": str(now["name"]), "who": me.pk}
        return "conflict", Reason("kept_own_name", said)
    if base is None:
        return "new", Reason("first_seen")
    return "update", Reason("changed", {"what": "profile", "name": me.name})


def _me(desk: Desk) -> Who:
    if desk.known.me is None:
        desk.known.me = Who(_("Me"), is_me=True, fresh=True)
        desk.plan.people.append(desk.known.me)
    return desk.known.me


def _profile(desk: Desk, me: Who, record: OwnProfile, base: Told | None) -> bool:
    """Take the name over unless the owner gave themselves another; whether theirs was kept."""
    for point in record.points:
        desk.reach(me, point.kind, point.value, point_key(point.kind, point.value))
    name, credentials = split_credentials(kept(record.name))
    name = name[:400]
    before = str(base.record.get("name", "")) if base else ""
    if same(me.name, name):
        return False
    if me.pk is not None and not same(me.name, before) and me.name != _("Me"):
        return True
    if me.pk is None:
        me.name, me.credentials = name, credentials[:200]
        return False
    held = {"name": me.name, "normal": match_key(me.name)[:400], "sort_name": sort_key(me.name)[:400]}
    wanted = {"name": name, "normal": match_key(name)[:400], "sort_name": sort_key(name)[:400]}
    desk.edit(Person, me.pk, me.last_change, held, **wanted)
    me.name = name
    return False


def _position(desk: Desk, me: Who, record: OwnPosition, base: Told | None) -> bool:
    """Open a position; one that the source said before and that only ended since is closed."""
    place = record.employment
    if base is None:
        desk.plan.posts.append(
            Post(me, place.organization, place.title, place.kind, place.started, place.ended)
        )
        return False
    before = str(base.record.get("ended", ""))
    if before == place.ended or me.pk is None:
        return False
    rows = Position.objects.of(desk.scope).filter(
        person_id=me.pk,
        kind=place.kind,
        organization__normal=match_key(place.organization)[:300],
        started=place.started,
        ended=before,
    )
    for pk, title, last_change in rows.values_list("id", "title", "last_change"):
        if same(title, place.title):
            desk.edit(Position, pk, last_change, {"ended": before}, ended=place.ended)
    return False


def _said(record: Own) -> dict[str, Any]:
    match record:
        case OwnProfile():
            said: Mapping[str, str] = {
                "name": record.name,
                "headline": record.headline,
                "summary": record.summary,
                "industry": record.industry,
                "place": record.place,
            }
        case OwnPosition():
            place = record.employment
            said = {
                "organization": place.organization,
                "title": place.title,
                "kind": place.kind,
                "started": place.started,
                "ended": place.ended,
                "notes": record.notes,
            }
        case OwnInterest():
            said = {"text": record.text, "level": record.level}
        case OwnPoint():
            said = {"value": record.point.value, "label": record.point.label}
    return _stored(said)


def _stored(said: Mapping[str, str]) -> dict[str, Any]:
    return {name: kept(value) for name, value in said.items() if value}
