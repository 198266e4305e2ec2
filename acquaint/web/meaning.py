"""What a table's columns mean: asked on a page of plain fields, each guess beside what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from acquaint.web import scope as scopes
from acquaint.web import uploads

if TYPE_CHECKING:
    from acquaint.formats.contacts.address_books import Question
    from acquaint.formats.contacts.mapping import Column
    from acquaint.formats.contacts.mapping import Mapping as Meaning

SHOWN = 3  # values of a column
ENCODINGS = (
    "utf-8",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1254",
    "mac-roman",
    "cp932",
    "gb18030",
    "big5",
    "cp949",
)
ROLES: Mapping[str, Any] = {
    "fact": gettext_lazy("Keep it in the notes, under its heading"),
    "ignored": gettext_lazy("Leave it out"),
    "name": gettext_lazy("The full name"),
    "given": gettext_lazy("The given name"),
    "middle": gettext_lazy("The middle name"),
    "family": gettext_lazy("The family name"),
    "prefix": gettext_lazy("A title before the name"),
    "suffix": gettext_lazy("Letters behind the name"),
    "nickname": gettext_lazy("A nickname"),
    "alias": gettext_lazy("How the name is read"),
    "pronouns": gettext_lazy("Pronouns"),
    "email": gettext_lazy("An e-mail address"),
    "phone": gettext_lazy("A phone number"),
    "url": gettext_lazy("A web page"),
    "handle": gettext_lazy("A name in a chat"),
    "address": gettext_lazy("A whole address"),
    "street": gettext_lazy("The street"),
    "postcode": gettext_lazy("The postal code"),
    "city": gettext_lazy("The town"),
    "region": gettext_lazy("The region"),
    "country": gettext_lazy("The country"),
    "organization": gettext_lazy("Where they work"),
    "department": gettext_lazy("Their department"),
    "title": gettext_lazy("What they do"),
    "birthday": gettext_lazy("The birthday"),
    "anniversary": gettext_lazy("An anniversary"),
    "event": gettext_lazy("Another day"),
    "relation": gettext_lazy("Somebody related"),
    "introduced by": gettext_lazy("Who introduced you"),
    "how met": gettext_lazy("How you met"),
    "met on": gettext_lazy("When you met"),
    "last contact": gettext_lazy("When you were last in touch"),
    "interests": gettext_lazy("What they care about"),
    "categories": gettext_lazy("Groups"),
    "notes": gettext_lazy("Notes"),
    "key": gettext_lazy("A number of its own for each person"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table to explain: its file, the columns that are guesses, and those that are certain."""

    file: str
    asked: tuple[forms.BoundField, ...]
    sure: tuple[forms.BoundField, ...]
    dates: forms.BoundField | None


class MeaningForm(forms.Form):
    """A choice for each column of each table, and how the letters are written."""

    def __init__(self, questions: tuple[Question, ...], encoding: str, data: Any = None) -> None:
        super().__init__(data)
        self.questions = questions
        for number, one in enumerate(questions):
            for at, column in enumerate(one.proposal.mapping.columns):
                self.fields[f"column-{number}-{at}"] = _choice(column, one, at)
            if one.proposal.dates_asked:
                orders = (("day", _("3/4/1990 is in April")), ("month", _("3/4/1990 is in March")))
                self.fields[f"dates-{number}"] = forms.ChoiceField(
                    label=_("How are the dates meant?"),
                    choices=orders,
                    widget=forms.RadioSelect,
                    initial="day",
                )
        names = (("", _("I see no strange letters")), *((name, name) for name in ENCODINGS))
        self.fields["encoding"] = forms.ChoiceField(
            label=_("Do letters look strange? Then they are written as"),
            choices=names,
            required=False,
            initial=encoding,
        )

    def clean(self) -> dict[str, Any]:
        """Insist on somebody being named in each table."""
        for number, one in enumerate(self.questions):
            if not self._meaning(number, one).names and not self.changes_encoding:
                self.add_error(
                    None,
                    _("Say which column of {file} says who somebody is.").format(
                        file=uploads.plain(one.file)
                    ),
                )
        return self.cleaned_data

    @property
    def changes_encoding(self) -> bool:
        """Whether the files are to be read with other letters first."""
        chosen = str(self.cleaned_data.get("encoding", ""))
        return chosen != (self.fields["encoding"].initial or "")

    def meanings(self) -> dict[str, Meaning]:
        """By the signature of each table, what was answered."""
        return {one.proposal.signature: self._meaning(n, one) for n, one in enumerate(self.questions)}

    def tables(self) -> Iterator[Table]:
        """The fields, table by table."""
        for number, one in enumerate(self.questions):
            fields = [self[f"column-{number}-{at}"] for at in range(len(one.proposal.mapping.columns))]
            asked = {at for at in one.proposal.asked if at < len(fields)}
            yield Table(
                uploads.plain(one.file),
                tuple(field for at, field in enumerate(fields) if at in asked),
                tuple(field for at, field in enumerate(fields) if at not in asked),
                self[f"dates-{number}"] if f"dates-{number}" in self.fields else None,
            )

    def _meaning(self, number: int, one: Question) -> Meaning:
        from acquaint.formats.contacts.mapping import ROLES as LABELLED

        meaning = one.proposal.mapping
        columns = []
        for at, column in enumerate(meaning.columns):
            role = str(self.cleaned_data.get(f"column-{number}-{at}", column.role))
            label = (column.label or column.heading.strip()) if LABELLED[role] else ""
            columns.append(column if role == column.role else replace(column, role=role, label=label))
        order = self.cleaned_data.get(f"dates-{number}")
        day_first = meaning.day_first if order is None else order == "day"
        return replace(meaning, columns=tuple(columns), day_first=day_first)


def _choice(column: Column, one: Question, at: int) -> forms.ChoiceField:
    """A column's field; a role that the page does not offer stays as it was found."""
    choices = [*ROLES.items()]
    if column.role not in ROLES:
        choices.append((column.role, column.role))
    values = [row[at] for row in one.proposal.samples if at < len(row) and row[at]][:SHOWN]
    heading = column.heading.strip() or _("a column without a heading")
    return forms.ChoiceField(
        label=heading, choices=choices, initial=column.role, help_text=" · ".join(values)[:200]
    )


def shown(found: uploads.Job, form: MeaningForm | None = None) -> dict[str, Any]:
    """Return what the page of a job shows that waits for answers."""
    form = form or MeaningForm(found.questions, found.encoding)
    return {"form": form, "tables": list(form.tables())}


@require_POST
def answered(request: HttpRequest, token: str) -> HttpResponse:
    """Keep what the columns mean, and read on."""
    scope = scopes.of(request)
    found = uploads.find(scope, token)
    to = HttpResponseRedirect(reverse("import-job", args=[token]))
    if found.state != "asking":
        return to
    form = MeaningForm(found.questions, found.encoding, request.POST)
    if not form.is_valid():
        return render(
            request, "acquaint/imports/asking.html", {"job": found, **shown(found, form)}, status=422
        )
    meanings = {} if form.changes_encoding else form.meanings()
    uploads.answer(scope, found, meanings, form.cleaned_data["encoding"])
    return to
