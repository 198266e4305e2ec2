"""Everybody as an address book tells of them, some hundred at a time, so that any number streams by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, cast

from django.db.models import Q

from acquaint.formats.particulars import Dated, DayKind, PersonMore, Picture, Relation
from acquaint.formats.people_table import Listed
from acquaint.formats.records import Employment, Origin, Party, PersonRecord, Point, PointKind
from acquaint.models import Alias, ContactPoint, Detail, Interest, Person, Photo, Position, Tie
from acquaint.models.details import DAY
from acquaint.models.scope import Scope

LOT = 500
DAYS: Final[dict[str, DayKind]] = {
    "birthday": "birthday",
    "anniversary": "anniversary",
    "death": "death",
    "day": "other",
}
COLUMNS = (
    *("id", "key", "uid", "name", "credentials", "pronouns", "notes", "how_met", "met_on", "photo_id"),
    *("introduced_by__uid", "introduced_by__name"),
)
Row = dict[str, Any]


def listed(scope: Scope, *, person: str = "", photos: bool = False) -> Iterator[Listed]:
    """People in the order in which they came (or the one of that key); `photos` are sent along if wished."""
    everybody = Person.objects.of(scope).order_by("id")
    chosen = everybody.filter(key=person) if person else everybody
    last = 0
    while lot := list(chosen.filter(id__gt=last).values(*COLUMNS)[:LOT]):
        last = lot[-1]["id"]
        yield from _told(scope, lot, photos)


def _told(scope: Scope, lot: list[Row], photos: bool) -> Iterator[Listed]:  # noqa: FBT001 (handed through)
    ids = [row["id"] for row in lot]
    points, posts, ties = _points(scope, ids), _positions(scope, ids), _ties(scope, ids)
    aliases = _texts(Alias.objects.of(scope), ids)
    interests = _texts(Interest.objects.of(scope), ids)
    facts = _facts(scope, ids)
    pictures = _pictures(scope, [row["photo_id"] for row in lot if photos and row["photo_id"]])
    for row in lot:
        pk = row["id"]
        through = _party(row["introduced_by__uid"], row["introduced_by__name"])
        picture = pictures.get(row["photo_id"])
        told = _Facts.of(facts[pk])
        more = PersonMore(
            titles=told.titles,
            roles=told.roles,
            dates=told.days,
            categories=told.groups,
            relations=(*ties[pk], *told.relations),
            pictures=(picture,) if picture else (),
        )
        record = PersonRecord(
            origin=Origin(row["key"]),
            key=f"uid:{row['uid']}",
            name=row["name"],
            credentials=row["credentials"],
            points=tuple(points[pk]),
            positions=tuple(posts[pk]),
            connected_on=row["met_on"],
            aliases=tuple(aliases[pk]),
            pronouns=row["pronouns"],
            birthday=told.born,
            notes=row["notes"],
            interests=tuple(interests[pk]),
            introduced_by=through or told.introducer,
            more=more if more != PersonMore() else None,
        )
        yield Listed(record, row["how_met"])


def _points(scope: Scope, ids: list[int]) -> dict[int, list[Point]]:
    found: dict[int, list[Point]] = defaultdict(list)
    rows = ContactPoint.objects.of(scope).filter(person_id__in=ids, ended_on=None).order_by("id")
    for person, kind, value, label in rows.values_list("person_id", "kind", "value", "label"):
        found[person].append(Point(cast("PointKind", kind), value, label))
    return found


def _positions(scope: Scope, ids: list[int]) -> dict[int, list[Employment]]:
    """Where they work now, the latest told first."""
    found: dict[int, list[Employment]] = defaultdict(list)
    rows = Position.objects.of(scope).filter(person_id__in=ids, kind="work", ended="", ended_seen_on=None)
    columns = rows.order_by("-id").values_list("person_id", "organization__name", "title", "started")
    for person, organization, title, started in columns:
        found[person].append(Employment(organization or "", title, started))
    return found


def _ties(scope: Scope, ids: list[int]) -> dict[int, list[Relation]]:
    found: dict[int, list[Relation]] = defaultdict(list)
    rows = Tie.objects.of(scope).filter(Q(a_id__in=ids) | Q(b_id__in=ids)).order_by("id")
    wanted = set(ids)
    for a, a_uid, a_name, b, b_uid, b_name in rows.values_list(
        "a_id", "a__uid", "a__name", "b_id", "b__uid", "b__name"
    ):
        for one, uid, name in ((a, b_uid, b_name), (b, a_uid, a_name)):
            if one in wanted:
                found[one].append(Relation("acquaintance", Party(name, key=f"uid:{uid}")))
    return found


def _facts(scope: Scope, ids: list[int]) -> dict[int, list[_Fact]]:
    """By person: what has no noun of its own."""
    found: dict[int, list[_Fact]] = defaultdict(list)
    rows = Detail.objects.of(scope).filter(person_id__in=ids).order_by("kind", "lower", "id")
    columns = ("person_id", "kind", "label", "text", "on", "ref", "normal")
    for person, *told in rows.values_list(*columns):
        found[person].append(_Fact(*told))
    return found


class _Fact(NamedTuple):
    """A detail as it stands."""

    kind: str
    label: str
    text: str
    on: str
    ref: str
    normal: str

    @property
    def is_born(self) -> bool:
        """Whether it is the one birthday that is a date."""
        return self.kind == "birthday" and self.normal == DAY

    @property
    def party(self) -> Party:
        """Somebody who is not certainly here."""
        return Party(self.text, key=self.ref)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The details of a person, each in the place that an address book has for it."""

    born: str
    days: tuple[Dated, ...]
    groups: tuple[str, ...]
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    relations: tuple[Relation, ...]
    introducer: Party | None

    @classmethod
    def of(cls, facts: Iterable[_Fact]) -> _Facts:
        """Sort what is told."""
        told = list(facts)

        def texts(kind: str) -> tuple[str, ...]:
            return tuple(one.text for one in told if one.kind == kind)

        born = next((one.on for one in told if one.is_born), "")
        others = (one for one in told if one.kind in DAYS and not one.is_born)
        return cls(
            born,
            tuple(Dated(DAYS[one.kind], one.on, one.label, one.text) for one in others),
            texts("category"),
            texts("title"),
            texts("role"),
            tuple(
                Relation(one.label.lower() or "contact", one.party, one.label)
                for one in told
                if one.kind == "relation"
            ),
            next((one.party for one in told if one.kind == "introducer"), None),
        )


def _texts(rows: Any, ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for person, text in rows.filter(person_id__in=ids).order_by("id").values_list("person_id", "text"):
        found[person].append(text)
    return found


def _pictures(scope: Scope, ids: Iterable[int]) -> dict[int, Picture]:
    rows = Photo.objects.of(scope).filter(id__in=ids).values_list("id", "mime", "data")
    return {pk: Picture(mime, bytes(data)) for pk, mime, data in rows}


def _party(uid: str | None, name: str | None) -> Party | None:
    return Party(name, key=f"uid:{uid}") if uid and name else None
