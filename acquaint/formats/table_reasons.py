"""The words for what tables and the files of other programs give as reasons; `reasons` holds them all."""

from __future__ import annotations

from typing import Final

from acquaint.formats.contact_reasons import gettext_noop

TABLE_WORDS: Final[dict[str, str]] = {
    # a file that is not read
    "mapping_needed": gettext_noop("What these columns mean must be said first: {columns}."),
    "no_headings": gettext_noop(
        "{file} is a table without a row of headings; write one above it, such as Name,Email,Phone."
    ),
    "workbook_inside": gettext_noop("A workbook inside an archive; unpack it and hand it over by itself."),
    "archive_inside": gettext_noop(
        "An archive inside a folder or another archive; it is not opened. Hand it over by itself."
    ),
    "other_workbook": gettext_noop("A workbook of a kind that is not read; save it as .xlsx or CSV."),
    "outlook_file": gettext_noop(
        "A file of Outlook's own; export people from Outlook as CSV, letters as .eml or mbox."
    ),
    "other_address_book": gettext_noop(
        "An address book of a kind that is not read; export it as vCard (.vcf) or CSV."
    ),
    "nobody_reads": gettext_noop("In no format that can be read; nothing was read from it."),
    "sheet_too_large": gettext_noop("{file} has more than {rows} rows or {cells} cells; that is the limit."),
    "trapped": gettext_noop("{file} defines a document type, as no honest workbook does."),
    # something about a table
    "columns_kept": gettext_noop("These columns were kept in the notes: {columns}."),
    "dates_unclear": gettext_noop(
        "Rows with a date that can be read in two ways: {rows}."
        " No row tells which, so they were kept as written."
    ),
    "unnamed": gettext_noop(
        "Rows that name nobody: {rows}. An address or an organization stands for the name."
    ),
    # other programs' exports
    "not_json": gettext_noop("{file} is no whole JSON document: {cause}."),
    "left_out": gettext_noop("These parts of the export have no place here: {what}."),
    "no_item": gettext_noop("Neither a heading of this file nor an item of a list."),
    "a_place": gettext_noop("A place; it stands with the contacts that name it."),
    "yourself": gettext_noop("That is you; how you are reached is kept with you."),
    "related_to_you": gettext_noop("Between you and somebody; it stands with them."),
    "nobody_related": gettext_noop("It does not say between whom."),
    "no_text": gettext_noop("There is no text in it."),
    "nobody_meant": gettext_noop("It names nobody."),
    "made_by_itself": gettext_noop("A reminder that the program made by itself, such as for a birthday."),
    "secret": gettext_noop("Keys and passwords of the other program; they are never read."),
    "of_the_program": gettext_noop("Says how the other program was set up, not whom you know."),
    "file_elsewhere": gettext_noop("A file that is not in this export."),
    "bad_statement": gettext_noop("A line that is no row of the table {table}."),
    "deleted_there": gettext_noop("Deleted in the other program."),
    "merged_there": gettext_noop("Joined with somebody else in the other program."),
}

# What a column may be said to hold, in the order in which a person is asked.
ROLE_WORDS: Final[dict[str, str]] = {
    "name": gettext_noop("full name"),
    "given": gettext_noop("first name"),
    "middle": gettext_noop("middle name"),
    "family": gettext_noop("last name"),
    "prefix": gettext_noop("form of address"),
    "suffix": gettext_noop("letters behind the name"),
    "nickname": gettext_noop("nickname or former name"),
    "alias": gettext_noop("how the name is read"),
    "pronouns": gettext_noop("pronouns"),
    "email": gettext_noop("e-mail address"),
    "phone": gettext_noop("telephone"),
    "url": gettext_noop("web page or profile"),
    "handle": gettext_noop("name in a chat"),
    "address": gettext_noop("postal address"),
    "street": gettext_noop("street"),
    "extended": gettext_noop("second line of the address"),
    "pobox": gettext_noop("post office box"),
    "postcode": gettext_noop("postal code"),
    "city": gettext_noop("town"),
    "region": gettext_noop("region"),
    "country": gettext_noop("country"),
    "organization": gettext_noop("organization"),
    "department": gettext_noop("department"),
    "title": gettext_noop("job title"),
    "job description": gettext_noop("what the job is about"),
    "birthday": gettext_noop("birthday"),
    "birth year": gettext_noop("year of birth"),
    "birth month": gettext_noop("month of birth"),
    "birth day": gettext_noop("day of birth"),
    "anniversary": gettext_noop("anniversary"),
    "event": gettext_noop("another day to remember"),
    "introduced by": gettext_noop("who introduced us"),
    "how met": gettext_noop("how we met"),
    "met on": gettext_noop("when we met"),
    "last contact": gettext_noop("last contact"),
    "relation": gettext_noop("somebody related to them"),
    "interests": gettext_noop("interests"),
    "categories": gettext_noop("groups or tags"),
    "gender": gettext_noop("gender"),
    "photo": gettext_noop("address of a picture"),
    "notes": gettext_noop("notes"),
    "created": gettext_noop("when it was written down"),
    "revised": gettext_noop("when it was last changed"),
    "key": gettext_noop("number in the other program"),
    "label": gettext_noop("what the column beside it is for"),
    "custom": gettext_noop("a note under its own heading"),
    "bookkeeping": gettext_noop("a note, where it says anything"),
    "fact": gettext_noop("a note under this heading"),
    "ignored": gettext_noop("nothing; leave it out"),
}
