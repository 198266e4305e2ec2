"""A real server for a measurement, and a browser's connection to it that stays open."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from bench import measuring

if TYPE_CHECKING:
    from collections.abc import Iterator

TICK = os.sysconf("SC_CLK_TCK")
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
PATIENCE, PAUSE = 2000, 0.002  # the address is printed a moment before anybody is let in


@dataclass
class Server:
    """A running `acquaint serve` and a browser's connection to it, already let in."""

    process: subprocess.Popen[str]
    line: http.client.HTTPConnection
    cookies: dict[str, str]
    seconds: float

    def get(self, path: str) -> bytes:
        """The page at the path; RuntimeError when it is none."""
        return self.ask("GET", path, None, (200,))

    def signed(self, path: str, told: dict[str, str]) -> dict[str, str]:
        """What is told, with the token of the page at the path."""
        token = TOKEN.search(self.get(path))
        assert token is not None
        return {"csrfmiddlewaretoken": token[1].decode(), **told}

    def post(self, path: str, told: dict[str, str]) -> None:
        """Send a form with the page's own token; RuntimeError when it is refused."""
        self.ask("POST", path, self.signed(path, told), (302,))

    def ask(self, method: str, path: str, told: dict[str, str] | None, good: tuple[int, ...]) -> bytes:
        """Whatever the server answers; RuntimeError when its status is none of the good ones."""
        heads = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if told is not None:
            heads["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, path, urlencode(told) if told is not None else None, heads)
        answer = self.line.getresponse()
        body = answer.read()
        for value in answer.headers.get_all("Set-Cookie") or ():
            name, _equal, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        if answer.status not in good:
            raise RuntimeError(f"{method} {path} answered {answer.status}")
        return body

    def cpu(self) -> float:
        """Seconds of the processor that the server has used."""
        parts = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / TICK

    def memory(self) -> float:
        """MiB that the server holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        assert found is not None
        return int(found[1]) / 1024


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server on the folder, from its start to its first page, and its end."""
    began = time.perf_counter()
    command = measuring.acquaint("--data", str(folder), "serve", "--port", "0", "--no-open")
    process = subprocess.Popen(
        command, cwd=measuring.ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        line = _connected(str(address.hostname), int(address.port or 0))
        server = Server(process, line, {}, 0.0)
        server.ask("GET", address.path, None, (302,))
        server.get("/")
        server.seconds = time.perf_counter() - began
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _connected(host: str, port: int) -> http.client.HTTPConnection:
    line = http.client.HTTPConnection(host, port)
    for _ in range(PATIENCE):
        try:
            line.connect()
        except ConnectionRefusedError:
            time.sleep(PAUSE)
        else:
            return line
    raise RuntimeError(f"nobody listens on {host}:{port}")
