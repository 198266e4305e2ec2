"""Judges people: who is who by profile and e-mail (never by an equal name), and the three-way comparison.

The three are what the source said last, what it says now, and what stands here. What changed only in the
source is taken over; what the owner changed since is kept, and the row is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from acquaint.actions.imports.known import LINKEDIN, Holding, Known, Told, Who, kept, sort_key
from acquaint.actions.imports.plans import Desk, Post, same
from acquaint.actions.imports.reports import Verdict
from acquaint.formats.records import PersonRecord, Reason
from acquaint.models import Person, Position
from acquaint.text.match_keys import email_key, match_key, point_key, profile_key

Judged = tuple[Verdict, Reason]
FIRST_SEEN = Reason("first_seen")
UNCHANGED = Reason("unchanged")


def told_of(record: PersonRecord) -> dict[str, str]:
    """The record as it is kept for the next comparison."""
    found = {"name": record.name}
    if record.credentials:
        found["credentials"] = record.credentials
    for point in reversed(record.points):  # the first of a kind is the one that counts
        if point.value and point.kind in {"profile", "email"}:
            found[point.kind] = point.value
    if record.positions:
        place = record.positions[0]
        if place.organization:
            found["organization"] = place.organization
        if place.title:
            found["title"] = place.title
    if record.connected_on:
        found["connected_on"] = record.connected_on
    said = "".join(found.values())
    if said.isascii() and "\0" not in said:
        return found
    return {name: kept(value) for name, value in found.items()}


def says_something_new(known: Known, record: PersonRecord) -> bool:
    """Whether the source says anything else than before; most rows of most exports do not."""
    told = known.told(record.key)
    return told is None or told.who is None or told.record != told_of(record)


def candidates(known: Known, records: Iterable[PersonRecord]) -> Iterator[Who]:
    """Everybody whom these rows could be about."""
    for record in records:
        if (told := known.told(record.key)) and told.who:
            yield told.who
        for point in record.points:
            yield from known.holders(point.kind, point_key(point.kind, point.value))
        yield from known.namesakes(record.name)


def judge(desk: Desk, record: PersonRecord) -> Judged:
    """What becomes of a person's row."""
    now = told_of(record)
    who, trouble = find(desk, record, now)
    if trouble:
        return "conflict", trouble
    if who is None:
        return _new(desk, record, now)
    base = desk.known.told(record.key) or desk.known.told_of(who)
    if base is not None and base.record == now and base.key == record.key:
        return "same", UNCHANGED
    if base is not None and base.seen_on is not None and desk.as_of < base.seen_on:
        return "ignored", Reason("older", {"on": base.seen_on.isoformat()})
    return _compared(desk, who, base, now, record.key)


def _compared(desk: Desk, who: Who, base: Told | None, now: dict[str, str], key: str) -> Judged:
    compared = _Comparison(desk, who, base, now)
    compared.run()
    desk.say(key, now, who, base)
    if compared.kept:
        said = {"what": ", ".join(compared.kept), "name": who.name, "who": who.pk}
        return "conflict", Reason("kept_yours", said)
    if compared.changed:
        return "update", Reason("changed", {"what": ", ".join(compared.changed), "name": who.name})
    return "update", Reason("recognised", {"name": who.name})


def find(desk: Desk, record: PersonRecord, now: dict[str, str]) -> tuple[Who | None, Reason | None]:
    """Who this is, by the source's key, the profile, the e-mail, or the name with the day of connecting."""
    known = desk.known
    told = known.told(record.key)
    if told is not None and told.who is not None:
        return told.who, None
    profile = profile_key(now["profile"]) if "profile" in now else ""
    if holders := _distinct(known.holders("profile", profile)):
        if len(holders) > 1:
            return None, Reason("shared_profile", {"name": holders[0].name})
        return holders[0], None
    sharers = _distinct(known.holders("email", email_key(now["email"]))) if "email" in now else []
    free = [who for who in sharers if not profile or not _has_profile(who)]
    if len(free) == 1 and len(sharers) == 1 and _is_certainly(free[0], now):
        return free[0], None
    if len(sharers) > 1 and not profile:
        return None, Reason("shared_address", {"name": sharers[0].name})
    return _by_day(desk, record, profile), None


def _is_certainly(who: Who, now: dict[str, str]) -> bool:
    """Whether an address that both have is one person's: a shared mailbox joins no two names."""
    from acquaint.maths import sameness
    from acquaint.text import entries, evidence

    emails = tuple(normal for kind, normal in who.points if kind == "email")
    mine, theirs = (
        entries.Known((now["name"],), (email_key(now["email"]),)),
        entries.Known((who.name,), emails),
    )
    return sameness.certain(evidence.Book([mine, theirs]).compare(0, 1))


