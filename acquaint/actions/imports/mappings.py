"""What the columns of a table mean: asked once, remembered by its headings, given to every later import."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from acquaint.actions import settings
from acquaint.actions.changes import Made, writing
from acquaint.formats import registry
from acquaint.formats.apart.errand import StoppedError
from acquaint.formats.apart.reader import Hints, Job, Reader
from acquaint.models import Setting
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope

if TYPE_CHECKING:  # a network's archive has no columns to ask about, and should not wait for those who have
    from acquaint.actions.imports.reports import ImportReport
    from acquaint.formats.contacts.address_books import Question
    from acquaint.formats.contacts.mapping import Mapping as Meaning
    from acquaint.formats.contacts.mapping import Proposal

SETTING = "table mappings"
_UNTOLD: Final = frozenset({"mapping_needed", "unknown_source"})


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody says of the tables that they bring.

    `columns` are headings with a role and a label, for whichever table has them; `day_first` is the order of
    dates such as 3/4/1990, `encoding` how the letters are written, `meanings` whole tables by signature.
    """

    columns: tuple[tuple[str, str, str], ...] = ()
    day_first: bool | None = None
    encoding: str = ""
    meanings: Mapping[str, Meaning] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.columns or self.meanings or self.encoding) or self.day_first is not None

    def mark(self) -> str:
        """What tells one set of answers from another: the same files read otherwise are another import."""
        told = {name: meaning.told() for name, meaning in sorted(self.meanings.items())}
        return repr((self.columns, self.day_first, self.encoding, told)) if self else ""


NONE = Answers()


def column(said: str) -> tuple[str, str, str]:
    """Read `Heading=role` or `Heading=role:label`. Invalid for a role that no column can have."""
    from acquaint.formats.contacts.mapping import ROLES

    heading, _sign, told = said.rpartition("=")
    role, _colon, label = told.partition(":")
    role = role.strip().lower()
    if not heading.strip() or role not in ROLES:
        known = ", ".join(ROLES)
        raise Invalid(_("Say “Heading=role”; a role is one of: {roles}.").format(roles=known), details=[said])
    return heading.strip(), role, label.strip()


def remembered(scope: Scope) -> dict[str, Meaning]:
    """What was answered before, by the signature of a table."""
    from acquaint.formats.contacts.mapping import Mapping as Meaning

    held = Setting.objects.of(scope).filter(name=SETTING).values_list("value", flat=True).first() or {}
    return {signature: Meaning.of(told) for signature, told in held.items()}


def remember(scope: Scope, *, meanings: Mapping[str, Meaning], about: str = "") -> Made:
    """Keep what tables mean; they are not asked about again."""
    with writing(scope, "import.mapping", about=about) as w:
        held = Setting.objects.of(scope).filter(name=SETTING).values_list("value", flat=True).first() or {}
        settings.keep(w, SETTING, {**held, **{name: one.told() for name, one in meanings.items()}})
        return w.result()


def questions(
    scope: Scope, *, paths: Sequence[Path], kind: str | None = None, encoding: str = ""
) -> tuple[Question, ...]:
    """The tables among these files that must be explained first, each with what it seems to mean.

    A table with headings that nobody knows is asked about as well. Errors: Invalid for an unknown encoding.
    """
    hints = Hints(remembered(scope), known_encoding(encoding), any_table=True)
    found: list[Question] = []
    with Reader() as reader:
        jobs, _skipped = reader.plan(paths, kind if kind in registry.kinds() else None, hints)
        for job in jobs:
            if job.asks:
                with suppress(StoppedError):  # the import itself says so
                    found += job.knowing(hints.meanings or {}, encoding).questions()
    return tuple({one.proposal.signature: one for one in found}.values())


def tables(scope: Scope, *, paths: Sequence[Path], encoding: str = "") -> tuple[Question, ...]:
    """Every table among these files with what its columns mean: as it was answered, else as it seems.

    Errors: Invalid for an unknown encoding.
    """
    answers = remembered(scope)
    hints = Hints(answers, known_encoding(encoding), any_table=True)
    found: dict[str, Question] = {}
    with Reader() as reader:
        jobs, _skipped = reader.plan(paths, None, hints)
        for job in jobs:
            if job.asks:
                with suppress(StoppedError):  # the import itself says so
                    for one in job.knowing(answers, encoding).proposals():
                        found[one.proposal.signature] = replace(
                            one, proposal=_answered(one.proposal, answers)
                        )
    return tuple(replace(one, proposal=_answered(one.proposal, answers)) for one in found.values())


