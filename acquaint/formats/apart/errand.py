"""The other end: starts the process that reads, asks it, watches it, and says what became of it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import IO, Any, Final, Self

from acquaint.formats.apart import wire
from acquaint.formats.apart.bounds import MIB, Bounds, was_time
from acquaint.formats.apart.carrying import of
from acquaint.formats.archives import RefusedError
from acquaint.formats.records import Reason

ROOT: Final = str(Path(__file__).resolve().parents[3])
# -P and the root: our own code, and never a file of that name in the folder where somebody happens to stand.
_CODE: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from acquaint.formats.apart.child import main; main(*sys.argv[2:])"
)
START: Final = ("-P", "-c", _CODE)
# No key, password or address of a database: whoever takes this process over finds none.
_KEPT: Final = frozenset(
    {"PATH", "HOME", "LANG", "TZ", "TMP", "TEMP", "TMPDIR", "SYSTEMROOT", "USERPROFILE", "APPDATA"}
)
_KEPT_FAMILIES: Final = ("LC_", "PYTHON", "LD_LIBRARY", "DYLD_LIBRARY")
_TICK: Final = 1.0
BOUNDS: Final = Bounds()

logger = logging.getLogger(__name__)


class StoppedError(RefusedError):
    """The process that read was ended: by a limit, or because it broke."""


class Errand:
    """One process and what is asked of it; a context manager, at whose end the process is gone.

    The process starts at once, so that it is ready by the time it is asked, and anew after it was ended.
    """

    def __init__(self, bounds: Bounds | None = None, command: Sequence[str] | None = None) -> None:
        self._bounds = bounds or BOUNDS
        self._command = command or START
        self._process: subprocess.Popen[bytes] | None = None
        self._watch: _Watch | None = None
        self.at = ""  # the file that was being looked at last
        with suppress(OSError):  # who cannot start one now says so when it is asked
            self._start()

    @property
    def is_running(self) -> bool:
        """Whether the process is the one that was asked last; False once it was ended."""
        return self._process is not None

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        return self._process.pid if self._process else None

    def ask(self, kind: bytes, body: bytes) -> Any:
        """Ask, and return the answer. Errors: RefusedError."""
        answers = self.rows(kind, body)
        while True:
            try:
                next(answers)
            except StopIteration as ended:
                return ended.value

    def rows(self, kind: bytes, body: bytes) -> Generator[list[Any], None, Any]:
        """Ask, and yield what comes before the answer, which is returned. Errors: RefusedError."""
        try:
            if self._process is None:
                self._start()
            wire.send(self._pipe("stdin"), kind, body)
            while True:
                told, said = self._receive()
                if told == wire.ROWS:
                    yield wire.loads(said)
                elif told == wire.DONE:
                    return wire.loads(said)
                elif told == wire.AT:
                    self.at = str(wire.loads(said))
                elif told != wire.ALIVE:
                    raise self._trouble(told, said)
        except (OSError, wire.WireError) as error:
            raise self.given_up() from error
        except GeneratorExit:
            self.close()  # what is left of this answer is nobody's
            raise

    def given_up(self) -> StoppedError:
        """End the process, if it did not end by itself; why nothing more comes of it."""
        process, watch = self._process, self._watch
        if process is None or watch is None:
            return self._stopped("reading_failed")
        process.kill()  # it may still stand there with half a message
        code = process.wait()
        self.close()
        if watch.struck:
            return self._stopped("reading_silent", limit=round(self._bounds.silence))
        if was_time(code):
            return self._stopped("reading_time", limit=self._bounds.processor)
        return self._stopped("reading_failed")

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if self._watch is not None:
            self._watch.stop()
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            _closed(pipe)
        process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - ourselves, and no word of anybody else's
            [sys.executable, *self._command, ROOT, str(self._bounds.memory), str(self._bounds.processor)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if _is_kept(name)},
            start_new_session=True,  # an interrupt at the terminal is for us; we end it then
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._watch = _Watch(self._process, self._bounds.silence)

    def _pipe(self, name: str) -> Any:
        return getattr(self._process, name)

    def _receive(self) -> tuple[bytes, bytes]:
        assert self._watch is not None
        with self._watch:
            found = wire.receive(self._pipe("stdout"))
        if found is None:
            raise self.given_up()
        return found

    def _trouble(self, told: bytes, said: bytes) -> RefusedError:
        if told == wire.REFUSED:
            return RefusedError(of(Reason, wire.loads(said)))
        if told == wire.OUT_OF_MEMORY:
            self.close()
            return self._stopped("reading_memory", limit=self._bounds.memory // MIB)
        if told == wire.FAULT:
            logger.error("reading failed: %s", wire.loads(said))
        return self._stopped("reading_failed")

    def _stopped(self, code: str, **facts: object) -> StoppedError:
        return StoppedError(Reason(code, {"file": self.at, **facts}))


class _Watch:
    """Ends a process that we wait for in vain; entered whenever the waiting begins.

    Time is counted in ticks that were lived through: a computer that slept has waited for nothing.
    """

    def __init__(self, process: subprocess.Popen[bytes], silence: float) -> None:
        self._process = process
        self._silence = silence
        self._waiting = False
        self._waits = 0  # how often the waiting began: a new one counts from nothing
        self._stopped = Event()
        self.struck = False
        Thread(target=self._run, daemon=True, name="reading-watch").start()

    def stop(self) -> None:
        """There is nothing to watch any more."""
        self._stopped.set()

    def __enter__(self) -> None:
        self._waits += 1
        self._waiting = True

    def __exit__(self, *_error: object) -> None:
        self._waiting = False

    def _run(self) -> None:
        tick = min(_TICK, self._silence / 4)
        waited, seen = 0.0, 0
        while not self._stopped.wait(tick):
            same = self._waiting and self._waits == seen
            waited, seen = (waited + tick if same else 0.0), self._waits
            if waited >= self._silence:
                self.struck = True
                self._process.kill()
                return


def _is_kept(name: str) -> bool:
    return name in _KEPT or name.startswith(_KEPT_FAMILIES)


def _closed(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        return  # what was still to be written has nobody to read it
