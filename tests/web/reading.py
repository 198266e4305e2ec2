"""Read a page as a browser would and say what stands in it that no template of ours put there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import acquaint.web
from tests.web.payloads import LIVE, MARK

TEMPLATES = Path(acquaint.web.__file__).parent / "templates"
# Elements that Python writes: Django's widgets and the few of templatetags/page.py and words.py.
WIDGETS = """
<input type name value maxlength minlength required id dir autocomplete min max step checked disabled
 aria-describedby aria-invalid placeholder>
<textarea name id rows cols maxlength dir aria-describedby aria-invalid required>
<select name id required aria-describedby aria-invalid><option value selected>
<ul class id><li><a href><bdi><span class aria-hidden><svg class aria-hidden><use href>
"""
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "use", "rect"}
SAYING = {"value", "aria-label", "title", "placeholder", "content", "alt", "data-to"}  # may hold words
SCHEMES = {"", "http", "https", "mailto", "tel"}
OURS = re.compile(r"^(/(?!/)|#|\?)")
SENDING = {"action", "formaction", "src", "hx-get", "hx-post", "hx-put", "hx-delete", "hx-patch"}
OVERRIDE = "\u202e"


class _Vocabulary(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.known: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.known.add((tag, ""))
        self.known.update((tag, name) for name, _value in attrs)

    handle_startendtag = handle_starttag


@cache
def vocabulary() -> frozenset[tuple[str, str]]:
    """Every element, and every attribute of it, that our templates can write."""
    reader = _Vocabulary()
    for path in TEMPLATES.rglob("*.html"):
        source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        reader.feed(source)
    reader.feed(WIDGETS)
    return frozenset(reader.known)


class Reader(HTMLParser):
    """Collects what is strange in one page."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []
        self.around: list[tuple[str, dict[str, str]]] = []
        self.marked = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check an element and its attributes."""
        said = {name: value or "" for name, value in attrs}
        if (tag, "") not in vocabulary():
            self.strange.append(f"element <{tag}>")
        for name, value in said.items():
            self.strange += (f"{one} at <{tag} {name}={value[:80]!r}>" for one in _amiss(tag, name, value))
        if tag == "script" and "src" not in said:
            self.strange.append("inline script")
        if tag not in VOID:
            self.around.append((tag, said))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.around.pop()

    def handle_endtag(self, tag: str) -> None:
        """Leave an element; what was left open inside it (li, p, dt) is closed with it."""
        for at in range(len(self.around) - 1, -1, -1):
            if self.around[at][0] == tag:
                del self.around[at:]
                return

    def handle_data(self, data: str) -> None:
        """Count the marks that stand as text, where text may stand."""
        if MARK not in data:
            return
        self.marked += data.count(MARK)
        inside = self.around[-1][0] if self.around else ""
        if inside in ("script", "style"):
            self.strange.append(f"text in <{inside}>: {data[:60]!r}")
        isolated = any(_isolates(tag, said) for tag, said in self.around)
        if OVERRIDE in data and not isolated:
            path = " ".join(tag for tag, _said in self.around[-4:])
            self.strange.append(f"a direction that leaks out of {path}: {data[:60]!r}")

    def handle_comment(self, data: str) -> None:
        """No text of a person stands in a comment."""
        if MARK in data:
            self.strange.append(f"text in a comment: {data[:60]!r}")

    unknown_decl = handle_comment
    handle_pi = handle_comment


def strange(page: str) -> list[str]:
    """What stands in a page that our templates did not put there."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return [*reader.strange, *(f"word for word: {text[:60]!r}" for text in LIVE if text in page)]


def _isolates(tag: str, said: dict[str, str]) -> bool:
    """Tell whether a direction set inside this element ends with it; a refusal is a block of its own."""
    if tag in ("bdi", "title", "textarea") or said.get("class", "").startswith("errorlist"):
        return True
    return tag != "html" and "dir" in said


def _amiss(tag: str, name: str, value: str) -> Iterator[str]:
    if (tag, name) not in vocabulary():
        yield "an attribute of nobody's"
    if name.startswith(("on", "hx-on")) or name in ("style", "srcdoc"):
        yield "an attribute that runs"
    if name in ("href", "xlink:href"):
        scheme = _scheme(value)
        if scheme not in SCHEMES or (not scheme and not OURS.match(value)):
            yield "a link that leads away or runs"
    elif name in SENDING:
        if not OURS.match(value):
            yield "an address that is not ours"
    elif MARK in value and name not in SAYING:
        yield "a person's words"


def _scheme(address: str) -> str:
    """The scheme as browsers read it: without control signs at the start, tabs and line ends anywhere."""
    return urlsplit(re.sub(r"[\t\r\n]", "", address).lstrip("".join(map(chr, range(33))))).scheme.lower()
