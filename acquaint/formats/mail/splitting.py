"""Cut a stream of bytes into letters, holding no more than one of them: mboxo, mboxrd, Thunderbird, .emlx.

A line "From " begins a letter only if it bears a time of day (or is Thunderbird's bare "From -") and a field
of a head follows it: otherwise it is somebody's sentence.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from acquaint.formats.lines import ByteStream

STEP: Final = 256 * 1024
KEPT: Final = 8 * 1024 * 1024  # bytes of a letter that are held; of what follows only the lines are counted
HEAD: Final = 512 * 1024
_LOOK: Final = 4096  # no "From " line with the field below it is longer
_BEGINS: Final = re.compile(
    rb"\nFrom (?:[^\n]{0,900}\d\d:\d\d[^\n]{0,900}|-[ \t]*\r?)\n(?:>?[!-9;-~]{1,200}[ \t]*:|>From )"
)
_FIRST: Final = re.compile(rb"\n\s{0,8}(From )[^\n]{0,900}\n(?:>?[!-9;-~]{1,200}[ \t]*:|>From )")
_COUNTED: Final = re.compile(rb"[ \t]*(\d{1,12})[ \t]*\r?\n")


class Letter(NamedTuple):
    """One letter: the physical line on which it begins, its "From " line, its head and its body.

    The head has line feeds only; `whole` is false where the letter was longer than what is held.
    """

    line: int
    envelope: bytes
    head: bytes
    body: bytes
    whole: bool = True


def split_mbox(stream: ByteStream) -> Iterator[Letter]:
    """Yield each letter of an mbox in order, in constant memory."""
    window = _Window()
    chunk = stream.read(STEP).removeprefix(codecs.BOM_UTF8)
    while chunk:
        yield from window.take(chunk)
        chunk = stream.read(STEP)
    yield from window.finish()


def one_letter(stream: ByteStream) -> Letter:
    """The single letter that a file holds; Apple's .emlx says its length in a line before it."""
    data = _read(stream).removeprefix(codecs.BOM_UTF8)
    line = 1
    if found := _COUNTED.match(data):
        # A length of nothing is none: what stands there is kept.
        line, data = 2, data[found.end() :][: int(found[1]) or None]
    envelope = b""
    if data.startswith((b"From ", b">From ")):
        envelope, _, data = data.partition(b"\n")
        envelope += b"\n"
    return letter_of(line, envelope + data.lstrip(b"\r\n"), whole=len(data) < KEPT)


def letter_of(
    line: int, data: bytes, start: int = 0, stop: int | None = None, *, whole: bool = True
) -> Letter:
    """The parts of the letter that lies there; one without a blank line is all head."""
    stop = len(data) if stop is None else stop
    begins = start
    if data.startswith((b"From ", b">From "), start):
        begins = data.find(b"\n", start, stop) + 1 or stop
    limit = min(stop, begins + HEAD)
    # The bare pair first: in a file of carriage returns too it bounds the second look to what is read anyway.
    end = data.find(b"\n\n", begins, limit)
    bound = limit if end < 0 else end
    returns = data.find(b"\r", begins, bound) >= 0  # looking for one sign is quickest, and mostly all
    end = data.find(b"\n\r\n", begins, bound) if returns else -1
    end = bound if end < 0 else end
    head = data[begins:end]
    if returns:
        head = head.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Letter(line, data[start:begins].rstrip(), head, data[end:stop], whole)


@dataclass(slots=True)
class _Window:
    """What is held of the stream: from the beginning of the letter in hand to what was read last."""

    buffer: bytes = b"\n"  # so that the first line is found like any other
    start: int = 0
    seek: int = 0
    line: int = 0  # physical line at `start`
    began: int = 0  # line on which the letter in hand begins, 0: none yet
    kept: bytes = b""  # its beginning, if it is longer than what is held

    def take(self, chunk: bytes) -> Iterator[Letter]:
        """Yield the letters that end in this piece."""
        self.buffer = self.buffer[self.start :] + chunk
        self.seek -= self.start
        self.start = 0
        yield from self._ended()
        if len(self.buffer) - self.start > KEPT:
            self.kept = self.kept or self.buffer[self.start : self.start + KEPT]
            self._move(self.seek)

    def finish(self) -> Iterator[Letter]:
        """Yield what is left at the end of the stream."""
        yield from self._ended()
        if self.began:
            yield self._letter(len(self.buffer))

    def _ended(self) -> Iterator[Letter]:
        while (at := self._next()) >= 0:
            if self.began:
                yield self._letter(at)
            self._move(at + 1)
            self.began, self.kept = self.line, b""

    def _next(self) -> int:
        """Where the next letter's line break stands, -1 if none does so far; `seek` remembers how far."""
        found = (_BEGINS if self.began else _FIRST).search(self.buffer, self.seek)
        if found is None:  # one that is cut off by the end of what was read is looked at again
            self.seek = max(self.seek, len(self.buffer) - _LOOK)
            return -1
        at = (
            found.start() if self.began else found.start(1) - 1
        )  # what is blank before the first is no letter
        self.seek = at + 1
        return at

    def _move(self, to: int) -> None:
        self.line += self.buffer.count(b"\n", self.start, to)
        self.start = to

    def _letter(self, end: int) -> Letter:
        if self.kept:
            return letter_of(self.began, self.kept, whole=False)
        return letter_of(self.began, self.buffer, self.start, end)


def _read(stream: ByteStream) -> bytes:
    """At most what is held of a letter."""
    pieces, size = [], 0
    while size < KEPT and (piece := stream.read(min(STEP, KEPT - size))):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)
