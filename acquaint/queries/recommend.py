"""Whom I could name for an opening: by what people do, can, care about, and told me."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from django.db.models import Q, QuerySet

from acquaint.messages.reasons import Reason
from acquaint.models import DebriefLine, Field, Interest, Organization, Person, Position
from acquaint.models.scope import Scope
from acquaint.queries.cards import Named
from acquaint.queries.prepared import BY_ID, prepared
from acquaint.text import wordforms

# How much each kind of fact says; it orders the list and is shown to nobody.
WEIGHTS = {"seeks": 3, "can": 3, "works": 3, "worked": 2, "studied": 1, "field": 1, "cares": 1, "said": 1}
SEEKS = re.compile(
    r"\b(?:(?:looking|look|looks|searching|searches) for|(?:wants?|hopes?) to|would like|open to"
    r"|(?:moving|move) into|seeks?|seeking|in search of|applying|applies)\b",
    re.IGNORECASE,
)
SEEKS_NOT = re.compile(
    r"\b(?:not|no longer|never|stopped|isn't|is not)\s+(?:\w+\s+){0,2}(?:look|search|seek)", re.IGNORECASE
)
LINE = re.compile(r"[^\n]+?(?:[.!?](?=\s|$)|(?=\n)|$)")  # a sentence, or a line without a stop

Wanted = list[dict[str, float]]
# A person, a kind of fact, the words compared, and the place (a primary key) that is said with them.
Told = tuple[int, str, str, int | None]


@dataclass(frozen=True, slots=True)
class Recommended:
    """One person, and why they come to mind."""

    person: Named
    why: tuple[Reason, ...]


def people(scope: Scope, words: str, *, limit: int = 20) -> tuple[Recommended, ...]:
    """Those who fit a role or skills, best first; ten queries. Nobody closed, nobody without a reason.

    A fact speaks for somebody by the share of the words that it holds, in whatever form; of each kind only
    the best one counts. Among equals whoever I was in touch with last comes first: I can say most of them.
    """
    facts = _Facts(scope)
    wanted = wordforms.meant(wordforms.words(words), facts.vocabulary())
    shares: dict[str, float] = {}  # many have the same title
    found: dict[int, dict[str, tuple[float, Told]]] = defaultdict(dict)
    for told in facts.near(wanted):
        person, kind, text, _place = told
        share = shares.get(text)
        if share is None:
            share = shares[text] = wordforms.share(text, wanted)
        if share and (kind not in found[person] or share >= found[person][kind][0]):
            found[person][kind] = (share, told)
    first = _first(scope, found, limit)
    places = dict(_places(scope, places={place for pk, *_who in first for place in _at(found[pk])}))
    return tuple(_recommended(key, name, found[pk], places) for pk, key, name in first)


def _first(
    scope: Scope, found: Mapping[int, dict[str, tuple[float, Told]]], limit: int
) -> list[tuple[int, str, str]]:
    """The best of them (0: all) as primary key, key and name; the names of those far behind are not read."""
    worth = {
        pk: round(sum(WEIGHTS[kind] * one[0] for kind, one in facts.items()), 9)
        for pk, facts in found.items()
    }
    best = nlargest(limit, worth.values())
    least = best[-1] if limit and best else 0.0
    rows = _names(scope, people=[pk for pk, value in worth.items() if value >= least])
    order = sorted((-worth[pk], -(on.toordinal() if on else 0), name, pk, key) for pk, key, name, on in rows)
    return [(pk, key, name) for _worth, _on, name, pk, key in order[: limit or None]]


def _at(facts: Mapping[str, tuple[float, Told]]) -> set[int]:
    return {told[3] for _share, told in facts.values() if told[3] is not None}


def _recommended(
    key: str, name: str, facts: Mapping[str, tuple[float, Told]], places: Mapping[int, str]
) -> Recommended:
    best = sorted(facts.values(), key=lambda one: -WEIGHTS[one[1][1]] * one[0])
    return Recommended(Named(key, name), tuple(_reason(told, name, places) for _share, told in best))


def _reason(told: Told, name: str, places: Mapping[int, str]) -> Reason:
    _person, kind, text, place = told
    what = f"{text}, {places[place]}" if place is not None else text
    return Reason(f"named.{kind}", {"what": what, "name": name})


class _Facts:
    """What is on record: each wording once, so that words are compared with wordings and not with rows."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.titles: list[str] = _titles(scope)
        self.fields: list[str] = _fields(scope)
        self.interests = _interests(scope)
        self.lines = [*_lines(scope), *_notes(scope)]

    def vocabulary(self) -> set[str]:
        """Every word that stands anywhere."""
        said = (text for _person, text in self.lines)
        texts = (*self.titles, *self.fields, *(text for _person, _kind, text in self.interests), *said)
        return {word for text in texts for word in wordforms.words(text)}

    def near(self, wanted: Wanted) -> Iterator[Told]:
        """The facts that hold at least one of the wanted words, and perhaps a few more; the latest last."""
        for person, kind, text in self.interests:
            yield person, "can" if kind in ("skill", "language") else "cares", text, None
        yield from self._work(wanted)
        for person, text in self.lines:
            yield from _said(person, text)

    def _work(self, wanted: Wanted) -> Iterator[Told]:
        titles = [title for title in self.titles if wordforms.share(title, wanted)]
        for kind in ("works", "worked", "studied"):
            for person, title, place in _titled(self.scope, kind, titles=titles):
                yield person, kind, title, place
        fields = [name for name in self.fields if wordforms.share(name, wanted)]
        for person, name in _in_fields(self.scope, names=fields):
            yield person, "field", name, None


