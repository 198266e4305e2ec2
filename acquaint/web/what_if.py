"""What keeping in touch would leave alive: two ranges about all of one's people, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from acquaint.maths.what_if import MOST_WEEKS
from acquaint.messages.reasons import word
from acquaint.queries import what_if
from acquaint.queries.settings import MOST_TOUCHES
from acquaint.queries.what_if import Range, WhatIf
from acquaint.web import scope as scopes
from acquaint.web import words

SHORTEST = 4
WIDE = 100.0  # units of the drawing


@dataclass(frozen=True, slots=True)
class Strip:
    """One range, as words and as where it lies on a scale that begins at 1 and grows by multiples."""

    label: str
    times: str
    fitted: str
    whole: tuple[float, float]
    inner: tuple[float, float]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Ask for touches and weeks, and show both ranges with their assumptions."""
    scope = scopes.of(request)
    touches = _number(request.GET.get("touches", ""), 0, MOST_TOUCHES)
    weeks = _number(request.GET.get("weeks", ""), SHORTEST, MOST_WEEKS)
    found = what_if.of(scope, touches=touches, weeks=weeks or what_if.WEEKS)

    shown = {
        "found": found,
        "most": {"touches": MOST_TOUCHES, "weeks": MOST_WEEKS, "shortest": SHORTEST},
        "trouble": _trouble(request, touches, weeks),
        "says": [word(one, today=scope.today, tongue=words.TONGUE) for one in found.says],
        "assumes": [word(one, today=scope.today, tongue=words.TONGUE) for one in found.assumes],
        "strips": _strips(found),
        "cases": [(*_named(one.shape, one.counted), one) for one in found.cases],
    }
    return render(request, "acquaint/what_if/page.html", shown)


def _number(said: str, least: int, most: int) -> int | None:
    """A number within its bounds; None for anything else."""
    return int(said) if said.isascii() and said.isdecimal() and least <= int(said[:9]) <= most else None


def _trouble(request: HttpRequest, touches: int | None, weeks: int | None) -> str:
    said = {name: request.GET.get(name, "").strip() for name in ("touches", "weeks")}
    if (said["touches"] and touches is None) or (said["weeks"] and weeks is None):
        return _("Touches are a number from 0 to {touches}, weeks one from {least} to {weeks}.").format(
            touches=MOST_TOUCHES, least=SHORTEST, weeks=MOST_WEEKS
        )
    return ""


def _strips(found: WhatIf) -> list[Strip]:
    """A row for every number of touches, and one for what was so far, on one scale."""
    rows = [(str(one.touches), one.times) for one in found.courses]
    rows += [(_("so far"), found.so_far)] if found.so_far else []
    top = max((times.high for _label, times in rows), default=1.0)
    return [_strip(label, times, max(top, 2.0)) for label, times in rows]


def _strip(label: str, times: Range, top: float) -> Strip:
    def at(ratio: float) -> float:
        return round(WIDE * log(max(ratio, 1.0)) / log(top), 2)

    def said(low: float, high: float) -> str:
        return f"{low:.1f} – {high:.1f}"

    return Strip(
        label=label,
        times=said(times.low, times.high),
        fitted=said(times.fitted_low, times.fitted_high),
        whole=(at(times.low), at(times.high) - at(times.low)),
        inner=(at(times.fitted_low), at(times.fitted_high) - at(times.fitted_low)),
    )


def _named(shape: str, counted: str) -> tuple[str, str]:
    shapes = {
        "exp": _("evenly"),
        "power": _("ever more slowly"),
        "spacing": _("more slowly after each time"),
    }
    counts = {"alike": _("all alike"), "as-answered": _("as you answered")}
    return shapes[shape], counts[counted]
