"""Judges what other programs keep beside people: contacts, notes, promises, and who knows whom."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from acquaint.actions.imports import heard, keeping, parties
from acquaint.actions.imports.keeping import Thing
from acquaint.actions.imports.known import kept
from acquaint.actions.imports.people import Judged
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.things import Offered
from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord, TieRecord
from acquaint.formats.records import Party, Reason
from acquaint.models import Interaction, JournalEntry, Promise, Tie
from acquaint.text import partial_dates
from acquaint.text.lines import one_line

Happening = ContactRecord | NoteRecord | PromiseRecord | TieRecord
HAPPENINGS: Final = (ContactRecord, NoteRecord, PromiseRecord, TieRecord)
_EVERY: Final = re.compile(
    r"(?:every\s+)?(\d{1,4})?\s*(day|week|month|quarter|year)s?|(dai|week|month|year|quarter)ly"
)
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_DAYS: Final = {"day": 1, "dai": 1, "week": 7}
_TURNS: Final = 20_000  # of something that comes again, looked at until one is to come
_YEAR: Final = 12


def people_of(record: Happening) -> tuple[Party, ...]:
    """Everybody whom it names."""
    return (record.one, record.other) if isinstance(record, TieRecord) else record.people


def judge(desk: Desk, record: Happening) -> Judged:
    """What becomes of it."""
    if isinstance(record, ContactRecord):
        return _contact(desk, record)
    if isinstance(record, NoteRecord):
        return _note(desk, record)
    if isinstance(record, PromiseRecord):
        return _promise(desk, record)
    return _tie(desk, record)


def _contact(desk: Desk, record: ContactRecord) -> Judged:
    who, strange = parties.everybody(desk.known, record.people)
    text = _together(record.title, record.text, record.tags)
    asked = [parties.offer(desk, one, reason="named_beside", about=text, on=record.on) for one in strange]
    heard.meeting(desk, desk.kind, record, strange)
    if not who:
        return "ignored", Reason("guests_offered" if any(asked) else "nobody_known")
    on = _day(record.on) or desk.as_of
    if on > desk.scope.today:
        return "ignored", Reason("still_to_come")
    values: dict[str, Any] = {
        "on": on.isoformat(),
        "kind": record.kind,
        "direction": record.direction,
        "text": text,
        "place": kept(record.place),
    }
    return keeping.keep(desk, Thing(desk.kind, record.key, Interaction, values, who))


def _note(desk: Desk, record: NoteRecord) -> Judged:
    title = "" if record.text.startswith(record.title) else record.title
    return _written(desk, record.key, record.on, _together(title, record.text, record.tags), record.people)


def _written(desk: Desk, key: str, on: str, text: str, people: Iterable[Party]) -> Judged:
    """An entry of the journal leads to one person; it names the others."""
    named = list(people)
    who, _strange = parties.everybody(desk.known, named)
    missing = [one.name for one in named if one.name and one.name not in text]
    if missing and (len(named) > 1 or not who):
        text = f"{text}\n({', '.join(map(kept, missing))})"
    day = _day(on)
    values = {"on": (day or desk.as_of).isoformat(), "text": text}
    thing = Thing(desk.kind, key, JournalEntry, values, who[:1], {"kind": "entry"}, {"on": on})
    return keeping.keep(desk, thing)


def _promise(desk: Desk, record: PromiseRecord) -> Judged:
    who, _strange = parties.everybody(desk.known, record.people)
    text = one_line(kept(": ".join(filter(None, (record.text, record.notes)))))
    if not text:
        return "ignored", Reason("no_text")
    if not who:
        said = f"{text} ({record.due})" if record.due else text
        return _written(desk, record.key, record.done_on or record.due, said, record.people)
    names = [one.name for one in record.people[1:] if one.name]
    due = _due(record, desk.scope.today)
    done = record.done or bool(record.done_on)
    done_on = _day(record.done_on) or min(due or desk.as_of, desk.as_of) if done else None
    values: dict[str, Any] = {
        "text": f"{text} ({', '.join(map(kept, names))})" if names else text,
        "due_on": due.isoformat() if due else None,
        "kept_on": done_on.isoformat() if done_on else None,
    }
    made_on = min(day for day in (desk.as_of, due, done_on) if day is not None)
    given = {"by": record.by, "made_on": made_on.isoformat()}
    told = {
        "due_on": f"{record.due}|{record.every}".strip("|"),
        "kept_on": record.done_on or ("done" if done else ""),
    }
    verdict, reason = keeping.keep(desk, Thing(desk.kind, record.key, Promise, values, who[:1], given, told))
    if verdict == "new" and record.every and not done:
        return verdict, Reason("comes_again", {"every": record.every, "on": values["due_on"] or "–"})
    return verdict, reason


def _tie(desk: Desk, record: TieRecord) -> Judged:
    one, other = parties.found(desk.known, record.one), parties.found(desk.known, record.other)
    if one is None or other is None or one is other:
        return _half_a_tie(desk, record)
    how = _how(record)
    thing = Thing(desk.kind, record.key, Tie, {"how": how}, (one, other), {"source": desk.kind[:30]})
    if keeping.said(desk, thing) is None:
        pair = frozenset((one, other))
        if pair in desk.here.tied:
            return "same", Reason("said_twice")
        desk.here.tied.add(pair)
        ids = frozenset(who.pk for who in (one, other) if who.pk is not None)
        if (held := desk.here.ties.get(ids)) is not None:
            return keeping.adopt(desk, thing, held)
    return keeping.keep(desk, thing)


def _half_a_tie(desk: Desk, record: TieRecord) -> Judged:
    """Somebody who is here knows somebody who is not: the owner is asked."""
    one, other = parties.found(desk.known, record.one), parties.found(desk.known, record.other)
    who, party = (one, record.other) if one else (other, record.one)
    if who is None or one is other or not party.name or parties.erased(desk.known, party):
        return "ignored", Reason("nobody_known")
    facts = {
        "party": parties.told(party),
        "source": desk.kind,
        "reason": "knows_somebody",
        "about": _how(record),
    }
    sign = parties.sign_of(Party(key=f"{desk.kind}:{record.key}"))
    desk.plan.dated.offers.setdefault(("tie", sign), Offered("tie", sign, facts, None, who))
    return "ignored", Reason("tie_offered")


def _how(record: TieRecord) -> str:
    """What they are to each other, readable from either side."""
    said = f"{record.kind} ({record.one.name} → {record.other.name})" if record.one.name else record.kind
    return kept(". ".join(filter(None, (said, record.notes))))


def _together(title: str, text: str, tags: Iterable[str]) -> str:
    parts = [title if title != text else "", text, " ".join(f"#{tag}" for tag in tags)]
    return kept("\n".join(filter(None, parts)))


def _day(said: str) -> date | None:
    """The first day that a date, whole or in part, can mean."""
    try:
        return partial_dates.lower_bound(said)
    except ValueError:
        return None


def _due(record: PromiseRecord, today: date) -> date | None:
    """When it is due; of what comes again, the next time."""
    first = _day(record.due)
    if first is None or first >= today or not record.every or record.done:
        return first
    return next((day for day in again(first, record.every) if day >= today), first)


def again(first: date, every: str) -> Iterator[date]:
    """The days on which something comes again, as plain words say it ("3 weeks", "monthly")."""
    match = _EVERY.fullmatch(every.strip().lower())
    if not match:
        return
    count, unit = int(match[1] or 1) or 1, match[2] or match[3]
    for turn in range(1, _TURNS):
        try:
            yield _after(first, turn * count, unit)
        except (OverflowError, ValueError):
            return


def _after(first: date, count: int, unit: str) -> date:
    if unit in _DAYS:
        return first + timedelta(days=count * _DAYS[unit])
    months = first.year * _YEAR + first.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, _YEAR)
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
