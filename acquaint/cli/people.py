"""People at the terminal: added, shown, corrected, listed, closed, and erased for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquaint.cli.choices import one_of
from acquaint.cli.grammar import group
from acquaint.cli.moments import DAY, Day
from acquaint.cli.output import Table, emit, say
from acquaint.cli.sessions import confirm, scoped
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.models.scope import Scope
    from acquaint.queries.people import PersonRow

COLUMNS = ("id", "name", "position", "organization", "stage", "last contact", "next")
STAGES = one_of("known", "asked", "acquainted", "in_touch", "ally", "friend")
GLADLY = one_of("gladly", "sure", "reason")


@group(
    "person",
    examples=('acquaint person add "Ada Moss" --email ada@example.org', "acquaint person show ada"),
    see=("acquaint who", "acquaint add"),
)
def person() -> None:
    """Add, show, edit and list people."""


def _described(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that `add` and `edit` share."""
    options = (
        click.option("--email", "emails", multiple=True, help=_("An e-mail address; may be repeated.")),
        click.option("--phone", "phones", multiple=True, help=_("A telephone number; may be repeated.")),
        click.option("--profile", "profiles", multiple=True, help=_("A profile page; may be repeated.")),
        click.option(
            "--alias", "aliases", multiple=True, help=_("Another name they go by; may be repeated.")
        ),
        click.option("--organization", "--org", default=None, help=_("Where they work.")),
        click.option("--position", "--title", default=None, help=_("What they do there.")),
        click.option(
            "--introduced-by", "--via", default=None, metavar="WHO", help=_("Who brought you together.")
        ),
        click.option("--how-met", default=None, help=_("How you met.")),
        click.option("--met-on", default=None, metavar="DATE", help=_("When: 2019, 2024-01 or 2024-01-31.")),
        click.option("--pronouns", default=None),
        click.option("--pronunciation", default=None, help=_("How the name is said.")),
        click.option("--notes", "--note", default=None),
    )
    for option in reversed(options):
        command = option(command)
    return command


@person.command(
    "add",
    examples=(
        'acquaint person add "Ada Moss, PhD" --email ada@example.org --org Ferncare --position Director',
        'acquaint person add "Ben Varga" --introduced-by ada --interest sailing',
    ),
    see=("acquaint add", "acquaint person edit"),
)
@click.argument("name")
@_described
@click.option("--interest", "interest", multiple=True, help=_("What they care about; may be repeated."))
@scoped
def add(
    ctx: click.Context,
    scope: Scope,
    name: str,
    introduced_by: str | None,
    organization: str | None,
    position: str | None,
    **told: Any,
) -> None:
    """Add a person, always a new one."""
    from acquaint.actions import people
    from acquaint.queries import finding

    made = people.add(
        scope,
        name=name,
        organization=organization or "",
        position=position or "",
        introduced_by=finding.person(scope, introduced_by) if introduced_by else "",
        **_given(told),
    )
    for one in made.alike:
        hint = f" ({one.hint})" if one.hint else ""
        say(
            ctx, _("Another {name}{hint} is here already: {id}.").format(name=one.title, hint=hint, id=one.id)
        )
    _show(ctx, scope, "person.add", made.id, made.undo)


@person.command(
    "edit",
    examples=(
        "acquaint person edit ada --phone +442079460958",
        'acquaint person edit ada --org "North Mill" --position Director',
        "acquaint person edit ada --drop old@example.org",
        "acquaint person edit ada --birthday=--05-02 --group choir",
    ),
    see=("acquaint person show", "acquaint undo"),
)
@click.argument("who")
@click.option("--name", default=None, help=_("The full name."))
@_described
@click.option(
    "--birthday", default=None, metavar="DATE", help=_("1980-05-02, or --05-02 without a year; “” for none.")
)
@click.option("--group", "groups", multiple=True, help=_("A group that they belong to; may be repeated."))
@click.option(
    "--drop", multiple=True, help=_("A contact point, alias or fact to take away; may be repeated.")
)
@click.option(
    "--every",
    type=click.IntRange(0, 3650),
    default=None,
    metavar="DAYS",
    help=_("Be in touch every so many days; 0 for the usual rhythm."),
)
@click.option("--gladly", type=GLADLY, default=None, help=_("How gladly you would stay in touch."))
@scoped
def edit(
    ctx: click.Context, scope: Scope, who: str, name: str | None, introduced_by: str | None, **told: Any
) -> None:
    """Change what is said of a person; an empty value takes it away."""
    from acquaint.actions import people
    from acquaint.queries import finding

    key = finding.person(scope, who)
    through = finding.person(scope, introduced_by) if introduced_by else introduced_by
    made = people.edit(scope, person=key, name=name, introduced_by=through, **_given(told))
    _show(ctx, scope, "person.edit", key, made.undo)


