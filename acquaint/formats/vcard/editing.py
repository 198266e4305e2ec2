"""Editing a card that somebody else wrote: only the lines that say something else now are touched.

Every other line keeps its bytes and its place: folds, order, groups, parameters, and all that nobody here
understands. Where a line only gets another value, its group and its parameters stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from acquaint.formats.particulars import Address, NameParts
from acquaint.formats.records import PersonRecord
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.facts import Fact, facts, said_by
from acquaint.formats.vcard.gathering import collect_labels, rank
from acquaint.formats.vcard.heads import Head, colon_of, head_of
from acquaint.formats.vcard.lexing import Line
from acquaint.formats.vcard.names import put_together
from acquaint.formats.vcard.reading import gather_lines
from acquaint.formats.vcard.values import escape
from acquaint.formats.vcard.writing import OLD, Writer, parameter

_LISTS: Final = frozenset({"NICKNAME", "CATEGORIES"})
_PLAIN: Final = frozenset({"FN", "EMAIL", "TEL", "URL", "NOTE", "TITLE", "ROLE"})
_GROUP: Final = re.compile(r"item(\d{1,6})", re.IGNORECASE)
_TRANSFER: Final = re.compile(
    r";(?:ENCODING=|CHARSET=)[^;:]*|;(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT)(?=;|\Z)", re.IGNORECASE
)
_PAGES: Final = frozenset({"URL", "SOCIALPROFILE", "X-SOCIALPROFILE"})
_LABELS: Final = frozenset({"X-ABLABEL", "X-ABADR"})


def patch(card: Card, was: PersonRecord, now: PersonRecord, *, revised: str = "") -> Card:
    """The card with what differs between the two records, and nothing else, changed.

    `was` is the record as it was read from this card. `revised` replaces REV if anything changes and the card
    has one. The same card comes back if nothing differs. Looked at is what `facts` tells of a record: not its
    key, kind, phonetic name, nor the order in which it stands.
    """
    before, after = list(facts(was)), list(facts(_agreeing(was, now)))
    gone, come = _missing(before, after), _missing(after, before)
    if not (gone or come):
        return card
    edit = _Edit(card, come)
    for fact in gone:
        edit.drop(fact)
    for fact in come:
        edit.add(fact)
    if revised:
        edit.revise(revised)
    return edit.done()


def _missing(here: Iterable[Fact], there: Iterable[Fact]) -> list[Fact]:
    """What stands here and not there, as often as it is missing."""
    counted = Counter(fact.key for fact in there)
    found: list[Fact] = []
    for fact in here:
        if counted[fact.key]:
            counted[fact.key] -= 1
        else:
            found.append(fact)
    return found


def _agreeing(was: PersonRecord, now: PersonRecord) -> PersonRecord:
    """The new record with parts of a name that agree with it: telephones show the parts, not the whole."""
    if now.more is None or now.more.parts is None or now.name == was.name:
        return now
    if was.more is None or now.more.parts != was.more.parts or put_together(now.more.parts) == now.name:
        return now
    return replace(now, more=replace(now.more, parts=NameParts(given=now.name)))


def replaced(card: Card, line: Line, value: str) -> bytes:
    """The line with another value (escaped as 3.0 does it), its group and parameters as they stood."""
    at = colon_of(line.raw)
    whole = at > 0 and b"\n" not in line.raw[:at] and b"\r" not in line.raw[:at]
    head = line.raw[:at].decode("utf-8", "replace") if whole else _written(line.head)
    if line.head.encoding or line.head.charset:
        head = _TRANSFER.sub("", head)
    return Writer(OLD if card.old else card.version).line(head, value)


def _written(head: Head) -> str:
    """A head that was folded, written again."""
    name = f"{head.group}.{head.name}" if head.group else head.name
    return name + "".join(parameter(key, value) for key, value in head.params)


class _Edit:
    """The lines of a card while they are changed; `come` are the facts that are still to be written."""

    def __init__(self, card: Card, come: list[Fact]) -> None:
        self._card = card
        self._come = come
        self._lines: list[Line | None] = list(card.lines)
        labels = collect_labels(card)
        self._said = [list(said_by(gather_lines(card, [line], labels))) for line in card.lines]
        self._after: dict[int, list[bytes]] = {}
        groups = (_GROUP.fullmatch(line.head.group) for line in card.lines if line.head.group)
        version = OLD if card.old else "4.0" if card.version.startswith("4") else "3.0"
        self._writer = Writer(version, max((int(found[1]) for found in groups if found), default=0))

    # ── Taking off ───────────────────────────────────────────────────────────────────────────────

    def drop(self, fact: Fact) -> None:
        """Take a fact off the card; a new one of the same property and label takes its place in the line."""
        at = self._main_name() if fact.name == "FN" else self._place(fact)
        if at is None:
            if fact.name == "NOTE":
                self._drop_notes(fact)
            return
        new = next((one for one in self._come if (one.name, one.label) == (fact.name, fact.label)), None)
        if new is not None:
            self._come.remove(new)
        if fact.name in _LISTS and self._card.lines[at].head.name == fact.name:
            self._relist(at, fact, new)
        elif new is None:
            self._remove(at)
        else:
            self._put(at, new)
        if isinstance(fact.value, Address):
            self._drop_envelopes(fact.value)

    def _place(self, fact: Fact) -> int | None:
        """The first line that says the fact; an alias may stand in a second FN or N."""
        keys = {fact.key}
        if fact.name == "NICKNAME":
            keys.add(Fact("FN", fact.value).key)
        for at, said in enumerate(self._said):
            if self._lines[at] is not None and any(one.key in keys for one in said):
                return at
        return None

    def _main_name(self) -> int | None:
        """The FN line that gives the name: the preferred one."""
        places = [
            at for at, said in enumerate(self._said) if said and self._lines[at] and said[0].name == "FN"
        ]
        return min(places, key=lambda at: rank(self._card.lines[at].head), default=None)

    def _relist(self, at: int, fact: Fact, new: Fact | None) -> None:
        """A list without one of its items, or with another in its place."""
        items: list[Fact] = []
        found = False
        for one in self._said[at]:
            if found or one.key != fact.key:
                items.append(one)
                continue
            found = True
            items += [new] if new is not None else []
        if items:
            self._set(at, ",".join(escape(str(one.value)) for one in items), items)
        else:
            self._remove(at)

    def _put(self, at: int, new: Fact) -> None:
        """The line with another fact: only its value is new where that is all that differs."""
        value = _value(new)
        if value is not None and self._card.lines[at].head.name == new.name:
            self._set(at, value, [new])
            return
        self._remove(at)
        self._after.setdefault(at, []).extend(self._writer.lines(new))

    def _drop_notes(self, fact: Fact) -> None:
        """Several notes read as one: the first takes the new text, the others go."""
        places = [at for at, line in enumerate(self._card.lines) if line.head.name == "NOTE"]
        new = next((one for one in self._come if one.name == fact.name), None)
        for at in places[1:]:
            self._remove(at)
        if places and new is not None:
            self._come.remove(new)
            self._put(places[0], new)
        elif places:
            self._remove(places[0])

    def _drop_envelopes(self, address: Address) -> None:
        """The LABEL that told the same address as it is written on an envelope."""
        for at, line in enumerate(self._card.lines):
            if self._lines[at] is not None and line.head.name == "LABEL":
                said = [one.value.formatted for one in self._said[at] if isinstance(one.value, Address)]
                if address.formatted and address.formatted in said:
                    self._remove(at)

    def _set(self, at: int, value: str, said: list[Fact]) -> None:
        line = self._card.lines[at]
        self._lines[at] = _line(replaced(self._card, line, value), line.number)
        self._said[at] = said

    def _remove(self, at: int) -> None:
        """Drop a line, and the label of its group if no other line is left in the group."""
        group = self._card.lines[at].head.group
        self._lines[at] = None
        if group:
            left = [n for n, one in enumerate(self._lines) if one is not None and one.head.group == group]
            if all(self._card.lines[n].head.name in _LABELS for n in left):
                for n in left:
                    self._lines[n] = None

    # ── Putting on ───────────────────────────────────────────────────────────────────────────────

    def add(self, fact: Fact) -> None:
        """Write a new fact behind the last line of its property, else before the end."""
        if fact.name in _LISTS and self._extend(fact):
            return
        names = _PAGES if fact.name == "URL" else {fact.name}
        last = max((at for at, line in self._safe() if line.head.name in names), default=None)
        if last is None:
            last = max((at for at, line in self._safe() if line.head.name != "END"), default=0)
        elif group := self._card.lines[last].head.group:
            last = max(at for at, line in self._safe() if line.head.group == group)
        self._after.setdefault(last, []).extend(self._writer.lines(fact))

    def _safe(self) -> Iterable[tuple[int, Line]]:
        """The lines behind which another may be put.

        Not those that would take it for their own end, nor any behind a card inside: whose a line is that
        stands there can be seen in several ways if an END is missing.
        """
        for at, line in enumerate(self._lines):
            if line is not None and line.inner is not None and line.head.name == "BEGIN":
                return
            if line is not None and not line.blank and not line.raw.rstrip().endswith((b"=", b"\\")):
                yield at, line

    def _extend(self, fact: Fact) -> bool:
        """Put another item into a list that is there."""
        for at, said in enumerate(self._said):
            line = self._lines[at]
            if line is not None and said and line.head.name == fact.name:
                items = [*said, fact]
                self._set(at, ",".join(escape(str(one.value)) for one in items), items)
                return True
        return False

    def revise(self, revised: str) -> None:
        """Another REV, if there was one."""
        for at, line in enumerate(self._card.lines):
            if line.head.name == "REV":
                self._set(at, escape(revised), [])

    def done(self) -> Card:
        """The card as it is now."""
        lines: list[Line] = []
        for at, line in enumerate(self._lines):
            if line is not None:
                lines.append(line)
            new = self._after.get(at, [])
            if new and lines and not lines[-1].raw.endswith((b"\n", b"\r")):
                lines[-1] = lines[-1].ended()
            lines.extend(_line(raw, 0) for raw in new)
        return Card(tuple(lines), whole=self._card.whole)


def _value(fact: Fact) -> str | None:
    """What stands behind the colon for this fact, None where its line must be written whole."""
    value = fact.value
    if isinstance(value, NameParts):
        told = (value.family, value.given, value.additional, value.prefix, value.suffix)
        return ";".join(map(escape, told))
    if isinstance(value, Address) and not value.formatted:
        parts = (value.box, value.extended, value.street, value.locality, value.region, value.code)
        return ";".join(map(escape, (*parts, value.country)))
    if fact.name == "ORG" and isinstance(value, tuple):
        return ";".join(escape(part) for part in value if part)
    if isinstance(value, str) and fact.name in _PLAIN:
        return escape(value)
    return None


def _line(raw: bytes, number: int) -> Line:
    at = colon_of(raw)
    return Line(raw, head_of(raw[:at]), raw[at + 1 :].rstrip(b"\r\n"), number)
