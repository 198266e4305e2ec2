from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats import reasons
from acquaint.formats.archives import open_source
from acquaint.formats.mail import Mail
from acquaint.formats.records import Reject, Self, Skipped, Warned

OWN = Self(emails=frozenset({"nomen@example.org"}))
PIECES = st.sampled_from(
    [
        *(
            "From: ",
            "To: ",
            "Cc: ",
            "Date: ",
            "Subject: ",
            "Message-ID: ",
            "References: ",
            "Received: ",
            "Reply-To: ",
        ),
        *(
            "Content-Type: text/calendar; charset=",
            "Content-Transfer-Encoding: base64",
            "List-Id: ",
            "X-Mozilla-Status: ",
        ),
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\n ",
            "\n\t",
            "\r",
            "\0",
            "\n\nFrom - Mon Feb  2 10:00:00 2026\n",
            "From -\n",
            ">From ",
        ),
        *(
            "nomen@example.org",
            "Bela <bela@example.com>",
            "a@b",
            "<",
            ">",
            '"',
            "(",
            ")",
            "\\",
            ",",
            ";",
            ":",
            "group: ;",
        ),
        *(
            "=?utf-8?q?J=C3=B6?=",
            "=?x?b?////?=",
            "=?",
            "?=",
            "Mon, 02 Feb 2026 10:00:00 +0100",
            "99 Foo 2026 25:61",
            "+9999",
        ),
        *("<1@x>", "BEGIN:VCALENDAR", "multipart/mixed; boundary=b", "--b", "ö", "\u202e", "é" * 50, "intro"),
    ]
)


def told(path) -> None:
    """Whatever is said has words, each letter has its own line, and rejects keep a text."""
    with open_source(path) as source:
        said = list(Mail().read(source, OWN, bodies=True))
    assert all(reasons.word(one.reason) for one in said if hasattr(one, "reason"))
    lines = [one.origin.line for one in said if not isinstance(one, (Skipped, Warned))]
    assert len(lines) == len(set(lines))
    assert all(one.raw for one in said if isinstance(one, Reject))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("mail")


@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_text_breaks_a_letter_or_a_mailbox(folder, text):
    for name, before in (("a.eml", "From: Bela <bela@example.com>\n"), ("b.mbox", "From -\nFrom: a@b.cd\n")):
        (folder / name).write_text(before + text, encoding="utf-8", newline="")
        told(folder / name)


@given(st.binary(max_size=1500))
def test_no_bytes_break_a_letter_or_a_mailbox(folder, data):
    for name, before in (
        ("a.eml", b"From: Bela <bela@example.com>\nTo: "),
        ("b.mbox", b"From -\nFrom: a@b.cd\n"),
    ):
        (folder / name).write_bytes(before + data)
        told(folder / name)
