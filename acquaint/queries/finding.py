"""Who is meant: a key, a prefix, an alias, an e-mail, a profile URL or a name; never a silent guess."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from acquaint.models import Alias, ContactPoint, Field, FormerKey, Organization, Person, Position
from acquaint.models.errors import Ambiguous, Candidate, NotFound
from acquaint.models.rows import KEY_LENGTH
from acquaint.models.scope import Scope
from acquaint.queries import names
from acquaint.queries.prepared import prepared
from acquaint.text import contact_points
from acquaint.text.names import normalise, split_credentials, without_honorific

SHOWN = 8  # candidates worth reading
PREFIX = 4  # signs of a key that cannot be a short name
ALIKE = 75.0  # of 100: worth showing as a candidate; one slip in a word of four signs
SURE = 90.0  # of 100: a slip of the hand, if nobody else is near
APART = 8.0  # how far the next best must lie behind


def person(scope: Scope, who: str) -> str:
    """The key of the person that `who` means. NotFound; Ambiguous with candidates."""
    return str(Person.objects.values_list("key", flat=True).get(pk=person_id(scope, who)))


def person_id(scope: Scope, who: str) -> int:
    """The primary key of the person that `who` means. NotFound; Ambiguous with candidates."""
    words = " ".join(who.split())
    if not words:
        raise NotFound(_("Say who: a name, an e-mail address, a profile URL or an id."))
    found = _certain(scope, words)
    return _by_likeness(scope, words) if found is None else found


def certainly(scope: Scope, who: str) -> str:
    """The key of the person that `who` means to the letter: for final deeds, where no slip is read kindly."""
    words = " ".join(who.split())
    found = _certain(scope, words) if words else None
    if found is None:
        raise NotFound(_("Nobody here is called exactly “{who}”. `who` searches.").format(who=words))
    return str(Person.objects.values_list("key", flat=True).get(pk=found))


def _certain(scope: Scope, words: str) -> int | None:
    """Whom a key, a contact point, a name, or the start of a key or name means; None if nobody."""
    for attempt in (_by_key, _by_point, _by_name, _by_start):
        found = attempt(scope, words)
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(scope, words, found)
    return None


def exactly(scope: Scope, name: str) -> list[str]:
    """The keys of everybody whose full name or alias is just this; nothing here is guessed."""
    return _keys(scope, people=_by_name(scope, name))


@prepared
def _keys(told: Any) -> Any:
    return Person.objects.of(told).filter(id__in=told.people).values_list("key", flat=True)


def _by_key(scope: Scope, words: str) -> list[int]:
    key = words.lstrip("@")
    return _keyed(scope, key=key) or (_formerly(scope, key=key) if len(key) == KEY_LENGTH else [])


def is_former(scope: Scope, who: str) -> bool:
    """Whether this is a key from before two entries were joined, and nobody's own."""
    key = who.strip().lstrip("@")
    return len(key) == KEY_LENGTH and bool(_formerly(scope, key=key)) and not _keyed(scope, key=key)


@prepared
def _formerly(told: Any) -> Any:
    """A key from before two entries were joined leads to the one that stands."""
    return FormerKey.objects.of(told).filter(key=told.key).values_list("person_id", flat=True)


@prepared
def _keyed(told: Any) -> Any:
    return Person.objects.of(told).filter(key=told.key).values_list("id", flat=True)


def _by_point(scope: Scope, words: str) -> list[int]:
    try:
        point = contact_points.read(words)
    except contact_points.UnreadableContactPoint:
        return []
    if point.kind == "postal":
        return []
    points = ContactPoint.objects.of(scope).filter(
        kind=point.kind, normal=point.normal, person__me_since=None
    )
    return sorted(set(points.values_list("person_id", flat=True)))


def _by_name(scope: Scope, words: str) -> list[int]:
    full = words.removeprefix("@")
    normals = {normalise(full), normalise(split_credentials(full)[0])} - {""}
    return sorted({*_called(scope, normals=normals), *_also_called(scope, normals=normals)})


@prepared
def _called(told: Any) -> Any:
    return Person.objects.of(told).filter(normal__in=told.normals).values_list("id", flat=True)


