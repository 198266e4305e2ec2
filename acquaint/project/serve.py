"""`acquaint serve`: the app in a browser, on loopback, behind a one-time address, with no arguments needed.

waitress serves and whitenoise hands out the style sheet (docs/decisions/serving.md). The address is printed,
and flushed, after the port is taken and before it accepts.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
import webbrowser
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import click

from acquaint.cli.grammar import command
from acquaint.cli.options import Options, options_of
from acquaint.cli.sessions import data_folder
from acquaint.cli.words import _

PORT = 8420  # taken when it is free, so that a bookmark stays true; any free one otherwise
THREADS = 4


@command(
    "serve",
    examples=("acquaint serve", "acquaint serve --port 9000 --no-open", "acquaint serve --read-only"),
    see=("acquaint demo --help",),
    help=_("Open the app in your browser; it answers only to this machine, until you press Ctrl-C."),
)
@click.option("--host", default="127.0.0.1", help=_("A loopback address to answer on."))
@click.option("--port", type=click.IntRange(0, 65535), default=None, help=_("A port; a free one by default."))
@click.option("--open/--no-open", "opens", default=True, help=_("Open a browser, or only print the address."))
@click.option("--read-only", is_flag=True, help=_("Show everything, change nothing."))
@click.pass_context
def serve(ctx: click.Context, host: str, port: int | None, opens: bool, read_only: bool) -> None:  # noqa: FBT001
    """Serve the app on the data folder of the command line until it is interrupted."""
    _check_loopback(host)
    options = options_of(ctx)
    run(options, host=host, port=port, opens=opens, read_only=read_only)


def run(options: Options, *, host: str, port: int | None, opens: bool, read_only: bool) -> None:
    """Serve until interrupted (`demo` calls this too); prints the one-time address on a line of its own."""
    os.environ["ACQUAINT_DATA"] = str(data_folder(options))
    os.environ["ACQUAINT_READ_ONLY"] = "1" if read_only else "0"
    if options.on:
        os.environ["ACQUAINT_ON"] = options.on
    app = _application()
    _warn(data_folder(options))
    taken = _take_port(host, port)
    signal.signal(signal.SIGTERM, lambda *_seen: sys.exit(0))
    try:
        _say_and_serve(app, taken, opens=opens)
    finally:
        _forget_address()
        _leave_one_file()


def _say_and_serve(app: Any, taken: socket.socket, *, opens: bool) -> None:
    address = _address(taken)
    told = _("Acquaint is open to this machine only. The address works once; Ctrl-C closes it.")
    click.echo(told, err=True)
    click.echo(address)
    sys.stdout.flush()
    _serve(app, taken, address if opens else None)


def _warn(folder: Path) -> None:
    """Say beforehand when the data lies where it cannot be safe."""
    from acquaint.queries import volumes

    if words := volumes.warning(folder):
        click.echo(words, err=True)


def _application() -> Any:
    from acquaint.project import wsgi

    app = wsgi.load()
    from django.conf import settings
    from django.db import connections

    from acquaint.actions import backups, forecasts, stores
    from acquaint.web import scope, uploads

    stores.prepare()
    backups.sweep(Path(settings.DATA_DIR))
    if os.environ["ACQUAINT_READ_ONLY"] != "1":
        forecasts.once_a_day(scope.local())
    uploads.clear(time.time())
    connections.close_all()  # each thread of the server opens its own
    return app


def _address(taken: socket.socket) -> str:
    from django.conf import settings

    from acquaint.web import entry

    host, port = taken.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/enter/{entry.issue(Path(settings.DATA_DIR))}"


def _take_port(host: str, port: int | None) -> socket.socket:
    """Bind without listening: the port is known and ours, and nobody is let in yet."""
    if port is None:
        try:
            return _bind(host, PORT)
        except OSError:
            return _bind(host, 0)
    try:
        return _bind(host, port, again=True)
    except OSError:
        message = _("Port {port} is taken. Name another one, or leave --port out.").format(port=port)
        raise click.ClickException(message) from None


def _bind(host: str, port: int, *, again: bool = False) -> socket.socket:
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if again and os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


def _serve(app: Any, taken: socket.socket, address: str | None) -> None:
    from waitress.server import create_server

    from acquaint.web import uploads

    server = create_server(
        app,
        sockets=[taken],
        threads=THREADS,
        ident="",
        max_request_body_size=uploads.LARGEST,
        clear_untrusted_proxy_headers=True,
    )
    if address:
        webbrowser.open(address)
    server.run()


def _forget_address() -> None:
    from django.conf import settings

    from acquaint.web import entry

    (Path(settings.DATA_DIR) / entry.FILE).unlink(missing_ok=True)


def _leave_one_file() -> None:
    """Bring what still lies beside the database into it: the server's threads kept their connections."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _check_loopback(host: str) -> None:
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        message = _("'{host}' is not a loopback address: this app answers only to its own machine.")
        raise click.BadParameter(message.format(host=host), param_hint="--host")
