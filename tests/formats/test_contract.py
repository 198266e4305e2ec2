"""Nobody stands in the table of importers who did not inherit both contracts."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from acquaint.formats import registry
from tests.actions.imports.contract import ImportContract
from tests.formats.contract import ImporterContract

HERE = Path(__file__).resolve()
TESTS = HERE.parent.parent


def heirs(contract: type) -> set[type]:
    """Everybody who inherits it."""
    below = set(contract.__subclasses__())
    return below.union(*map(heirs, below)) if below else below


def kinds(contract: type) -> set[str]:
    """The kinds whose samples it is held to, by the tests that pytest collects."""
    for path in sorted(TESTS.rglob("test_*.py")):
        if path != HERE and f"{contract.__name__}" in path.read_text(encoding="utf-8"):
            import_module(".".join(path.relative_to(TESTS.parent).with_suffix("").parts))
    return {one.kind for one in heirs(contract) if one.__name__.startswith("Test")}


def test_every_importer_inherits_the_contract_of_reading():
    assert kinds(ImporterContract) == set(registry.TABLE)


def test_every_importer_inherits_the_contract_of_importing():
    assert kinds(ImportContract) == set(registry.TABLE)
