from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import contact_points as points


@pytest.mark.parametrize(
    ("typed", "kind", "value", "normal"),
    [
        ("Ada@Example.ORG", "email", "Ada@Example.ORG", "ada@example.org"),
        (" mailto:ada@example.org?subject=Hello ", "email", "ada@example.org", "ada@example.org"),
        ('"Example, Ada" <ada+work@example.org>', "email", "ada+work@example.org", "ada+work@example.org"),
        ("<ada@example.org>,", "email", "ada@example.org", "ada@example.org"),
        ("ada@bücher.example", "email", "ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("ａda@example.org", "email", "ａda@example.org", "ada@example.org"),
        ("+49 170 1234567", "phone", "+49 170 1234567", "+491701234567"),
        ("tel:+44-20-7946-0018", "phone", "+44-20-7946-0018", "+442079460018"),
        ("+44 20 7946 0018 ext. 5", "phone", "+44 20 7946 0018 ext. 5", "+442079460018;ext=5"),
        ("(030) 1234567", "phone", "(030) 1234567", "0301234567"),
        ("٠٣٠ ١٢٣٤٥٦٧", "phone", "٠٣٠ ١٢٣٤٥٦٧", "0301234567"),
        (
            "12 Example Street, 12345 Town",
            "postal",
            "12 Example Street, 12345 Town",
            "12 example street 12345 town",
        ),
    ],
)
def test_what_was_pasted_is_known_for_what_it_is(typed, kind, value, normal):
    assert points.read(typed) == points.ContactPoint(kind, value, normal)


def test_a_number_is_completed_by_the_region_where_it_is_dialled():
    assert points.phone("030 1234567", "DE") == "+49301234567"
    assert points.phone("+1 202 555 0101", "DE") == "+12025550101"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.linkedin.com/in/Ada-Example/", "linkedin.com/in/ada-example"),
        ("http://de.linkedin.com/in/ada-example?trk=public", "/in/ada-example"),
        ("https://www.linkedin.com/in/ad%C3%A1-example", "https://linkedin.com/in/Adá-example/en/"),
        ("www.linkedin.com/mwlite/in/ada-example", "in/Ada-Example"),
        ("linkedin.com/in/ad%C3%81", "linkedin.com/in/ada\u0301"),
        ("HTTP://Example.ORG/Team/?utm_source=mail", "https://example.org/Team#ada"),
        ("https://github.com/AdaX", "http://www.github.com/adax/"),
        ("https://example.org:443/a", "example.org/a"),
        ("https://example.org/?b=1&trk=2", "example.org?b=1"),
    ],
)
def test_two_writings_of_one_page_have_one_key(one, other):
    assert points.profile(one) == points.profile(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("linkedin.com/in/ada", "linkedin.com/in/ada-example"),
        ("linkedin.com/in/ada", "linkedin.com/company/ada"),
        ("example.org/a", "example.org/A"),
        ("example.org/a?id=1", "example.org/a?id=2"),
        ("example.org:8080/a", "example.org/a"),
    ],
)
def test_two_pages_have_two_keys(one, other):
    assert points.profile(one) != points.profile(other)


def test_the_key_of_a_member_is_short_and_its_slug_stands_alone():
    assert (
        points.profile("https://uk.linkedin.com/in/Ada-Ex%C3%A4mple-12/?x=1")
        == "linkedin.com/in/ada-exämple-12"
    )
    assert points.linkedin_slug("https://uk.linkedin.com/in/Ada-Ex%C3%A4mple-12/?x=1") == "ada-exämple-12"
    assert points.linkedin_slug("https://linkedin.example.org/in/ada") == ""
    assert points.linkedin_slug("https://www.linkedin.com/company/acme") == ""
    assert points.linkedin_slug("in person") == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada Example",
        "@ada",
        "ada@",
        "@example.org",
        "ada@localhost",
        "Dr. Ada",
        "http://[::1",
        "ftp://example.org",
        "javascript://example.org/%0aalert(1)",
        "http://",
        "1234",
        "e.g. this",
        "a b.example",
        "http://example.org:99999999/",
    ],
)
def test_other_text_is_none_of_them(text):
    assert points.kind_of(text) == "postal"
    assert (points.email(text), points.phone(text), points.profile(text)) == ("", "", "")


def test_a_kind_that_the_text_is_not_is_refused():
    with pytest.raises(points.UnreadableContactPoint, match="no email"):
        points.read("Ada Example", kind="email")
    with pytest.raises(points.UnreadableContactPoint, match="no postal"):
        points.read("  ")


@given(st.text(max_size=60))
def test_any_text_has_a_kind_and_stable_keys(text):
    assert points.kind_of(text) in {"email", "phone", "profile", "postal"}
    for key in (points.email(text), points.profile(text)):
        key.encode("utf-8")
    if points.email(text):
        assert points.email(points.email(text)) == points.email(text)


def test_addresses_are_found_in_a_line():
    line = "met @Ada, ada@example.org; and (bob@mail.example.org)."
    assert [line[start:end] for start, end in points.emails_in(line)] == [
        "ada@example.org",
        "bob@mail.example.org",
    ]
    assert points.emails_in("nothing here") == []


def test_numbering_plans_are_loaded_only_by_who_reads_a_number():
    code = (
        "import sys; from acquaint.text import contact_points as points;"
        "points.email('ada@example.org'); print('phonenumbers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
