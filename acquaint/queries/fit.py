"""How the owner liked the people of each field: counts with names first, a verdict only when it is earned.

One answer a person, the latest. Whoever was introduced to me stands apart from whom I found myself:
people like those whom friends chose for them, and that would colour the field.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from acquaint.maths import fit
from acquaint.maths.fit import Verdict
from acquaint.models import Debrief, DebriefLine, Field, Interview, Introduction, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries import finding

LIKES = {"yes": 1.0, "mixed": 0.5, "no": 0.0}
EITHER = 2  # employers or roles from which on the split says something


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody met: my answer about them (yes, mixed, no, none yet), and whether they were introduced."""

    id: str
    name: str
    liked: str
    introduced: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the people met: how many, and how many of them liked."""

    met: int
    liked: int


@dataclass(frozen=True, slots=True)
class Slice:
    """The people of one employer or of one role: it may be the place and not the field."""

    kind: str
    name: str
    met: int
    liked: int


@dataclass(frozen=True, slots=True)
class FieldFit:
    """One field. `probability` (that I would like the majority) is for scripts and stands on no screen."""

    id: str
    field: str
    state: str
    met: int
    liked: int
    mixed: int
    disliked: int
    names: tuple[Voice, ...]
    introduced: Part
    found: Part
    probability: float
    verdict: Verdict
    more_needed: int
    slices: tuple[Slice, ...]
    wants: tuple[str, ...]
    notwants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody met works, or worked when nothing later is known."""

    field: int
    employer: str
    role: str


def of(scope: Scope, which: str = "") -> tuple[FieldFit, ...]:
    """Every field, those with most people met first; or the one that `which` names. Seven queries at most.

    NotFound or Ambiguous for the words.
    """
    key = finding.field(scope, which) if which else ""
    met = _met(scope)
    places = _places(scope, met)
    lines = _lines(scope, places)
    voices = _voices(scope, met)
    inside: dict[int, list[int]] = defaultdict(list)
    for person, held in places.items():
        for field in dict.fromkeys(one.field for one in held):
            inside[field].append(person)
    prior = fit.prior_of(_share(voices[pk] for pk in people if pk in voices) for people in inside.values())
    rows = list(Field.objects.of(scope).order_by("normal").values("id", "key", "name", "state"))
    found = [
        _field(row, inside[row["id"]], voices, places, lines[row["id"]], prior)
        for row in rows
        if not key or row["key"] == key
    ]
    return tuple(sorted(found, key=lambda one: -one.met))


def _met(scope: Scope) -> dict[int, str]:
    """Everybody I talked with, in the order of talks, with the latest answer that I gave of them."""
    held = Interview.objects.of(scope).filter(held_on__isnull=False).order_by("held_on", "id")
    found: dict[int, str] = dict.fromkeys(held.values_list("person_id", flat=True), "")
    told = Debrief.objects.of(scope).order_by("on", "id").values_list("person_id", "liked")
    for person, liked in told:
        found[person] = liked or found.get(person, "")
    return found


def _places(scope: Scope, people: Iterable[int]) -> dict[int, list[_Place]]:
    """By person the places of work with a field: those of today, or else all that are known."""
    rows = Position.objects.of(scope).filter(
        person__among=list(people), kind="work", organization__field__isnull=False
    )
    now: dict[int, list[_Place]] = defaultdict(list)
    past: dict[int, list[_Place]] = defaultdict(list)
    for person, field, employer, role, ended, gone in rows.order_by("id").values_list(
        "person_id", "organization__field_id", "organization__name", "title", "ended", "ended_seen_on"
    ):
        (past if ended or gone else now)[person].append(_Place(field, employer, role))
    return {**past, **now}


def _voices(scope: Scope, met: Mapping[int, str]) -> dict[int, Voice]:
    received = Introduction.objects.of(scope).filter(direction="received", introduced__among=list(met))
    brought = set(received.values_list("introduced_id", flat=True))
    rows: Any = Person.objects.of(scope).filter(id__among=list(met))
    return {
        pk: Voice(key, name, met[pk], introduced=by is not None or pk in brought)
        for pk, key, name, by in rows.values_list("id", "key", "name", "introduced_by_id")
    }


def _lines(scope: Scope, places: Mapping[int, list[_Place]]) -> dict[int, dict[str, tuple[str, ...]]]:
    """What I want and do not want, by field: the one that the line names, else the person's own."""
    rows = DebriefLine.objects.of(scope).filter(kind__in=("want", "notwant")).order_by("id")
    found: dict[int, dict[str, tuple[str, ...]]] = defaultdict(lambda: {"want": (), "notwant": ()})
    for person, field, kind, text in rows.values_list("person_id", "field_id", "kind", "text"):
        for one in {field} if field else {place.field for place in places.get(person, ())}:
            found[one][kind] = (*found[one][kind], text)
    return found


def _share(voices: Iterable[Voice]) -> tuple[float, int]:
    """Likes (a mixed answer is half of one) and answers."""
    answers = [LIKES[one.liked] for one in voices if one.liked]
    return sum(answers), len(answers)


def _field(
    row: Mapping[str, Any],
    people: list[int],
    voices: Mapping[int, Voice],
    places: Mapping[int, list[_Place]],
    lines: Mapping[str, tuple[str, ...]],
    prior: tuple[float, float],
) -> FieldFit:
    there = [voices[pk] for pk in people if pk in voices]
    said = Counter(one.liked for one in there)
    finding = fit.finding(*_share(there), prior=prior)
    return FieldFit(
        id=row["key"],
        field=row["name"],
        state=row["state"],
        met=len(there),
        liked=said["yes"],
        mixed=said["mixed"],
        disliked=said["no"],
        names=tuple(there),
        introduced=_part(one for one in there if one.introduced),
        found=_part(one for one in there if not one.introduced),
        probability=finding.probability,
        verdict=finding.verdict,
        more_needed=finding.more_needed,
        slices=tuple(_slices(row["id"], people, voices, places)),
        wants=lines["want"],
        notwants=lines["notwant"],
    )


def _part(voices: Iterable[Voice]) -> Part:
    counted = Counter(one.liked for one in voices)
    return Part(counted.total(), counted["yes"])


def _slices(
    field: int, people: list[int], voices: Mapping[int, Voice], places: Mapping[int, list[_Place]]
) -> Iterable[Slice]:
    """Employers and roles where there are at least two: a bad place is no bad field."""
    held = [(place, voices[pk]) for pk in people if pk in voices for place in places[pk]]
    here = [(place, voice) for place, voice in held if place.field == field]
    employers, roles = (defaultdict(list) for _both in range(2))
    for place, voice in here:
        employers[place.employer].append(voice)
        roles[place.role].append(voice)
    roles.pop("", None)
    kinds = (("employer", employers), ("role", roles))
    told = ([(kind, name, _part(who)) for name, who in by.items()] for kind, by in kinds if len(by) >= EITHER)
    return (Slice(kind, name, part.met, part.liked) for kind, name, part in chain.from_iterable(told))
