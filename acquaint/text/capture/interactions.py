"""Clauses that tell of contact: "met Ada at PyCon", "coffee with @Bob on Friday", "she emailed me"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from acquaint.text import dates
from acquaint.text.capture import shapes
from acquaint.text.capture.clauses import Clause, Rule
from acquaint.text.capture.draft import Draft, Piece
from acquaint.text.words import en, en_lines

_ONE_OF: Final = shapes.any_of
# "With" is also written "w/".
_WORDS_HAPPENED: Final = _ONE_OF(en_lines.HAPPENED).replace("with", "(?:with|w/)")
_WORDS_HAD: Final = _ONE_OF(en_lines.HAD).replace("with", "(?:with|w/)")
_LETTER_BEHIND: Final = r"(?![\w'’-])"
_HAPPENED: Final = re.compile(
    rf"{shapes.ME}(?P<word>{_WORDS_HAPPENED}){_LETTER_BEHIND}(?!\s+(?i:me|us)\b)(?:\s+(?i:up\s+)?(?i:with|to)\b)?"
    r"\s*:?\s*"
)
_HAD: Final = re.compile(
    rf"{shapes.ME}(?:(?P<had>{_ONE_OF(en_lines.HAVING)})\s+)?(?:(?i:having|have)\s+)?"
    rf"(?:(?i:an?|the|some|another|our)\s+(?:\w+\s+){{0,2}}?|{_ONE_OF(en_lines.NICE)}\s+)?"
    rf"(?P<word>{_WORDS_HAD}){_LETTER_BEHIND}\s*:?\s*"
)
# "She called" alone, or "she called me", "wrote back", "emailed about …"; "she called it a day" is none.
_CAME: Final = re.compile(
    rf"{shapes.SUBJECT}\s+(?:(?i:has)\s+)?{shapes.ADVERBS}(?P<word>{_ONE_OF(en_lines.CAME)}){_LETTER_BEHIND}"
    r"(?=\s+(?i:back|me|to\s+me|about|that|on|yesterday|today|last)\b|\s*(?:$|[,;.!:(]))"
    r"(?:\s+(?i:back))?(?:\s+(?i:to\s+me|me)\b)?(?:\s+(?i:back)\b)?\s*"
)
_PLACE: Final = re.compile(
    rf"(?<!\w)(?:(?i:at)|@)\s+(?i:the\s+)?(?P<name>{shapes.FIRM_MENTION}|{shapes.QUOTE}+|{shapes.PLACE_NAME})"
    rf"|(?<!\w)(?i:in)\s+(?P<town>(?!{_ONE_OF((*en.MONTHS, *en.WEEKDAYS))}(?!\w))"
    rf"(?!\d){shapes.PLACE_NAME})"
)
_EMPLOYED: Final = re.compile(
    r"(?<!\w)(?i:works?|working|worked|is|now|job|role|who['’]s|she['’]s|he['’]s)\s+$"
)
_THROUGH: Final = re.compile(
    rf"(?<!\w)(?i:via|through|thanks\s+to|introduced\s+by)\s+(?P<by>{shapes.MENTION}"
    rf"|{shapes.NAME}{shapes.AFTER})"
)
_ABOUT: Final = re.compile(rf"(?<!\w){_ONE_OF(en_lines.ABOUT)}\s+$")
_POSSESSED: Final = re.compile(r"['’]s(?!\w)")
_AND: Final = re.compile(r"\s*(?:&|(?<=\s)(?i:and))\s+")
_UNANSWERED: Final = re.compile(shapes.any_of(en_lines.UNANSWERED))
# A thing one "has" reads dates ahead; what lies further than this ahead was meant of the past.
_PLANNED_WITHIN: Final = dt.timedelta(days=92)


def _happened(draft: Draft, clause: Clause) -> bool:
    assert clause.head is not None
    kind, direction = en_lines.HAPPENED[_key(clause.head["word"])]
    if kind == "call" and _UNANSWERED.search(draft.text, clause.body):
        direction = "out"
    return _contact(draft, clause, kind, direction, looking="back")


def _had(draft: Draft, clause: Clause) -> bool:
    assert clause.head is not None
    kind, direction = en_lines.HAD[_key(clause.head["word"])]
    # "Had coffee" was; "coffee on Friday" will be.
    looking: dates.Looking = "back" if clause.head["had"] else "ahead"
    return _contact(draft, clause, kind, direction, looking=looking)


def _came(draft: Draft, clause: Clause) -> bool:
    assert clause.head is not None
    kind = en_lines.CAME[_key(clause.head["word"])]
    piece = _begin(draft, clause, kind, "in")
    piece.value["who"] = [draft.whom(*clause.head.span("subject"))]
    _when(draft, piece, clause, "back")
    return True


def _key(word: str) -> str:
    return " ".join(word.lower().split()).replace("’", "'").replace("w/", "with")


def _begin(draft: Draft, clause: Clause, kind: str, direction: str) -> Piece:
    """The interaction itself, over the words that say what it was."""
    assert clause.head is not None
    begin, end = clause.head.span()
    while end > begin and (draft.text[end - 1].isspace() or draft.text[end - 1] == ":"):
        end -= 1
    value = {"direction": direction, "on": draft.today, "who": [], "place": None}
    return draft.add("interaction", begin, end, kind=kind, **value)


def _contact(draft: Draft, clause: Clause, kind: str, direction: str, *, looking: dates.Looking) -> bool:
    """Whom, where, when; False if "coffee" or "sent" has nobody to be with."""
    place = clause.body
    first = _first(draft, place, clause.stop)
    if first is None and (
        clause.head and _key(clause.head["word"]) in {"coffee", "sent", "wrote", "saw", "rang"}
    ):
        return False
    piece = _begin(draft, clause, kind, direction)
    _when(draft, piece, clause, looking)
    _through(draft, piece, clause.body, clause.stop)
    _where(draft, piece, clause.body, clause.stop)
    _who(draft, piece, clause.body, clause.stop)
    who = piece.value["who"]
    if first and first.kind == "person" and first not in who and not _POSSESSED.match(draft.text, first.end):
        piece.value["who"].insert(0, first)
    if not piece.value["who"] and not draft.within(clause.body, clause.stop, "organization"):
        last = draft.last_person(clause.start)
        piece.value["who"] = [last] if last else []
    return True


def _first(draft: Draft, place: int, stop: int) -> Piece | None:
    """Whoever stands right behind the verb: a mark, a pronoun, or a mere name and those joined to it."""
    marked = draft.at(place)
    if marked is not None:
        return marked
    pronoun = re.compile(rf"{shapes.any_of(en_lines.OBJECTS)}(?!\w)").match(draft.text, place, stop)
    if pronoun:
        return draft.pronoun(pronoun[0], place)
    first = draft.name_at(place, stop)
    further = first
    while further is not None and (joint := _AND.match(draft.text, further.end, stop)):
        further = draft.name_at(joint.end(), stop)
    return first


def _who(draft: Draft, piece: Piece, start: int, stop: int) -> None:
    """Everybody named in the stretch takes part, but for whom it was only about and through whom it came."""
    for person in draft.within(start, stop, "person"):
        about = _ABOUT.search(draft.text, start, person.start)
        possessed = _POSSESSED.match(draft.text, person.end)
        if not (about or possessed or person.far or person in piece.value["who"]):
            piece.value["who"].append(person)


def _when(draft: Draft, piece: Piece, clause: Clause, looking: dates.Looking) -> None:
    """The day said, before or behind; a day that lies ahead makes it a plan."""
    start, stop = (clause.lead.start, clause.lead.end) if clause.lead else (clause.body, clause.stop)
    said = draft.day(start, stop, looking)
    if said is not None and looking == "ahead" and said.on - draft.today > _PLANNED_WITHIN:
        said = draft.day(said.start, said.end, "back") or said
    if said is not None:
        set_day(draft, piece, said)


def set_day(draft: Draft, piece: Piece, said: dates.Reading) -> None:
    """Give an interaction its day, by a chip of its own."""
    piece.value["on"] = said.on
    piece.dated = True
    if said.on > draft.today:
        piece.value["planned"] = True
    draft.add("date", said.start, said.end, **{"on": said.on, "for": piece, "instead": draft.today})


def _where(draft: Draft, piece: Piece, start: int, stop: int) -> None:
    for found in _PLACE.finditer(draft.text, start, stop):
        if piece.value["place"] or draft.within(found.start(), found.end(), "date"):
            continue
        if _EMPLOYED.search(
            draft.text, max(start, found.start() - len("who is now working ")), found.start()
        ):
            continue
        group = "name" if found["name"] else "town"
        begin, end = found.span(group)
        name = draft.said(begin, end)
        piece.value["place"] = name
        draft.add(
            "place",
            found.start(),
            end,
            **{"name": name, "for": piece, "org": draft.at(begin, "organization")},
        )


def _through(draft: Draft, piece: Piece, start: int, stop: int) -> None:
    """Read "met @B through @A": A brought us together."""
    found = _THROUGH.search(draft.text, start, stop)
    if found is None:
        return
    by = draft.whom(*found.span("by"))
    by.far = True
    value = {"direction": "received", "state": "made", "by": by, "to": piece.value["who"], "text": ""}
    draft.add("introduction", found.start(), by.end, **value)


def preceded(draft: Draft, piece: Piece, before: Clause) -> None:
    """A stretch without a rule of its own before an interaction: "At PyCon I met", "Thanks to @A I met"."""
    if not piece.dated and (said := draft.day(before.start, before.stop, "back")) is not None:
        set_day(draft, piece, said)
    _through(draft, piece, before.start, before.stop)
    if _PLACE.match(draft.text, before.start, before.stop):
        _where(draft, piece, before.start, before.stop)


def continued(draft: Draft, piece: Piece, clause: Clause) -> None:
    """A stretch without a rule of its own behind an interaction: more people, the place, the day."""
    if not piece.dated:
        said = draft.day(clause.start, clause.stop, "back")
        if said is not None:
            set_day(draft, piece, said)
    _through(draft, piece, clause.start, clause.stop)
    _where(draft, piece, clause.start, clause.stop)
    _who(draft, piece, clause.start, clause.stop)


RULES: Final = (Rule(_CAME, _came), Rule(_HAD, _had), Rule(_HAPPENED, _happened))
