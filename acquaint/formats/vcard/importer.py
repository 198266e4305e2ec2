"""The importer of cards: one file with many, a folder with one in each, or a zip of either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Final

from acquaint.formats.archives import Counted, DamagedError, Entry, Source
from acquaint.formats.particulars import NOBODY
from acquaint.formats.records import Ignored, Origin, Outcome, Reason, Reject, Said, Self, Skipped, Warned
from acquaint.formats.vcard.cards import Card, Refused, Stray, pieces
from acquaint.formats.vcard.gathering import Gathering
from acquaint.formats.vcard.limits import DEFAULT, Limits
from acquaint.formats.vcard.reading import gather, kind, record
from acquaint.formats.vcard.relations import uid_key
from acquaint.text.names import normalise

SUFFIXES: Final = frozenset({".vcf", ".vcard"})
_PERHAPS: Final = frozenset({"", ".txt", ".vcs", ".card", ".contact"})
_HEAD: Final = 4096
_BEGIN: Final = re.compile(rb"BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE)
_GROUP: Final = re.compile(rb"KIND[^\r\n:]*:[ \t]*group", re.IGNORECASE)
_ONLY_FRAME: Final = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "N", "FN"})
_RAW: Final = 10_000
_NAME: Final = re.compile(r"[^\W\d_]{2}")
_ID: Final = re.compile(r"[0-9a-f. -]{12,}", re.IGNORECASE)
_KEY: Final = 300

Groups = Mapping[str, tuple[str, ...]]


class VCards:
    """The importer of cards."""

    kind = "vcard"

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self._limits = limits

    def sniff(self, source: Source) -> bool:
        """Whether any file of the source begins with a card."""
        return any(_holds_cards(entry, alone=len(source.entries) == 1) for entry in source.entries)

    def exported_on(self, source: Source) -> date | None:  # noqa: ARG002 -- the contract asks it of everybody
        """A card says when it was changed, not when it was exported."""
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read: those named as cards, and others that begin with one.

        A file that was handed over by itself may have any name.
        """
        alone = len(source.entries) == 1
        return tuple(entry for entry in source.entries if _is_ours(entry, alone=alone))

    def read(self, source: Source, known: Self | None = None) -> Iterator[Said]:  # noqa: ARG002
        """Yield one outcome for each card, and a word on every other file. Errors: RefusedError."""
        entries = self.chosen(source)
        source.admit(entries)
        yield from source.skipped
        groups = self._groups(entries)
        seen: dict[str, str] = {}
        for entry in entries:
            yield from self._file(entry, groups, seen)
        ours = {id(entry) for entry in entries}
        for entry in source.entries:
            if id(entry) not in ours:
                yield Skipped(Origin(entry.shown), Reason("unknown_file"))

    def _groups(self, entries: tuple[Entry, ...]) -> Groups:
        """Which groups stand on which person, by key: a group may stand before or after its members."""
        found: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            if not _mentions_groups(entry):
                continue
            try:
                with entry.open() as stream:
                    for piece in pieces(stream, self._limits):
                        if isinstance(piece, Card) and _GROUP.search(piece.raw):
                            _add_group(piece, found)
            except DamagedError:
                continue
        return found

    def _file(self, entry: Entry, groups: Groups, seen: dict[str, str]) -> Iterator[Said]:
        reader = _File(entry.shown, self._limits, groups, seen)
        try:
            with entry.open() as stream:
                yield from reader.read(stream)
        except DamagedError as error:
            yield Warned(Origin(entry.shown), error.reason)
        yield from reader.remarks()


