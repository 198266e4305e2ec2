"""A card as a record of a person: every property that is understood, and the names of those that are not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Final

from acquaint.formats.particulars import Dated, PersonMore, Relation
from acquaint.formats.records import Employment, Origin, Party, PersonRecord, Point
from acquaint.formats.vcard import names, points, relations
from acquaint.formats.vcard.cards import Card
from acquaint.formats.vcard.days import partial
from acquaint.formats.vcard.gathering import Gathering, rank
from acquaint.formats.vcard.heads import Head
from acquaint.formats.vcard.labels import ABOUT_THE_CARD, CHATS, DAYS, RELATIVES
from acquaint.formats.vcard.lexing import Line
from acquaint.formats.vcard.pictures import discreet, picture
from acquaint.formats.vcard.relations import uid_key
from acquaint.formats.vcard.values import list_of, parts_of
from acquaint.text.names import normalise

Reader = Callable[[Gathering, Line], None]
_STRAY_LIMIT: Final = 1_000


def read(card: Card, origin: Origin, groups: Iterable[str] = ()) -> PersonRecord | None:
    """The person of a card, None where nothing on it names anybody; `groups` are lists they stand on."""
    return record(gather(card), origin, groups)


def gather(card: Card) -> Gathering:
    """Everything that the lines say, property by property."""
    return gather_lines(card, card.lines)


def gather_lines(card: Card, lines: Iterable[Line], labels: dict[str, str] | None = None) -> Gathering:
    """Everything that some of a card's lines say; `labels` are those of its groups, if known."""
    g = Gathering(card, labels)
    find = _READERS.get
    for line in lines:
        name = line.head.name
        reader = find(name)
        if reader is not None:
            reader(g, line)
        elif name not in ABOUT_THE_CARD:
            _unknown(g, line)
    return g


def record(g: Gathering, origin: Origin, groups: Iterable[str] = ()) -> PersonRecord | None:
    """What was gathered as a record; None where nothing names anybody."""
    _forget_places(g)
    positions, departments, titles = _positions(g)
    postal = points.addresses(g) if g.addresses or g.envelopes else []
    reach = points.points(g, postal)
    parts = names.parts(g)
    name, credentials = names.whole(g, parts, positions, reach)
    if not name:
        return None
    introduced, related = relations.introducer(g.relations) if g.relations else (None, ())
    raw, codec = written(g.card)
    more = PersonMore(
        parts,
        kind(g),
        departments,
        titles,
        g.roles,
        tuple(postal),
        g.dates,
        g.handles,
        tuple(dict.fromkeys((*g.categories, *groups))) if g.categories or groups else (),
        related,
        g.pictures,
        g.said.get("GENDER") or g.said.get("X-GENDER", ""),
        g.languages,
        g.said.get("TZ", ""),
        g.said.get("CREATED", ""),
        g.said.get("REV", ""),
        g.strays,
        tuple(dict.fromkeys(g.kept)) if g.kept else (),
        codec,
    )
    return PersonRecord(
        origin,
        uid_key(g.uid) or _key(name, reach),
        name,
        credentials,
        reach,
        positions,
        "",
        names.aliases(g, name),
        g.said.get("PRONOUNS") or g.said.get("X-PRONOUNS", ""),
        g.birthday,
        "\n\n".join(g.notes),
        g.interests,
        introduced,
        raw,
        more,
    )


def _forget_places(g: Gathering) -> None:
    """Let no picture tell where it was taken, on the card that is kept as little as in the record."""
    if not g.pictures and "LOGO" not in g.kept:
        return
    card = discreet(g.card)
    if card is not g.card:
        g.card = card
        g.pictures = gather(card).pictures


def kind(g: Gathering) -> str:
    """What the card is about: "" or "individual" for a person, "group", "org" or "location"."""
    if not g.said:
        return ""
    said = (g.said.get("KIND") or g.said.get("X-ADDRESSBOOKSERVER-KIND", "")).lower()
    if not said and g.said.get("X-ABSHOWAS", "").upper() == "COMPANY":
        return "org"
    return said


def written(card: Card) -> tuple[str, str]:
    """The whole card as text that a database can hold, and the codec that gives its bytes again.

    A NUL, which none can hold, is left out.
    """
    raw = card.raw
    try:
        return (raw if b"\0" not in raw else raw.replace(b"\0", b"")).decode(), "utf-8"
    except UnicodeDecodeError:
        return raw.replace(b"\0", b"").decode("latin-1"), "latin-1"


def _key(name: str, reach: Iterable[Point]) -> str:
    """Cards without a UID are known by their name and the first address: who shares a mailbox stays two."""
    first = next((point.value for point in reach if point.kind in {"email", "phone"}), "")
    told = f"{normalise(name)}|{normalise(first)}"
    return f"card:{hashlib.sha256(told.encode()).hexdigest()[:20]}"


def _positions(g: Gathering) -> tuple[tuple[Employment, ...], tuple[str, ...], tuple[str, ...]]:
    """Organizations with the title of their group, else of their place; titles that are left; departments."""
    if not g.organizations:
        return (), (), tuple(title for _head, title in g.titles)
    left = list(g.titles)
    found: list[Employment] = []
    departments: list[str] = []
    for head, parts in g.organizations:
        title = _title_for(head, left) if left else ""
        told = [part for part in parts if part]
        found.append(Employment(told[0], title))
        departments.append(", ".join(told[1:]) if len(told) > 1 else "")
    titles = tuple([title for _head, title in left]) if left else ()
    return tuple(found), tuple(departments) if any(departments) else (), titles


