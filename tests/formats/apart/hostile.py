"""An importer that does what a file may make one do; it runs in the process that reads, never in ours."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from acquaint.formats import registry
from acquaint.formats.apart import child
from acquaint.formats.archives import Entry, Source
from acquaint.formats.records import Ignored, Origin, PersonRecord, Reason
from acquaint.formats.watching import passed

HERE = "tests.formats.apart.hostile"
ROOT = str(Path(__file__).resolve().parents[3])
COMMAND = (
    "-P",
    "-c",
    f"import sys; sys.path.insert(0, {ROOT!r}); from {HERE} import main; main(*sys.argv[2:])",
)
SUFFIX = ".hostile"


class Hostile:
    """Reads a file of words: a number makes so many people, every other word is a deed."""

    kind = "hostile"

    def sniff(self, source):
        for entry in self.chosen(source):
            if _words(entry)[:1] == ["at_once"]:
                spin()
        return bool(self.chosen(source))

    def exported_on(self, source):
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        return tuple(entry for entry in source.entries if entry.suffix == SUFFIX)

    def read(self, source, known=None):
        for entry in self.chosen(source):
            line = 0
            for word in _words(entry):
                if word.isdecimal():
                    for _ in range(int(word)):
                        line += 1
                        yield PersonRecord(
                            Origin(entry.shown, line), f"{entry.name}-{line}", f"Person No{line}"
                        )
                else:
                    told = DEEDS[word]()
                    if told:
                        line += 1
                        yield Ignored(Origin(entry.shown, line), Reason("empty", {"told": told}))


def _words(entry):
    with entry.open() as stream:
        return stream.read().decode().split()


def spin():
    while True:
        pass


def work_long():
    """More work than is allowed at once, with signs of life."""
    for _ in range(7):
        began = time.process_time()
        while time.process_time() - began < 0.4:
            pass
        passed(8 * 1024 * 1024)


def eat():
    held = []
    while True:
        held.append(bytearray(1024 * 1024))


def sleep():
    time.sleep(600)


def crash():
    os.kill(os.getpid(), signal.SIGSEGV)


def weak():
    """Crash, unless the surroundings are sound."""
    if "PYTHON_SOUND" not in os.environ:
        crash()


def stumble():
    raise KeyError("a private word")


def lie():
    """Send what is no record: a call, as another way of telling objects would run it."""
    os.write(1, b"r" + (45).to_bytes(4) + b'[["os.system", ["touch /tmp/never-run"], 99]]')


def babble():
    os.write(1, b"\x80\x05\x95" * 100)


def claim():
    os.write(1, b"r" + (2**32 - 1).to_bytes(4))


def tell_modules():
    return " ".join(sys.modules)


def tell_environment():
    return " ".join(os.environ)


_ALL = (spin, work_long, eat, sleep, crash, weak, stumble, lie, babble, claim, tell_modules, tell_environment)
DEEDS = {one.__name__: one for one in _ALL}


def main(memory: str, processor: str) -> None:
    """Read as always, with one importer more."""
    registry.TABLE["hostile"] = f"{HERE}:Hostile"
    child.main(memory, processor)
