"""A card as the lines it is made of, and lines cut into cards: no card swallows its neighbour.

A card that is never closed ends where the next one begins. A card inside another (AGENT, or plain nesting as
some telephones wrote it) stays in its place as one line of the outer card.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from acquaint.formats.lines import ByteStream
from acquaint.formats.records import Reason
from acquaint.formats.vcard.charsets import decode, guess, torn
from acquaint.formats.vcard.heads import TOO_LARGE, TOO_LONG, Head
from acquaint.formats.vcard.lexing import Lexer, Line, Nested, is_end, physical, plain_card
from acquaint.formats.vcard.limits import DEFAULT, Limits

_NESTED: Final = Head("BEGIN")
_AGENT: Final = Head("AGENT")
_MEMBERS: Final = frozenset({"MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"})
_RAW_KEPT: Final = 10_000
_STRAY_LINES: Final = 1_000
_BLOCK: Final = 5_000  # lines that may wait for the end of their card before they are looked at
_E: Final = frozenset(b"Ee")
_SPACE: Final = frozenset(b" \t")


class Card:
    """A card: all its lines from BEGIN to END, in order; `whole` says whether an END was there."""

    __slots__ = ("_fallback", "_raw", "_version", "lines", "old", "whole")

    def __init__(self, lines: tuple[Line, ...], *, whole: bool = True, raw: bytes = b"") -> None:
        self.lines = lines
        self.whole = whole
        self._fallback = ""
        self._raw = raw
        self._version = ""
        # VERSION stands second as a rule; an old card escapes nothing but semicolons
        second = lines[1] if len(lines) > 1 else lines[0]
        told = second.value[:1] if second.head.name == "VERSION" else self.version.encode()[:1]
        self.old = told == b"2"

    @classmethod
    def parse(cls, data: bytes, limits: Limits = DEFAULT) -> Card:
        """The first card in the bytes. Errors: ValueError where there is none, or it passes a limit."""
        found = next((piece for piece in pieces(io.BytesIO(data), limits) if type(piece) is not Stray), None)
        if isinstance(found, Card):
            return found
        raise ValueError(found.reason.code if isinstance(found, Refused) else "no_card")

    @property
    def number(self) -> int:
        """The physical line on which it begins."""
        return self.lines[0].number

    @property
    def raw(self) -> bytes:
        """Every byte of it, as it stood or as it was edited."""
        return self._raw or b"".join([line.raw for line in self.lines])

    @property
    def version(self) -> str:
        """As it says of itself; 3.0 where it says nothing."""
        if not self._version:
            said = next((line.value for line in self.lines if line.head.name == "VERSION"), b"")
            self._version = said.decode("ascii", "replace").strip() or "3.0"
        return self._version

    @property
    def guessed(self) -> str:
        """The encoding that had to be guessed for some of its text, "" if none had to."""
        return self._fallback

    def fallback(self) -> str:
        """The encoding of text that is not UTF-8 and names no CHARSET."""
        if not self._fallback:
            self._fallback = guess((line.head for line in self.lines), self.raw)
        return self._fallback

    def text(self, line: Line) -> str:
        """The value of a line as text, unfolded and decoded, escapes still in it."""
        if line.head.coded:
            return decode(line.value, line.head, self.fallback)
        try:
            return line.value.decode()
        except UnicodeDecodeError:
            return torn(line.value) or line.value.decode(self.fallback(), "replace")

    def named(self, *names: str) -> list[Line]:
        """The lines of these properties, in order."""
        return [line for line in self.lines if line.head.name in names]


@dataclass(slots=True)
class Stray:
    """Lines that stand in no card."""

    lines: list[Line]

    @property
    def raw(self) -> bytes:
        """Every byte of them."""
        return b"".join([line.raw for line in self.lines])


@dataclass(frozen=True, slots=True)
class Refused:
    """A card that passed a limit: where it began, which limit, and how its bytes begin."""

    number: int
    reason: Reason
    raw: bytes


Piece = Card | Stray | Refused


def pieces(stream: ByteStream, limits: Limits = DEFAULT) -> Iterator[Piece]:
    """Cut a stream into cards and what lies between; no byte is lost but of what passes a limit."""
    cutter, lexer, number = _Cutter(limits), Lexer(limits), 1
    for block, closed in _blocks(physical(stream, limits.line_bytes)):
        whole = b"".join(block)
        if closed and cutter.idle and lexer.idle and (lines := plain_card(block, whole, number, limits)):
            yield from cutter.flush()
            yield Card(tuple(lines), raw=whole)
        else:
            yield from cutter.feed(lexer.feed(block, number))
            if closed:
                yield from cutter.feed(lexer.finish())
        number += len(block)
    yield from cutter.feed(lexer.finish())
    yield from cutter.end()


def _blocks(chunks: Iterable[list[bytes]]) -> Iterator[tuple[list[bytes], bool]]:
    """Physical lines up to the end of each card; the flag says that no line after them can belong to it."""
    held: list[bytes] = []
    for lines in chunks:
        start = 0
        if held:
            lines, held = [*held, *lines], []  # noqa: PLW2901 -- what the last chunk left
        ends = [at for at, line in enumerate(lines, 1) if line[0] in _E and is_end(line)]
        for end in ends:
            if end == len(lines):  # whether a fold follows is not known yet
                break
            yield lines[start:end], lines[end][0] not in _SPACE
            start = end
        held = lines[start:]
        if len(held) > _BLOCK:
            yield held, False
            held = []
    if held:
        yield held, is_end(held[-1])


@dataclass(slots=True, eq=False)
class _Open:
    """A card whose END has not come yet."""

    lines: list[Line]
    size: int = 0
    count: int = 0
    held: int = 0  # bytes of such cards
    agent: bool = False
    reason: Reason | None = None
    inner: list[int] = field(default_factory=list)  # where cards stand that no AGENT announced

    def add(self, line: Line, limits: Limits) -> None:
        self.size += len(line.raw)
        if self.reason is not None:
            return
        name = line.head.name
        if name not in _MEMBERS:
            self.count += 1
        if line.head is TOO_LONG:
            self.reason = Reason("line_too_long", {"limit": limits.line_bytes})
        elif line.head is TOO_LARGE or self.size > limits.card_bytes:
            self.reason = Reason("card_too_large", {"limit": limits.card_bytes})
        elif self.count > limits.properties:
            self.reason = Reason("too_many_properties", {"limit": limits.properties})
        elif len(self.lines) >= limits.lines:
            self.reason = Reason("too_many_lines", {"limit": limits.lines})
        self.lines.append(line)

    def hold(self, piece: Card | Refused, done: _Open, limits: Limits) -> bool:
        """Take in a card that was closed inside; True when it looks more and more like a neighbour."""
        line = Nested(piece.raw, _AGENT if done.agent else _NESTED, done.lines[0].number, piece)
        if done.agent:
            self.add(line, limits)
            return False
        if self.reason is None:
            self.inner.append(len(self.lines))
            self.lines.append(line)
        self.held += done.size
        return len(self.inner) > limits.depth or self.held > limits.card_bytes

    def announces(self) -> bool:
        """Whether the last line says that a card follows: AGENT without a value."""
        last = next((line for line in reversed(self.lines[-3:]) if not line.blank), None)
        announced = last is not None and last.head.name == "AGENT" and last.inner is None
        return announced and last is not None and not last.value.strip()

    def tail(self) -> bool:
        """Whether properties stand behind the first card that no AGENT announced: then it is truly nested."""
        return any(line.head.name and line.inner is None for line in self.lines[self.inner[0] :])

    def closed(self, *, whole: bool) -> Card | Refused:
        refused = (line.inner.reason for line in self.lines if isinstance(line.inner, Refused))
        reason = self.reason or next(refused, None)
        if reason is None:
            return Card(tuple(self.lines), whole=whole)
        raw = b"".join(line.raw[:_RAW_KEPT] for line in self.lines[:_RAW_KEPT])
        return Refused(self.lines[0].number, reason, raw[:_RAW_KEPT])


class _Cutter:
    """Holds the cards that are open, the outermost first, and the lines that stand in none."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: list[_Open] = []
        self._stray: list[Line] = []

    @property
    def idle(self) -> bool:
        """Whether no card is open."""
        return not self._open

    def feed(self, lines: Iterable[Line]) -> Iterator[Piece]:
        """Yield what these lines complete."""
        top = self._open[-1] if self._open else None
        for line in lines:
            if line.head.edge or line.head.name == "AGENT":
                edge = _edge(line)
                if edge:
                    yield from self._begin(line, edge) if edge != "END" else self._end(line)
                    top = self._open[-1] if self._open else None
                    continue
            if top is not None:
                top.add(line, self._limits)
            else:
                self._stray.append(line)
                if len(self._stray) >= _STRAY_LINES:
                    yield from self.flush()

    def end(self) -> Iterator[Piece]:
        """Yield what was never closed."""
        while self._open:
            yield from self._break()
        yield from self.flush()

    def _begin(self, line: Line, edge: str) -> Iterator[Piece]:
        yield from self.flush()
        agent = edge == "AGENT" or (bool(self._open) and self._open[-1].announces())
        while len(self._open) >= self._limits.depth:
            yield from self._break()
        opened = _Open([], agent=agent)
        opened.add(line, self._limits)
        self._open.append(opened)

    def _end(self, line: Line) -> Iterator[Piece]:
        if not self._open:
            self._stray.append(line)
            return
        done = self._open.pop()
        done.add(line, self._limits)
        piece = done.closed(whole=True)
        if not self._open:
            yield piece
            return
        outer = self._open[-1]
        if outer.hold(piece, done, self._limits):
            while outer in self._open:
                yield from self._break()

    def _break(self) -> Iterator[Piece]:
        """Give up waiting for the outermost END; cards that only seemed to be inside stand by themselves."""
        done = self._open.pop(0)
        if not done.inner or done.tail():
            yield done.closed(whole=False)
            return
        at = done.inner[0]
        rest = done.lines[at:]
        done.lines = done.lines[:at]
        yield done.closed(whole=False)
        for line in rest:
            yield line.inner if line.inner is not None else Stray([line])

    def flush(self) -> Iterator[Piece]:
        """Yield the lines that stand in no card."""
        if self._stray:
            lines, self._stray = self._stray, []
            yield Stray(lines)


def _edge(line: Line) -> str:
    """BEGIN, END or AGENT where the line opens or closes a card, else ""."""
    value = line.value.strip().upper()
    if line.head.name == "AGENT":
        return "AGENT" if line.raw.count(b"\n") <= 1 and value == b"BEGIN:VCARD" else ""
    return line.head.name if value == b"VCARD" else ""
