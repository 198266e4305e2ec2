from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import notes


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update((name, value or "") for name, value in attrs)


def read(source: str) -> Seen:
    seen = Seen()
    seen.feed(notes.to_html(source))
    return seen


def test_what_people_write_is_shown_as_meant():
    shown = notes.to_html("# Why\nAsk about *night shifts*\n\n- one\n- two\n\n[site](https://example.org/a)")
    assert "<h3>Why</h3>" in shown
    assert "<em>night shifts</em>" in shown
    assert "<li>two</li>" in shown
    assert 'href="https://example.org/a" rel="noopener noreferrer nofollow"' in shown


def test_one_line_break_is_a_line_break_and_nothing_is_nothing():
    assert "<br" in notes.to_html("one\ntwo")
    assert notes.to_html("") == ""


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![beacon](https://example.org/?q=1)",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    '<a href="https://example.org" hx-get="/x" onclick="y">z</a>',
    "<div id=main hx-post=/people>",
    "<svg/onload=alert(1)>",
    "<style>*{}</style>",
    "[x](//example.org 'onmouseover=alert(1)')",
    "`<script>`",
    "[" * 50_000,
    "\0<\ud800script>",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_runs_and_nothing_is_fetched(source):
    seen = read(source)
    assert seen.tags <= notes.TAGS
    assert {name for name, _value in seen.attributes} <= {"href", "rel", "title"}
    for name, value in seen.attributes:
        if name == "href" and ":" in value.split("/")[0]:
            assert value.split(":")[0] in notes.SCHEMES


@given(st.text(max_size=200))
def test_any_text_stays_within_the_allowlist(source):
    assert read(source).tags <= notes.TAGS


def test_a_note_beyond_measure_is_plain_text():
    shown = notes.to_html("*a*" * notes.LONGEST)
    assert shown.startswith("<pre>*a*")
