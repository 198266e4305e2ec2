"""A small world to ask questions about: people, talks and messages entered through the real actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from acquaint.actions import asks, changes, interactions, interviews, organizations, people, promises
from acquaint.models import Debrief, DebriefLine, Interview, Person
from acquaint.models.scope import Scope


class World:
    """Deeds of one owner, each on its own day (today unless told otherwise)."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.today = scope.today

    def on(self, day: date, hour: int = 12) -> Scope:
        """The scope as it was, or will be, on another day."""
        wall = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(self.scope.zone))
        return replace(self.scope, now=wall.astimezone(UTC))

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def person(self, name: str = "Ilse Brandt", *, at: str = "", on: date | None = None, **more: str) -> str:
        return people.add(self.on(on or self.today), name=name, organization=at, **more).id

    def imported(self, name: str, *, at: str = "") -> str:
        """Somebody the owner did not choose: known from a file only."""
        with changes.writing(self.scope, "import.apply") as w:
            row = people.write(w, name)
            if at:
                organizations.hold(w, row, organization=at)
            return row.key

    def asked(self, key: str, *, on: date) -> None:
        asks.sent(self.on(on), person=key, on=on, channel="email")

    def booked(self, key: str, *, at: datetime, on: date | None = None) -> str:
        made = interviews.book(self.on(on or min(self.today, at.date())), person=key, at=at)
        return dict(made.items)["interview"]

    def talked(self, key: str, *, on: date) -> str:
        at = datetime(on.year, on.month, on.day, 10)  # noqa: DTZ001 wall time
        made = interviews.hold(self.on(on), person=key, at=at)
        return dict(made.items)["interview"]

    def wrote(self, key: str, *, on: date, direction: str = "out") -> None:
        interactions.log(self.on(on), people=[key], kind="email", direction=direction, on=on)

    def exchanged(self, key: str, *, on: date) -> None:
        interactions.log(self.on(on), people=[key], kind="coffee", on=on)

    def promised(
        self, key: str, text: str, *, by: date | None = None, theirs: bool = False, on: date | None = None
    ) -> str:
        made = promises.add(
            self.on(on or self.today),
            person=key,
            text=text,
            theirs=theirs,
            due_on=by,
            made_on=on or self.today,
        )
        return dict(made.items)["promise"]

    def wrote_down(self, talk: str, **lines: str) -> None:
        """A debrief with a line for each kind; ``will`` and ``done`` (a day) belong to the advice."""
        with changes.writing(self.scope, "debrief.keep") as w:
            row = w.get(Interview, talk)
            person = row.person
            kept = w.add(Debrief, interview=row, person=person, on=row.on, liked=lines.pop("liked", ""))
            will, done = lines.pop("will", ""), lines.pop("done", "")
            for kind, text in lines.items():
                more = (
                    {"will": will, "done_on": date.fromisoformat(done) if done else None}
                    if kind == "advice"
                    else {}
                )
                w.add(DebriefLine, debrief=kept, interview=row, person=person, kind=kind, text=text, **more)
            w.edit(row, debriefed_on=row.on)

    def thanked(self, key: str, *, on: date) -> None:
        interviews.thanked(self.on(on), person=key, on=on)

    def pk(self, key: str) -> int:
        return Person.objects.get(key=key).pk
