"""What an account of Monica says, in our records: people first, so that what follows finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from acquaint.formats.contacts.people import written
from acquaint.formats.happenings import ContactRecord, NoteRecord, PromiseRecord, TieRecord
from acquaint.formats.particulars import Address, Dated, Handle, NameParts, PersonMore
from acquaint.formats.records import (
    Direction,
    Employment,
    Ignored,
    MessageRecord,
    OwnProfile,
    Party,
    PersonRecord,
    Point,
    Reason,
)
from acquaint.formats.rivals.documents import day, moment, rejected
from acquaint.formats.rivals.monica.accounts import Account, Contact, Item
from acquaint.formats.rivals.outcomes import Heard, Told
from acquaint.text import contact_points
from acquaint.text.names import normalise, split_credentials

_YES: Final = frozenset({"1", "true", "True"})


def tell(account: Account) -> Iterator[Heard]:
    """One outcome for every contact and everything kept beside them."""
    mine = _mine(account)
    for contact in account.contacts.values():
        if contact.key == account.me:
            yield Ignored(contact.origin, Reason("yourself"))
        else:
            yield _person(account, contact, mine.get(contact.key, ""))
    pairs: set[frozenset[str]] = set()
    for item in account.items:
        if item.kind == "relationship":
            yield _tie(account, item, pairs)
        else:
            yield _TELLERS[item.kind](account, item)
    yield from account.broken
    yield from account.skipped


def _mine(account: Account) -> dict[str, str]:
    """What those are to me to whom I am related, by their key."""
    theirs: dict[str, str] = {}
    mine: dict[str, str] = {}
    for item in account.items:
        if item.kind == "relationship" and len(item.people) == 2 and account.me in item.people:  # noqa: PLR2004
            one, other = item.people
            if other == account.me:
                theirs[one] = f"Your {_kind(item)}"
            else:
                mine[other] = f"You are their {_kind(item)}"
    return mine | theirs  # mostly told from both sides: what they are to me is the better word


def _person(account: Account, contact: Contact, mine: str) -> Told:
    said = contact.plain
    name = contact.name or said.get("nickname", "")
    if not name:
        return rejected(contact.origin, said, "nameless")
    shown, credentials = split_credentials(name)
    addresses = tuple(map(_address, contact.addresses))
    points, handles = _reached(contact)
    points += [Point("postal", text, one.label) for one in addresses if (text := written(one))]
    jobs = list(contact.jobs)
    if said.get("company") and not any(job[0] == said["company"] for job in jobs):
        jobs.append((said["company"], said.get("job", ""), "", ""))
    nickname = said.get("nickname", "")
    introducer = contact.met_through
    return PersonRecord(
        contact.origin,
        contact.key,
        shown,
        credentials,
        tuple(dict.fromkeys(points)),
        tuple(Employment(*job) for job in jobs if job[0]),
        contact.met_on,
        (nickname,) if nickname and normalise(nickname) != normalise(shown) else (),
        birthday=contact.birthday,
        notes="\n".join(filter(None, [_notes(contact), mine])),
        introduced_by=_party(account, introducer) if introducer not in {"", account.me} else None,
        more=PersonMore(
            parts=NameParts(
                said.get("last_name", ""), said.get("first_name", ""), said.get("middle_name", "")
            ),
            titles=tuple(filter(None, [said.get("job", "")])) if not jobs else (),
            addresses=addresses,
            dates=(Dated("death", contact.died_on),) if contact.dead or contact.died_on else (),
            handles=tuple(handles),
            categories=tuple(dict.fromkeys(contact.tags)),
            pictures=tuple(contact.pictures),
            gender=contact.gender,
        ),
    )


def _reached(contact: Contact) -> tuple[list[Point], list[Handle]]:
    points: list[Point] = []
    handles: list[Handle] = []
    for name, protocol, value in contact.fields:
        kind = f"{name} {protocol}".casefold()
        if "mailto" in kind or "email" in kind or "e-mail" in kind:
            points.append(Point("email", value))
        elif "tel:" in kind or "phone" in kind:
            points.append(Point("phone", value))
        elif contact_points.profile(value):
            points.append(Point("profile", value, name.casefold()))
        else:
            handles.append(Handle(name.casefold() or "im", value))
    return points, handles


def _address(said: dict[str, str]) -> Address:
    return Address(
        said.get("name", "").lower(),
        street=said.get("street", ""),
        locality=said.get("city", ""),
        region=said.get("province", ""),
        code=said.get("postal_code", ""),
        country=said.get("country", ""),
    )


def _notes(contact: Contact) -> str:
    """The description, how we met, and what has no place of its own."""
    said = contact.plain
    every = said.get("stay_in_touch_frequency", "")
    lines = [said.get("description", "")]
    lines += [said.get("first_met_additional_info", "")]
    lines += [
        f"{label}: {value}"
        for label, value in (
            ("Met at", said.get("first_met_where", "")),
            ("Food", said.get("food_preferences", "")),
            ("Keep in touch every", f"{every} days" if every not in {"", "0"} else ""),
            ("Last talked to", day(said.get("last_talked_to", ""))),
            *(("Pet", pet) for pet in contact.pets),
        )
        if value
    ]
    return "\n".join(filter(None, lines))


def _party(account: Account, key: str) -> Party:
    contact = account.contacts.get(key)
    return Party(contact.name if contact else "", key=key)


def _people(account: Account, item: Item) -> tuple[Party, ...]:
    return tuple(_party(account, key) for key in item.people if key != account.me)


def _note(account: Account, item: Item) -> Told:
    """Notes, journal entries, days, gifts, debts, events of a life: whatever was written down."""
    said = item.said
    body = "\n".join(
        said[name] for name in ("body", "post", "note", "comment", "reason", "url") if said.get(name)
    )
    title = said.get("title") or said.get("name", "")
    amount = " ".join(filter(None, (said.get("amount", ""), said.get("currency", ""))))
    what = {"gift": "Gift", "debt": "Debt"}.get(item.kind, "")
    headline = ": ".join(filter(None, (what, title or amount)))
    if not (body or title or amount):
        return Ignored(item.origin, Reason("no_text"))
    on = next((found for name in _DAYS if (found := day(said.get(name, "")))), "")
    words = "\n".join([body or headline, *_standing(item)])
    return NoteRecord(item.origin, f"{item.kind}:{item.key}", on, words, _people(account, item), headline)


def _standing(item: Item) -> Iterator[str]:
    """Who owes whom, and how far a gift or a debt has come."""
    if item.kind not in {"gift", "debt"}:
        return
    if owing := item.said.get("in_debt", ""):
        yield "You owe it." if owing in {*_YES, "yes"} else "It is owed to you."
    if status := item.said.get("status", ""):
        yield f"Status: {status}"


_DAYS: Final = ("happened_at", "date", "created_at")


def _call(account: Account, item: Item) -> Told:
    said = item.said
    direction: Direction = "in" if said.get("contact_called", "") in _YES else "out"
    return _contact(account, item, ContactRecord(
        item.origin, f"call:{item.key}", day(said.get("called_at", "")), _people(account, item), "call",
        direction, text=said.get("content", ""),
        tags=tuple(filter(None, said.get("emotions", "").split(", "))),
    ))  # fmt: skip


def _activity(account: Account, item: Item) -> Told:
    said = item.said
    return _contact(account, item, ContactRecord(
        item.origin, f"activity:{item.key}", day(said.get("happened_at", "")), _people(account, item),
        "meeting", "both", said.get("summary", ""), said.get("description", ""),
        tags=tuple(filter(None, [said.get("type", ""), *said.get("emotions", "").split(", ")])),
    ))  # fmt: skip


def _contact(account: Account, item: Item, record: ContactRecord) -> Told:  # noqa: ARG001
    """A contact has a day and somebody; without a day it cannot be placed, without people it is a note."""
    if not record.on:
        return rejected(item.origin, item.said, "bad_date", value=item.said.get("happened_at", ""))
    if record.people:
        return record
    if not (record.title or record.text):
        return Ignored(item.origin, Reason("nobody_meant"))
    return NoteRecord(item.origin, record.key, record.on, record.text or record.title, title=record.title)


def _message(account: Account, item: Item) -> Told:
    said = item.said
    at = moment(said.get("written_at", "") or said.get("happened_at", ""))
    if at is None:
        return rejected(item.origin, said, "bad_date", value=said.get("written_at", ""))
    return MessageRecord(
        item.origin,
        f"message:{item.key}",
        at,
        "out" if said.get("written_by_me", "") in _YES else "in",
        _people(account, item),
        said.get("channel", "").casefold() or "message",
        said.get("conversation", ""),
        body=said.get("content", ""),
    )


def _reminder(account: Account, item: Item) -> Told:
    said = item.said
    if said.get("delible", "1") not in _YES:
        return Ignored(item.origin, Reason("made_by_itself"))
    if not said.get("title"):
        return Ignored(item.origin, Reason("no_text"))
    often, number = said.get("frequency_type", "one_time"), said.get("frequency_number", "1")
    return PromiseRecord(
        item.origin,
        f"reminder:{item.key}",
        said["title"],
        _people(account, item),
        day(said.get("initial_date", "")),
        done=said.get("inactive", "") in _YES,
        every="" if often == "one_time" else f"{number} {often}",
        notes=said.get("description", ""),
    )


def _task(account: Account, item: Item) -> Told:
    said = item.said
    if not said.get("title"):
        return Ignored(item.origin, Reason("no_text"))
    return PromiseRecord(
        item.origin,
        f"task:{item.key}",
        said["title"],
        _people(account, item),
        done=said.get("completed", "") in _YES,
        done_on=day(said.get("completed_at", "")),
        notes=said.get("description", ""),
    )


def _tie(account: Account, item: Item, pairs: set[frozenset[str]]) -> Told:
    """Each relation is told from both sides: the second telling is the same."""
    if len(set(item.people)) != 2:  # noqa: PLR2004 - a relation is between two
        return rejected(item.origin, item.said, "nobody_related")
    if account.me in item.people:
        return Ignored(item.origin, Reason("related_to_you"))
    pair = frozenset(item.people)
    if pair in pairs:
        return Ignored(item.origin, Reason("said_twice"))
    pairs.add(pair)
    one, other = _people(account, item)
    return TieRecord(item.origin, f"tie:{':'.join(sorted(pair))}", one, other, _kind(item))


def _kind(item: Item) -> str:
    return item.said.get("type", "").replace("_", " ").lower() or "related"


def _user(account: Account, item: Item) -> Told:
    """Me, reached as the user is and as the contact who is the same."""
    own = account.own()
    name = " ".join(filter(None, (item.said.get("first_name", ""), item.said.get("last_name", ""))))
    name = name or (own.name if own else "")
    email = item.said.get("email", "")
    points = [Point("email", email)] if email else []
    points += _reached(own)[0] if own else []
    if not name:
        return Ignored(item.origin, Reason("empty"))
    return OwnProfile(item.origin, name, points=tuple(dict.fromkeys(points)))


def _file(account: Account, item: Item) -> Told:  # noqa: ARG001 - one shape for every teller
    return Ignored(item.origin, Reason("file_elsewhere"))


_TELLERS: Final[dict[str, Callable[[Account, Item], Told]]] = {
    **dict.fromkeys(("note", "life_event", "gift", "debt", "entry", "day"), _note),
    "call": _call,
    "activity": _activity,
    "message": _message,
    "reminder": _reminder,
    "task": _task,
    "user": _user,
    "document": _file,
    "photo": _file,
}
