"""Records to cards: version 3.0, which every address book reads, or 4.0 with the names of RFC 9554.

What 3.0 has no word for is written as Apple writes it (X-ABDATE, X-ABRELATEDNAMES and X-ABLABEL in a group),
since telephones understand that.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from acquaint.formats.particulars import Address, Dated, NameParts, Picture, Relation
from acquaint.formats.records import Party, PersonRecord
from acquaint.formats.vcard.facts import Fact, facts
from acquaint.formats.vcard.labels import INTRODUCED, INTRODUCED_LABEL
from acquaint.formats.vcard.values import escape

Version = Literal["3.0", "4.0"]

OLD: Final = "2.1"  # is edited where it is found, never written anew
PRODID: Final = "-//Acquaint//Acquaint//EN"
_FOLD: Final = 75
_NO_YEAR: Final = "1604"
_TYPES: Final = frozenset({"home", "work", "cell", "fax", "pager", "main", "car", "video", "msg", "modem"})
_SOCIAL: Final = re.compile(
    r"https?://(?:[\w-]+\.)*(linkedin|github|gitlab|xing|instagram|facebook|x|twitter)\.com/", re.IGNORECASE
)
_SCHEMES: Final = {"google talk": "xmpp", "gtalk": "xmpp", "jabber": "xmpp"}
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*", re.IGNORECASE)
_IN_PARTS: Final = re.compile(r"(?:[\w-]+\.)?(?:N|ADR|ORG)(?:;|\Z)", re.IGNORECASE)
_IN_LIST: Final = re.compile(r"(?:[\w-]+\.)?(?:NICKNAME|CATEGORIES)(?:;|\Z)", re.IGNORECASE)
_OLD_MEANT: Final = re.compile(r"\\(.)")
_NOT_IN_PARAM: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_WORD: Final = re.compile(r"[\w/+.-]+", re.ASCII)
_APPLE_LABELS: Final = frozenset(
    {"spouse", "child", "mother", "father", "parent", "brother", "sister", "friend", "partner", "manager"}
    | {"assistant", "anniversary", "home", "work", "other", "homepage"}
)


def write(record: PersonRecord, version: Version = "3.0", *, uid: str = "") -> bytes:
    """A whole card of the record; `uid` if it is to have another than the record's own.

    What stands in `record.raw` is not looked at: to change a card that somebody else wrote, see `editing`.
    """
    writer = Writer(version)
    lines = [writer.line("BEGIN", "VCARD"), writer.line("VERSION", version), writer.line("PRODID", PRODID)]
    told = uid or record.key.removeprefix("uid:") if uid or record.key.startswith("uid:") else ""
    if told:
        lines.append(writer.line("UID", escape(told)))
    more = record.more
    if more is not None and more.kind:
        lines.extend(writer.kind(more.kind))
    if more is None or more.parts is None:
        lines.append(writer.line("N", f";{escape(record.name)};;;"))
    for fact in _listed(facts(record)):
        lines.extend(writer.lines(fact))
    if more is not None and more.created and version == "4.0":
        lines.append(writer.line("CREATED", escape(more.created)))
    if more is not None and more.revised:
        lines.append(writer.line("REV", escape(more.revised)))
    lines.append(writer.line("END", "VCARD"))
    return b"".join(lines)


def _listed(found: Iterator[Fact]) -> Iterator[Fact]:
    """The facts with nicknames and categories gathered into one list each, where the first of them stood."""
    lists: dict[str, list[object]] = {}
    kept: list[Fact] = []
    for fact in found:
        if fact.name not in {"NICKNAME", "CATEGORIES"}:
            kept.append(fact)
        elif fact.name in lists:
            lists[fact.name].append(fact.value)
        else:
            lists[fact.name] = [fact.value]
            kept.append(Fact(fact.name, lists[fact.name]))
    yield from kept


def fold(line: str) -> bytes:
    """A line in UTF-8 with its end, folded after 75 bytes at most and never inside a letter."""
    data = line.encode("utf-8", "replace")
    if len(data) <= _FOLD:
        return data + b"\r\n"
    parts, at, room = [], 0, _FOLD
    while at < len(data):
        end = min(at + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:  # noqa: PLR2004 -- inside a letter of UTF-8
            end -= 1
        parts.append(data[at:end])
        at, room = end, _FOLD - 1
    return b"\r\n ".join(parts) + b"\r\n"


def _old_line(head: str, value: str) -> bytes:
    """A line of version 2.1, which escapes next to nothing and writes what is not ASCII quoted-printable."""
    if ";ENCODING=b" in head:
        return fold(f"{head.replace(';ENCODING=b', ';ENCODING=BASE64')}:{value}") + b"\r\n"
    kept = ";\\" if _IN_PARTS.match(head) else ",\\" if _IN_LIST.match(head) else ""
    text = _OLD_MEANT.sub(lambda hit: _old_sign(hit[1], kept), value)
    if text.isascii() and text.isprintable():
        return f"{head}:{text}\r\n".encode()
    data = binascii.b2a_qp(
        text.replace("\n", "\r\n").encode("utf-8", "replace"), quotetabs=True, istext=False
    )
    written = f"{head};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:".encode("utf-8", "replace")
    return written + data.replace(b"=\n", b"=\r\n") + b"\r\n"


def _old_sign(sign: str, kept: str) -> str:
    if sign == "n":
        return "\n"
    return f"\\{sign}" if sign in kept else sign


def parameter(name: str, value: str) -> str:
    """`;NAME=value`, with quotes and circumflexes (RFC 6868) where it needs them."""
    safe = _NOT_IN_PARAM.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    safe = safe.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f";{name}={safe}" if _WORD.fullmatch(safe) else f';{name}="{safe}"'


@dataclass(slots=True)
class Writer:
    """Writes single facts; `groups` counts the groups that labels need, so that none is used twice."""

    version: str
    groups: int = 0

    def line(self, name: str, value: str, params: str = "", group: str = "") -> bytes:
        """One line; `value` is escaped already, as 3.0 does it."""
        head = f"{group}.{name}{params}" if group else f"{name}{params}"
        return _old_line(head, value) if self.version == OLD else fold(f"{head}:{value}")

    def kind(self, kind: str) -> Iterator[bytes]:
        """What the card is about, if it is no person."""
        if self.version == "4.0":
            yield self.line("KIND", escape(kind))
        elif kind == "org":
            yield self.line("X-ABSHOWAS", "COMPANY")

    def lines(self, fact: Fact) -> Iterator[bytes]:
        """The lines that say this."""
        written = _WRITERS.get(fact.name)
        if written is not None:
            yield from written(self, fact)
            return
        name = (
            f"X-{fact.name}" if self.version != "4.0" and fact.name in {"PRONOUNS", "GENDER"} else fact.name
        )
        # GENDER is a value in parts, so its semicolon is no text
        value = escape(str(fact.value))
        yield self.line(name, value.replace("\\;", ";") if fact.name == "GENDER" else value)

    def labelled(self, name: str, value: str, label: str, params: str = "") -> Iterator[bytes]:
        """A line with its label: as types where they are known words, else in a group with X-ABLABEL."""
        words = label.split()
        if words and label == " ".join(words) and set(words) <= _TYPES:
            kinds = "".join(f";TYPE={word}" for word in words)
            yield self.line(name, value, f"{kinds}{params}")
        elif label:
            self.groups += 1
            group = f"item{self.groups}"
            yield self.line(name, value, params, group)
            shown = f"_$!<{label.capitalize()}>!$_" if label in _APPLE_LABELS else escape(label)
            yield self.line("X-ABLABEL", shown, "", group)
        else:
            yield self.line(name, value, params)


def _name(w: Writer, fact: Fact) -> Iterator[bytes]:
    parts: Any = fact.value
    assert isinstance(parts, NameParts)
    told = (parts.family, parts.given, parts.additional, parts.prefix, parts.suffix)
    sort_as = parameter("SORT-AS", parts.sort_as) if parts.sort_as and w.version == "4.0" else ""
    yield w.line("N", ";".join(map(escape, told)), sort_as)
    if parts.sort_as and w.version != "4.0":
        yield w.line("SORT-STRING", escape(parts.sort_as))
    if parts.phonetic:
        yield w.line("X-PHONETIC-FIRST-NAME", escape(parts.phonetic))


def _items(w: Writer, fact: Fact) -> Iterator[bytes]:
    items: Any = fact.value
    yield w.line(fact.name, ",".join(map(escape, items if isinstance(items, list) else [items])))


def _organization(w: Writer, fact: Fact) -> Iterator[bytes]:
    value: Any = fact.value
    yield w.line("ORG", ";".join(escape(part) for part in value if part))


def _point(w: Writer, fact: Fact) -> Iterator[bytes]:
    yield from w.labelled(fact.name, escape(str(fact.value)), fact.label)


def _page(w: Writer, fact: Fact) -> Iterator[bytes]:
    value = str(fact.value)
    found = _SOCIAL.match(value)
    if found is None or fact.label.lower() not in {"", found[1].lower()}:
        yield from w.labelled("URL", escape(value), fact.label)
        return
    if not fact.label:
        yield w.line("URL", escape(value))
    elif w.version == "4.0":
        yield w.line("SOCIALPROFILE", escape(value), parameter("SERVICE-TYPE", fact.label))
    else:
        yield w.line("X-SOCIALPROFILE", escape(value), parameter("TYPE", fact.label))


def _handle(w: Writer, fact: Fact) -> Iterator[bytes]:
    value: Any = fact.value
    service, called = value
    scheme = _SCHEMES.get(service, service if _SCHEME.fullmatch(service) else "x-chat")
    yield from w.labelled(
        "IMPP", f"{scheme}:{escape(called)}", fact.label, parameter("X-SERVICE-TYPE", service)
    )


def _address(w: Writer, fact: Fact) -> Iterator[bytes]:
    one: Any = fact.value
    assert isinstance(one, Address)
    told = [one.box, one.extended, one.street, one.locality, one.region, one.code, one.country]
    if not any(told):
        told[2] = one.formatted  # who has only an envelope gets it where a telephone shows it
        yield from w.labelled("ADR", ";".join(map(escape, told)), fact.label)
        return
    label = parameter("LABEL", one.formatted) if one.formatted and w.version == "4.0" else ""
    yield from w.labelled("ADR", ";".join(map(escape, told)), fact.label, label)
    if one.formatted and not label:
        words = [word for word in fact.label.split() if word in {"home", "work"}]
        yield w.line("LABEL", escape(one.formatted), "".join(f";TYPE={word}" for word in words))


def _day(w: Writer, fact: Fact) -> Iterator[bytes]:
    one: Any = fact.value
    assert isinstance(one, Dated)
    if (
        one.kind == "other"
        or (one.label and one.label != one.kind)
        or (one.kind != "birthday" and w.version != "4.0")
    ):
        label = one.label or ("" if one.kind == "other" else one.kind)
        value, params = w_date(one, "3.0")
        yield from w.labelled("X-ABDATE", value, label, params)
        return
    name = {"birthday": "BDAY", "anniversary": "ANNIVERSARY", "death": "DEATHDATE", "other": "X-ABDATE"}
    value, params = w_date(one, w.version)
    yield w.line(name[one.kind], value, params)


def w_date(one: Dated, version: str) -> tuple[str, str]:
    """A day as a value and its parameters: 3.0 knows no date without a year but by Apple's leap year."""
    if not one.on:
        return escape(one.text), ";VALUE=text"
    if version == "4.0":
        return _basic(one.on), ""
    if one.on.startswith("--"):
        if one.on.count("-") == 3:  # noqa: PLR2004 -- --MM-DD
            return f"{_NO_YEAR}-{one.on[2:]}", f";X-APPLE-OMIT-YEAR={_NO_YEAR}"
        return one.on, ";VALUE=text"
    return one.on, "" if one.on.count("-") == 2 else ";VALUE=text"  # noqa: PLR2004 -- YYYY-MM-DD


