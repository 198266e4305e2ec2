"""The settings of the product itself, on a throw-away data folder: tests run what people run.

DATABASE_URL unset means SQLite in a file (never in memory: WAL, locks and file modes are part of what is
tested); tests/postgres.py sets it for the run on PostgreSQL.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.mkdtemp(prefix="acquaint-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["ACQUAINT_DATA"] = _folder
os.environ.pop("ACQUAINT_ON", None)

from acquaint.project.settings import *  # noqa: E402, F403

for _database in DATABASES.values():  # noqa: F405
    if _database["ENGINE"].endswith("sqlite3"):
        _database["TEST"] = {**_database.get("TEST", {}), "NAME": str(Path(_folder) / "test.sqlite3")}

SECRET_KEY = "a key that is only for tests"  # the product reads its own from a 0600 file when it serves
