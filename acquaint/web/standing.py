"""Where things stand with a person, in a few sentences: what the person's page opens with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from acquaint.queries.person import PersonPage
from acquaint.queries.recaps import Recap
from acquaint.queries.timelines import Entry
from acquaint.web import words
from acquaint.web.river import TALKED

MOST = 4  # sentences


def opening(person: PersonPage, recap: Recap | None, today: date) -> str:
    """Return the opening sentences, from the record alone."""
    if person.closed_on:
        return _("You decided not to be in touch any more.")
    last = _talked(recap, today) if recap else [_last(person, today)]
    said = [_rest(person, today), *last, *_owed(person, today), _ahead(person, today)]
    return " ".join([sentence for sentence in said if sentence][:MOST])


def _talked(recap: Recap, today: date) -> list[str]:
    """Return the last talk: when and how, and the one thing that stayed."""
    ago = words.ago(recap.on, today)
    if recap.minutes:
        long = ngettext(
            "You talked {ago} for {minutes} minute", "You talked {ago} for {minutes} minutes", recap.minutes
        )
        talked = long.format(ago=ago, minutes=recap.minutes)
    else:
        talked = _("You talked {ago}").format(ago=ago)
    said = [_("{talked} and enjoyed it.").format(talked=talked) if recap.liked == "yes" else f"{talked}."]
    if recap.learned:
        said.append(_("They told you: {text}.").format(text=recap.learned[0].rstrip(" .")))
    elif recap.advice:
        said.append(_("They advised: {text}.").format(text=recap.advice[0].rstrip(" .")))
    return said


def _last(person: PersonPage, today: date) -> str:
    ask = _latest_ask(person)
    if ask and ask.kind in ("sent", "nudged"):
        return _("You asked for a talk {ago}; there is no answer yet.").format(ago=words.ago(ask.on, today))
    if ask and ask.kind == "accepted":
        return _("They said yes to a talk {ago}.").format(ago=words.ago(ask.on, today))
    if person.last_contact:
        return _("You were last in touch {ago}.").format(ago=words.ago(person.last_contact, today))
    if person.introduced_by:
        return _("You have not talked yet; {name} named them to you.").format(name=person.introduced_by.name)
    return _("You have not talked yet.")


def _owed(person: PersonPage, today: date) -> Iterator[str]:
    mine = [promise for promise in person.promises.mine if promise.state == "open"]
    theirs = [promise for promise in person.promises.theirs if promise.state == "open"]
    if mine:
        text, due = mine[0].text.rstrip(" ."), mine[0].due
        by = _(" by {day}").format(day=words.named(due, today)) if due else ""
        yield _("You promised: {text}{by}.").format(text=text, by=by)
    if theirs:
        yield _("They promised: {text}.").format(text=theirs[0].text.rstrip(" ."))


def _rest(person: PersonPage, today: date) -> str:
    if person.rest_until and person.rest_until > today:
        return _("At rest until {day}.").format(day=words.named(person.rest_until, today))
    return ""


def _ahead(person: PersonPage, today: date) -> str:
    booked = booked_talk(person)
    if booked:
        return _("You talk again {when}.").format(when=words.when(booked.on, today))
    if person.next and person.next > today:
        return _("A word again around {day}.").format(day=words.named(person.next, today))
    return ""


def latest_talk(person: PersonPage) -> Entry | None:
    """Return the last conversation held, if any."""
    held = (one for one in person.timeline if one.type == "interview" and one.kind in TALKED)
    return next(held, None)


def booked_talk(person: PersonPage) -> Entry | None:
    """Return the conversation that is booked, if any: the nearest one."""
    talks = (one for one in person.timeline if one.type == "interview")
    booked = [one for one in talks if one.kind in ("booked", "confirmed")]
    return booked[-1] if booked else None


def _latest_ask(person: PersonPage) -> Entry | None:
    return next((one for one in person.timeline if one.type == "ask"), None)
