"""Runs an import from the files to the report, as a preview or for good."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from acquaint.actions import statistics, undo
from acquaint.actions.imports import accounts, dated, mappings
from acquaint.actions.imports.batches import Batch, lease, roomy
from acquaint.actions.imports.judging import Judge, Ruling, count
from acquaint.actions.imports.naming import Names
from acquaint.actions.imports.reports import ImportReport, RowVerdict, Tally, word
from acquaint.formats import meetings, registry
from acquaint.formats.apart.reader import Job, Reader
from acquaint.formats.apart.studio import Studio
from acquaint.formats.archives import RefusedError
from acquaint.formats.records import (
    Origin,
    Outcome,
    OwnPoint,
    OwnProfile,
    Point,
    Reason,
    Self,
    Skipped,
    Warned,
)
from acquaint.models import ContactPoint, ImportBatch, Person
from acquaint.models.errors import Failed, Invalid, NotFound
from acquaint.models.scope import Scope

CHUNK = 1000

Each = Callable[[RowVerdict], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows are done, and in which file."""

    rows: int
    path: str


def preview(
    scope: Scope,
    *,
    paths: Sequence[Path],
    kind: str | None = None,
    bodies: bool = False,
    said: mappings.Answers = mappings.NONE,
    progress: Callable[[Progress], None] | None = None,
    each: Each | None = None,
) -> ImportReport:
    """What an import of these files would do; nothing is written. `each` is shown every row's verdict.

    Errors: Invalid when nothing of it can be read.
    """
    if account := accounts.among(paths, kind):
        return accounts.preview(scope, account, Tally(each), _telling(account, progress))
    with roomy(), ExitStack() as stack:
        run = _Run(scope, _open(scope, stack, paths, kind, said), Tally(each), bodies, progress, said)
        run.through(None)
        return run.tally.report(batch=None, applied=False, undo=None)


def apply(
    scope: Scope,
    *,
    paths: Sequence[Path],
    kind: str | None = None,
    bodies: bool = False,
    said: mappings.Answers = mappings.NONE,
    progress: Callable[[Progress], None] | None = None,
    each: Each | None = None,
) -> ImportReport:
    """Import these files. Errors: Invalid when nothing can be read, Failed while another import runs."""
    if account := accounts.among(paths, kind):
        with lease(scope), roomy():
            return accounts.apply(scope, account, Tally(each), _telling(account, progress))
    with lease(scope), roomy(), ExitStack() as stack:
        run = _Run(scope, _open(scope, stack, paths, kind, said), Tally(each), bodies, progress, said)
        try:
            batch = run.batch(said.mark())
        except RefusedError as error:
            raise Invalid(word(error.reason)) from error
        run.through(batch)
        mappings.keep(scope, run.jobs, about=batch.about)
        report = run.tally.report(batch=batch.key, applied=True, undo=batch.undo)
        batch.finish(report)
        if report.undo:
            statistics.refresh()
        return report


def take_back(scope: Scope, *, batch: str) -> undo.Undone:
    """Take a whole batch back; what was edited since is kept, and said so. Errors: NotFound, Invalid."""
    row = ImportBatch.objects.of(scope).filter(key=batch).select_related("change").first()
    if row is None or row.change is None:
        raise NotFound(_("There is no import {batch}; `imports` lists them.").format(batch=batch))
    return undo.undo(scope, change=row.change.key)


def _telling(path: Path, progress: Callable[[Progress], None] | None) -> Callable[[int], None]:
    return lambda rows: progress(Progress(rows, str(path))) if progress else None


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is to be read, what cannot be, and who draws the pictures in it."""

    jobs: list[Job]
    skipped: list[Skipped]
    studio: Studio


def _open(
    scope: Scope, stack: ExitStack, paths: Sequence[Path], kind: str | None, said: mappings.Answers
) -> _Opened:
    if kind is not None and kind not in registry.kinds():
        raise Invalid(word(Reason("unknown_kind", {"kind": kind})))
    reader = stack.enter_context(Reader())
    jobs, skipped = reader.plan(paths, kind, mappings.hints(scope, said))
    try:
        jobs = mappings.knowing(jobs, scope, said)
    except RefusedError as error:
        raise Invalid(word(error.reason)) from error
    jobs.sort(key=lambda job: dated.turn(job.kind))
    if not jobs:
        details = [_named(one) for one in skipped]
        raise Invalid(_("Nothing of it can be read; nothing was changed."), details=details)
    return _Opened(jobs, skipped, stack.enter_context(Studio()))


def _named(one: Skipped) -> str:
    """The reason, with the file's name where it does not say it itself."""
    said = word(one.reason)
    return said if "file" in one.reason.facts else f"{one.origin.file}: {said}"


