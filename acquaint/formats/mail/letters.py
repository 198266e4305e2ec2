"""What becomes of a letter: a contact between the owner and people, or the reason why none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from acquaint.formats.mail import bodies, dates
from acquaint.formats.mail.addresses import listed, same_box
from acquaint.formats.mail.encoded import head_text, words
from acquaint.formats.mail.heads import Fields, fields
from acquaint.formats.mail.kinds import PUT_AWAY, by_nobody, why_none
from acquaint.formats.mail.splitting import Letter
from acquaint.formats.mail.threads import Threads, digest, introductions, message_id
from acquaint.formats.records import (
    EventRecord,
    Ignored,
    IntroductionCandidate,
    MessageRecord,
    Origin,
    Outcome,
    Party,
    Reason,
    Reject,
)

PEOPLE_LIMIT: Final = 200  # who writes to more people at once writes to nobody
_RAW: Final = 10_000
_SUBJECT: Final = 1000


class Letters:
    """Judges letters in the order of the mailbox, remembering conversations; `own` are keys of `same_box`."""

    def __init__(self, own: frozenset[str], *, bodies: bool) -> None:
        self._own = own
        self._bodies = bodies
        self._threads = Threads()

    def outcomes(self, letter: Letter, file: str, flags: str = "") -> Iterator[Outcome | EventRecord]:
        """The outcome of the letter, then the meetings to which it calls."""
        outcome = self._outcome(letter, Origin(file, letter.line), flags)
        yield outcome
        put_away = isinstance(outcome, Ignored) and outcome.reason.code in PUT_AWAY
        if not put_away and letter.whole and bodies.has_calendar(letter):
            yield from self._meetings(letter, file)

    def _meetings(self, letter: Letter, file: str) -> Iterator[EventRecord]:
        """Each meeting once: programs send the same calendar as a part and as an attachment."""
        # The library for calendars is loaded only where a letter carries one.
        from acquaint.formats.ics.importer import invitation

        begins = letter.line + bodies.line_of_calendar(letter)
        told: dict[str, EventRecord] = {}
        for data in bodies.calendars(letter):
            for one in invitation(data, lambda line: Origin(file, line), self._own, notes=self._bodies):
                told.setdefault(one.key, replace(one, origin=Origin(file, begins + len(told))))
        yield from told.values()

    def _outcome(self, letter: Letter, origin: Origin, flags: str) -> Outcome:
        found = fields(letter.head)
        if code := why_none(found, flags):
            return Ignored(origin, Reason(code))
        sender = self._sender(found)
        if isinstance(sender, Reason):
            return Reject(origin, sender, head_text(letter.head[:_RAW]) or head_text(letter.envelope))
        at = dates.written(
            found.get("date", ""),
            found.get("received", found.get("delivery-date", "")),
            letter.envelope.decode("ascii", "replace"),
        )
        if at is None:
            value = words(found.get("date", ""))[:200]
            reason = Reason("bad_mail_date", {"value": value}) if value else Reason("no_mail_date")
            return Reject(origin, reason, head_text(letter.head[:_RAW]))
        if not self._own:
            return Ignored(origin, Reason("whose_mail_unknown"))
        between = self._between(found, sender)
        if isinstance(between, Reason):
            return Ignored(origin, between)
        out, people, beside = between
        subject = words(found.get("subject", "")[: _SUBJECT * 4])[:_SUBJECT]
        thread, introduces = self._thread(found, subject, out=out, people=people, beside=beside)
        name = message_id(found) or f"{at.isoformat()}|{sender[0].key}|{subject}"
        return MessageRecord(
            origin,
            digest(name, 36),
            at,
            "out" if out else "in",
            people,
            "email",
            thread,
            subject,
            bodies.text(letter) if self._bodies else "",
            beside,
            introduces,
        )

    def _is_own(self, party: Party) -> bool:
        return same_box(party.email) in self._own

    def _sender(self, found: Fields) -> tuple[Party, ...] | Reason:
        """Who wrote it: From, else Sender."""
        broken = ""
        for name in ("from", "sender"):
            named = listed(found.get(name, ""))
            if named.parties:
                return named.parties
            broken = broken or next(iter(named.broken), "")
        if broken:
            return Reason("bad_sender", {"value": broken})
        return Reason("no_sender" if found else "not_a_letter")

    def _between(
        self, found: Fields, sender: tuple[Party, ...]
    ) -> tuple[bool, tuple[Party, ...], tuple[Party, ...]] | Reason:
        """Whether I wrote it, with whom it is a contact, and who else was to read it."""
        to = _once(party for name in ("to", "cc", "bcc") for party in listed(found.get(name, "")).parties)
        others = tuple(party for party in to if not self._is_own(party))
        if any(map(self._is_own, sender)):
            people = tuple(party for party in others if not by_nobody(party.email))
            if len(people) > PEOPLE_LIMIT:
                return Reason("too_many_people", {"limit": PEOPLE_LIMIT})
            return (True, people, ()) if people else Reason("to_oneself" if to else "nobody_named")
        people = tuple(party for party in sender if not by_nobody(party.email))
        if not people:
            return Reason("automated")
        keys = {party.key for party in people}
        answers = listed(found.get("reply-to", "")).parties
        beside = _once(
            party
            for party in (*others, *answers)
            if party.key not in keys and not self._is_own(party) and not by_nobody(party.email)
        )
        return False, people, beside[:PEOPLE_LIMIT]

    def _thread(
        self, found: Fields, subject: str, *, out: bool, people: tuple[Party, ...], beside: tuple[Party, ...]
    ) -> tuple[str, tuple[IntroductionCandidate, ...]]:
        thread = self._threads.of(found)
        if out or len(people) != 1:
            self._threads.meet(thread, (party.key for party in (*people, *beside)))
            return thread, ()
        return thread, introductions(people[0], beside, subject, thread, self._threads)


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each of them once, in order; the first name given stands."""
    kept: dict[str, Party] = {}
    for party in parties:
        held = kept.get(party.key)
        if held is None or not held.name:
            kept[party.key] = party
    return tuple(kept.values())
