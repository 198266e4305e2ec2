"""Clauses of what is owed: "send her the paper by Friday" is mine, "he will forward the post" theirs."""

from __future__ import annotations

import re
from typing import Final

from acquaint.text import dates
from acquaint.text.capture import bonds, shapes
from acquaint.text.capture.clauses import Clause, Rule
from acquaint.text.capture.draft import Draft, Piece
from acquaint.text.words import en, en_lines

_ONE_OF: Final = shapes.any_of
_DEED: Final = rf"{_ONE_OF(en_lines.DEEDS)}(?![\w'’-])"
_OBJECT_WORD: Final = rf"{_ONE_OF(en_lines.OBJECTS)}(?!\w)"
_NOT_A_PROMISE: Final = rf"(?!{_ONE_OF(en_lines.NO_PROMISE)}\b|(?i:be)\b(?!\s+(?i:in\s+touch)))"
_I_WOULD: Final = r"(?:(?i:that)\s+)?(?i:I)(?:['’](?i:d|ll)|\s+(?i:would|will))"
_THEY_WOULD: Final = rf"(?i:she|he|they)(?:['’](?i:d|ll)|\s+{_ONE_OF(en_lines.MAY)})"
_VOW: Final = (
    rf"(?:{_ONE_OF(en_lines.VOWS)}|(?:(?i:I)\s+)?(?i:told|assured)\s+(?P<told>{shapes.MENTION}|{_OBJECT_WORD})\s+{_I_WOULD})"
    rf"\s+{shapes.ADVERBS}"
)
# A vow before any words, or a deed, with or without a reminder before it.
_MINE: Final = re.compile(
    rf"(?:(?P<vow>{_VOW})(?={_NOT_A_PROMISE}\S)|(?:{_ONE_OF(en_lines.REMINDERS)}\s+)?"
    rf"(?={_DEED}(?!\s+(?i:from|notes)\b)\s+\S|(?i:pay)\s+(?:{shapes.MENTION}|{_OBJECT_WORD})))"
)
_THEIRS: Final = re.compile(
    rf"{shapes.SUBJECT}(?:\s+{shapes.ADVERBS}(?:(?i:has|have)\s+)?(?:{_ONE_OF(en_lines.WILL)}"
    rf"|(?i:wants\s+to)(?=\s+{_ONE_OF(en_lines.GIFTS)})|{_ONE_OF(en_lines.SAYS)}\s+{_THEY_WOULD})|['’](?i:ll|d))"
    rf"\s+{shapes.ADVERBS}(?={_NOT_A_PROMISE}\S)"
)
_UNSAID: Final = re.compile(
    rf"(?:(?i:promised|offered|agreed)\s+(?i:to)|(?i:said)\s+{_THEY_WOULD})\s+(?={_NOT_A_PROMISE}\S)"
)
_TOWARDS_ME: Final = re.compile(r"(?<!\w)(?i:me|us)(?!\w)")
_TOWARDS_THEM: Final = re.compile(
    rf"{shapes.MENTION}|(?<!\w){_ONE_OF((*en_lines.OBJECTS, 'his', 'their'))}(?!\w)"
)
_VERB: Final = re.compile(rf"(?P<verb>{_DEED}|[\w'’-]+)(?:\s+(?i:out\s+to|back\s+to|to|with))?\s+")
_OWE: Final = re.compile(r"(?i:owe|promised)\s+$")
_NOT_POSSESSED: Final = r"(?!['’]s(?!\w))"
_OBJECT: Final = re.compile(rf"(?P<whom>{shapes.MENTION}|{_OBJECT_WORD}){_NOT_POSSESSED}")
_NAMED_OBJECT: Final = re.compile(rf"(?P<whom>{shapes.NAME}){shapes.AFTER}")
_TO_OBJECT: Final = re.compile(
    rf"\s+(?i:to|with)\s+(?P<whom>{shapes.MENTION}|{_OBJECT_WORD}){_NOT_POSSESSED}"
    rf"(?=\s*$|\s+{_ONE_OF(en.BEFORE_DATES)}\s|\s+(?i:in|next|tomorrow|today|about|for)\b"
    rf"|\s*{shapes.FEEL})"
)
# Behind a soft boundary a deed counts only with whom or what, so that "the deck and call notes" stays whole.
_HAS_WHOM: Final = re.compile(
    rf"\S+\s+(?:(?i:back|up|to|with)\s+)*(?:{shapes.MENTION}|{shapes.QUOTE}"
    rf"|{_ONE_OF((*en_lines.OBJECTS, *en_lines.NO_NOUN, 'his', 'their'))}(?!\w)|{shapes.LONG_NAME})"
)
_SEVERAL: Final = re.compile(
    rf"\s*(?:,|&|(?<=\s)(?i:and|or)(?=\s))\s*(?:{shapes.MENTION}|(?<=\s){_OBJECT_WORD}"
    rf"|(?<=\s)(?i:his|their)|{shapes.LONG_NAME}{shapes.AFTER})"
)
_OF_HERS: Final = re.compile(rf"\s+(?!{_ONE_OF(en_lines.NO_NOUN)}(?!\w))\w")
_DONE_TO_THINGS: Final = re.compile(rf"(?<!\w){_ONE_OF(en_lines.DEEDS_TO_THINGS)}\s+$")
_TOWARDS: Final = re.compile(r"\s+(?i:with|to)\s+$")
_EDGES: Final = " \t\u00a0,;:–—-"


