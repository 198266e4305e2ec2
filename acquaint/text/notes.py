"""Notes as their writer meant them: Markdown to HTML that can run, load and follow nothing by itself.

Raw HTML stays text (markdown-it with html off); what comes out is cleaned once more by nh3, against a list
without images: a remote picture in somebody's note would tell its host who reads it, and when.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from acquaint.text.names import storable

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

LONGEST: Final = 100_000  # signs; a longer note is shown as plain text
TAGS: Final = frozenset(
    {"a", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"}
    | {"s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})


def to_html(source: str) -> str:
    """The note as safe HTML; headings sink below the page's own. Empty for an empty note."""
    if len(source) > LONGEST:
        import html

        return f"<pre>{html.escape(source)}</pre>"
    import nh3

    return nh3.clean(
        _markdown().render(storable(source)),
        tags=set(TAGS),
        attributes={"a": {"href"}},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer nofollow",
    ).strip()


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    reader.core.ruler.push("sink", _sink)
    return reader.disable(["image"])


def _sink(state: StateCore) -> None:
    """Set headings two steps lower, so that the page keeps its own."""
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
