"""Whom I could name for an opening: by what people do, can, care about, and told me."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from typing import Any

from acquaint.messages.reasons import Fact, Reason
from acquaint.models import DebriefLine, Field, Interest, Person, Position
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
Told = tuple[int, str, str, dict[str, Fact]]  # a person, a kind of fact, the words compared, what is said


@dataclass(frozen=True, slots=True)
class Recommended:
    """One person, and why they come to mind."""

    person: Named
    why: tuple[Reason, ...]


def people(scope: Scope, words: str, *, limit: int = 20) -> tuple[Recommended, ...]:
    """Those who fit a role or skills, best first; eight queries. Nobody closed, nobody without a reason.

    A fact speaks for somebody by the share of the words that it holds, in whatever form; of each kind only
    the best one counts. Among equals whoever I was in touch with last comes first: I can say most of them.
    """
    facts = _Facts(scope)
    wanted = wordforms.meant(wordforms.words(words), facts.vocabulary())
    shares: dict[str, float] = {}  # many have the same title
    found: dict[int, dict[str, tuple[float, Reason]]] = defaultdict(dict)
    for person, kind, text, said in facts.near(wanted):
        share = shares.get(text)
        if share is None:
            share = shares[text] = wordforms.share(text, wanted)
        held = found[person].get(kind) if person in found else None
        if share and (held is None or share > held[0]):
            found[person][kind] = (share, Reason(f"named.{kind}", said))
    names = {row[0]: row[1:] for row in _names(scope, people=found.keys())}
    worth = {pk: sum(WEIGHTS[kind] * one[0] for kind, one in found[pk].items()) for pk in names}
    order = ((-round(worth[pk], 9), -_day(names[pk][2]), names[pk][1], pk) for pk in names)
    first = nsmallest(limit, order) if limit else sorted(order)
    return tuple(_recommended(names[pk][0], names[pk][1], found[pk]) for *_order, pk in first)


def _day(on: date | None) -> int:
    return on.toordinal() if on else 0


def _recommended(key: str, name: str, facts: dict[str, tuple[float, Reason]]) -> Recommended:
    told = sorted(facts.items(), key=lambda one: -WEIGHTS[one[0]] * one[1][0])
    reasons = (Reason(reason.code, {**reason.facts, "name": name}) for _kind, (_share, reason) in told)
    return Recommended(Named(key, name), tuple(reasons))


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
        """The facts that hold at least one of the wanted words, and perhaps a few more."""
        for person, kind, text in self.interests:
            yield person, "can" if kind in ("skill", "language") else "cares", text, {"what": text}
        yield from self._work(wanted)
        for person, text in self.lines:
            yield from _said(person, text)

    def _work(self, wanted: Wanted) -> Iterator[Told]:
        titles = [title for title in self.titles if wordforms.share(title, wanted)]
        for person, kind, title, place, ended, gone in _titled(self.scope, titles=titles):
            what = ", ".join(filter(None, (title, place)))
            past = "studied" if kind == "study" else "worked" if ended or gone else "works"
            yield person, past, title, {"what": what}
        fields = [name for name in self.fields if wordforms.share(name, wanted)]
        for person, name in _in_fields(self.scope, names=fields):
            yield person, "field", name, {"what": name}


def _said(person: int, text: str) -> Iterator[Told]:
    """What was said, sentence by sentence, above all what somebody looks for."""
    for found in LINE.finditer(text):
        said = found[0].strip()
        seeks = SEEKS.search(said) and not SEEKS_NOT.search(said)
        yield person, "seeks" if seeks else "said", said, {"what": said}


@prepared
def _titles(told: Any) -> Any:
    return Position.objects.of(told).exclude(title="").values_list("title", flat=True).distinct()


@prepared
def _fields(told: Any) -> Any:
    return Field.objects.of(told).values_list("name", flat=True)


@prepared
def _titled(told: Any) -> Any:
    """Who has or had one of these titles, the latest first."""
    rows = Position.objects.of(told).filter(title__among=told.titles).exclude(kind="member")
    columns = ("person_id", "kind", "title", "organization__name", "ended", "ended_seen_on")
    return rows.order_by("-id").values_list(*columns)


@prepared
def _in_fields(told: Any) -> Any:
    rows = Position.objects.of(told).filter(organization__field__name__in=told.names).exclude(kind="member")
    return rows.order_by("-id").values_list("person_id", "organization__field__name")


@prepared
def _interests(told: Any) -> Any:
    return Interest.objects.of(told).order_by(BY_ID).values_list("person_id", "kind", "text")


@prepared
def _lines(told: Any) -> Any:
    rows = DebriefLine.objects.of(told).filter(kind__in=("learned", "note", "surprise"))
    return rows.order_by("-id").values_list("person_id", "text")


@prepared
def _notes(told: Any) -> Any:
    return Person.objects.of(told).open().exclude(notes="").order_by(BY_ID).values_list("id", "notes")


@prepared
def _names(told: Any) -> Any:
    rows = Person.objects.of(told).open().filter(id__among=told.people)
    return rows.values_list("id", "key", "name", "last_contact")
