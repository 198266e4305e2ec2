"""Hands a check to atheris, which looks for bytes that break it, guided by what code they reach.

atheris has no wheel for every Python and is therefore not in the lock: pip install atheris. What breaks is
written by it as a file; cut down and laid into tests/fuzzing/found it is replayed by the suite for good.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib import import_module


def search(check: Callable[[bytes], None], modules: Iterable[str], options: list[str]) -> None:
    """Run until the time that libFuzzer's own `options` name; `modules` are watched while they run."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed here: pip install atheris (it has wheels for some Pythons only)")
    with atheris.instrument_imports(include=["acquaint"]):
        for name in modules:
            import_module(name)
    atheris.Setup(options, check)
    atheris.Fuzz()
