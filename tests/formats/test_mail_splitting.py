from __future__ import annotations

import io
import tracemalloc

import pytest

from acquaint.formats.mail import splitting
from acquaint.formats.mail.splitting import split_mbox
from tests.formats.letters import letter

BELA = "Bela <bela@example.com>"
ENVELOPE = "From bela@example.com Mon Feb  2 10:00:00 2026\n"


def subjects(text: str | bytes) -> list[bytes]:
    data = text.encode() if isinstance(text, str) else text
    return [one.head.partition(b"Subject: ")[2].partition(b"\n")[0] for one in split_mbox(io.BytesIO(data))]


@pytest.mark.parametrize(
    "line",
    [
        "From here on it was easy.",
        "From: somebody",
        "From Russia with love\nYear: 1963",
        "From 10 to 11\nBring: cake",
        ">From bela Mon Feb  2 10:00:00 2026",
        "From bela Mon Feb  2 10:00:00 2026\nand no field",
        "\nFrom\n",
    ],
)
def test_a_sentence_begins_no_letter(line):
    text = (
        ENVELOPE
        + letter(BELA, Subject="1", body=f"a\n\n{line}\n\nb\n")
        + "\n"
        + ENVELOPE
        + letter(BELA, Subject="2")
    )
    assert subjects(text) == [b"1", b"2"]


@pytest.mark.parametrize("blank", ["", "\n", "\r\n\r\n", "  \n"])
def test_what_is_blank_before_the_first_is_no_letter(blank):
    found = list(split_mbox(io.BytesIO((blank + ENVELOPE + letter(BELA, Subject="1")).encode())))
    assert [one.envelope for one in found] == [ENVELOPE.strip().encode()]
    assert found[0].line == 1 + blank.count("\n")


@pytest.mark.parametrize(
    "envelope",
    [
        "From -",
        "From - Mon Feb  2 10:00:00 2026",
        "From MAILER-DAEMON Mon Feb  2 10:00:00 2026",
        "From 1234567890@xxx Mon Feb 02 10:00:00 +0000 2026",
        "From bela@example.com  Mon Feb  2 10:00 2026 remote from there",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_letters_begin_as_programs_write_it(envelope, end):
    text = "".join(f"{envelope}\n{letter(BELA, Subject=str(n))}\n" for n in range(3)).replace("\n", end)
    assert subjects(text) == [b"0", b"1", b"2"]
    assert subjects(b"\xef\xbb\xbf" + text.encode()) == [b"0", b"1", b"2"]


def test_each_letter_knows_its_line(monkeypatch):
    text = "".join(ENVELOPE + letter(BELA, Subject=str(n), body="x\n" * n) + "\n" for n in range(50))
    lines = text.split("\n")
    for step in (1, 7, 100, 5000):
        monkeypatch.setattr(splitting, "STEP", step)
        found = list(split_mbox(io.BytesIO(text.encode())))
        assert len(found) == 50
        assert all(lines[one.line - 1] == ENVELOPE.strip() for one in found)


class Endless(io.RawIOBase):
    """A mailbox of one enormous letter among small ones, made while it is read."""

    def __init__(self, size: int) -> None:
        self.rest = [ENVELOPE + letter(BELA, Subject="1"), ENVELOPE + letter(BELA, Subject="2")]
        self.rest += ["x" * 99 + "\n"] * (size // 100) + [ENVELOPE + letter(BELA, Subject="3")]
        self.rest.reverse()

    def read(self, size: int = -1, /) -> bytes:
        out = []
        while self.rest and sum(map(len, out[-1:])) + 100 * len(out) < size:
            out.append(self.rest.pop())
        return "".join(out).encode()


def test_an_enormous_letter_is_not_held():
    stream = Endless(40 * splitting.STEP)
    tracemalloc.start()
    found = [(one.line, one.whole) for one in split_mbox(stream)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [whole for _line, whole in found] == [True, False, True]
    assert found[2][0] - found[1][0] == 8 + 40 * splitting.STEP // 100
    assert peak < 4 * splitting.KEPT
