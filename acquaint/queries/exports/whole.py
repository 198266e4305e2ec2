"""Everything that can go out, by the words of the command line: each a name, a type and a stream of bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from acquaint.formats import account as accounts
from acquaint.formats import agenda as calendars
from acquaint.formats import people_table, story
from acquaint.models import schema
from acquaint.models.errors import NotFound
from acquaint.models.scope import Scope
from acquaint.queries.exports import account, agenda, cards, people
from acquaint.queries.exports import story as stories

Pieces = Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """A file that goes out: what to call it, what it is, and its bytes, gathered while they are taken."""

    kind: str
    name: str
    mime: str
    pieces: Pieces


def export(scope: Scope, kind: str, *, mark: bool = False) -> Export:
    """The export of that kind, as of one moment, whatever is written meanwhile; `mark` puts one before CSV.

    NotFound for a kind that is not one of KINDS.
    """
    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise NotFound(_("There is no export “{kind}”; there are {known}.").format(kind=kind, known=known))
    ending, mime, make = KINDS[kind]
    name = f"acquaint-{scope.today.isoformat()}.{ending}"
    return Export(kind, name, mime, steady(lambda: make(scope, mark)))


def steady(make: Callable[[], Pieces]) -> Pieces:
    """The pieces, read in one moment of the database and worded in the language of the one who asked."""
    return _steady(make, translation.get_language())


def _steady(make: Callable[[], Pieces], language: str | None) -> Pieces:
    with _one_moment(), translation.override(language):
        yield from make()


@contextmanager
def _one_moment() -> Iterator[None]:
    """Let all queries see the same state, and stand in nobody's way: a transaction that only reads."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:  # not `atomic`, which would take the place of a writer
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


def _json(scope: Scope, _mark: bool) -> Pieces:  # noqa: FBT001 (one shape for all)
    return accounts.document(schema.VERSION, account.everything(scope))


def _csv(scope: Scope, mark: bool) -> Pieces:  # noqa: FBT001
    return people_table.table(people.listed(scope), mark=mark)


def _ics(scope: Scope, _mark: bool) -> Pieces:  # noqa: FBT001
    return calendars.calendar(agenda.entries(scope), name=_("Acquaint"), at=scope.now)


def _md(scope: Scope, _mark: bool) -> Pieces:  # noqa: FBT001
    told = stories.moments(scope)
    return story.story(_("My search, day by day"), told, stories.cast(scope), cast=_("People"))


def _vcf(scope: Scope, _mark: bool) -> Pieces:  # noqa: FBT001
    return cards.cards(scope, "3.0")


def _vcf4(scope: Scope, _mark: bool) -> Pieces:  # noqa: FBT001
    return cards.cards(scope, "4.0")


KINDS: Final[dict[str, tuple[str, str, Callable[[Scope, bool], Pieces]]]] = {
    "vcf": ("vcf", "text/vcard; charset=utf-8", _vcf),
    "vcf4": ("vcf", "text/vcard; charset=utf-8; version=4.0", _vcf4),
    "ics": ("ics", "text/calendar; charset=utf-8", _ics),
    "csv": ("csv", "text/csv; charset=utf-8", _csv),
    "md": ("md", "text/markdown; charset=utf-8", _md),
    "json": ("json", "application/json", _json),
}
