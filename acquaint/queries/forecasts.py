"""Was I right? What was said of people's words within thirty days, against what came; and who answers.

Aggregates only: no row says anything of one person. Below fifty months nothing is shown, for chance says more
than so few; a share of fewer than ten is told as counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Any, cast

from django.db.models import Count, Min, Sum

from acquaint.maths import lookback, recall
from acquaint.maths.answers import Before
from acquaint.maths.recall import Band
from acquaint.models import Forecast, Setting
from acquaint.models.scope import Scope
from acquaint.queries import lookbacks
from acquaint.queries.lookbacks import Said

NEEDED = lookback.ENOUGH
FEWEST = 10  # of which a share is said
BANDS: tuple[Band, ...] = ("hot", "warm", "fading", "quiet")
BEFORE: tuple[Before, ...] = ("cold", "unanswered", "theirs", "two_way")
MONTH = timedelta(days=recall.MONTH)
_WIDE = 1.645  # of a normal distribution: nine in ten lie within


@dataclass(frozen=True, slots=True)
class Line:
    """One band: months, the mean chance said (0 to 1), and in how many a word came.

    `low` and `high` are the shares between which the truth lies nine times in ten; None for few months.
    """

    band: Band
    n: int
    said: float
    came: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Record:
    """All months of one kind: with fewer than fifty there are no lines."""

    n: int
    enough: bool
    said: float | None
    came: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Replies:
    """Messages after the same beginning: how many, how many were answered within fourteen days."""

    before: Before
    sent: int
    answered: int


@dataclass(frozen=True, slots=True)
class Right:
    """Whether I was right: what was written down before the answer, and what looking back would have said.

    `next_on` is the day on which the next months will be over, `looked_on` the one of the last look back.
    """

    needed: int
    written: Record
    looked_back: Record
    looked_on: date | None
    next_on: date | None
    messages: int
    replies: tuple[Replies, ...]


def right(scope: Scope) -> Right:
    """The whole record; four queries, however many people there are."""
    looked = lookbacks.known(scope)
    done = done_on(scope)
    replies = looked.replies if looked else {}
    sent = sum(one.sent for one in replies.values())
    told = (Replies(one, replies[one].sent, replies[one].answered) for one in BEFORE if one in replies)
    return Right(
        needed=NEEDED,
        written=_record(_written(scope, done)),
        looked_back=_record(looked.bands if looked else {}),
        looked_on=looked.on if looked else None,
        next_on=_next(scope, done),
        messages=sent,
        replies=tuple(told) if sent >= NEEDED else (),
    )


def done_on(scope: Scope) -> date | None:
    """The day on which forecasts were last written down and matched; None before the first."""
    held = Setting.objects.of(scope).filter(name=Setting.FORECAST).values_list("value", flat=True).first()
    return date.fromisoformat(cast("str", held)) if held else None


def _written(scope: Scope, done: date | None) -> dict[str, Said]:
    if done is None:
        return {}
    over = Forecast.objects.of(scope).filter(on__lt=done - MONTH).values("band")
    rows: Iterable[Any] = over.annotate(n=Count("id"), said=Sum("p30"), came=Count("came_on")).order_by(
        "band"
    )
    return {row["band"]: Said(row["n"], row["said"], row["came"]) for row in rows}


def _next(scope: Scope, done: date | None) -> date | None:
    if done is None:
        return None
    waiting = Forecast.objects.of(scope).filter(on__gte=done - MONTH).aggregate(first=Min("on"))["first"]
    return waiting + MONTH + timedelta(days=1) if waiting else None


def _record(bands: Mapping[str, Said]) -> Record:
    n = sum(one.n for one in bands.values())
    if n < NEEDED:
        return Record(n, enough=False, said=None, came=None, lines=())
    said = sum(one.said for one in bands.values()) / n
    came = sum(one.came for one in bands.values())
    lines = tuple(_line(band, bands[band]) for band in BANDS if band in bands)
    return Record(n, enough=True, said=round(said, 4), came=came, lines=lines)


def _line(band: Band, told: Said) -> Line:
    low, high = _between(told.came, told.n) if told.n >= FEWEST else (None, None)
    return Line(band, told.n, round(told.said / told.n, 4), told.came, low, high)


def _between(came: int, n: int) -> tuple[float, float]:
    """Wilson's interval of a share: it holds for small counts and near none or all (Wilson 1927)."""
    share, z = came / n, _WIDE
    middle = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    whole = 1 + z * z / n
    return round(max(0.0, (middle - half) / whole), 4), round(min(1.0, (middle + half) / whole), 4)
