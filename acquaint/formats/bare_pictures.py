"""A picture without what it tells of where, when and with what it was taken; its points stay as they are.

For a picture that goes out again as it came. Read as JPEG (ITU T.81, its application segments), PNG (chunks),
WebP (RIFF chunks) and GIF (extension blocks) say; nothing is unpacked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_WORDS: Final = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})  # markers of JPEG that bear no segment
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_APPS: Final = range(0xE0, 0xF0)
# Application segments without which a picture looks different: how it is coded, and its colours.
_LOOKS: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_UPRIGHT: Final = 1
_TELLTALES: Final = (b"Exif\0\0", b"ns.adobe.com/xap", b"Photoshop 3.0")
_WEBP_SAYS: Final = 0x08 | 0x04  # the flags of VP8X for EXIF and XMP


class DamagedPictureError(ValueError):
    """The picture contradicts itself, so that nobody can say what it tells."""


def bare(data: bytes) -> bytes:
    """The same picture without its metadata, `data` itself where it has none or is of another kind.

    Of a JPEG it stays known which way is up. Of a picture that breaks off and may tell something, nothing.
    """
    try:
        return _bare(data)
    except (DamagedPictureError, struct.error, IndexError):
        return b"" if any(sign in data for sign in _TELLTALES) else data


def _bare(data: bytes) -> bytes:
    if data.startswith(_JPEG):
        kept = b"".join(_jpeg(data))
    elif data.startswith(_PNG):
        kept = b"".join(_png(data))
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kept = _webp(data)
    elif data.startswith(b"GIF8"):
        kept = b"".join(_gif(data))
    else:
        return data
    return data if kept == data else kept


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield _JPEG
    at = len(_JPEG)
    while at < len(data):
        if data[at] != 0xFF:  # noqa: PLR2004 -- every marker begins so
            raise DamagedPictureError("no marker where one must stand")
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 -- filling
            at += 1
            continue
        if marker == _END:
            yield data[at : at + 2]
            return
        end = at + 2 if marker in _ALONE else at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if end > len(data):
            raise DamagedPictureError("a segment breaks off")
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield from _segment(marker, data[at:end])
        at = end


def _segment(marker: int, segment: bytes) -> Iterator[bytes]:
    """The segment, if the picture needs it; of EXIF which way is up."""
    if marker == _COMMENT:
        return
    if marker not in _APPS or (marker in _LOOKS and segment[4:].startswith(_LOOKS[marker])):
        yield segment
    elif segment[4:10] == b"Exif\0\0" and (turned := _turned(segment[10:])) != _UPRIGHT:
        tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">H", turned) + b"\0\0\0\0\0\0"
        told = b"Exif\0\0" + tiff
        yield b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told


def _turned(tiff: bytes) -> int:
    """The orientation (tag 0x0112) that EXIF tells, 1 to 8; upright where it tells none."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        at = struct.unpack_from(f"{order}I", tiff, 4)[0]
        count = struct.unpack_from(f"{order}H", tiff, at)[0]
        for entry in range(min(count, 200)):
            tag, kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * entry)
            if (tag, kind) == (0x0112, 3) and 1 <= value <= 8:  # noqa: PLR2004 -- the values there are
                return int(value)
    except struct.error:
        pass
    return _UPRIGHT


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the coded points end: at the next marker that is none of theirs, else with the picture."""
    while 0 <= (at := data.find(b"\xff", at)) < len(data) - 1:
        if data[at + 1] != 0 and data[at + 1] not in _ALONE:
            return at
        at += 2
    return len(data)


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise DamagedPictureError("a chunk breaks off")
        if name not in _PNG_WORDS:
            yield data[at:end]
        if name == b"IEND":
            return
        at = end


def _webp(data: bytes) -> bytes:
    chunks: list[bytes] = []
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(data):
            raise DamagedPictureError("a chunk breaks off")
        if name == b"VP8X":
            flags = data[at + 8] & ~_WEBP_SAYS
            chunks.append(data[at : at + 8] + bytes([flags]) + data[at + 9 : end])
        elif name not in {b"EXIF", b"XMP "}:
            chunks.append(data[at:end])
        at = end
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(data: bytes) -> Iterator[bytes]:
    at = 13 + _colours(data[10])
    yield data[:at]
    while True:
        if data[at] == 0x3B:  # noqa: PLR2004 -- the trailer
            yield data[at : at + 1]
            return
        start = at
        if data[at] == 0x2C:  # noqa: PLR2004 -- a picture, with colours of its own perhaps
            at += 10 + _colours(data[at + 9]) + 1
            is_kept = True
        elif data[at] == 0x21:  # noqa: PLR2004 -- an extension
            label = data[at + 1]
            is_kept = label == 0xF9 or (label == 0xFF and data[at + 3 : at + 11] == b"NETSCAPE")  # noqa: PLR2004
            at += 2
        else:
            raise DamagedPictureError("no block where one must stand")
        while data[at]:
            at += data[at] + 1
        at += 1
        if is_kept:
            yield data[start:at]


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0