@person.command("show", examples=("acquaint person show ada", "acquaint person show ada@example.org --json"))
@click.argument("who")
@click.option("--limit", default=0, metavar="N", help=_("How much of the timeline; 0 for all of it."))
@scoped
def show(ctx: click.Context, scope: Scope, who: str, limit: int) -> None:
    """Show one person whole: timeline, common ground, promises, introductions, openings, sources."""
    _show(ctx, scope, "person.show", who, limit=limit)


@person.command(
    "list",
    examples=("acquaint person list", "acquaint person list --stage in_touch --limit 20"),
    see=("acquaint who", "acquaint back"),
)
@click.option("--field", default="", help=_("Only people who work in this field."))
@click.option("--stage", type=STAGES, default="", show_default=False, help=_("Only people at this stage."))
@click.option("--active", is_flag=True, help=_("Only those asked, met or chosen by you."))
@click.option("--limit", default=0, metavar="N", help=_("At most so many; 0 for all."))
@scoped
def list_people(ctx: click.Context, scope: Scope, field: str, stage: str, active: bool, limit: int) -> None:
    """List people by name."""
    from acquaint.queries import people

    found = people.list_(scope, field=field, stage=stage, active=active, limit=max(limit, 0))
    note = _("Nobody yet. `acquaint person add NAME` or `acquaint import FILE` brings the first.")
    emit(ctx, "person.list", found, table=Table(COLUMNS, [_row(one) for one in found], note))


@person.command("choose", examples=("acquaint person choose ada",), see=("acquaint today",))
@click.argument("who")
@scoped
def choose(ctx: click.Context, scope: Scope, who: str) -> None:
    """Count somebody among those you want to get to know: from now on there is a next step."""
    from acquaint.actions import people
    from acquaint.queries import finding

    key = finding.person(scope, who)
    _show(ctx, scope, "person.choose", key, people.choose(scope, person=key).undo)


@person.command(
    "close",
    examples=('acquaint person close ada --why "asked me not to write"',),
    see=("acquaint person reopen", "acquaint rest"),
)
@click.argument("who")
@click.option("--why", default="", help=_("For yourself; nobody else reads it."))
@scoped
def close(ctx: click.Context, scope: Scope, who: str, why: str) -> None:
    """Never contact a person again: no plan and no draft holds them."""
    from acquaint.actions import people
    from acquaint.queries import finding

    key = finding.person(scope, who)
    _show(ctx, scope, "person.close", key, people.close(scope, person=key, why=why).undo)


@person.command("reopen", examples=("acquaint person reopen ada",), see=("acquaint person close",))
@click.argument("who")
@click.option("--why", default="", help=_("What they said."))
@scoped
def reopen(ctx: click.Context, scope: Scope, who: str, why: str) -> None:
    """Open a closed person again, because they came back by themselves."""
    from acquaint.actions import people
    from acquaint.queries import finding

    key = finding.person(scope, who)
    _show(ctx, scope, "person.reopen", key, people.reopen(scope, person=key, why=why).undo)


@person.command(
    "stage",
    examples=("acquaint person stage ada ally", "acquaint person stage ada friend --when 2025-03-01"),
    see=("acquaint person show",),
)
@click.argument("who")
@click.argument("stage", type=STAGES)
@click.option("--when", type=DAY, metavar="DATE", help=_("Since when [today]."))
@scoped
def stage(ctx: click.Context, scope: Scope, who: str, stage: str, when: Day | None) -> None:
    """Say where a relationship stands; ally and friend are yours to say."""
    from acquaint.actions import people
    from acquaint.queries import finding

    key = finding.person(scope, who)
    made = people.stage(scope, person=key, stage=stage, on=when.in_scope(scope) if when else None)
    _show(ctx, scope, "person.stage", key, made.undo)