def _answered(proposal: Proposal, answers: Mapping[str, Meaning]) -> Proposal:
    """What a table means by what was said of it before; then nothing of it is a guess."""
    if (meaning := answers.get(proposal.signature)) is None:
        return proposal
    mapping = replace(meaning, columns=meaning.on([one.heading for one in proposal.mapping.columns]))
    return replace(proposal, mapping=mapping, asked=(), dates_asked=meaning.day_first is not None)


def may_ask(report: ImportReport) -> bool:
    """Whether any of it was a table or may be one: only then is it worth opening the files again to ask."""
    tables = "acquaint.formats.contacts."
    kinds = {source.kind for source in report.sources}
    return any(registry.TABLE.get(kind, tables).startswith(tables) for kind in kinds) or any(
        notice.code in _UNTOLD for notice in report.skipped
    )


def hints(scope: Scope, said: Answers) -> Hints:
    """A table whose headings nobody knows is one all the same, once somebody said what they mean."""
    meanings = {**remembered(scope), **said.meanings}
    return Hints(meanings, known_encoding(said.encoding), any_table=bool(said.columns))


def knowing(jobs: Sequence[Job], scope: Scope, said: Answers) -> list[Job]:
    """The same jobs, told what was answered now and before. Errors: Invalid, RefusedError."""
    if not any(job.asks for job in jobs):
        return list(jobs)
    meanings = {**remembered(scope), **settled(jobs, scope, said)}
    return [job.knowing(meanings, said.encoding) if job.asks else job for job in jobs]


def keep(scope: Scope, jobs: Iterable[Job], *, about: str) -> None:
    """Remember what was said now of the tables of these jobs."""
    told: dict[str, Meaning] = {}
    for job in jobs:
        told |= job.hints.meanings or {}
    before = remembered(scope) if told else {}
    if news := {signature: one for signature, one in told.items() if before.get(signature) != one}:
        remember(scope, meanings=news, about=about)


def settled(jobs: Iterable[Job], scope: Scope, said: Answers) -> dict[str, Meaning]:
    """What is said now of the tables of these jobs, on top of what was known or proposed.

    Errors: Invalid for a column that none of them has.
    """
    asking = [job for job in jobs if job.asks]
    if not asking:
        return {}
    found = dict(said.meanings)
    if not (said.columns or said.day_first is not None):
        return found
    from acquaint.formats.contacts.headings import plain

    before, used = remembered(scope), set[str]()
    for job in asking:
        for one in job.knowing(before, said.encoding).proposals():
            signature = one.proposal.signature
            meaning = found.get(signature) or before.get(signature) or one.proposal.mapping
            if said.day_first is not None or _speaks_of(said, meaning):
                found[signature] = _told(meaning, said, used)
    if missing := [heading for heading, *_rest in said.columns if plain(heading) not in used]:
        raise Invalid(_("No table here has a column “{heading}”.").format(heading=missing[0]))
    return found


def _speaks_of(said: Answers, meaning: Meaning) -> bool:
    from acquaint.formats.contacts.headings import plain

    here = {plain(one.heading) for one in meaning.columns}
    return any(plain(heading) in here for heading, _role, _label in said.columns)


def _told(meaning: Meaning, said: Answers, used: set[str]) -> Meaning:
    from acquaint.formats.contacts.headings import plain
    from acquaint.formats.contacts.mapping import ROLES

    columns = list(meaning.columns)
    for heading, role, label in said.columns:
        for at, one in enumerate(columns):
            if plain(one.heading) == plain(heading):
                columns[at] = replace(one, role=role, label=label or (one.label if ROLES[role] else ""))
                used.add(plain(heading))
    order = meaning.day_first if said.day_first is None else said.day_first
    return replace(meaning, columns=tuple(columns), day_first=order)


def known_encoding(encoding: str) -> str:
    """The encoding, if there is one of that name. Errors: Invalid."""
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError as error:
        raise Invalid(_("Nobody knows an encoding “{name}”.").format(name=encoding)) from error
