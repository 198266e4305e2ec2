"""Clauses that tell of a job: "opening for data analyst at #Org", "#Org is hiring editors"."""

from __future__ import annotations

import re
from typing import Final

from acquaint.text.capture import shapes
from acquaint.text.capture.clauses import Clause, Rule
from acquaint.text.capture.draft import Draft, Piece
from acquaint.text.words import en_lines

_ONE_OF: Final = shapes.any_of
_JOB: Final = rf"{_ONE_OF(en_lines.JOB_WORDS)}(?![\w'’-])"
_IS: Final = r"(?:\s+(?i:is|are)|['’](?i:s|re))"
# Who told me of it, and that it is there.
_LEAD: Final = (
    rf"(?:{shapes.SUBJECT}(?:\s+{shapes.ADVERBS}{_ONE_OF(en_lines.TOLD_OF)}|['’]s)\s+(?:(?i:that|about|of|me)\s+)*"
    rf"(?:{_ONE_OF(en_lines.THERE_IS)}\s+)?|{_ONE_OF(en_lines.FOUND)}\s+(?:(?i:about|of)\s+)?"
    rf"|{_ONE_OF(en_lines.THERE_IS)}\s+)?(?:{_ONE_OF(en_lines.SOME)}\s+)*"
)
_MARKED: Final = rf"(?:{shapes.FIRM_MENTION}|{shapes.QUOTE}+)"
_AT: Final = re.compile(
    rf"\s*(?:(?<!\w)(?i:at|with)\s+(?:(?i:the)\s+)?|(?<!\w)@\s*)(?P<firm>{_MARKED}|{shapes.MENTION}|{shapes.FIRM})"
    rf"|(?<!\w)(?i:in|for|from|of)\s+(?P<marked>{shapes.FIRM_MENTION})"
)
_MARKED_AT: Final = re.compile(
    rf"\s+(?P<firm>{shapes.MENTION})(?=\s*$|\s*[({shapes.FEEL}]|\s+(?i:confidential))"
)
# Behind the word "role": ":" or "for", or at once where it is, or a few words and then where it is.
_NAMED_ROLE: Final = re.compile(
    rf"{_LEAD}{_JOB}\s*(?:(?P<link>:|(?<=\s)(?i:for|as)(?=\s))\s*"
    rf"|(?=(?i:at|with)\s|@|{shapes.MENTION}|{shapes.FIRM_MENTION}|(?i:in|from)\s+{shapes.FIRM_MENTION}"
    rf"|\S+\s+(?:\S+\s+){{0,5}}(?:(?i:at)\s|@|{shapes.MENTION}\s*$|{shapes.FIRM_MENTION})))"
)
_HIRING: Final = re.compile(
    rf"(?:(?P<firm>{shapes.FIRM_MENTION}|{shapes.FIRM_SAID}){_IS}\s+"
    rf"|(?P<subject>{shapes.MENTION}(?:['’]s\s+\w+)?|(?i:she|he|they|(?:her|his|their|the|that)\s+\w+)){_IS}\s+)?"
    rf"{shapes.ADVERBS}{_ONE_OF(en_lines.HIRING)}\s+(?=\S)"
)
_WORD: Final = rf"[^\s,;:.@{shapes.PERSON}-{shapes.OPAQUE}]+"
_ROLE_FIRST: Final = re.compile(
    rf"{_LEAD}(?P<role>{_WORD}(?:\s+{_WORD}){{0,5}}?)\s+{_JOB}"
    rf"(?=\s+(?i:at|with|in)\s+(?:(?i:the)\s+)?(?:{_MARKED}|{shapes.FIRM})|\s*@|\s+{shapes.FIRM_MENTION})"
)
_ARTICLES: Final = re.compile(r"^(?i:an?|the|some|new|one|two)\s+")
_CONFIDENTIAL: Final = re.compile(rf"[\s(,–—-]*(?<!\w){shapes.any_of(en_lines.CONFIDENTIAL)}(?!\w)\)?")
_EDGES: Final = " \t\u00a0,;:()–—-@"