class _File:
    """Reads one file; `seen` remembers who bears which UID in the whole source."""

    def __init__(self, shown: str, limits: Limits, groups: Groups, seen: dict[str, str]) -> None:
        self._shown = shown
        self._limits = limits
        self._groups = groups
        self._seen = seen
        self._cards = 0
        self._astray = False
        self._guessed: dict[str, int] = {}
        self._open_ended: list[int] = []
        self._nameless: Gathering | None = None  # the first card, if nothing on it names anybody
        self._named: list[tuple[int, str]] = []

    def read(self, stream: Counted) -> Iterator[Outcome]:
        """One outcome for each card, and one for each run of lines that stand in none."""
        limits = self._limits
        for piece in pieces(stream, limits):
            if isinstance(piece, Stray):
                yield from self._stray(piece)
                continue
            self._astray = False
            self._cards += 1
            yield from self._named_by_file(alone=False)
            if self._cards > limits.cards:
                number = piece.number
                reason = Reason("too_many_cards", {"limit": limits.cards})
                yield Reject(Origin(self._shown, number), reason, _shown(piece.raw))
                return
            if isinstance(piece, Refused):
                yield Reject(Origin(self._shown, piece.number), piece.reason, _shown(piece.raw))
            else:
                yield from self._card(piece)
        yield from self._named_by_file(alone=True)

    def remarks(self) -> Iterator[Warned]:
        """What is to be said of the file as a whole."""
        for encoding, number in self._guessed.items():
            yield Warned(Origin(self._shown, number), Reason("encoding", {"encoding": encoding}))
        for number in self._open_ended[:1]:
            yield Warned(Origin(self._shown, number), Reason("unended", {"cards": len(self._open_ended)}))
        for number, name in self._named:
            yield Warned(Origin(self._shown, number), Reason("named_by_file", {"name": name}))
        if not (self._cards or self._astray):
            yield Warned(Origin(self._shown), Reason("no_card"))

    def _stray(self, piece: Stray) -> Iterator[Outcome]:
        """Text between cards is told once for each run of it."""
        line = next(
            (line for line in piece.lines if not line.blank and line.raw.strip() != b"\xef\xbb\xbf"), None
        )
        if line is not None and not self._astray:
            self._astray = True
            yield Reject(Origin(self._shown, line.number), Reason("outside_card"), _shown(piece.raw))

    def _card(self, card: Card) -> Iterator[Outcome]:
        if not card.whole:
            self._open_ended.append(card.number)
        if (told := self._person(card)) is not None:
            yield told
        for line in card.lines:
            if isinstance(line.inner, Card) and line.head.name == "BEGIN":
                yield from self._card(line.inner)

    def _person(self, card: Card) -> Outcome | None:
        """The outcome of a card; None where it is to be seen first whether it stands alone in its file."""
        origin = Origin(self._shown, card.number)
        g = gather(card)
        if (about := kind(g)) in NOBODY and about != "org":
            return record(g, origin) or Ignored(origin, Reason("not_a_person", {"kind": about}))
        key = uid_key(g.uid)
        told = record(g, origin, self._groups.get(key, ()))
        if card.guessed:
            self._guessed.setdefault(card.guessed, card.number)
        if told is None:
            return self._without_name(g, origin)
        if key and self._is_another(key, told.name):
            # two people under one UID: to join them would lose one
            return replace(told, key=f"{key}#{normalise(told.name)}"[:_KEY])
        return told

    def _without_name(self, g: Gathering, origin: Origin) -> Outcome | None:
        if _says_nothing(g):
            return Ignored(origin, Reason("empty"))
        if self._cards == 1 and self._nameless is None and _tells_of_somebody(g):
            self._nameless = g
            return None
        return Reject(origin, Reason("nameless"), _shown(g.card.raw))

    def _named_by_file(self, *, alone: bool) -> Iterator[Outcome]:
        """Who has no name on a card that is alone in its file is called as the file is."""
        g, self._nameless = self._nameless, None
        if g is None:
            return
        origin = Origin(self._shown, g.card.number)
        name = " ".join(PurePath(self._shown).stem.replace("_", " ").split())
        if alone and _NAME.search(name) and not _ID.fullmatch(name):
            g.names.append((1, name))
            if told := record(g, origin, self._groups.get(uid_key(g.uid), ())):
                self._named.append((origin.line, name))
                yield told
                return
        yield Reject(origin, Reason("nameless"), _shown(g.card.raw))

    def _is_another(self, key: str, name: str) -> bool:
        """Whether somebody of quite another name bore this UID before in the same source."""
        before = self._seen.setdefault(key, name)
        return before != name and not set(normalise(before).split()) & set(normalise(name).split())


def _says_nothing(g: Gathering) -> bool:
    """Whether nothing stands on the card but its frame and empty values."""
    return all(
        line.head.name in _ONLY_FRAME or line.blank or not line.value.strip(b" \t;,") for line in g.card.lines
    )


def _tells_of_somebody(g: Gathering) -> bool:
    """Whether there is anything worth keeping under a name that is only the file's."""
    told = (
        g.addresses,
        g.envelopes,
        g.pictures,
        g.birthday,
        g.dates,
        g.notes,
        g.titles,
        g.roles,
        g.relations,
    )
    return any(told)


def _add_group(card: Card, found: dict[str, tuple[str, ...]]) -> None:
    g = gather(card)
    if kind(g) != "group" or not g.names:
        return
    for line in card.named("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"):
        if key := uid_key(g.text(line)):
            found[key] = (*found.get(key, ()), g.names[0][1])


def _is_ours(entry: Entry, *, alone: bool) -> bool:
    return entry.suffix in SUFFIXES or _holds_cards(entry, alone=alone)


def _holds_cards(entry: Entry, *, alone: bool) -> bool:
    if not alone and entry.suffix not in SUFFIXES and entry.suffix not in _PERHAPS:
        return False
    try:
        with entry.open() as stream:
            head = stream.read(_HEAD)
    except DamagedError:
        return False
    return _BEGIN.search(head.replace(b"\0", b"")) is not None


def _mentions_groups(entry: Entry) -> bool:
    """Whether a group stands anywhere in the file: a glance that spares most files a second reading."""
    before = b""
    try:
        with entry.open() as stream:
            while chunk := stream.read(1 << 20):
                if _GROUP.search((before + chunk).replace(b"\0", b"")):
                    return True
                before = chunk[-80:]
    except DamagedError:
        return False
    return False


def _shown(raw: bytes) -> str:
    """The beginning of bytes as text, for the list of what could not be read."""
    cut_off = raw[:_RAW]
    try:
        text = cut_off.decode()
    except UnicodeDecodeError:
        text = cut_off.decode("cp1252", "replace")
    return text.replace("\0", "")
