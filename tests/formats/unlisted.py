"""The contract for an importer that is ready before the house can store all that it says."""

from __future__ import annotations

import pytest

from acquaint.formats import registry
from tests.formats.contract import ImporterContract


class UnlistedContract(ImporterContract):
    """As `ImporterContract`; the line of the table that is still to come stands in `target`."""

    target: str

    @pytest.fixture(autouse=True)
    def listed(self, monkeypatch):
        monkeypatch.setitem(registry.TABLE, self.kind, self.target)
