"""Conversations, remembered within bounds, and signs that one letter brings people together.

A sign is asked about, never believed: the subject says so, or somebody appears in a running conversation.
"""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final, TypeVar

from acquaint.formats.mail.heads import Fields
from acquaint.formats.records import IntroductionCandidate, Party, Reason

REMEMBERED: Final = 50_000  # conversations and letters: a mailbox of any size needs no more memory than this
_IDS: Final = 8000  # characters of References that are read
_MOST: Final = 3  # people brought at once; more is a meeting
_SEEN: Final = 500  # people remembered of one conversation
_ID: Final = re.compile(r"<([^<>\s]{1,400})>")
_SAYS_SO: Final = re.compile(
    r"\b(?:e-?)?intro(?:s|duc\w+)?\b|\bconnecting\b|\bput(?:ting)? you in touch\b|\bmeet [^\W\d_]+\b"
    r"|\bvorstellung\b|\bvorstellen\b|\bbekannt ?machen\b|\bmise en (?:relation|contact)\b"
    r"|\bprésent(?:ation|er)\b|\bpresentaci[oó]n\b|\bpresentarte?\b|\bapresenta(?:ção|r)\b|\bpresentazione\b"
    r"|\bvoorstellen\b|\bkennismaking\b|\bintroduktion\b|\besittely\b|\bprzedstawi\w+\b"
    r"|\w\s*(?:<-?>|<=>|↔|⟷|⇄)\s*\w",
    re.IGNORECASE,
)
_OF_NOBODY: Final = re.compile(
    r"\b(?:let'?s|to|can we|shall we|could we|we) meet\b"
    r"|\bmeet (?:on|at|up|in|to|next|this|for|soon|again|me)\b"
    r"|\bintroduc\w+ (?:myself|ourselves|yourself)\b",
    re.IGNORECASE,
)
_Value = TypeVar("_Value")


def digest(text: str, length: int = 24) -> str:
    """A short lasting name for a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]


def message_id(fields: Fields) -> str:
    """What stands between the angle brackets of Message-ID, or the bare value."""
    text = fields.get("message-id", "")
    found = _ID.search(text)
    return found[1] if found else text.strip()[:400]


class Threads:
    """Which letter belongs to which conversation, and who was seen in it."""

    def __init__(self) -> None:
        self._of: OrderedDict[str, str] = OrderedDict()  # message id → conversation
        self._seen: OrderedDict[str, set[str]] = OrderedDict()  # conversation → keys of people

    def of(self, fields: Fields) -> str:
        """The conversation of a letter: that of what it answers, else its own; "" if it has no name."""
        own = message_id(fields)
        above = _ID.findall(fields.get("references", "")[:_IDS]) + _ID.findall(fields.get("in-reply-to", ""))
        thread = next((self._of[one] for one in above if one in self._of), "")
        root = above[0] if above else own
        thread = thread or (digest(root) if root else "")
        for name in {own, root} - {""}:
            _keep(self._of, name, thread)
        return thread

    def meet(self, thread: str, people: Iterable[str]) -> tuple[frozenset[str], bool]:
        """Who of these is in the conversation for the first time, and whether it went on before."""
        there = self._seen.get(thread, set())
        new = frozenset(people) - there
        if thread and len(there) < _SEEN:
            _keep(self._seen, thread, there | new)
        return new, bool(there)


def introductions(
    sender: Party, others: tuple[Party, ...], subject: str, thread: str, threads: Threads
) -> tuple[IntroductionCandidate, ...]:
    """The candidate that a letter to me, with these others in it, is a sign of."""
    new, before = threads.meet(thread, (sender.key, *(party.key for party in others)))
    brought = tuple(party for party in others if party.key in new)
    if not 0 < len(brought) <= len(others) <= _MOST:
        return ()
    name = sender.name or sender.email
    if _SAYS_SO.search(subject) and not _OF_NOBODY.search(subject):
        reason = Reason("introduced_in_subject", {"name": name, "subject": subject})
    elif before and sender.key not in new:
        reason = Reason("brought_into_conversation", {"name": name})
    else:
        return ()
    key = digest("|".join(("introduction", thread, sender.key, *(party.key for party in brought))), 36)
    return (IntroductionCandidate(key, sender, brought, reason),)


def _keep(kept: OrderedDict[str, _Value], name: str, value: _Value) -> None:
    kept[name] = value
    kept.move_to_end(name)
    if len(kept) > REMEMBERED:
        kept.popitem(last=False)
