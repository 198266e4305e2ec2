"""Compares one card three ways with what stands here: what came is added, what was dropped ends, yours stays.

The three are what the source said last, what it says now, and what stands here. A row that the owner touched
is theirs; one that another source still tells stays; what the owner took away does not come back by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from acquaint.actions.imports import telling
from acquaint.actions.imports.books import Book, Held, Shelf
from acquaint.actions.imports.brought import Fact
from acquaint.actions.imports.known import Who, sort_key
from acquaint.actions.imports.plans import Desk, same
from acquaint.actions.imports.telling import Id, Said
from acquaint.models import Alias, ContactPoint, Detail, Interest, Person
from acquaint.text.match_keys import match_key

INTEREST = "interest"


@dataclass(slots=True)
class Comparison:
    """One person and one source; `changed` and `kept` name what was taken over and what was not.

    `base` is None when the source never spoke of this person before.
    """

    desk: Desk
    shelf: Shelf
    who: Who
    book: Book
    key: str
    base: Said | None
    now: Said
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def note(self, fact: str) -> None:
        """Something of this fact was taken over."""
        if fact not in self.changed:
            self.changed.append(fact)

    def before(self, fact: str) -> str | None:
        """What the source said last; None if it never spoke of this person."""
        return None if self.base is None else str(self.base.get(fact, ""))

    # ── One value ────────────────────────────────────────────────────────────────────────────────

    def name(self) -> None:
        """The name; under another one by which a second source knows somebody, they are known as well."""
        before, now, who = self.before("name"), self.now["name"][:400], self.who
        if now in {before, who.name} or same(who.name, now):
            return
        if before is None:
            self._also_called(now)
        elif not same(who.name, before[:400]):
            self.kept.append("name")
        else:
            self._rename(now)

    def _also_called(self, name: str) -> None:
        normal = match_key(name)[:400]
        if normal and (normal,) not in self.book.aliases:
            self.book.aliases[normal,] = Held({"text": name})
            self.desk.plan.brought.aliases.append((self.who, name, normal))
            self.note("aliases")

    def _rename(self, now: str) -> None:
        who = self.who
        held = {"name": who.name, "normal": match_key(who.name)[:400], "sort_name": sort_key(who.name)[:400]}
        wanted = {"name": now, "normal": match_key(now)[:400], "sort_name": sort_key(now)[:400]}
        self.desk.edit(Person, who.pk, who.last_change, held, **wanted)
        who.name = now
        self.note("name")

    def plain(self, fact: str, column: str, held: str, most: int) -> str:
        """A text of the person's own row; what stands there now."""
        before, now = self.before(fact), str(self.now.get(fact, ""))[:most]
        if now in {before, held} or not (now or before):
            return held
        if held != (before or ""):
            if before is not None or now:
                self.kept.append(fact)
            return held
        self.desk.edit(Person, self.who.pk, self.who.last_change, {column: held}, **{column: now})
        self.note(fact)
        return now

    def notes(self) -> None:
        """Notes: the source's own words are exchanged where they stand, whatever was written around them."""
        before, now, held = self.before("notes") or "", str(self.now.get("notes", "")), self.book.notes
        if now == before or now in held:
            return
        if before and held.count(before) == 1:
            text = held.replace(before, now).strip()
        elif before:
            self.kept.append("notes")
            return
        else:
            text = f"{held}\n\n{now}" if held else now
        self.desk.edit(Person, self.who.pk, self.who.last_change, {"notes": held}, notes=text)
        self.book.notes = text
        if self.who.pk is None:
            self.who.notes = text
        self.note("notes")

    def birthday(self) -> None:
        """The day of birth: one, and partial dates are told apart."""
        before, now = self.before("birthday"), str(self.now.get("birthday", ""))
        held = self.book.details.get(telling.BIRTHDAY)
        if now == (before or "") or (held and held.values["on"] == now):
            return
        if held is None:
            if not before:
                self.add_fact(telling.BIRTHDAY, "birthday", on=now)
                self.note("birthday")
        elif held.values["on"] != before:
            self.kept.append("birthday")
        elif now:
            self._edit(Detail, held, {"on": now, "lower": telling.lower(now)}, "birthday")
        elif not self._told_elsewhere(lambda said: said.get("birthday") == before):
            self._drop(Detail, self.book.details, telling.BIRTHDAY, "birthday")

    # ── Many values ──────────────────────────────────────────────────────────────────────────────

    def points(self) -> None:
        """Ways to reach them: what the source dropped is ended, what comes back stands again."""
        before, now = telling.points(self.base or {}), telling.points(self.now)
        for one, (value, label) in now.items():
            held = self.book.points.get(one)
            if held is None:
                if one not in before:
                    self._reach(one, value, label)
            elif one not in before:
                if held.values["ended_on"] and not self.shelf.is_touched(held):
                    self._edit(ContactPoint, held, {"ended_on": None}, "points")
            elif before[one] != (value, label) and not self.shelf.is_touched(held):
                self._edit(ContactPoint, held, {"value": value, "label": label}, "points")
        for one in before.keys() - now.keys():
            held = self.book.points.get(one)
            if held and not held.values["ended_on"] and self._may_go(held, one, telling.points):
                self._edit(ContactPoint, held, {"ended_on": self.desk.as_of}, "points")

    def _reach(self, one: Id, value: str, label: str) -> None:
        self.book.points[one] = Held({"value": value, "label": label, "ended_on": None})
        self.desk.reach(self.who, one[0], value, one[1], label)
        self.note("points")

    def aliases(self) -> None:
        """Further names, but for the one that stands above."""
        before, now = telling.aliases(self.base or {}), telling.aliases(self.now)
        now.pop((match_key(self.who.name)[:400],), None)
        for one in now.keys() - before.keys() - self.book.aliases.keys():
            self._also_called(now[one])
        self._drop_all(Alias, self.book.aliases, before.keys() - now.keys(), telling.aliases, "aliases")

    def interests(self) -> None:
        """What they care about."""
        before, now = telling.interests(self.base or {}), telling.interests(self.now)
        for one, text in now.items():
            if one not in before and one not in self.book.interests:
                self.book.interests[one] = Held({"text": text})
                self.desk.plan.interests.append((self.who, text[:300], one[0], INTEREST))
                self.note("interests")
        gone = before.keys() - now.keys()
        self._drop_all(Interest, self.book.interests, gone, telling.interests, "interests")

    def details(self) -> None:
        """Everything that has no noun of its own."""
        before, now = telling.details(self.base or {}), telling.details(self.now)
        for one, (label, text, on, ref) in now.items():
            if one not in before and one not in self.book.details:
                self.add_fact(one, one[0], label=label, text=text, on=on, ref=ref)
                self.note("details")
        self._drop_all(Detail, self.book.details, before.keys() - now.keys(), telling.details, "details")

    def add_fact(
        self, one: Id, kind: str, *, label: str = "", text: str = "", on: str = "", ref: str = ""
    ) -> None:
        """Plan a detail."""
        lower = telling.lower(on)
        self.book.details[one] = Held({"label": label, "text": text, "on": on, "lower": lower, "ref": ref})
        fact = Fact(self.who, kind, one[1], label, text, on, lower, ref)
        self.desk.plan.brought.facts.append(fact)

    def drop_facts(self, gone: set[Id], ids: Callable[[Said], Mapping[Id, Any]]) -> None:
        """Take details away that the source dropped."""
        self._drop_all(Detail, self.book.details, gone, ids, "details")

    # ── Rows ─────────────────────────────────────────────────────────────────────────────────────

    def _drop_all(
        self,
        model: type[models.Model],
        rows: dict[Id, Held],
        gone: set[Id],
        ids: Callable[[Said], Mapping[Id, Any]],
        fact: str,
    ) -> None:
        for one in sorted(gone & rows.keys()):
            if self._may_go(rows[one], one, ids):
                self._drop(model, rows, one, fact)

    def _may_go(self, held: Held, one: Id, ids: Callable[[Said], Mapping[Id, Any]]) -> bool:
        return not self.shelf.is_touched(held) and not self._told_elsewhere(lambda said: one in ids(said))

    def _told_elsewhere(self, tells: Callable[[Said], bool]) -> bool:
        """Whether another source still says so."""
        return any(map(tells, self.book.said_elsewhere(self.desk.kind, self.key)))

    def _drop(self, model: type[models.Model], rows: dict[Id, Held], one: Id, fact: str) -> None:
        held = rows.pop(one)
        if held.pk is not None:
            self.desk.plan.brought.gone.append((model, held.pk))
        self.note(fact)

    def _edit(self, model: type[models.Model], held: Held, wanted: dict[str, Any], fact: str) -> None:
        before = {name: held.values[name] for name in wanted}
        self.desk.edit(model, held.pk, held.last_change, before, **wanted)
        held.values.update(wanted)
        self.note(fact)
