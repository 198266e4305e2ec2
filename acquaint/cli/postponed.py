"""Modules that Django loads at its start and a command hardly ever needs: they wait until something asks.

A quarter of what loading Django costs is forms with the template engine behind them, checks of a project, the
event loop, and a parser of SQL scripts. A module here is in its place, empty, and fills itself when asked.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

POSTPONED = ("subprocess", "multiprocessing", "asyncio", "sqlparse", "django.forms", "django.core.checks")
_lock = RLock()
_filling: set[str] = set()


class Postponed(ModuleType):
    """A module that loads itself when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        """Fill the module, and answer as it does from then on; another thread waits until it is whole."""
        with _lock:
            if self.__name__ in _filling:  # it asks itself, as in any circle of imports
                raise AttributeError(name)
            if type(self) is Postponed:
                self._fill()
        return getattr(self, name)

    def _fill(self) -> None:
        spec = self.__spec__
        assert spec is not None
        assert spec.loader is not None
        _filling.add(self.__name__)
        try:
            spec.loader.exec_module(self)
        finally:
            _filling.discard(self.__name__)
        self.__class__ = ModuleType  # type: ignore[assignment]  # from now on it is a module like any other


def postpone() -> None:
    """Put the modules in their places; those that are loaded already stay as they are."""
    for name in POSTPONED:
        if name in sys.modules or (spec := find_spec(name)) is None:
            continue
        module = module_from_spec(spec)
        module.__class__ = Postponed
        sys.modules[name] = module
        package, _dot, own = name.rpartition(".")
        if package:
            setattr(sys.modules[package], own, module)
    waiting = sys.modules["asyncio"]
    if type(waiting) is Postponed:  # what is asked of it at once can be answered without it
        vars(waiting).update(
            iscoroutinefunction=import_module("asyncio.coroutines").iscoroutinefunction,
            get_running_loop=_no_loop,
        )


def _no_loop() -> None:
    """Answer as asyncio does where no loop runs, and none can as long as asyncio is not loaded."""
    raise RuntimeError("no running event loop")
