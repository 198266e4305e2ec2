"""Write the sample network into an owner's data: each deed of the story one Change, the crowd one more."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from acquaint.actions import changes, images, statistics
from acquaint.actions.changes import Writer
from acquaint.actions.samples import crowd, now, people, talks
from acquaint.actions.samples.cast import members
from acquaint.actions.samples.story import Deed, Ref, Story
from acquaint.actions.samples.tables import work
from acquaint.models import Organization, Person
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.text.names import normalise

PEOPLE, INTERVIEWS, SEED, CONTACTS = 60, 25, 7, 10
THIS_WEEK = 4  # interviews that are owed something or still to come
ORDER = (
    "field", "organization", "person", "contact_point", "position", "interest", "search", "ask", "interview",
    "stage_step", "interaction", "interaction_person", "debrief", "debrief_line", "promise", "introduction",
    "tie", "opening", "question", "journal_entry",
)  # fmt: skip

Links = dict[Ref, int]


def fill(
    scope: Scope, *, count: int = PEOPLE, interviews: int = INTERVIEWS, seed: int = SEED, each: int = CONTACTS
) -> None:
    """Fill empty data with `count` people and `interviews`; people beyond the story get `each` contacts.

    The days are relative to `scope.today`; the same seed and day tell the same story. Invalid where there are
    people already: a sample never mixes with somebody's life.
    """
    if Person.objects.with_me(scope).exists():
        raise Invalid(
            _("There are people here already. The sample wants a folder of its own: acquaint demo.")
        )
    if count < 1 or interviews < 0:
        raise Invalid(_("A sample needs at least one person, and no fewer than no interviews."))
    rng = random.Random(seed)
    size = min(count, max(PEOPLE, round(interviews * 2.4)))
    story = tell(rng, scope, size, interviews)
    _write_story(scope, story)
    if count > size:
        _write_crowd(scope, rng, count - size, each)
        statistics.refresh()


def tell(rng: random.Random, scope: Scope, size: int, interviews: int) -> Story:
    """The story of `size` people: who comes into it, who is talked to, what is going on."""
    cast = members(rng, size + 1, scope.today.year)
    story = Story(rng, scope.today, cast[1:])
    pool = list(range(size))
    held = max(0, min(interviews, 3 * size) - THIS_WEEK)
    friends, newcomers = _take(pool, max(1, round(held * 0.6))), _take(pool, round(held * 0.6))
    week, asked, drifted, gone = (_take(pool, wanted) for wanted in (THIS_WEEK, 7, 4, 1))
    begun = people.begin(story, cast[0].name)
    for who in (*friends, *week, *asked, *drifted, *pool):
        people.enter(story, begun, who)
    done = talks.hold(story, held, friends, newcomers)
    if len(week) == THIS_WEEK <= interviews:
        now.this_week(story, week)
    now.asks(story, asked)
    now.old_friends(story, drifted)
    now.openings(story, done)
    now.given(story, done)
    now.journal(story)
    for who in gone:
        now.closed(story, who)
    for who in pool[:1]:
        now.moved(story, who, work.LINES[0].organizations[0])
    return story


def _take(pool: list[int], count: int) -> list[int]:
    taken, pool[:] = pool[:count], pool[count:]
    return taken


def _write_story(scope: Scope, story: Story) -> None:
    links: Links = {}
    written: dict[date, int] = defaultdict(int)
    for deed in sorted(story.deeds, key=lambda one: one.on):
        evening = datetime.combine(deed.on, time(17, 8), ZoneInfo(scope.zone)).astimezone(scope.now.tzinfo)
        evening += timedelta(minutes=deed.on.day + 13 * written[deed.on])
        written[deed.on] += 1
        then = replace(scope, now=min(evening, scope.now))
        with changes.writing(then, deed.what, about=deed.about) as w:
            _write_deed(w, deed, links)


def _write_deed(w: Writer, deed: Deed, links: Links) -> None:
    """The rows of a deed, table by table, links resolved to the primary keys that have come about."""
    tables: dict[str, list[tuple[Ref, dict[str, Any]]]] = defaultdict(list)
    for ref, values in deed.rows:
        tables[ref.table].append((ref, values))
    for table in sorted(tables, key=ORDER.index):
        rows = [_resolved(values, links) for _ref, values in tables[table]]
        for (ref, _values), pk in zip(tables[table], w.add_many(images.model_of(table), rows), strict=True):
            links[ref] = pk


def _resolved(values: dict[str, Any], links: Links) -> dict[str, Any]:
    return {name: links[value] if isinstance(value, Ref) else value for name, value in values.items()}


def _write_crowd(scope: Scope, rng: random.Random, count: int, each: int) -> None:
    with changes.writing(scope, "import.apply", about=f"a crowd of {count}") as w:
        known = dict(Organization.objects.of(scope).values_list("name", "id"))
        names = {name for line in work.LINES for name in line.organizations} | set(work.SCHOOLS)
        missing = sorted({*names, *crowd.employers(count)} - set(known))
        rows = [{"name": name, "normal": normalise(name)} for name in missing]
        known |= dict(zip(missing, w.add_many(Organization, rows), strict=True))
        for chunk in crowd.chunks(rng, scope.today, count, each, known):
            _write_chunk(w, chunk)


def _write_chunk(w: Writer, chunk: crowd.Rows) -> None:
    persons = w.add_many(Person, chunk["person"])
    for table in ("contact_point", "position", "stage_step"):
        w.add_many(images.model_of(table), [_placed(row, persons) for row in chunk[table]])
    contacts = w.add_many(images.model_of("interaction"), chunk["interaction"])
    parties = [_placed(row, persons) for row in chunk["interaction_person"]]
    joined = [{**row, "interaction_id": contact} for row, contact in zip(parties, contacts, strict=True)]
    w.add_many(images.model_of("interaction_person"), joined)


def _placed(row: dict[str, Any], persons: list[int]) -> dict[str, Any]:
    return {**{name: value for name, value in row.items() if name != "_n"}, "person_id": persons[row["_n"]]}
