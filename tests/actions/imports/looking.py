"""Short words for what the tests of imports look at."""

from __future__ import annotations

from acquaint.models import Person
from acquaint.queries.imports import VERDICTS
from tests import imported, world

BELA, CORA = ("Bela Dahlsen", "bela-dahlsen"), ("Cora Eberwick", "cora-eberwick")


def persons(scope):
    return Person.objects.of(scope)


def only(scope, name):
    return persons(scope).get(name=name)


def counts(report, name="Connections.csv"):
    """What became of the rows of a file, without the zeros."""
    found = next(one for one in report.sources if one.path.endswith(name))
    return {verdict: getattr(found, verdict) for verdict in VERDICTS if getattr(found, verdict)}


def logical(scope):
    """The owner's state but for the job's own rows, which stay when it is taken back."""
    found = {name: rows for name, rows in world.state(scope).items() if name not in imported.OWN_JOB}
    for row in found["search_text"]:
        row["body"] = sorted(row["body"].split("\n"))
    return found
