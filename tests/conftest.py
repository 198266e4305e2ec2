"""What every test may lean on: the corpora, and a run that counts a skip as a failure where CI is set."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from acquaint.models.scope import Scope

ROOT = Path(__file__).resolve().parent.parent

# No wall-time assertions anywhere: a busy machine is not a fault of the code.
settings.register_profile(
    "house", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("house")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real files that lies beside a developer's checkout; they are never copied into ours."""
    folder = ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip(f"no corpora beside this checkout ({folder.relative_to(ROOT.parent)})")
    return folder


@pytest.fixture
def scope(db) -> Scope:
    """A fresh owner on Wednesday 4 March 2026, a little before one, in London."""
    from acquaint.models import Owner
    from acquaint.models.scope import Scope

    owner = Owner.objects.create()
    now = datetime(2026, 3, 4, 12, 50, tzinfo=UTC)
    return Scope(owner_id=owner.pk, actor_id=owner.pk, door="test", now=now, zone="Europe/London")


@pytest.fixture
def other(db) -> Scope:
    """Another owner of the same moment, who must never be seen by the first."""
    from tests import world

    return world.somebody(name="Somebody else")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where CI is set nothing may skip: a browser or a server that is missing there is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("Tests were skipped, and CI is set: that counts as a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
