"""Reading a debrief: `key: text` lines in any order, free lines as notes; every fault is told by its line.

liked: yes
promise: send my notes by Friday
name: Noor Haddad at Harbor Clinic, runs the lab (ask first)
opening: data analyst at Harbor Clinic (confidential)
We talked longer than planned.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final

from acquaint.text import dates
from acquaint.text.lines import one_line
from acquaint.text.names import is_credential, normalise

ANSWERS: Final = ("yes", "mixed", "no")
LEAST, MOST = -2, 2
SHORT: Final = 200
_KEY: Final = re.compile(r"^\s*[-*•]?\s*(?P<key>[^\W\d][\w '-]{0,20}?)\s*:(?!//)(?:\s+|$)(?P<text>.*)$")
_ASIDE: Final = re.compile(r"\s*\((?P<said>[^()]*)\)\s*")
_AT: Final = re.compile(r"\s+(?:at|from|@)\s+|\s+(?=#)", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|&|\+)\s+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[-+]?\d+")
_MODES: Final = {
    "use my name": "use-my-name",
    "use their name": "use-my-name",
    "use her name": "use-my-name",
    "use his name": "use-my-name",
    "ask first": "ask-first",
    "asks first": "ask-first",
    "will ask first": "ask-first",
    "joint": "joint",
    "joint email": "joint",
    "joint mail": "joint",
}
_SECRET: Final = frozenset({"confidential", "in confidence", "private", "secret"})
_LIKED: Final = {"y": "yes", "n": "no", "so so": "mixed", "partly": "mixed", "a bit": "mixed"}
_SAME: Final = {
    "learnt": "learned",
    "lesson": "learned",
    "do": "will",
    "mine": "promise",
    "i promised": "promise",
    "they promised": "theirs",
    "their promise": "theirs",
    "names": "name",
    "intro": "name",
    "job": "opening",
    "interests": "interest",
    "wants": "want",
    "notwants": "notwant",
    "not want": "notwant",
    "dont want": "notwant",
    "notes": "note",
    "surprised": "surprise",
    "heard want": "heard",
    "next touch": "next",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line that was understood; what a key does not have stays empty."""

    number: int
    key: str
    text: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    due: dt.date | None = None
    name: str = ""
    organization: str = ""
    title: str = ""
    mode: str = ""
    why: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be read: choice, range, key, words, name or day; what stood there, what would do."""

    number: int
    code: str
    given: str
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines in the order they were written, and the faults."""

    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]


class _UnreadableLine(ValueError):
    def __init__(self, code: str, given: str, allowed: str = "") -> None:
        super().__init__(code)
        self.code, self.given, self.allowed = code, given, allowed


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands behind a key, and the day it was written on."""

    number: int
    key: str
    text: str
    today: dt.date
    day_first: bool


def read(text: str, *, today: dt.date, day_first: bool = True) -> Reading:
    """Read the lines written on `today`; empty ones and keys without text are passed over."""
    lines: list[Line] = []
    faults: list[Fault] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        try:
            key, words = _split(raw)
            if words:
                lines += READERS[key](_Said(number, key, words, today, day_first))
        except _UnreadableLine as wrong:
            faults.append(Fault(number, wrong.code, wrong.given, wrong.allowed))
    return Reading(tuple(lines), tuple(faults))


def _split(raw: str) -> tuple[str, str]:
    """Take a line apart into key and text; what is nearly a key is a fault, any other line is a note."""
    found = _KEY.match(raw)
    if found is None:
        return "note", one_line(raw)
    said = normalise(found["key"]).replace("'", "").replace("-", " ")
    key = _SAME.get(said, said.replace(" ", ""))
    if key in READERS:
        return key, one_line(found["text"])
    near = get_close_matches(key, READERS, n=1, cutoff=0.8)
    if near and " " not in said:
        raise _UnreadableLine("key", found["key"], near[0])
    return "note", one_line(raw)


def _plain(said: _Said) -> Iterator[Line]:
    yield Line(said.number, said.key, said.text)


def _choice(column: str) -> Callable[[_Said], Iterator[Line]]:
    def reads(said: _Said) -> Iterator[Line]:
        word = normalise(said.text).replace("-", " ")
        answer = _LIKED.get(word, word)
        if answer not in ANSWERS:
            raise _UnreadableLine("choice", said.text, ", ".join(ANSWERS))
        yield Line(said.number, said.key, said.text, {column: answer})

    return reads


def _words(column: str, most: int | None = None) -> Callable[[_Said], Iterator[Line]]:
    def reads(said: _Said) -> Iterator[Line]:
        yield Line(said.number, said.key, said.text, {column: said.text[:most]})

    return reads


def _energy(said: _Said) -> Iterator[Line]:
    """Read one number (afterwards) or two (before and after)."""
    plain = said.text.replace("−", "-").replace("–", "-")
    numbers = [int(one) for one in _NUMBER.findall(plain)]
    rest = re.sub(r"(?i)\b(?:to|then|before|after)\b|[-+]?\d+|[\s,;/>→.-]", "", plain)
    if rest or len(numbers) not in (1, 2) or not all(LEAST <= one <= MOST for one in numbers):
        raise _UnreadableLine("range", said.text, f"{LEAST}..{MOST}")
    columns = ("energy_after",) if len(numbers) == 1 else ("energy_before", "energy_after")
    yield Line(said.number, said.key, said.text, dict(zip(columns, numbers, strict=True)))


def _promise(said: _Said) -> Iterator[Line]:
    """Read the words and, taken out of them, the day by which it is due."""
    found = _deadline(said)
    words = said.text
    if found is not None:
        words = one_line(f"{words[: found.start]} {words[found.end :]}").strip(" ,;.–-")
    if not words:
        raise _UnreadableLine("words", said.text)
    yield Line(said.number, said.key, words, due=found.on if found else None)


def _deadline(said: _Said) -> dates.Reading | None:
    """Find the date that says until when: behind a preposition, or at the end of the line."""
    start, last = 0, len(said.text.rstrip(" ,;.!"))
    while found := dates.find(said.text, today=said.today, day_first=said.day_first, start=start):
        if found.word or found.end >= last:
            return found
        start = found.end
    return None


def _name(said: _Said) -> Iterator[Line]:
    """Read one name or several: `Name at Place, why (mode)` or `Name, title at Place, why`."""
    asides = [one["said"] for one in _ASIDE.finditer(said.text)]
    modes = [_MODES[word] for one in asides if (word := normalise(one).replace("-", " ")) in _MODES]
    kept = [one for one in asides if normalise(one).replace("-", " ") not in _MODES]
    first, *parts = [part.strip() for part in _ASIDE.sub(" ", said.text).split(",")]
    names, organization = _with_place(first)
    while parts and parts[0] and all(is_credential(word) for word in parts[0].split()):
        names += f", {parts.pop(0)}"
    title = ""
    if not organization and parts and _is_place(_with_place(parts[0])[1]):
        title, organization = _with_place(parts.pop(0))
    why = ", ".join(part for part in (*parts, *kept) if part)
    for name in _AND.split(names):
        bare = name.strip(" .;")
        if not any(sign.isalnum() for sign in bare):
            raise _UnreadableLine("name", said.text)
        yield Line(
            said.number,
            said.key,
            said.text,
            name=bare,
            organization=organization,
            title=title,
            mode=modes[0] if modes else "",
            why=why,
        )


def _is_place(text: str) -> bool:
    """Tell whether words read as a place's name rather than as the end of a sentence ("at night")."""
    return bool(text) and not text[0].islower()


