"""What the columns of a table mean, asked at the terminal: each guess with what stands in the column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.formats.contacts.address_books import Question
    from acquaint.models.errors import Invalid

SHOWN = 2  # values of a column


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of a table whose meaning is only guessed: its heading, the guess, and what stands in it."""

    path: str
    heading: str
    role: str
    values: tuple[str, ...]


def asked(questions: Sequence[Question]) -> tuple[Asked, ...]:
    """Every column that is to be explained."""
    return tuple(
        Asked(
            one.file,
            one.proposal.mapping.columns[at].heading,
            one.proposal.mapping.columns[at].role,
            tuple(filter(None, (row[at] for row in one.proposal.samples if at < len(row)))),
        )
        for one in questions
        for at in one.proposal.asked
    )


def words(found: Sequence[Asked], dates: Sequence[str]) -> Iterator[str]:
    """The questions, a line each; `dates` are the files whose dates can be read in two orders."""
    yield _("To be asked once:")
    yield from (f"  {_in_words(one)}" for one in found)
    said = _("{file}: is 3/4/1990 in April or in March? Say --dates day-first or month-first.")
    yield from (f"  {said.format(file=Path(path).name)}" for path in dates)


def explained(trouble: Invalid, questions: Sequence[Question]) -> Invalid:
    """What could not be read, with the columns that would have to be explained."""
    details = [*trouble.details, *map(_in_words, asked(questions))]
    return type(trouble)(trouble.message, details=details)


def _in_words(one: Asked) -> str:
    said = _('{file}: “{heading}” ({values}) is taken for: {role}. Else say --column "{heading}=ROLE".')
    values = ", ".join(one.values[:SHOWN])
    return said.format(file=Path(one.path).name, heading=one.heading, values=values, role=one.role)