def _said(person: int, text: str) -> Iterator[Told]:
    """What was said, sentence by sentence, above all what somebody looks for."""
    for found in LINE.finditer(text):
        said = found[0].strip()
        seeks = SEEKS.search(said) and not SEEKS_NOT.search(said)
        yield person, "seeks" if seeks else "said", said, None


def _all_positions(told: Any) -> QuerySet[Position]:
    """The owner's positions, read straight through: bounds say the same as the owner and name no index.

    Led by one from row to row SQLite takes nine times as long for a table of which it needs most.
    """
    return Position.objects.filter(owner_id__gte=told.owner_id, owner_id__lte=told.owner_id)


@prepared
def _titles(told: Any) -> Any:
    return _all_positions(told).exclude(title="").values_list("title", flat=True).distinct()


@prepared
def _fields(told: Any) -> Any:
    return Field.objects.of(told).values_list("name", flat=True)


@prepared
def _titled(told: Any, kind: str) -> Any:
    """Who has, had or studied one of these; nobody who is never to be contacted."""
    rows = _all_positions(told).filter(title__among=told.titles, person__closed_on=None)
    past = ~Q(ended="") | Q(ended_seen_on__isnull=False)
    kinds = {"works": Q(kind="work") & ~past, "worked": Q(kind="work") & past, "studied": Q(kind="study")}
    return rows.filter(kinds[kind]).order_by("id").values_list("person_id", "title", "organization_id")


@prepared
def _in_fields(told: Any) -> Any:
    rows = Position.objects.of(told).filter(organization__field__name__in=told.names, person__closed_on=None)
    rows = rows.exclude(kind="member").order_by("id")
    return rows.values_list("person_id", "organization__field__name")


@prepared
def _places(told: Any) -> Any:
    return Organization.objects.of(told).filter(id__among=told.places).values_list("id", "name")


@prepared
def _interests(told: Any) -> Any:
    rows = Interest.objects.of(told).filter(person__closed_on=None)
    return rows.order_by(BY_ID).values_list("person_id", "kind", "text")


@prepared
def _lines(told: Any) -> Any:
    rows = DebriefLine.objects.of(told).filter(
        kind__in=("learned", "note", "surprise"), person__closed_on=None
    )
    return rows.order_by(BY_ID).values_list("person_id", "text")


@prepared
def _notes(told: Any) -> Any:
    return Person.objects.of(told).open().exclude(notes="").order_by(BY_ID).values_list("id", "notes")


@prepared
def _names(told: Any) -> Any:
    rows = Person.objects.of(told).open().filter(id__among=told.people)
    return rows.values_list("id", "key", "name", "last_contact")
