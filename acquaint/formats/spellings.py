"""How the letters of a file read in each encoding that it may be written in, so that an eye can choose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from acquaint.formats.contacts.sheets import code_page

_HEAD: Final = 64 * 1024
_CELLS: Final = re.compile(r"[,;\t|\"\r\n]+")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_MARKS: Final = frozenset("·‘’“”„–—…«»°№")
_SHOWN: Final = 3  # cells with letters of their own
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Spelling:
    """One encoding, and what the file's own letters look like in it."""

    encoding: str
    text: str


def of(paths: Iterable[Path], file: str, encodings: Sequence[str], kept: str = "") -> tuple[Spelling, ...]:
    """How the table shown as `file` reads as it was taken ("") and in each encoding that gives words.

    `kept` is one that stays, whatever it reads like. Nothing where there is no doubt (ASCII, Unicode),
    or for a file in a zip.
    """
    head = next((head for path in paths if (head := _head(path, file))), b"")
    taken = code_page(head)
    if not taken:
        return ()
    found = {_letters(head, taken): ""}
    for encoding in encodings:
        text = _letters(head, encoding)
        if text and (encoding == kept or _like_words(text)):
            found.setdefault(text, encoding)
    return tuple(Spelling(encoding, text) for text, encoding in found.items())


def _head(path: Path, file: str) -> bytes:
    """The beginning of a file that lies by itself or in a folder; what is packed is not opened for this."""
    asked = Path(file)
    try:
        if (asked == path or path in asked.parents) and asked.is_file():
            with asked.open("rb") as stream:
                return stream.read(_HEAD)
    except OSError:
        return b""
    return b""


def _like_words(text: str) -> bool:
    """Whether every word is of one script, and all beyond ASCII is letters: "£ucja" and "Kцln" are none."""
    return all(len({_script(sign) for sign in word}) == 1 for word in _WORDS.findall(text)) and all(
        sign.isascii() or sign.isalpha() or sign in _MARKS for sign in text
    )


def _script(sign: str) -> str:
    """Latin, Cyrillic …; those of one East Asian text are one."""
    name = unicodedata.name(sign, "?").partition(" ")[0]
    return "EAST" if name in {"CJK", "HIRAGANA", "KATAKANA"} else name


def _letters(head: bytes, encoding: str) -> str:
    """The first cells with letters beyond ASCII; empty where the bytes are no text in this encoding."""
    whole = head[: head.rfind(b"\n") + 1] or head if len(head) == _HEAD else head
    try:
        text = whole.decode(encoding)
    except UnicodeDecodeError:
        return ""
    cells = (cell.strip()[:_LONGEST] for cell in _CELLS.split(text) if not cell.isascii())
    return " · ".join(list(dict.fromkeys(cells))[:_SHOWN])
