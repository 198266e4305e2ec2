"""Quick capture: one line applied in one Change, kept word for word, with what was understood put in place.

A sole exact full name, alias or id links to that person; so does a lower-case `@handle` that begins only
one person's name. Everybody else is made new; a name that several people bear is asked back, nothing written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _

from acquaint.actions import captured, feelings, people
from acquaint.actions.changes import Writer, writing
from acquaint.models import JournalEntry, Person
from acquaint.models.errors import Ambiguous, Invalid
from acquaint.models.scope import Scope
from acquaint.queries import finding
from acquaint.text import capture as reading
from acquaint.text.capture import Capture, Chip
from acquaint.text.names import normalise, storable

ABOUT = 120  # signs of the line that history shows
# Where 03/04 is the fourth of March.
MONTH_FIRST = re.compile(
    r"US/|America/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Boise|Detroit|Juneau|Menominee|Nome"
    r"|Indiana/|Kentucky/|North_Dakota/)|Pacific/(?:Honolulu|Guam)"
)


@dataclass(frozen=True, slots=True)
class MadeItem:
    """One row that the line made or moved: its noun and its id."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Captured:
    """The line as kept, what was understood (people with who they are), what was made, and what undoes it."""

    raw: str
    chips: tuple[Chip, ...]
    made: tuple[MadeItem, ...]
    undo: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a name means: the key of a known person, or None for a new one, and how it was found."""

    key: str | None
    match: str


def add(scope: Scope, *, line: str, dry_run: bool = False, plain: Iterable[tuple[int, int]] = ()) -> Captured:
    """Keep a line and apply what it says; `plain` are spans that were returned to text.

    With `dry_run` nothing is written. Ambiguous, with the people it could be, where several bear a name;
    Invalid for an empty line.
    """
    words = storable(line)
    if not words.strip():
        raise Invalid(_("Write down in a line what happened, such as “met Ada Example at PyCon”."))
    read = understood(scope, words, plain=plain)
    known = people_of(scope, read)
    if dry_run:
        expected = feelings.expected(scope, read, {place: one.key for place, one in known.items()})
        return Captured(words, _shown(read, known, expected), (), None)
    with writing(scope, "capture.add", about=words.strip()[:ABOUT]) as w:
        rows = _rows(w, read, known)
        sole = next(iter(rows.values())) if len({row.pk for row in rows.values()}) == 1 else None
        w.note("journalentry", w.add(JournalEntry, on=scope.today, kind="capture", text=words, person=sole))
        debriefed = captured.apply(w, read, rows)
        linked = {place: replace(one, key=rows[place].key) for place, one in known.items()}
        made = tuple(MadeItem(noun, key) for noun, key in w.made)
        return Captured(words, _shown(read, linked, debriefed), made, w.change_id)


def understood(scope: Scope, line: str, *, plain: Iterable[tuple[int, int]] = ()) -> Capture:
    """The line, read on the scope's day and in the way that dates are written in its zone."""
    day_first = not MONTH_FIRST.match(scope.zone)
    return reading.parse(line, today=scope.today, day_first=day_first, plain=plain)


def people_of(scope: Scope, read: Capture) -> dict[int, Known]:
    """Whom each person chip means, by its place; Ambiguous where several people bear a name."""
    found: dict[int, Known] = {}
    for place, chip in enumerate(read.chips):
        same = chip.value.get("same")
        if chip.kind == "person" and chip.value["name"]:
            found[place] = found[same] if same is not None else _known(scope, chip, read.raw)
    return found


def _known(scope: Scope, chip: Chip, line: str) -> Known:
    name = str(chip.value["name"])
    for match, keys in _attempts(scope, name, marked=chip.value["marked"]):
        if len(keys) > 1:
            message = _("“{name}” could be several people; say which. Nothing was written of: {line}")
            ids = Person.objects.of(scope).filter(key__in=keys).order_by("sort_name", "id")
            candidates = finding.candidates(scope, ids.values_list("id", flat=True)[: finding.SHOWN])
            raise Ambiguous(message.format(name=name, line=line), candidates=candidates, details=[line])
        if keys:
            return Known(keys[0], match)
    return Known(None, "new")


def _attempts(scope: Scope, name: str, *, marked: bool) -> Iterable[tuple[str, list[str]]]:
    """The ways to find who is meant, the surest first."""
    everybody = Person.objects.of(scope)
    if marked:
        yield "id", list(everybody.filter(key=name).values_list("key", flat=True))
    keys = finding.exactly(scope, name)
    named = everybody.filter(key__in=keys, normal=normalise(name))
    yield ("exact" if len(keys) != 1 or named.exists() else "alias"), keys
    if marked and name == name.lower() and " " not in name:
        begins = Q()
        for word in re.split(r"[._-]", normalise(name)):
            begins &= Q(normal__startswith=word) | Q(normal__contains=f" {word}")
        yield "start", list(everybody.filter(begins).values_list("key", flat=True))


def _rows(w: Writer, read: Capture, known: Mapping[int, Known]) -> dict[int, Person]:
    """The person behind each chip, made where they are new."""
    rows: dict[int, Person] = {}
    far = captured.far_ends(read)
    for place, one in known.items():
        chip = read.chips[place]
        same = chip.value.get("same")
        if same is not None:
            rows[place] = rows[same]
        elif one.key is not None:
            rows[place] = w.get(Person, one.key)
        else:
            full = ", ".join(filter(None, (chip.value["name"], chip.value.get("credentials"))))
            rows[place] = people.write(w, full, chosen=place not in far)
    return rows


def _shown(read: Capture, known: Mapping[int, Known], debriefed: Collection[int]) -> tuple[Chip, ...]:
    """The chips, each person with whom it means, each smile with where it is kept."""
    chips = (
        replace(chip, value={**chip.value, "person": known[place].key, "match": known[place].match})
        if place in known
        else chip
        for place, chip in enumerate(read.chips)
    )
    return feelings.told(chips, debriefed)


def felt(scope: Scope, read: Capture) -> Capture:
    """A line as it is typed, each smile with where it is going to be kept; equal names are all asked."""
    people: dict[int, str | None] = {}
    for place, chip in enumerate(read.chips):
        if chip.kind == "person" and chip.value["name"]:
            people[place] = next(iter(finding.exactly(scope, str(chip.value["name"]))), None)
    return replace(read, chips=feelings.told(read.chips, feelings.expected(scope, read, people)))
