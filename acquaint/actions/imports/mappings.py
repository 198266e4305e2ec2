"""What the columns of a table mean: asked once, remembered by its headings, given to every later import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, cast

from django.utils.translation import gettext as _

from acquaint.actions import settings
from acquaint.actions.changes import Made, writing
from acquaint.formats import registry
from acquaint.formats.archives import Source
from acquaint.models import Setting
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope

if TYPE_CHECKING:  # a network's archive has no columns to ask about, and should not wait for those who have
    from acquaint.formats.contacts.address_books import Question
    from acquaint.formats.contacts.mapping import Mapping as Meaning
    from acquaint.formats.contacts.mapping import Proposal
    from acquaint.formats.registry import Importer, Job

SETTING = "table mappings"


class Asking(Protocol):
    """An importer that may have to ask what a table means."""

    def answered(self, answers: Mapping[str, Meaning], encoding: str = "") -> Self:
        """The same importer, knowing the answers."""

    def sniff(self, source: Source) -> bool:
        """Whether it knows the source."""

    def questions(self, source: Source) -> Iterator[Question]:
        """The tables whose headings leave something open."""

    def proposals(self, source: Source) -> Iterator[Question]:
        """Every table, with what it seems to mean."""


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
    answers = remembered(scope)
    found: list[Question] = []
    with ExitStack() as stack:
        for importer, source in _asking(stack, paths, kind):
            found += _knowing(importer, answers, encoding).questions(source)
    return tuple({one.proposal.signature: one for one in found}.values())


def tables(scope: Scope, *, paths: Sequence[Path], encoding: str = "") -> tuple[Question, ...]:
    """Every table among these files with what its columns mean: as it was answered, else as it seems.

    Errors: Invalid for an unknown encoding.
    """
    answers = remembered(scope)
    found: dict[str, Question] = {}
    with ExitStack() as stack:
        for importer, source in _asking(stack, paths, None):
            for one in _knowing(importer, answers, encoding).proposals(source):
                found[one.proposal.signature] = replace(one, proposal=_answered(one.proposal, answers))
    return tuple(found.values())


def _answered(proposal: Proposal, answers: Mapping[str, Meaning]) -> Proposal:
    """What a table means by what was said of it before; then nothing of it is a guess."""
    if (meaning := answers.get(proposal.signature)) is None:
        return proposal
    mapping = replace(meaning, columns=meaning.on([one.heading for one in proposal.mapping.columns]))
    return replace(proposal, mapping=mapping, asked=(), dates_asked=meaning.day_first is not None)


def kind_of(scope: Scope, source: Source, said: Answers) -> str:
    """A table whose headings nobody knows is one all the same, once somebody said what they mean."""
    asking = cast("Asking", registry.importer(registry.ANY_TABLE))
    known = _knowing(asking, {**remembered(scope), **said.meanings}, said.encoding)
    return registry.ANY_TABLE if said.columns or known.sniff(source) else ""


def knowing(jobs: Sequence[Job], scope: Scope, said: Answers) -> list[Job]:
    """The same jobs, their importers told what was answered now and before. Errors: Invalid."""
    if not any(hasattr(job.importer, "answered") for job in jobs):
        return list(jobs)
    meanings = {**remembered(scope), **settled(jobs, scope, said)}
    return [_told_job(job, meanings, said) if hasattr(job.importer, "answered") else job for job in jobs]


def _told_job(job: Job, meanings: Mapping[str, Meaning], said: Answers) -> Job:
    asking = cast("Asking", job.importer)
    return replace(job, importer=cast("Importer", _knowing(asking, meanings, said.encoding)))


def keep(scope: Scope, jobs: Iterable[Job], said: Answers, *, about: str) -> None:
    """Remember what was said now of the tables of these jobs."""
    if told := settled(jobs, scope, said):
        remember(scope, meanings=told, about=about)


def settled(jobs: Iterable[Job], scope: Scope, said: Answers) -> dict[str, Meaning]:
    """What is said now of the tables of these jobs, on top of what was known or proposed.

    Errors: Invalid for a column that none of them has.
    """
    asking = [job for job in jobs if hasattr(job.importer, "answered")]
    if not asking:
        return {}
    found = dict(said.meanings)
    if not (said.columns or said.day_first is not None):
        return found
    from acquaint.formats.contacts.headings import plain

    before, used = remembered(scope), set[str]()
    for job in asking:
        for one in _knowing(cast("Asking", job.importer), before, said.encoding).proposals(job.source):
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


def _knowing(asking: Asking, answers: Mapping[str, Meaning], encoding: str) -> Asking:
    try:
        return asking.answered(answers, encoding)
    except LookupError as error:
        raise Invalid(_("Nobody knows an encoding “{name}”.").format(name=encoding)) from error


def _asking(stack: ExitStack, paths: Sequence[Path], kind: str | None) -> Iterator[tuple[Asking, Source]]:
    """The importers that may ask, each with what it would read; any table's for what nobody else knows."""
    jobs, _skipped = registry.plan(
        paths, kind if kind in registry.kinds() else None, lambda _source: registry.ANY_TABLE
    )
    for job in jobs:
        stack.callback(job.source.close)
    for job in jobs:
        if hasattr(job.importer, "questions"):
            yield cast("Asking", job.importer), job.source