def _basic(on: str) -> str:
    """`1980-03-21` and `--03-21` as 4.0 writes them; a year and month keep their hyphen."""
    if on.startswith("--"):
        return "--" + on[2:].replace("-", "")
    return on.replace("-", "") if on.count("-") == 2 else on  # noqa: PLR2004


def _related(w: Writer, fact: Fact) -> Iterator[bytes]:
    one: Any = fact.value
    assert isinstance(one, Relation)
    introduced = one.kind in INTRODUCED
    if w.version != "4.0":
        label = INTRODUCED_LABEL if introduced else one.label or one.kind
        yield from w.labelled("X-ABRELATEDNAMES", escape(_shown(one.party)), label)
        return
    value, params = _uri(one.party)
    if introduced:
        yield from w.labelled("RELATED", value, INTRODUCED_LABEL, f";TYPE=contact{params}")
    else:
        kinds = "".join(parameter("TYPE", word) for word in one.kind.split()) or ";TYPE=contact"
        yield w.line("RELATED", value, kinds + params)


def _shown(party: Party) -> str:
    """Somebody else as a telephone shows them: by name, else by the address they are known by."""
    return party.name or party.email or party.phone or party.profile or _urn(party.key)


def _uri(party: Party) -> tuple[str, str]:
    """Somebody else as an address that finds their card, else as text."""
    if party.key.startswith("uid:"):
        return escape(_urn(party.key)), ""
    if party.profile:
        return escape(party.profile), ""
    if party.email:
        return escape(f"mailto:{party.email}"), ""
    if party.phone:
        return escape(f"tel:{party.phone}"), ""
    return escape(party.name or party.key), ";VALUE=text"