def _mine(draft: Draft, clause: Clause) -> bool:
    assert clause.head is not None
    start = clause.head.start()
    if clause.head["vow"] and _OWE.search(draft.text, start, clause.body):
        return _write(draft, clause, "promise", start, clause.body, clause.body)
    verb = _VERB.match(draft.text, clause.body, clause.stop)
    return _write(draft, clause, "promise", start, clause.body, verb.end() if verb else clause.stop)


def _write(draft: Draft, clause: Clause, kind: str, start: int, words: int, object_at: int) -> bool:
    """A promise of mine: to whom, what, by when. Its words leave out whom it is to, and when."""
    assert clause.head is not None
    stop = clause.stop
    found = _OBJECT.match(draft.text, object_at, stop) or _NAMED_OBJECT.match(draft.text, object_at, stop)
    told = "told" in clause.head.groupdict() and clause.head["told"]
    if told:
        who: Piece | None = draft.whom(*clause.head.span("told"))
        return finish(draft, clause, draft.add(kind, start, stop, who=who, text="", due=None), words, [])
    at = found or _TO_OBJECT.search(draft.text, object_at, stop)
    if at is not None:
        who = draft.whom(*at.span("whom"))
        towards = _TOWARDS.search(draft.text, words, at.start("whom"))
        start_of_gap = towards.start() if towards else at.start()
        end_of_gap = max(at.end(), who.end if who.start == at.start("whom") else 0)
        gaps = [] if _is_part(draft, at, end_of_gap) else [(start_of_gap, end_of_gap)]
    else:
        named = [piece for piece in draft.within(words, stop, "person") if not piece.value.get("unresolved")]
        who, gaps = draft.last_person(clause.start) or (named[0] if named else None), []
    return finish(draft, clause, draft.add(kind, start, stop, who=who, text="", due=None), words, gaps)


def _is_part(draft: Draft, at: re.Match[str], end: int) -> bool:
    """Whether the words need whom they are to: one of several, or the owner of a thing ("her CV")."""
    if _SEVERAL.match(draft.text, end):
        return True
    pronoun = draft.text[at.start("whom") : at.end("whom")].lower() in en_lines.PRONOUNS
    before = max(0, at.start("whom") - len("recommend to them"))
    done_to = _DONE_TO_THINGS.search(draft.text, before, at.start("whom"))
    return bool(pronoun and done_to and _OF_HERS.match(draft.text, end))


def _theirs(draft: Draft, clause: Clause) -> bool:
    assert clause.head is not None
    who = draft.whom(*clause.head.span("subject"))
    piece = draft.add("promise-theirs", clause.head.start(), clause.stop, who=who, text="", due=None)
    return finish(draft, clause, piece, clause.body, [])


def _unsaid(draft: Draft, clause: Clause) -> bool:
    """Read "promised to …" without a subject: to me it is theirs, to them it is mine."""
    assert clause.head is not None
    towards_them = _TOWARDS_THEM.search(draft.text, clause.body, clause.stop)
    if towards_them and not _TOWARDS_ME.search(draft.text, clause.body, clause.stop):
        verb = _VERB.match(draft.text, clause.body, clause.stop)
        start = clause.head.start()
        return _write(draft, clause, "promise", start, clause.body, verb.end() if verb else clause.stop)
    who = draft.last_person(clause.start)
    piece = draft.add("promise-theirs", clause.head.start(), clause.stop, who=who, text="", due=None)
    return finish(draft, clause, piece, clause.body, [])


def finish(draft: Draft, clause: Clause, piece: Piece, words: int, gaps: list[tuple[int, int]]) -> bool:
    """Take the deadline and the smiles out of the words: what remains is what was promised."""
    said = draft.deadline(words, clause.stop) or clause.lead
    cut = [
        (other.start, other.end)
        for kind in ("feel", "fit")
        for other in draft.within(words, clause.stop, kind)
    ]
    cut += bonds.cadences_in(draft, words, clause.stop, piece.value["who"])
    if said is not None:
        set_due(draft, piece, said)
        cut.append((said.start, said.end))
    piece.value["text"] = draft.said(words, clause.stop, leave_out=[*gaps, *cut]).strip(_EDGES)
    ends = {gap[1]: gap[0] for gap in cut}
    while piece.end > words and (draft.text[piece.end - 1] in _EDGES or piece.end in ends):
        piece.end = ends.get(piece.end, piece.end - 1)
    if not piece.value["text"]:
        draft.pieces = [other for other in draft.pieces if piece not in {other, other.value.get("for")}]
        return False
    return True


def continued(draft: Draft, piece: Piece, clause: Clause) -> None:
    """More of what is promised behind a comma: ", the slides and the code by Friday"."""
    said = draft.deadline(clause.start, clause.stop)
    stop = clause.stop
    if said is not None and piece.value["due"] is None:
        set_due(draft, piece, said)
        stop = said.start
    words = draft.said(clause.start, stop).strip(_EDGES)
    if not words:
        return
    while draft.text[stop - 1] in _EDGES:
        stop -= 1
    piece.end = stop
    piece.value["text"] += f", {words}"


def set_due(draft: Draft, piece: Piece, said: dates.Reading) -> None:
    """Give a promise its deadline, by a chip of its own."""
    piece.value["due"] = said.on
    draft.add("due", said.start, said.end, **{"on": said.on, "for": piece})


RULES: Final = (Rule(_THEIRS, _theirs), Rule(_UNSAID, _unsaid), Rule(_MINE, _mine, _HAS_WHOM))
