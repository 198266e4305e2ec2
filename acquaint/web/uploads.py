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
from django.utils.translation import gettext as _

from acquaint.models.errors import AcquaintError, Invalid, NotFound
from acquaint.models.scope import Scope
from acquaint.web import logs

if TYPE_CHECKING:
    from acquaint.actions.imports import ImportReport, Progress
    from acquaint.formats.contacts.address_books import Question
    from acquaint.formats.contacts.mapping import Mapping as Meaning

FOLDER = "uploads"
MOST_KEPT = 20
A_DAY = 86_400
LARGEST = 300_000_000  # bytes that a browser may hand over at once; a place has no such limit
State = Literal["reading", "asking", "read", "writing", "written", "failed", "stopped"]
_IN_FOLDER = re.compile(rf"\S*[/\\]{FOLDER}[/\\][0-9a-f]{{16}}[/\\](?:\d+[/\\])?")
logger = logging.getLogger(__name__)


class StoppedError(Exception):
    """The person said that it is enough; the chunks that landed stay, and the rest is not read."""


@dataclass(slots=True)
class Job:
    """One lot of files on its way in: where it stands, what it says, and what went wrong.

    `folder` holds copies that go when it is done; `place` is where it lies on this machine instead, and is
    only ever read. `kind` is what they are, where the person had to say it. `bodies` says whether the words
    of letters and chats are kept too, `day_first` how a chat's dates are meant (None: not said).
    """

    token: str
    owner_id: int
    folder: Path
    state: State
    place: Path | None = None
    names: tuple[str, ...] = ()  # what the person calls the files
    kind: str | None = None
    bodies: bool = False
    day_first: bool | None = None
    rows: int = 0
    expected: int = 0
    file: str = ""
    stopping: bool = False
    report: ImportReport | None = None
    trouble: tuple[str, ...] = ()
    fault: str = ""
    questions: tuple[Question, ...] = ()  # tables to be explained before anything is shown of them
    encoding: str = ""
    without: frozenset[str] = frozenset()  # files that are no tables of people

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
        _store(file, _free(folder, _plain_name(file.name or ""), number))
    return _begin(scope, Job(token, scope.owner_id, folder, "reading"))


def look(scope: Scope, said: str) -> Job:
    """Begin to read what lies at this place of the machine, a file or a folder. Errors: Invalid."""
    place = Path(said).expanduser()
    if not place.is_absolute():
        raise Invalid(_("Say the whole place, from the beginning: /home/… or C:\\…"))
    if not place.exists():
        raise Invalid(_("There is nothing at {place}.").format(place=said))
    token = secrets.token_hex(8)
    folder = Path(settings.DATA_DIR) / FOLDER / token
    return _begin(scope, Job(token, scope.owner_id, folder, "reading", place))


def _begin(scope: Scope, job: Job) -> Job:
    job.names = tuple(path.name for path in paths_of(job))
    with _lock:
        _jobs[job.token] = job
        for old in [token for token in list(_jobs)[:-MOST_KEPT] if not _jobs[token].is_busy]:
            shutil.rmtree(_jobs.pop(old).folder, ignore_errors=True)
    _start(job, lambda: _read(scope, job))
    return job


def find(scope: Scope, token: str) -> Job:
    """Return a job of this owner; NotFound for any other."""
    job = _jobs.get(token)
    if job is None or job.owner_id != scope.owner_id:
        raise NotFound("")
    return job


def answer(
    scope: Scope, job: Job, meanings: Mapping[str, Meaning], encoding: str, without: Iterable[str] = ()
) -> None:
    """Remember what tables mean, leave some files out, and read on; a second press does nothing."""
    from acquaint.actions import imports

    if not _turns(job, "reading", "asking"):
        return
    job.encoding, job.without = encoding, job.without.union(without)
    if meanings:
        about = ", ".join(Path(plain(one.file)).name for one in job.questions)
        imports.remember(scope, meanings=meanings, about=about)
    _start(job, lambda: _read(scope, job))


