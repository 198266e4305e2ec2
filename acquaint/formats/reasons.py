"""The words for every reason that an importer or an import gives, by code; translated when they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from acquaint.formats.account.reasons import ACCOUNT_WORDS
from acquaint.formats.card_reasons import CARD_WORDS
from acquaint.formats.contact_reasons import CONTACT_WORDS, gettext_noop
from acquaint.formats.dated_reasons import DATED_WORDS
from acquaint.formats.records import Reason
from acquaint.formats.table_reasons import TABLE_WORDS

WORDS: Final[dict[str, str]] = {
    **ACCOUNT_WORDS,
    **CONTACT_WORDS,
    **DATED_WORDS,
    **TABLE_WORDS,
    **CARD_WORDS,
    # a source that cannot be used
    "not_found": gettext_noop("{file} is not there."),
    "unreadable": gettext_noop("{file} cannot be opened: {cause}."),
    "not_a_zip": gettext_noop("{file} is not a whole zip archive; perhaps the download broke off."),
    "too_many_entries": gettext_noop("{file} holds more than {limit} files; that is the limit."),
    "file_too_large": gettext_noop("{file} unpacks to more than {limit} bytes; that is the limit."),
    "total_too_large": gettext_noop("All together unpacks to more than {limit} bytes; that is the limit."),
    "ratio": gettext_noop("{file} unpacks to more than {limit} times its size; that is the limit."),
    "overlap": gettext_noop("Files inside {file} share the same bytes, as no honest archive does."),
    "reading_memory": gettext_noop(
        "Reading {file} took more than {limit} MiB of memory; that is the limit, so it was stopped."
    ),
    "reading_time": gettext_noop(
        "Reading {file} got no further in {limit} seconds of work; that is the limit, so it was stopped."
    ),
    "reading_silent": gettext_noop(
        "Nothing came from {file} for {limit} seconds; that is the limit, so reading it was stopped."
    ),
    "reading_failed": gettext_noop("Reading {file} broke down; this is a fault of the program."),
    "unknown_source": gettext_noop(
        "Nothing here is in a format that can be read; say what it is (in the terminal: --as)."
    ),
    "unknown_kind": gettext_noop("There is no importer called {kind}."),
    # a file that is passed over
    "link": gettext_noop("A link; links are never followed."),
    "encrypted": gettext_noop("Locked with a password; unpack it first."),
    "compression": gettext_noop("Packed in a way that is not supported; unpack it first."),
    "too_deep": gettext_noop("More than {limit} folders deep; that is the limit."),
    "no_header": gettext_noop("No row of headings as in {sheet}."),
    "unknown_file": gettext_noop("Not a file that this importer knows; nothing was read from it."),
    "not_people": gettext_noop("Talks with software, not with people."),
    "address_book": gettext_noop("Address books that were once uploaded, not your connections."),
    "jobs": gettext_noop("About job postings, not about people."),
    "activity": gettext_noop("What you posted, followed or saw, not whom you know."),
    "private": gettext_noop("Private data of your account that is not needed here."),
    "own_work": gettext_noop("Your works and certificates, which are not needed here."),
    "learning": gettext_noop("Courses you watched."),
    # something about a file
    "damaged": gettext_noop("{file} is damaged; the rows before the damage were read."),
    "encoding": gettext_noop("Some lines are not UTF-8; they were read as {encoding}."),
    "twice_encoded": gettext_noop(
        "Letters were encoded twice (Ã© for é), in how many rows: {rows}; mend the file."
    ),
    "whose_unknown": gettext_noop(
        "Whose archive this is cannot be told, so no message has a direction;"
        " add Invitations.csv or Profile.csv."
    ),
    # a row that cannot be read
    "unclosed_quote": gettext_noop("A quotation mark is opened and never closed."),
    "stray_quote": gettext_noop("A quotation mark stands in the middle of a cell."),
    "too_few_cells": gettext_noop("The header has {expected} cells, this row {found}."),
    "too_many_cells": gettext_noop("The header has {expected} cells, this row {found}."),
    "record_too_long": gettext_noop("Longer than {limit} characters; that is the limit for one row."),
    "nameless": gettext_noop("The name is missing."),
    "bad_address": gettext_noop("“{value}” is no profile address."),
    "bad_email": gettext_noop("“{value}” is no e-mail address."),
    "bad_date": gettext_noop("“{value}” is no date that can be read in one way."),
    "bad_direction": gettext_noop("“{value}” is neither INCOMING nor OUTGOING."),
    "no_organization": gettext_noop("The organization is missing."),
    "too_long_value": gettext_noop("{column} is longer than {limit} characters."),
    # a row that rightly becomes nothing
    "empty": gettext_noop("Empty."),
    "hidden_member": gettext_noop("A member who left or hides; there is no name to keep."),
    "draft": gettext_noop("A draft that was never sent."),
    "spam": gettext_noop("Spam."),
    "sponsored": gettext_noop("An advertisement."),
    "not_a_member": gettext_noop("Sent by a page, not by a person."),
    "sender_unknown": gettext_noop("The sender has no profile address."),
    "recipient_unknown": gettext_noop("Only a name ({name}) says to whom; a name alone joins nobody."),
    "to_oneself": gettext_noop("A note to yourself."),
    "name_only": gettext_noop("Only a name ({name}) says who; a name alone joins nobody."),
    # what an import decided
    "first_seen": gettext_noop("Not here yet."),
    "unchanged": gettext_noop("The source says what it said before."),
    "said_twice": gettext_noop("The same file says it twice."),
    "changed": gettext_noop("The source says something new: {what}."),
    "kept_yours": gettext_noop(
        "The source says otherwise of {name}: {what}. Yours is kept until you decide."
    ),
    "kept_own_name": gettext_noop(
        "You call yourself {name} here, the source calls you {said}. Yours is kept until you decide."
    ),
    "body_added": gettext_noop("Its text was added."),
    "recognised": gettext_noop("{name} was here already; where they come from is now on record."),
    "shared_profile": gettext_noop(
        "{name} and somebody else here share this profile address; nobody was joined."
    ),
    "shared_address": gettext_noop("{name} and others here share this e-mail address; nobody was joined."),
    "two_people": gettext_noop(
        "The profile address and the e-mail address belong to two different people here."
    ),
    "erased": gettext_noop("You erased this person; they are not brought back."),
    "older": gettext_noop("A newer export said more on {on}; this one is older."),
}

# Why a source was not used, or not to its end: said wherever an import is told of.
REFUSALS: Final = frozenset(
    [
        "not_found",
        "unreadable",
        "not_a_zip",
        "too_many_entries",
        "file_too_large",
        "total_too_large",
        "ratio",
        "overlap",
        "unknown_source",
        "sheet_too_large",
        "trapped",
        "reading_memory",
        "reading_time",
        "reading_silent",
        "reading_failed",
    ]
)


# What a source tells of a person, as `what` in a reason's facts lists it.
FACTS: Final[dict[str, str]] = {
    "name": gettext_noop("name"),
    "credentials": gettext_noop("credentials"),
    "connected_on": gettext_noop("day of connecting"),
    "profile": gettext_noop("profile"),
    "email": gettext_noop("e-mail address"),
    "position": gettext_noop("position"),
    "pronouns": gettext_noop("pronouns"),
    "birthday": gettext_noop("birthday"),
    "notes": gettext_noop("notes"),
    "points": gettext_noop("ways to reach them"),
    "aliases": gettext_noop("further names"),
    "interests": gettext_noop("interests"),
    "details": gettext_noop("facts"),
    "introduced_by": gettext_noop("who introduced you"),
    "photo": gettext_noop("photo"),
    "card": gettext_noop("the rest of the card"),
}


def word(reason: Reason, translate: Callable[[str], str] = str) -> str:
    """The reason as a sentence in the reader's language; a code without words is a mistake (KeyError)."""
    facts = dict(reason.facts)
    if "what" in facts:
        facts["what"] = ", ".join(fact(code, translate) for code in str(facts["what"]).split(", "))
    return translate(WORDS[reason.code]).format_map(facts)


def fact(code: str, translate: Callable[[str], str] = str) -> str:
    """What a fact of a person is called in the reader's language."""
    return translate(FACTS[code]) if code in FACTS else code
