"""What the chips of a captured line become: contact, introductions, promises, openings, ties, ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from acquaint.actions import (
    feelings,
    interactions,
    interests,
    interviews,
    introductions,
    openings,
    organizations,
    people,
    promises,
    ties,
)
from acquaint.actions.changes import Writer
from acquaint.models import Debrief, Interview, Organization, Person, Position
from acquaint.text.capture import Capture, Chip


@dataclass(slots=True)
class Desk:
    """What the takers of single chips share."""

    w: Writer
    read: Capture
    people: Mapping[int, Person]
    firms: dict[int, Organization] = field(default_factory=dict)
    talks: dict[int, Interview] = field(default_factory=dict)

    def person(self, place: int | None) -> Person | None:
        """The person behind a chip; None for one that was left open."""
        return self.people.get(place) if place is not None else None

    def some(self, places: Iterable[int]) -> list[Person]:
        """The people behind chips, each once."""
        return list(dict.fromkeys(self.people[place] for place in places if place in self.people))

    def of(self, *kinds: str) -> Iterator[Chip]:
        """The chips of these kinds, in the order of the line."""
        return (chip for chip in self.read.chips if chip.kind in kinds)


def far_ends(read: Capture) -> set[int]:
    """The people named only as the far end of an introduction or a tie: nothing is owed to them yet."""
    far: set[int] = set()
    near: set[int] = set()
    for chip in read.chips:
        value = chip.value
        if chip.kind == "introduction":
            far |= set(value["to"])
        elif chip.kind == "tie":
            far |= set(value["of"][1:])
        elif chip.kind not in {"person", "organization"}:
            said = value.get("who")
            near |= {place for place in (said if isinstance(said, list) else [said]) if place is not None}
    return far - near


def apply(w: Writer, read: Capture, rows: Mapping[int, Person]) -> set[int]:
    """Put everything that was understood in its place, inside the Change that keeps the line.

    Returns the places of the people with whom it was an interview.
    """
    desk = Desk(w, read, rows)
    for place, chip in enumerate(read.chips):
        if chip.kind == "organization":
            desk.firms[place] = organizations.write(w, chip.value["name"])
    for kinds in ORDER:
        for chip in desk.of(kinds):
            TAKERS[chip.kind](desk, chip.value, chip)
    return {place for place, person in rows.items() if person.pk in desk.talks}


def _take_organization(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    """Where somebody works: said outright it is a move, said by the way only where nothing is known."""
    person = desk.person(value["of"])
    if person is None:
        return
    here = Position.objects.of(desk.w.scope).filter(person=person, kind="work", ended="", ended_seen_on=None)
    if value.get("moved") or not here.exists():
        organizations.hold(desk.w, person, organization=value["name"], title=value.get("title", ""))


def _take_contact_point(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    person = desk.person(value["who"])
    if person is not None:
        people.reach_by(desk.w, person, [value["value"]], value["kind"])


def _take_introduction(desk: Desk, value: Mapping[str, Any], chip: Chip) -> None:
    if value["direction"] == "given":
        _give(desk, value)
        return
    by = desk.person(value["by"])
    if by is None:
        return
    targets = [one for one in desk.some(value["to"]) if one.pk != by.pk]
    firms = [desk.firms[place] for place in value["to"] if place in desk.firms]
    pairs: list[tuple[Person | None, Organization | None]] = [(person, None) for person in targets]
    for person, firm in pairs or [(None, firm) for firm in firms]:
        day = _day(value.get("on"))
        row = introductions.write_received(
            desk.w,
            introducer=by,
            introduced=person,
            organization=firm,
            why=value["text"],
            named_on=day,
            check_back_on=_day(value.get("due")),
        )
        if value["state"] == "made":
            introductions.connect(desk.w, row, day or desk.w.scope.today)
    if not targets and not firms:
        text = _("introduce me to {whom}").format(whom=value["text"] or chip.text)
        promises.write(desk.w, person=by, text=text, by="theirs", due_on=_day(value.get("due")))


def _give(desk: Desk, value: Mapping[str, Any]) -> None:
    """Bring two people together; to a place it is a promise, for a place has no say."""
    both = desk.some(value["to"])
    if len(both) > 1:
        row = introductions.write_given(desk.w, both[0], both[1], on=_day(value.get("on")))
        if value["state"] == "made":
            introductions.connect(desk.w, row, _day(value["on"]) or desk.w.scope.today)
            ties.write(desk.w, both[0], both[1], on=row.made_on, source="introduction")
        return
    firm = next((desk.firms[place] for place in value["to"] if place in desk.firms), None)
    if both and firm and value["state"] == "owed":
        text = _("introduce them to {whom}").format(whom=firm.name)
        promises.write(desk.w, person=both[0], text=text, due_on=_day(value["due"]))


def _take_interaction(desk: Desk, value: Mapping[str, Any], chip: Chip) -> None:
    party = desk.some(value["who"])
    on = date.fromisoformat(value["on"])
    if not party:
        return
    if value.get("planned"):
        for person in party:
            _next_touch(desk, person, on, " ".join(chip.text.split()))
        return
    talk = _talk(desk, value, chip, party, on)
    if talk is not None:
        desk.talks.update(dict.fromkeys((person.pk for person in party), talk))
        return
    interactions.write(
        desk.w,
        party,
        kind=value["kind"],
        on=on,
        direction=value["direction"],
        text=desk.read.raw.strip(),
        place=value["place"] or "",
        about=", ".join(topic.value["text"] for topic in desk.of("topic")),
    )
    if value["direction"] == "both":
        for person in party:
            introductions.follow_meeting(desk.w, person, on)


def _talk(
    desk: Desk, value: Mapping[str, Any], chip: Chip, party: list[Person], on: date
) -> Interview | None:
    """The interview that this was: told as one, or booked with one of them for that day or before."""
    if value["kind"] != "interview" and not feelings.may_be_booked(chip):
        return None
    said = on if any(one.value["for"] == desk.read.chips.index(chip) for one in desk.of("date")) else None
    for person in party:
        guests = [other for other in party if other.pk != person.pk]
        only = value["kind"] != "interview"
        place = value["place"] or ""
        talk = interviews.took_place(desk.w, person, on=said, booked_only=only, guests=guests, place=place)
        if talk is not None:
            return talk
    return None


def _take_promise(desk: Desk, value: Mapping[str, Any], chip: Chip) -> None:
    person = desk.person(value["who"])
    if person is None:
        return
    promises.write(
        desk.w,
        person=person,
        text=value["text"],
        by="mine" if chip.kind == "promise" else "theirs",
        due_on=_day(value["due"]),
        interview=desk.talks.get(person.pk),
    )


def _take_opening(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    source = desk.person(value["source"])
    openings.write(
        desk.w,
        role=value["role"] or _("an opening"),
        organization=desk.firms.get(value["org"]) if value["org"] is not None else None,
        source=source,
        interview=desk.talks.get(source.pk) if source else None,
        confidential=value["confidential"],
    )


def _take_tie(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    one = desk.person(value["of"][0]) if value["of"] else None
    firm = desk.firms.get(value["org"]) if value["org"] is not None else None
    how = ", ".join(filter(None, (value["how"], firm.name if firm else "")))
    for other in desk.some(value["of"][1:]):
        if one is not None and other.pk != one.pk:
            ties.write(desk.w, one, other, how=how, source="told")


def _take_ground(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    """Common ground is an interest of theirs and of mine."""
    today = desk.w.scope.today
    for person in desk.some(value["who"]):
        interests.write(desk.w, person, value["text"], kind=value["kind"], on=today)
        interests.write(desk.w, people.me(desk.w), value["text"], kind=value["kind"], on=today)


def _take_topic(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    """What a contact was about stands with the contact; without one it is what they care about."""
    everybody = desk.some(sorted(desk.people))
    if len(everybody) == 1 and not any(desk.of("interaction")):
        interests.write(desk.w, everybody[0], value["text"], on=desk.w.scope.today)


def _take_cadence(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    """A rhythm of their own, from today on: any contact starts it anew, until another one is said."""
    person = desk.person(value["who"])
    if person is not None:
        today = desk.w.scope.today
        chosen = person.chosen_on or today
        desk.w.edit(person, rhythm_days=value["days"], rhythm_on=today, chosen_on=chosen)
        desk.w.note("person", person)


def _next_touch(desk: Desk, person: Person, on: date, why: str) -> None:
    """The next step is dated by hand, and somebody it is dated for is one whom I chose."""
    chosen = person.chosen_on or desk.w.scope.today
    desk.w.edit(person, next_touch_on=on, next_touch_why=why, chosen_on=chosen)
    desk.w.note("person", person)


def _take_feel(desk: Desk, value: Mapping[str, Any], _chip: Chip) -> None:
    """Whether I liked talking with them is the fit record of an interview held."""
    person = desk.person(value["who"])
    talk = desk.talks.get(person.pk) if person else None
    if talk is None:
        return
    row = Debrief.objects.of(desk.w.scope).filter(interview=talk, person=person).first()
    if row is None:
        row = desk.w.add(Debrief, interview=talk, person=person, on=talk.on, raw=desk.read.raw)
    desk.w.edit(row, liked=value["liked"])
    desk.w.note("debrief", row)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


TAKERS: Mapping[str, Callable[[Desk, Mapping[str, Any], Chip], None]] = {
    "organization": _take_organization,
    "contact": _take_contact_point,
    "introduction": _take_introduction,
    "interaction": _take_interaction,
    "promise": _take_promise,
    "promise-theirs": _take_promise,
    "opening": _take_opening,
    "tie": _take_tie,
    "ground": _take_ground,
    "topic": _take_topic,
    "cadence": _take_cadence,
    "feel": _take_feel,
    "fit": _take_feel,
}
# An introduction comes before the contact that it led to, a talk before what was said in it.
ORDER = tuple(TAKERS)
