"""What is here already of all that a chunk speaks of: asked once, kept while nobody else writes.

A preview writes nothing, so whom the import would make and what it would remember is kept here as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final

from django.db import connection

from acquaint.actions import tombstones
from acquaint.formats.records import InvitationRecord, MessageRecord, Party, PersonRecord
from acquaint.models import ContactPoint, Interaction, Owner, Person, Position, SourceRecord
from acquaint.models.scope import Scope
from acquaint.text.match_keys import email_key, match_key, profile_key
from acquaint.text.names import is_plain, sort_name, storable, without_honorific

LINKEDIN: Final = "linkedin.com/"
BESIDE: Final = ("vouch:", "own:")  # source records that are not the one that describes a person


@dataclass(slots=True, eq=False)
class Holding:
    """A position that stands open."""

    pk: int
    organization: str  # its match key
    title: str
    last_change: int


@dataclass(slots=True, eq=False)
class Who:
    """Somebody who is here, or whom this import makes (`pk` is None until they are written).

    `fresh` people are made by this very import, `detailed` ones have their points and holdings read.
    """

    name: str = ""
    pk: int | None = None
    key: str = ""
    credentials: str = ""
    met_on: str = ""
    how_met: str = ""
    is_me: bool = False
    last_change: int = 0
    notes: str = ""  # of somebody new, like the next
    pronouns: str = ""
    fresh: bool = False
    detailed: bool = False
    points: set[tuple[str, str]] = field(default_factory=set)
    holdings: list[Holding] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Told:
    """What the source said last under a key, and of whom."""

    key: str
    record: dict[str, Any]
    who: Who | None
    pk: int | None = None
    seen_on: date | None = None
    last_change: int = 0
    before: Told | None = None  # what stands until this is written


@lru_cache(maxsize=1024)
def sort_key(name: str) -> str:
    """`sort_name`, quick for names of plain capitalised words: there is no degree among them."""
    return match_key(without_honorific(name)) if is_plain(name) else sort_name(name)


def kept(text: str) -> str:
    """`storable`, quick for plain letters."""
    return text if text.isascii() and "\0" not in text else storable(text)


def contact_key(record: MessageRecord | InvitationRecord) -> str:
    """The key under which a message or an invitation stands as a contact."""
    if isinstance(record, MessageRecord):
        return record.key
    return f"inv:{hashlib.sha256(record.key.encode()).hexdigest()[:32]}"


class Known:
    """Who and what is here already; the `load_…` methods read what a chunk needs, the others look it up."""

    def __init__(self, scope: Scope, kind: str) -> None:
        self.scope = scope
        self.kind = kind
        self._state: int | None = None
        self._graves = tombstones.Graves(scope)
        self._clear()

    def _clear(self) -> None:
        self.me: Who | None = None
        self._asked_me = False
        self._people: dict[int, Who] = {}
        self._told: dict[str, Told | None] = {}
        self._of_person: dict[int, Told] = {}
        self._holders: dict[tuple[str, str], list[Who]] = {}
        self._namesakes: dict[str, list[Who]] = {}
        self.contacts: dict[str, tuple[int, bool, int]] = {}  # external key → (id, body is kept, last change)
        # Into empty data nothing needs to be asked: all there is by and by is what this import makes.
        self._nobody = not Person.objects.of(self.scope).exists()
        self._unsaid = not SourceRecord.objects.of(self.scope).filter(kind=self.kind).exists()
        self._silent = not Interaction.objects.of(self.scope).filter(source=self.kind).exists()

    @property
    def is_empty(self) -> bool:
        """Whether nobody was here before this import."""
        return self._nobody

    @property
    def is_blank(self) -> bool:
        """Whether nothing was here before this import: then all that it could meet it has made itself."""
        return self._nobody and self._unsaid and self._silent

    def begin(self) -> None:
        """Before a chunk: forget everything if anybody else wrote since the last one."""
        state = Owner.objects.values_list("change_number", flat=True).get(pk=self.scope.owner_id)
        if self._state is not None and state != self._state:
            self._clear()
        self._state = state
        self.contacts = {}

    def wrote(self, number: int) -> None:
        """After a chunk: our own Change is no news."""
        self._state = max(self._state or 0, number)

    # ── Looking up ───────────────────────────────────────────────────────────────────────────────

    def told(self, key: str) -> Told | None:
        """What the source said under this key."""
        return self._told.get(key)

    def told_of(self, who: Who) -> Told | None:
        """What the source said of this person, under whatever key."""
        return self._of_person.get(who.pk) if who.pk is not None else None

    def holders(self, kind: str, normal: str) -> list[Who]:
        """Everybody who can be reached in this way."""
        return self._holders.get((kind, normal), [])

    def namesakes(self, name: str) -> list[Who]:
        """Everybody of an equal name: never enough to join."""
        return self._namesakes.get(match_key(name)[:400], []) if self._namesakes else []

    @property
    def any_erased(self) -> bool:
        """Whether anybody was erased."""
        return bool(self._graves)

    def is_erased(self, points: Iterable[tuple[str, str]]) -> bool:
        """Whether somebody who could be reached in one of these ways was erased."""
        return self._graves.hold(points)

    # ── Taking note ──────────────────────────────────────────────────────────────────────────────

    def learn(self, who: Who, kind: str, normal: str) -> None:
        """Somebody can be reached in this way from now on."""
        who.points.add((kind, normal))
        self._holders.setdefault((kind, normal), []).append(who)

    def say(self, told: Told) -> None:
        """This is what the source says from now on."""
        self._told[told.key] = told
        if told.who is not None and told.who.pk is not None and not told.key.startswith(BESIDE):
            self._of_person[told.who.pk] = told

    # ── Reading ──────────────────────────────────────────────────────────────────────────────────

    def load_told(self, keys: Iterable[str]) -> None:
        """What the source said under these keys, and of whom."""
        if self._unsaid:
            return
        new = [key for key in keys if key and key not in self._told]
        self._told.update(dict.fromkeys(new))
        self._keep_told(
            _select(SourceRecord, _TOLD, "external_key", new, owner_id=self.scope.owner_id, kind=self.kind)
        )

    def load_contacts(self, keys: Sequence[str]) -> None:
        """Which of these messages and invitations are here."""
        if self._silent:
            return
        columns = ("external_key", "id", "body", "last_change")
        mine = {"owner_id": self.scope.owner_id, "source": self.kind}
        rows = _select(Interaction, columns, "external_key", keys, unempty=True, **mine)
        self.contacts.update((key, (pk, bool(body), change)) for key, pk, body, change in rows)

    def load_holders(self, points: Iterable[tuple[str, str]]) -> None:
        """Who can be reached in these ways."""
        if self._nobody:
            return
        new = {point for point in points if point[1] and point not in self._holders}
        for kind in {kind for kind, _normal in new}:
            normals = [normal for of, normal in new if of == kind]
            for normal in normals:
                self._holders[kind, normal] = []
            rows = _select(
                ContactPoint,
                ("normal", "person_id"),
                "normal",
                normals,
                owner_id=self.scope.owner_id,
                kind=kind,
            )
            for normal, person in rows:
                self._holders[kind, normal].append(self.person(person))

    def load_namesakes(self, people: Iterable[PersonRecord]) -> None:
        """People of an equal name; only the day of connecting, told by the same source, can join them."""
        if self._nobody:
            return
        normals = {match_key(one.name)[:400] for one in people if one.connected_on}
        new = [normal for normal in normals if normal not in self._namesakes]
        self._namesakes.update((normal, []) for normal in new)
        rows = _select(Person, ("normal", "id"), "normal", new, owner_id=self.scope.owner_id)
        for normal, pk in rows:
            self._namesakes[normal].append(self.person(pk))

    def load_details(self, people: Iterable[Who]) -> None:
        """All that a comparison needs of these people."""
        new = {who.pk: who for who in people if who.pk is not None and not (who.detailed or who.fresh)}
        mine: dict[str, Any] = {"owner_id": self.scope.owner_id}
        columns = ("id", "name", "credentials", "met_on", "how_met", "me_since", "last_change")
        for pk, name, credentials, met_on, how_met, me_since, change in _select(
            Person, columns, "id", new, **mine
        ):
            who = new[pk]
            who.name, who.credentials, who.met_on, who.how_met = name, credentials, met_on, how_met
            who.is_me, who.last_change, who.detailed = me_since is not None, change, True
        for pk, kind, normal in _select(
            ContactPoint, ("person_id", "kind", "normal"), "person_id", new, **mine
        ):
            new[pk].points.add((kind, normal))
        held = Position.objects.of(self.scope).filter(
            person_id__in=list(new), ended="", ended_seen_on=None, kind="work"
        )
        for person, pk, organization, title, change in held.values_list(
            "person_id", "id", "organization__normal", "title", "last_change"
        ):
            new[person].holdings.append(Holding(pk, organization or "", title, change))
        self._keep_told(_select(SourceRecord, _TOLD, "person_id", new, kind=self.kind, **mine))

    def load_me(self) -> None:
        """The owner's own row."""
        if not self._asked_me:
            self._asked_me = True
            pk = Person.objects.me(self.scope).values_list("id", flat=True).first()
            if pk is not None:
                self.me = self.person(pk)
                self.load_details([self.me])

    def load_parties(self, parties: Iterable[Party]) -> None:
        """Whoever these parties are, by the source's key, profile and e-mail."""
        found = list(parties)
        self.load_told(party.key for party in found)
        open_ones = [party for party in found if not ((told := self.told(party.key)) and told.who)]
        self.load_holders(
            point
            for party in open_ones
            for point in (("profile", profile_key(party.profile)), ("email", email_key(party.email)))
        )

    def person(self, pk: int) -> Who:
        """Somebody who is here, by their id; always the same object."""
        return self._people.setdefault(pk, Who(pk=pk))

    def _keep_told(self, rows: Iterable[tuple[Any, ...]]) -> None:
        for key, pk, person, record, seen_on, change in rows:
            who = self.person(person) if person is not None else None
            seen = date.fromisoformat(seen_on) if isinstance(seen_on, str) else seen_on
            told = Told(key, json.loads(record), who, pk, seen, change)
            if self._told.get(key) is None:
                self._told[key] = told
            if person is not None and not key.startswith(BESIDE):
                self._of_person[person] = told


