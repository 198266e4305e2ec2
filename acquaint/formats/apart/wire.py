"""Messages between the two processes: a letter for the kind, a length, and bytes of that length."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, Final

from acquaint.formats.apart.bounds import MESSAGE

ASK: Final = b"a"  # a request: JSON
DRAW: Final = b"d"  # a request: the bytes of a picture
ALIVE: Final = b"."  # a sign of life
AT: Final = b"@"  # the file that is being looked at: text
ROWS: Final = b"r"  # outcomes: JSON
DONE: Final = b"e"  # the answer, at the end of any rows: JSON
REFUSED: Final = b"x"  # a reason for which nothing more comes: JSON
OUT_OF_MEMORY: Final = b"m"
FAULT: Final = b"f"  # where our own program failed: text

_KINDS: Final = frozenset({ASK, DRAW, ALIVE, AT, ROWS, DONE, REFUSED, OUT_OF_MEMORY, FAULT})
_HEAD: Final = struct.Struct(">cI")


class WireError(Exception):
    """What came is no message of ours."""


def send(stream: BinaryIO, kind: bytes, body: bytes = b"") -> None:
    """Write one message. Errors: WireError for one that is too long, OSError where nobody listens."""
    if len(body) > MESSAGE:
        raise WireError("too long")
    stream.write(_HEAD.pack(kind, len(body)) + body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Read one message; None at the end of the stream, also in the middle of one. Errors: WireError."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    if kind not in _KINDS or length > MESSAGE:
        raise WireError("no message")
    body = stream.read(length)
    return (kind, body) if len(body) == length else None


def dumps(value: object) -> bytes:
    """As JSON; halves of surrogate pairs, which real files hold, survive."""
    return json.dumps(value).encode("ascii")


def loads(body: bytes) -> Any:
    """Read JSON. Errors: WireError."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WireError("no JSON") from error
