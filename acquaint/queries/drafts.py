"""A draft of a message from the rows: gathers the facts of a kind, the warnings, and lets the kind write it.

What was told in confidence has no way in: openings and notes are not read here at all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from django.utils.translation import gettext as _

from acquaint.messages import registry
from acquaint.messages.compose import compose
from acquaint.messages.contract import Channel, Draft, Formality, MessageFacts, Style
from acquaint.messages.reasons import Reason, word
from acquaint.messages.sayings import SAYINGS
from acquaint.messages.tongue import ENGLISH, Tongue
from acquaint.models import Ask, ContactPoint, DebriefLine, Field, Interview, Introduction, Person, Promise
from acquaint.models.errors import Invalid, NotFound
from acquaint.models.scope import Scope
from acquaint.queries import introductions, links, settings, warnings
from acquaint.queries.suggestions.desk import Desk


def draft(
    scope: Scope,
    *,
    kind: str,
    who: str,
    about: str = "",
    style: Style = "plain",
    tongue: Tongue = ENGLISH,
) -> Draft:
    """The message of this kind to a person (a key); ``about`` is the key of the row that it is about.

    NotFound for a person or row that is not here, Invalid for a kind that is none.
    """
    if kind not in registry.KINDS:
        raise Invalid(_("“{kind}” is no kind of message.").format(kind=kind), details=tuple(registry.KINDS))
    person = Person.objects.of(scope).select_related("introduced_by").filter(key=who).first()
    if person is None:
        raise NotFound(_("There is nobody here with the id {key}.").format(key=who))
    facts = _person(scope, person, tongue)
    facts = replace(
        facts, **GATHER.get(kind, _nothing)(scope, person, about), owed=warnings.owed(scope, person, kind)
    )
    chosen = settings.read(scope)
    formality = cast("Formality", chosen.formality)
    written = replace(facts, minutes=facts.minutes or chosen.minutes)
    return compose(registry.load(kind), written, tongue=tongue, formality=formality, style=style)


def _person(scope: Scope, person: Person, tongue: Tongue) -> MessageFacts:
    """What any kind may say: me, the person, where they work, and the link between us."""
    me, points = settings.myself(scope), _points(scope, person)
    place = Desk(scope).places([person.pk]).get(person.pk)
    ask = Ask.objects.of(scope).filter(person=person).order_by("made_on", "id").last()
    channel = ask.channel if ask and ask.channel else "email" if "email" in points else ""
    via = ask.via if ask else None
    introducer = via or person.introduced_by
    return MessageFacts(
        today=scope.today,
        me=me.name,
        my_email=me.email,
        my_phone=me.phone,
        one_liner=me.one_liner,
        field=me.fields.split(",")[0].strip() or _field(scope),
        my_zone=scope.zone,
        minutes=0,
        name=person.name,
        call=_called(person),
        email=points.get("email", ""),
        phone=points.get("phone", ""),
        organization=place[1] if place else "",
        role=place[2] if place else "",
        closed=person.closed_on is not None,
        channel=cast("Channel", channel),
        link=ask.link if ask and ask.link else _link(scope, person, tongue),
        introducer=introducer.name if introducer and not introducer.closed_on else "",
        last_on=person.last_contact,
        sent_on=ask.sent_on if ask else None,
        **_said(scope, person, None),
    )


def _points(scope: Scope, person: Person) -> dict[str, str]:
    """The first way of each kind to reach a person."""
    rows = ContactPoint.objects.of(scope).filter(person=person, ended_on=None).order_by("-id")
    return dict(rows.values_list("kind", "value"))


def _called(person: Person) -> str:
    """The given name where a source told it apart from the family name; the whole name otherwise."""
    _family, comma, given = person.sort_name.partition(",")
    return given.strip() if comma else ""


def _field(scope: Scope) -> str:
    """The field explored now, if one is."""
    rows = Field.objects.of(scope).filter(state__in=("preferred", "exploring")).order_by("-state", "id")
    return rows.values_list("name", flat=True).first() or ""


def _link(scope: Scope, person: Person, tongue: Tongue) -> str:
    """What links us, as a request says it; nothing if only the list links us."""
    me = Person.objects.me(scope).values_list("id", flat=True).first()
    found = links.to(scope, [person.pk], me=me)[person.pk]
    if f"link.{found.code}" not in SAYINGS:
        return ""
    return word(Reason(f"link.{found.code}", found.facts), today=scope.today, tongue=tongue)


def _said(scope: Scope, person: Person, talk: Interview | None) -> dict[str, Any]:
    """What they told and advised, in one talk or in the last ones."""
    rows = DebriefLine.objects.of(scope).filter(person=person, kind__in=("learned", "advice"))
    if talk is not None:
        rows = rows.filter(interview=talk)
    lines = list(rows.order_by("-interview_id", "id").values_list("kind", "text", "will", "done_on"))
    learned = tuple(text for kind, text, _will, _done in lines if kind == "learned" and text)
    advice = [(text, will) for kind, text, will, _done in lines if kind == "advice"]
    return {
        "learned": learned,
        "topic": learned[0] if learned else "",
        "advice": advice[0][0] if advice else "",
        "will": next((will for _text, will in advice if will), ""),
    }


def _talk(scope: Scope, person: Person, about: str, **filters: Any) -> Interview | None:
    """The interview meant: the one named, else the last one that fits, else the last one."""
    rows = Interview.objects.of(scope).filter(person=person)
    if about:
        return rows.filter(key=about).first()
    return rows.filter(**filters).order_by("on", "id").last()


def _when(talk: Interview | None) -> dict[str, Any]:
    if talk is None:
        return {}
    return {
        "at": datetime.fromisoformat(talk.at_local),
        "zone": talk.zone,
        "mode": talk.mode,
        "place": talk.place,
        "held_on": talk.held_on,
        **({"phone": talk.phone} if talk.phone else {}),
    }


def _thanks(scope: Scope, person: Person, about: str) -> dict[str, Any]:
    """The talk held, what was learned in it, and the promises made there that are still open; or the no."""
    if (answer := _answer(scope, person, about)) is not None:
        other = answer.redirected_to.name if answer.redirected_to else ""
        return {"event": answer.outcome, "other": other, "learned": (), "will": ""}
    talk = _talk(scope, person, about, held_on__isnull=False, thanked_on=None) or _talk(
        scope, person, "", held_on__isnull=False
    )
    if talk is None:
        return {"learned": (), "will": ""}
    rows = Promise.objects.of(scope).filter(person=person, interview=talk, kept_on=None, released_on=None)
    made = list(rows.order_by("due_on", "id").values_list("by", "text", "due_on"))
    return {
        **_when(talk),
        **_said(scope, person, talk),
        "promised": tuple((text, due) for by, text, due in made if by == "mine"),
        "offered": tuple(text for by, text, _due in made if by == "theirs"),
    }


def _answer(scope: Scope, person: Person, about: str) -> Ask | None:
    """The answer to thank for: the one named, else a no that came last, with no talk left to thank for."""
    rows = Ask.objects.of(scope).filter(person=person).select_related("redirected_to")
    if about:
        return rows.filter(key=about).first()
    last = rows.order_by("made_on", "id").last()
    talks = Interview.objects.of(scope).filter(person=person, held_on__isnull=False, thanked_on=None)
    return last if last and last.outcome in ("declined", "redirected") and not talks.exists() else None


def _booked(scope: Scope, person: Person, about: str) -> dict[str, Any]:
    """The next booked talk, and the questions that are a must there."""
    rows = Interview.objects.of(scope).filter(person=person, held_on=None, cancelled_on=None, no_show_on=None)
    ahead = rows.filter(at_utc__gte=scope.now).order_by("at_utc").first()
    return _when(_talk(scope, person, about) if about else ahead or rows.order_by("at_utc").last())


def _fallen(scope: Scope, person: Person, about: str) -> dict[str, Any]:
    """What became of the last talk that was not held."""
    talk = _talk(scope, person, "", held_on=None)
    if about:
        talk = _talk(scope, person, about) or talk
    if talk is None:
        return {}
    if talk.no_show_on:
        return {"event": f"no-show-{talk.no_show_by or 'them'}"}
    return {"event": "cancelled-me" if talk.cancelled_by == "me" else "moved-them"}


def _advice(scope: Scope, person: Person, about: str) -> dict[str, Any]:
    """The advice that was followed and not told of; else the last that was followed."""
    rows = DebriefLine.objects.of(scope).filter(person=person, kind="advice").select_related("interview")
    done = rows.filter(done_on__isnull=False).order_by("done_on", "id")
    line = rows.filter(key=about).first() or done.filter(told_on=None).last() or done.last()
    if line is None:
        return {"will": "", "done_on": None}
    talk = line.interview
    done_on = line.done_on
    will = (line.will or line.text) if done_on else ""
    return {"advice": line.text, "will": will, "done_on": done_on, "held_on": talk.held_on}


def _introduction(scope: Scope, person: Person, about: str) -> dict[str, Any]:
    """The introduction that leads to this person."""
    rows = Introduction.objects.of(scope).filter(direction="received", introduced=person)
    row = rows.filter(key=about).first() or rows.order_by("id").last()
    if row is None or row.introducer is None:
        return {}
    agrees = row.mode == "use-my-name" or bool(row.agreed_on or row.made_on)
    return {"introducer": row.introducer.name, "introducer_agrees": agrees, "why": row.why}


def _passed_on(scope: Scope, person: Person, about: str) -> dict[str, Any]:
    """The introduction that this person is to make: to whom, and why."""
    rows = Introduction.objects.of(scope).filter(direction="received", introducer=person)
    open_ = rows.filter(met_on=None, declined_on=None, silent_on=None).order_by("id")
    row = rows.filter(key=about).first() or open_.filter(mode="ask-first").last() or open_.last()
    if row is None:
        return {}
    return {"other": _other(row), "why": row.why, "introducer": ""}


def _other(row: Introduction) -> str:
    target = row.introduced or row.organization
    return target.name if target else ""


def _looped(scope: Scope, person: Person, about: str) -> dict[str, Any]:
    """The introduction by this person of which they do not know the latest yet."""
    rows = Introduction.objects.of(scope).filter(direction="received", introducer=person).order_by("id")
    named = rows.filter(key=about).first()
    due = [row for row in rows if introductions.next_step(row).step == "tell-introducer"]
    row = named or (due[0] if due else rows.last())
    if row is None:
        return {}
    stage = "met" if row.met_on and not row.loop_met_on else "outcome"
    if not row.met_on:
        silent = row.silent_on or (
            row.mode == "joint" and not (row.introduced and row.introduced.answered_on)
        )
        stage = "silent" if silent else "connected" if row.made_on else "outcome"
    return {"other": _other(row), "loop": stage}


def _nothing(_scope: Scope, _person: Person, _about: str) -> dict[str, Any]:
    return {}


GATHER = {
    "thank-you": _thanks,
    "confirm": _booked,
    "reschedule": _fallen,
    "update": _advice,
    "request-referral": _introduction,
    "intro-reply": _introduction,
    "blurb": _passed_on,
    "loop": _looped,
}
