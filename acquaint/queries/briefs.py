"""The one-page brief for a conversation: what I know, what I want to learn, what I bring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext

from acquaint.messages import questions as bank
from acquaint.messages.tongue import Tongue
from acquaint.models import DebriefLine, Interview, JournalEntry, Organization, Person, Position, Question
from acquaint.models.scope import Scope
from acquaint.queries import between, grounds, interviews, settings
from acquaint.queries.cards import Named
from acquaint.queries.facts import IntroductionRow, PromiseRow, Shared
from acquaint.queries.interviews import InterviewCard
from acquaint.queries.prepared import prepared

LEARN, RECAP, KNOWN = 3, 6, 8


@dataclass(frozen=True, slots=True)
class Role:
    """One step of a role path."""

    title: str
    organization: str | None
    started: str
    ended: str
    current: bool


@dataclass(frozen=True, slots=True)
class Who:
    """Who I talk to, and how they are called."""

    name: str
    credentials: str
    pronunciation: str
    pronouns: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """How we are connected, what the introducer said, and what we share."""

    how_met: str
    introduced_by: Named | None
    introducer_said: tuple[str, ...]
    common_ground: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What they advised, what I would do about it, and whether I did and told."""

    text: str
    will: str
    done_on: date | None
    told_on: date | None


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last talk: when, what stayed, what they advised."""

    interview: str
    on: date
    recap: tuple[str, ...]
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class OpenPromises:
    """What is promised and not yet kept, both ways."""

    mine: tuple[PromiseRow, ...]
    theirs: tuple[PromiseRow, ...]


@dataclass(frozen=True, slots=True)
class BriefQuestion:
    """A question to ask; `id` where it is one of mine, `must` for the one that has to be asked."""

    id: str | None
    category: str
    text: str
    must: bool


@dataclass(frozen=True, slots=True)
class Logistics:
    """When it begins and has to end, and how to get there or through."""

    interview: str
    state: str
    at: datetime
    ends: datetime
    zone: str
    minutes: int
    mode: str
    place: str
    phone: str
    guests: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it, in the order of the page; `missing` names what would make it better."""

    person: Named
    on: date
    who: Who
    connection: Connection
    last_time: LastTime | None
    promises: OpenPromises
    news: tuple[str, ...]
    known: tuple[str, ...]
    learn: tuple[str, ...]
    questions: tuple[BriefQuestion, ...]
    story: str
    offer: tuple[str, ...]
    reverse: tuple[str, ...]
    logistics: Logistics | None
    avoid: tuple[str, ...]
    missing: tuple[str, ...]


def brief(scope: Scope, person: str, *, interview: str | None = None) -> Brief:
    """Return the brief for the next talk with a person (a key), or for the interview named."""
    row = _person(scope, key=person)[0]
    lies = between.of_person(scope, row.pk)
    talk = _talk(scope, person, interview)
    last = _last_time(scope, row, talk)
    own = _own_questions(scope, row)
    promises = OpenPromises(_open(lies.promises.mine), _open(lies.promises.theirs))
    connection = _connection(scope, row, lies.introductions)
    story = settings.myself(scope).one_liner
    who = Who(row.name, row.credentials, row.pronunciation, row.pronouns, _roles(scope, row))
    return Brief(
        person=Named(row.key, row.name),
        on=scope.today,
        who=who,
        connection=connection,
        last_time=last,
        promises=promises,
        news=_news(scope, row),
        known=_known(scope, row, last),
        learn=_learn(own),
        questions=_questions(scope, row, talk, own, last, introduced=row.introduced_by is not None),
        story=story,
        offer=_offer(promises, connection),
        reverse=tuple(gettext(text) for text in bank.REVERSE),
        logistics=_logistics(talk),
        avoid=tuple(gettext(text) for text in bank.AVOID),
        missing=_missing(who, connection, story, talk),
    )