class _Run:
    """One pass over the files of an import."""

    def __init__(
        self,
        scope: Scope,
        opened: _Opened,
        tally: Tally,
        bodies: bool,  # noqa: FBT001 - handed through from keyword-only callers
        progress: Callable[[Progress], None] | None,
        said: mappings.Answers,
    ) -> None:
        self.day_first = said.day_first
        self.scope = scope
        self.jobs = opened.jobs
        self.studio = opened.studio
        self.tally = tally
        self.bodies = bodies
        self.progress = progress
        self.rows = 0
        for one in opened.skipped:
            tally.skip(one.origin, one.reason)

    def batch(self, mark: str) -> Batch:
        """The job of this import, or the one that broke off; `mark` is what was said of the files."""
        content = hashlib.sha256(f"bodies={self.bodies}{mark}".encode())
        for job in self.jobs:
            content.update(f"{job.kind}:{job.digest()}".encode())
        about = ", ".join(dict.fromkeys(Path(job.source.shown).name for job in self.jobs))
        kinds = _fitting(list(dict.fromkeys(job.kind for job in self.jobs)))
        names = Names(job.source for job in self.jobs)
        return Batch(self.scope, content=content.hexdigest(), kind=kinds, about=about, names=names)

    def through(self, batch: Batch | None) -> None:
        """Judge every row of every source, and write what is new if there is a batch to write to."""
        done = batch.done if batch else {}
        skip = int(done.get("rows", 0))
        if batch and done:
            self.tally.restore(done["counts"], batch.listed())
        known = _self_from(done["self"]) if "self" in done else _own_side(self.scope)
        known = replace(known, zone=self.scope.zone)
        readable = 0
        for job in self.jobs:
            judge = self._judge(job)
            learnt = known
            try:
                for outcomes in self._chunks(job, known):
                    learnt = _learning(learnt, outcomes)
                    done_before = outcomes[: max(0, skip - self.rows)]
                    if done_before:
                        judge.pass_over(done_before)
                        self.rows += len(done_before)
                    if rest := outcomes[len(done_before) :]:
                        self._rule(judge, rest, batch, known)
                if batch is not None:
                    batch.meet(judge)
                for origin, reason in judge.remarks():
                    self.tally.warn(origin, reason)
                readable += 1
            except RefusedError as error:
                self._refused(job, error, batch)
            known = learnt
        if not readable:
            details = [f"{one.path}: {one.reason}" for one in self.tally.skipped]
            raise Invalid(_("Nothing of it can be read; nothing was changed."), details=details)

    def _rule(self, judge: Judge, outcomes: list[Outcome], batch: Batch | None, known: Self) -> None:
        rulings: list[Ruling]
        if batch is None:
            _desk, rulings = judge.judge(outcomes)
        else:
            done = {"rows": self.rows + len(outcomes), "self": _self_stored(known)}
            rulings = batch.apply(judge, outcomes, done, self.tally)
        count(self.tally, judge.kind, rulings)
        self.rows += len(outcomes)
        if self.progress:
            self.progress(Progress(self.rows, outcomes[-1].origin.file))

    def _refused(self, job: Job, error: RefusedError, batch: Batch | None) -> None:
        """A limit was passed: before the first row the source is skipped, after it the import stops.

        Errors: Failed, with what stands.
        """
        if batch is not None and self.rows:
            stands = _("What came in before stands. The same files go on from there; undo takes it all back.")
            raise Failed(word(error.reason), details=[stands]) from error
        self.tally.skip(Origin(job.source.shown), error.reason)

    def _judge(self, job: Job) -> Judge:
        as_of = min(job.exported_on, self.scope.today) if job.exported_on else self.scope.today
        return Judge(self.scope, job.kind, as_of, self.studio.small, bodies=self.bodies)

    def _chunks(self, job: Job, known: Self) -> Iterator[list[Outcome]]:
        """Rows in chunks; words about files go to the tally. What was read before a refusal is kept."""
        chunk: list[Outcome] = []
        stopped: RefusedError | None = None
        try:
            for outcome in self._outcomes(job, known):
                chunk.append(outcome)
                if len(chunk) == CHUNK:
                    yield chunk
                    chunk = []
        except RefusedError as error:
            stopped = error
        if chunk:
            yield chunk
        if stopped:
            raise stopped

    def _outcomes(self, job: Job, known: Self) -> Iterator[Outcome]:
        """Rows in order, but those last that need to know who else is in the source."""
        waiting: list[Outcome] = []
        is_dated = bool(dated.turn(job.kind))
        for said in job.read(known, bodies=self.bodies, day_first=self.day_first):
            if isinstance(said, Skipped):
                self.tally.skip(said.origin, said.reason)
            elif isinstance(said, Warned):
                self.tally.warn(said.origin, said.reason)
            elif is_dated and dated.waits(said):
                waiting.append(said)
            else:
                yield said
        yield from meetings.settled(waiting)


def _fitting(kinds: list[str], room: int = 30) -> str:
    """The kinds as one word of a row, as many as have room whole."""
    if len(told := ",".join(kinds)) <= room:
        return told
    while len(",".join(kinds)) + len(",…") > room and len(kinds) > 1:
        kinds = kinds[:-1]
    return f"{','.join(kinds)},…"[:room]


def _own_side(scope: Scope) -> Self:
    """What is known of the owner, by which their own rows in a file are told from others'."""
    me = Person.objects.me(scope).values_list("id", "name").first()
    if me is None:
        return Self()
    points = ContactPoint.objects.of(scope).filter(person_id=me[0]).values_list("kind", "value")
    return Self(
        me[1],
        frozenset(value for kind, value in points if kind == "profile"),
        frozenset(value for kind, value in points if kind == "email"),
    )


def _learning(known: Self, outcomes: list[Outcome]) -> Self:
    """The same, and what these say of the owner: a mailbox read after an archive knows whose it is."""
    told: list[Point] = []
    for one in outcomes:
        if isinstance(one, OwnProfile):
            told += one.points
            known = known if known.name else replace(known, name=one.name)
        elif isinstance(one, OwnPoint):
            told.append(one.point)
    if not told:
        return known
    return replace(
        known,
        profiles=known.profiles | {one.value for one in told if one.kind == "profile"},
        emails=known.emails | {one.value for one in told if one.kind == "email"},
    )


def _self_stored(known: Self) -> dict[str, Any]:
    return {"name": known.name, "profiles": sorted(known.profiles), "emails": sorted(known.emails)}


def _self_from(stored: dict[str, Any]) -> Self:
    return Self(stored["name"], frozenset(stored["profiles"]), frozenset(stored["emails"]))
