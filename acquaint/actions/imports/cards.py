"""Judges people of address books: whatever a card tells is kept, and compared three ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from acquaint.actions.imports import matching, placing, telling
from acquaint.actions.imports.books import Shelf
from acquaint.actions.imports.comparing import Comparison
from acquaint.actions.imports.known import Told, Who
from acquaint.actions.imports.matching import Found
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.reports import Verdict
from acquaint.actions.imports.telling import Said
from acquaint.formats.particulars import NOBODY
from acquaint.formats.records import Origin, Party, PersonRecord, Reason
from acquaint.text.match_keys import point_key

Judged = tuple[Verdict, Reason]
FIRST_SEEN = Reason("first_seen")
UNCHANGED = Reason("unchanged")
_LONGEST_KEY = 300


class Cards:
    """Judges the people of one source; remembers which cards it has seen and what only they hold."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.troubles: list[tuple[Origin, Reason]] = []
        self._only_raw: dict[str, dict[str, None]] = {}  # file → names of properties nobody else keeps
        self._counts: Counter[str] = Counter()
        self._seen: dict[str, int] = {}
        self._told: dict[int, tuple[str, Said]] = {}

    def take_up(self, records: Sequence[PersonRecord]) -> None:
        """Read what each says, and number the cards that bear one key; once for each card of the source."""
        self._told = {}
        for record in records:
            now = telling.told_of(record)
            key = record.key or telling.digest(record.name.encode("utf-8", "surrogatepass"))
            self._told[id(record)] = (self._numbered(key, now), now)
            if record.more is not None and record.more.kept:
                self._only_raw.setdefault(record.origin.file, {}).update(dict.fromkeys(record.more.kept))

    def pass_over(self, records: Sequence[PersonRecord]) -> None:
        """Cards that an earlier run of this import wrote: what it had to say of them is said again."""
        self.take_up(records)
        told = ((one.origin, placing.unusable(one, self.shelf.draw)) for one in records)
        self.troubles += [(origin, reason) for origin, reason in told if reason is not None]

    def remarks(self) -> Iterator[tuple[Origin, Reason]]:
        """Pictures that could not be used, and what only the cards themselves hold."""
        yield from self.troubles
        for file, names in self._only_raw.items():
            yield Origin(file), Reason("only_raw", {"names": ", ".join(names)})

    def _numbered(self, key: str, now: Said) -> str:
        """The same card twice is one; another card of the same key is a further one, and loses nothing."""
        mark = f"{key}\n{telling.digest(repr(sorted(now.items(), key=str)).encode('utf-8', 'replace'))}"
        if mark not in self._seen:
            self._counts[key] += 1
            self._seen[mark] = self._counts[key]
            number = self._counts[key]
            return (key if number == 1 else f"{key}#{number}")[:_LONGEST_KEY]
        return ""

    def load(self, desk: Desk, records: Sequence[PersonRecord]) -> None:
        """Read all that these cards may meet."""
        known, shelf = desk.known, self.shelf
        shelf.begin()
        self.take_up(records)
        told = [(key, now) for key, now in self._told.values() if key]
        keys = [key for key, _now in told]
        parties = [party for _key, now in told for party in _parties(now)]
        bare = [one.key for one in records]
        known.load_told([*keys, *bare, *(matching.other_key(key, now) for key, now in told)])
        known.load_told(party.key for party in parties)
        news = [(key, now) for key, now in told if _is_news(desk, key, now)]
        known.load_holders(one for _key, now in news for one in telling.points(now))  # type: ignore[misc]
        known.load_holders(
            (kind, point_key(kind, value))
            for party in parties
            for kind in matching.KEYS
            if (value := getattr(party, kind))
        )
        shelf.load_uids(keys)
        people = self._people(desk, news)
        known.load_details(people)
        shelf.load(people)
        if people:
            shelf.load_called([*(now["name"] for _key, now in news), *(who.name for who in people)])

    def _people(self, desk: Desk, news: Sequence[tuple[str, Said]]) -> list[Who]:
        found: dict[Who, None] = {}
        for key, now in news:
            for one in (key, key.partition("#")[0], matching.other_key(key, now)):
                if (told := desk.known.told(one)) and told.who:
                    found[told.who] = None
            if (who := self.shelf.with_uid(key)) is not None:
                found[who] = None
            found.update(dict.fromkeys(matching.candidates(desk, now)))
            for party in _parties(now):
                points = [[kind, getattr(party, kind), ""] for kind in matching.KEYS]
                found.update(dict.fromkeys(matching.candidates(desk, {"points": points})))
        return list(found)

    def judge(self, desk: Desk, record: PersonRecord) -> Judged:
        """What becomes of a card."""
        key, now = self._told[id(record)]
        if not key:
            return "same", Reason("said_twice")
        key = matching.own_key(desk.known, key, now)
        if record.more is not None and record.more.kind in NOBODY:
            return _nobody(desk, record, key, now)
        found = matching.find(desk, self.shelf, key, now) or self._same_card(desk, record, key, now)
        if found is None:
            return self._new(desk, record, key, now)
        base = desk.known.told(key)
        if base is not None and base.record == now:
            return "same", UNCHANGED
        if base is not None and base.seen_on is not None and desk.as_of < base.seen_on:
            return "ignored", Reason("older", {"on": base.seen_on.isoformat()})
        return self._known(desk, record, key, now, found, base)

    def _same_card(self, desk: Desk, record: PersonRecord, key: str, now: Said) -> Found | None:
        """A further card of the same key speaks of the same person, unless all that it says is another's."""
        told = desk.known.told(record.key)
        if key == record.key or told is None or told.who is None or matching.is_another(told.record, now):
            return None
        return Found(told.who, "key")

    def _known(
        self, desk: Desk, record: PersonRecord, key: str, now: Said, found: Found, base: Told | None
    ) -> Judged:
        c = self._compare(desk, record, found.who, key, base.record if base else None, now)
        desk.say(key, now, found.who, base)
        _keep_raw(desk, record, base, now)
        self.shelf.of(found.who).sources[desk.kind, key] = now
        desk.reword(found.who)
        if c.kept:
            said = {"what": ", ".join(c.kept), "name": found.who.name, "who": found.who.pk}
            return "conflict", Reason("kept_yours", said)
        if base is None:
            return "update", _joined(found, c.changed)
        return "update", Reason("changed", {"what": ", ".join(c.changed or ["card"]), "name": found.who.name})

    def _compare(
        self, desk: Desk, record: PersonRecord, who: Who, key: str, base: Said | None, now: Said
    ) -> Comparison:
        book = self.shelf.of(who)
        c = Comparison(desk, self.shelf, who, book, key, base, now)
        c.name()
        who.credentials = c.plain("credentials", "credentials", who.credentials, 200)
        who.met_on = c.plain("connected_on", "met_on", who.met_on, 10)
        book.pronouns = c.plain("pronouns", "pronouns", book.pronouns, 60)
        if who.pk is None:
            who.pronouns = book.pronouns
        c.notes()
        c.birthday()
        c.points()
        placing.positions(c)
        c.aliases()
        c.interests()
        c.details()
        placing.relations(c)
        placing.introducer(c)
        placing.picture(c, record)
        return c

    def _new(self, desk: Desk, record: PersonRecord, key: str, now: Said) -> Judged:
        known = desk.known
        points = telling.points(now)
        marks = [(kind, normal) for kind, normal in points]
        if known.any_erased and known.is_erased([*marks, ("source", key), ("source", record.key)]):
            return "ignored", Reason("erased")
        who = desk.make(record.name, ())
        self._compare(desk, record, who, key, None, now)
        self.shelf.call(who)
        desk.say(key, now, who, known.told(key))
        _keep_raw(desk, record, None, now)
        self.shelf.of(who).sources[desk.kind, key] = now
        return "new", FIRST_SEEN


