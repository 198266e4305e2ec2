"""The owner's choices: what can be set, how it is read, and what holds while it is not set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings as project
from django.utils.translation import gettext as _

from acquaint.maths.cadence import Rhythm, Stage
from acquaint.models import ContactPoint, Person, Search, Setting
from acquaint.models.errors import Invalid, NotFound
from acquaint.models.scope import Scope
from acquaint.queries.prepared import prepared

ENERGY = {"little": 2, "some": 5, "plenty": 8}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FORMALITIES = ("friendly", "formal")
SEARCH = {"active": "active", "paused": "paused", "resume": "active", "pause": "paused"}
PHASES = ("searching", "keeping")
RHYTHMS: dict[str, Stage] = {
    "rhythm-acquainted": "acquainted",
    "rhythm-in-touch": "in_touch",
    "rhythm-ally": "ally",
    "rhythm-friend": "friend",
}
MOST_TOUCHES = 50
_LONGEST_RHYTHM = 3650


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be set: its value now, and what it may be."""

    name: str
    value: str
    about: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice as the program uses it."""

    capacity: int = ENERGY["some"]
    language: str = "en"
    weekend: frozenset[int] = frozenset({5, 6})
    formality: str = "friendly"
    phase: str = "searching"
    minutes: int = 20
    rhythms: Mapping[Stage, Rhythm] | None = None


@dataclass(frozen=True, slots=True)
class Myself:
    """What drafts say of the owner."""

    name: str = ""
    email: str = ""
    phone: str = ""
    one_liner: str = ""
    fields: str = ""


def energy(text: str) -> str | int:
    """A little, some, plenty, or a number of touches a week; Invalid otherwise."""
    words = text.strip().lower().removeprefix("a ")
    if words in ENERGY:
        return words
    if words.isdecimal() and int(words) <= MOST_TOUCHES:
        return int(words)
    raise Invalid(_("Energy is little, some, plenty, or a number of touches a week."))


def zone(text: str) -> str:
    """An IANA zone; Invalid otherwise."""
    try:
        return ZoneInfo(text.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid(_("“{zone}” is no time zone, such as Europe/Berlin.").format(zone=text)) from None


def language(text: str) -> str:
    """A language that Django knows by its code; Invalid otherwise."""
    code = text.strip().lower()
    if code not in dict(project.LANGUAGES):
        raise Invalid(_("“{code}” is no language code, such as en or pt-br.").format(code=text))
    return code


def weekend(text: str) -> list[str]:
    """The days of the weekend by name (three letters do), or none; Invalid otherwise."""
    words = text.lower().replace(",", " ").replace("-", " ").split()
    if words == ["none"]:
        return []
    found = [day for day in WEEKDAYS if any(len(word) > 2 and day.startswith(word) for word in words)]  # noqa: PLR2004
    if not found or len(found) != len(set(words)):
        raise Invalid(_("A weekend is days such as “saturday sunday”, “friday saturday” or “none”."))
    return found


def search(text: str) -> str:
    """Whether the search goes on or rests ("pause" and "resume" say so too); Invalid otherwise."""
    found = SEARCH.get(text.strip().lower())
    if found is None:
        raise Invalid(_("A search is active or paused; `pause` and `resume` do as well."))
    return found


def rhythm(text: str) -> list[int]:
    """Two numbers of days, the ideal and the latest ("42-56"); Invalid otherwise."""
    parts = text.replace("-", " ").split()
    days = [int(part) for part in parts if part.isdecimal()]
    if len(parts) != 2 or len(days) != 2 or not 0 < days[0] <= days[1] <= _LONGEST_RHYTHM:  # noqa: PLR2004
        raise Invalid(_("A rhythm is two numbers of days, the best and the latest, such as 42-56."))
    return days


def minutes(text: str) -> int:
    """How many minutes a request asks for; Invalid otherwise."""
    if not text.strip().isdecimal() or not 5 <= int(text) <= 180:  # noqa: PLR2004
        raise Invalid(_("A talk lasts from 5 to 180 minutes."))
    return int(text)


def one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    """A reader for a choice among words."""

    def read(text: str) -> str:
        if text.strip().lower() in values:
            return text.strip().lower()
        raise Invalid(_("It is one of: {values}.").format(values=", ".join(values)))

    return read


READERS: dict[str, Callable[[str], Any]] = {
    "energy": energy,
    "search": search,
    "zone": zone,
    "language": language,
    "weekend": weekend,
    "formality": one_of(FORMALITIES),
    "phase": one_of(PHASES),
    "minutes": minutes,
    **dict.fromkeys(RHYTHMS, rhythm),
}
ABOUT_ME = ("name", "looking-for", "fields", "email", "phone")


def read(scope: Scope) -> Settings:
    """All choices in one query."""
    return _of(_stored(scope))


def _stored(scope: Scope) -> dict[str, Any]:
    return dict(_chosen(scope))


@prepared
def _chosen(told: Any) -> Any:
    return Setting.objects.of(told).values_list("name", "value")


def _of(stored: Mapping[str, Any]) -> Settings:
    held = stored.get("energy", "some")
    given = stored.get("rhythms") or {}
    return Settings(
        capacity=held if isinstance(held, int) else ENERGY[held],
        language=stored.get("language", "en"),
        weekend=frozenset(WEEKDAYS.index(day) for day in stored.get("weekend", ("saturday", "sunday"))),
        formality=stored.get("formality", "friendly"),
        phase=stored.get("phase", "searching"),
        minutes=stored.get("minutes", 20),
        rhythms={stage: (days[0], days[1]) for stage, days in given.items()} or None,
    )


def myself(scope: Scope) -> Myself:
    """What is known of the owner, for drafts."""
    me = next(iter(_me(scope)), None)
    points: dict[str, str] = dict(_points(scope, person=me[0])) if me else {}
    one_liner, fields = next(iter(_looking_for(scope)), ("", ""))
    return Myself(
        name=me[1] if me else "",
        email=points.get("email", ""),
        phone=points.get("phone", ""),
        one_liner=one_liner,
        fields=fields,
    )


@prepared
def _me(told: Any) -> Any:
    return Person.objects.me(told).order_by("id").values_list("id", "name")[:1]


@prepared
def _points(told: Any) -> Any:
    rows = ContactPoint.objects.of(told).filter(person_id=told.person, ended_on=None).order_by("-id")
    return rows.values_list("kind", "value")


@prepared
def _looking_for(told: Any) -> Any:
    return Search.objects.of(told).filter(ended_on=None).order_by("id").values_list("one_liner", "fields")[:1]


def is_paused(scope: Scope) -> bool:
    """Whether the owner has put the search to rest for a while."""
    return bool(_paused(scope))


@prepared
def _paused(told: Any) -> Any:
    paused = Search.objects.of(told).filter(ended_on=None, paused_on__isnull=False)
    return paused.values_list("id", flat=True)[:1]


def listed(scope: Scope) -> tuple[Choice, ...]:
    """Every choice with its value and what it is for."""
    stored = _stored(scope)
    mine = myself(scope)
    told = {
        "name": mine.name,
        "looking-for": mine.one_liner,
        "fields": mine.fields,
        "email": mine.email,
        "phone": mine.phone,
    }
    held = {**{name: _words(name, stored, scope) for name in READERS}, **told}
    return tuple(Choice(name, held[name], about) for name, about in _abouts().items())


def shown(scope: Scope, name: str) -> Choice:
    """One choice; NotFound for a name that cannot be set."""
    for choice in listed(scope):
        if choice.name == name:
            return choice
    raise NotFound(_("There is no setting “{name}”.").format(name=name))


def _words(name: str, stored: Mapping[str, Any], scope: Scope) -> str:
    now = _of(stored)
    if name in RHYTHMS:
        days = (stored.get("rhythms") or {}).get(RHYTHMS[name])
        return f"{days[0]}-{days[1]}" if days else ""
    if name == "weekend":
        return " ".join(WEEKDAYS[day] for day in sorted(now.weekend)) or "none"
    if name == "energy":
        return str(stored.get("energy", "some"))
    if name == "search":
        return "paused" if is_paused(scope) else "active"
    return scope.zone if name == "zone" else str(getattr(now, name))


def _abouts() -> dict[str, str]:
    own = _("best and latest days between contacts, such as 42-56; empty for the usual ones")
    return {
        "energy": _("touches a week: little (2), some (5), plenty (8), or a number"),
        "search": _("active, or paused: then only what you owe somebody is suggested"),
        "zone": _("your time zone, such as Europe/Berlin"),
        "language": _("the language of the app and of drafts"),
        "weekend": _("days that do not count as working days"),
        "formality": _("how drafts greet: friendly or formal"),
        "phase": _("searching, or keeping in touch after being hired"),
        "minutes": _("how long a talk you ask for"),
        **dict.fromkeys(RHYTHMS, own),
        "name": _("your name, as drafts sign it"),
        "looking-for": _("one line about you that others can pass on"),
        "fields": _("the fields you are curious about"),
        "email": _("your own e-mail address"),
        "phone": _("your own phone number"),
    }
