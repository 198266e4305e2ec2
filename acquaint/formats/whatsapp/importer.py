"""The importer of chats: who wrote to whom on which day; the words themselves only if they are asked for."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from pathlib import PurePosixPath
from typing import Final
from zoneinfo import ZoneInfo

from acquaint.formats.archives import DamagedError, Entry, Source
from acquaint.formats.lines import Lines
from acquaint.formats.records import (
    Ignored,
    MessageRecord,
    Origin,
    Outcome,
    Party,
    Reason,
    Reject,
    Said,
    Self,
    Skipped,
    Warned,
)
from acquaint.formats.whatsapp.heads import Message, Stray, head, messages
from acquaint.formats.whatsapp.order import Order, day_of, order_of
from acquaint.text import contact_points
from acquaint.text.names import normalise

GROUP: Final = 8  # others in a group up to which what I write there is a contact with each
_SNIFFED: Final = 40
_NAME: Final = 120
_RAW: Final = 200
_MEDIA: Final = re.compile(
    r"<[^<>]{1,80}>|.{0,80}\((?:file attached|datei angehängt|fichier joint|archivo adjunto"
    r"|arquivo anexado"
    r"|file allegato|bestand bijgevoegd|файл добавлен)\)"
    r"|.{0,30}\b(?:omitted|weggelassen|absente?|omitid[oa]|ocult[oa]|omess[oa]|weggelaten)",
    re.IGNORECASE,
)
_NOTICE_FROM: Final = 50  # signs; what stands in place of a picture is shorter
_NOTICE: Final = re.compile(
    r"end-to-end|ende-zu-ende|bout en bout|extremo a extremo|ponta a ponta|crittografat|eind-tot-eind|сквозн"
    r"|엔드투엔드|端到端|エンドツーエンド",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Chat:
    """One file of a chat, read."""

    entry: Entry
    title: str
    parts: tuple[Message | Stray, ...]
    encoding: str

    @property
    def spoken(self) -> tuple[Message, ...]:
        """What was sent by somebody, not said by the program."""
        return tuple(part for part in self.parts if isinstance(part, Message) and part.head.name)


class WhatsApp:
    """Exported chats, loose, in folders or in the zip that a phone makes."""

    kind = "whatsapp"

    def sniff(self, source: Source) -> bool:
        """Whether a text of the source begins with the head of a message."""
        return any(_is_chat(entry) for entry in source.entries)

    def exported_on(self, source: Source) -> date | None:
        """A chat does not say as of when it speaks."""
        del source
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(entry for entry in source.entries if _is_chat(entry))

    def read(
        self, source: Source, known: Self | None = None, *, bodies: bool = False, order: Order | None = None
    ) -> Iterator[Said]:
        """Yield one outcome a message. Errors: RefusedError, before any.

        `order` says which number of a date comes first, where the chat itself leaves it open; `bodies` has
        the words kept, and without it none leaves the file.
        """
        known = known or Self()
        chosen = self.chosen(source)
        source.admit(chosen)
        yield from source.skipped
        chats: list[_Chat] = []
        for entry in source.entries:
            if entry not in chosen:
                yield Skipped(Origin(entry.shown), Reason("unknown_file"))
                continue
            try:
                chats.append(_read(entry, source.shown))
            except DamagedError as error:
                yield Warned(Origin(entry.shown), error.reason)
        orders = [order_of([one.head for one in chat.parts if isinstance(one, Message)]) for chat in chats]
        told = {one for one in orders if one}
        elsewhere = next(iter(told)) if len(told) == 1 else None
        own = _own_names(chats, known)
        for chat, found in zip(chats, orders, strict=True):
            yield from _Reader(
                chat, found or order or elsewhere, own, _zone(known.zone), bodies=bodies
            ).said()


class _Reader:
    """Turns one chat into contacts."""

    def __init__(
        self, chat: _Chat, order: Order | None, own: frozenset[str], zone: tzinfo, *, bodies: bool
    ) -> None:
        self._chat = chat
        self._order = order
        self._zone = zone
        self._bodies = bodies
        speakers = _speakers(chat)
        me = {name for name in speakers if normalise(name) in own}
        if not me and len(speakers) == _BOTH and (other := _named_in(chat.title, speakers)):
            me = set(speakers) - {other}
        self._me = frozenset(me)
        self._others = tuple(name for name in speakers if name not in me)
        self._seen: Counter[str] = Counter()

    def said(self) -> Iterator[Said]:
        """Every message's outcome, and what is to be said of the whole chat first."""
        shown = self._chat.entry.shown
        if self._order is None:
            yield Warned(Origin(shown), Reason("day_month_unclear"))
        if not self._me and self._chat.spoken:
            names = ", ".join(self._others[:5])
            yield Warned(Origin(shown), Reason("whose_chat_unknown", {"names": names}))
        if self._chat.encoding == "cp1252":
            yield Warned(Origin(shown), Reason("encoding", {"encoding": "Windows-1252"}))
        for number, part in enumerate(self._chat.parts):
            origin = Origin(shown, part.line)
            if isinstance(part, Stray):
                yield Reject(origin, Reason("not_a_message"), part.raw[:_RAW])
            else:
                yield self._outcome(part, origin, first=number == 0)

    def _outcome(self, message: Message, origin: Origin, *, first: bool) -> Outcome:
        head = message.head
        out = head.name in self._me
        people = self._others if out else (head.name,)
        if reason := self._why_none(message, people, first=first):
            return Ignored(origin, reason)
        day = day_of(head, self._order) if self._order else None
        if day is None:
            value = "/".join(map(str, head.numbers))
            return Reject(origin, Reason("bad_chat_date", {"value": value}), f"{value} {head.name}")
        local = datetime.combine(day, time(*head.clock))
        key = self._key(local, message)
        return MessageRecord(
            origin,
            key,
            local.replace(tzinfo=self._zone).astimezone(UTC),
            "out" if out else "in",
            tuple(map(_party, people)),
            "whatsapp",
            _digest(f"{self._chat.title}|{'|'.join(sorted(self._others))}", 24),
            self._chat.title if len(self._others) > 1 else "",
            message.text if self._bodies else "",
        )

    def _why_none(self, message: Message, people: Sequence[str], *, first: bool) -> Reason | None:
        if self._is_notice(message, first=first):
            return Reason("chat_notice")
        if self._order is None:
            return Reason("day_month_unclear")
        if not self._me:
            return Reason("whose_chat_unknown", {"names": ", ".join(self._others[:5])})
        if not people:
            return Reason("to_oneself")
        return Reason("large_group", {"limit": GROUP}) if len(people) > GROUP else None

    def _is_notice(self, message: Message, *, first: bool) -> bool:
        """Whether the program says it, not a person: nobody is named, or somebody and what they did."""
        name = message.head.name
        if not name or name not in (*self._me, *self._others):
            return True
        text = message.head.text
        if first and message.head.marked and len(text) > _NOTICE_FROM:  # an iPhone's, in any language
            return True
        return (first or message.head.marked) and bool(_NOTICE.search(text))

    def _key(self, local: datetime, message: Message) -> str:
        """The same in every export of the chat; what was sent beside words is named differently in each."""
        words = "" if _MEDIA.fullmatch(message.head.text) and not message.more else message.text
        told = f"{local:%Y-%m-%dT%H:%M}|{message.head.name}|{words}"
        self._seen[told] += 1
        return _digest(f"{told}|{self._seen[told]}", 36)


