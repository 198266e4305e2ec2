"""The importer of mail: which files are letters or mailboxes, whose they are, one outcome for each letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Final, Literal

from acquaint.formats.archives import DamagedError, Entry, Source
from acquaint.formats.mail.addresses import same_box
from acquaint.formats.mail.letters import Letters
from acquaint.formats.mail.owner import find_owner
from acquaint.formats.mail.splitting import Letter, one_letter, split_mbox
from acquaint.formats.records import EventRecord, Origin, Reason, Said, Self, Skipped, Warned

Form = Literal["mbox", "letter"]
_HEAD: Final = 4096
_SNIFFED: Final = 50  # files of a folder that are looked into to tell what it is
_OTHERS: Final = frozenset(
    {
        ".csv", ".tsv", ".vcf", ".ics", ".json", ".xml", ".html", ".htm", ".pdf", ".jpg", ".jpeg", ".png",
        ".gif", ".zip", ".gz", ".msf", ".dat", ".db", ".sqlite", ".md", ".xlsx",
    }
)  # fmt: skip
_MAILBOX: Final = re.compile(rb"\s{0,8}From [^\n]{0,900}\n(?:>?[!-9;-~]{1,200}[ \t]*:|>From )")
_FIELD: Final = re.compile(
    rb"^(from|to|cc|date|subject|message-id|received|return-path|delivered-to|mime-version|content-type|sender"
    rb"|reply-to|x-[a-z-]{1,60})[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_COUNTED: Final = re.compile(rb"[ \t]*\d{1,12}[ \t]*\r?\n")
_FLAGS: Final = re.compile(r"[:;!]2,([A-Za-z]*)$")
_FIELDS_AT_LEAST: Final = 2
_LETTERS: Final = frozenset({".eml", ".emlx"})


class Mail:
    """Letters (.eml, .emlx), mbox files and Maildir folders, loose, in folders or zipped."""

    kind = "mail"

    def sniff(self, source: Source) -> bool:
        """Whether a file of the source is a letter or a mailbox, told by how it begins."""
        return any(_form(entry) for entry in source.entries[:_SNIFFED])

    def exported_on(self, source: Source) -> date | None:
        """A mailbox does not say as of when it speaks."""
        del source
        return None

    def chosen(self, source: Source) -> tuple[Entry, ...]:
        """The files that would be read."""
        return tuple(entry for entry in source.entries if _form(entry))

    def read(
        self, source: Source, known: Self | None = None, *, bodies: bool = False
    ) -> Iterator[Said | EventRecord]:
        """Yield one outcome a letter and one a meeting that it carries. Errors: RefusedError, before any.

        `bodies` has the text of each letter read too; without it no text leaves the file.
        """
        forms = {entry.name: form for entry in source.entries if (form := _form(entry))}
        source.admit(entry for entry in source.entries if entry.name in forms)
        yield from source.skipped
        own = frozenset(map(same_box, (known or Self()).emails)) - {""}
        own |= find_owner(_letters(source, forms))
        if forms and not own:
            yield Warned(Origin(source.shown), Reason("whose_mail_unknown"))
        letters = Letters(own, bodies=bodies)
        for entry in source.entries:
            if form := forms.get(entry.name):
                yield from _read(entry, form, letters)
            else:
                yield Skipped(Origin(entry.shown), Reason("unknown_file"))


def _read(entry: Entry, form: Form, letters: Letters) -> Iterator[Said | EventRecord]:
    found = _FLAGS.search(entry.name)
    try:
        for letter in _of_file(entry, form):
            yield from letters.outcomes(letter, entry.shown, found[1] if found else "")
    except DamagedError as error:
        yield Warned(Origin(entry.shown), error.reason)


def _of_file(entry: Entry, form: Form) -> Iterator[Letter]:
    with entry.open() as stream:
        if form == "mbox":
            yield from split_mbox(stream)
        else:
            yield one_letter(stream)


def _letters(source: Source, forms: dict[str, Form]) -> Iterator[Letter]:
    """All letters, for looking something up; what is damaged is passed over."""
    for entry in source.entries:
        if form := forms.get(entry.name):
            try:
                yield from _of_file(entry, form)
            except DamagedError:
                continue


def _form(entry: Entry) -> Form | None:
    """What kind of file it is; a Maildir's letters are known by their folder, all others by content."""
    path = PurePosixPath(entry.name)
    if path.parent.name in {"cur", "new"} and path.suffix.lower() not in _OTHERS:
        return "letter"
    if entry.suffix in _OTHERS or path.parent.name == "tmp":
        return None
    try:
        with entry.open() as stream:
            head = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    except DamagedError:
        return None
    if _MAILBOX.match(head):
        return "mbox"
    if found := _COUNTED.match(head):
        head = head[found.end() :]
    named = {name.lower() for name in _FIELD.findall(head.partition(b"\n\n")[0])}
    begins = re.match(rb"\s*[!-9;-~]{1,200}[ \t]*:", head)
    least = 1 if entry.suffix in _LETTERS else _FIELDS_AT_LEAST
    return "letter" if begins and len(named) >= least else None
