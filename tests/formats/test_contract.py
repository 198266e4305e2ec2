"""Nobody stands in the table of importers who did not inherit both contracts."""

from __future__ import annotations

import re
import string
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from acquaint.formats import reasons, registry
from tests.actions.imports.contract import ImportContract
from tests.formats.contract import ImporterContract

T = TypeVar("T")
HERE = Path(__file__).resolve()
TESTS = HERE.parent.parent


def heirs(contract: type) -> set[type]:
    """Everybody who inherits it."""
    below = set(contract.__subclasses__())
    return below.union(*map(heirs, below)) if below else below


def samples(contract: type[T]) -> list[type[T]]:
    """Those who are held to it by the tests that pytest collects, each with a kind and a sample."""
    for path in sorted(TESTS.rglob("test_*.py")):
        if path != HERE and re.search(r"Contract\)", path.read_text(encoding="utf-8")):
            import_module(".".join(path.relative_to(TESTS.parent).with_suffix("").parts))
    found = [one for one in heirs(contract) if one.__name__.startswith("Test")]
    return sorted(found, key=lambda one: (one.__module__, one.__name__))


def kinds(contract: type) -> set[str]:
    return {kind for one in samples(contract) for kind in one.kind.split()}


def test_every_importer_inherits_the_contract_of_reading():
    assert kinds(ImporterContract) == set(registry.TABLE)


def test_every_importer_inherits_the_contract_of_importing():
    assert kinds(ImportContract) == set(registry.TABLE)


def test_every_refusal_has_words():
    assert reasons.WORDS.keys() >= reasons.REFUSALS


def test_every_wording_names_only_facts():
    for code, words in reasons.WORDS.items():
        names = [name for _text, name, _spec, _how in string.Formatter().parse(words) if name]
        assert all(name.isidentifier() for name in names), code
