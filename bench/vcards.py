"""What it costs to read an address book of 10,000 cards: ours, from bytes to records, against vobject."""

from __future__ import annotations

import gc
import io
import random
import time
from collections.abc import Callable
from statistics import median

import vobject

from acquaint.formats.records import Origin
from acquaint.formats.vcard.cards import Card, pieces
from acquaint.formats.vcard.reading import read
from bench import measuring

CARDS = 10_000
ROUNDS = 9
BUDGET = 8
_GIVEN = ("Alban", "Bela", "Cora", "Dora", "Elin", "Filo", "Greta", "Hild", "Ines", "Jonko")
_FAMILY = ("Abelberg", "Bramsen", "Corsdal", "Dahlsen", "Eberwick", "Falkbeck", "Gortmann", "Müller")
_NOTE = "Met at the fair\\, likes chess and long walks; writes back within a day."


def book(cards: int = CARDS, seed: int = 1) -> bytes:
    """An address book as a telephone exports it, nobody in it real; the same for the same seed."""
    rng = random.Random(seed)
    return "".join(_card(rng, number) for number in range(cards)).encode()


def _card(rng: random.Random, number: int) -> str:
    given, family = rng.choice(_GIVEN), rng.choice(_FAMILY)
    address = f"{given.lower()}.{number}@example.com"
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{given} {family}"]
    lines += [f"UID:card-{number}", f"EMAIL;type=INTERNET;type=HOME;type=pref:{address}"]
    lines += [f"TEL;type=CELL;type=VOICE;type=pref:+1 555 {number:07}"]
    if rng.random() < 0.5:
        lines += [f"ORG:Amber Labs {number % 97};", "TITLE:Analyst"]
    if rng.random() < 0.3:
        lines += ["item1.URL;type=pref:https://example.org/people", "item1.X-ABLabel:_$!<HomePage>!$_"]
    if rng.random() < 0.3:
        lines += [f"ADR;type=HOME:;;Main Street {number};Springfield;OR;97477;USA"]
    if rng.random() < 0.2:
        lines += [f"BDAY:19{number % 90 + 10}-05-17", f"NOTE:{_NOTE[:66]}\r\n {_NOTE[66:]}"]
    return "\r\n".join([*lines, "END:VCARD", ""])


def ours(data: bytes) -> int:
    """Cut, unfold, decode and read every property into a record of a person."""
    return sum(
        read(piece, Origin("book.vcf", piece.number)) is not None
        for piece in pieces(io.BytesIO(data))
        if isinstance(piece, Card)
    )


def theirs(data: bytes) -> int:
    """Read components, as vobject does by default."""
    return sum(1 for _one in vobject.readComponents(data.decode()))


def _timed(job: Callable[[bytes], int], data: bytes) -> float:
    gc.collect()
    began = time.process_time()
    if job(data) != CARDS:
        raise RuntimeError(f"{job.__name__} did not read every card")
    return time.process_time() - began


def run() -> str:
    """The table, medians of pairs that alternate; whoever goes first changes with each."""
    data = book()
    pairs = []
    for number in range(ROUNDS + 1):
        order = (ours, theirs) if number % 2 else (theirs, ours)
        spent = {job: _timed(job, data) for job in order}
        if number:
            pairs.append((spent[ours], spent[theirs]))
    ratio = median(slow / fast for fast, slow in pairs)
    rows = [
        ("vobject, components only", f"{median(slow for _, slow in pairs):.2f}", "1", ""),
        (
            "ours, to records of people",
            f"{median(fast for fast, _ in pairs):.2f}",
            f"**{ratio:.1f}**",
            f"≥ {BUDGET}",
        ),
    ]
    heads = (f"{CARDS:,} cards, {len(data) / 1e6:.1f} MB", "seconds (processor)", "times as fast", "budget")
    return measuring.table(heads, rows)


if __name__ == "__main__":
    print(run())
