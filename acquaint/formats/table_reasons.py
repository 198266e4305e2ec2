"""The words for what tables and the files of other programs give as reasons; `reasons` holds them all."""

from __future__ import annotations

from typing import Final

from acquaint.formats.contact_reasons import gettext_noop

TABLE_WORDS: Final[dict[str, str]] = {
    # a file that is not read
    "mapping_needed": gettext_noop("What these columns mean must be said first: {columns}."),
    "workbook_inside": gettext_noop("A workbook inside a folder or archive; hand it over by itself."),
    "sheet_too_large": gettext_noop("{file} has more than {rows} rows or {cells} cells; that is the limit."),
    "trapped": gettext_noop("{file} defines a document type, as no honest workbook does."),
    # something about a table
    "columns_kept": gettext_noop("These columns were kept in the notes: {columns}."),
    "dates_unclear": gettext_noop(
        "{rows} rows hold a date that can be read in two ways, and no row tells which;"
        " they were kept as written."
    ),
    "unnamed": gettext_noop("{rows} rows name nobody; an address or an organization stands for the name."),
    # other programs' exports
    "not_json": gettext_noop("{file} is no whole JSON document: {cause}."),
    "left_out": gettext_noop("These parts of the export have no place here: {what}."),
    "no_item": gettext_noop("Neither a heading of this file nor an item of a list."),
    "a_place": gettext_noop("A place; it stands with the contacts that name it."),
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