def _is_news(desk: Desk, key: str, now: Said) -> bool:
    told = desk.known.told(key)
    return told is None or told.who is None or told.record != now


def _parties(now: Said) -> Iterable[Party]:
    """Others whom a card names by more than a name."""
    for told in (now.get("introducer") or None, *(one[2:] for one in now.get("relations", ()))):
        if told:
            yield telling.party_of(told)


def _joined(found: Found, changed: Sequence[str]) -> Reason:
    """By what somebody who was here already was known, and what came with it."""
    facts = {"name": found.who.name, "value": found.value, "what": ", ".join(changed)}
    if found.by == "key":
        return Reason("changed", facts) if changed else Reason("recognised", facts)
    return Reason(f"joined_{found.by}" if changed else f"known_{found.by}", facts)


def _keep_raw(desk: Desk, record: PersonRecord, base: Told | None, now: Said) -> None:
    """The whole card lies beside what was understood of it: an edit patches it when it goes out again."""
    if now.get("card", "") != (base.record.get("card", "") if base else ""):
        desk.plan.brought.raws.append((desk.plan.told[-1], record.raw))


def _nobody(desk: Desk, record: PersonRecord, key: str, now: Said) -> Judged:
    """A card of a firm makes the firm, and nobody of its name; that of a group or a thing is only kept."""
    assert record.more is not None
    base, kind = desk.known.told(key), record.more.kind
    if base is not None and base.record == now:
        return "same", UNCHANGED
    if kind == "org":
        before = _firm_notes(base.record) if base else ""
        desk.plan.brought.firms.append((record.name, before, _firm_notes(now)))
    desk.say(key, now, None, base)
    _keep_raw(desk, record, base, now)
    if base is not None:
        return "update", Reason("changed", {"what": "card", "name": record.name})
    first = {"org": "organization_made", "group": "group_kept"}.get(kind, "card_kept")
    return "new", Reason(first, {"name": record.name, "kind": kind})


def _firm_notes(said: Said) -> str:
    reach = [": ".join(filter(None, (label, value))) for _kind, value, label in said.get("points", ())]
    return "\n".join(filter(None, (said.get("notes", ""), *reach)))
