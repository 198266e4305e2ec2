"""The search by date, or what was with one person: journal, talks, introductions, openings, contacts."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from acquaint.formats.story import Figure, Moment
from acquaint.models import (
    Debrief,
    DebriefLine,
    Interaction,
    InteractionPerson,
    Interview,
    InterviewGuest,
    Introduction,
    JournalEntry,
    Opening,
    Person,
)
from acquaint.models.scope import Scope
from acquaint.queries import people

LOT = 500
TOLD = ("id", "name", "credentials", "how_met", "introduced_by__name")

Dated = tuple[date, dict[str, Any]]


def moments(scope: Scope, *, person: int | None = None) -> Iterator[Moment]:
    """All of it, or what that person (primary key) was part of; oldest first, each source in its order."""
    sources = (_journal, _talks, _introductions, _openings, _contacts)
    told = (_placed(place, tell(scope, person)) for place, tell in enumerate(sources))
    for on, of_the_day in groupby(heapq.merge(*told), key=itemgetter(0)):
        month, day = date_format(on, "F Y"), date_format(on, "l j F Y")
        for _on, _place, _turn, more in of_the_day:
            yield Moment(month, day, **more)


def _placed(place: int, rows: Iterator[Dated]) -> Iterator[tuple[date, int, int, dict[str, Any]]]:
    for turn, (on, more) in enumerate(rows):
        yield on, place, turn, more


def _lots(rows: Any) -> Iterator[list[Any]]:
    """The rows some hundred at a time, the question asked once: an offset would be counted anew each time."""
    found = rows.iterator(chunk_size=LOT)
    while lot := list(islice(found, LOT)):
        yield lot


def cast(scope: Scope) -> Iterator[Figure]:
    """Who comes into it, by name: everybody who was asked, met, introduced or chosen."""
    active = ~Q(stage="known") | Q(chosen_on__isnull=False) | Q(introduced_by__isnull=False)
    known = Person.objects.of(scope).filter(active)
    rows = known.order_by("sort_name", "id").values(*TOLD)
    for lot in _lots(rows):
        places = people.places_of(scope, [row["id"] for row in lot])
        for row in lot:
            yield _figure(row, *places.get(row["id"], (None, None)))


def _figure(row: dict[str, Any], organization: str | None, title: str | None) -> Figure:
    through = row["introduced_by__name"]
    work = ", ".join(filter(None, (title, organization)))
    name = f"{row['name']}, {row['credentials']}" if row["credentials"] else row["name"]
    facts = (work, _("Introduced by {name}").format(name=through) if through else "", row["how_met"])
    return Figure(name, tuple(filter(None, facts)))


def _journal(scope: Scope, who: int | None) -> Iterator[Dated]:
    rows = JournalEntry.objects.of(scope).order_by("on", "id")
    if who is not None:
        rows = rows.filter(person_id=who)
    columns = rows.values_list("on", "kind", "text", "url", "person__name")
    for on, kind, text, url, name in columns.iterator(chunk_size=2000):
        said = _("A page I kept") if kind == "bookmark" or url else ""
        about = _("About {name}").format(name=name) if name else ""
        yield on, {"said": ": ".join(filter(None, (said, about))), "words": text, "url": url}


def _talks(scope: Scope, who: int | None) -> Iterator[Dated]:
    rows = Interview.objects.of(scope).filter(held_on__isnull=False).order_by("held_on", "id")
    if who is not None:
        there = InterviewGuest.objects.of(scope).filter(person_id=who).values("interview_id")
        rows = rows.filter(Q(person_id=who) | Q(id__in=there))
    columns = ("id", "held_on", "mode", "place", "person__name")
    for lot in _lots(rows.values(*columns)):
        ids = [row["id"] for row in lot]
        guests, points = _guests(scope, ids), _points(scope, ids, who)
        for row in lot:
            names = ", ".join([row["person__name"], *guests[row["id"]]])
            where = f"{_mode(row['mode'])}, {row['place']}" if row["place"] else _mode(row["mode"])
            said = _("Talked with {names} ({how}).").format(names=names, how=where)
            yield row["held_on"], {"said": said, "points": tuple(points[row["id"]])}


def _guests(scope: Scope, ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = InterviewGuest.objects.of(scope).filter(interview_id__in=ids).order_by("id")
    for talk, name in rows.values_list("interview_id", "person__name"):
        found[talk].append(name)
    return found


def _points(scope: Scope, ids: list[int], who: int | None) -> dict[int, list[tuple[str, str]]]:
    """What each talk gave, line by line; of one person, only what they gave."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    labels = {
        "learned": _("Learned"),
        "advice": _("Advice"),
        "want": _("What I want"),
        "notwant": _("What I do not want"),
        "surprise": _("A surprise"),
        "note": _("Note"),
    }
    theirs = {} if who is None else {"person_id": who}
    lines = DebriefLine.objects.of(scope).filter(interview_id__in=ids, **theirs).order_by("id")
    for talk, kind, text, will, done in lines.values_list("interview_id", "kind", "text", "will", "done_on"):
        found[talk].append((labels.get(kind, kind), text))
        if will:
            found[talk].append((_("What I did about it") if done else _("What I will do"), will))
    debriefs = Debrief.objects.of(scope).filter(interview_id__in=ids, **theirs).order_by("id")
    for talk, repeat, change in debriefs.values_list("interview_id", "repeat", "change"):
        pairs = ((_("To do again"), repeat), (_("To do otherwise"), change))
        found[talk] += [pair for pair in pairs if pair[1]]
    return found


