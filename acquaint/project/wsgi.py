"""The app as a WSGI application: what `serve` runs, and what a server of the owner's own choice may run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def load() -> WSGIHandler:
    """Return the application on the data folder of the environment, its key read from a 0600 file there."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acquaint.project.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler

    from acquaint.project import data

    if not settings.is_overridden("SECRET_KEY"):
        settings.SECRET_KEY = os.environ.get("ACQUAINT_SECRET_KEY") or data.secret(settings.DATA_DIR)
    return WSGIHandler()
