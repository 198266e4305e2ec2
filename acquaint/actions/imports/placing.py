"""Compares the positions, relations, introducer and picture of a card with what stands here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from acquaint.actions.imports import matching, telling
from acquaint.actions.imports.books import Draw, Held
from acquaint.actions.imports.comparing import Comparison
from acquaint.actions.imports.plans import Post
from acquaint.actions.imports.telling import Said
from acquaint.formats.pictures import UnusablePictureError
from acquaint.formats.records import PersonRecord, Reason
from acquaint.models import Position

Place = Sequence[str]  # organization, title, department, kind, started, ended


def positions(c: Comparison) -> None:
    """Places: one that the source dropped is over; where the owner knows of another, theirs stays."""
    before, now = _places(c.base or {}), _places(c.now)
    over = [held for one in before.keys() - now.keys() if (held := _standing(c, one)) is not None]
    over = [held for held in over if not c.shelf.is_touched(held) and not _elsewhere(c, held)]
    for held in over:
        _end(c, held)
    mine = [held for held in _open(c) if _id(held) not in before]
    for one, place in now.items():
        if one in before:
            _span(c, one, before[one], place)
        elif any(_covers(held, one) for held in c.book.positions):
            continue
        elif mine and place[3] == "work" and not place[5]:
            if "position" not in c.kept:
                c.kept.append("position")
        else:
            _take(c, place)


def _places(said: Said) -> dict[tuple[str, str], Place]:
    told: list[Place] = said.get("positions", [])
    if not told and (said.get("organization") or said.get("title")):  # as another kind of source keeps it
        told = [[said.get("organization", ""), said.get("title", ""), "", "work", "", ""]]
    return {(telling.position_id(place[0], place[1])): place for place in told}  # type: ignore[misc]


def _id(held: Held) -> tuple[str, str]:
    return telling.position_id(held.values["organization"], held.values["title"])  # type: ignore[return-value]


def _open(c: Comparison) -> list[Held]:
    return [
        held
        for held in c.book.positions
        if held.values["kind"] == "work" and not (held.values["ended"] or held.values["ended_seen_on"])
    ]


def _standing(c: Comparison, one: tuple[str, str]) -> Held | None:
    found = (held for held in c.book.positions if _id(held) == one)
    return next((held for held in found if not (held.values["ended"] or held.values["ended_seen_on"])), None)


def _elsewhere(c: Comparison, held: Held) -> bool:
    others = c.book.said_elsewhere(c.desk.kind, c.key)
    return any(_id(held) in _places(said) for said in others)


def _covers(held: Held, one: tuple[str, str]) -> bool:
    """Whether a place that stands here says all that the source says."""
    organization, title = _id(held)
    return one in {(organization, title), (organization, "")}


def _end(c: Comparison, held: Held) -> None:
    seen = {"ended_seen_on": c.desk.as_of}
    c.desk.edit(Position, held.pk, held.last_change, {"ended_seen_on": None}, **seen)
    held.values.update(seen)
    c.note("position")


def _span(c: Comparison, one: tuple[str, str], before: Place, now: Place) -> None:
    """Department and years of a place that the source spoke of before."""
    names = {2: "department", 4: "started", 5: "ended"}
    held = next((held for held in c.book.positions if _id(held) == one), None)
    if held is None or list(before) == list(now) or c.shelf.is_touched(held):
        return
    wanted = {name: now[at] for at, name in names.items() if held.values[name] == before[at] != now[at]}
    if wanted:
        was = {name: held.values[name] for name in wanted}
        c.desk.edit(Position, held.pk, held.last_change, was, **wanted)
        held.values.update(wanted)
        c.note("position")


def _take(c: Comparison, place: Place) -> None:
    organization, title, department, kind, started, ended = place
    c.desk.plan.posts.append(Post(c.who, organization, title, kind, started, ended, department))
    known = telling.position_id(organization, title)
    values: dict[str, Any] = {
        "organization": known[0], "title": title, "department": department, "kind": kind,
        "started": started, "ended": ended, "ended_seen_on": None,
    }  # fmt: skip
    c.book.positions.append(Held(values))
    c.note("position")


def relations(c: Comparison) -> None:
    """Somebody else who is here becomes a tie; who is not certainly here stays a word on the person."""
    before, now = telling.relations(c.base or {}), telling.relations(c.now)
    for one, told in now.items():
        if one in before:
            continue
        kind, label, *rest = told
        party = telling.party_of(rest)
        other = matching.resolve(c.desk, party, beside=c.who)
        if other is not None:
            _tie(c, other, label or kind)
        elif one not in c.book.details:
            c.add_fact(one, "relation", label=(label or kind)[:60], text=telling.shown(party), ref=party.key)
            c.note("details")
    c.drop_facts(before.keys() - now.keys(), telling.relations)


def _tie(c: Comparison, other: Any, how: str) -> None:
    if other.pk is not None and other.pk in c.book.ties:
        return
    if other.pk is not None:
        c.book.ties.add(other.pk)
    c.desk.plan.brought.ties.append((c.who, other, how))
    c.note("details")


def introducer(c: Comparison) -> None:
    """Who brought us together, if they are certainly here; else the name waits on the person."""
    before, now = (c.base or {}).get("introducer"), c.now.get("introducer")
    if not now or now == before or c.book.introduced_by or c.book.introducer:
        return
    party = telling.party_of(now)
    who = matching.resolve(c.desk, party, beside=c.who)
    if who is not None and not who.is_me:
        c.book.introducer = who
        c.desk.plan.brought.introducers.append((c.who, who))
        c.note("introduced_by")
        return
    one = telling.detail_id("introducer", "", telling.shown(party), "", "")
    if one not in c.book.details:
        c.add_fact(one, "introducer", text=telling.shown(party), ref=party.key)
        c.note("introduced_by")


def picture(c: Comparison, record: PersonRecord) -> None:
    """The first picture, drawn anew; a photo that the owner chose stays."""
    before, now = c.before("photo") or "", c.now.get("photo", "")
    book = c.book
    mine = book.photo is not None and book.photo_change not in c.shelf.imports
    if now == before or mine:
        return
    if now and (not before or book.photo or book.photo_coming):
        if not (before == "" and (book.photo or book.photo_coming)):
            _draw(c, record)
    elif not now and book.photo and not any(s.get("photo") for s in book.said_elsewhere(c.desk.kind, c.key)):
        c.desk.plan.brought.photos.append((c.who, None))
        c.note("photo")


def _draw(c: Comparison, record: PersonRecord) -> None:
    assert record.more is not None
    data = next(one.data for one in record.more.pictures if one.data)
    try:
        drawn = c.shelf.draw(data)
    except UnusablePictureError as error:
        c.desk.plan.brought.warnings.append((record.origin, error.reason))
        return
    c.book.photo_coming = True
    c.desk.plan.brought.photos.append((c.who, drawn))
    c.note("photo")


def unusable(record: PersonRecord, draw: Draw) -> Reason | None:
    """Why the picture of a card cannot be used, if it cannot."""
    data = next((one.data for one in record.more.pictures if one.data), b"") if record.more else b""
    try:
        draw(data) if data else None
    except UnusablePictureError as error:
        return error.reason
    return None
