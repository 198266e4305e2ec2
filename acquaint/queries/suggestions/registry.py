"""The table of rules: one line each; their order decides between two wishes towards one person."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from acquaint.queries.suggestions.contract import Found
from acquaint.queries.suggestions.desk import Desk

RULES: tuple[str, ...] = (
    "acquaint.queries.suggestions.confirm",
    "acquaint.queries.suggestions.debrief",
    "acquaint.queries.suggestions.thank_you",
    "acquaint.queries.suggestions.thank_answer",
    "acquaint.queries.suggestions.promise_mine",
    "acquaint.queries.suggestions.schedule",
    "acquaint.queries.suggestions.loop",
    "acquaint.queries.suggestions.promise_theirs",
    "acquaint.queries.suggestions.introduction",
    "acquaint.queries.suggestions.request",
    "acquaint.queries.suggestions.nudge",
    "acquaint.queries.suggestions.second_person",
    "acquaint.queries.suggestions.ask_again",
    "acquaint.queries.suggestions.update",
    "acquaint.queries.suggestions.next_touch",
    "acquaint.queries.suggestions.moved",
    "acquaint.queries.suggestions.drifted",
    "acquaint.queries.suggestions.first_talk",
)


def gather(desk: Desk) -> Iterator[Found]:
    """All that the rules find, in the order of the table."""
    for name in RULES:
        yield from import_module(name).find(desk)
