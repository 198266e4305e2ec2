"""A captured line in words: each chip as a person reads it, with whom it means and on which day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from acquaint.web import words
from acquaint.web.hearing import Chip, Heard, by, pieces, spans_said

if TYPE_CHECKING:
    from acquaint.text.capture.chips import Capture
    from acquaint.text.capture.chips import Chip as Span

Value = Mapping[str, Any]
CONTACTS = {
    "meeting": gettext_noop("You met"),
    "interview": gettext_noop("You talked"),
    "call": gettext_noop("A call"),
    "coffee": gettext_noop("Coffee"),
    "email": gettext_noop("A mail"),
    "message": gettext_noop("A message"),
    "event": gettext_noop("An event"),
    "letter": gettext_noop("A letter"),
}


@dataclass(frozen=True, slots=True)
class Teller:
    """Words the chips of one line; `known` says how many people here bear exactly each name."""

    line: Capture
    known: Mapping[str, int]
    today: date

    def heard(self, plain: Iterable[tuple[int, int]]) -> Heard:
        """Return the line with what was understood of it."""
        chips = [self._chip(span) for span in self.line.chips if span.kind in LABELS]
        spans = [(one.start, one.end, one.kind == "promise") for one in self.line.chips]
        return Heard(tuple(pieces(self.line.raw, _outermost(spans))), tuple(chips), spans_said(plain))

    def _chip(self, span: Span) -> Chip:
        label, say = LABELS[span.kind]
        return Chip(_(label), say(self, span.value), f"{span.start}-{span.end}")

    def name(self, place: int | None) -> str:
        """Return the name behind a chip; whom nobody named stays open."""
        return str(self.line.chips[place].value.get("name") or "…") if place is not None else "…"

    def names(self, places: Iterable[int] | int | None) -> str:
        """Return one name or several."""
        if places is None or isinstance(places, int):
            return self.name(places)
        return ", ".join(self.name(place) for place in places)


def _outermost(spans: Iterable[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans that lie within no other: chips may hold chips, a tint holds none."""
    reach = -1
    for start, end, owe in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > reach:
            yield start, end, owe
            reach = end


def _person(teller: Teller, value: Value) -> str:
    name = value.get("name")
    if not name:
        return _("{word}: who is that?").format(word=value.get("pronoun", ""))
    here = teller.known.get(str(name), 0)
    if not here:
        return _("{name}, who is new here").format(name=name)
    many = ngettext("{name}, who is here already", "{name}: {count} people are called so", here)
    return many.format(name=name, count=here)


def _contact(teller: Teller, value: Value) -> str:
    on = words.when(date.fromisoformat(str(value["on"])), teller.today)
    said = _(CONTACTS.get(value["kind"], gettext_noop("A contact")))
    place = _("at {place}").format(place=value["place"]) if value.get("place") else ""
    return ", ".join(filter(None, (said, teller.names(value["who"]), on, place)))


def _promise(teller: Teller, value: Value) -> str:
    due = by(date.fromisoformat(str(value["due"])), teller.today) if value["due"] else _("no date")
    return ", ".join((str(value["text"]), teller.names(value["who"]), due))


def _introduction(teller: Teller, value: Value) -> str:
    target = teller.names(value["to"])
    if value["direction"] == "given":
        return _("you bring together {names}").format(names=target)
    return _("{name} brings you to {target}").format(name=teller.names(value["by"]), target=target)


def _opening(teller: Teller, value: Value) -> str:
    place = _("at {place}").format(place=teller.name(value["org"])) if value["org"] is not None else ""
    secret = _("in confidence") if value["confidential"] else ""
    return ", ".join(filter(None, (f"{value['role']} {place}".strip(), secret)))


def _tie(teller: Teller, value: Value) -> str:
    return _("{names} know each other").format(names=teller.names(value["of"]))


def _ground(_teller: Teller, value: Value) -> str:
    return str(value["text"])


def _cadence(_teller: Teller, value: Value) -> str:
    return ngettext("every {count} day", "every {count} days", value["days"]).format(count=value["days"])


def _named(_teller: Teller, value: Value) -> str:
    return str(value["name"])


def _feel(_teller: Teller, value: Value) -> str:
    said = {"yes": _("you enjoyed it"), "mixed": _("so so"), "no": _("you did not enjoy it")}
    kept = "" if value.get("kept") == "debrief" else _("kept in the note")
    return ", ".join(filter(None, (said.get(str(value.get("liked")), ""), kept)))


def _reach(_teller: Teller, value: Value) -> str:
    return str(value["value"])


LABELS: Mapping[str, tuple[str, Callable[[Teller, Value], str]]] = {
    "person": (gettext_noop("Person"), _person),
    "interaction": (gettext_noop("Contact"), _contact),
    "promise": (gettext_noop("You promise"), _promise),
    "promise-theirs": (gettext_noop("They promise"), _promise),
    "introduction": (gettext_noop("Introduction"), _introduction),
    "opening": (gettext_noop("Opening"), _opening),
    "tie": (gettext_noop("They know"), _tie),
    "ground": (gettext_noop("You both"), _ground),
    "topic": (gettext_noop("Topic"), _ground),
    "cadence": (gettext_noop("Rhythm"), _cadence),
    "organization": (gettext_noop("Organization"), _named),
    "feel": (gettext_noop("Feeling"), _feel),
    "fit": (gettext_noop("Feeling"), _feel),
    "contact": (gettext_noop("Reach"), _reach),
}
