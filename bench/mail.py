"""What it costs to read a mailbox: ours against the standard library's `mailbox`, and memory as it grows."""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import measuring
from bench.mailboxes import OWN, Shape, write_mbox

MESSAGES = 16_000
LARGER = (5, 15)  # times as many
ROUNDS = 9
BUDGET = 4
People = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """One process: seconds of the processor for the task alone, MiB at most, a digest of whom it found."""

    seconds: float
    peak: float
    people: str


def run(messages: int = MESSAGES) -> str:
    """The table of docs/benchmarks.md; RuntimeError if both do not find the same people."""
    path = _mailbox(messages)
    pairs: dict[str, list[tuple[Found, Found]]] = {"scan": [], "whole": []}
    for _ in range(ROUNDS):
        for name, found in pairs.items():
            found.append((_once("anchor", path), _once(name, path)))
    if len({one.people for pair in pairs["scan"] for one in pair}) != 1:
        raise RuntimeError("not the same people")
    rows = [
        _row("who, to whom, when", pairs["scan"], f"≥ {BUDGET}"),
        _row("every letter judged, as an import reads it", pairs["whole"], ""),
    ]
    for times in LARGER:
        large = _once("whole", _mailbox(messages * times))
        rows.append((f"the same, {times} times as many", "", "", f"{large.seconds:.2f}", f"{large.peak:.0f}"))
    size = f"{path.stat().st_size / 1e6:.0f} MB"
    heads = (f"{messages:,} letters, {size}", "x `mailbox`", "budget", "seconds (processor)", "peak MiB")
    return measuring.table(heads, rows)


def _row(name: str, pairs: list[tuple[Found, Found]], budget: str) -> tuple[str, ...]:
    ratio = median(anchor.seconds / ours.seconds for anchor, ours in pairs)
    seconds = median(ours.seconds for _anchor, ours in pairs)
    return name, f"**{ratio:.1f}**", budget, f"{seconds:.2f}", f"{max(ours.peak for _, ours in pairs):.0f}"


def _mailbox(messages: int) -> Path:
    measuring.CACHE.mkdir(exist_ok=True)
    path = measuring.CACHE / f"mail-{messages}.mbox"
    return path if path.exists() else write_mbox(path, Shape(messages))


def _once(name: str, path: Path) -> Found:
    words = [sys.executable, "-m", "bench.mail", name, str(path)]
    said = subprocess.run(words, cwd=measuring.ROOT, capture_output=True, text=True, check=True)
    return Found(**json.loads(said.stdout))


# ── What is measured, each in a process of its own ───────────────────────────────────────────────


def scan(path: Path) -> People:
    """Everybody by name and address, by our own scan; dates are read too."""
    from acquaint.formats.mail.addresses import listed
    from acquaint.formats.mail.dates import written
    from acquaint.formats.mail.heads import fields
    from acquaint.formats.mail.splitting import split_mbox
    from acquaint.formats.mail.threads import message_id

    people: People = set()
    with path.open("rb") as stream:
        for letter in split_mbox(stream):
            found = fields(letter.head)
            for name in ("from", "to", "cc"):
                if name in found:
                    people.update((party.name, party.email) for party in listed(found[name]).parties)
            written(found.get("date", ""))
            message_id(found)
    return people


def anchor(path: Path) -> People:
    """The same by the standard library alone."""
    import mailbox
    from email.header import decode_header, make_header
    from email.utils import getaddresses, parsedate_to_datetime

    people: People = set()
    for message in mailbox.mbox(path):
        for name in ("from", "to", "cc"):
            for shown, address in getaddresses(message.get_all(name, [])):
                people.add((str(make_header(decode_header(shown))), address))
        parsedate_to_datetime(message["date"])
        message["message-id"]
    return people


def whole(path: Path) -> People:
    """All that an import has said to it."""
    from acquaint.formats.archives import open_source
    from acquaint.formats.mail import Mail
    from acquaint.formats.records import MessageRecord, Self

    people: People = set()
    with open_source(path) as source:
        for said in Mail().read(source, Self(emails=frozenset({OWN}))):
            if isinstance(said, MessageRecord):
                people.update((party.name, party.email) for party in said.people)
    return people


def main() -> None:
    """Do one of them and print what it took; without words, measure."""
    if len(sys.argv) == 1:
        print(run())
        return
    task: dict[str, Callable[[Path], People]] = {"scan": scan, "anchor": anchor, "whole": whole}
    began = time.process_time()
    people = task[sys.argv[1]](Path(sys.argv[2]))
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    digest = hashlib.sha256(json.dumps(sorted(people)).encode()).hexdigest()
    print(json.dumps({"seconds": seconds, "peak": peak, "people": digest}))


if __name__ == "__main__":
    main()
