"""Questions you want to ask, at the terminal: written, marked as a must, asked and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from acquaint.cli.grammar import group
from acquaint.cli.output import Table, emit
from acquaint.cli.sessions import scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.actions.changes import Made
    from acquaint.models.scope import Scope
    from acquaint.queries.questions import QuestionCard

COLUMNS = ("id", "must", "question", "field", "answer")


@group(
    "question",
    examples=('acquaint question add "Which certificate counts?" --must', "acquaint question list"),
    see=("acquaint prep",),
)
def question() -> None:
    """Questions you want to ask."""


@question.command(
    "add",
    examples=(
        'acquaint question add "Which certificate counts?" --field "Health IT" --must',
        'acquaint question add "What would you do first?"',
    ),
    see=("acquaint prep",),
)
@click.argument("text")
@click.option("--field", default="", help=_("The field it is about; without it, it is for everybody."))
@click.option("--category", default="", help=_("Where in the talk it belongs, such as path, work or entry."))
@click.option("--must", is_flag=True, help=_("Put it first in the brief."))
@scoped
def add(ctx: click.Context, scope: Scope, text: str, field: str, category: str, must: bool) -> None:
    """Write down a question."""
    from acquaint.actions import questions
    from acquaint.queries import finding

    key = finding.field(scope, field) if field else None
    made = questions.add(scope, text=text, category=category, field=key, must=must)
    _show(ctx, scope, "question.add", made)


@question.command(
    "edit",
    examples=(
        'acquaint question edit 7f3kx2 --text "Which licence counts?"',
        "acquaint question edit 7f3kx2 --must",
    ),
    see=("acquaint question list",),
)
@click.argument("question_id", metavar="ID")
@click.option("--text", default=None)
@click.option("--field", default=None, help=_("The field it is about; empty for everybody."))
@click.option("--category", default=None)
@click.option("--must/--no-must", default=None, help=_("Put it first in the brief, or not."))
@scoped
def edit(
    ctx: click.Context,
    scope: Scope,
    question_id: str,
    text: str | None,
    field: str | None,
    category: str | None,
    must: bool | None,
) -> None:
    """Change a question."""
    from acquaint.actions import questions
    from acquaint.queries import finding

    key = finding.field(scope, field) if field else field
    made = questions.edit(
        scope, question=_whole(scope, question_id), text=text, category=category, field=key, must=must
    )
    _show(ctx, scope, "question.edit", made)


@question.command(
    "asked",
    examples=('acquaint question asked 7f3kx2 ada --answer "the state licence"',),
    see=("acquaint debrief",),
)
@click.argument("question_id", metavar="ID")
@click.argument("who")
@click.option("--answer", default="", help=_("What they answered."))
@scoped
def asked(ctx: click.Context, scope: Scope, question_id: str, who: str, answer: str) -> None:
    """Record that a question was asked in the last talk with a person."""
    from acquaint.actions import questions
    from acquaint.queries import interviews

    talk = interviews.last(scope, interviews.which(scope, who))
    made = questions.asked(scope, question=_whole(scope, question_id), interview=talk, answer=answer)
    _show(ctx, scope, "question.asked", made)


@question.command("show", examples=("acquaint question show 7f3kx2",), see=("acquaint question list",))
@click.argument("question_id", metavar="ID")
@scoped
def show(ctx: click.Context, scope: Scope, question_id: str) -> None:
    """Show one question and its answer."""
    from acquaint.queries import questions

    card = questions.show(scope, _whole(scope, question_id))
    emit(ctx, "question.show", card, table=Table(COLUMNS, [_row(card)]))


@question.command(
    "list",
    examples=("acquaint question list", 'acquaint question list --field "Health IT" --all'),
    see=("acquaint prep",),
)
@click.option("--field", default="", help=_("Only those of one field."))
@click.option("--all", "everything", is_flag=True, help=_("Those that were asked as well."))
@scoped
def list_questions(ctx: click.Context, scope: Scope, field: str, everything: bool) -> None:
    """List the questions you have not asked yet."""
    from acquaint.queries import finding, questions

    key = finding.field(scope, field) if field else None
    found = questions.listed(scope, field=key, answered=everything)
    table = Table(COLUMNS, [_row(one) for one in found], _("No question yet."))
    emit(ctx, "question.list", found, table=table)


def _whole(scope: Scope, said: str) -> str:
    from acquaint.queries import keys

    return keys.whole(scope, "question", said)


def _show(ctx: click.Context, scope: Scope, name: str, made: Made) -> None:
    from acquaint.queries import questions

    card = questions.show(scope, made.items[0][1])
    emit(ctx, name, card, undo=made.undo, table=Table(COLUMNS, [_row(card)]))


def _row(one: QuestionCard) -> tuple[object, ...]:
    return (one.id, "must" if one.must else "", one.text, one.field.name if one.field else "", one.answer)