def _opening(draft: Draft, clause: Clause) -> bool:
    """The role, where, and who told me; a job that somebody has ("her new job at …") is none."""
    assert clause.head is not None
    before = clause.head.groupdict()
    early = before.get("firm") and clause.head.span("firm")
    firm, at = _firm(draft, clause, early or None)
    secret = _CONFIDENTIAL.search(draft.text, clause.body, clause.stop)
    role = draft.said(*clause.head.span("role")) if before.get("role") else _role(draft, clause, at, secret)
    if before.get("role") and set(role.lower().split()) & en_lines.TAKEN:
        return False
    if before.get("link") and not role and draft.within(clause.body, clause.stop, "person"):
        return False
    if not firm and not (role and (before.get("link") or before.get("subject") or early)):
        return False
    source = _source(draft, clause)
    start = clause.head.start()
    end = clause.stop if not firm or early else max(at[1], secret.end() if secret else 0)
    while end > start and draft.text[end - 1] in " \t\u00a0,;:–—-":
        end -= 1
    hushed = secret is not None or (clause.rule is not None and _told_in_confidence(draft, clause))
    draft.add("opening", start, end, role=role, org=firm, source=source, confidential=hushed)
    return True


def _told_in_confidence(draft: Draft, clause: Clause) -> bool:
    """Whether the words in the head, the next ones or those of the note say that it is confidential."""
    assert clause.head is not None
    hushed = _CONFIDENTIAL.search(clause.head[0]) or _CONFIDENTIAL.match(draft.text, clause.stop)
    return bool(hushed or _CONFIDENTIAL.search(draft.line.note or ""))


def _firm(
    draft: Draft, clause: Clause, early: tuple[int, int] | None
) -> tuple[Piece | None, tuple[int, int]]:
    """The organization and where it stands; "role X @Org" and "at @Org" mean an organization too."""
    found = (
        None
        if early
        else _AT.search(draft.text, clause.body, clause.stop)
        or _MARKED_AT.search(draft.text, clause.body, clause.stop)
    )
    if not early and found is None:
        return None, (clause.stop, clause.stop)
    group = "firm" if early or found is None or found["firm"] else "marked"
    start, end = early or found.span(group)  # type: ignore[union-attr]
    piece = draft.at(start, "organization") or draft.at(start)
    if piece is None:
        piece = draft.add("organization", start, end, name=draft.said(start, end), of=None)
    elif piece.kind == "person":
        piece.kind, piece.value = "organization", {"name": piece.value["name"], "of": None}
    where = (start, end) if early or found is None else found.span()
    return piece, where


def _role(draft: Draft, clause: Clause, at: tuple[int, int], secret: re.Match[str] | None) -> str:
    """The words between the head and the organization."""
    stop = at[0] if at[0] >= clause.body else clause.stop
    stop = min(stop, secret.start()) if secret and secret.start() >= clause.body else stop
    people = draft.within(clause.body, stop, "person")
    role = draft.said(clause.body, stop, leave_out=people).strip(_EDGES)
    return _ARTICLES.sub("", role)


def _source(draft: Draft, clause: Clause) -> Piece | None:
    """Who told me: the subject, somebody named in the clause, else the last person of the line."""
    assert clause.head is not None
    start, end = clause.head.span("subject") if "subject" in clause.head.groupdict() else (-1, -1)
    if start >= 0:
        said = draft.text[start:end]
        if draft.at(start) or said.lower() in en_lines.PRONOUNS:
            return draft.whom(start, end)
        if not said.islower() and clause.rule is not None and clause.rule.head is not _HIRING:
            return draft.whom(start, end)
    named = draft.within(clause.start, clause.stop, "person")
    return named[0] if named else draft.last_person(clause.start)


RULES: Final = (Rule(_HIRING, _opening), Rule(_NAMED_ROLE, _opening))
LATE_RULES: Final = (Rule(_ROLE_FIRST, _opening),)
