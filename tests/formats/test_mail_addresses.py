from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats.mail.addresses import listed
from acquaint.formats.mail.encoded import charset, head_text, words
from acquaint.text import contact_points


def pairs(text: str) -> list[tuple[str, str]]:
    return [(party.name, party.email) for party in listed(text).parties]


JANE = ("Jane Roe", "j@example.com")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe <j@example.com>",
        '"Jane Roe" <j@example.com>',
        "'Jane Roe' <j@example.com>",
        "\"'Jane Roe'\" <j@example.com>",
        "j@example.com (Jane Roe)",
        "Jane Roe j@example.com",
        "=?utf-8?q?Jane_Roe?= <j@example.com>",
        "=?UTF-8?B?SmFuZSBSb2U=?= <j@example.com>",
        '"=?utf-8?q?Jane?= =?utf-8?q?_Roe?=" <j@example.com>',
        "=?us-ascii*en?Q?Jane?= Roe <j@example.com>",
        "=?x-no-such-charset?Q?Jane=20Roe?= <j@example.com>",
        "Jane Roe <@relay.example,@other.example:j@example.com>",
        "Jane Roe\n\t<j@example.com>",
        '"Jane Roe <j@example.com>',
        "Friends: Jane Roe <j@example.com>;",
        "Jane Roe <mailto:j@example.com>",
    ],
)
def test_one_person_however_written(text):
    assert pairs(text) == [JANE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("undisclosed-recipients:;", []),
        ("j@example.com", [("", "j@example.com")]),
        ("J@Example.com <j@example.com>", [("", "j@example.com")]),
        ("Roe, Jane <j@example.com>, k@example.com", [("Roe, Jane", "j@example.com"), ("", "k@example.com")]),
        ("=?utf-8?q?Roe,_Jane?= <j@example.com>", [("Roe, Jane", "j@example.com")]),
        ("j@example.com; k@example.com", [("", "j@example.com"), ("", "k@example.com")]),
        ("j@example.com k@example.com", [("", "j@example.com"), ("", "k@example.com")]),
        ("A: j@example.com, B: k@example.com;;", [("", "j@example.com"), ("", "k@example.com")]),
        ("Jane Roe <j@example.com>, Jane <J@EXAMPLE.com>", [JANE]),
        ("Ed (not (really) him) <ed@example.com>", [("Ed", "ed@example.com")]),
        ("=?iso-8859-1?q?J=F6rg?= <j@example.com>", [("Jörg", "j@example.com")]),
        ("=?utf-8?q?J=C3?=\n =?utf-8?q?=B6rg?= <j@example.com>", [("Jörg", "j@example.com")]),
        ("=?gb2312?B?yfLRxQ==?= <s@example.com>", [("沈雅", "s@example.com")]),
        ("Jane <j@bücher.example>", [("Jane", "j@bücher.example")]),
    ],
)
def test_lists(text, found):
    assert pairs(text) == found


@pytest.mark.parametrize(
    "text", ["Jane Roe", "jane@", "<jane", "j@example.com)k@example.com", "a@b@c.example", "@", "<>"]
)
def test_what_is_no_address_joins_nobody(text):
    assert not pairs(text)


def test_what_is_broken_is_told_beside_what_is_not():
    found = listed("Jane <j@example.com>, Bela <bela at example>, c@example.com")
    assert [party.email for party in found.parties] == ["j@example.com", "c@example.com"]
    assert found.broken == ("Bela <bela at example>",)


@pytest.mark.parametrize(
    "sign", ['"', "(", "<", '\\"', "=?", "=?a?q?", ",", ":", "<a@b.cd>", "a@b.cd ", "((", "\\"]
)
def test_however_long_it_is_read_in_a_time_that_grows_with_it(sign):
    text = sign * 30_000
    assert len(listed(text).parties) <= 1


@pytest.mark.parametrize(
    "label", ["x-unknown", "", "rot13", "zlib", "punycode", "unicode_escape", "nonsense", "\0"]
)
def test_a_label_that_is_no_charset_is_read_as_utf_8(label):
    assert charset(label) == "utf-8"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("=?utf-8?B?w7Y=?=", "ö"),
        ("=?utf-8?B?w7Y?=", "ö"),
        ("=?utf-8?B?!!!!?=", ""),
        ("=?utf-8?q?a=ZZb?=", "a=ZZb"),
        ("a =?utf-8?q?b?= c", "a b c"),
        ("two\n lines\tof\x07 it", "two lines of it"),
        ("=?utf-8?q?a=00b?=", "ab"),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
    ],
)
def test_encoded_words(written, read):
    assert words(written) == read


def test_a_head_of_two_encodings_is_read_line_by_line():
    assert head_text("Größe\n".encode() + "Maß\n".encode("cp1252")) == "Größe\nMaß\n"


ODD = st.from_regex(r"[A-Za-z0-9.!#'+/=?^_~-]{1,8}@[A-Za-z0-9.-]{1,8}\.[A-Za-z0-9-]{1,6}", fullmatch=True)


@given(st.one_of(st.emails(), ODD))
def test_the_quick_way_to_a_key_is_the_long_one(address):
    keys = [party.key for party in listed(f"<{address}>").parties]
    assert keys == [key for key in (contact_points.email(address),) if key]