_TOLD: Final = ("external_key", "id", "person_id", "record", "seen_on", "last_change")


def _select(
    model: type[Any],
    columns: Sequence[str],
    among: str,
    values: Iterable[Any],
    *,
    unempty: bool = False,
    **equal: Any,
) -> Iterator[tuple[Any, ...]]:
    """Columns of the rows whose `among` is one of `values`: one bound value, however many there are.

    `unempty` says what a partial index wants to hear before it is used: that no value is empty.
    """
    wanted = list(values)
    if not wanted:
        return
    quote = connection.ops.quote_name
    names = {field.attname: quote(field.column) for field in model._meta.concrete_fields}
    tests = [f"{names[name]} = %s" for name in equal]  # the names are our own columns
    if unempty:
        tests.append(f"NOT ({names[among]} = '')")
    if connection.vendor == "sqlite":
        tests.append(f"{names[among]} IN (SELECT value FROM json_each(%s))")  # noqa: S608
        bound: Any = json.dumps(wanted)
    else:
        tests.append(f"{names[among]} = ANY(%s)")
        bound = wanted
    chosen = ", ".join(names[name] for name in columns)
    table = quote(model._meta.db_table)
    statement = f"SELECT {chosen} FROM {table} WHERE {' AND '.join(tests)}"  # noqa: S608 - our own names
    with connection.cursor() as cursor:
        cursor.execute(statement, [*equal.values(), bound])
        yield from cursor.fetchall()