def look_again(scope: Scope, job: Job, *, kind: str | None, bodies: bool, day_first: bool | None) -> None:
    """Read once more, told more than before; a second press does nothing."""
    if _turns(job, "reading", "read", "failed"):
        job.kind, job.bodies, job.day_first = kind, bodies, day_first
        _start(job, lambda: _read(scope, job))


def ask_again(scope: Scope, job: Job) -> None:
    """Ask once more what the tables mean, with what was answered before."""
    from acquaint.actions import imports

    if job.state == "read":
        job.questions = imports.tables(scope, paths=paths_of(job), encoding=job.encoding)
        job.state = "asking" if job.questions else "read"


def apply(scope: Scope, job: Job) -> None:
    """Begin to write what was looked at, or go on where it stopped; a second press does nothing."""
    expected = job.expected or job.rows
    broke_off = job.state == "failed" and job.expected  # it was looked at, and being written
    if _turns(job, "writing", "read", "stopped", *(("failed",) if broke_off else ())):
        job.expected = expected
        _start(job, lambda: _write(scope, job))


def stop(job: Job) -> None:
    """Stop at the next chunk; what only was being read is forgotten at once."""
    job.stopping = True
    if job.state == "reading":
        drop(job)


def _turns(job: Job, into: State, *states: State) -> bool:
    """Whether this press is the one that begins the next step."""
    with _lock:
        if job.state not in states:
            return False
        job.rows, job.file, job.stopping, job.state = 0, "", False, into
        return True


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
    except StoppedError:
        job.state = "stopped"
    except Exception as problem:  # noqa: BLE001 (the last one who can tell the person; it is logged)
        if job.stopping and job.token not in _jobs:  # its files went while they were being read
            job.state = "stopped"
        else:
            _fail(job, problem)
    finally:
        connections.close_all()


def _fail(job: Job, problem: Exception) -> None:
    """Tell what went wrong; of a fault of ours the log keeps the place, not the words."""
    if isinstance(problem, AcquaintError):
        job.trouble = (problem.message, *problem.details)
    else:
        job.trouble, job.fault = (), logs.reference()
        logger.error("import failed", exc_info=problem, extra={"reference": job.fault})
    job.state = "failed"


def _read(scope: Scope, job: Job) -> None:
    from acquaint.actions import imports

    paths = paths_of(job)
    job.questions = imports.questions(scope, paths=paths, kind=job.kind, encoding=job.encoding)
    if job.questions:
        job.state = "asking"
        return
    said = imports.Answers(day_first=job.day_first, encoding=job.encoding)
    job.report = imports.preview(
        scope,
        paths=paths,
        kind=job.kind,
        bodies=job.bodies,
        said=said,
        progress=lambda done: _note(job, done),
    )
    job.expected, job.state = 0, "read"


def _write(scope: Scope, job: Job) -> None:
    from acquaint.actions import imports

    said = imports.Answers(day_first=job.day_first, encoding=job.encoding)
    job.report = imports.apply(
        scope,
        paths=paths_of(job),
        kind=job.kind,
        bodies=job.bodies,
        said=said,
        progress=lambda done: _note(job, done),
    )
    job.state = "written"
    shutil.rmtree(job.folder, ignore_errors=True)


def _note(job: Job, done: Progress) -> None:
    job.rows, job.file = done.rows, Path(plain(done.path)).name
    if job.stopping:
        raise StoppedError


def paths_of(job: Job) -> list[Path]:
    """The files of a job, or the place where they lie."""
    if job.place is not None:
        return [job.place]
    files = sorted(path for path in job.folder.rglob("*") if path.is_file())
    return [path for path in files if str(path) not in job.without]


def _free(folder: Path, name: str, number: int) -> Path:
    """Where a file goes: under its own name, in a folder of its own if there is one of that name."""
    if (folder / name).exists():
        folder /= str(number)
        folder.mkdir(mode=0o700)
    return folder / name


def _store(file: UploadedFile[Any], path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        for chunk in file.chunks():
            out.write(chunk)


def _plain_name(said: str) -> str:
    """Return a name that is only a name: importers go by it, so its letters stay."""
    name = re.sub(r"[^\w. ()-]", "_", Path(said.replace("\\", "/")).name, flags=re.ASCII).lstrip(".")[-80:]
    return name or "file"
