"""Files read apart: what is planned, asked and read of them, as if it were done here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from typing import Self as Same

from acquaint.formats.apart import wire
from acquaint.formats.apart.carrying import encode, of, unpack
from acquaint.formats.apart.errand import Errand, StoppedError
from acquaint.formats.apart.jobs import Planned, Source
from acquaint.formats.apart.wire import WireError
from acquaint.formats.records import Origin, Reason, Said, Self, Skipped

if TYPE_CHECKING:
    from acquaint.formats.contacts.address_books import Question
    from acquaint.formats.contacts.mapping import Mapping as Meaning

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of tables: their meanings by signature, and how a file is written.

    With `any_table`, what nobody else knows is taken for a table in any case.
    """

    meanings: Mapping[str, Meaning] | None = None
    encoding: str = ""
    any_table: bool = False

    def told(self) -> dict[str, Any]:
        """As it is sent."""
        meanings = {signature: one.told() for signature, one in (self.meanings or {}).items()}
        return {"meanings": meanings, "encoding": self.encoding, "any_table": self.any_table}


@dataclass(frozen=True, slots=True)
class Job:
    """One source and the kind of importer that reads it; `asks` if it takes the meanings of tables."""

    reader: Reader
    number: int
    kind: str
    source: Source
    exported_on: date | None
    asks: bool
    hints: Hints = Hints()

    def knowing(self, meanings: Mapping[str, Meaning], encoding: str) -> Job:
        """The same job, told what tables mean."""
        return replace(self, hints=Hints(meanings, encoding))

    def questions(self) -> list[Question]:
        """The tables whose headings leave something open. Errors: RefusedError."""
        return self._tables(are_open=True)

    def proposals(self) -> list[Question]:
        """Every table, with what it seems to mean. Errors: RefusedError."""
        return self._tables(are_open=False)

    def digest(self) -> str:
        """A fingerprint of what would be read. Errors: RefusedError, DamagedError."""
        return str(self.reader.ask(self, "digest"))

    def read(self, known: Self, *, bodies: bool, day_first: bool | None) -> Iterator[Said]:
        """What the importer says, in order. Errors: RefusedError, StoppedError."""
        asked = {"known": encode(Self)(known), "bodies": bodies, "day_first": day_first}
        return self.reader.said(self, asked)

    def _tables(self, *, are_open: bool) -> list[Question]:
        from acquaint.formats.contacts.address_books import Question

        return self.reader.several(Question, self.reader.ask(self, "tables", open=are_open))


class Reader:
    """Reads files in a process of its own; a context manager. Plan first, then ask of the jobs."""

    def __init__(self, errand: Errand | None = None) -> None:
        self._errand = errand or Errand()
        self._plan: dict[str, Any] = {}

    @property
    def pid(self) -> int | None:
        """The number of the process that reads, while there is one."""
        return self._errand.pid

    def plan(self, paths: Sequence[Path], kind: str | None, hints: Hints) -> tuple[list[Job], list[Skipped]]:
        """What would be read by whom, and what cannot be: as `registry.plan` has it.

        What brings the process down is left out, and said so.
        """
        left, down = list(paths), []
        while left:
            self._plan = {"do": "plan", "paths": [str(path) for path in left], "kind": kind, **hints.told()}
            try:
                found = self._errand.ask(wire.ASK, wire.dumps(self._plan))
            except StoppedError as error:
                culprit = self._culprit(left)
                left.remove(culprit)
                facts = {**error.reason.facts, "file": error.reason.facts["file"] or str(culprit)}
                down.append(Skipped(Origin(str(culprit)), Reason(error.reason.code, facts)))
                continue
            match found:
                case [told, skipped]:
                    jobs = [self._job(number, one) for number, one in enumerate(self.several(Planned, told))]
                    return jobs, [*self.several(Skipped, skipped), *down]
            raise self._errand.given_up()
        return [], down

    def ask(self, job: Job, what: str, **more: object) -> Any:
        """The answer to something about a job. Errors: RefusedError."""
        self._again()
        return self._errand.ask(wire.ASK, self._asked(job, what, more))

    def said(self, job: Job, more: Mapping[str, object]) -> Iterator[Said]:
        """What the job's importer says. Errors: RefusedError."""
        self._again()
        for rows in self._errand.rows(wire.ASK, self._asked(job, "read", more)):
            try:
                records = [unpack(one) for one in rows]
            except WireError as error:
                raise self._errand.given_up() from error
            yield from records

    def several(self, kind: type[T], told: Any) -> list[T]:
        """Such values made of an answer. Errors: StoppedError where it is none of ours."""
        try:
            return [of(kind, one) for one in told]
        except (WireError, TypeError) as error:
            raise self._errand.given_up() from error

    def close(self) -> None:
        """End the process."""
        self._errand.close()

    def __enter__(self) -> Same:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _again(self) -> None:
        """A process that took the place of one that was ended has to know the jobs first."""
        if not self._errand.is_running:
            self._errand.ask(wire.ASK, wire.dumps(self._plan))

    def _asked(self, job: Job, what: str, more: Mapping[str, object]) -> bytes:
        return wire.dumps({"do": what, "job": job.number, **job.hints.told(), **more})

    def _job(self, number: int, told: Planned) -> Job:
        on = date.fromisoformat(told.exported_on) if told.exported_on else None
        return Job(self, number, told.kind, told.source, on, told.asks)

    def _culprit(self, paths: Sequence[Path]) -> Path:
        """Which of these the process was at when it was ended; the first if it does not say."""
        at = self._errand.at
        found = [path for path in paths if at == str(path) or at.startswith((f"{path}/", f"{path}\\"))]
        return max(found, key=lambda path: len(str(path)), default=paths[0])
