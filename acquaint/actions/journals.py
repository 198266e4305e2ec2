"""The journal of the search: experiences and saved pages, in the owner's own words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, Writer, writing
from acquaint.models import JournalEntry, Person
from acquaint.models.errors import Invalid
from acquaint.models.journals import ENTRY_KINDS
from acquaint.models.scope import Scope
from acquaint.text.contact_points import profile
from acquaint.text.names import storable

ABOUT = 80  # signs of an entry that history shows


def write(
    w: Writer, text: str, *, on: date, kind: str = "entry", url: str = "", person: Person | None = None
) -> JournalEntry:
    """An entry inside a wider deed; Invalid without words or a page, or for what is no web address."""
    words, page = storable(text).strip(), storable(url).strip()
    if kind not in ENTRY_KINDS:
        raise Invalid(_("A journal entry is one of: {kinds}.").format(kinds=", ".join(ENTRY_KINDS)))
    if page and not profile(page):
        raise Invalid(_("“{url}” is not a web address.").format(url=url))
    if not words and not page:
        raise Invalid(_("A journal entry needs words, or a page to keep."))
    row = w.add(JournalEntry, on=on, kind=kind, text=words, url=page, person=person)
    w.note("journalentry", row)
    return row


def add(
    scope: Scope, *, text: str = "", url: str = "", person: str | None = None, on: date | None = None
) -> Made:
    """Write down an experience, or keep a page; `person` is the key of whom it is about."""
    with writing(scope, "journal.add", about=(text or url)[:ABOUT]) as w:
        who = w.get(Person, person) if person else None
        kind = "bookmark" if url else "entry"
        write(w, text, on=on or scope.today, kind=kind, url=url, person=who)
        return w.result()


def edit(
    scope: Scope,
    *,
    entry: str,
    text: str | None = None,
    url: str | None = None,
    on: date | None = None,
    person: str | None = None,
) -> Made:
    """Change an entry; what is None stays, an empty `person` means nobody in particular."""
    with writing(scope, "journal.edit") as w:
        row = w.get(JournalEntry, entry)
        words = row.text if text is None else storable(text).strip()
        page = row.url if url is None else storable(url).strip()
        if page and page != row.url and not profile(page):
            raise Invalid(_("“{url}” is not a web address.").format(url=page))
        if not words and not page:
            raise Invalid(_("A journal entry needs words, or a page to keep."))
        w.about = (words or page)[:ABOUT]
        told: dict[str, object] = {"text": words, "url": page, "on": on or row.on}
        if person is not None:
            told["person"] = w.get(Person, person) if person else None
        w.edit(row, **told)
        w.note("journalentry", row)
        return w.result()


def remove(scope: Scope, *, entry: str) -> Made:
    """Take an entry out of the journal."""
    with writing(scope, "journal.remove") as w:
        row = w.get(JournalEntry, entry)
        w.about = (row.text or row.url)[:ABOUT]
        w.remove(row)
        return w.result()
