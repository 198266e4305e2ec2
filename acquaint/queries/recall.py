"""Who is likely to think of me, as far as contacts tell; and who knows what I am looking for.

What can be forecast is contact, not thought: the order is that of the chance that somebody is in touch within
thirty days. Bands and facts are for people to read; the chance itself is made only when a script asks for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from heapq import nsmallest
from typing import Any, cast

from django.db.models import CharField, Func

from acquaint.maths import lookback, recall
from acquaint.maths.lookback import PLAIN, Curve
from acquaint.maths.recall import Band, Carried, Direction
from acquaint.messages.reasons import Fact, Reason
from acquaint.models import (
    Debrief,
    Interaction,
    InteractionPerson,
    Interest,
    Introduction,
    Opening,
    Person,
    Position,
)
from acquaint.models.scope import Scope
from acquaint.queries import lookbacks
from acquaint.queries.cards import Named
from acquaint.text.names import normalise

MONTHS = 3  # looked back on for the owner's own level
COLUMNS = (
    *("id", "key", "name", "first_contact", "last_contact", "last_two_way", "answered_on"),
    *("in_sum", "out_sum", "sums_on"),
)
# What the order alone needs, where few of many are shown: reading a date costs more than reckoning with it.
PLAIN_ORDER = ("id", "name", "first_contact", "in_sum", "out_sum", "sums_on")
ORDER = (*PLAIN_ORDER, "last_contact", "answered_on")
BLANK = Func(template="''", output_field=CharField())  # written out, as the index of messages has it
SEEKING = ("seeking", "request", "request-referral")  # messages that say what I look for


@dataclass(frozen=True, slots=True)
class Because:
    """What the order rests on: days of contact each way, halved every sixty days, and the last of them."""

    inbound: float
    outbound: float
    last: date | None


@dataclass(frozen=True, slots=True)
class Remembering:
    """One person; `p30` only if asked for, `because_of` in facts."""

    person: Named
    band: Band
    p30: float | None
    because: Because
    because_of: tuple[Reason, ...]


def people(scope: Scope, *, role: str = "", chances: bool = False, limit: int = 0) -> tuple[Remembering, ...]:
    """Everybody I had contact with and may contact, the likeliest first; four queries, six more for a role.

    With a role those come first for whom most speaks: they know what I look for, work close to it, have told
    me something before. `chances` adds P30 on the owner's own level.
    """
    on = scope.today.toordinal()
    told = _facts(scope, role) if role.split() else {}
    looked = lookbacks.known(scope)
    curve = looked.curve if looked else PLAIN
    asked = COLUMNS if chances or not limit else PLAIN_ORDER if curve == PLAIN else ORDER
    rows = {row["id"]: row for row in _known(scope, told, limit, asked)}
    chance = {pk: _chance(row, on, curve) for pk, row in rows.items()}
    facts = {pk: _reasons(told[pk], row["name"]) for pk, row in rows.items() if pk in told}
    level = (looked.level if looked else _level(scope, rows)) if chances else 1.0
    order = ((-len(facts.get(pk, ())), -chance[pk], row["name"], pk) for pk, row in rows.items())
    first = nsmallest(limit, order) if limit else sorted(order)
    if asked != COLUMNS:
        rows = {row["id"]: row for row in _rows(scope, [pk for *_order, pk in first], COLUMNS)}
    return tuple(
        Remembering(
            person=Named(rows[pk]["key"], rows[pk]["name"]),
            band=recall.band(chance[pk]),
            p30=round(recall.scaled(chance[pk], level), 4) if chances else None,
            because=_because(rows[pk], on),
            because_of=(*facts.get(pk, ()), *_silence(rows[pk], role, facts.get(pk, ())), _last(rows[pk])),
        )
        for *_order, pk in first
    )


def chance(row: Mapping[str, Any], on: date, looked: lookbacks.Looked) -> float:
    """P30 of one person (`COLUMNS` by name) on the owner's own curve and level."""
    return recall.scaled(_chance(row, on.toordinal(), looked.curve), looked.level)


def _chance(row: Mapping[str, Any], on: int, curve: Curve) -> float:
    """The chance by the carried columns as they are: everybody is asked, few are shown."""
    sums_on = row["sums_on"].toordinal()
    on = max(on, sums_on)
    p30 = recall.chance(row["in_sum"], row["out_sum"], sums_on, row["first_contact"].toordinal(), on=on)
    if curve == PLAIN:
        return p30
    last, answered = row["last_contact"].toordinal(), row["answered_on"]
    return curve.chance(lookback.seen(p30, on, last, answered.toordinal() if answered else None))


