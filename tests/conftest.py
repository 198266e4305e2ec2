"""What every test may lean on: the corpora, and a run that counts a skip as a failure where CI is set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where CI is set nothing may skip: a browser or a server that is missing there is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("Tests were skipped, and CI is set: that counts as a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