def _with_place(text: str) -> tuple[str, str]:
    """Take `data analyst at Harbor Clinic` apart, at the last such word."""
    cuts = list(_AT.finditer(f" {text}"))
    if not cuts:
        return text.strip(), ""
    padded = f" {text}"
    return padded[: cuts[-1].start()].strip(), padded[cuts[-1].end() :].strip().removeprefix("#").strip(" .;")


def _opening(said: _Said) -> Iterator[Line]:
    """Read `role at Place, more (confidential)`."""
    asides = [one["said"] for one in _ASIDE.finditer(said.text)]
    secret = any(normalise(one) in _SECRET for one in asides)
    kept = [one for one in asides if normalise(one) not in _SECRET]
    first, *parts = [part.strip() for part in _ASIDE.sub(" ", said.text).split(",")]
    role, organization = _with_place(first)
    if not organization and parts:
        more, organization = _with_place(parts[0])
        if organization:
            role, parts = f"{role}, {more}" if more else role, parts[1:]
    if not role:
        raise _UnreadableLine("words", said.text)
    why = ", ".join(part for part in (*parts, *kept) if part)
    yield Line(said.number, said.key, role, organization=organization, why=why, confidential=secret)


def _interest(said: _Said) -> Iterator[Line]:
    for one in re.split(r"[,;]", said.text):
        if topic := one.strip(" .+"):
            yield Line(said.number, said.key, topic)


def _next(said: _Said) -> Iterator[Line]:
    """Read the day of the next touch and its reason."""
    found = dates.at(said.text, 0, today=said.today, day_first=said.day_first, strict=False)
    found = found or dates.find(said.text, today=said.today, day_first=said.day_first)
    if found is None:
        raise _UnreadableLine("day", said.text)
    why = one_line(f"{said.text[: found.start]} {said.text[found.end :]}").strip(" ,;:.–-")
    yield Line(said.number, said.key, why, due=found.on)


READERS: Final[Mapping[str, Callable[[_Said], Iterator[Line]]]] = {
    "liked": _choice("liked"),
    "ease": _words("ease", SHORT),
    "energy": _energy,
    "learned": _plain,
    "surprise": _plain,
    "advice": _plain,
    "will": _plain,
    "promise": _promise,
    "theirs": _promise,
    "name": _name,
    "opening": _opening,
    "interest": _interest,
    "want": _plain,
    "notwant": _plain,
    "note": _plain,
    "heard": _choice("heard_want"),
    "repeat": _words("repeat"),
    "change": _words("change"),
    "next": _next,
}
