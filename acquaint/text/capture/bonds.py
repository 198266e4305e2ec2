"""Clauses of what binds people: "she knows @Bob from #Org", "we both like climbing", "every 6 weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from acquaint.text.capture import shapes
from acquaint.text.capture.clauses import Clause, Rule
from acquaint.text.capture.draft import Draft, Piece
from acquaint.text.words import en, en_lines

_END_OF_WORD: Final = r"(?![\w'’-])"
_KNOWS: Final = re.compile(
    rf"{shapes.SUBJECT}\s+{shapes.ADVERBS}(?:(?i:happens\s+to|both)\s+)?(?P<how>{shapes.any_of(en_lines.TIES)}){_END_OF_WORD}\s+"
    rf"(?={shapes.MENTION}|{shapes.LONG_NAME}{shapes.AFTER})"
)
_EACH_OTHER: Final = re.compile(
    rf"(?P<one>{shapes.MENTION}|{shapes.NAME})\s+(?i:and|&)\s+(?P<other>{shapes.MENTION}"
    rf"|{shapes.NAME})\s+(?i:know|knew)\s+(?i:each\s+other)"
)
_AND: Final = re.compile(r"\s+(?i:and)\s+|\s*&\s*")
_FROM: Final = re.compile(rf"\s+(?i:from|at|through|via)\s+(?P<org>{shapes.FIRM_MENTION})")
_WITH_ME: Final = shapes.SUBJECT.replace("<subject>", "<with_me>")
_BOTH: Final = re.compile(
    rf"(?:{shapes.SUBJECT}\s+(?:(?i:is|was)\s+)?(?i:also)"
    rf"|(?:{_WITH_ME}\s+(?i:and)\s+I\s+|(?i:we)(?:['’](?i:re)|\s+(?i:are))?\s+)?"
    rf"(?:(?i:are|were)\s+)?(?i:both|also))\s+(?:(?i:are|is|were)\s+)?"
    rf"(?P<how>{shapes.any_of(en_lines.SHARED)}){_END_OF_WORD}\s+(?=\S)"
)
_NUMBER: Final = rf"(?P<n>\d{{1,3}}|{shapes.any_of(en.NUMBERS)}|(?i:other))"
_EVERY: Final = (
    rf"(?:(?i:every)\s+(?:{_NUMBER}\s+)?(?P<span>{shapes.any_of(en_lines.SPAN_DAYS)})s?|"
    rf"(?P<word>{shapes.any_of(en_lines.REGULAR)}))(?![\w'’-])"
)
_EVERY_ANYWHERE: Final = re.compile(rf"(?<!\w){_EVERY}")
_TOUCH: Final = shapes.any_of(en_lines.KEEP_IN_TOUCH)
_CADENCE: Final = re.compile(
    rf"(?:{_TOUCH}\s+)?(?:(?i:with|to)\s+)?(?:(?P<whom>{shapes.WHOM})\s+)?{_EVERY}(?=\s*$|\s*{shapes.FEEL})"
)


def _tie(draft: Draft, clause: Clause) -> bool:
    """Who knows whom, and from where."""
    assert clause.head is not None
    one = draft.whom(*clause.head.span("subject"))
    others = [other for other in _joined(draft, clause.body, clause.stop) if other.kind == "person"]
    if not others:
        return False
    for other in others:
        other.far = True
    found = _FROM.match(draft.text, others[-1].end, clause.stop)
    org = draft.at(found.start("org"), "organization") if found else None
    how = " ".join(clause.head["how"].lower().split())
    end = found.end() if found else others[-1].end
    draft.add("tie", clause.head.start(), end, of=[one, *others], how=how, org=org)
    return True


def _joined(draft: Draft, place: int, stop: int) -> Iterator[Piece]:
    """Those who stand here, one joined to the next by "and"."""
    while (piece := draft.at(place) or draft.name_at(place, stop)) is not None:
        yield piece
        joint = _AND.match(draft.text, piece.end, stop)
        if joint is None:
            return
        place = joint.end()


def _each_other(draft: Draft, clause: Clause) -> bool:
    assert clause.head is not None
    both = [draft.whom(*clause.head.span(group)) for group in ("one", "other")]
    found = _FROM.match(draft.text, clause.body, clause.stop)
    org = draft.at(found.start("org"), "organization") if found else None
    draft.add(
        "tie", clause.head.start(), found.end() if found else clause.body, of=both, how="knows", org=org
    )
    return True


def _ground(draft: Draft, clause: Clause) -> bool:
    """What they and I share; without a subject the last person of the line is meant."""
    assert clause.head is not None
    start, end = clause.head.span("subject" if clause.head["subject"] else "with_me")
    who = draft.whom(start, end) if start >= 0 else draft.last_person(clause.start)
    how = " ".join(clause.head["how"].lower().split())
    feels = draft.within(clause.body, clause.stop, "feel")
    stop = feels[0].start if feels else clause.stop
    text = draft.said(clause.body, stop).strip(" ,;:–—-()")
    if not text:
        return False
    end = stop
    while end > clause.body and draft.text[end - 1] in " \t\u00a0,;:–—-":
        end -= 1
    value = {"who": [who] if who else [], "text": text, "how": how, "kind": en_lines.SHARED[how]}
    draft.add("ground", clause.head.start(), end, **value)
    return True


def _cadence(draft: Draft, clause: Clause) -> bool:
    assert clause.head is not None
    start, end = clause.head.span("whom")
    who = draft.whom(start, end) if start >= 0 else draft.last_person(clause.start)
    draft.add("cadence", clause.head.start(), clause.head.end(), who=who, days=_days(clause.head))
    return True


def _days(found: re.Match[str]) -> int:
    """How many days lie between, a month counted as 30."""
    if found["word"]:
        return en_lines.REGULAR[" ".join(found["word"].lower().split())]
    said = " ".join((found["n"] or "one").lower().split())
    number = 2.0 if said == "other" else float(en.NUMBERS.get(said, said))
    return max(1, round(number * en_lines.SPAN_DAYS[found["span"].lower()]))


def cadences_in(draft: Draft, start: int, stop: int, who: Piece | None) -> list[tuple[int, int]]:
    """Find "every N weeks" inside a clause of another kind, and where it stands there."""
    found = [each for each in _EVERY_ANYWHERE.finditer(draft.text, start, stop) if not each["word"]]
    for each in found:
        draft.add("cadence", each.start(), each.end(), who=who, days=_days(each))
    return [each.span() for each in found]


RULES: Final = (
    Rule(_CADENCE, _cadence),
    Rule(_EACH_OTHER, _each_other),
    Rule(_KNOWS, _tie),
    Rule(_BOTH, _ground),
)
