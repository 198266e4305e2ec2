"""What follows from a chunk's rows: carried columns and search words, with a short way for people just made.

Somebody whom this import made is known whole here: their contacts are those that it wrote, their words those
that it brought. Everybody else goes through the house's own `carried.refresh` and `search.refresh`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from django.db import connection

from acquaint.actions import search
from acquaint.actions.changes import Writer
from acquaint.actions.imports.known import Who
from acquaint.actions.imports.plans import Plan
from acquaint.maths import recall
from acquaint.models import Interaction, Person

_CARRIED: Final = (
    "first_contact",
    "last_contact",
    "last_two_way",
    "answered_on",
    "in_sum",
    "out_sum",
    "sums_on",
    "unanswered",
)
_UPDATE: Final = (
    f"UPDATE {Person._meta.db_table} SET {', '.join(f'{name} = %s' for name in _CARRIED)} WHERE id = %s"  # noqa: S608
)


class Following:
    """Remembers the contact days of the people whom one import makes."""

    def __init__(self) -> None:
        self._days: dict[int, set[tuple[int, recall.Direction]]] = defaultdict(set)

    def follow(self, w: Writer, plan: Plan) -> None:
        """Bring carried columns and search words up to date after a plan was written."""
        self._carry(w, plan)
        _word(w, plan)

    def _carry(self, w: Writer, plan: Plan) -> None:
        touched: set[int] = set()
        for one in plan.contacts:
            day = date.fromisoformat(one.on).toordinal()
            for who in one.people:
                assert who.pk is not None
                if who.fresh:
                    self._days[who.pk].add((day, one.direction))
                    touched.add(who.pk)
                else:
                    w.touch(who.pk)
        for on, direction, party in _meetings(plan):
            for who in party:
                assert who.pk is not None
                if who.fresh:
                    self._days[who.pk].add((on.toordinal(), direction))
                    touched.add(who.pk)
                else:
                    w.touch(who.pk)
        if touched:
            with connection.cursor() as cursor:
                cursor.executemany(_UPDATE, [_columns(pk, self._days[pk]) for pk in sorted(touched)])


def _meetings(plan: Plan) -> Iterator[tuple[date, recall.Direction, tuple[Who, ...]]]:
    """Days, directions and people of contacts that are no messages."""
    for one in plan.dated.puts:
        if one.model is Interaction:
            yield date.fromisoformat(one.values["on"]), one.values["direction"], one.people
    for row, who in plan.dated.joined:
        yield row.values["on"], row.values["direction"], (who,)


def _columns(pk: int, days: set[tuple[int, recall.Direction]]) -> tuple[str | float | None, ...]:
    """The carried columns of somebody known of: their stage and that nothing is due stand already."""
    state = recall.carry(days)
    return (
        _day(state.first_contact),
        _day(state.last_contact),
        _day(state.last_two_way),
        _day(state.answered_on),
        state.in_sum,
        state.out_sum,
        _day(state.sums_on),
        state.unanswered,
        pk,
    )


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()


def _word(w: Writer, plan: Plan) -> None:
    """The search lines of people just made, in the order in which `search.refresh` words them."""
    told: dict[int, list[str]] = {id(who): [] for who in plan.people}
    for post in plan.posts:
        _tell(told, post.who, ", ".join(filter(None, (post.title, post.organization))))
    for who, text, _normal, _kind in plan.interests:
        _tell(told, who, text)
    for who, _kind, value, _normal, _label in plan.points:
        _tell(told, who, value)
    for who, text in plan.brought.words():
        _tell(told, who, text)
    lines = [
        search.Line(
            who.pk,
            who.key,
            who.pk,
            who.name,
            "\n".join([*told[id(who)], *filter(None, (who.credentials, who.notes, who.how_met))]),
        )
        for who in plan.people
        if who.pk is not None and not who.is_me
    ]
    search.write(w.scope.owner_id, "person", lines)
    made = {who.pk for who in plan.people}
    w.reword("person", *(pk for pk in plan.reworded if pk not in made))


def _tell(told: dict[int, list[str]], who: Who, text: str) -> None:
    if id(who) in told:
        told[id(who)].append(text)
