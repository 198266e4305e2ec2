"""What a letter says, only where it is asked for: its plain text, and the calendars that come with it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from itertools import islice
from typing import Final

from acquaint.formats.mail.encoded import text_of
from acquaint.formats.mail.splitting import Letter

_PARTS: Final = 200
_TEXT_LIMIT: Final = 200_000  # characters
_RUNS: Final = re.compile(r"<(script|style|head|title)\b", re.IGNORECASE)
_BREAK: Final = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]*>")
_QUOTED: Final = re.compile(rb"(?m)^>(>*From )")
_CALENDAR: Final = (b"/calendar", b"/CALENDAR", b"/Calendar", b"application/ics")


def text(letter: Letter) -> str:
    """The plain text of a letter, else what its HTML reads; attachments and forwarded letters stay out."""
    plain, rich = "", ""
    for part in _parts(letter):
        kind = part.get_content_type()
        if part.get_filename() or kind not in {"text/plain", "text/html"}:
            continue
        said = _said(part)
        if kind == "text/plain":
            plain = plain or said
        else:
            rich = rich or said
    return (plain.strip() or _read_html(rich))[:_TEXT_LIMIT]


def has_calendar(letter: Letter) -> bool:
    """Whether a calendar may be in it; cheap."""
    body = letter.body
    return any(mark in body for mark in _CALENDAR) or b"/calendar" in letter.head.lower()


def line_of_calendar(letter: Letter) -> int:
    """How many lines below the letter's first its first calendar begins."""
    above = int(bool(letter.envelope)) + letter.head.count(b"\n")
    places = [at for mark in _CALENDAR if (at := letter.body.find(mark)) >= 0]
    return above + letter.body.count(b"\n", 0, min(places)) if places else above


def calendars(letter: Letter) -> Iterator[bytes]:
    """Each calendar that the letter carries."""
    for part in _parts(letter):
        if part.get_content_type() in {"text/calendar", "application/ics"}:
            yield _bytes(part)


def _parts(letter: Letter) -> Iterator[Message]:
    body = _QUOTED.sub(rb"\1", letter.body) if letter.envelope else letter.body
    try:
        message = message_from_bytes(letter.head + b"\n\n" + body.lstrip(b"\r\n"), policy=compat32)
        for part in islice(message.walk(), _PARTS):
            if not part.is_multipart():
                yield part
    except (RecursionError, ValueError, LookupError, TypeError):  # nested beyond all measure, or damaged
        return


def _bytes(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return data if isinstance(data, bytes) else b""


def _said(part: Message) -> str:
    return text_of(_bytes(part), str(part.get_param("charset") or "utf-8")).replace("\r\n", "\n")


def _read_html(source: str) -> str:
    bare = _TAG.sub("", _BREAK.sub("\n", _without_runs(source[: _TEXT_LIMIT * 4])))
    lines = (" ".join(line.split()) for line in html.unescape(bare).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_runs(source: str) -> str:
    """Without what a browser runs or hides; cut at the first such part that never ends."""
    out, at, lower = [], 0, source.lower()
    while found := _RUNS.search(source, at):
        out.append(source[at : found.start()])
        end = lower.find(f"</{found[1].lower()}", found.end())
        if end < 0:
            return "".join(out)
        at = end
    return "".join((*out, source[at:]))
