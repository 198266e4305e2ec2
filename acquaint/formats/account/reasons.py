"""The words for what can be wrong with an account brought back; `reasons` holds them with all others."""

from __future__ import annotations

from typing import Final

from acquaint.formats.contact_reasons import gettext_noop

ACCOUNT_WORDS: Final[dict[str, str]] = {
    # the document
    "account_not_json": gettext_noop("This is not JSON as it should be."),
    "account_not_whole": gettext_noop("The file ends too early; perhaps the copy broke off."),
    "account_not_utf8": gettext_noop("The file is not UTF-8."),
    "account_after_the_end": gettext_noop("Something follows after the end of the account."),
    "account_twice": gettext_noop("“{name}” stands here twice."),
    "account_no_row": gettext_noop("A row has to be an object."),
    "account_row_too_long": gettext_noop("A row is longer than {limit} characters; that is the limit."),
    "account_newer": gettext_noop(
        "It was written by a newer Acquaint (schema {found}; this one reads up to {known})."
    ),
    "account_unknown": gettext_noop("It does not say which schema it has."),
    # a row of it
    "account_unknown_table": gettext_noop("There is no table “{table}”."),
    "account_unknown_column": gettext_noop("“{table}” has no column “{column}”."),
    "account_bad_value": gettext_noop("In “{table}”, “{column}” holds what it cannot hold."),
    "account_missing_value": gettext_noop("In “{table}”, “{column}” is missing."),
    "account_leads_nowhere": gettext_noop(
        "In “{table}”, “{column}” leads to {key}, which is not in the file."
    ),
    "account_breaks_rule": gettext_noop("A row of “{table}” breaks a rule of the data: {problem}"),
    # where it cannot go
    "account_none": gettext_noop("This is no account that Acquaint wrote."),
    "account_alone": gettext_noop("A whole account is brought in alone, without other files."),
    "account_not_empty": gettext_noop(
        "A whole account goes into an empty folder only (acquaint --data NEW-FOLDER import FILE);"
        " here there is something already."
    ),
    "account_other_marks": gettext_noop(
        "People were erased here and in that account, under different seals, which cannot be joined:"
        " bring it into another folder."
    ),
    "account_holds_erased": gettext_noop(
        "It holds somebody whom you erased here, and they are not brought back."
    ),
}
