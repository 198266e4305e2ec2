from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from acquaint.formats.markdown import link, plain, quoted
from tests.web import payloads

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
SIGNS = st.text(st.sampled_from("\\`*_[]()<>&!#+-=.0123456789:~|$^{}\"' \t\naé\u05d0"), max_size=40)


def shown(tokens):
    """The words that a reader shows, and the kinds of what they stand in."""
    words, kinds = [], set()
    for token in tokens:
        kinds.add(token.type)
        if token.children:
            inner, more = shown(token.children)
            words.append(inner)
            kinds |= more
        elif token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        else:
            words.append(token.content)
    return "".join(words), kinds


@given(SIGNS | st.text(max_size=60))
def test_words_on_a_line_are_shown_to_the_letter(text):
    words, kinds = shown(READER.parse(plain(text)))
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert words == " ".join(UNSEEN.sub(" ", text).split())


@given(SIGNS)
def test_a_quotation_holds_all_its_lines_and_nothing_more(text):
    words, kinds = shown(READER.parse("\n".join(quoted(text))))
    assert kinds <= {
        "paragraph_open", "paragraph_close", "inline", "text", "text_special", "hardbreak",
        "blockquote_open", "blockquote_close",
    }  # fmt: skip
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    assert words.replace("\n", "") == "".join(lines)


@pytest.mark.parametrize("text", payloads.ALL)
def test_hostile_words_stay_words(text):
    for written in (plain(text), "\n".join(quoted(text)), link(text), link(text, text), f"- {plain(text)}"):
        made = READER.render(written)
        assert not re.search(r"<(?!/?(p|blockquote|br|a|ul|li)\b)", made), made
        assert not re.search(r'href="(?!https?://)', made), made


def test_a_page_is_linked_and_nothing_else():
    assert link("https://example.org/a b>c", "A page") == "[A page](<https://example.org/a%20b%3Ec>)"
    assert link("https://example.org/") == "[https://example.org/](<https://example.org/>)"
    assert link("javascript:alert(1)", "A page") == "A page javascript:alert(1)"
    assert link("http://[", "x") == "x"
