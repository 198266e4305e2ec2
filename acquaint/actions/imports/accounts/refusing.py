"""Why an account is not brought in, as one error: nothing of it was written."""

from __future__ import annotations

from django.utils.translation import gettext as _

from acquaint.actions.imports.reports import word
from acquaint.formats.records import Reason
from acquaint.models.errors import Invalid


def refusal(code: str, *, line: int = 0, **facts: object) -> Invalid:
    """The error to raise; `line` is where in the file, 0 for all of it."""
    said = word(Reason(code, facts))
    place = _("Line {line}: {said}").format(line=line, said=said) if line else said
    return Invalid(place, details=[_("Nothing was changed.")])
