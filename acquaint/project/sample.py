"""The sample network behind the fourth door: a second program on a throw-away folder, closed with ours."""

from __future__ import annotations

import atexit
import subprocess
import sys
from threading import Lock

_lock = Lock()
_running: list[subprocess.Popen[str]] = []


def open_sample() -> str:
    """Start the sample network afresh and return its one-time address; '' where it did not start."""
    with _lock:
        close_sample()
        command = [sys.executable, "-m", "acquaint", "demo", "--no-open", "--port", "0"]
        started = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own program)
        _running.append(started)
        assert started.stdout is not None
        return next((line.strip() for line in started.stdout if line.startswith("http://")), "")


def close_sample() -> None:
    """End the sample network, if one runs; its folder goes with it."""
    while _running:
        started = _running.pop()
        started.terminate()
        started.wait(timeout=10)
        if started.stdout:
            started.stdout.close()


atexit.register(close_sample)
