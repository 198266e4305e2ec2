"""Acquaint as Django sees it: one app, laid out in floors."""

from __future__ import annotations

from django.apps import AppConfig


class AcquaintConfig(AppConfig):
    """The one app that holds rows."""

    name = "acquaint"
    default_auto_field = "django.db.models.BigAutoField"