def _by_day(desk: Desk, record: PersonRecord, profile: str) -> Who | None:
    """Exports with and without addresses: equal name *and* equal day of connecting make one person."""
    if not record.connected_on:
        return None
    same_name = desk.known.namesakes(record.name)
    if not same_name:
        return None
    namesakes = [
        who
        for who in same_name
        if (told := desk.known.told_of(who)) and told.record.get("connected_on") == record.connected_on
    ]
    if len(namesakes) != 1 or record.key.count(":") > 1:
        return None
    return None if profile and _has_profile(namesakes[0]) else namesakes[0]


def _new(desk: Desk, record: PersonRecord, now: dict[str, str]) -> Judged:
    points = [(point.kind, point.value, point_key(point.kind, point.value)) for point in record.points]
    if desk.known.any_erased and desk.known.is_erased(
        [(kind, normal) for kind, _value, normal in points] + [("source", record.key)]
    ):
        return "ignored", Reason("erased")
    who = desk.make(
        record.name, points, credentials=record.credentials[:200], met_on=record.connected_on[:10]
    )
    for place in record.positions:
        desk.plan.posts.append(Post(who, place.organization, place.title))
    desk.say(record.key, now, who)
    return "new", FIRST_SEEN


def _distinct(people: list[Who]) -> list[Who]:
    if not people:
        return people
    return list({id(who): who for who in people if not who.is_me}.values())


def _has_profile(who: Who) -> bool:
    return any(kind == "profile" and normal.startswith(LINKEDIN) for kind, normal in who.points)


@dataclass(slots=True)
class _Comparison:
    """One person, compared three ways; `changed` and `kept` name what was taken over and what was not."""

    desk: Desk
    who: Who
    base: Told | None
    now: dict[str, str]
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Compare every fact that the source tells."""
        self._name()
        self._plain("credentials", "credentials")
        self._plain("connected_on", "met_on")
        self._points()
        self._position()

    def _before(self, name: str) -> str | None:
        """What the source said last; None if it never spoke of this person."""
        return None if self.base is None else str(self.base.record.get(name, ""))

    def _name(self) -> None:
        before, now, who = self._before("name"), self.now["name"][:400], self.who
        if now in {before, who.name}:
            return
        if before is None or not same(who.name, before[:400]):
            if not same(who.name, now):
                self.kept.append("name")
            return
        self.desk.edit(
            Person,
            who.pk,
            who.last_change,
            {"name": who.name, "normal": match_key(who.name)[:400], "sort_name": sort_key(who.name)[:400]},
            name=now,
            normal=match_key(now)[:400],
            sort_name=sort_key(now)[:400],
        )
        who.name = now
        self.desk.reword(who)
        self.changed.append("name")

    def _plain(self, said: str, column: str) -> None:
        before, now, held = self._before(said), self.now.get(said, ""), getattr(self.who, column)
        if now in {before, held} or not (now or before):
            return
        if held != (before or ""):
            if before is not None:
                self.kept.append(said)
            return
        self.desk.edit(Person, self.who.pk, self.who.last_change, {column: held}, **{column: now})
        setattr(self.who, column, now)
        self.desk.reword(self.who)
        self.changed.append(said)

    def _points(self) -> None:
        for kind, normal_of in (("profile", profile_key), ("email", email_key)):
            now = self.now.get(kind, "")
            if not now or now == self._before(kind):
                continue
            normal = normal_of(now)
            if (kind, normal) in self.who.points:
                continue
            if any(other is not self.who for other in self.desk.known.holders(kind, normal)):
                self.kept.append(kind)
                continue
            self.desk.reach(self.who, kind, now, normal)
            self.changed.append(kind)

    def _position(self) -> None:
        organization, title = self.now.get("organization", ""), self.now.get("title", "")
        if self.base is not None and (organization, title) == (
            self.base.record.get("organization", ""),
            self.base.record.get("title", ""),
        ):
            return
        if any(_is_at(one, organization, title) for one in self.who.holdings):
            return
        left = next(
            (
                one
                for one in self.who.holdings
                if self.base is not None
                and _is_at(one, self.base.record.get("organization", ""), self.base.record.get("title", ""))
            ),
            None,
        )
        if left is None and self.who.holdings:
            self.kept.append("position")
            return
        if left is not None:
            self.desk.edit(
                Position, left.pk, left.last_change, {"ended_seen_on": None}, ended_seen_on=self.desk.as_of
            )
            self.who.holdings.remove(left)
        if organization:
            self.desk.plan.posts.append(Post(self.who, organization, title))
        if left is not None or organization:
            self.desk.reword(self.who)
            self.changed.append("position")


def _is_at(holding: Holding, organization: str, title: str) -> bool:
    return holding.organization == match_key(organization)[:300] and same(holding.title, title[:400])
