"""Names as people type them: credentials set apart, match keys, initials; a name is never taken to parts."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from acquaint.text.words.titles import GENERATIONS, LISTED, PLAIN, TITLES

# Letters that Unicode does not decompose although people type them without the stroke.
_FOLDED: Final = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
        "ŋ": "n", "ĸ": "k", "ƒ": "f", "ə": "e", "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "ـ": None,
    }
)  # fmt: skip
# Marks that may be left out in writing: accents, Hebrew points, Arabic vowels. Indic vowel signs are letters.
_MARK: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0652\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_LOOSE_STOP: Final = re.compile(r"[.,;:]+(?=\s|$)")

_ABBREVIATION: Final = re.compile(
    r"^[A-Z][a-z]{0,3}[A-Z][A-Z0-9]{1,6}(?:-[A-Z0-9]{1,5})*[®™]?$|^(?:[A-Z][a-z]{0,3}\.){2,}$"
)
_ENDS: Final = (
    2  # a name keeps at least two words when credentials follow it without a comma; a monogram shows two
)


def storable(text: str) -> str:
    """The same text with what no database can hold put right: NUL dropped, lone surrogates replaced."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def normalise(text: str) -> str:
    """The match key of a text: case, accents, width, spaces, invisible marks and final stops do not count.

    Two texts that a reader takes for the same have the same key. It is a fixed point of itself, may be
    empty only if the text has nothing visible, and is never shown.
    """
    key = _fold(text)
    # Plain small letters fold to themselves.
    while not (key.isascii() and key == key.lower()) and (again := _fold(key)) != key:
        key = again
    bare = " ".join(_LOOSE_STOP.sub("", key).split())
    return bare or key


def _fold(text: str) -> str:
    """One round of folding; compatibility forms can open into more to fold, so the caller repeats it."""
    wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    wide = " ".join(wide.split())
    kept = wide if wide.isprintable() else "".join(_visible(char) for char in wide)
    return " ".join(unicodedata.normalize("NFC", _MARK.sub("", kept).translate(_FOLDED)).split())


def _visible(char: str) -> str:
    """The character, a space for white space, nothing for controls, bidi marks, joiners and surrogates."""
    if char.isascii() and char.isprintable():
        return char
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char


def is_credential(word: str, *, strict: bool = False) -> bool:
    """Whether a word, as written after a comma, is a degree, licence or honour; `strict`: a listed one."""
    bare = re.sub(r"[^a-z0-9]", "", word.lower())
    if bare in GENERATIONS or not bare:
        return False
    if bare in LISTED:
        return word[:1].isupper()
    return not strict and _ABBREVIATION.match(word) is not None


def is_plain(text: str) -> bool:
    """Whether these are letters alone, in words of one capital each: no credential hides among them."""
    return text.istitle() and text.replace(" ", "").isalpha()


def split_credentials(typed: str) -> tuple[str, str]:
    """("Dr. Aoife Reyes", "PhD, MBA") from "Dr. Aoife Reyes, PhD, MBA": nothing is dropped, the prefix stays.

    A family name after a comma ("Reyes, Aoife") and a generation ("…, Jr.") belong to the name.
    """
    if is_plain(typed):
        return " ".join(typed.split()), ""
    text = " ".join(storable(typed).split())
    parts = text.split(", ") if ", " in text else [text]
    # "SMITH, JANE" and "Smith, JPK" are orders of writing a name; only a listed degree may follow them.
    strict = parts[0].isupper() or " " not in parts[0]
    tail: list[str] = []
    while len(parts) > 1 and _all_credentials(parts[-1], strict=strict):
        tail.insert(0, parts.pop().strip())
    name = ", ".join(parts)
    if not tail:
        name, bare = _split_bare(name)
        tail = [bare] if bare else []
    return name, ", ".join(tail)


def _all_credentials(part: str, *, strict: bool) -> bool:
    words = part.replace("/", " ").split()
    return bool(words) and all(is_credential(word.strip("()"), strict=strict) for word in words)


def _split_bare(name: str) -> tuple[str, str]:
    """Credentials that stand behind the name without a comma; at least two words must remain a name."""
    words = name.split(" ")
    cut = len(words)
    while cut > _ENDS and _is_bare_credential(words[cut - 1]):
        cut -= 1
    if cut == len(words) or " ".join(words[:cut]).isupper():
        return name, ""
    return " ".join(words[:cut]), " ".join(words[cut:])


def _is_bare_credential(word: str) -> bool:
    bare = re.sub(r"[^A-Za-z]", "", word)
    return bare.lower() in PLAIN and sum(letter.isupper() for letter in bare) >= _ENDS


def without_honorific(name: str) -> str:
    """The name without "Dr.", "Prof." and the like before it; a lone title stays, for it is all there is."""
    words = name.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
        words.pop(0)
    return " ".join(words)


def sort_name(name: str, family: str = "") -> str:
    """What a list is sorted by: the family name first where the source told it, else the name as typed."""
    whole = normalise(without_honorific(split_credentials(name)[0]))
    first = normalise(family)
    if not first or not whole.endswith(first) or whole == first:
        return whole
    return f"{first} {whole.removesuffix(first).strip()}"


def initials(name: str) -> str:
    """One or two signs for a monogram, in any script: the first of the first word and of the last."""
    words = [word for word in without_honorific(split_credentials(name)[0]).split() if _first_sign(word)]
    while len(words) > _ENDS and words[-1].strip(".,").lower() in GENERATIONS:
        words.pop()
    lettered = [word for word in words if _first_sign(word)[0].isalpha()] or words[:1]
    if not lettered:
        return ""
    ends = lettered[:1] if len(lettered) == 1 else [lettered[0], lettered[-1]]
    return "".join(_upper(_first_sign(word)) for word in ends)


def _first_sign(word: str) -> str:
    """The first letter (or, in a word without letters, the first sign) with the marks that belong to it."""
    shown = [char for char in word if _visible(char).strip() or char == "\u200d"]
    start = next((i for i, char in enumerate(shown) if char.isalpha()), 0)
    sign = "".join(shown[start : start + 1]).strip("\u200d")
    for char in shown[start + 1 :]:
        joined = sign.endswith("\u200d")
        if not (joined or char == "\u200d" or unicodedata.category(char) in {"Mn", "Mc", "Me", "Sk"}):
            break
        sign += char
    return unicodedata.normalize("NFC", sign).rstrip("\u200d")


def _upper(sign: str) -> str:
    upper = sign.upper()
    return upper if len(upper) == len(sign) else sign
