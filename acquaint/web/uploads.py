"""What was brought in by the browser and is being read: files in the data folder, one thread a job, no table.

An import's batch row is its job, for a queue would be one more place that holds private data; what is kept
here is only what the pages show while it runs. It lives in this process: after a restart the same files,
brought again, go on where the batch broke off.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Literal

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connections

from acquaint.models.errors import AcquaintError, NotFound
from acquaint.models.scope import Scope
from acquaint.web import logs

if TYPE_CHECKING:
    from acquaint.actions.imports import ImportReport, Progress
    from acquaint.formats.contacts.address_books import Question
    from acquaint.formats.contacts.mapping import Mapping as Meaning

FOLDER = "uploads"
MOST_KEPT = 20
A_DAY = 86_400
State = Literal["reading", "asking", "read", "writing", "written", "failed"]
_IN_FOLDER = re.compile(rf"\S*[/\\]{FOLDER}[/\\][0-9a-f]{{16}}[/\\]")
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Job:
    """One lot of files on its way in: where it stands, what it says, and what went wrong."""

    token: str
    owner_id: int
    folder: Path
    state: State
    rows: int = 0
    expected: int = 0
    report: ImportReport | None = None
    trouble: tuple[str, ...] = ()
    fault: str = ""
    questions: tuple[Question, ...] = ()  # tables to be explained before anything is shown of them
    encoding: str = ""

    @property
    def is_busy(self) -> bool:
        """Whether its page should be looked at again in a moment."""
        return self.state in ("reading", "writing")


_jobs: dict[str, Job] = {}
_lock = Lock()


def take(scope: Scope, files: Iterable[UploadedFile[Any]]) -> Job:
    """Keep these files in the data folder (0700, 0600) and begin to read them."""
    token = secrets.token_hex(8)
    folder = Path(settings.DATA_DIR) / FOLDER / token
    folder.mkdir(mode=0o700, parents=True)
    for number, file in enumerate(files):
        _store(file, folder / _plain_name(file.name or "", number))
    job = Job(token, scope.owner_id, folder, "reading")
    with _lock:
        _jobs[token] = job
        for old in list(_jobs)[:-MOST_KEPT]:
            shutil.rmtree(_jobs.pop(old).folder, ignore_errors=True)
    _start(job, lambda: _read(scope, job))
    return job


def find(scope: Scope, token: str) -> Job:
    """Return a job of this owner; NotFound for any other."""
    job = _jobs.get(token)
    if job is None or job.owner_id != scope.owner_id:
        raise NotFound("")
    return job


def answer(scope: Scope, job: Job, meanings: Mapping[str, Meaning], encoding: str) -> None:
    """Remember what tables mean and read on; a second press does nothing."""
    from acquaint.actions import imports

    with _lock:
        if job.state != "asking":
            return
        job.encoding, job.rows, job.state = encoding, 0, "reading"
    if meanings:
        about = ", ".join(Path(plain(one.file)).name for one in job.questions)
        imports.remember(scope, meanings=meanings, about=about)
    _start(job, lambda: _read(scope, job))


def apply(scope: Scope, job: Job) -> None:
    """Begin to write what was read; a second press does nothing."""
    with _lock:
        if job.state != "read":
            return
        job.expected, job.rows, job.state = job.rows, 0, "writing"
    _start(job, lambda: _write(scope, job))


def drop(job: Job) -> None:
    """Forget a job and its files."""
    _jobs.pop(job.token, None)
    shutil.rmtree(job.folder, ignore_errors=True)


def clear(now: float) -> None:
    """Throw away files that an earlier process left behind: those of more than a day ago."""
    for lot in (Path(settings.DATA_DIR) / FOLDER).glob("*"):
        if now - lot.stat().st_mtime > A_DAY:
            shutil.rmtree(lot, ignore_errors=True)


def plain(path: str) -> str:
    """Return what the person called a file, without the folder in which it lay here for a while."""
    return _IN_FOLDER.sub("", path)


def _start(job: Job, work: Callable[[], None]) -> None:
    Thread(target=_guarded, args=(job, work), daemon=True, name=f"import-{job.token}").start()


def _guarded(job: Job, work: Callable[[], None]) -> None:
    """Run a job to its end; whatever goes wrong is told on its page, and the connection is given back."""
    try:
        work()
    except AcquaintError as problem:
        job.trouble, job.state = (problem.message, *problem.details), "failed"
    except Exception:  # the last one who can tell the person; the log keeps the place, not the words
        job.fault = logs.reference()
        logger.exception("import failed", extra={"reference": job.fault})
        job.trouble, job.state = (), "failed"
    finally:
        connections.close_all()


def _read(scope: Scope, job: Job) -> None:
    from acquaint.actions import imports

    job.questions = imports.questions(scope, paths=_paths(job), encoding=job.encoding)
    if job.questions:
        job.state = "asking"
        return
    said = imports.Answers(encoding=job.encoding)
    job.report = imports.preview(scope, paths=_paths(job), said=said, progress=lambda done: _note(job, done))
    job.state = "read"


def _write(scope: Scope, job: Job) -> None:
    from acquaint.actions import imports

    said = imports.Answers(encoding=job.encoding)
    job.report = imports.apply(scope, paths=_paths(job), said=said, progress=lambda done: _note(job, done))
    job.state = "written"
    shutil.rmtree(job.folder, ignore_errors=True)


def _note(job: Job, done: Progress) -> None:
    job.rows = done.rows


def _paths(job: Job) -> list[Path]:
    return sorted(job.folder.iterdir())


def _store(file: UploadedFile[Any], path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        for chunk in file.chunks():
            out.write(chunk)


def _plain_name(said: str, number: int) -> str:
    """Return a name that is only a name: importers go by it, so its letters stay; two alike stay apart."""
    name = re.sub(r"[^\w. ()-]", "_", Path(said.replace("\\", "/")).name, flags=re.ASCII).lstrip(".")[-80:]
    return f"{number}-{name}" if number else name or "file"
