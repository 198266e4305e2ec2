"""The row of the strongest rival, on a real server over HTTP: start, list, person, search, a contact logged.

Wall time is the median of requests one after the other on a connection that stays open; processor time is the
server's own, over the same requests. Memory is what the server holds after all of them.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
import tomllib
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from bench import measuring, serving

SIZES = {2_000: 120, 30_000: 160}  # people, and the budget of memory in MiB
STARTS, TIMES = 5, 60
FOR_OTHERS = re.compile("extra ==|sys_platform ==|platform_system ==")  # what is not needed here
BUDGETS = {
    "start to the first page (s)": 1,
    "list of people (ms)": 15,
    "list of people (KB)": 60,
    "one person (ms)": 8,
    "search for a name (ms)": 5,
    "search with a slip (ms)": 5,
    "log a contact (ms)": 8,
}
# What the others took, as measured once by the same means (docs/benchmarks.md says where).
RIVAL = {
    "start to the first page (s)": ("3.0", "312"),
    "list of people (ms)": ("22.4", "465"),
    "list of people (KB)": ("", "20,600"),
    "one person (ms)": ("1.1", "1.1"),
    "search for a name (ms)": ("1.4", "1.9"),
    "search with a slip (ms)": ("finds nothing", "finds nothing"),
    "log a contact (ms)": ("2.5", "17.6"),
    "server's memory (MiB)": ("546", "988"),
}


def run() -> str:
    """One table: what each thing takes at both sizes, what is allowed, and what the rival took."""
    found = {people: _measured(people) for people in SIZES}
    names = list(found[min(SIZES)])
    rows: list[tuple[object, ...]] = []
    for at, name in enumerate(names):
        budget = " / ".join(f"≤ {most}" for most in SIZES.values()) if at == len(names) - 1 else ""
        budget = budget or f"≤ {BUDGETS[name]}"
        rows.append((name, *(found[people][name] for people in SIZES), budget, " / ".join(RIVAL[name])))
    rows.append(("installed, interpreter aside (MB)", f"**{_installed():.0f}**", "", "≤ 260", "691"))
    sizes = (f"{people:,} people" for people in SIZES)
    return measuring.table(("", *sizes, "budget", "rival at the same sizes"), rows)


def _measured(people: int) -> dict[str, str]:
    folder = _copy(people)
    walls, used = [], []
    for _ in range(STARTS):
        with serving.running(folder) as server:
            walls.append(server.seconds)
            used.append(server.cpu())
    start = f"**{median(used):.2f}**, wall {median(walls):.2f}"
    with serving.running(folder) as server:
        return {"start to the first page (s)": start, **_requests(server, folder)}


def _requests(server: serving.Server, folder: Path) -> dict[str, str]:
    key, name = _somebody(folder)
    slip = name[: len(name) // 2] + name[len(name) // 2 + 1 :]
    listed = len(server.get("/people")) / 1000
    contact = {"kind": "call", "direction": "both", "on": time.strftime("%Y-%m-%d"), "text": "a word"}
    deeds: dict[str, Callable[[], object]] = {
        "list of people (ms)": lambda: server.get("/people"),
        "one person (ms)": lambda: server.get(f"/people/{key}"),
        "search for a name (ms)": lambda: server.get(f"/people?{urlencode({'q': name})}"),
        "search with a slip (ms)": lambda: server.get(f"/people?{urlencode({'q': slip})}"),
    }
    found = {what: _timed(server, deed) for what, deed in deeds.items()}
    found["log a contact (ms)"] = _logged(server, f"/people/{key}/log", contact)
    found["list of people (KB)"] = f"**{listed:.0f}**"
    found["server's memory (MiB)"] = f"**{server.memory():.0f}**"
    return {what: found[what] for what in (*BUDGETS, "server's memory (MiB)") if what in found}


def _timed(server: serving.Server, deed: Callable[[], object]) -> str:
    """Processor and wall of one request, in milliseconds."""
    for _ in range(5):
        deed()
    walls = []
    before = server.cpu()
    for _ in range(TIMES):
        began = time.perf_counter()
        deed()
        walls.append(time.perf_counter() - began)
    return _cell((server.cpu() - before) / TIMES, median(walls))


def _logged(server: serving.Server, path: str, told: dict[str, str]) -> str:
    """The same of sending the form alone: the page with the form is asked for outside of the time."""
    server.post(path, told)
    walls, sent = [], server.signed(path, told)
    before = server.cpu()
    for _ in range(TIMES):
        began = time.perf_counter()
        server.ask("POST", path, sent, (302,))
        walls.append(time.perf_counter() - began)
    return _cell((server.cpu() - before) / TIMES, median(walls))


def _cell(cpu: float, wall: float) -> str:
    return f"**{cpu * 1000:.1f}**, wall {wall * 1000:.1f}"


def _copy(people: int) -> Path:
    """A copy of the sample, for contacts are going to be logged in it."""
    folder = measuring.CACHE / f"rival-{people}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(measuring.sample(people), folder)
    measuring.once(measuring.acquaint("--data", str(folder), "history"))  # a schema to bring up to date is
    return folder


def _somebody(folder: Path) -> tuple[str, str]:
    """The key and a name of one person with a past."""
    said = subprocess.run(
        measuring.acquaint("--data", str(folder), "person", "list", "--limit", "60", "--json"),
        cwd=measuring.ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    one = next(row for row in json.loads(said.stdout)["data"] if row["last_contact"])
    return one["id"], max(one["name"].split(), key=len)


def _installed() -> float:
    """MB of the program and of every package that it needs at run time, as they lie on the disk here."""
    project = tomllib.loads((measuring.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted, known = list(project["dependencies"]), set()
    while wanted:
        name = re.split(r"[^A-Za-z0-9_.-]", wanted.pop(), maxsplit=1)[0].lower()
        if name not in known and not FOR_OTHERS.search(name):
            known.add(name)
            wanted += [line for line in _needs(name) if not FOR_OTHERS.search(line)]
    own = sum(path.stat().st_size for path in (measuring.ROOT / "acquaint").rglob("*") if path.is_file())
    return (own + sum(map(_size, known))) / 1_000_000


def _needs(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # wanted by other versions of Python only
        return []


def _size(name: str) -> int:
    files = metadata.files(name) or ()
    return sum(
        Path(str(file.locate())).stat().st_size for file in files if Path(str(file.locate())).is_file()
    )


if __name__ == "__main__":
    print(run())
