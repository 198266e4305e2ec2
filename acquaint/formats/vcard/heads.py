"""The part of a line before its colon: group, name and parameters, read once for each way of writing it.

An address book repeats a few dozen heads thousands of times, so they are remembered by their bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_BOM: Final = b"\xef\xbb\xbf"
_SHAPE: Final = re.compile(r"(?:(?P<group>[\w-]+)\.)?(?P<name>[A-Za-z0-9_/-]+|X-[\w/ -]+)", re.ASCII)
_QUOTED: Final = re.compile(rb'(?:[^:"]++|"[^"\r\n]*+")*+:')
_PARAM: Final = re.compile(r'(?:[^;"]++|"[^"]*+"|")++')
_ITEM: Final = re.compile(r'(?:[^,"]++|"[^"]*+"|")++')
_CARET: Final = re.compile(r"\^([n^'])")
_CARETS: Final = {"n": "\n", "^": "^", "'": '"'}
_ENCODINGS: Final = {"QUOTED-PRINTABLE": "qp", "BASE64": "base64", "B": "base64"}
_PLAIN_ENCODINGS: Final = frozenset({"8BIT", "7BIT"})
_PLACES: Final = {"URL": "uri", "URI": "uri", "CID": "uri", "CONTENT-ID": "uri", "INLINE": ""}
_REMEMBERED: Final = 4096
_LONGEST_REMEMBERED: Final = 256


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What stands before the colon. `name` is in capitals and empty where the line is no property.

    `params` are (NAME, value) in their order, decoded, a bare word of version 2.1 under what it means;
    `types` are in lower case; `pref` is 1 (most preferred) to 100, or 0 where nothing is said.
    """

    name: str
    group: str = ""
    params: tuple[tuple[str, str], ...] = ()
    types: tuple[str, ...] = ()
    pref: int = 0
    encoding: str = ""
    charset: str = ""
    value: str = ""
    edge: bool = False
    special: bool = False  # needs more than its own line, frames a card, or is no property
    coded: bool = False  # an encoding or a charset is declared

    def param(self, name: str) -> str:
        """The first value of a parameter, "" if it is not there."""
        return next((value for key, value in self.params if key == name), "")


OPAQUE: Final = Head("", special=True)
TOO_LONG: Final = Head("", special=True)  # a line past the limit of a line
TOO_LARGE: Final = Head("", special=True)  # a folded one past the limit of a card
known: Final[dict[bytes, Head]] = {}  # by the bytes before the colon; read by who is in a hurry


def colon_of(line: bytes) -> int:
    """Where the head ends: the first colon outside quotes, -1 if there is none."""
    at = line.find(b":")
    if at > 0 and line.find(b'"', 0, at) >= 0 and (found := _QUOTED.match(line)):
        return found.end() - 1
    return at


def head_of(written: bytes) -> Head:
    """The head as these bytes have it; `OPAQUE` where they name no property."""
    head = known.get(written)
    if head is None:
        head = _parse(written)
        # with a quote left open, where the head ends depends on what follows it
        if len(written) <= _LONGEST_REMEMBERED and not written.count(b'"') % 2:
            if len(known) >= _REMEMBERED:
                known.clear()
            known[written] = head
    return head


def _parse(written: bytes) -> Head:
    text = written.removeprefix(_BOM).decode("utf-8", "replace")
    first, _semicolon, rest = text.partition(";")
    found = _SHAPE.fullmatch(first.rstrip(" \t"))
    if found is None:
        return OPAQUE
    params = tuple(pair for written in _PARAM.findall(rest) for pair in _pairs(written.strip()))
    name = found["name"].upper()
    encoding = next((_ENCODINGS.get(value.upper(), "") for key, value in params if key == "ENCODING"), "")
    kind = next((value.lower() for key, value in params if key == "VALUE"), "")
    return Head(
        name,
        found["group"] or "",
        params,
        tuple(dict.fromkeys(value.lower() for key, value in params if key == "TYPE" and value)),
        _preference(params),
        encoding,
        next((value for key, value in params if key == "CHARSET"), ""),
        _PLACES.get(kind.upper(), kind),
        coded=bool(encoding) or any(key == "CHARSET" for key, _value in params),
        edge=name in {"BEGIN", "END"},
        special=bool(encoding) or name in {"BEGIN", "END", "AGENT"},
    )


def _pairs(written: str) -> list[tuple[str, str]]:
    """One parameter as written: several pairs where a TYPE joins its values by commas."""
    name, equals, value = written.partition("=")
    name = name.strip().upper()
    if not equals:
        return [_bare(written)] if written else []
    if name == "TYPE":
        items = [item for part in _ITEM.findall(value) for item in _unquoted(part).split(",")]
        return [(name, item.strip()) for item in items]
    return [(name, _unquoted(value))]


def _bare(word: str) -> tuple[str, str]:
    """What a word without a name means in version 2.1."""
    upper = _unquoted(word).upper()
    if upper in _ENCODINGS or upper in _PLAIN_ENCODINGS:
        return "ENCODING", upper
    if upper in _PLACES:
        return "VALUE", upper
    return "TYPE", _unquoted(word)


def _unquoted(value: str) -> str:
    """Without quotes around it, and with what RFC 6868 writes by a circumflex."""
    bare = value.strip()
    if bare.startswith('\\"') and bare.endswith('\\"'):
        bare = bare[2:-2]
    elif bare.startswith('"'):
        bare = bare[1:].removesuffix('"')
    return _CARET.sub(lambda hit: _CARETS[hit[1]], bare) if "^" in bare else bare


def _preference(params: tuple[tuple[str, str], ...]) -> int:
    """PREF=1 to PREF=100, or TYPE=pref, which is the same as 1."""
    for key, value in params:
        if key == "PREF" and value.isascii() and value.isdigit():
            return min(max(int(value[:4]), 1), 100)
        if (key == "TYPE" and value.lower() == "pref") or key == "PREF":
            return 1
    return 0
