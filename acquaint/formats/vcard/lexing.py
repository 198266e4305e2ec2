"""Bytes to the lines of cards as they are meant: unfolded, yet with every byte of how they stood.

Folding is undone on bytes, since a fold may part the bytes of one letter. What real files need beside it:
soft breaks of quoted-printable (which keep the white space that follows), base64 that runs on unindented,
a backslash at the end of a line, blank lines inside a value, and CR, LF and CRLF side by side.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from acquaint.formats.lines import CHUNK, ByteStream, sniff
from acquaint.formats.vcard.heads import OPAQUE, TOO_LARGE, TOO_LONG, Head, colon_of, head_of, known
from acquaint.formats.vcard.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from acquaint.formats.vcard.cards import Card, Refused

_SPACE: Final = frozenset(b" \t")
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/]+={0,2}[ \t]*[\r\n]*")
_PROPERTY: Final = re.compile(rb"(?:[\w-]+\.)?[A-Za-z][\w/-]*(?:;[^\r\n:]*)?:")
_EDGE: Final = re.compile(rb"(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*[\r\n]*", re.IGNORECASE)
_END: Final = re.compile(rb"END[ \t]*:[ \t]*VCARD[ \t]*[\r\n]*", re.IGNORECASE)
_E: Final = frozenset(b"Ee")
_BEGINS: Final = frozenset({b"BEGIN:VCARD\r\n", b"BEGIN:VCARD\n"})
_FRAME: Final = re.compile(rb"BEGIN:VCARD", re.IGNORECASE)
_BEGIN: Final = head_of(b"BEGIN")
_ENDS: Final = b"\r\n"


class Line:
    """One line as it is meant: `raw` with folds and line end, `head`, and `value` unfolded but not decoded.

    `number` is the physical line on which it began; `inner` is the card that stands in its place, if any.
    """

    __slots__ = ("head", "number", "raw", "value")

    inner: Card | Refused | None = None

    def __init__(self, raw: bytes, head: Head, value: bytes, number: int = 0) -> None:
        self.raw = raw
        self.head = head
        self.value = value
        self.number = number

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands there."""
        return self.head is OPAQUE and not self.raw.strip()

    def ended(self) -> Line:
        """The same line with a line end, which the last of a file may lack."""
        raw = self.raw + b"\r\n"
        if self.inner is not None:
            return Nested(raw, self.head, self.number, self.inner)
        return Line(raw, self.head, self.value, self.number)


class Nested(Line):
    """A whole card that stands in another as one of its lines."""

    __slots__ = ("inner",)

    def __init__(self, raw: bytes, head: Head, number: int, inner: Card | Refused) -> None:
        super().__init__(raw, head, b"", number)
        self.inner = inner


def physical(stream: ByteStream, limit: int = DEFAULT.line_bytes) -> Iterator[list[bytes]]:
    """Yield the lines of the stream with their ends, many at a time; in UTF-8 where the stream was UTF-16.

    A line longer than `limit` bytes comes as its first `limit + 1` bytes, the rest of it is passed over.
    """
    rest, passing = b"", False
    for chunk in _chunks(stream):
        lines = (rest + chunk).splitlines(keepends=True)
        # what does not end in LF may go on in the next chunk; a CR may be half a line end
        rest = lines.pop() if not lines[-1].endswith(b"\n") else b""
        if lines and passing:
            lines, passing = lines[1:], False
        if lines:
            yield lines if max(map(len, lines)) <= limit else [line[: limit + 1] for line in lines]
        if len(rest) > limit:
            if not passing:
                yield [rest[: limit + 1]]
            # only what could be half a line end matters of a line that is passed over
            rest, passing = rest[-1:], True
    if rest and not passing:
        yield [rest]


def _chunks(stream: ByteStream) -> Iterator[bytes]:
    first = stream.read(CHUNK)
    mark, encoding = sniff(first)
    if not mark and _FRAME.search(first):  # many NULs make no UTF-16 of a card that begins in plain letters
        encoding = "utf-8"
    if encoding == "utf-8":
        while first:
            yield first
            first = stream.read(CHUNK)
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    first = first[mark:]
    while first:
        if text := decoder.decode(first):
            yield text.encode()
        first = stream.read(CHUNK)
    if text := decoder.decode(b"", final=True):
        yield text.encode()


def is_end(line: bytes) -> bool:
    """Whether a line ends a card, which ends whatever stood open before it."""
    return line[0] in _E and _END.fullmatch(line) is not None


