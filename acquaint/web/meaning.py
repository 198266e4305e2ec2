"""What a table's columns mean: asked on a page of plain fields, each guess beside what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from acquaint.formats import spellings
from acquaint.web import scope as scopes
from acquaint.web import uploads
from acquaint.web.forms import Buttons

if TYPE_CHECKING:
    from acquaint.formats.contacts.address_books import Question
    from acquaint.formats.contacts.mapping import Column
    from acquaint.formats.contacts.mapping import Mapping as Meaning

SHOWN = 3  # values of a column
LONGEST = 60  # signs of a value
ENCODINGS: Mapping[str, Any] = {
    "cp1252": gettext_lazy("Western Europe"),
    "cp1250": gettext_lazy("Central Europe"),
    "cp1251": gettext_lazy("Cyrillic"),
    "cp1253": gettext_lazy("Greek"),
    "cp1254": gettext_lazy("Turkish"),
    "cp1255": gettext_lazy("Hebrew"),
    "cp1256": gettext_lazy("Arabic"),
    "mac-roman": gettext_lazy("An old Mac"),
    "cp932": gettext_lazy("Japanese"),
    "gb18030": gettext_lazy("Chinese"),
    "big5": gettext_lazy("Chinese, traditional"),
    "cp949": gettext_lazy("Korean"),
}
DATED = frozenset({"birthday", "met on", "last contact", "anniversary", "event"})
ROLES: tuple[tuple[Any, Mapping[str, Any]], ...] = (
    (
        gettext_lazy("Not sure"),
        {
            "fact": gettext_lazy("Keep it in the notes"),
            "ignored": gettext_lazy("Leave it out"),
        },
    ),
    (
        gettext_lazy("Who it is"),
        {
            "name": gettext_lazy("The full name"),
            "given": gettext_lazy("The given name"),
            "middle": gettext_lazy("The middle name"),
            "family": gettext_lazy("The family name"),
            "prefix": gettext_lazy("A title before the name"),
            "suffix": gettext_lazy("Letters behind the name"),
            "nickname": gettext_lazy("A nickname"),
            "alias": gettext_lazy("How the name is read"),
            "pronouns": gettext_lazy("Pronouns"),
            "key": gettext_lazy("A number of its own for each person"),
        },
    ),
    (
        gettext_lazy("How to reach them"),
        {
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
        },
    ),
    (
        gettext_lazy("What they do"),
        {
            "organization": gettext_lazy("Where they work"),
            "title": gettext_lazy("What they do there"),
            "department": gettext_lazy("Their department"),
        },
    ),
    (
        gettext_lazy("Days"),
        {
            "birthday": gettext_lazy("The birthday"),
            "anniversary": gettext_lazy("An anniversary"),
            "met on": gettext_lazy("When you met"),
            "last contact": gettext_lazy("When you were last in touch"),
            "event": gettext_lazy("Another day"),
        },
    ),
    (
        gettext_lazy("Between you"),
        {
            "how met": gettext_lazy("How you met"),
            "introduced by": gettext_lazy("Who introduced you"),
            "relation": gettext_lazy("Somebody related"),
            "interests": gettext_lazy("What they care about"),
            "categories": gettext_lazy("Groups"),
            "notes": gettext_lazy("Notes"),
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: the field that says what it means, and what stands in its first rows."""

    field: forms.BoundField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table to explain: its file, the columns that are guesses, and those that are certain."""

    file: str
    asked: tuple[Heading, ...]
    sure: tuple[Heading, ...]
    dates: forms.BoundField | None
    without: forms.BoundField


class MeaningForm(forms.Form):
    """A choice for each column of each table, and how the letters are written."""

    def __init__(self, found: uploads.Job, data: Any = None) -> None:
        super().__init__(data)
        self.questions = found.questions
        self.loose = {str(path) for path in uploads.paths_of(found)}
        for number, one in enumerate(self.questions):
            for at, column in enumerate(one.proposal.mapping.columns):
                self.fields[f"column-{number}-{at}"] = _choice(column)
            self.fields[f"without-{number}"] = forms.BooleanField(
                label=_("This is no list of people; leave it out"), required=False
            )
            if unclear := self._unclear(number, one):
                self.fields[f"dates-{number}"] = _order(unclear, one.proposal.mapping.day_first)
        self.ways = _spellings(found)
        self.fields["encoding"] = _letters(found, self.ways, packed=found.questions[0].file not in self.loose)

    def clean(self) -> dict[str, Any]:
        """Insist on somebody being named in each table, and on dates that can be meant in one way only."""
        if self.changes_encoding:
            return self.cleaned_data
        for number, one in enumerate(self.questions):
            if self._is_without(number):
                continue
            if not self._meaning(number, one).names:
                named = _("Say which column of {file} says who somebody is.")
                self.add_error(None, named.format(file=uploads.plain(one.file)))
            if f"dates-{number}" in self.fields and not self.cleaned_data.get(f"dates-{number}"):
                self.add_error(f"dates-{number}", _("Both can be meant; say which."))
        return self.cleaned_data

    @property
    def changes_encoding(self) -> bool:
        """Whether the files are to be read with other letters first."""
        chosen = str(self.cleaned_data.get("encoding", ""))
        return chosen != (self.fields["encoding"].initial or "")

    def meanings(self) -> dict[str, Meaning]:
        """By the signature of each table, what was answered."""
        said = {one.proposal.signature: self._meaning(n, one) for n, one in enumerate(self.questions)}
        loose = self.left_out()
        return {
            one.proposal.signature: said[one.proposal.signature]
            for one in self.questions
            if one.file not in loose
        }

    def left_out(self) -> set[str]:
        """The files that are no tables of people, as far as they lie by themselves."""
        asked = enumerate(self.questions)
        return self.loose & {one.file for number, one in asked if self._is_without(number)}

    def _is_without(self, number: int) -> bool:
        return bool(self.cleaned_data.get(f"without-{number}"))

    def tables(self) -> Iterator[Table]:
        """The fields, table by table."""
        for number, one in enumerate(self.questions):
            columns = [
                Heading(self[f"column-{number}-{at}"], _values(one, at))
                for at in range(len(one.proposal.mapping.columns))
            ]
            asked = set(one.proposal.asked)
            yield Table(
                uploads.plain(one.file),
                tuple(column for at, column in enumerate(columns) if at in asked),
                tuple(column for at, column in enumerate(columns) if at not in asked),
                self[f"dates-{number}"] if f"dates-{number}" in self.fields else None,
                self[f"without-{number}"],
            )

    def _role(self, number: int, at: int, column: Column) -> str:
        """What a column is said to mean, before anything was checked."""
        return str(self.data.get(f"column-{number}-{at}", "")) or column.role

    def _unclear(self, number: int, one: Question) -> str:
        """A date of the table that can be meant in two ways, empty if none can."""
        from acquaint.formats.contacts import dates

        columns = enumerate(one.proposal.mapping.columns)
        dated = [at for at, column in columns if self._role(number, at, column) in DATED]
        cells = [row[at] for row in one.proposal.samples for at in dated if at < len(row)]
        shown = next((cell for cell in cells if dates.unclear(cell)), "")
        proved = any(dates.day_first(cell) is not None for cell in cells)
        return ("" if proved else shown) or ("3/4/1990" if one.proposal.dates_asked else "")

    def _meaning(self, number: int, one: Question) -> Meaning:
        from acquaint.formats.contacts.mapping import ROLES as LABELLED

        meaning = one.proposal.mapping
        columns = []
        for at, column in enumerate(meaning.columns):
            role = str(self.cleaned_data.get(f"column-{number}-{at}") or column.role)
            role = "ignored" if self._is_without(number) else role
            label = (column.label or column.heading.strip()) if LABELLED[role] else ""
            columns.append(column if role == column.role else replace(column, role=role, label=label))
        order = self.cleaned_data.get(f"dates-{number}")
        day_first = order == "day" if order else meaning.day_first
        return replace(meaning, columns=tuple(columns), day_first=day_first)


def _choice(column: Column) -> forms.ChoiceField:
    """A column's field; a role that the page does not offer stays as it was found."""
    choices: list[Any] = [(group, list(roles.items())) for group, roles in ROLES]
    if not any(column.role in roles for _group, roles in ROLES):
        choices.insert(0, (column.role, column.role))
    heading = column.heading.strip() or _("a column without a heading")
    return forms.ChoiceField(label=heading, choices=choices, initial=column.role, required=False)


