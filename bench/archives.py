"""Makes synthetic LinkedIn archives of any size from a seed: streamed, namesakes as in life, nobody real.

python -m bench.archives FILE.zip --connections 30000 --messages 100000
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are'
    " missing. You will only see email addresses for connections who have allowed their connections to see"
    ' or download their email address."\n\n'
)
_GIVEN = ("Al", "Be", "Ca", "Da", "E", "Fi", "Gre", "Ha", "I", "Jo", "Ki", "Lo", "Ma", "Ne", "O", "Pa", "Ri")
_GIVEN_END = ("ban", "dora", "ella", "gor", "hild", "lin", "mira", "nko", "ra", "sa", "tov", "wen")
_FAMILY = (
    "Abel",
    "Bram",
    "Cors",
    "Dahl",
    "Eber",
    "Falk",
    "Gort",
    "Holm",
    "Isen",
    "Jern",
    "Kalt",
    "Lund",
    "Marr",
)
_FAMILY_MIDDLE = ("", "a", "en", "er", "i", "in", "o", "u", "ers", "um")
_FAMILY_END = (
    "berg",
    "beck",
    "dal",
    "feld",
    "gard",
    "haus",
    "low",
    "mann",
    "ova",
    "quist",
    "rup",
    "sen",
    "wick",
)
_MARKS = ("", "", "", "", "", "", "", ", PhD", ", MBA", " 🚀")
_FIRM_OF = ("Amber", "Birch", "Copper", "Delta", "Ember", "Frost", "Granite", "Harbor")
_FIRM_IN = ("Analytics", "Bank", "Care", "Energy", "Foods", "Labs", "Logistics", "Press", "Works")
_RANKS = ("", "Senior ", "Head of ", "Lead, ")
_WORK = ("Data", "Design", "Finance", "Operations", "Policy", "Research", "Sales")
_PHRASES = (
    "Thank you for the time yesterday.",
    "Could we talk next week?",
    "I read what you sent, and it helped.",
    'She said "write to them", so here I am.',
    "No hurry at all.",
    "Here is what I learned; more when we meet.",
    "Enjoy the weekend, and greetings to all.",
)
OWN = ("Nomen", "Nescio", "https://www.linkedin.com/in/nomen-nescio")
_FIRST_DAY = date(2012, 1, 2)
_DAYS = 5000


@dataclass(frozen=True, slots=True)
class Shape:
    """How large an archive is to be. `moved` people changed employer; `hidden` rows hold only a date."""

    connections: int = 2_000
    messages: int = 5_000
    invitations: int = 200
    hidden: int = 20
    moved: int = 0
    seed: int = 1
    address_of_all: bool = False


@dataclass(frozen=True, slots=True)
class _Somebody:
    first: str
    last: str
    url: str
    email: str
    company: str
    title: str
    on: date


def people(shape: Shape) -> Iterator[_Somebody]:
    """Everybody connected, one by one, the same for the same shape."""
    rng = random.Random(shape.seed)
    for index in range(shape.connections):
        first = rng.choice(_GIVEN) + rng.choice(_GIVEN_END)
        last = rng.choice(_FAMILY) + rng.choice(_FAMILY_MIDDLE) + rng.choice(_FAMILY_END)
        if rng.random() < 0.1:
            last += f"-{rng.choice(_FAMILY)}{rng.choice(_FAMILY_END)}"
        mark, title = rng.choice(_MARKS), rng.choice(_RANKS) + rng.choice(_WORK)
        firm = f"{rng.choice(_FIRM_OF)} {rng.choice(_FIRM_IN)}"
        slug = f"{first}-{last}-{index:x}".lower()
        with_email = shape.address_of_all or rng.random() < 0.03
        on = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
        if index < shape.moved:
            firm = f"New {firm}"
        yield _Somebody(
            first,
            last + mark,
            f"https://www.linkedin.com/in/{slug}",
            f"{slug}@example.com" if with_email else "",
            firm,
            title,
            on,
        )


def connections(shape: Shape) -> Iterator[list[str]]:
    """The rows of Connections.csv after its header, hidden members among them."""
    every = max(1, shape.connections // shape.hidden) if shape.hidden else 0
    left = shape.hidden
    for index, one in enumerate(people(shape)):
        if left and every and index % every == 0:
            left -= 1
            yield ["", "", "", "", "", "", one.on.strftime("%d %b %Y")]
        yield [one.first, one.last, one.url, one.email, one.company, one.title, one.on.strftime("%d %b %Y")]


def messages(shape: Shape) -> Iterator[list[str]]:
    """The rows of messages.csv, conversation by conversation: a few people write often, most hardly ever."""
    rng = random.Random(shape.seed + 1)
    known = [(f"{one.first} {one.last}", one.url) for one in people(shape)]
    own = (f"{OWN[0]} {OWN[1]}", OWN[2])
    start = datetime(2012, 1, 2, 8, tzinfo=UTC)
    places = sorted(int(len(known) * rng.random() ** 3) for _ in range(shape.messages if known else 0))
    for place in places:
        sender, to = (own, known[place]) if rng.random() < 0.5 else (known[place], own)
        at = start + timedelta(seconds=rng.randrange(_DAYS * 86_400))
        body = "\n".join(rng.choices(_PHRASES, k=rng.randrange(1, 6)))
        yield [f"2-{place:08x}==", "", sender[0], sender[1], to[0], to[1], f"{at:%Y-%m-%d %H:%M:%S} UTC", "",
               body, "INBOX", "", "No", "No"]  # fmt: skip


def invitations(shape: Shape) -> Iterator[list[str]]:
    """The rows of Invitations.csv, for the first people of the list."""
    rng = random.Random(shape.seed + 2)
    own = (f"{OWN[0]} {OWN[1]}", OWN[2])
    for index, one in enumerate(people(shape)):
        if index >= shape.invitations:
            return
        other = (f"{one.first} {one.last}", one.url)
        out = rng.random() < 0.5
        sender, to = (own, other) if out else (other, own)
        on = one.on - timedelta(days=rng.randrange(5))
        sent = f"{on.month}/{on.day}/{on:%y}, {rng.randrange(1, 12)}:{rng.randrange(60):02} PM"
        note = rng.choice(("", "", "We met at the fair."))
        yield [sender[0], to[0], sent, note, "OUTGOING" if out else "INCOMING", sender[1], to[1]]


HEADERS = {
    "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "messages.csv": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,"
        "CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
    ),
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "Profile.csv": "First Name,Last Name,Headline",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On",
    "Skills.csv": "Name",
}


def files(shape: Shape) -> Iterator[tuple[str, Iterable[list[str]]]]:
    """(file name, rows) of each file of the archive."""
    yield "Connections.csv", connections(shape)
    yield "messages.csv", messages(shape)
    yield "Invitations.csv", invitations(shape)
    yield "Profile.csv", [[OWN[0], OWN[1], "Looking around"]]
    yield (
        "Positions.csv",
        [
            ["Amber Labs", "Analyst", "", "", "Jan 2019", "Mar 2024"],
            ["Birch Press", "Editor", "", "", "2015", ""],
        ],
    )
    yield "Skills.csv", [["Statistics"], ["Editing"]]


def write_zip(path: Path, shape: Shape) -> Path:
    """Write the archive as a zip, row by row."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in files(shape):
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(member, "w") as raw:
                _write(io.TextIOWrapper(raw, encoding="utf-8", newline=""), name, rows)
    return path


def write_folder(folder: Path, shape: Shape) -> Path:
    """Write the archive as a folder of loose files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files(shape):
        with (folder / name).open("w", encoding="utf-8", newline="") as text:
            _write(text, name, rows)
    return folder


def _write(text: io.TextIOBase, name: str, rows: Iterable[list[str]]) -> None:
    if name == "Connections.csv":
        text.write(NOTES)
    text.write(f"{HEADERS[name]}\n")
    csv.writer(text, lineterminator="\n").writerows(rows)
    text.flush()


def main() -> None:
    """Write one archive from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", type=Path)
    for name in ("connections", "messages", "invitations", "hidden", "moved", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Shape(), name))
    given = vars(parser.parse_args())
    write_zip(given.pop("file"), Shape(**given))


if __name__ == "__main__":
    main()
