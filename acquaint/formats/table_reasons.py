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
}