def _values(one: Question, at: int) -> tuple[str, ...]:
    """What stands in the first rows of a column, each thing once."""
    values = (row[at].strip() for row in one.proposal.samples if at < len(row))
    return tuple(value[:LONGEST] for value in dict.fromkeys(filter(None, values)))[:SHOWN]


def _order(cell: str, day_first: bool | None) -> forms.ChoiceField:  # noqa: FBT001 (None: not told)
    """The question how a date of theirs is meant, each way written out."""
    from acquaint.formats.contacts import dates

    ways = []
    for name, is_day in (("day", True), ("month", False)):
        read = dates.read(cell, first_is_day=is_day) or ""
        said = date_format(date.fromisoformat(read), "j F Y") if len(read) == len("1990-04-03") else read
        ways.append((name, f"{cell}: {said}"))
    initial = None if day_first is None else "day" if day_first else "month"
    label = _("How are the dates meant?")
    return forms.ChoiceField(label=label, choices=ways, widget=Buttons, initial=initial, required=False)


def _letters(found: uploads.Job, ways: list[tuple[str, str]], *, packed: bool) -> forms.ChoiceField:
    """How the letters are written: by what they look like; of a packed file, which is not opened, by name."""
    widget: type[forms.Widget]
    if ways:
        label, choices, widget = _("Which of these reads right?"), ways, forms.RadioSelect
    elif packed:
        label, widget = _("Do letters look strange? Then they are written as"), forms.Select
        choices = [("", _("as it is now")), *((name, f"{said} ({name})") for name, said in ENCODINGS.items())]
    else:
        label, choices, widget = "", [(found.encoding, "")], forms.HiddenInput
    return forms.ChoiceField(
        label=label, choices=choices, required=False, initial=found.encoding, widget=widget
    )


