"""Was I right? The record of forecasts over everybody together: a chart, its table, and who answers."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from acquaint.messages import rightness
from acquaint.queries import forecasts
from acquaint.queries.forecasts import Line, Record, Right
from acquaint.web import scope as scopes
from acquaint.web import words

WIDE, HIGH, EDGE = 400, 50, 6  # of the chart: all shares, one band, beside the axis


@dataclass(frozen=True, slots=True)
class Dot:
    """One band in the chart and in the table; places are along the axis, in the units of the drawing."""

    name: str
    months: int
    said: str
    seen: str
    y: int
    said_at: int
    seen_at: int
    low_at: int | None
    high_at: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One record: its sentence, and its bands if there is enough to say."""

    sentence: str
    dots: tuple[Dot, ...]
    tall: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of the answers: what lay before, and how many came."""

    before: str
    counted: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what was said and what came, or how far it is until something can be said."""
    scope = scopes.of(request)
    found = forecasts.right(scope)
    shown = {
        "written": _shown(found.written, found.needed),
        "looked_back": _shown(found.looked_back, found.needed),
        "next_on": words.when(found.next_on, scope.today) if found.next_on else "",
        "looked_on": words.named(found.looked_on, scope.today) if found.looked_on else "",
        "answers": _answers(found),
        "waiting": rightness.waiting(found.messages, found.needed, words.TONGUE),
    }
    return render(request, "acquaint/right/page.html", shown)


def _shown(record: Record, needed: int) -> Shown:
    if record.said is None or record.came is None:
        return Shown(rightness.far(record.n, needed, words.TONGUE), (), 0)
    sentence = rightness.summed(record.n, record.said, record.came, words.TONGUE)
    dots = tuple(_dot(line, place) for place, line in enumerate(record.lines))
    return Shown(sentence, dots, len(dots) * HIGH)


def _dot(line: Line, place: int) -> Dot:
    return Dot(
        name=rightness.band(line.band, words.TONGUE),
        months=line.n,
        said=rightness.share(line.said, words.TONGUE),
        seen=rightness.counted(line.came, line.n, words.TONGUE),
        y=place * HIGH + HIGH * 2 // 3,
        said_at=_at(line.said),
        seen_at=_at(line.came / line.n),
        low_at=None if line.low is None else _at(line.low),
        high_at=None if line.high is None else _at(line.high),
    )


def _at(share: float) -> int:
    return EDGE + round(share * (WIDE - 2 * EDGE))


def _answers(found: Right) -> list[Answer]:
    return [
        Answer(
            rightness.before(one.before, words.TONGUE),
            rightness.counted(one.answered, one.sent, words.TONGUE),
        )
        for one in found.replies
    ]
