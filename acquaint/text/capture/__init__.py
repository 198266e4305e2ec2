"""Quick capture: one typed line read into chips by a fixed grammar, the same in every face.

The line is always kept; reading only adds. What is not understood stays plain text, and nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from acquaint.text import dates
from acquaint.text.capture import bonds, interactions, introductions, marks, openings, promises, shapes
from acquaint.text.capture.chips import REFERENCES, Capture, Chip, without, without_spans
from acquaint.text.capture.clauses import Clause, clauses
from acquaint.text.capture.draft import Draft, Piece
from acquaint.text.words import en, en_lines

_RULES: Final = (
    *introductions.RULES,
    *openings.RULES,
    *bonds.RULES,
    *interactions.RULES,
    *promises.RULES,
    *openings.LATE_RULES,
)
_PROMISES: Final = frozenset(("promise", "promise-theirs"))
_CLAUSE_KINDS: Final = frozenset(
    ("interaction", "introduction", "promise", "promise-theirs", "opening", "tie", "ground", "cadence")
)
# A line longer than a page is a text: what stands beyond is kept, and not read.
_LONGEST: Final = 4000
_JOINED: Final = re.compile(
    rf"\s*(?:(?i:and|with|plus|also)\s+|&\s*)*{shapes.MENTION}"
    rf"(?=\s*(?:$|[(&]|{shapes.FEEL})|\s+(?i:and|at|in|on|from|of|via|through|yesterday|today|last|this)\b)"
)
_TOLD_BY: Final = re.compile(
    rf"\s*(?i:from|via|through|told\s+by|says|by|source:?)\s+(?P<by>{shapes.WHOM})\s*$"
)
_SITUATED: Final = re.compile(r"\s*(?i:at|in|on|via|through|yesterday|today|last)\s")
_OWNED: Final = re.compile(
    r"\s*(?:(?i:from|of|at|(?:who\s+)?(?:works|work)\s+(?:at|for)|(?:who\s+)?is\s+(?:now\s+)?(?:at|with)"
    r"|who['’]s\s+at"
    r"|now\s+at)\s+|[(,]\s*|@\s+)"
)
_WINDOW: Final = 80  # how far before an organization the words are looked for that tell who works there
_EMPLOYED: Final = re.compile(
    rf"(?P<who>{shapes.MENTION}|(?<!\w){shapes.any_of(en_lines.SUBJECTS)}(?!\w))(?:['’]s|\s+(?i:is|has))?\s+"
    rf"(?:{shapes.ADVERBS}{shapes.any_of(en_lines.EMPLOYED)}|(?i:now\s+at)|(?<=(?:is|'s|’s)\s)(?i:at|with))\s+(?i:the\s+)?$"
)
_TITLED: Final = re.compile(
    r"\s*(?:,|\(|(?i:who\s+is|is)\s)\s*(?i:an?\s+|the\s+)?(?P<title>[^,;:()]{2,60}?)\s+(?:(?i:at|of|with"
    r"|for)\s+|@\s*)"
)


def parse(
    line: str, *, today: dt.date, day_first: bool = True, plain: Iterable[tuple[int, int]] = ()
) -> Capture:
    """Read one line written on `today`.

    `day_first` says which of 03/04 is the day. `plain` are spans whose chips somebody has returned to text.
    """
    read = marks.read(line[:_LONGEST])
    draft = Draft(read, today, day_first)
    draft.add_marks()
    _read_clauses(draft)
    _own(draft)
    _feel(draft)
    return without_spans(Capture(line, draft.chips(), read.note), frozenset(plain))


def _read_clauses(draft: Draft) -> None:
    """Each clause by its rule; a stretch without one goes on with the last, or prepares the next."""
    last: Piece | None = None
    waiting: Clause | None = None
    for clause in clauses(draft, _RULES):
        made = _made(draft, clause)
        if made is not None:
            if waiting is not None:
                _precede(draft, made, waiting)
            last, waiting = made, None
        elif last is None or not _continue(draft, last, clause):
            waiting = clause


def _made(draft: Draft, clause: Clause) -> Piece | None:
    """What the first rule whose head fits the clause makes of it; a rule that declines leaves no trace."""
    if clause.rule is None or clause.head is None:
        return None
    start = clause.head.start()
    for rule in _RULES[_RULES.index(clause.rule) :]:
        head = clause.head if rule is clause.rule else rule.head.match(draft.text, start, clause.stop)
        pieces, bound = list(draft.pieces), dict(draft.bound)
        if head is None:
            continue
        if rule.reads(draft, replace(clause, rule=rule, head=head)):
            return next(piece for piece in draft.pieces[len(pieces) :] if piece.kind in _CLAUSE_KINDS)
        draft.pieces, draft.bound = pieces, bound
    return None


def _continue(draft: Draft, last: Piece, clause: Clause) -> bool:
    """More of what stands before: people, the place, the day. False where the stretch adds nothing to it."""
    joined = _JOINED.match(draft.text, clause.start, clause.stop)
    situated = _date_at(draft, clause) or _SITUATED.match(draft.text, clause.start)
    if last.kind == "interaction" and (joined or situated):
        interactions.continued(draft, last, clause)
    elif last.kind == "introduction" and joined:
        introductions.continued(draft, last, clause)
    elif last.kind == "opening" and (by := _TOLD_BY.match(draft.text, clause.start, clause.stop)):
        last.value["source"] = draft.whom(*by.span("by"))
    elif last.kind in _PROMISES and (joined or _has_deadline(draft, clause)):
        promises.continued(draft, last, clause)
    else:
        return False
    return True


def _precede(draft: Draft, made: Piece, before: Clause) -> None:
    """What a stretch of its own says of the clause behind it: "By Friday, …", "At PyCon I met …"."""
    if made.kind == "interaction":
        interactions.preceded(draft, made, before)
    elif (
        made.kind in _PROMISES and made.value["due"] is None and (said := _date_at(draft, before)) is not None
    ):
        promises.set_due(draft, made, said)


def _date_at(draft: Draft, clause: Clause) -> dates.Reading | None:
    return dates.at(draft.text, clause.start, today=draft.today, day_first=draft.day_first, stop=clause.stop)


def _has_deadline(draft: Draft, clause: Clause) -> bool:
    said = draft.deadline(clause.start, clause.stop)
    return said is not None and (said.word in en.DEADLINES or said.start == clause.start)


def _own(draft: Draft) -> None:
    """Whose organization it is: "@Ada from #Org", "@Ada (#Org)", "@Ada, head of data at #Org"."""
    for firm in draft.within(0, len(draft.text), "organization"):
        people = [p for p in draft.people(before=firm.start) if not p.value.get("unresolved")]
        placed = any(
            p.kind in {"place", "tie", "opening"} and p.start <= firm.start < p.end for p in draft.pieces
        )
        if firm.value["of"] is not None or placed or not people:
            continue
        employed = _EMPLOYED.search(draft.text, max(0, firm.start - _WINDOW), firm.start)
        if employed:
            firm.value.update(of=draft.whom(*employed.span("who")), moved=True)
            continue
        person = people[-1]
        titled = _TITLED.fullmatch(draft.text, person.end, firm.start)
        if _OWNED.fullmatch(draft.text, person.end, firm.start):
            firm.value["of"] = person
        elif titled and set(titled["title"].lower().split()) & en_lines.JOB_TITLES:
            firm.value.update(of=person, title=draft.said(*titled.span("title")))


def _feel(draft: Draft) -> None:
    """Whom a smile or an address belongs to: the last person before it, or the only one of the line."""
    everybody = draft.people(before=len(draft.text))
    for piece in draft.pieces:
        if piece.kind in {"feel", "fit", "contact"}:
            before = draft.last_person(piece.start)
            piece.value["who"] = before or (everybody[0] if len(everybody) == 1 else None)


__all__ = ["REFERENCES", "Capture", "Chip", "parse", "without"]
