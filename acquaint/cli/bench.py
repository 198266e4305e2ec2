"""At the terminal: the models put to the test, with what has to hold of them; a gate that fails is exit 1."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquaint.cli.grammar import group
from acquaint.cli.options import options_of
from acquaint.cli.output import Table, emit, say, table_of
from acquaint.cli.sessions import open_scope, start_django
from acquaint.cli.words import _

if TYPE_CHECKING:
    from acquaint.maths.trials.measures import Gate
    from acquaint.maths.trials.predicting import Verdict

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@group(
    "bench",
    examples=("acquaint bench predict", "acquaint bench predict --own", "acquaint bench plan --json"),
    see=("acquaint recall --help", "acquaint fit --help", "acquaint path --help"),
    help=_("Put the models to the test; exits 1 if one does not hold."),
)
def bench() -> None:
    """Put the models to the test."""


@bench.command(
    "predict",
    examples=(
        "acquaint bench predict",
        "acquaint bench predict --data calls.csv.gz --egos owners.txt",
        "acquaint bench predict --own --json",
    ),
    help=_("Forecast contacts: the shipped model against recency, frequency and the base rate."),
)
@click.option("--data", "data_file", type=FILE, help=_("A table of time,sender,receiver, plain or gzipped."))
@click.option("--egos", type=FILE, help=_("Whose contacts to forecast, one name a line."))
@click.option("--own", is_flag=True, help=_("Test on your own record of contacts."))
@click.option("--seed", type=int, default=1, show_default=True, help=_("Of the made-up record."))
@click.pass_context
def predict(ctx: click.Context, data_file: Path | None, egos: Path | None, own: bool, seed: int) -> None:
    """Test the forecast on a table, on one's own record, or on a made-up one whose truth is known."""
    if data_file and own:
        raise click.UsageError(_("--data and --own exclude each other."), ctx)
    start_django(options_of(ctx))
    from acquaint.models.errors import Invalid

    try:
        verdict = _own(ctx) if own else _told(data_file, egos) if data_file else _made_up(seed)
    except (ValueError, OSError) as problem:
        raise Invalid(str(problem)) from problem
    if verdict.egos < verdict.of_egos:
        words = _("A large record: judged on {some} of its {all} people, always the same.")
        say(ctx, words.format(some=verdict.egos, all=verdict.of_egos))
    _show(ctx, "bench.predict", verdict, verdict.models, verdict.gates)


def _own(ctx: click.Context) -> Verdict:
    from acquaint.maths.trials import predicting
    from acquaint.queries import contacts

    return predicting.predict(contacts.events(open_scope(ctx)), {contacts.ME})


def _told(table: Path, egos: Path | None) -> Verdict:
    from acquaint.formats import events
    from acquaint.maths.trials import predicting

    return predicting.predict(events.events(table), events.names(egos) if egos else ())


def _made_up(seed: int) -> Verdict:
    from acquaint.maths.trials import histories, predicting

    made = histories.history(seed)
    return predicting.predict(made.events, made.egos, truth=made.truth)


@bench.command(
    "plan",
    examples=("acquaint bench plan", "acquaint bench plan --people 50 --seeds 16"),
    help=_("The weekly plan in made-up worlds: against fixed rhythms, and below what is possible."),
)
@click.option("--people", type=click.Choice(["50", "200", "1000"]), multiple=True, help=_("Only this size."))
@click.option("--seeds", type=click.IntRange(1), default=8, show_default=True, help=_("Worlds of each kind."))
@click.pass_context
def plan(ctx: click.Context, people: tuple[str, ...], seeds: int) -> None:
    """Run the shipped plan and others in worlds whose truth is known."""
    from acquaint.maths.trials import planning

    sizes = [size for size in planning.SIZES if not people or str(size[0]) in people]
    verdict = planning.judge(sizes=sizes, seeds=seeds)
    _show(ctx, "bench.plan", verdict, verdict.policies, verdict.gates)


@bench.command(
    "fit",
    examples=("acquaint bench fit",),
    help=_("The rule for a field: what five to fifteen talks settle, in exact sums."),
)
@click.pass_context
def fit(ctx: click.Context) -> None:
    """Hold the rule against its published table."""
    from acquaint.maths.trials import fitting

    verdict = fitting.judge()
    _show(ctx, "bench.fit", verdict, verdict.models, verdict.gates)


@bench.command(
    "paths",
    examples=("acquaint bench paths", "acquaint bench paths --networks 2000 --seed 7"),
    help=_("The search for ways against walking every chain, on small networks of chance."),
)
@click.option("--networks", type=click.IntRange(1), default=400, show_default=True, help=_("How many."))
@click.option("--seed", type=int, default=1, show_default=True, help=_("Where chance begins."))
@click.pass_context
def paths(ctx: click.Context, networks: int, seed: int) -> None:
    """Hold the search against every chain there is."""
    from acquaint.maths.trials import routing

    verdict = routing.judge(networks=networks, seed=seed)
    _show(ctx, "bench.paths", verdict, verdict.models, verdict.gates)


def _show(ctx: click.Context, name: str, verdict: Any, rows: Iterable[Any], gates: Iterable[Gate]) -> None:
    """Show the figures, say of each gate whether it holds, and leave with 1 if one does not."""
    told = list(gates)
    table = table_of(list(rows))
    emit(ctx, name, verdict, table=Table(table.columns, table.rows))
    for gate in told:
        say(ctx, f"{'✓' if gate.ok else '✗'} {gate.name}: {gate.detail}")
    if not all(gate.ok for gate in told):
        ctx.exit(1)
