"""A card that came from elsewhere, brought up to what is known here: what agrees stays as it was written.

Two facts agree when they are matched by the same key (an address, a number, a name), however each is written,
so that a card which nobody here touched goes out byte for byte as it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final, TypeVar

from acquaint.formats.particulars import Address, Dated, Handle, PersonMore, Relation
from acquaint.formats.records import Employment, Party, PersonRecord, Point
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.editing import patch
from acquaint.formats.vcard.writing import Version, Writer, write
from acquaint.text.match_keys import fact_key, match_key, point_key
from acquaint.text.names import storable
from acquaint.text.partial_dates import PartialDate

T = TypeVar("T")
Ident = tuple[str, ...]  # what makes two facts the same; empty for what is no fact

_EMPTY: Final = PersonMore()
_LABEL: Final = 60
_MARK: Final = b"\xef\xbb\xbf"
_CLOSED: Final = b"END:VCARD\r\n"


@dataclass(frozen=True, slots=True)
class Here:
    """All that is known of a person here.

    `elsewhere` are relations that a card told: they match what this one says, and are not put on it;
    `groups` (match keys) have cards of their own that name their members. `keeps_picture` says that the
    picture which came with the card is still the person's.
    """

    record: PersonRecord
    elsewhere: tuple[Relation, ...] = ()
    groups: frozenset[str] = frozenset()
    keeps_picture: bool = False


def brought_up(card: Card, was: PersonRecord, here: Here, *, version: Version = "3.0") -> bytes:
    """The card with what differs from what is known here changed, whole and with its end.

    `was` is the record as read from this card. What is not known here is taken off, what the card does not
    say is put on. A card keeps the version in which it came, but where 4.0 is asked for, one of another
    version is written anew, with the lines that only it explains.
    """
    now = agreeing(was, here)
    if version == "4.0" and not card.version.startswith("4"):
        return _anew(card, now)
    return closed(patch(card, was, now))


def closed(card: Card) -> bytes:
    """The bytes of a card that may stand between others: with its end, without the mark of a file."""
    raw = card.raw.removeprefix(_MARK)
    if not raw.endswith((b"\n", b"\r")):
        raw += b"\r\n"
    return raw if card.whole else raw + _CLOSED


def _anew(card: Card, now: PersonRecord) -> bytes:
    """The record in 4.0, and in front of its end what nobody here understands of the card."""
    told = now.more or _EMPTY
    kept = frozenset(told.kept)
    writer = Writer("4.0")
    strange = (line for line in card.lines if line.head.name in kept and line.inner is None)
    lines = []
    for line in strange:
        if line.head.encoding or line.head.charset or card.guessed or card.old:
            text = card.text(line).replace("\\", "\\\\").replace("\n", "\\n")
            lines.append(writer.line(line.head.name, text))
        else:
            lines.append(line.raw if line.raw.endswith((b"\n", b"\r")) else line.raw + b"\r\n")
    whole = write(now, "4.0")
    return whole[: -len(_CLOSED)] + b"".join(lines) + _CLOSED


def agreeing(was: PersonRecord, known: Here) -> PersonRecord:
    """What is known here, in the words of the card wherever both say the same."""
    here = known.record
    before, now = was.more or _EMPTY, here.more or _EMPTY
    points, addresses, handles = _reach(was, before, here)
    positions, departments = _places(was, before, here, now)
    more = replace(
        before,
        departments=departments,
        titles=_kept(before.titles, now.titles, _fact),
        roles=_kept(before.roles, now.roles, _fact),
        addresses=addresses,
        dates=_kept(before.dates, now.dates, _day),
        handles=handles,
        categories=_categories(before, now, known.groups),
        relations=_relations(before.relations, now.relations, known.elsewhere),
        pictures=before.pictures if known.keeps_picture else now.pictures,
    )
    same_name = match_key(was.name)[:400] == match_key(here.name)[:400]
    return replace(
        was,
        name=was.name if same_name else here.name,
        credentials=was.credentials if was.credentials[:200] == here.credentials else here.credentials,
        points=points,
        positions=positions,
        aliases=_kept(was.aliases, here.aliases, lambda one: _ident(match_key(one)[:400])),
        pronouns=was.pronouns if storable(was.pronouns)[:_LABEL] == here.pronouns else here.pronouns,
        birthday=_birthday(was.birthday, here, now),
        notes=was.notes if storable(was.notes).strip() == here.notes.strip() else here.notes,
        interests=_kept(was.interests, here.interests, lambda one: _ident(match_key(one)[:300])),
        introduced_by=_introducer(was.introduced_by, here.introduced_by),
        more=more,
    )


def _kept(before: Sequence[T], now: Sequence[T], key: Callable[[T], Ident]) -> tuple[T, ...]:
    """What the card says and is still so, in its words; then what it does not say. A blank is no fact."""
    known = {key(one) for one in now}
    said = {key(one) for one in before}
    left = [one for one in before if key(one) in known or not key(one)]
    return (*left, *(one for one in now if key(one) not in said))


def _ident(text: str) -> Ident:
    return (text,) if text else ()


def _fact(text: str) -> Ident:
    return _ident(fact_key("", text))


def _categories(before: PersonMore, now: PersonMore, groups: frozenset[str]) -> tuple[str, ...]:
    """Groups, but those that the card does not tell because the group itself does."""
    told = _kept(before.categories, now.categories, _fact)
    return tuple(one for one in told if one in before.categories or match_key(one) not in groups)


def _day(one: Dated) -> Ident:
    """The key under which a day is kept as a fact."""
    on = _partial(one.on)
    return one.kind, fact_key(one.label[:_LABEL], one.text or ("" if on else one.on), on)


def _partial(text: str) -> str:
    try:
        return PartialDate.parse(text).text if text else ""
    except ValueError:
        return ""


def _birthday(was: str, here: PersonRecord, now: PersonMore) -> str:
    """The day of birth; one that is no date is kept as a fact in words."""
    on = _partial(was)
    if on == here.birthday and (on or not was):
        return was
    if was and not on and any(one.kind == "birthday" and one.text == was for one in now.dates):
        return was
    return here.birthday


def _point(one: Point) -> Ident:
    normal = point_key(one.kind, one.value) or match_key(one.value)[:400] or one.value.strip()[:400]
    return (one.kind, normal) if normal else ()


def _reach(
    was: PersonRecord, before: PersonMore, here: PersonRecord
) -> tuple[tuple[Point, ...], tuple[Address, ...], tuple[Handle, ...]]:
    """Ways to reach them, the addresses that belong to the postal ones, and names in networks."""
    known = {_point(one): one for one in here.points}
    handles = [(one, _point(Point("profile", f"{one.service}:{one.value}"))) for one in before.handles]
    said = {_point(one) for one in was.points} | {key for _one, key in handles}
    labels: dict[Ident, set[str]] = defaultdict(set)
    for one in was.points:
        labels[_point(one)].add(one.label[:_LABEL])
    postal = iter(before.addresses)
    points: list[Point] = []
    addresses: list[Address] = []
    for one in was.points:
        address = next(postal, Address(one.label, formatted=one.value)) if one.kind == "postal" else None
        key = _point(one)
        if key and key not in known:
            continue
        points.append(_relabelled(one, known[key], labels[key]) if key else one)
        if address is not None:
            addresses.append(address)
    for key, one in known.items():
        if key not in said:
            points.append(one)
            if one.kind == "postal":
                addresses.append(Address(one.label, formatted=one.value))
    return tuple(points), tuple(addresses), tuple(one for one, key in handles if not key or key in known)


def _relabelled(one: Point, here: Point, labels: AbstractSet[str]) -> Point:
    """The point under the label that it has here, unless that is one of the `labels` it has on the card.

    Addresses bear theirs in parts of their own.
    """
    return one if one.kind == "postal" or here.label in labels else replace(one, label=here.label)


def _place(one: Employment) -> tuple[str, str]:
    return match_key(one.organization)[:300], match_key(one.title)[:400]


def _places(
    was: PersonRecord, before: PersonMore, here: PersonRecord, now: PersonMore
) -> tuple[tuple[Employment, ...], tuple[str, ...]]:
    """Positions with their departments; one whose title stands here as well says less and gives way to it."""
    known = {_place(one) for one in here.positions}
    said = {_place(one) for one in was.positions}
    found = [one for one in _posts(was, before) if _place(one[0]) in known or not any(_place(one[0]))]
    found += [one for one in _posts(here, now) if _place(one[0]) not in said]
    told = tuple(department for _one, department in found)
    return tuple(one for one, _department in found), told if any(told) else ()


def _posts(record: PersonRecord, more: PersonMore) -> list[tuple[Employment, str]]:
    """Each position with its department."""
    return list(zip_longest(record.positions, more.departments[: len(record.positions)], fillvalue=""))  # type: ignore[arg-type]


def _names(party: Party) -> set[str]:
    """By what somebody else may be known again: their key, and how they are called."""
    shown = party.name or party.email or party.phone or party.profile or party.key
    return {one for one in (party.key, match_key(shown)) if one}


def _introducer(was: Party | None, here: Party | None) -> Party | None:
    return was if was is not None and here is not None and _names(was) & _names(here) else here


def _relations(
    before: Iterable[Relation], now: Sequence[Relation], elsewhere: Sequence[Relation]
) -> tuple[Relation, ...]:
    """Who is who to them; somebody told by an address alone stands here under a name, and stays."""
    known = {name for one in (*now, *elsewhere) for name in _names(one.party)}
    left = [one for one in before if not one.party.name or _names(one.party) & known]
    said = {name for one in left for name in _names(one.party)}
    return (*left, *(one for one in now if not _names(one.party) & said))
