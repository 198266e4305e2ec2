"""Contrack's JSON of a whole account; its CSV of people is a table like any other.

Field names are those of the program's own export. Lists become categories; what a model guessed about
somebody (briefings, research, its own number for a relationship) is not taken for a fact and is left.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from acquaint.formats import records
from acquaint.formats.archives import Entry, Source
from acquaint.formats.happenings import ContactKind, ContactRecord, NoteRecord, PromiseRecord
from acquaint.formats.particulars import Address, Dated, Handle, NameParts, PersonMore, Picture
from acquaint.formats.records import (
    Employment,
    Ignored,
    Origin,
    Party,
    PersonRecord,
    Point,
    Reason,
    Warned,
)
from acquaint.formats.rivals.documents import (
    Counter,
    Node,
    day,
    head,
    load,
    nodes,
    rejected,
    text,
    through,
    truth,
)
from acquaint.formats.rivals.outcomes import Heard, Told
from acquaint.text.names import split_credentials

_MARK: Final = re.compile(r'\{"exportedAt":"(\d{4}-\d\d-\d\d)[^"]*","version":\d+,"contacts":')
_KNOWN: Final = frozenset(
    {"exportedAt", "version", "contacts", "interactions", "lists", "listMembers", "actionItems"}
)
_KINDS: Final[dict[str, ContactKind]] = {
    "call": "call",
    "phone": "call",
    "meeting": "meeting",
    "email": "email",
    "message": "message",
    "text": "message",
    "coffee": "coffee",
    "event": "event",
}


class Contrack:
    """The importer of that document."""

    kind = "contrack"

    def sniff(self, source: Source) -> bool:
        """Whether a file begins as the program's export does."""
        return bool(self.chosen(source))

    def exported_on(self, source: Source) -> date | None:
        """The day that the document names."""
        for entry in self.chosen(source):
            if (found := _MARK.match(head(entry))) and (on := day(found[1])):
                return date.fromisoformat(on)
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(
            entry for entry in source.entries if entry.suffix == ".json" and _MARK.match(head(entry))
        )

    def read(self, source: Source, known: records.Self | None = None) -> Iterator[Heard]:  # noqa: ARG002
        """Yield one outcome an entry and a word on other files. Errors: RefusedError, before any entry."""
        return through(source, self.chosen(source), load, _told)


def _told(shown: str, document: Node) -> Iterator[Heard]:
    counter = Counter(shown)
    contacts = nodes(document, "contacts")
    names = {text(one, "id"): text(one, "name") for one in contacts}
    lists = {text(one, "id"): text(one, "name") for one in nodes(document, "lists")}
    tags: defaultdict[str, list[str]] = defaultdict(list)
    for member in nodes(document, "listMembers"):
        tags[text(member, "contactId")].append(lists.get(text(member, "listId"), ""))
    for origin, contact in counter.each("contacts", contacts):
        yield _person(origin, contact, tags[text(contact, "id")])
    for origin, said in counter.each("interactions", nodes(document, "interactions")):
        yield _interaction(origin, said, names)
    for origin, said in counter.each("actionItems", nodes(document, "actionItems")):
        yield _promise(origin, said, names)
    if left := sorted(set(document) - _KNOWN):
        yield Warned(Origin(shown), Reason("left_out", {"what": ", ".join(left)}))


def _person(origin: Origin, said: Node, lists: list[str]) -> Told:
    if text(said, "deletedAt"):
        return Ignored(origin, Reason("deleted_there"))
    if text(said, "canonicalId"):
        return Ignored(origin, Reason("merged_there"))
    name = text(said, "name") or " ".join(filter(None, (text(said, "firstName"), text(said, "lastName"))))
    if not name:
        return rejected(origin, said, "nameless")
    shown, credentials = split_credentials(name)
    addresses = tuple(
        Address(text(one, "label"), formatted=text(one, "address")) for one in nodes(said, "addresses")
    )
    birthday, avatar = text(said, "birthday"), text(said, "avatarUrl")
    role, headline = text(said, "role"), text(said, "headline")
    positions = tuple(_positions(said))
    categories = [text(one, "tag") for one in nodes(said, "tags")] + lists
    return PersonRecord(
        origin,
        f"contrack:{text(said, 'id')}" if text(said, "id") else "",
        shown,
        credentials,
        tuple(_points(said, addresses)),
        positions,
        next(
            (day(text(one, "connectedOn")) for one in nodes(said, "sources") if text(one, "connectedOn")), ""
        ),
        pronouns=text(said, "pronouns"),
        birthday=day(birthday),
        notes=_notes(said),
        interests=tuple(
            text(one, "interest") for one in nodes(said, "interests") if not truth(one, "isAiGenerated")
        ),
        more=PersonMore(
            parts=NameParts(text(said, "lastName"), text(said, "firstName")),
            titles=() if not role or any(one.title == role for one in positions) else (role,),
            roles=tuple(filter(None, (headline,))),
            addresses=addresses,
            dates=(Dated("birthday", "", text=birthday),) if birthday and not day(birthday) else (),
            handles=tuple(_handles(said)),
            categories=tuple(dict.fromkeys(filter(None, categories))),
            pictures=(Picture(uri=avatar),) if avatar.startswith(("http://", "https://")) else (),
            created=text(said, "addedAt"),
            revised=text(said, "updatedAt"),
        ),
    )