def _urn(key: str) -> str:
    return f"urn:uuid:{key.removeprefix('uid:')}" if key.startswith("uid:") else key


def _picture(w: Writer, fact: Fact) -> Iterator[bytes]:
    one: Any = fact.value
    assert isinstance(one, Picture)
    if not one.data:
        uri = "".join(one.uri.split())
        yield w.line("PHOTO", uri if w.version == "4.0" else escape(uri), ";VALUE=uri")
        return
    data = base64.b64encode(one.data).decode("ascii")
    if w.version == "4.0":
        yield w.line("PHOTO", f"data:{one.mime or 'application/octet-stream'};base64,{data}")
        return
    kind = one.mime.partition("/")[2].upper()
    yield w.line("PHOTO", data, ";ENCODING=b" + (f";TYPE={kind}" if kind else ""))


_WRITERS: Final[dict[str, Callable[[Writer, Fact], Iterator[bytes]]]] = {
    "N": _name,
    "NICKNAME": _items,
    "CATEGORIES": _items,
    "ORG": _organization,
    "EMAIL": _point,
    "TEL": _point,
    "URL": _page,
    "IMPP": _handle,
    "ADR": _address,
    "BDAY": _day,
    "ANNIVERSARY": _day,
    "RELATED": _related,
    "PHOTO": _picture,
}
