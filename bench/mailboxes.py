"""A mailbox from a seed: letters and lists with heads as real servers write them, streamed to a file."""

from __future__ import annotations

import argparse
import base64
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from pathlib import Path

OWN = "nomen.nescio@example.org"
_SYLLABLES = [first + last for first in "bdklmnrstv" for last in "aeio"]
_BEGAN = datetime(2019, 1, 7, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shape:
    """How many messages by how many people: few of them write often, most once or twice."""

    messages: int = 16_000
    people: int = 6_000
    body_bytes: int = 6_000
    seed: int = 7


def write_mbox(path: Path, shape: Shape | None = None) -> Path:
    """Write the mailbox and return its path; the same shape gives the same bytes."""
    with path.open("wb") as out:
        for message in messages(shape or Shape()):
            out.write(message)
    return path


def messages(shape: Shape) -> Iterator[bytes]:
    """Yield each message as it stands in an mbox, "From " lines within bodies quoted."""
    chance = random.Random(shape.seed)
    people = [_person(chance, number) for number in range(shape.people)]
    weights = [1 / (rank + 3) for rank in range(shape.people)]
    writers = chance.choices(range(shape.people), weights, k=shape.messages)
    body = _body(chance, shape.body_bytes)
    at = _BEGAN
    for number, writer in enumerate(writers):
        at += timedelta(minutes=chance.randrange(5, 400))
        yield _message(chance, number, people, writer, at, body)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 4))).capitalize()


def _person(chance: random.Random, number: int) -> tuple[str, str]:
    first, last = _word(chance), _word(chance) + chance.choice(("", "", "", "ö", "łek", "é"))
    address = f"{first}.{number}@{chance.choice(('mail', 'post', 'work', 'lab'))}{number % 97}.example"
    return f"{first} {last}", address.lower()


def _body(chance: random.Random, size: int) -> str:
    lines, length = [], 0
    while length < size * 2:
        line = " ".join(_word(chance).lower() for _ in range(chance.randrange(6, 13)))
        lines.append(">From there on" if not len(lines) % 60 else line)
        length += len(line) + 1
    return "\n".join(lines)


def _shown(person: tuple[str, str]) -> str:
    name, address = person
    return f'"{name}" <{address}>' if name.isascii() else f"{Header(name, 'utf-8').encode()} <{address}>"


def _message(
    chance: random.Random, number: int, people: list[tuple[str, str]], writer: int, at: datetime, body: str
) -> bytes:
    other, mine = people[writer], ("Nomen Nescio", OWN)
    out = chance.random() < 0.3
    sender, to = (mine, other) if out else (other, mine)
    copied = [people[chance.randrange(len(people))] for _ in range(chance.choice((0, 0, 0, 1, 2, 5)))]
    stamp, domain = format_datetime(at), sender[1].partition("@")[2]
    noise = base64.b64encode(chance.randbytes(258)).decode()
    signed = "\n\t".join(noise[start : start + 70] for start in range(0, len(noise), 70))
    lines = [
        f"From {sender[1]} {at:%a %b %d %H:%M:%S %Y}",
        f"Delivered-To: {to[1]}",
        *(
            f"Received: from mx{hop}.relay.example (mx{hop}.relay.example. [192.0.2.{hop}])\n"
            f"        by in{hop}.example.org with ESMTPS id {noise[hop : hop + 16]}\n"
            f"        for <{to[1]}>; {stamp}"
            for hop in range(4)
        ),
        f"Return-Path: <{sender[1]}>",
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=k1;\n\tb={signed}",
        "Authentication-Results: mx.example.org;\n       dkim=pass header.i=@example;\n       spf=pass",
        f"From: {_shown(sender)}",
        f"To: {_shown(to)}",
        *(["Cc: " + ",\n\t".join(map(_shown, copied))] if copied else []),
        f"Subject: {body[number % 500 : number % 500 + 40].splitlines()[0]}",
        f"Date: {stamp}",
        f"Message-ID: <{number}.{noise[:12]}@{domain}>",
        *([f"In-Reply-To: <{number - 1}.x@thread.example>"] if number % 3 else []),
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="UTF-8"',
        *(["List-Id: <talk.lists.example>"] if not out and chance.random() < 0.25 else []),
        *(f"X-Mailer-Field-{field}: {noise[field : field + 60]}" for field in range(12)),
    ]
    start = chance.randrange(len(body) // 2)
    cut = body[start : start + chance.randrange(len(body) // 2)]
    return (
        "\n".join(lines) + "\n\n" + cut.replace("\nFrom ", "\n>From ").removeprefix("From ") + "\n\n"
    ).encode()


def main() -> None:
    """Write a mailbox to the path given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--messages", type=int, default=16_000)
    parser.add_argument("--people", type=int, default=6_000)
    given = parser.parse_args()
    write_mbox(given.path, Shape(given.messages, given.people))


if __name__ == "__main__":
    main()
