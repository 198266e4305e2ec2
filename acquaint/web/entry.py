"""The one-time address that lets a browser in: made at the start, used once, kept in a file of mode 0600.

The idea is that of a notebook server's start-up token; ours is used up by its first visitor, and a cookie
takes its place. Loopback is routing, not authentication: other users and other pages reach it too.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core import signing

FILE = "enter.secret"
DAYS = 30
_SALT = "acquaint.web.entry"


def issue(folder: Path) -> str:
    """Make a fresh one-time secret in `folder`, replacing one that was not used, and return it."""
    secret = secrets.token_urlsafe(24)
    fresh = folder / f"{FILE}.{secrets.token_hex(4)}"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret)
    fresh.replace(folder / FILE)
    return secret


def use_up(folder: Path, said: str) -> bool:
    """Tell whether `said` is the secret that waits in `folder`; if so nobody can use it again."""
    waiting = folder / FILE
    try:
        known = waiting.read_text(encoding="ascii")
        if not secrets.compare_digest(known.encode(), said.encode()):
            return False
        used = waiting.with_name(f"{FILE}.used-{secrets.token_hex(4)}")
        waiting.rename(used)  # of two visitors at the same moment only one can move the file
        used.unlink()
    except FileNotFoundError:
        return False
    return True


def cookie_name(port: str) -> str:
    """Return the cookie's name: browsers mix the cookies of all ports, so two servers must not share one."""
    return f"acquaint-{port}"


def cookie_value(port: str) -> str:
    """Return what the cookie holds: a dated signature that only this data folder's key can make."""
    return signing.TimestampSigner(salt=_SALT).sign(port)


def is_entered(value: str | None, port: str) -> bool:
    """Tell whether a cookie's value was made by `cookie_value` for this port and is not too old."""
    try:
        return signing.TimestampSigner(salt=_SALT).unsign(value or "", max_age=DAYS * 86400) == port
    except signing.BadSignature:
        return False