def plain_card(lines: list[bytes], whole: bytes, number: int, limits: Limits) -> list[Line] | None:
    """The lines of a card in which nothing is encoded, nested or odd, as most are; None for any other.

    `whole` are the lines joined. It reads what `Lexer` would, several times as fast; a test holds the two
    side by side.
    """
    if lines[0] not in _BEGINS or len(lines) > min(limits.properties, limits.lines):
        return None
    if len(whole) > min(limits.line_bytes, limits.card_bytes) or b"\\\n" in whole or b"\\\r" in whole:
        return None
    crlf = whole.count(b"\r\n") == len(lines) == whole.count(b"\n")
    found = [Line(lines[0], _BEGIN, b"VCARD", number)]
    add, find = found.append, known.get
    for raw in lines[1:-1]:
        number += 1
        written, colon, value = raw.partition(b":")
        head = find(written)
        if head is None:
            if raw[0] in _SPACE:  # a fold
                last = found[-1]
                last.raw += raw
                last.value += raw[1:].rstrip(b"\r\n")
                continue
            if b'"' in written:
                return None
            head = head_of(written)
        if head.special or not colon:
            return None
        add(Line(raw, head, value[:-2] if crlf else value.rstrip(b"\r\n"), number))
    written, _colon, value = lines[-1].partition(b":")
    add(Line(lines[-1], head_of(written), value.rstrip(b"\r\n"), number + 1))
    return found


class Lexer:
    """Makes logical lines of physical ones; joined together their raw bytes are what came in."""

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self._limits = limits
        self._opened = b""
        self._more: list[bytes] = []
        self._size = 0
        self._start = 0
        self._head = OPAQUE
        self._carries = False

    @property
    def idle(self) -> bool:
        """Whether no line is open."""
        return not self._opened

    def feed(self, lines: Iterable[bytes], number: int = 1) -> Iterator[Line]:
        """Yield the lines that are complete; `number` is that of the first physical line."""
        for line in lines:
            if self._opened and self._takes(line):
                self._size += len(line)
                if self._size <= self._limits.card_bytes:
                    self._more.append(line)
            else:
                yield from self.finish()
                self._open(line, number)
            number += 1

    def finish(self) -> Iterator[Line]:
        """Yield the line that is still open: nothing can follow that belongs to it."""
        if self._opened:
            yield _line(self._opened, self._more, self._size, self._head, self._start, self._limits)
            self._opened, self._more = b"", []

    def _open(self, line: bytes, number: int) -> None:
        self._opened, self._start, self._size = line, number, len(line)
        at = colon_of(line)
        self._head = head_of(line[:at]) if at > 0 else OPAQUE
        self._carries = bool(self._head.encoding) or line.rstrip(_ENDS).endswith(b"\\")

    def _takes(self, line: bytes) -> bool:
        """Whether a physical line belongs to the open one."""
        if line[0] in _SPACE:
            return True
        if self._carries and _runs_on(self._head, self._more[-1] if self._more else self._opened, line):
            return True
        return not line.strip(_ENDS) and bool(self._head.name) and not self._head.edge


def _runs_on(head: Head, before: bytes, line: bytes) -> bool:
    """Whether an unindented line still belongs to the value before it."""
    if _EDGE.fullmatch(line):
        return False
    end = before.rstrip(_ENDS)
    if head.encoding == "qp":
        return end.endswith(b"=")
    if head.encoding == "base64":
        return _BASE64.fullmatch(line) is not None
    return end.endswith(b"\\") and not _PROPERTY.match(line)


def _line(opened: bytes, more: list[bytes], size: int, head: Head, start: int, limits: Limits) -> Line:
    if not more:
        if len(opened) > limits.line_bytes or size > limits.card_bytes:
            return Line(opened, TOO_LONG, b"", start)
        if not head.name:
            return Line(opened, OPAQUE, opened.rstrip(_ENDS), start)
        return Line(opened, head, opened[colon_of(opened) + 1 :].rstrip(_ENDS), start)
    raw = b"".join((opened, *more))
    if size > limits.card_bytes or max(map(len, more)) > limits.line_bytes:
        return Line(raw, TOO_LARGE if size > limits.card_bytes else TOO_LONG, b"", start)
    whole = _unfold(opened, more, head)
    at = colon_of(whole)
    found = head if head.name and at <= len(opened) else head_of(whole[:at]) if at > 0 else OPAQUE
    return Line(raw, found, whole[at + 1 :] if found.name else whole, start)


def _unfold(opened: bytes, more: list[bytes], head: Head) -> bytes:
    parts = [opened.rstrip(_ENDS)]
    for line in more:
        bare = line.rstrip(_ENDS)
        if head.encoding == "qp" and parts[-1].endswith(b"="):
            parts[-1] = parts[-1][:-1]
            parts.append(bare)
        elif bare[:1] in {b" ", b"\t"}:
            parts.append(bare[1:])
        elif bare and head.encoding != "base64":  # after a backslash
            parts[-1] = parts[-1][:-1] + b"\n"
            parts.append(bare)
        else:
            parts.append(bare)
    return b"".join(parts)
