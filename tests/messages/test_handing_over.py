"""The mail file and the links by which a draft leaves for another program."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from acquaint.messages import eml, links
from acquaint.messages.compose import compose
from acquaint.messages.registry import KINDS, load
from tests.messages.contract import KNOWN

HEADERS = {
    *(b"X-Unsent", b"Date", b"From", b"To", b"Subject"),
    *(b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version"),
}
TEXTS = st.text(max_size=60)
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def draft(**facts):
    return compose(load("thank-you"), replace(KNOWN, **facts))


def read(data: bytes):
    return message_from_bytes(data, policy=default)


def test_the_mail_file_opens_as_a_draft_and_holds_the_whole_text():
    written = draft()
    mail = read(eml.write(written, at=NOW, me="Noor Adeyemi", my_email="noor@example.org"))
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "Ilse Brandt <ilse@example.com>"
    assert mail["From"] == "Noor Adeyemi <noor@example.org>"
    assert mail["Subject"] == "Thank you for your time"
    assert mail["Date"].datetime == NOW
    assert mail.get_content().splitlines() == written.body.splitlines()
    assert not mail.defects


def test_names_and_addresses_of_every_script_survive():
    mail = read(eml.write(draft(name="Łukasz Żółć", email="zoe@bücher.example"), at=NOW, me="Нина"))
    assert mail["To"].addresses[0].display_name == "Łukasz Żółć"
    assert mail["To"].addresses[0].addr_spec == "zoe@xn--bcher-kva.example"


def test_a_line_break_in_a_name_makes_no_header():
    wicked = draft(name="Ilse\r\nBcc: all@example.com", email="a@example.com\nBcc: b@example.com")
    mail = read(eml.write(wicked, at=NOW))
    assert mail["Bcc"] is None
    assert mail["To"] is None


def test_an_address_that_is_none_is_left_out():
    assert read(eml.write(draft(email="ask her"), at=NOW))["To"] is None


def test_the_mail_link_holds_address_subject_and_lines():
    link = links.mailto(draft(email="ilse+work@example.com"))
    assert link.whole
    parts = urlsplit(link.href)
    assert parts.path == "ilse+work@example.com"
    asked = parse_qs(parts.query)
    assert asked["subject"] == ["Thank you for your time"]
    assert "\r\n\r\n" in asked["body"][0]
    assert "+" not in parts.query


def test_a_text_too_long_for_a_link_is_left_to_be_copied():
    link = links.mailto(draft(learned=("long " * 500,)))
    assert not link.whole
    assert "body=" not in link.href


def test_the_message_link_keeps_what_can_be_dialled():
    short = compose(load("thank-you"), KNOWN, style="short")
    assert links.sms(short).href.startswith("sms:+49407654321?body=Hello%20Ilse%2C")


@given(st.sampled_from(sorted(KINDS)), TEXTS, TEXTS, TEXTS, TEXTS)
def test_whatever_people_write_the_file_and_the_links_hold_no_second_header(kind, name, email, free, me):
    said = {"link": free, "learned": (free,), "advice": free, "will": free, "why": free}
    written = compose(load(kind), replace(KNOWN, name=name, call=name, email=email, me=me, **said))
    head = eml.write(written, at=NOW, me=me, my_email=email).partition(b"\r\n\r\n")[0]
    names = [line.split(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert len(names) == len(set(names))
    assert set(names) <= HEADERS
    for link in (links.mailto(written), links.sms(written)):
        assert link.href.isascii()
        assert not set(' \r\n"<>') & set(link.href)
        assert len(link.href) <= links.LONGEST or not link.whole
