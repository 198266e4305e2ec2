"""Settings: one SQLite file by default, PostgreSQL through DATABASE_URL; lean, so commands start fast."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from acquaint.project import data
from acquaint.project.web_settings import *  # noqa: F403 (the browser's names; they cost a command nothing)

DATA_DIR = data.folder()
DATABASE_URL = os.environ.get("DATABASE_URL", "")


def _sqlite() -> dict[str, Any]:
    """What lets several processes write without losing anything; a test reads each on a live connection."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATA_DIR / "acquaint.sqlite3"),
        "CONN_MAX_AGE": None,  # a server's thread keeps its own: opening one anew took longer than a page
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                " PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON"
            ),
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
    }


DATABASES = {"default": _postgres(DATABASE_URL) if DATABASE_URL else _sqlite()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["acquaint", "acquaint.web", "django_htmx"]  # the last for its static files only
MIGRATION_MODULES = {"acquaint": "acquaint.models.migrations"}
ROOT_URLCONF = "acquaint.project.urls"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
DEBUG = False
