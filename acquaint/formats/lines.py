"""Bytes to physical lines of text as real files have them: mixed encodings, any line end, bounded length.

UTF-8 (with or without a mark) is read first, UTF-16 by its mark or by its zeros; a line that is not UTF-8 is
read as Windows-1252, line by line, since files mended by hand hold both.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import Protocol

CHUNK = 256 * 1024
LINE_LIMIT = 1024 * 1024
_HEAD = 400


class ByteStream(Protocol):
    """Anything that hands out bytes piece by piece."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes; nothing at the end."""


class Overlong(str):
    """The beginning of a line longer than the limit; the rest of that line was passed over."""

    __slots__ = ()


class Lines:
    """Iterates the lines of a stream, each with its line end; `encoding` says how they had to be read."""

    def __init__(self, stream: ByteStream, *, limit: int = LINE_LIMIT) -> None:
        self._stream = stream
        self._limit = limit
        self.encoding = "utf-8"

    def __iter__(self) -> Iterator[str]:
        """Yield each line, an `Overlong` where one passed the limit."""
        rest = b""
        passing = False  # the rest of a line that was too long
        for chunk in self._chunks():
            rest += chunk
            cut = rest.rfind(b"\n") + 1
            if cut and passing:
                first = rest.find(b"\n") + 1
                rest, cut, passing = rest[first:], cut - first, False
            if cut:
                yield from self._split(rest[:cut])
                rest = rest[cut:]
            if passing:
                rest = b""
            elif len(rest) > self._limit:
                yield Overlong(self._decode(rest[:_HEAD]))
                rest, passing = b"", True
        if rest and not passing:
            yield from self._split(rest)

    def _chunks(self) -> Iterator[bytes]:
        first = self._stream.read(CHUNK)
        mark, self.encoding = sniff(first)
        first = first[mark:]
        if self.encoding == "utf-8":
            carriage_only = b"\r" in first and b"\n" not in first
            while first:
                yield first.replace(b"\r", b"\n") if carriage_only else first
                first = self._stream.read(CHUNK)
            return
        decoder = codecs.getincrementaldecoder(self.encoding)(errors="replace")
        while first:
            yield decoder.decode(first).encode()
            first = self._stream.read(CHUNK)
        yield decoder.decode(b"", final=True).encode()

    def _split(self, block: bytes) -> Iterator[str]:
        try:
            text = block.decode()
        except UnicodeDecodeError:
            self.encoding = "cp1252"
            for raw in io.BytesIO(block):
                yield self._decode(raw).replace("\0", "")
            return
        if "\0" in text:  # no database and no screen can hold one
            text = text.replace("\0", "")
        lines = text.split("\n")
        last = lines.pop()
        for line in lines:
            yield line + "\n"
        if last:
            yield last

    @staticmethod
    def _decode(line: bytes) -> str:
        try:
            return line.decode()
        except UnicodeDecodeError:
            return line.decode("cp1252", errors="replace")


def sniff(head: bytes) -> tuple[int, str]:
    """Length of the byte order mark and the encoding that the first bytes speak for."""
    if head.startswith(codecs.BOM_UTF8):
        return 3, "utf-8"
    if head.startswith(codecs.BOM_UTF16_LE):
        return 2, "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return 2, "utf-16-be"
    sample = head[:2000]
    if len(sample) > 1 and sample.count(0) > len(sample) // 4:
        return 0, "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    return 0, "utf-8"
