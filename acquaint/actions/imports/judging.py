"""Judges the rows of a chunk one by one, each once in an import, and counts what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from acquaint.actions.imports import contacts, dated, own_side, people
from acquaint.actions.imports.known import Known, Who, contact_key
from acquaint.actions.imports.plans import Desk
from acquaint.actions.imports.reports import Tally, Verdict
from acquaint.actions.imports.things import external_key
from acquaint.formats.records import (
    Ignored,
    InvitationRecord,
    MessageRecord,
    Origin,
    Outcome,
    OwnInterest,
    OwnPoint,
    OwnPosition,
    OwnProfile,
    PersonRecord,
    Reason,
    Record,
    Reject,
    VouchRecord,
)
from acquaint.models.scope import Scope
from acquaint.text.match_keys import point_key

if TYPE_CHECKING:
    from acquaint.actions.imports.books import Draw
    from acquaint.actions.imports.cards import Cards

BRIEF: Final = (
    "linkedin"  # a kind of source whose people are judged by `people`: one value of each, many rows
)

Ruling = tuple[Outcome, Verdict, Reason]


class Judge:
    """One import's judge of one source: remembers what the source has said already.

    Without `draw` no picture is used: there is none among what was heard before.
    """

    def __init__(
        self, scope: Scope, kind: str, as_of: date, draw: Draw | None = None, *, bodies: bool
    ) -> None:
        self.scope = scope
        self.kind = kind
        self.as_of = as_of
        self.bodies = bodies
        self.known = Known(scope, kind)
        self._seen: set[str] = set()
        self._tied: set[frozenset[Who]] = set()
        self.cards = None if kind == BRIEF else _cards(self.known, draw)

    def judge(self, outcomes: Sequence[Outcome]) -> tuple[Desk, list[Ruling]]:
        """What becomes of each row, and what is to be written for it."""
        self._load(outcomes)
        desk = Desk(self.scope, self.kind, self.as_of, self.known, self.bodies)
        desk.here.tied = self._tied
        if self.cards is not None:
            self.cards.load(desk, _persons(outcomes))
        if not self.known.is_blank:
            dated.load(desk, self.known, outcomes)
        rulings: list[Ruling] = []
        for outcome in outcomes:
            if isinstance(outcome, Ignored):
                rulings.append((outcome, "ignored", outcome.reason))
            elif isinstance(outcome, Reject):
                rulings.append((outcome, "rejected", outcome.reason))
            else:
                rulings.append((outcome, *self._rule(desk, outcome)))
        dated.sift(desk)
        if self.cards is not None:
            self.cards.troubles += desk.plan.brought.warnings
        return desk, rulings

    def pass_over(self, outcomes: Sequence[Outcome]) -> None:
        """Rows that an earlier run of this import wrote: only remember that they were said."""
        self._seen.update(_key(one) for one in outcomes if not isinstance(one, (Ignored, Reject)))
        if self.cards is not None:
            self.cards.pass_over(_persons(outcomes))

    def remarks(self) -> Iterator[tuple[Origin, Reason]]:
        """What is to be said of the source's cards, once all were judged."""
        if self.cards is not None:
            yield from self.cards.remarks()

    def _load(self, outcomes: Sequence[Outcome]) -> None:
        """Read all that these rows may meet; what the source says as it did before needs no more."""
        known = self.known
        known.begin()
        known.load_me()
        if known.is_blank:
            return
        persons = _persons(outcomes) if self.cards is None else []
        known.load_told(one.key for one in persons)
        known.load_told(own_side.key_of(one) for one in outcomes if isinstance(one, _KEPT))
        letters = [one for one in outcomes if isinstance(one, (MessageRecord, InvitationRecord))]
        known.load_contacts([external_key(contact_key(one)) for one in letters])
        persons = [one for one in persons if people.says_something_new(known, one)]
        known.load_holders(
            (point.kind, point_key(point.kind, point.value)) for one in persons for point in one.points
        )
        known.load_namesakes(one for one in persons if known.told(one.key) is None)
        asked = [one for one in letters if contact_key(one) not in known.contacts]
        parties = [one.party for one in asked if isinstance(one, InvitationRecord)]
        vouched = [one.party for one in outcomes if isinstance(one, VouchRecord)]
        known.load_parties(parties)
        known.load_parties(p for one in asked if isinstance(one, MessageRecord) for p in one.people)
        known.load_parties(party for party in vouched if party.key)
        known.load_details([*people.candidates(known, persons), *contacts.candidates(known, parties)])

    def _rule(self, desk: Desk, record: Record) -> tuple[Verdict, Reason]:
        if isinstance(record, PersonRecord) and self.cards is not None:
            return self.cards.judge(desk, record)
        key = _key(record)
        if key in self._seen:
            return "same", Reason("said_twice")
        self._seen.add(key)
        if isinstance(record, PersonRecord):
            return people.judge(desk, record)
        return _other(desk, record)


def _other(desk: Desk, record: Record) -> tuple[Verdict, Reason]:
    """What becomes of a record that is about no person of an address book."""
    if isinstance(record, MessageRecord):
        return contacts.judge_message(desk, record)
    if isinstance(record, InvitationRecord):
        return contacts.judge_invitation(desk, record)
    if isinstance(record, dated.DATED):
        return dated.judge(desk, record)
    assert not isinstance(record, PersonRecord)
    return own_side.judge(desk, record)


def _cards(known: Known, draw: Draw | None) -> Cards:
    """Who judges address books; loaded only where there is one."""
    from acquaint.actions.imports.books import Shelf, undrawn
    from acquaint.actions.imports.cards import Cards

    return Cards(Shelf(known, draw or undrawn))


def _persons(outcomes: Sequence[Outcome]) -> list[PersonRecord]:
    return [one for one in outcomes if isinstance(one, PersonRecord)]


_KEPT = (VouchRecord, OwnProfile, OwnPosition, OwnInterest, OwnPoint)


def _key(record: Record) -> str:
    """What makes a record the same as another of the same import."""
    if isinstance(record, PersonRecord):
        return record.key
    if isinstance(record, (MessageRecord, InvitationRecord)):
        return contact_key(record)
    if isinstance(record, dated.DATED):
        return dated.key_of(record)
    return own_side.key_of(record)


def count(tally: Tally, kind: str, rulings: Sequence[Ruling]) -> None:
    """Enter rulings into a tally."""
    for outcome, verdict, reason in rulings:
        raw = outcome.raw if isinstance(outcome, Reject) else ""
        tally.add(kind, outcome.origin, verdict, reason, _about(outcome), raw)


def _about(outcome: Outcome) -> str:
    """Whom or what a row is about."""
    match outcome:
        case PersonRecord() | OwnProfile():
            return outcome.name
        case MessageRecord():
            return ", ".join(party.name or party.email or party.phone for party in outcome.people)
        case InvitationRecord() | VouchRecord():
            return outcome.party.name
        case OwnPosition():
            return outcome.employment.organization
        case _ if isinstance(outcome, dated.DATED):
            return dated.about(outcome)
        case _:
            return getattr(outcome, "text", "")
