"""What a page costs, in process: median processor time of many answers, its size, its queries.

`python -m bench.pages` measures all sizes; with a folder it measures that one and prints JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import Any

from bench import measuring

SIZES = {60: 12, 5_000: 12, 100_000: 40}  # people, and the budget in milliseconds
TIMES = 25


def run(sizes: dict[int, int] | None = None) -> str:
    """One table: milliseconds by page and size, and the queries, which may not grow."""
    sizes = sizes or SIZES
    found = {people: _elsewhere(people) for people in sizes}
    rows: list[tuple[object, ...]] = []
    for page in found[min(sizes)]:
        cells: list[object] = [f"`{page}`"]
        for people in sizes:
            one = found[people][page]
            cells.append(f"{one['ms']:.1f} ms, {one['kib']:.0f} KiB, {one['queries']}")
        rows.append(tuple(cells))
    heads = [f"{people:,} people (≤ {budget} ms): time, size, queries" for people, budget in sizes.items()]
    return measuring.table(("page", *heads), rows)


def _elsewhere(people: int) -> dict[str, Any]:
    """Measure one size in a process of its own."""
    folder = measuring.sample(people)
    said = subprocess.run(
        [sys.executable, "-m", "bench.pages", str(folder)],
        cwd=measuring.ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "ACQUAINT_DATA": str(folder)},
    )  # fmt: skip
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def _here() -> dict[str, dict[str, float]]:
    """Measure every page on the folder of the environment."""
    from acquaint.project import wsgi

    wsgi.load()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from acquaint.web import entry

    client = Client(SERVER_NAME="127.0.0.1", SERVER_PORT="80", HTTP_HOST="127.0.0.1")
    client.cookies[entry.cookie_name("80")] = entry.cookie_value("80")
    found: dict[str, dict[str, float]] = {}
    for name, path in _paths().items():
        client.get(path)  # the first one words the queries, and may bring the schema up to date
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        queries = len(asked)  # the next request starts the log anew
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}")
        spent = []
        for _ in range(TIMES):
            began = time.process_time()  # what neighbours on the machine take is not the page's
            client.get(path)
            spent.append(time.process_time() - began)
        kib = len(answer.content) / 1024
        found[name] = {"ms": median(spent) * 1000, "kib": kib, "queries": queries}
    return found


def _paths() -> dict[str, str]:
    """Every kind of page, about people and talks that have a past."""
    from acquaint.models import Interview, Person

    person = Person.objects.filter(me_since=None, stage="ally").values_list("key", "normal").first()
    assert person is not None
    talk = Interview.objects.filter(held_on=None).values_list("key", flat=True).first()
    return {
        "/": "/",
        "/people": "/people",
        "/people?q=": f"/people?q={person[1].split()[0]}",
        "/people/KEY": f"/people/{person[0]}",
        "/interviews/KEY/brief": f"/interviews/{talk}/brief",
        "/interviews/KEY/debrief": f"/interviews/{talk}/debrief",
        "/capture": "/capture",
        "/import": "/import",
        "/history": "/history",
        "/ways?q=KEY": f"/ways?q={person[0]}",
        "/ways?q=EMPLOYER": "/ways?q=Ferncare",
        "/recommend?words=": "/recommend?words=data+analyst",
        "/what-if": "/what-if",
    }


if __name__ == "__main__":
    print(json.dumps(_here()) if len(sys.argv) > 1 else run())
