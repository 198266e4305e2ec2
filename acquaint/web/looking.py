"""A look through everybody for people who are here twice: in a thread of its own, for it may take seconds.

Nothing is written by it; what it finds is kept by the query itself. One look an owner at a time.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from threading import Lock, Thread

from django.db import connections

from acquaint.models.scope import Scope
from acquaint.queries import duplicates
from acquaint.queries.duplicates import Suspected
from acquaint.web import logs

logger = logging.getLogger(__name__)


class StoppedError(Exception):
    """The person does not want to wait."""


@dataclass(slots=True)
class Look:
    """How far a look came: entries read and pairs compared, and at its end what was found."""

    entries: int = 0
    pairs: int = 0
    stopping: bool = False
    found: tuple[Suspected, ...] | None = None
    fault: str = ""


_looks: dict[int, Look] = {}
_lock = Lock()


def found(scope: Scope) -> tuple[Suspected, ...] | None:
    """What is known, or what a look has just brought; None while somebody has to look first."""
    if duplicates.is_known(scope):
        _looks.pop(scope.owner_id, None)
        return duplicates.listed(scope)
    done = _looks.get(scope.owner_id)
    if done is None or done.found is None:
        return None
    return _looks.pop(scope.owner_id).found  # something changed while it looked: good enough once


def look(scope: Scope) -> Look:
    """The look that is going on, begun now if there is none."""
    with _lock:
        if (going := _looks.get(scope.owner_id)) is not None and not going.stopping:
            return going
        begun = _looks[scope.owner_id] = Look()
    Thread(target=_through, args=(scope, begun), daemon=True, name="duplicates").start()
    return begun


def stop(scope: Scope) -> None:
    """Stop looking; nothing was written."""
    if (going := _looks.pop(scope.owner_id, None)) is not None:
        going.stopping = True


def _through(scope: Scope, going: Look) -> None:
    def note(entries: int, pairs: int) -> None:
        going.entries, going.pairs = entries, pairs
        if going.stopping:
            raise StoppedError

    try:
        going.found = duplicates.listed(scope, note=note)
    except StoppedError:
        return
    except Exception:  # the last one who can tell the person; the log keeps the place, not the words
        going.fault = logs.reference()
        logger.exception("looking failed", extra={"reference": going.fault})
    finally:
        connections.close_all()