def _points(said: Node, addresses: tuple[Address, ...]) -> Iterator[Point]:
    """The preferred ones first in each kind."""
    for one in sorted(nodes(said, "emails"), key=lambda one: not truth(one, "isPrimary")):
        if text(one, "email"):
            yield Point("email", text(one, "email"), text(one, "label"))
    for one in sorted(nodes(said, "phones"), key=lambda one: not truth(one, "isPrimary")):
        if text(one, "phone"):
            yield Point("phone", text(one, "phone"), text(one, "label"))
    for one in nodes(said, "socialLinks"):
        if text(one, "url"):
            yield Point("profile", text(one, "url"), text(one, "platform"))
    if website := text(said, "website"):
        yield Point("profile", website)
    yield from (Point("postal", one.formatted, one.label) for one in addresses if one.formatted)


def _handles(said: Node) -> Iterator[Handle]:
    """Names on a network where its address does not hold them."""
    for one in nodes(said, "socialLinks"):
        handle = text(one, "handle")
        if handle and handle.lstrip("@").casefold() not in text(one, "url").casefold():
            yield Handle(text(one, "platform").lower() or "im", handle)


def _positions(said: Node) -> Iterator[Employment]:
    """The place of today, then what the history adds, then where somebody learned."""
    company, role = text(said, "company"), text(said, "role")
    history = [one for one in nodes(said, "experience") if text(one, "company")]
    if company and not any(text(one, "company") == company for one in history):
        yield Employment(company, role)
    for one in history:
        span = (day(text(one, "startDate")), day(text(one, "endDate")))
        yield Employment(text(one, "company"), text(one, "role"), *span)
    for one in nodes(said, "education"):
        if school := text(one, "school"):
            degree = ", ".join(filter(None, (text(one, "degree"), text(one, "fieldOfStudy"))))
            span = (day(text(one, "startDate")), day(text(one, "endDate")))
            yield Employment(school, degree, *span, kind="study")


def _notes(said: Node) -> str:
    lines = [text(said, "about")]
    labelled = (("Place", "location"), ("Preferences", "preferences"), ("Industry", "industry"))
    lines += [f"{label}: {value}" for label, name in labelled if (value := text(said, name))]
    if truth(said, "isTracked") and (days := text(said, "cadenceDays")):
        lines.append(f"Keep in touch every: {days} days")
    lines += [f"{text(one, 'name')}: {text(one, 'value')}" for one in nodes(said, "attributes")]
    if last := day(text(said, "lastContactedAt")):
        lines.append(f"Last contact: {last}")
    if due := day(text(said, "nextFollowUpAt")):
        lines.append(f"Follow up on: {due}")
    for one in (*nodes(said, "experience"), *nodes(said, "education")):
        lines += _more(one)
    return "\n".join(filter(None, lines))


def _more(one: Node) -> Iterator[str]:
    """What a place at an organization has no column for, or all of one that names none."""
    where = text(one, "company", "school")
    parts = (
        []
        if where
        else [text(one, name) for name in ("role", "degree", "fieldOfStudy", "startDate", "endDate")]
    )
    parts += [text(one, "location"), text(one, "description")]
    if told := ", ".join(filter(None, parts)):
        yield f"{where}: {told}" if where else told


def _interaction(origin: Origin, said: Node, names: dict[str, str]) -> Told:
    title, content, kind = text(said, "title"), text(said, "content"), text(said, "type").lower()
    who = text(said, "contactId")
    every = dict.fromkeys(filter(None, (who, *_mentioned(said, names))))
    people = tuple(Party(names.get(one, ""), key=f"contrack:{one}") for one in every)
    labelled = (("Duration", "duration"), ("File", "fileName"), ("File", "fileUrl"))
    content = "\n".join(
        filter(
            None, (content, *(f"{label}: {value}" for label, name in labelled if (value := text(said, name))))
        )
    )
    on, key = day(text(said, "date")), f"interaction:{text(said, 'id')}"
    if not on:
        return rejected(origin, said, "bad_date", value=text(said, "date"))
    if kind in _KINDS and people:
        return ContactRecord(origin, key, on, people, _KINDS[kind], "both", title, content)
    if not (title or content):
        return Ignored(origin, Reason("no_text"))
    return NoteRecord(origin, key, on, content or title, people, title)


def _mentioned(said: Node, names: dict[str, str]) -> Iterator[str]:
    """Who else was there: a list of contacts, or the same written as JSON in a text."""
    told = said.get("mentions")
    if isinstance(told, str):
        try:
            told = json.loads(told)
        except (ValueError, RecursionError):
            return
    for one in told if isinstance(told, list) else ():
        key = text(one, "id", "contactId") if isinstance(one, dict) else str(one)
        if key in names:
            yield key


def _promise(origin: Origin, said: Node, names: dict[str, str]) -> Told:
    """Action items; the field for the day it was done is named in more than one way."""
    title, who = text(said, "title"), text(said, "contactId")
    if not title:
        return Ignored(origin, Reason("no_text"))
    done_on = day(text(said, "completedAt", "doneAt"))
    return PromiseRecord(
        origin,
        f"action:{text(said, 'id')}",
        title,
        (Party(names.get(who, ""), key=f"contrack:{who}"),) if who else (),
        day(text(said, "dueAt")),
        done=bool(done_on) or truth(said, "isCompleted") or truth(said, "completed"),
        done_on=done_on,
        notes=text(said, "description", "notes"),
    )
