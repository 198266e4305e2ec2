"""Who is here twice, the whole question: read from the database, looked up, compared, weighed and worded."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from statistics import median
from typing import Any

from acquaint.messages.reasons import word
from bench import measuring
from bench.contacts.books import book
from bench.sameness import LARGE

ROUNDS = 3


def run() -> str:
    """The table of docs/benchmarks.md."""
    folder = measuring.CACHE / f"duplicates-{LARGE}"
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _run("fill", folder)
        (folder / "done").touch()
    runs = {what: [_run(what, folder) for _round in range(ROUNDS)] for what in ("start", "find")}
    found, empty = (
        {name: median(getattr(run, name) for run in runs[what]) for name in ("cpu", "wall", "peak")}
        for what in ("find", "start")
    )
    spent = [f"{found[name] - empty[name]:.1f}" for name in ("cpu", "wall")]
    peaks = f"{found['peak']:.0f}, {empty['peak']:.0f}"
    entries = f"{len(book('tuning', 7, LARGE).entries):,}"
    head = ("people in the database", "seconds (processor)", "seconds (wall)", "peak MiB, of it the program")
    return measuring.table(head, [(f"{entries} (budget 10 s)", *spent, peaks)])


def _run(what: str, folder: Path) -> measuring.Run:
    return measuring.once([sys.executable, "-m", "bench.duplicates", what], ACQUAINT_DATA=str(folder))


def _scope() -> Any:
    from acquaint.project import wsgi

    wsgi.load()
    from datetime import UTC, datetime

    from acquaint.actions import stores
    from acquaint.models.scope import Scope

    owner = stores.prepare()
    return Scope(owner.id, owner.id, "bench", datetime.now(UTC), owner.zone)


def _fill(scope: Any) -> None:
    """Write the invented book down as people, each with what its source told."""
    from acquaint.actions import organizations
    from acquaint.actions import people as naming
    from acquaint.actions.changes import writing
    from acquaint.models import Detail, Interaction, InteractionPerson, Person, Tie

    def row(model: Any, **values: Any) -> Any:
        return model.objects.create(owner_id=scope.owner_id, **values)

    with writing(scope, "import.apply") as w:
        people: list[tuple[Any, Any]] = []
        for entry in book("tuning", 7, LARGE).entries:
            known, person = entry.known(), naming.write(w, entry.name)
            people.append((known, person))
            naming.reach_by(w, person, known.emails, "email")
            naming.reach_by(w, person, known.phones, "phone")
            naming.reach_by(w, person, known.profiles, "profile")
            organizations.hold(w, person, organization=entry.firm, title=entry.title)
            if known.birthday:
                row(Detail, person=person, kind="birthday", on=known.birthday, normal=known.birthday)
        circle = {one for known, _person in people for one in known.contacts}
        friends = {one: row(Person, name=f"Friend {one}", normal=f"friend {one}") for one in circle}
        occasions: dict[Any, Any] = {}
        for known, person in people:
            for one in known.contacts:
                row(Tie, a=person, b=friends[one])
            for one in known.met:
                if one not in occasions:
                    occasions[one] = row(Interaction, on=scope.today, kind="event", direction="both")
                row(InteractionPerson, interaction=occasions[one], person=person)


def _find(scope: Any) -> None:
    from acquaint.queries import duplicates

    for one in duplicates.find(scope):
        for reason in (*one.reasons, *one.against):
            word(reason, today=scope.today)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acquaint.project.settings")
    here = _scope()
    if sys.argv[1] == "fill":
        _fill(here)
    elif sys.argv[1] == "find":
        _find(here)