def _talk(scope: Scope, person: str, interview: str | None) -> InterviewCard | None:
    """Return the interview that is prepared: the one named, else the next booked, else the one at hand."""
    if interview:
        return interviews.show(scope, interview)
    late = [one for one in interviews.listed(scope, person=person) if one.state in ("booked", "confirmed")]
    booked = [one for one in late if one.ends >= scope.now]
    return min(booked, key=lambda one: one.at, default=late[0] if late else None)


def _last_time(scope: Scope, row: Person, talk: InterviewCard | None) -> LastTime | None:
    held = _talked(scope, person=row.pk, but=talk.id if talk else "")
    if not held:
        return None
    last = held[0]
    lines = _lines(scope, person=row.pk, talk=last.pk)
    recap = [one.text for one in lines if one.kind in ("learned", "surprise", "note") and one.text]
    advised = [one for one in lines if one.kind == "advice"]
    return LastTime(
        interview=last.key,
        on=last.held_on or last.on,
        recap=tuple(recap[:RECAP]),
        advice=tuple(Advice(one.text, one.will, one.done_on, one.told_on) for one in advised),
    )


def _roles(scope: Scope, row: Person) -> tuple[Role, ...]:
    roles = [
        Role(
            one.title,
            one.organization.name if one.organization else None,
            one.started,
            one.ended,
            not one.ended and one.ended_seen_on is None,
        )
        for one in _positions(scope, person=row.pk)
    ]
    return tuple(sorted(roles, key=lambda one: (one.current, one.started or one.ended), reverse=True))


def _connection(scope: Scope, row: Person, introductions: tuple[IntroductionRow, ...]) -> Connection:
    led = [one for one in introductions if one.introduced and one.introduced.id == row.key]
    said = [f"{one.introducer.name}: {one.why}" for one in led if one.why and one.introducer]
    by = row.introduced_by
    through = Named(by.key, by.name) if by else next((one.introducer for one in led if one.introducer), None)
    return Connection(row.how_met, through, tuple(said), grounds.shared(scope, row.pk))


def _open(rows: tuple[PromiseRow, ...]) -> tuple[PromiseRow, ...]:
    return tuple(row for row in rows if row.state == "open")


def _news(scope: Scope, row: Person) -> tuple[str, ...]:
    """Return what I noted about the employer and saved about the person: nothing is fetched."""
    places = [f"{name}: {notes}" for name, notes in _noted(scope, person=row.pk)]
    saved = [" ".join(filter(None, entry)) for entry in _saved(scope, person=row.pk)]
    return (*places, *saved)


def _known(scope: Scope, row: Person, last: LastTime | None) -> tuple[str, ...]:
    """Return what I know already and need not ask: notes, and what I learned before the last talk."""
    told = set(last.recap) if last else set()
    facts = [text for text in _learned(scope, person=row.pk) if text and text not in told]
    notes = [line for line in row.notes.splitlines() if line.strip()]
    return tuple([*notes, *facts][:KNOWN])


def _own_questions(scope: Scope, row: Person) -> list[Question]:
    """Return my open questions that fit: those of the person's fields first, then those for everybody."""
    fields = set(_fields(scope, person=row.pk))
    rows: list[Question] = _open_questions(scope)
    fitting = [one for one in rows if one.field_id is None or not fields or one.field_id in fields]
    return sorted(fitting, key=lambda one: (one.must_since is None, one.field_id is None, one.pk))


def _learn(own: list[Question]) -> tuple[str, ...]:
    mine = [one.text for one in own[:LEARN]]
    return tuple([*mine, *(gettext(text) for text in bank.LEARN)][:LEARN])


def _questions(
    scope: Scope,
    row: Person,
    talk: InterviewCard | None,
    own: list[Question],
    last: LastTime | None,
    *,
    introduced: bool,
) -> tuple[BriefQuestion, ...]:
    chosen = bank.choose(
        minutes=talk.minutes if talk else settings.read(scope).minutes,
        own=[bank.Asked(one.category or "own", one.text, must=one.must_since is not None) for one in own],
        advice=[one.text for one in last.advice if one.text] if last else (),
        again=last is not None,
        introduced=introduced,
        asked=_asked(scope, person=row.pk),
        tongue=Tongue(gettext),
    )
    keys = {one.text: one.key for one in own}
    return tuple(BriefQuestion(keys.get(one.text), one.category, one.text, one.must) for one in chosen)


