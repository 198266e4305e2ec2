"""Where a message of a chat begins: the dialects of phones and languages, from one shape with many marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

LINES: Final = 2_000  # of one message that are kept; the rest is passed over
# Marks of direction, joiners and the like: they are for the screen and differ from phone to phone.
_UNSEEN: Final = dict.fromkeys(
    map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
_SPACES: Final = {ord(letter): " " for letter in "\u00a0\u202f\u2009\u3000"}
_DIGITS: Final = {ord(letter): str(n % 10) for n, letter in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")} | {
    ord("،"): ","
}
_PLAIN: Final = _UNSEEN | _SPACES | _DIGITS
_MORNING: Final = (
    "am", "a. m.", "a.m.", "오전", "上午", "午前", "凌晨", "早上", "清晨", "π.μ.", "πμ", "ص", "ق.ظ.", "ق.ظ",
    "לפנה״צ", "पूर्वाह्न", "முற்பகல்", "de.", "f.m.", "fm", "öö", "sa", "pg", "pd",
)  # fmt: skip
_EVENING: Final = (
    "pm", "p. m.", "p.m.", "오후", "下午", "午後", "中午", "傍晚", "晚上", "μ.μ.", "μμ", "م", "ب.ظ.", "ب.ظ",
    "אחה״צ", "अपराह्न", "பிற்பகல்", "du.", "e.m.", "em", "ös", "ch", "ptg", "md",
)  # fmt: skip


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in words)


_HALF: Final = rf"(?:(?P<{{0}}am>{_alternatives(_MORNING)})|(?P<{{0}}pm>{_alternatives(_EVENING)}))"
# Reiwa and Heisei count the years of an emperor, and stand before the year; the Buddhist era behind it.
_ERAS: Final = {"r": 2018, "令和": 2018, "h": 1988, "平成": 1988}
_ERA: Final = rf"(?P<{{0}}era>{'|'.join(_ERAS)})?"
_BUDDHA: Final = 543
# Gaps are bounded: several of any length beside each other take forever where no head follows.
_DATE: Final = (
    _ERA.format("a")
    + r"(?P<a>\d{1,4})(?P<sep>\s?[./-]\s?|年\s?|년\s?)(?P<b>\d{1,2})(?:\s?[./-]\s?|月\s?|월\s?)"
    + _ERA.format("c")
    + r"(?P<c>\d{1,4})(?:\s?(?:BE|พ\.ศ\.))?(?:[.日일]|\s?г\.|(?=[,\s\]]))"
)
_TIME: Final = (
    _HALF.format("x")
    + r"?\s{0,3}(?P<hour>\d{1,2})(?:[:.]|\sh\s)(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?"
    + r"\s{0,3}(?:ч\.\s{0,3})?"
    + _HALF.format("y")
    + "?"
)
_HEAD: Final = re.compile(
    r"(?P<bracket>\[)?\s{0,3}"
    + _DATE
    + r"\s{0,3},?\s{0,3}(?:klo|um|at|kl\.?|à|às|a las|alle|ore|om|o|в)?\s{0,3}"
    + _TIME
    + r"\s{0,3}(?P<end>\]|[-–](?=\s)|,|:)?\s{0,3}(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TURNED: Final = re.compile(  # Vietnamese has the time first
    r"(?P<bracket>\[)\s{0,3}"
    + _TIME
    + r"\s{0,3},?\s{0,3}"
    + _DATE
    + r"\s{0,3}(?P<end>\])\s{0,3}(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOON: Final = 12
_HOURS, _MINUTES = 24, 60
_BUDDHIST: Final = 2400  # from here on a year is of the Buddhist era: Thai phones write no mark
_YEAR_DIGITS: Final = 3  # from three digits on a number is a year


class Head(NamedTuple):
    """The beginning of a message: the numbers of its date as they stand, its time, whoever speaks, the words.

    `style` tells dialects apart, so that a message quoted in another from elsewhere begins none here.
    """

    numbers: tuple[int, int, int]
    year_first: bool | None
    dotted: bool
    clock: tuple[int, int, int]
    style: str
    name: str
    text: str
    marked: bool  # the words begin with a mark that the program sets before its own


@dataclass(slots=True)
class Message:
    """A message as it stands: the physical line of its head, and further lines of its words."""

    line: int
    head: Head
    more: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join((self.head.text, *self.more)).strip()


@dataclass(frozen=True, slots=True)
class Stray:
    """Text before any message."""

    line: int
    raw: str


def head(line: str) -> Head | None:
    """The head that a line is, None if it is none."""
    plain = line.translate(_PLAIN).strip()
    found = _HEAD.fullmatch(plain) or (_TURNED.fullmatch(plain) if plain[:1] == "[" else None)
    if found is None:
        return None
    clock = _clock(found)
    bracket, end = found["bracket"] or "", (found["end"] or "").strip()
    if clock is None or bool(bracket) != (end == "]") or (not bracket and not end):
        return None
    numbers = _year(found, "a"), int(found["b"]), _year(found, "c")
    wide = [bool(found[f"{name}era"]) or len(found[name]) >= _YEAR_DIGITS for name in ("a", "c")]
    if wide == [True, True]:
        return None
    year_first = True if wide[0] else False if wide[1] else None
    name, text = _speaker(found["rest"], end)
    return Head(
        numbers,
        year_first,
        found["sep"].strip() == ".",
        clock,
        f"{bracket}{end}{found['sep'].strip()}",
        name,
        text,
        marked=re.search(r":\s*[\u200e\u200f]", line) is not None,
    )


def messages(lines: Iterable[str]) -> Iterator[Message | Stray]:
    """Yield each message with the lines that belong to it, and what stands before the first."""
    held: Message | None = None
    style = ""
    for number, line in enumerate(lines, start=1):
        found = head(line) if line[:1] not in {"\n", "\r"} else None
        if found is not None and (not style or found.style == style):
            if held:
                yield held
            held, style = Message(number, found), found.style
        elif held is None:
            if line.translate(_PLAIN).strip():
                yield Stray(number, line.strip())
        elif len(held.more) < LINES:
            held.more.append(line.translate(_UNSEEN).rstrip("\r\n"))
    if held:
        yield held


def _year(found: re.Match[str], name: str) -> int:
    """A number that may be a year, as most of the world counts it where it is one."""
    number, era = int(found[name]), found[f"{name}era"]
    if era:
        return _ERAS[era.lower()] + number
    return number - _BUDDHA if number >= _BUDDHIST else number


def _clock(found: re.Match[str]) -> tuple[int, int, int] | None:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["xam"] or found["yam"]:
        hour %= _NOON
    elif found["xpm"] or found["ypm"]:
        hour = hour % _NOON + _NOON
    return (hour, minute, second) if hour < _HOURS and max(minute, second) < _MINUTES else None


def _speaker(rest: str, end: str) -> tuple[str, str]:
    """Who speaks and what; a notice of the program has no name before a colon."""
    name, colon, text = rest.partition(":")
    if end == ",":  # Korean puts a space before the colon
        name = name.rstrip()
    if not colon or not name or (text and not text.startswith(" ") and end != ","):
        return "", rest
    return name.strip().removeprefix("~").strip(), text.strip()
