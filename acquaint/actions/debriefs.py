"""What a conversation gave me: kept word for word, and each line put where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions import interests, interviews, introductions, openings, organizations, promises
from acquaint.actions.changes import Writer, writing
from acquaint.actions.mentions import organization_named, person_named
from acquaint.models import Debrief, DebriefLine, Interview, Person, Position
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text import debriefs as reading
from acquaint.text.debriefs import Fault, Line
from acquaint.text.names import storable


@dataclass(frozen=True, slots=True)
class Kept:
    """The interview that was written about, what was made of the lines, and the Change that undoes it all."""

    interview: str
    items: tuple[tuple[str, str], ...]
    undo: str | None


@dataclass(slots=True)
class Desk:
    """What the takers of single lines share."""

    w: Writer
    person: Person
    talk: Interview
    row: Debrief
    on: date
    advice: DebriefLine | None = field(default=None)


def keep(
    scope: Scope, *, person: str, text: str, interview: str | None = None, on: date | None = None
) -> Kept:
    """Read and keep a debrief of the last talk with a person, or of the interview named.

    Invalid, with a detail for each line that cannot be read, and then nothing is changed; Ambiguous where a
    name is that of several people. A talk that was not marked as held is held thereby; told in two sittings,
    the lines are added to one debrief.
    """
    read = reading.read(text, today=scope.today)
    if read.faults:
        details = [_fault(one) for one in read.faults]
        raise Invalid(_("These lines cannot be read; nothing was kept."), details=details)
    if not read.lines:
        raise Invalid(_("There is nothing to keep: write a line or two about the talk."))
    with writing(scope, "debrief.keep") as w:
        who = w.get(Person, person)
        w.about = who.name
        talk = interviews.held_for_debrief(w, who, interview)
        write(w, talk, who, read.lines, storable(text), on=on or scope.today)
        return Kept(talk.key, tuple(w.made), w.change_id)


def _fault(one: Fault) -> str:
    """Word what is wrong with a line, and what would do."""
    texts = {
        "choice": _("“{given}” is not one of {allowed}."),
        "range": _("“{given}” is no number from {allowed}."),
        "key": _("“{given}” is not a key; did you mean {allowed}?"),
        "words": _("“{given}” has a day, but no words."),
        "name": _("“{given}” holds no name."),
        "day": _("“{given}” holds no day, such as 2025-04-01 or next week."),
    }
    why = texts[one.code].format(given=one.given, allowed=one.allowed)
    return _("line {number}: {why}").format(number=one.number, why=why)


def write(w: Writer, talk: Interview, who: Person, lines: Sequence[Line], raw: str, *, on: date) -> Debrief:
    """Keep read lines inside a wider deed."""
    row = _row(w, talk, who, raw, on)
    desk = Desk(w, who, talk, row, on)
    for line in lines:
        TAKERS[line.key](desk, line)
    interviews.debriefed(w, talk, on)
    w.note("debrief", row)
    return row


def _row(w: Writer, talk: Interview, who: Person, raw: str, on: date) -> Debrief:
    """Return the debrief of this talk, with the words of this sitting added to it."""
    row = Debrief.objects.of(w.scope).filter(interview=talk, person=who).first()
    if row is None:
        return w.add(Debrief, interview=talk, person=who, on=on, raw=raw)
    w.edit(row, raw=f"{row.raw.rstrip()}\n{raw}")
    return row


def _take_fact(desk: Desk, line: Line) -> None:
    """Set what a debrief says once: liked, ease, energy, whether they heard what I want."""
    desk.w.edit(desk.row, **line.values)


def _take_line(desk: Desk, line: Line) -> DebriefLine:
    """Keep one thing learned, advised, wanted or noted."""
    return desk.w.add(
        DebriefLine, debrief=desk.row, interview=desk.talk, person=desk.person, kind=line.key, text=line.text
    )


def _take_advice(desk: Desk, line: Line) -> None:
    desk.advice = _take_line(desk, line)


def _take_will(desk: Desk, line: Line) -> None:
    """Put what I will do to the advice it follows; on its own it is advice that I gave myself."""
    if desk.advice is None or desk.advice.will:
        desk.advice = desk.w.add(
            DebriefLine,
            debrief=desk.row,
            interview=desk.talk,
            person=desk.person,
            kind="advice",
            will=line.text,
        )
    else:
        desk.w.edit(desk.advice, will=line.text)


def _take_promise(desk: Desk, line: Line) -> None:
    promises.write(
        desk.w,
        person=desk.person,
        text=line.text,
        by="theirs" if line.key == "theirs" else "mine",
        made_on=desk.on,
        due_on=line.due,
        interview=desk.talk,
    )


def _take_name(desk: Desk, line: Line) -> None:
    """Make or link the person who was named, and the introduction that leads to them."""
    mention = person_named(desk.w, line.name, introduced_by=desk.person)
    if line.organization and not _works_somewhere(desk, mention.person):
        organizations.hold(desk.w, mention.person, organization=line.organization, title=line.title)
    introductions.write_received(
        desk.w,
        introducer=desk.person,
        introduced=mention.person,
        interview=desk.talk,
        mode=line.mode,
        why=line.why,
        named_on=desk.on,
    )


def _works_somewhere(desk: Desk, person: Person) -> bool:
    here = Position.objects.of(desk.w.scope).filter(person=person, kind="work", ended="", ended_seen_on=None)
    return here.exists()


def _take_opening(desk: Desk, line: Line) -> None:
    openings.write(
        desk.w,
        role=line.text,
        organization=organization_named(desk.w, line.organization),
        source=desk.person,
        interview=desk.talk,
        heard_on=desk.on,
        confidential=line.confidential,
        notes=line.why,
    )


def _take_interest(desk: Desk, line: Line) -> None:
    interests.write(desk.w, desk.person, line.text, on=desk.on, interview=desk.talk)


def _take_next(desk: Desk, line: Line) -> None:
    """Set the next touch: from then on, this is the step that comes next."""
    desk.w.edit(desk.person, next_touch_on=line.due, next_touch_why=line.text)


TAKERS: Mapping[str, Callable[[Desk, Line], object]] = {
    **dict.fromkeys(("liked", "ease", "energy", "heard", "repeat", "change"), _take_fact),
    **dict.fromkeys(("learned", "want", "notwant", "note", "surprise"), _take_line),
    **dict.fromkeys(("promise", "theirs"), _take_promise),
    "advice": _take_advice,
    "will": _take_will,
    "name": _take_name,
    "opening": _take_opening,
    "interest": _take_interest,
    "next": _take_next,
}
