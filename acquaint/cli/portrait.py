"""One person as a page of the terminal: who they are, what lies between you, what happened when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import TYPE_CHECKING

from acquaint.cli.words import _, ngettext
from acquaint.messages import facts
from acquaint.messages.tongue import Tongue

if TYPE_CHECKING:
    from acquaint.queries.facts import DetailRow, IntroductionRow, PromiseRow
    from acquaint.queries.person import PersonPage
    from acquaint.queries.timelines import Entry

PAGE = 96


def text(page: PersonPage) -> str:
    """The page."""
    return "\n".join(_lines(page))


def _lines(page: PersonPage) -> Iterator[str]:
    yield from _head(page)
    yield from _part(_("Common ground"), (one.text for one in page.common_ground))
    yield from _part(_("Cares about"), (one.text for one in page.interests))
    yield from _part(_("Worth knowing"), map(_detail, page.details))
    yield from _part(_("Knows"), (one.name for one in page.knows))
    yield from _part(_("You promised"), map(_promise, page.promises.mine))
    yield from _part(_("They promised"), map(_promise, page.promises.theirs))
    yield from _part(_("Introductions"), map(_introduction, page.introductions))
    yield from _part(
        _("Openings"),
        (", ".join(filter(None, (one.role, one.organization, one.state))) for one in page.openings),
    )
    yield from _part(_("What happened"), map(_entry, page.timeline))
    yield from _part(_("Known from"), (f"{one.kind}, {one.seen_on}" for one in page.sources))


def _head(page: PersonPage) -> Iterator[str]:
    name = ", ".join(filter(None, (page.name, page.credentials)))
    said = f"[{page.pronunciation}]" if page.pronunciation else ""
    yield "  ".join(filter(None, (name, said, page.pronouns, page.id)))
    if page.aliases:
        yield "  " + _("also {names}").format(names=", ".join(page.aliases))
    if page.closed_on:
        why = f": {page.closed_why}" if page.closed_why else ""
        yield "  " + _("not to be contacted since {day}").format(day=page.closed_on) + why
    facts = (page.position, page.organization, page.stage.replace("_", " "))
    yield "  " + ", ".join(filter(None, facts))
    yield from (f"  {point.value}" for point in page.points)
    if page.introduced_by:
        yield "  " + _("through {name}").format(name=page.introduced_by.name)
    met = "  ".join(filter(None, (page.how_met, page.met_on)))
    if met:
        yield "  " + met
    yield from (f"  {line}" for line in page.notes.splitlines())
    if page.rest_until or page.rested_on:
        until = page.rest_until.isoformat() if page.rest_until else _("they write")
        yield "  " + _("resting, with thanks, until {until}").format(until=until)
    if page.rhythm_days:
        yield "  " + ngettext("every {count} day", "every {count} days", page.rhythm_days).format(
            count=page.rhythm_days
        )
    if page.next and not (page.rest_until or page.rested_on):
        yield "  " + "  ".join(filter(None, (_("next: {day}").format(day=page.next), page.next_why)))


def _detail(one: DetailRow) -> str:
    return facts.said(one.kind, one.label, one.text, one.on, Tongue(_, ngettext))


def _promise(one: PromiseRow) -> str:
    due = _("by {day}").format(day=one.due) if one.due and one.state == "open" else ""
    state = "" if one.state == "open" else one.state
    return "  ".join(filter(None, (one.text, due, state, one.id)))


def _introduction(one: IntroductionRow) -> str:
    ends = (one.introducer, one.introduced, one.other)
    names = [*(end.name for end in ends if end), *filter(None, (one.organization,))]
    return "  ".join(filter(None, (" → ".join(names), one.state, one.why)))


def _entry(one: Entry) -> str:
    arrow = {"in": "←", "out": "→", "both": "↔"}.get(one.direction, " ")
    kind = one.kind.replace("_", " ")
    what = kind if one.type in {"interaction", "stage"} else f"{one.type}: {kind}"
    return "  ".join(filter(None, (str(one.on), arrow, what, one.text, one.place)))


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield heading
        yield from (fill(line, PAGE, initial_indent="  ", subsequent_indent="      ") for line in found)
