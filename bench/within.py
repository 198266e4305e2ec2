"""Measure inside the program: one process for each data folder, processor time, the median of many."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

from bench import measuring


def elsewhere(module: str, folder: Path) -> Any:
    """What `python -m <module> <folder>` prints as JSON, on the data of that folder."""
    said = subprocess.run(
        [sys.executable, "-m", module, str(folder)],
        cwd=measuring.ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "ACQUAINT_DATA": str(folder)},
    )  # fmt: skip
    return json.loads(said.stdout)


def scope() -> Any:
    """The owner's scope on the folder of the environment, with Django loaded."""
    from acquaint.project import wsgi

    wsgi.load()
    from datetime import UTC, datetime

    from acquaint.actions import stores
    from acquaint.models.scope import Scope

    owner = stores.prepare()
    return Scope(owner.id, owner.id, "bench", datetime.now(UTC), owner.zone)


def spent(deed: Callable[[], object]) -> float:
    """Milliseconds of the processor that one deed takes."""
    began = time.process_time()
    deed()
    return (time.process_time() - began) * 1000


def spread(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    parts = quantiles(times, n=20, method="inclusive")
    return parts[9], parts[18]


def resident() -> float:
    """MiB that this process has in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
