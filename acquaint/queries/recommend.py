"""Whom I could name for an opening: by what people do, can, care about, and told me."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from acquaint.messages.reasons import Fact, Reason
from acquaint.models import DebriefLine, Interest, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.text.names import normalise

# How much each kind of fact says; it orders the list and is shown to nobody.
WEIGHTS = {"seeks": 3, "can": 3, "works": 3, "worked": 2, "field": 1, "cares": 1, "said": 1}
SEEKING = (
    "looking for",
    "look for",
    "searching",
    "wants to",
    "would like",
    "open to",
    "moving into",
    "seeks",
)

Told = tuple[int, str, str, dict[str, Fact]]  # a person, a kind of fact, the words compared, what is said


@dataclass(frozen=True, slots=True)
class Recommended:
    """One person, and why they come to mind."""

    person: Named
    why: tuple[Reason, ...]


def people(scope: Scope, words: str, *, limit: int = 20) -> tuple[Recommended, ...]:
    """Those who fit a role or skills, best first; four queries. Nobody closed, nobody without a reason.

    A fact speaks for somebody by the share of the words that it holds; of each kind only the best one counts.
    """
    wanted = set(normalise(words).split())
    found: dict[int, dict[str, tuple[float, Reason]]] = defaultdict(dict)
    for gather in (_interests, _positions, _told):
        for person, kind, text, facts in gather(scope):
            share = len(wanted & set(normalise(text).split())) / max(1, len(wanted))
            held = found[person].get(kind) if person in found else None
            if share and (held is None or share > held[0]):
                found[person][kind] = (share, Reason(f"named.{kind}", facts))
    names = _names(scope)
    worth = {pk: sum(WEIGHTS[kind] * told[0] for kind, told in facts.items()) for pk, facts in found.items()}
    order = ((-worth[pk], names[pk][1], pk) for pk in found if pk in names)
    first = nsmallest(limit, order) if limit else sorted(order)
    return tuple(_recommended(names[pk], found[pk]) for *_order, pk in first)


def _recommended(who: tuple[str, str], facts: dict[str, tuple[float, Reason]]) -> Recommended:
    told = sorted(facts.items(), key=lambda one: -WEIGHTS[one[0]] * one[1][0])
    reasons = (Reason(reason.code, {**reason.facts, "name": who[1]}) for _kind, (_share, reason) in told)
    return Recommended(Named(*who), tuple(reasons))


def _names(scope: Scope) -> dict[int, tuple[str, str]]:
    rows = Person.objects.of(scope).open().values_list("id", "key", "name")
    return {pk: (key, name) for pk, key, name in rows}


def _interests(scope: Scope) -> Iterator[Told]:
    rows = Interest.objects.of(scope).order_by("id").values_list("person_id", "kind", "text")
    for person, kind, text in rows:
        yield person, "can" if kind in ("skill", "language") else "cares", text, {"what": text}


def _positions(scope: Scope) -> Iterator[Told]:
    rows = Position.objects.of(scope).exclude(kind="member").order_by("-id")
    for person, title, place, field, ended, gone in rows.values_list(
        "person_id", "title", "organization__name", "organization__field__name", "ended", "ended_seen_on"
    ):
        what = ", ".join(filter(None, (title, place)))
        if title:
            yield person, "worked" if ended or gone else "works", title, {"what": what}
        if field:
            yield person, "field", field, {"what": field}


def _told(scope: Scope) -> Iterator[Told]:
    """What was said in a talk, above all what somebody looks for."""
    rows = DebriefLine.objects.of(scope).filter(kind__in=("learned", "note", "surprise")).order_by("-id")
    for person, text in rows.values_list("person_id", "text"):
        seeks = any(words in text.lower() for words in SEEKING)
        yield person, "seeks" if seeks else "said", text, {"what": text}
