"""Keeps one dated thing (a contact, a note, a promise, a tie) as its source says it, compared three ways.

The three are what the source said last (remembered as digests), what it says now, and what stands here. What
changed only in the source is taken over; what the owner changed or took away since stays so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from django.db import models

from acquaint.actions.imports.known import Who
from acquaint.actions.imports.people import FIRST_SEEN, UNCHANGED, Judged
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import PREFIX, Put, Row, Said, digest, external_key
from acquaint.formats.records import Reason
from acquaint.models import Interaction
from acquaint.models.rows import new_key

# Why a contact was taken back: for all, because nobody else was in it, or since it lies in days to come.
Off = Literal["cancelled", "declined", "put off"]
CANCELLED: Final = "cancelled"
DECLINED: Final = "declined"
PUT_OFF: Final = "put off"


@dataclass(slots=True)
class Thing:
    """What a source says: `told` are its own words on a column where ours follow from more than them.

    `given` are columns of a new row that are never compared, `rank` tells the newer version of two.
    """

    kind: str
    key: str
    model: type[models.Model]
    values: dict[str, Any]
    people: tuple[Who, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)
    rank: tuple[int, str] = (0, "")

    @property
    def name(self) -> str:
        """The key under which the source's word is kept."""
        return PREFIX + external_key(self.key)

    def words(self) -> dict[str, list[str]]:
        """By column: what the source says, and what we make of it, as digests."""
        return {
            name: [digest(self.told.get(name, value)), digest(value)] for name, value in self.values.items()
        }


def said(desk: Desk, thing: Thing) -> Said | None:
    """What the source said last of this thing."""
    return desk.here.said.get((thing.kind, thing.name))


def row(desk: Desk, told: Said) -> Row | None:
    """The row that was made of it, None if it is gone."""
    return desk.here.rows.get(told.record.get("made", ""))


def rank_of(told: Said) -> tuple[int, str]:
    """The version that was said last."""
    sequence, stamped = told.record.get("rank", (0, ""))
    return sequence, stamped


def _stays_off(told: Said, rank: tuple[int, str]) -> bool:
    """Whether it was called off in this version or a later one."""
    off = told.record.get("off")
    return bool(off) and (rank_of(told) > rank or (off == CANCELLED and rank_of(told) == rank))


def keep(desk: Desk, thing: Thing) -> Judged:
    """What becomes of the thing."""
    told = said(desk, thing)
    if told is not None and _stays_off(told, thing.rank):
        return "ignored", Reason("older_here")
    if told is None or told.record.get("off"):
        if thing.model is Interaction and (thing.kind, external_key(thing.key)) in desk.here.contacts:
            return "same", UNCHANGED
        return _make(desk, thing, told)
    if rank_of(told) > thing.rank:
        return "ignored", Reason("older_here")
    found = row(desk, told)
    if found is None:
        return "ignored", Reason("taken_away")
    return _compare(desk, thing, told, found)


def adopt(desk: Desk, thing: Thing, found: Row) -> Judged:
    """Remember that the source speaks of a row that is here by other means."""
    _remember(desk, thing, found.key, None)
    return "update", Reason("tie_recognised")


def call_off(desk: Desk, thing: Thing, told: Said, *, off: Off) -> Judged:
    """Take a contact back that its source says was called off, unless the owner wrote in it."""
    found = row(desk, told)
    if found is None:
        return "ignored", Reason("taken_away")
    words: dict[str, list[str]] = told.record.get("as", {})
    if any(digest(found.values.get(name)) != put for name, (_said, put) in words.items()):
        return "conflict", Reason("called_off_but_yours")
    desk.plan.dated.gone.append(found)
    _note(desk, thing, {**told.record, "off": off, "rank": list(thing.rank)}, told)
    return "update", Reason("called_off")


def leave(desk: Desk, thing: Thing, told: Said, who: Sequence[Who]) -> Judged:
    """Take people out of a contact in which they were not after all; without anybody it is off."""
    found = row(desk, told)
    leaving = [one for one in who if found is not None and one.pk in found.party]
    if found is None or not leaving:
        return "ignored", Reason("answer_noted")
    if len(leaving) == len(found.party):
        return call_off(desk, thing, told, off=DECLINED)
    desk.plan.dated.left.extend((found, one) for one in leaving)
    left = {**told.record.get("left", {}), **{str(one.pk): list(thing.rank) for one in leaving}}
    _note(desk, thing, {**told.record, "left": left}, told)
    return "update", Reason("guest_declined")


def _make(desk: Desk, thing: Thing, told: Said | None) -> Judged:
    key = new_key()
    values = {**thing.values, **thing.given}
    desk.plan.dated.puts.append(Put(thing.model, key, values, thing.people))
    _remember(desk, thing, key, told)
    return "new", FIRST_SEEN


def _compare(desk: Desk, thing: Thing, told: Said, found: Row) -> Judged:
    base: dict[str, list[str]] = told.record.get("as", {})
    now = thing.words()
    edits: dict[str, Any] = {}
    kept: list[str] = []
    for name, (word, put) in now.items():
        before_word, before_put = base.get(name, ["", ""])
        held = digest(found.values.get(name))
        if word == before_word or held == put:
            continue
        if held == before_put:
            edits[name] = thing.values[name]
        else:
            kept.append(name)
    left: dict[str, list[Any]] = told.record.get("left", {})
    joining = [who for who in thing.people if who.pk is not None and who.pk not in found.party]
    joining = [who for who in joining if tuple(left.get(str(who.pk), (-1, ""))) < thing.rank]
    joining = joining if thing.model is Interaction else []
    if not (edits or kept or joining) and all(now[name][0] == base.get(name, [""])[0] for name in now):
        return "same", UNCHANGED
    if edits:
        desk.plan.dated.edits.append((thing.model, found, edits))
    desk.plan.dated.joined.extend((found, who) for who in joining)
    # A column that stays mine keeps the source's new word: it is not asked about again.
    _remember(desk, thing, found.key, told, mine=kept)
    if kept:
        return "conflict", Reason("kept_your_entry")
    if edits:
        return "update", Reason("moved")
    return "update", Reason("guests_joined" if joining else "recognised_again")


def _remember(desk: Desk, thing: Thing, made: str, told: Said | None, mine: list[str] | None = None) -> None:
    words = thing.words()
    before: dict[str, list[str]] = told.record.get("as", {}) if told else {}
    for name in mine or ():
        words[name] = [words[name][0], before.get(name, ["", ""])[1]]
    record: dict[str, Any] = {"model": thing.model._meta.db_table, "made": made, "as": words}
    if thing.rank != (0, ""):
        record["rank"] = list(thing.rank)
    if told is not None and told.record.get("left"):
        record["left"] = told.record["left"]
    _note(desk, thing, record, told)


def _note(desk: Desk, thing: Thing, record: dict[str, Any], told: Said | None) -> None:
    new = Said(thing.kind, thing.name, record, seen_on=desk.as_of)
    if told is not None:
        new.pk, new.last_change, new.before = told.pk, told.last_change, told
    desk.plan.dated.said.append(new)
    desk.here.said[thing.kind, thing.name] = new