@person.command(
    "export",
    examples=("acquaint person export ada ada.json", "acquaint person export ada ada.md"),
    see=("acquaint export --help", "acquaint person erase"),
)
@click.argument("who")
@click.argument("file", type=click.Path(path_type=Path))
@scoped
def export(ctx: click.Context, scope: Scope, who: str, file: Path) -> None:
    """Write all that is held about one person to FILE: .json, .md or .vcf; of others only their names."""
    from acquaint.cli import exports
    from acquaint.cli.files import put
    from acquaint.queries.exports import one

    kind = file.suffix.lower().removeprefix(".") if file.suffix and not file.is_dir() else "json"
    found = one.export(scope, who, kind)
    exports.show(ctx, "person.export", put(ctx, file, kind=kind, name=found.name, pieces=found.pieces))


@person.command(
    "merge",
    examples=(
        "acquaint person merge 7f3kx2m9pq 2hw8rt5nda",
        "acquaint person merge ada@example.org moss@example.org --keep name=B --keep notes=both",
    ),
    see=("acquaint duplicates", "acquaint undo"),
)
@click.argument("who")
@click.argument("other")
@click.option(
    "--keep",
    multiple=True,
    metavar="FACT=A|B",
    help=_("Whose fact stays: name=B, work=B, notes=both; A's where nothing is said. May be repeated."),
)
@scoped
def merge(ctx: click.Context, scope: Scope, who: str, other: str, keep: tuple[str, ...]) -> None:
    """Join two entries of one person: what A lacks comes from B, and B's name and id go on leading to A."""
    from acquaint.actions import merging
    from acquaint.queries import finding

    said = dict(one.partition("=")[::2] for one in keep)
    a, b = finding.person(scope, who), finding.person(scope, other)
    _show(ctx, scope, "person.merge", a, merging.merge(scope, a=a, b=b, keep=said).undo)


@person.command(
    "erase",
    examples=("acquaint person erase ada@example.org --yes",),
    see=("acquaint person close", "acquaint backup"),
)
@click.argument("who")
@scoped
def erase(ctx: click.Context, scope: Scope, who: str) -> None:
    """Erase a person for good, with everything that was written down about them; there is no undo."""
    from acquaint.actions import erasures
    from acquaint.queries import finding
    from acquaint.queries import person as reading

    key = finding.certainly(scope, who)
    name = reading.show(scope, key, limit=1).name
    confirm(ctx, _("Erase {name} for good, with everything you wrote down about them?").format(name=name))
    done = erasures.erase(scope, person=key)
    emit(ctx, "person.erase", done, text=_("Erased for good."))
    if not done.wiped:
        say(ctx, _("The file is wiped clean as soon as nobody else has the data open."))
    for copy in done.copies:
        say(ctx, _("An older copy still holds them: {path}").format(path=copy))
    say(ctx, _("Backups and exports that you made elsewhere are yours to delete."))


def _given(told: dict[str, Any]) -> dict[str, Any]:
    """What was said on the command line."""
    return {name: value for name, value in told.items() if value is not None}


def _show(
    ctx: click.Context, scope: Scope, name: str, who: str, undo: str | None = None, *, limit: int = 0
) -> None:
    from acquaint.cli import portrait
    from acquaint.queries import finding
    from acquaint.queries import person as reading

    page = reading.show(scope, who, limit=limit)
    if finding.is_former(scope, who):
        said = _("{id} was joined to {name}, who is {new} now.")
        say(ctx, said.format(id=who, name=page.name, new=page.id))
    emit(ctx, name, page, undo=undo, text=lambda: portrait.text(page))


def _row(one: PersonRow) -> tuple[object, ...]:
    shown = f"{one.name}, {one.credentials}" if one.credentials else one.name
    stage = _("closed") if one.closed_on else one.stage.replace("_", " ")
    return (one.id, shown, one.position, one.organization, stage, one.last_contact, one.next)
