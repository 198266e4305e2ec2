"""Lists of addresses as heads have them: names before, behind or missing, groups, comments, broken ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from acquaint.formats.mail.encoded import words
from acquaint.formats.records import Party
from acquaint.text import contact_points

LIST_LIMIT: Final = 64 * 1024  # characters of one list of addresses that are read
_CACHED: Final = 4096
# One person in whose line nothing is unusual, and an address that is its own key once it is in lower case.
_PLAIN: Final = re.compile(r'\s*(?:"([^"\\]*)"|([^",;:()<>\\]*))\s*<([^<>,;:\s]+)>\s*')
_ASCII: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,60}[A-Za-z0-9]"
)
_TOKEN: Final = re.compile(
    r'=\?[^?\s]{1,80}\?[bBqQ]\?[^?]*\?=|"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.|\([^()]*\))*\)|<[^<>]*>|\\.|[,;:]|[^",;:()<>\\=]+|.',
    re.DOTALL,
)
_SIMPLE: Final = re.compile(r'\s*((?:"[^"\\]*"|[^",;:()<>\\]*)\s*<[^<>,;:\s]+>)\s*(?:,|\Z)')
_TAG: Final = re.compile(r"\+[^@]*(?=@)")
_DOTLESS: Final = frozenset({"gmail.com", "googlemail.com"})


class Listed(NamedTuple):
    """Who is named, each once, and what is written there but is no address."""

    parties: tuple[Party, ...]
    broken: tuple[str, ...] = ()


def listed(text: str) -> Listed:
    """Everybody named in the value of From, To, Cc and the like."""
    return _remembered(text) if len(text) < _CACHED else _listed(text[:LIST_LIMIT])


def _simple(text: str) -> list[str]:
    """The parts of a list in which nothing is unusual, each of which may have been read before."""
    parts, at = [], 0
    while found := _SIMPLE.match(text, at):
        parts.append(found[1])
        at = found.end()
    return parts if at == len(text) and len(parts) > 1 else []


def _listed(text: str) -> Listed:
    if (plain := _PLAIN.fullmatch(text)) and (key := _key(plain[3])):
        return Listed((_party(words(plain[1] or plain[2] or ""), plain[3], key),))
    parties: dict[str, Party] = {}
    broken: list[str] = []
    if parts := _simple(text):
        for part in map(_remembered, parts):
            for party in part.parties:
                parties.setdefault(party.key, party)
            broken += part.broken
        return Listed(tuple(parties.values()), tuple(broken))
    for box in _boxes(text):
        found = box.addresses()
        name = words(box.name(found[0])) if len(found) == 1 else ""
        for address in found:
            if key := _key(address):
                parties.setdefault(key, _party(name, address, key))
            elif shown := words(box.shown()):
                broken.append(shown[:200])
    return Listed(tuple(parties.values()), tuple(broken))


_remembered = lru_cache(maxsize=32_768)(_listed)


@lru_cache(maxsize=32_768)
def same_box(address: str) -> str:
    """The key by which an address is known as one of the owner's: no tag behind a plus, no dots at Gmail."""
    key = _TAG.sub("", contact_points.email(address))
    local, _, domain = key.rpartition("@")
    return f"{local.replace('.', '')}@gmail.com" if domain in _DOTLESS else key


def _key(address: str) -> str:
    return address.lower() if _ASCII.fullmatch(address) else contact_points.email(address)


class _Box:
    """One address of a list while it is read."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.quoted: list[str] = []
        self.comments: list[str] = []
        self.angle: str | None = None

    def __bool__(self) -> bool:
        return bool(self.angle is not None or self.quoted or "".join(self.words).strip())

    def add(self, token: str) -> None:
        """Take one more token."""
        if token.startswith("<") and token.endswith(">"):
            self.angle = token[1:-1] if self.angle is None else self.angle
        elif token.startswith("(") and len(token) > 1:
            self.comments.append(_unquoted(token[1:-1]))
        elif token.startswith('"') and len(token) > 1:
            self.quoted.append(_unquoted(token[1:-1]))
            self.words.append(self.quoted[-1])
        else:
            self.words.append(token)

    def addresses(self) -> list[str]:
        """The bare address, or several that only a space parts; a route before it (RFC 822) is dropped."""
        if self.angle is not None:
            return [re.sub(r"\s", "", self.angle).rpartition(":")[2]]
        text = "".join(self.words)
        return [word.strip("<>'\"") for word in text.split() if "@" in word] or [text.strip()]

    def shown(self) -> str:
        """What stands there, for telling that it is no address."""
        return "".join(self.words) + (f"<{self.angle}>" if self.angle is not None else "")

    def name(self, address: str) -> str:
        """The name that stands with the address, perhaps in a comment; none where it repeats it."""
        text = "".join(self.words)
        if self.angle is None:
            text = " ".join(word for word in text.split() if "@" not in word and word != address)
        name = text.strip(" \t\"'<>") or " ".join(self.comments).strip()
        return "" if name.casefold() == address.casefold() else name


def _boxes(text: str) -> list[_Box]:
    """The list cut at its commas; an unquoted comma within a name ("Roe, Jane <…>") does not part it."""
    boxes = [_Box()]
    for piece in _TOKEN.findall(text):
        if piece in {",", ";"}:
            boxes.append(_Box())
        elif piece == ":" and boxes[-1].angle is None:
            boxes[-1] = _Box()  # the name of a group, or "mailto:"
        else:
            boxes[-1].add(piece)
    joined: list[_Box] = []
    for box in filter(None, boxes):
        before = joined[-1] if joined else None
        if before and before.angle is None and box.angle is not None and _is_name(before, box):
            box.words = [*before.words, ", ", *box.words]
            joined[-1] = box
        else:
            joined.append(box)
    return joined


def _is_name(box: _Box, following: _Box) -> bool:
    text = "".join(box.words)
    return "@" not in text and bool("".join(following.words).strip())


def _party(name: str, address: str, key: str) -> Party:
    name = name.strip(" \"'")
    return Party("" if name.casefold() == key else name, email=address, key=key)


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
