"""The marked spans of a line: `@person`, `#organization`, `+topic`, quotations, addresses, `:)`, the note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from acquaint.text import contact_points, names
from acquaint.text.capture import shapes
from acquaint.text.words import en_lines, titles

_QUOTED: Final = r'"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»'
_MARK: Final = re.compile(
    r"(?P<note>(?:^|(?<=\s))//)"
    r"|(?P<escape>\\[^\w\s])"
    r"|(?P<url>(?:https?://|www\.)[^\s<>\"]+|(?:\w{2,3}\.)?linkedin\.com/in/[^\s<>\"]+)"
    r"|(?P<email>[^\s@<>()\[\],;:\"\\“”]{1,64}@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,})"
    rf"|(?<![\w@\\\"”»])@(?:(?P<quoted_person>{_QUOTED})|(?P<person>{shapes.MARKED_NAME})|"
    rf"(?P<alias>{shapes.ALIAS}))"
    rf"|(?<![\w#&\\\"”»])\#(?:(?P<quoted_org>{_QUOTED})|(?P<org>{shapes.FIRM})|(?P<handle>{shapes.ALIAS}))"
    rf"|(?<![\w+\\\"”»])\+(?:(?P<quoted_topic>{_QUOTED})|(?P<topic>[^\W\d_](?:[\w+#/-]|\.(?=\w))*))"
    rf"|(?P<quote>{_QUOTED})"
    r"|(?P<feel>(?<![^\s,.(])[:;]-?(?P<face>[)|(])(?![^\s,.;!?])|(?i:\bfit:\s?(?P<fit>[1-5])(?!\w)))"
    r"|(?P<phone>(?<![\w+])\+\d[\d ()/-]{6,20}\d)",
)
_CREDENTIAL: Final = re.compile(r",?[ \u00a0](?P<word>[A-Z][\w.-]*[\w.])(?=[\s,;:)]|\.?$)")
_STAND_INS: Final = re.compile("[\ue000-\uf8ff]")
_TRAILING: Final = ".,;:!?)]}'’"


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked span: what it is, where it stands, and what it says without its sign."""

    kind: str
    start: int
    end: int
    said: str
    more: dict[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A raw line, its marks by where they begin, and the line with them covered by stand-ins."""

    raw: str
    covered: str
    marks: dict[int, Mark]
    note: str | None

    def said(self, start: int, end: int, *, leave_out: tuple[tuple[int, int], ...] = ()) -> str:
        """The words of a span as a person would say them: marks without their signs, some spans left out."""
        parts: list[str] = []
        place = start
        while place < end:
            gap = next((gap for gap in leave_out if gap[0] <= place < gap[1]), None)
            mark = self.marks.get(place)
            if gap:
                place = gap[1]
                parts.append(" ")
            elif mark:
                place = mark.end
                parts.append(mark.said)
            else:
                parts.append(self.raw[place])
                place += 1
        return " ".join("".join(parts).split())


def read(raw: str) -> Line:
    """Find every mark of the line and cover it."""
    shape = shapes.outline(_STAND_INS.sub("\ufffd", raw))
    covered = list(shape)
    marks: dict[int, Mark] = {}
    note: str | None = None
    stop = 0
    for found in _MARK.finditer(shape):
        if found["note"]:
            note = raw[found.end() :].strip()
            covered[found.start() :] = []
            break
        mark = _mark(found, raw)
        if mark is None or mark.start < stop:
            continue
        marks[mark.start] = mark
        stop = mark.end
        covered[mark.start : mark.end] = _COVERS[mark.kind] * (mark.end - mark.start)
    return Line(raw, "".join(covered), marks, note)


_KINDS: Final = {
    "person": "person",
    "alias": "person",
    "org": "organization",
    "handle": "organization",
    "topic": "topic",
    "quote": "quote",
}
_COVERS: Final = {
    "person": shapes.PERSON,
    "organization": shapes.ORG,
    "topic": shapes.TOPIC,
    "quote": shapes.QUOTE,
    "feel": shapes.FEEL,
    "fit": shapes.FEEL,
    "contact": shapes.OPAQUE,
    "page": shapes.OPAQUE,
    "escape": shapes.OPAQUE,
}


def _mark(found: re.Match[str], raw: str) -> Mark | None:
    """The mark that a match is; None for one that turns out to say nothing, such as `@" "`."""
    start, end, group = found.start(), found.end(), found.lastgroup or ""
    said = " ".join(raw[slice(*found.span(group))].split())
    if group in {"url", "email", "phone"}:
        return _address(group, start, raw[start:end])
    if group == "escape":
        return Mark("escape", start, end, said[1:])
    if group == "feel":
        return _felt(found)
    quoted = group.startswith("quote")
    said = said[1:-1].strip() if quoted else said
    kind = _KINDS[group.removeprefix("quoted_")]
    if kind != "quote" and not names.normalise(said):
        return None
    if kind != "person" or quoted:
        return Mark(kind, start, end, said)
    end, credentials = _credentials(raw, end)
    return Mark(kind, start, end, said, {"credentials": credentials})


def _felt(found: re.Match[str]) -> Mark:
    if found["fit"]:
        fit = int(found["fit"])
        return Mark("fit", found.start(), found.end(), "", {"fit": fit, "liked": en_lines.FITS[fit]})
    return Mark("feel", found.start(), found.end(), "", {"liked": en_lines.FELT[found["face"]]})


def _address(group: str, start: int, text: str) -> Mark:
    """An address, number or profile page; any other page is only kept from being read as words."""
    said = text.rstrip(_TRAILING) if group == "url" else text
    what = "page" if group == "url" and not contact_points.linkedin_slug(said) else "contact"
    return Mark(what, start, start + len(said), said, {"kind": "profile" if group == "url" else group})


def _credentials(raw: str, end: int) -> tuple[int, str]:
    """How far ", PhD, MBA" behind a name reaches, and what it is."""
    words: list[str] = []
    while (found := _CREDENTIAL.match(raw, end)) and _is_degree(found["word"]):
        words.append(found["word"])
        end = found.end()
    return end, ", ".join(words)


def _is_degree(word: str) -> bool:
    bare = "".join(filter(str.isalpha, word)).lower()
    return bare in titles.PLAIN and names.is_credential(word, strict=True)


def credentials_behind(line: Line, end: int) -> tuple[int, str]:
    """The same for a name without a mark."""
    return _credentials(line.raw, end)