@prepared
def _also_called(told: Any) -> Any:
    rows = Alias.objects.of(told).filter(normal__in=told.normals, person__me_since=None)
    return rows.values_list("person_id", flat=True)


def _by_start(scope: Scope, words: str) -> list[int]:
    """Everybody whose key starts so, or in whose name each word starts a word ("mar som": Mary Somerville).

    Both at once: a random key may happen to start like somebody's name.
    """
    bare = words.removeprefix("@")
    named = Q()
    for word in normalise(bare).split():
        named &= Q(normal__startswith=word) | Q(normal__contains=f" {word}")
    keyed = Q(key__startswith=bare) if len(bare) >= PREFIX else Q(pk=None)
    if not named:
        return _ids(Person.objects.of(scope).filter(keyed))
    return _ids(Person.objects.of(scope).filter(named | keyed))[: SHOWN + 1]


def _by_likeness(scope: Scope, words: str) -> int:
    """A slip of the hand, when one person alone is near; candidates otherwise."""
    found = near(scope, words)
    if not found:
        raise NotFound(_("Nobody here is called “{who}”. `person add` makes them.").format(who=words))
    (score, best), rest = found[0], found[1:]
    if score >= SURE and (not rest or score - rest[0][0] >= APART):
        return best
    message = _("Nobody here is called just “{who}”; if you mean somebody of these, say so by id.")
    meant = candidates(scope, [pk for _score, pk in found[:SHOWN]])
    raise Ambiguous(message.format(who=words), candidates=meant)


def near(scope: Scope, words: str) -> list[tuple[float, int]]:
    """Those whose name, or as many neighbouring words of it as were typed, is like it: (of 100, id)."""
    wanted = without_honorific(normalise(words))
    return names.of(scope).like(wanted, least=ALIKE, limit=4 * SHOWN)


def _ids(found: Any) -> list[int]:
    return list(found.order_by("sort_name", "id").values_list("id", flat=True))


def _several(scope: Scope, words: str, ids: list[int]) -> Ambiguous:
    message = _("“{who}” could be several people; say which by id.").format(who=words)
    return Ambiguous(message, candidates=candidates(scope, ids[:SHOWN]))


def candidates(scope: Scope, ids: Iterable[int]) -> tuple[Candidate, ...]:
    """These people with what tells them apart: position and organization, or how they were met."""
    wanted = list(ids)
    people = Person.objects.of(scope).in_bulk(wanted)
    places: dict[int, str] = {}
    rows = Position.objects.of(scope).filter(person_id__in=wanted, ended="", ended_seen_on=None)
    for pk, title, place in rows.values_list("person_id", "title", "organization__name"):
        places.setdefault(pk, ", ".join(filter(None, (title, place))))
    return tuple(
        Candidate(people[pk].key, people[pk].name, places.get(pk) or people[pk].how_met) for pk in wanted
    )


def organization(scope: Scope, which: str) -> str:
    """The key of the organization that `which` (key or name) means."""
    return _plain(scope, Organization, which, _("There is no organization “{which}” here."))


def field(scope: Scope, which: str) -> str:
    """The key of the field that `which` (key or name) means."""
    return _plain(scope, Field, which, _("There is no field “{which}” here."))


def _plain(scope: Scope, model: type[Organization | Field], which: str, missing: str) -> str:
    words = which.strip().removeprefix("#")
    normal = normalise(words)
    rows = model.objects.of(scope)
    found = list(rows.filter(Q(key=words) | Q(normal=normal)).values_list("key", "name")[:1])
    if not found and normal:
        starts = Q(normal__startswith=normal) | Q(normal__contains=f" {normal}")
        found = list(rows.filter(starts).order_by("normal").values_list("key", "name")[: SHOWN + 1])
    if not found:
        raise NotFound(missing.format(which=which))
    if len(found) > 1:
        message = _("“{which}” could be several; say which by id.").format(which=which)
        raise Ambiguous(message, candidates=[Candidate(key, name) for key, name in found[:SHOWN]])
    return str(found[0][0])