_BOTH: Final = 2


def _is_chat(entry: Entry) -> bool:
    if entry.suffix != ".txt":
        return False
    found = 0
    try:
        with entry.open() as stream:
            for number, line in enumerate(Lines(stream)):
                found += head(line) is not None
                if found >= _BOTH or number > _SNIFFED:
                    break
    except DamagedError:
        return False
    return found > 0


def _read(entry: Entry, source: str) -> _Chat:
    with entry.open() as stream:
        lines = Lines(stream)
        parts = tuple(messages(lines))
    own = entry.stem if entry.stem.lower() != "_chat" else PurePosixPath(source.replace("\\", "/")).stem
    return _Chat(entry, own, parts, lines.encoding)


def _speakers(chat: _Chat) -> tuple[str, ...]:
    """Everybody who speaks, the often first; a notice that holds a colon is nobody."""
    count = Counter(message.head.name for message in chat.spoken)
    names = [
        name for name, _times in count.most_common() if len(name) <= _NAME and not set(name) & set('"“”«»')
    ]
    return tuple(
        name
        for name in names
        if not any(other != name and name.startswith(f"{other} ") and count[name] < _BOTH for other in names)
    )


def _own_names(chats: Sequence[_Chat], known: Self) -> frozenset[str]:
    """Match keys of the owner's name, and of whoever speaks in every one of several chats."""
    own = frozenset({normalise(known.name)} - {""})
    if len(chats) < _BOTH:
        return own
    everywhere = set.intersection(*({normalise(name) for name in _speakers(chat)} for chat in chats))
    return own | (frozenset(everywhere) if len(everywhere) == 1 else frozenset())


def _named_in(title: str, speakers: Sequence[str]) -> str:
    """The one speaker after whom the chat is called, "" if it is none or more."""
    key = normalise(title)
    found = [name for name in speakers if (bare := normalise(name)) and key.endswith(bare)]
    return found[0] if len(found) == 1 else ""


def _party(name: str) -> Party:
    phone = contact_points.phone(name) if name.startswith("+") else ""
    return Party(
        "" if phone else name, phone=name if phone else "", key=phone or f"name:{normalise(name)}"[:200]
    )


def _zone(name: str) -> tzinfo:
    return ZoneInfo(name) if name else UTC


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]
