"""A throw-away PostgreSQL server for one command: `python -m tests.postgres COMMAND…` sets its DATABASE_URL.

The server listens on loopback and on a socket in a temporary folder, trusts this machine's users, and never
syncs to disk. PostgreSQL refuses to run as root, so root hands it to the user `postgres`.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def binaries() -> Path | None:
    """The folder that holds initdb and pg_ctl: the newest of Debian's versions, else what PATH knows."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextlib.contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Start a server on a free port; yields its DATABASE_URL and stops it in the end."""
    where = binaries()
    assert where is not None, "no PostgreSQL server binaries here"
    port = _free_port()
    data, log = folder / "data", folder / "log"
    _run(
        folder,
        where / "initdb",
        "-D",
        data,
        "-U",
        "acquaint",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
        "--locale=C",
    )
    options = f"{QUICK} -p {port} -c listen_addresses=127.0.0.1 -k {folder}"
    _run(folder, where / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
    try:
        yield f"postgresql://acquaint@127.0.0.1:{port}/postgres"
    finally:
        _run(folder, where / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(folder: Path, *command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        words = ["runuser", "-u", "postgres", "--", *words]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")


def main(command: list[str]) -> int:
    """Run the command beside a server; without server binaries say so, which only CI calls a failure."""
    if binaries() is None:
        print(
            "PostgreSQL: skipped, because no server binaries were found (Debian: apt-get install postgresql)"
        )
        return 1 if os.environ.get("CI") else 0
    signal.signal(signal.SIGTERM, lambda *_seen: sys.exit(1))  # the server must not outlive its command
    folder = Path(tempfile.mkdtemp(prefix="acquaint-pg-"))
    try:
        with cluster(folder) as url:
            print(f"On PostgreSQL ({binaries()}):", flush=True)
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