def _title_for(head: Head, left: list[tuple[Head, str]]) -> str:
    """The title of the same group, else the first that belongs to no other; it leaves the list."""
    for at, (other, title) in enumerate(left):
        if other.group == head.group and head.group:
            left.pop(at)
            return title
    for at, (other, title) in enumerate(left):
        if not (other.group and head.group):
            left.pop(at)
            return title
    return ""


# ── One reader for each property ─────────────────────────────────────────────────────────────────


def _unknown(g: Gathering, line: Line) -> None:
    if line.head.name.startswith(points.OLD_CHAT):
        points.read_chat(g, line)
    elif line.head.name:
        g.kept += (line.head.name,)
    elif not line.blank and len(g.strays) < _STRAY_LIMIT:
        g.strays += (g.text(line),)


def _fn(g: Gathering, line: Line) -> None:
    if name := g.text(line):
        g.names.append((rank(line.head), " ".join(name.split())))


def _n(g: Gathering, line: Line) -> None:
    parts = parts_of(g.card, line)
    if any(parts):
        g.structured.append((line.head, parts))
    if sort_as := line.head.param("SORT-AS"):
        g.sort_as = sort_as


def _org(g: Gathering, line: Line) -> None:
    parts = parts_of(g.card, line)
    if any(parts):
        g.organizations.append((line.head, parts))


def _title(g: Gathering, line: Line) -> None:
    if title := g.text(line):
        g.titles.append((line.head, title))


def _birthday(g: Gathering, line: Line) -> None:
    if value := g.text(line):
        on = partial(value, line.head)
        if on and not g.birthday:
            g.birthday = on
        elif on != g.birthday or not on:
            g.dates += (Dated("birthday", on, text="" if on else value),)


def _note(g: Gathering, line: Line) -> None:
    if (note := g.text(line)) and note not in g.notes:
        g.notes.append(note)


def _photo(g: Gathering, line: Line) -> None:
    if found := picture(line.value, line.head):
        g.pictures += (found,)
    else:
        g.kept += (line.head.name,)


def _uid(g: Gathering, line: Line) -> None:
    g.uid = g.uid or g.text(line)


def _agent(g: Gathering, line: Line) -> None:
    inner = relations.agent(g.card, line)
    told = read(inner, Origin("", line.number)) if inner is not None and inner is not g.card else None
    if told is not None:
        email = next((point.value for point in told.points if point.kind == "email"), "")
        phone = next((point.value for point in told.points if point.kind == "phone"), "")
        g.relations += (Relation("agent", Party(told.name, "", email, phone, told.key)),)
    elif line.head.value == "uri":
        g.kept += (line.head.name,)
    elif value := g.text(line):
        g.relations += (Relation("agent", relations.party_of(value)),)


def _text(into: str) -> Reader:
    """A property that adds one text to a list."""

    def reader(g: Gathering, line: Line) -> None:
        if value := g.text(line):
            setattr(g, into, (*getattr(g, into), value))

    return reader


def _items(into: str) -> Reader:
    """A property that adds the items of a list to a list."""

    def reader(g: Gathering, line: Line) -> None:
        setattr(g, into, (*getattr(g, into), *list_of(g.card, line)))

    return reader


def _said(g: Gathering, line: Line) -> None:
    if value := g.text(line):
        g.said.setdefault(line.head.name, value)


def _phonetic(g: Gathering, line: Line) -> None:
    if value := g.text(line):
        g.phonetic.setdefault(line.head.name, value)


_READERS: Final[dict[str, Reader]] = {
    "FN": _fn,
    "N": _n,
    "NICKNAME": _items("aliases"),
    "X-NICKNAME": _items("aliases"),
    "X-MAIDENNAME": _text("aliases"),
    "ORG": _org,
    "TITLE": _title,
    "ROLE": _text("roles"),
    "EMAIL": points.read_email,
    "TEL": points.read_phone,
    "URL": points.read_page,
    "SOCIALPROFILE": points.read_social,
    "X-SOCIALPROFILE": points.read_social,
    "IMPP": points.read_chat,
    "ADR": points.read_address,
    "LABEL": points.read_envelope,
    "BDAY": _birthday,
    "X-ABDATE": relations.read_apple_day,
    "NOTE": _note,
    "CATEGORIES": _items("categories"),
    "PHOTO": _photo,
    "RELATED": relations.read_related,
    "X-ABRELATEDNAMES": relations.read_apple_name,
    "X-ANDROID-CUSTOM": relations.read_android,
    "AGENT": _agent,
    "UID": _uid,
    "INTEREST": _text("interests"),
    "HOBBY": _text("interests"),
    "EXPERTISE": _text("interests"),
    "LANG": _text("languages"),
    "X-PHONETIC-FIRST-NAME": _phonetic,
    "X-PHONETIC-MIDDLE-NAME": _phonetic,
    "X-PHONETIC-LAST-NAME": _phonetic,
    "SORT-STRING": _said,
    **dict.fromkeys(("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", "GENDER", "X-GENDER", "TZ"), _said),
    **dict.fromkeys(("PRONOUNS", "X-PRONOUNS", "CREATED", "REV"), _said),
    **dict.fromkeys(DAYS, relations.read_day),
    **dict.fromkeys(RELATIVES, relations.read_relative),
    **dict.fromkeys(CHATS, points.read_chat),
}