def _known(scope: Scope, told: Collection[int], limit: int, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """Everybody there was contact with; only those for whom something speaks, if they suffice."""
    if limit and len(told) >= limit:
        some = _rows(scope, list(told), columns)
        if len(some) >= limit:
            return some
    return _rows(scope, None, columns)


def _rows(scope: Scope, people: list[int] | None, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    rows = Person.objects.of(scope).open().filter(first_contact__isnull=False)
    chosen = rows if people is None else rows.filter(id__among=people)
    return cast("list[dict[str, Any]]", list(chosen.values(*columns)))


def _carried(row: Mapping[str, Any]) -> Carried:
    def ordinal(name: str) -> int | None:
        return row[name].toordinal() if row[name] else None

    return Carried(
        first_contact=ordinal("first_contact"),
        last_contact=ordinal("last_contact"),
        last_two_way=ordinal("last_two_way"),
        answered_on=ordinal("answered_on"),
        in_sum=row["in_sum"],
        out_sum=row["out_sum"],
        sums_on=ordinal("sums_on"),
    )


def _level(scope: Scope, known: Mapping[int, Mapping[str, Any]]) -> float:
    """How much more or less people are in touch with this owner than with others, by the last months."""
    since = scope.today - timedelta(days=MONTHS * recall.MONTH)
    rows = InteractionPerson.objects.of(scope).filter(
        interaction__on__gt=since, interaction__on__lte=scope.today
    )
    lately: dict[int, list[tuple[int, Direction]]] = defaultdict(list)
    for person, day, direction in rows.values_list("person_id", "interaction__on", "interaction__direction"):
        lately[person].append((day.toordinal(), cast("Direction", direction)))
    told = ((_carried(row), lately.get(pk, ())) for pk, row in known.items())
    return recall.looked_back(told, on=scope.today.toordinal(), months=MONTHS).scale


def _because(row: Mapping[str, Any], on: int) -> Because:
    inbound, outbound = recall.sums(_carried(row), max(on, row["sums_on"].toordinal()))
    return Because(round(inbound, 3), round(outbound, 3), row["last_contact"])


def _last(row: Mapping[str, Any]) -> Reason:
    facts: dict[str, Fact] = {"name": row["name"]}
    for code, day in (("talked", "last_two_way"), ("heard", "answered_on")):
        if row[day]:
            return Reason(f"way.{code}", {**facts, "on": row[day]})
    return Reason("way.wrote", {**facts, "on": row["last_contact"]})


def _silence(row: Mapping[str, Any], role: str, facts: Collection[Reason]) -> Iterator[Reason]:
    if role and not any(fact.code == "known.told" for fact in facts):
        yield Reason("known.untold", {"name": row["name"]})


def _facts(scope: Scope, role: str) -> dict[int, tuple[tuple[str, dict[str, Fact]], ...]]:
    """What speaks for each person thinking of me for a role: one fact of a kind, the latest."""
    found: dict[int, dict[str, tuple[str, dict[str, Fact]]]] = defaultdict(dict)
    for gather in (_told, _sent, _near):
        for person, code, facts in gather(scope, role):
            kind = "sent" if code in ("opening", "named") else "near" if code == "cares" else code
            found[person][kind] = (code, facts)
    return {person: tuple(kinds.values()) for person, kinds in found.items()}


def _reasons(told: tuple[tuple[str, dict[str, Fact]], ...], name: str) -> tuple[Reason, ...]:
    return tuple(Reason(f"known.{code}", {"name": name, **facts}) for code, facts in told)


Told = tuple[int, str, dict[str, Fact]]  # a person, the code of a fact, and what it says


def _told(scope: Scope, _role: str) -> Iterator[Told]:
    """Who heard what I look for: in a talk, or in a message that says so."""
    said = Interaction.objects.of(scope).exclude(message_kind=BLANK)
    wrote = said.filter(message_kind__in=SEEKING, direction="out").values("id")
    rows = InteractionPerson.objects.of(scope).filter(interaction_id__in=wrote).order_by("interaction__on")
    heard = Debrief.objects.of(scope).filter(heard_want="yes").order_by("on", "id")
    both = [*rows.values_list("person_id", "interaction__on"), *heard.values_list("person_id", "on")]
    for person, on in sorted(both, key=lambda one: one[1]):
        yield person, "told", {"on": on}


def _sent(scope: Scope, _role: str) -> Iterator[Told]:
    """Who has told me of an opening, or named somebody to me."""
    named = Introduction.objects.of(scope).filter(direction="received", introducer__isnull=False)
    for person, on in named.order_by("id").values_list("introducer_id", "named_on"):
        if person is not None:
            yield person, "named", {"on": on}
    told = Opening.objects.of(scope).filter(source__isnull=False)
    for person, on in told.order_by("id").values_list("source_id", "heard_on"):
        if person is not None:
            yield person, "opening", {"on": on}


def _near(scope: Scope, role: str) -> Iterator[Told]:
    """Who works close to it, or cares about it: at least half of its words stand there."""
    wanted = set(normalise(role).split())
    near = cache(partial(_shared, wanted))  # many hold the same titles
    cares = Interest.objects.of(scope).order_by("id")
    for person, text in cares.values_list("person_id", "text"):
        if _is_half(near(text), wanted):
            yield person, "cares", {"what": text}
    works = Position.objects.of(scope).filter(kind="work", ended="", ended_seen_on=None).order_by("id")
    for person, title, place, field in works.values_list(
        "person_id", "title", "organization__name", "organization__field__name"
    ):
        if _is_half(near(title) | near(place or "") | near(field or ""), wanted):
            yield person, "near", {"what": ", ".join(filter(None, (title, place)))}


def _shared(wanted: set[str], text: str) -> set[str]:
    """Which of the words stand in a text; most plain texts show at a glance that none does."""
    plain = text.lower()
    if plain.isascii() and not any(word in plain for word in wanted):
        return set()
    return wanted.intersection(normalise(text).split())


def _is_half(found: set[str], wanted: set[str]) -> bool:
    return bool(wanted) and 2 * len(found) >= len(wanted)
