from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats import reasons
from acquaint.formats.archives import RefusedError, open_source
from acquaint.formats.linkedin import LinkedIn
from acquaint.formats.linkedin.columns import READ
from tests.formats import making

HEADERS = {
    "Connections.csv": making.CONNECTIONS,
    "messages.csv": making.MESSAGES["2025"],
    "Invitations.csv": making.INVITATIONS,
    "Profile.csv": making.PROFILE,
    "Positions.csv": making.POSITIONS,
    "Education.csv": making.EDUCATION,
    "Skills.csv": "Name",
    "Languages.csv": "Name,Proficiency",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On",
    "Recommendations_Received.csv": making.RECOMMENDED,
    "Endorsement_Received_Info.csv": making.ENDORSED,
}
PIECES = st.sampled_from(
    [
        *(",", ",,", ";", "\t", '"', '""', "\n", "\r\n", "\r", "\0", "\ufeff", "é", "Ã©", "🚀", "\u202e"),
        *("Bela", "Dahlsen, PhD", "LinkedIn Member", "INCOMING", "OUTGOING", "Yes", "No", "INBOX", "SPAM"),
        *(
            "08 Feb 2024",
            "2025-06-01 14:03:22 UTC",
            "1/29/26, 2:37 PM",
            "Jan 2019",
            "99 Foo 20xx",
            "0000-00-00",
        ),
        *(
            "https://www.linkedin.com/in/bela",
            "www.linkedin.com/in/%ff%fe",
            "https://[::1/in/x",
            "in/x",
            "a@b.cd",
        ),
    ]
)


def outcomes(path) -> None:
    """Whatever it says has its words; a whole source may be refused, nothing else may be raised."""
    told = []
    try:
        with open_source(path) as source:
            told += [one.reason for one in LinkedIn().read(source) if hasattr(one, "reason")]
    except RefusedError as error:
        told.append(error.reason)
    assert all(reasons.word(reason) for reason in told)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


@given(
    st.dictionaries(st.sampled_from(sorted(HEADERS)), st.lists(PIECES, max_size=60).map("".join), max_size=4)
)
def test_no_text_under_a_true_header_breaks_a_reader(folder, bodies):
    files = {name: f"{HEADERS[name]}\n{body}".encode() for name, body in bodies.items()}
    outcomes(making.make_zip(folder / "a.zip", files))


@given(st.sampled_from(sorted(HEADERS)), st.binary(max_size=1500))
def test_no_bytes_under_a_true_name_break_a_reader(folder, name, data):
    outcomes(making.make_zip(folder / "b.zip", {name: data}))


@given(st.binary(max_size=1500), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_no_damaged_zip_breaks_it(folder, tail, at, patch):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", making.connections(making.person("Bela", "Dahlsen", "bela")))
        archive.writestr("messages.csv", making.MESSAGES["2025"])
    data = bytearray(out.getvalue())
    data[at : at + len(patch)] = patch
    path = folder / "c.zip"
    for content in (bytes(data), bytes(data) + tail, bytes(data[:-1])):
        path.write_bytes(content)
        outcomes(path)


def test_every_file_that_is_read_is_fuzzed():
    named = {
        name
        for name, sheet in READ.items()
        for header in HEADERS.values()
        if sheet.is_header(header.split(","))
    }
    assert {"connections", "messages", "invitations", "positions"} <= named
    assert len(HEADERS) >= len(READ) - 2  # received and given share their shapes