def _introductions(scope: Scope, who: int | None) -> Iterator[Dated]:
    rows = Introduction.objects.of(scope).filter(made_on__isnull=False).order_by("made_on", "id")
    if who is not None:
        rows = rows.filter(Q(introducer_id=who) | Q(introduced_id=who) | Q(other_id=who))
    ends = ("introducer__name", "introduced__name", "other__name", "organization__name")
    for on, direction, by, whom, other, place in rows.values_list("made_on", "direction", *ends):
        if direction == "given":
            said = _("I brought {one} and {other} together.").format(one=whom, other=other)
        else:
            said = _("{by} introduced me to {whom}.").format(by=by or "…", whom=whom or place or "…")
        yield on, {"said": said}


def _openings(scope: Scope, who: int | None) -> Iterator[Dated]:
    """What was told in confidence stays here."""
    rows = Opening.objects.of(scope).filter(confidential_since=None).order_by("heard_on", "id")
    if who is not None:
        rows = rows.filter(source_id=who)
    for on, role, place, name in rows.values_list("heard_on", "role", "organization__name", "source__name"):
        at = _("{role} at {place}").format(role=role, place=place) if place else role
        said = _("{name} told me of an opening: {what}.") if name else _("I heard of an opening: {what}.")
        yield on, {"said": said.format(name=name, what=at)}


def _contacts(scope: Scope, who: int | None) -> Iterator[Dated]:
    """What I wrote down of a contact myself (what an import brought is no story); of one person, all."""
    rows = Interaction.objects.of(scope).filter(interview=None)
    if who is None:
        rows = rows.filter(source="").exclude(text="")
    else:
        there = InteractionPerson.objects.of(scope).filter(person_id=who).values("interaction_id")
        rows = rows.filter(id__in=there)
    columns = ("id", "on", "kind", "text", "place")
    for lot in _lots(rows.order_by("on", "id").values_list(*columns)):
        names: dict[int, list[str]] = defaultdict(list)
        party = InteractionPerson.objects.of(scope).filter(interaction_id__in=[row[0] for row in lot])
        for contact, name in party.order_by("id").values_list("interaction_id", "person__name"):
            names[contact].append(name)
        for pk, on, kind, text, place in lot:
            said = _("{kind} with {names}").format(kind=_contact(kind), names=", ".join(names[pk]))
            yield on, {"said": ", ".join(filter(None, (said, place))) + ".", "words": text}


def _mode(mode: str) -> str:
    words = {
        "call": _("a call"),
        "video": _("a video call"),
        "coffee": _("over coffee"),
        "office": _("at their office"),
        "written": _("in writing"),
    }
    return words.get(mode, mode)


def _contact(kind: str) -> str:
    words = {
        "email": _("Mail"),
        "call": _("A call"),
        "message": _("Messages"),
        "coffee": _("Coffee"),
        "event": _("An event"),
        "meeting": _("A meeting"),
        "interview": _("A talk"),
        "letter": _("A letter"),
    }
    return words.get(kind, _("A contact"))