def _offer(promises: OpenPromises, connection: Connection) -> tuple[str, ...]:
    """Return what I can bring: what I promised, what we share, and always the question how I can help."""
    promised = [gettext("You promised: {text}").format(text=one.text) for one in promises.mine]
    shared = [gettext("You share: {text}").format(text=one.text) for one in connection.common_ground]
    return (*promised, *shared, gettext("Ask what they are working on that you might help with."))


def _logistics(talk: InterviewCard | None) -> Logistics | None:
    if talk is None:
        return None
    return Logistics(
        interview=talk.id,
        state=talk.state,
        at=talk.at,
        ends=talk.ends,
        zone=talk.zone,
        minutes=talk.minutes,
        mode=talk.mode,
        place=talk.place,
        phone=talk.phone,
        guests=talk.guests,
    )


def _no_way_to(talk: InterviewCard | None) -> bool:
    return talk is not None and not talk.place and not talk.phone


def _missing(who: Who, connection: Connection, story: str, talk: InterviewCard | None) -> tuple[str, ...]:
    """Name what is not recorded yet and would make the brief better."""
    wanted = (
        (not who.roles, gettext("what they do, and where")),
        (not connection.how_met and not connection.introduced_by, gettext("how you are connected")),
        (not story, gettext("what you are looking for, in one sentence")),
        (talk is None, gettext("a time: no talk is booked")),
        (
            talk is not None and not talk.place and not talk.phone,
            gettext("where to go, or what number to call"),
        ),
    )
    return tuple(text for lacking, text in wanted if lacking)


@prepared
def _person(told: Any) -> Any:
    return Person.objects.of(told).select_related("introduced_by").filter(key=told.key)


@prepared
def _talked(told: Any) -> Any:
    held = Interview.objects.of(told).filter(person_id=told.person, held_on__isnull=False, unsafe_on=None)
    return held.exclude(key=told.but).order_by("-at_utc", "-id")[:1]


@prepared
def _lines(told: Any) -> Any:
    return DebriefLine.objects.of(told).filter(person_id=told.person, interview_id=told.talk).order_by("id")


@prepared
def _positions(told: Any) -> Any:
    rows = Position.objects.of(told).filter(person_id=told.person)
    return rows.select_related("organization").order_by("-id")


@prepared
def _noted(told: Any) -> Any:
    here = Position.objects.of(told).filter(person_id=told.person, kind="work", ended="", ended_seen_on=None)
    places = Organization.objects.of(told).filter(id__in=here.values("organization_id"))
    return places.exclude(notes="").values_list("name", "notes")


@prepared
def _saved(told: Any) -> Any:
    rows = JournalEntry.objects.of(told).filter(person_id=told.person, kind="bookmark")
    return rows.order_by("-on", "-id").values_list("text", "url")[:LEARN]


@prepared
def _learned(told: Any) -> Any:
    rows = DebriefLine.objects.of(told).filter(person_id=told.person, kind__in=("learned", "surprise"))
    return rows.order_by("-id").values_list("text", flat=True)


@prepared
def _fields(told: Any) -> Any:
    here = Position.objects.of(told).filter(person_id=told.person, ended="", ended_seen_on=None)
    in_field = here.filter(organization__field__isnull=False)
    return in_field.values_list("organization__field_id", flat=True)


@prepared
def _open_questions(told: Any) -> Any:
    return Question.objects.of(told).filter(asked_in=None).order_by("id")


@prepared
def _asked(told: Any) -> Any:
    return Question.objects.of(told).filter(asked_in__person=told.person).values_list("text", flat=True)
