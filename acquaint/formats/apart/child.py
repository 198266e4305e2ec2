"""The process that reads: it is asked for one thing after the other, and ends with whoever asked.

It knows no database, gets no secret from the environment and writes to nothing but its one pipe.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, Final

from acquaint.formats.apart import bounds, wire
from acquaint.formats.apart.carrying import encode, of, pack
from acquaint.formats.apart.jobs import Named, Planned, Source
from acquaint.formats.archives import DamagedError, RefusedError
from acquaint.formats.happenings import NoteRecord
from acquaint.formats.records import MessageRecord, PersonRecord, Reason, Reject, Said, Self, Skipped
from acquaint.formats.watching import watched_by

Request = tuple[bytes, bytes]

_SELDOM: Final = 100_000  # new objects between two looks of the collector
_SHOWN_FRAMES: Final = 4
_LONG: Final[dict[type, Callable[[Any], str]]] = {
    PersonRecord: lambda one: one.raw,
    MessageRecord: lambda one: one.body,
    NoteRecord: lambda one: one.text,
    Reject: lambda one: one.raw,
}


class Life:
    """Tells of every file that is opened and gives signs of life; each of them winds the limit on time up."""

    def __init__(self, out: BinaryIO, processor: int) -> None:
        self._out = out
        self._processor = processor
        self._at = ""
        self._passed = 0

    def begin(self) -> None:
        """Something new is asked for."""
        self._passed = 0
        bounds.rearm(self._processor)

    def opened(self, shown: str) -> None:
        """A file is opened."""
        if shown != self._at:
            self._at = shown
            wire.send(self._out, wire.AT, wire.dumps(shown))

    def passed(self, size: int) -> None:
        """So many bytes were read, or as much was done."""
        self._passed += size
        if self._passed >= bounds.STEP:
            self.begin()
            wire.send(self._out, wire.ALIVE)


class Desk:
    """Answers requests."""

    def __init__(self, out: BinaryIO, life: Life) -> None:
        self._out = out
        self._life = life
        self._jobs: list[Any] = []

    def answer(self, request: Request) -> bool:
        """Answer one; False where this process should not go on."""
        self._life.begin()
        try:
            kind, body = request
            said = self._drawn(body) if kind == wire.DRAW else self._asked(wire.loads(body))
            wire.send(self._out, wire.DONE, wire.dumps(said))
        except (RefusedError, DamagedError) as error:
            wire.send(self._out, wire.REFUSED, wire.dumps(encode(Reason)(error.reason)))
        except MemoryError:
            wire.send(self._out, wire.OUT_OF_MEMORY)
            return False
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - a mistake of ours: where, but not with what words
            wire.send(self._out, wire.FAULT, wire.dumps(_where(error)))
        return True

    def _asked(self, asked: Mapping[str, Any]) -> Any:
        return {"plan": self._plan, "digest": self._digest, "tables": self._tables, "read": self._read}[
            asked["do"]
        ](asked)

    def _plan(self, asked: Mapping[str, Any]) -> Any:
        from acquaint.formats import registry

        def unknown(source: Any) -> str:
            if asked["any_table"]:
                return registry.ANY_TABLE
            importer: Any = registry.importer(registry.ANY_TABLE)
            known = importer.answered(_meanings(asked), asked["encoding"])
            return registry.ANY_TABLE if known.sniff(source) else ""

        paths = [Path(path) for path in asked["paths"]]
        self._jobs, skipped = registry.plan(paths, asked["kind"], unknown)
        return [_told(job) for job in self._jobs], [encode(Skipped)(one) for one in skipped]

    def _job(self, asked: Mapping[str, Any]) -> tuple[Any, Any]:
        """The source and its importer, which knows what was answered."""
        job = self._jobs[asked["job"]]
        if asked["meanings"] or asked["encoding"]:
            return job.importer.answered(_meanings(asked), asked["encoding"]), job.source
        return job.importer, job.source

    def _digest(self, asked: Mapping[str, Any]) -> Any:
        importer, source = self._job(asked)
        return source.digest(importer.chosen(source))

    def _tables(self, asked: Mapping[str, Any]) -> Any:
        importer, source = self._job(asked)
        found = importer.questions(source) if asked["open"] else importer.proposals(source)
        from acquaint.formats.contacts.address_books import Question

        return [encode(Question)(one) for one in found]

    def _read(self, asked: Mapping[str, Any]) -> Any:
        from acquaint.formats import registry

        importer, source = self._job(asked)
        known = of(Self, asked["known"])
        said = registry.read(
            registry.Job(importer, source), known, bodies=asked["bodies"], day_first=asked["day_first"]
        )
        for rows in _together(said):
            wire.send(self._out, wire.ROWS, wire.dumps([pack(one) for one in rows]))
            self._life.begin()
        return None

    def _drawn(self, data: bytes) -> Any:
        from acquaint.formats import pictures

        try:
            small = pictures.small(data)
        except pictures.UnusablePictureError as error:
            return {"unusable": encode(Reason)(error.reason)}
        return {"small": encode(pictures.Small)(small)}


def main(memory: str, processor: str) -> None:
    """Answer what stands in the standard input until it ends; the words are the limits of `Bounds`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked decides when it is over
    bounds.bind(int(memory))
    gc.set_threshold(_SELDOM)
    requests: SimpleQueue[Request] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    out = sys.stdout.buffer
    life = Life(out, int(processor))
    watched_by(life)
    desk = Desk(out, life)
    try:
        while desk.answer(requests.get()):
            pass
    except OSError:  # nobody listens any more
        pass
    finally:
        os._exit(0)


def _listen(stream: BinaryIO, requests: SimpleQueue[Request]) -> None:
    """Take requests in; when there can be no more, the one who asked is gone, and so is this process."""
    while (request := wire.receive(stream)) is not None:
        requests.put(request)
    os._exit(0)


def _told(job: Any) -> Any:
    """A job as the other side needs it."""
    on = job.importer.exported_on(job.source)
    source = Source(job.source.shown, tuple(Named(entry.name, entry.shown) for entry in job.source.entries))
    asks = hasattr(job.importer, "answered")
    return encode(Planned)(Planned(job.importer.kind, source, on.isoformat() if on else "", asks))


def _meanings(asked: Mapping[str, Any]) -> dict[str, Any]:
    from acquaint.formats.contacts.mapping import Mapping as Meaning

    return {signature: Meaning.of(told) for signature, told in asked["meanings"].items()}


def _together(said: Iterator[Said]) -> Iterator[list[Said]]:
    """As many as fit into one message."""
    rows: list[Said] = []
    weight = 0
    for one in said:
        rows.append(one)
        if (long := _LONG.get(type(one))) is not None:
            weight += len(long(one))
        if len(rows) >= bounds.ROWS or weight >= bounds.WEIGHT:
            yield rows
            rows, weight = [], 0
    if rows:
        yield rows


def _where(error: BaseException) -> str:
    """The kind of a mistake and the places in our code, without anything that stood in a file."""
    places = [f"{Path(one.filename).name}:{one.lineno}" for one in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' < '.join(reversed(places[-_SHOWN_FRAMES:]))}"