def _spellings(found: uploads.Job) -> list[tuple[str, str]]:
    """How the first table's own letters read in each encoding that makes a difference; none if one does."""
    ways = spellings.of(uploads.paths_of(found), found.questions[0].file, list(ENCODINGS), found.encoding)
    if len(ways) < 2 and not found.encoding:  # noqa: PLR2004 (nothing to choose between)
        return []
    return [(one.encoding, f"{one.text} ({ENCODINGS.get(one.encoding, _('as it is now'))})") for one in ways]


def shown(found: uploads.Job, form: MeaningForm | None = None) -> dict[str, Any]:
    """Return what the page of a job shows that waits for answers."""
    form = form or MeaningForm(found)
    return {"form": form, "tables": list(form.tables()), "letters": bool(form.ways)}


@require_POST
def again(request: HttpRequest, token: str) -> HttpResponse:
    """Look once more at what the columns mean, as it was answered or seemed."""
    scope = scopes.of(request)
    uploads.ask_again(scope, uploads.find(scope, token))
    return HttpResponseRedirect(reverse("import-job", args=[token]))


@require_POST
def answered(request: HttpRequest, token: str) -> HttpResponse:
    """Keep what the columns mean, and read on."""
    scope = scopes.of(request)
    found = uploads.find(scope, token)
    to = HttpResponseRedirect(reverse("import-job", args=[token]))
    if found.state != "asking":
        return to
    form = MeaningForm(found, request.POST)
    if not form.is_valid() and "look" not in request.POST:
        return render(
            request, "acquaint/imports/asking.html", {"job": found, **shown(found, form)}, status=422
        )
    if form.changes_encoding:
        uploads.answer(scope, found, {}, form.cleaned_data["encoding"])
    elif "look" not in request.POST:
        uploads.answer(scope, found, form.meanings(), found.encoding, form.left_out())
    return to
