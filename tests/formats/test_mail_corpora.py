"""Real letters, where they lie beside the checkout: every one gives a date or a stated reason."""

from __future__ import annotations

from email import message_from_bytes
from email.utils import getaddresses

import pytest

from acquaint.formats import reasons
from acquaint.formats.archives import open_source
from acquaint.formats.mail import Mail
from acquaint.formats.mail.addresses import listed
from acquaint.formats.mail.heads import fields
from acquaint.formats.mail.splitting import one_letter
from acquaint.formats.records import EventRecord, Ignored, MessageRecord, Reject, Self, Skipped
from acquaint.text.contact_points import email

OWN = Self(emails=frozenset({"nomen@example.org"}))
# Lists of people that the standard library and we read differently, each looked at: addresses parted by
# a space, spaces within an address, a second address after a colon, a Cyrillic domain.
READ_DIFFERENTLY = 6


@pytest.fixture(scope="module")
def letters(corpora):
    return [path for path in sorted((corpora / "mail").rglob("*")) if path.is_file() and path.suffix != ".md"]


def test_every_letter_gives_a_date_or_a_stated_reason(letters):
    told = 0
    for path in letters:
        with open_source(path) as source:
            said = list(Mail().read(source, OWN, bodies=True))
        assert said, path.name
        for one in said:
            assert isinstance(one, (MessageRecord, EventRecord, Ignored, Reject, Skipped))
            assert isinstance(one, (MessageRecord, EventRecord)) or reasons.word(one.reason)
        told += sum(isinstance(one, MessageRecord) for one in said)
    assert told > 150


def test_the_same_people_are_found_as_by_the_standard_library(letters):
    people, differing = 0, []
    for path in letters:
        if "mbox" in path.name:
            continue
        with path.open("rb") as stream:
            head = one_letter(stream).head
        ours, theirs = fields(head), message_from_bytes(head + b"\n\n")
        for name in ("from", "to", "cc"):
            values = getaddresses([str(value) for value in theirs.get_all(name, [])])
            expected = {email(address) for _name, address in values} - {""}
            people += len(expected)
            if {party.key for party in listed(ours.get(name, "")).parties} != expected:
                differing.append(f"{path.name}: {name}")
    assert people > 900
    assert len(differing) <= READ_DIFFERENTLY, differing
