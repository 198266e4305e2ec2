"""The owner's choices: set by name, and read back by the queries."""

from __future__ import annotations

from typing import Any, Literal

from django.utils.translation import gettext as _

from acquaint.actions import people, searches
from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import ContactPoint, Search, Setting
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.settings import ABOUT_ME, READERS, RHYTHMS
from acquaint.text import names


def set_(scope: Scope, *, name: str, value: str) -> Made:
    """Set one choice from the words typed; an empty value goes back to the default. NotFound, Invalid."""
    if name not in READERS and name not in ABOUT_ME:
        known = (*READERS, *ABOUT_ME)
        raise NotFound(_("There is no setting “{name}”.").format(name=name), details=known)
    words = " ".join(names.storable(value).split())
    read = READERS[name](words) if name in READERS and words else words
    if name == "search":
        return searches.pause(scope) if read == "paused" else searches.resume(scope)
    with writing(scope, "settings.set", about=name) as w:
        if name in ABOUT_ME:
            _describe(w, name, words)
        elif name in RHYTHMS:
            _rhythm(w, RHYTHMS[name], read)
        else:
            keep(w, name, read if words else None)
        return w.result()


def also_mine(scope: Scope, *, address: str) -> Made:
    """Note one more mail address of mine, beside those told before. Errors: Invalid for what is none."""
    with writing(scope, "settings.set", about="email") as w:
        people.reach_by(w, people.me(w), [names.storable(address).strip()], "email")
        return w.result()


def keep(w: Writer, name: str, value: Any) -> None:
    """Store a choice inside a wider deed; None takes it away."""
    row = Setting.objects.of(w.scope).filter(name=name).first()
    if value is None:
        if row is not None:
            w.remove(row)
    elif row is None:
        w.add(Setting, name=name, value=value)
    else:
        w.edit(row, value=value)


def _rhythm(w: Writer, stage: str, days: Any) -> None:
    held = Setting.objects.of(w.scope).filter(name="rhythms").values_list("value", flat=True).first() or {}
    kept = {**held, stage: days} if days else {one: told for one, told in held.items() if one != stage}
    keep(w, "rhythms", kept or None)


def _describe(w: Writer, name: str, words: str) -> None:
    """Say something about me: the name, a way to reach me, or what I look for now."""
    if name == "name":
        full, credentials = people.named(words)
        w.edit(people.me(w), name=full, normal=names.normalise(full)[:400], credentials=credentials)
    elif name in ("email", "phone"):
        _reach_me(w, "email" if name == "email" else "phone", words)
    else:
        column = "one_liner" if name == "looking-for" else "fields"
        search = searches.current(w)
        if search is None:
            w.add(Search, started_on=w.scope.today, **{column: words})
        else:
            w.edit(search, **{column: words})


def _reach_me(w: Writer, kind: Literal["email", "phone"], words: str) -> None:
    """One address and one number of mine: a new one takes the place of the old."""
    me = people.me(w)
    for point in ContactPoint.objects.of(w.scope).filter(person=me, kind=kind).exclude(value=words):
        w.remove(point)
    people.reach_by(w, me, [words], kind)
