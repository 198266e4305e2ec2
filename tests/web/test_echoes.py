"""Texts that are code somewhere else come back from a form as texts (what is kept: test_hostile_text)."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from acquaint.actions import interviews
from tests import world

CORPUS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7|add:7 }}{% now 'Y' %}",
    '" autofocus onfocus=alert(1) x="',
    "<a hx-get=/x hx-trigger=load>y</a>",
    "<base href=//evil.test>",
    "<style>*{display:none}</style>",
    "<!--<img src=--><img src=x onerror=alert(1)//>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<form action=//evil.test><button>",
    "\u202egnp.exe",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<details open ontoggle=alert(1)>",
    "%(name)s {name} {0} %s",
]


class Nodes(HTMLParser):
    """The tags, handlers and addresses of a page."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "script" and not str(given.get("src", "")).startswith("/static/"):
            self.bad.append(tag)
        if tag in ("img", "style", "base", "iframe", "object", "math", "embed"):
            self.bad.append(tag)
        for name, value in (one for one in attrs if one[0] not in ("value", "aria-label")):
            said = (value or "").strip().lower()
            if (
                name.startswith("on")
                or name == "style"
                or said.startswith(("javascript:", "data:", "vbscript:"))
            ):
                self.bad.append(f"{tag} {name}")
            if (
                name in ("href", "src", "action")
                and said.startswith(("//", "http"))
                and "example" not in said
            ):
                self.bad.append(f"{tag} {name}={said}")
        if any(name.startswith("hx-") and str(value).startswith("/x") for name, value in attrs):
            self.bad.append("hx")


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_a_hostile_text_sent_to_a_form_comes_back_as_a_text(client, scope, text):
    [person] = world.know(scope, "Marisol Quent")
    made = interviews.book(scope, person=person, at=datetime(2026, 3, 6, 10, tzinfo=UTC))
    booked = dict(made.items)["interview"]
    sent = [
        ("/capture", {"line": f"met @{text}", "look": "1"}),
        ("/capture/chips", {"line": f"met @Ana Ruiz, send her {text} by Friday"}),
        (
            f"/interviews/{booked}/debrief",
            {"words": f"send her {text} by Friday", "look": "1", "learned": text},
        ),
        (f"/interviews/{booked}/debrief/chips", {"words": f"She will send {text}"}),
        (f"/people/{person}/draft/reconnect", {"subject": text, "body": text}),
        (f"/people/{person}/log", {"kind": text, "direction": text, "on": text, "text": text}),
        (f"/people/{person}/book", {"at": text, "minutes": text, "mode": text}),
        ("/people/new", {"name": "", "how_met": text, "introducer": text}),
    ]
    for address, form in sent:
        answer = client.post(address, form)
        assert answer.status_code in (200, 422), address
        nodes = Nodes()
        nodes.feed(answer.content.decode())
        assert not nodes.bad, (address, nodes.bad)


def test_a_hostile_name_is_one_line_in_a_mail_file(client, scope):
    [person] = world.know(scope, "Eve\r\nBcc: all@example.org")
    form = {"subject": "Hello\r\nBcc: all@example.org", "body": "Hi"}
    answer = client.post(f"/people/{person}/draft/reconnect/eml", form)
    head = answer.content.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    assert b"\nBcc:" not in head
    assert answer["Content-Disposition"] == 'attachment; filename="reconnect.eml"'
    assert answer["Content-Type"] == "message/rfc822"
