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
from acquaint.formats.vcard.heads import OPAQUE, TOO_LONG, Head, colon_of, head_of
from acquaint.formats.vcard.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from acquaint.formats.vcard.cards import Card, Refused

_SPACE: Final = frozenset(b" \t")
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/]+={0,2}[ \t]*[\r\n]*")
_PROPERTY: Final = re.compile(rb"(?:[\w-]+\.)?[A-Za-z][\w/-]*(?:;[^\r\n:]*)?:")
_EDGE: Final = re.compile(rb"(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*[\r\n]*", re.IGNORECASE)
_ENDS: Final = b"\r\n"


class Line:
    """One line as it is meant: `raw` with folds and line end, `head`, and `value` unfolded but not decoded.

    `number` is the physical line on which it began; `inner` is the card that stands in its place, if any.
    """

    __slots__ = ("head", "inner", "number", "raw", "value")

    def __init__(self, raw: bytes, head: Head, value: bytes, number: int = 0) -> None:
        self.raw = raw
        self.head = head
        self.value = value
        self.number = number
        self.inner: Card | Refused | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands there."""
        return self.head is OPAQUE and not self.raw.strip()

    def ended(self) -> Line:
        """The same line with a line end, which the last of a file may lack."""
        line = Line(self.raw + b"\r\n", self.head, self.value, self.number)
        line.inner = self.inner
        return line


def physical(stream: ByteStream, limit: int = DEFAULT.line_bytes) -> Iterator[bytes]:
    """Yield each line of the stream with its end, in UTF-8 where the stream was UTF-16.

    A line longer than `limit` bytes comes as its first `limit + 1` bytes, the rest of it is passed over.
    """
    rest, passing = b"", False
    for chunk in _chunks(stream):
        lines = (rest + chunk).splitlines(keepends=True)
        rest = lines.pop() if not lines[-1].endswith(b"\n") else b""
        for line in lines:
            if passing:
                passing = False
            elif len(line) > limit:
                yield line[: limit + 1]
            else:
                yield line
        if len(rest) > limit:
            if not passing:
                yield rest[: limit + 1]
            # only what could be half a line end matters of a line that is passed over
            rest, passing = rest[-1:], True
    if rest and not passing:
        yield from rest.splitlines(keepends=True)


def _chunks(stream: ByteStream) -> Iterator[bytes]:
    first = stream.read(CHUNK)
    mark, encoding = sniff(first)
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


def lex(lines: Iterable[bytes], limits: Limits = DEFAULT) -> Iterator[Line]:
    """Yield the lines as they are meant; joined together their raw bytes are what came in."""
    opened, size = b"", 0
    more: list[bytes] = []
    head, start, carries = OPAQUE, 0, False
    for number, line in enumerate(lines, 1):
        if opened:
            if line[0] in _SPACE or (carries and _runs_on(head, more[-1] if more else opened, line)):
                size += len(line)
                if size <= limits.card_bytes:
                    more.append(line)
                continue
            if not line.strip(_ENDS) and head.name and not head.edge:
                more.append(line)
                continue
            yield _line(opened, more, size, head, start, limits)
        opened, start, size = line, number, len(line)
        if more:
            more = []
        at = line.find(b":")
        head = head_of(line[: at if line.find(b'"', 0, at) < 0 else colon_of(line)]) if at > 0 else OPAQUE
        carries = head.carries or line.rstrip(_ENDS).endswith(b"\\")
    if opened:
        yield _line(opened, more, size, head, start, limits)


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
        return Line(raw, TOO_LONG, b"", start)
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
