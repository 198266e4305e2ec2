"""Every page of the app, and how to reach each on the sample network: the table that browser tests walk.

A route that answers GET and stands in no row fails a test, so a new page is looked at by all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

Ask = Callable[[str], Iterable[Any]]  # a statement in, its rows out: sqlite3 and Django both can

ON = "2026-03-04T09:30"  # the clock of the tests: a Wednesday morning

# Where the keys in addresses come from. The first row is the fullest of its kind.
_LIFE = (
    "(SELECT count(*) FROM interview WHERE person_id = person.id)"
    " + (SELECT count(*) FROM promise WHERE person_id = person.id)"
    " + (SELECT count(*) FROM debrief_line WHERE person_id = person.id)"
)
_OPEN = "held_on IS NULL AND cancelled_on IS NULL AND no_show_on IS NULL"
KEYS = {
    "person": f"SELECT key FROM person WHERE closed_on IS NULL AND me_since IS NULL ORDER BY {_LIFE} DESC",
    "known": "SELECT key FROM person WHERE me_since IS NULL AND stage = 'known' ORDER BY id",
    "asked": "SELECT key FROM person WHERE stage = 'asked' ORDER BY id",
    "closed": "SELECT key FROM person WHERE closed_on IS NOT NULL ORDER BY id",
    "anybody": "SELECT key FROM person WHERE me_since IS NULL ORDER BY id",
    "booked": f"SELECT key FROM interview WHERE {_OPEN} ORDER BY at_utc",
    "held": "SELECT key FROM interview WHERE held_on IS NOT NULL AND debriefed_on IS NULL ORDER BY id",
    "debriefed": "SELECT key FROM interview WHERE debriefed_on IS NOT NULL ORDER BY id DESC",
    "interview": "SELECT key FROM interview ORDER BY id",
    "batch": "SELECT key FROM import_batch ORDER BY id",
    "change": "SELECT key FROM change ORDER BY number DESC",
    "promise": "SELECT key FROM promise ORDER BY id",
}
KINDS = ("request", "thank-you", "reconnect")


@dataclass(frozen=True, slots=True)
class Page:
    """One row: a route by name, what fills its address (a noun of KEYS, or a word as it stands), a query."""

    route: str
    args: tuple[str, ...] = ()
    query: str = ""
    status: int = 200
    note: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.route, *self.args, self.note)))

    def address(self, ask: Ask) -> str:
        """The first address of this row on the data that `ask` reads."""
        return next(self.addresses(ask))

    def addresses(self, ask: Ask) -> Iterator[str]:
        """Every address of this row; at least one, or the sample does not show this page."""
        found = [[row[0] for row in ask(KEYS[arg])] if arg in KEYS else [arg] for arg in self.args]
        assert all(found), f"the sample has nothing for {self}"
        return (reverse(self.route, args=args) + self.query for args in product(*found))


PAGES = (
    Page("today"),
    Page("week"),
    Page("welcome"),
    Page("people"),
    Page("people", query="?q=a", note="search"),
    Page("people", query="?q=zzzzzz", note="nobody"),
    Page("people", query="?q=notes", note="elsewhere"),
    Page("people", query="?among=active&page=2", note="second"),
    Page("person-new"),
    Page("person", ("person",)),
    Page("person", ("known",)),
    Page("person", ("closed",)),
    Page("person-edit", ("person",)),
    Page("person-close", ("person",)),
    Page("person-erase", ("person",)),
    Page("person-erase", ("person",)),
    Page("rest", ("person",)),
    Page("log", ("person",)),
    Page("ask", ("known",)),
    Page("answer", ("asked",)),
    Page("book", ("known",)),
    Page("conversations"),
    Page("brief", ("booked",)),
    Page("brief", ("debriefed",)),
    Page("interview-move", ("booked",)),
    Page("debrief", ("booked",)),
    Page("debrief", ("held",)),
    Page("person-brief", ("person",)),
    *(Page("draft", ("person", kind)) for kind in KINDS),
    Page("draft", ("closed", "reconnect")),
    Page("draft", ("person", "reconnect"), query="?style=short", note="short"),
    Page("capture"),
    Page("earlier"),
    Page("names"),
    Page("sample"),
    Page("duplicates"),
    Page("duplicate", ("person", "known")),
    Page("import"),
    Page("import-offers"),
    Page("recall"),
    Page("recall", query="?role=nurse", note="role"),
    Page("right"),
    Page("fit"),
    Page("map"),
    Page("ways"),
    Page("ways", query="?q=a", note="several"),
    Page("ways", query="?q=zzzzzz", note="nobody"),
    Page("recommend"),
    Page("recommend", query="?words=nurse", note="found"),
    Page("recommend", query="?words=zzzzzz", note="nobody"),
    Page("what-if"),
    Page("what-if", query="?touches=3&weeks=12", note="chosen"),
    Page("what-if", query="?touches=many&weeks=1", note="unreadable"),
    Page("export"),
    Page("export", query="?q=a", note="one"),
    Page("history"),
    Page("more"),
    Page("settings"),
)

# What a GET of these gives is no page: a file, a piece of one, or the way in.
PIECES = {
    "questions": "the questions for the minutes there are, fetched into the brief",
    "import-job": "only there once a file was handed over: the journeys look at each of its states",
    "import-offer": "only there once an import asks: test_offers looks at it",
    "import-rejects": "a file to save",
    "import-past-rejects": "a file to save",
    "export-copy": "a file to save",
    "export-file": "a file to save",
    "photo": "a picture",
    "person-export": "a file to save",
    "import-past": "only there once an import and the owner differ; the same list stands on its summary",
}


def routes() -> dict[str, URLPattern]:
    """Every named route of the app."""
    found = {}
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        one = waiting.pop()
        if isinstance(one, URLResolver):
            waiting.extend(one.url_patterns)
        else:
            found[one.name or str(one.pattern)] = one
    return found
