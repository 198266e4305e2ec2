"""The settings that only the browser's face needs: names and lists, nothing that costs a command time."""

from __future__ import annotations

import os
from typing import Any

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]  # with which port is acquaint.web.security's question
SAMPLE_OPENER = "acquaint.project.sample.open_sample"
READ_ONLY = os.environ.get("ACQUAINT_READ_ONLY") == "1"
MIDDLEWARE = [
    "acquaint.web.security.headers",
    "acquaint.web.security.loopback",
    "acquaint.web.security.origin",
    "acquaint.web.security.entered",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "acquaint.web.scope.speaking",
    "acquaint.web.security.read_only",
    "django.middleware.csrf.CsrfViewMiddleware",
    "acquaint.web.trouble.told",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "acquaint.web.frame.around"],
            "builtins": ["django.templatetags.i18n", "acquaint.web.templatetags.page"],
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 31_536_000  # every address carries the digest of its file
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "acquaint.web.trouble.stale_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 10_000  # a folder of cards
FILE_UPLOAD_PERMISSIONS = 0o600
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "acquaint.web.logs.Bare"}},
    "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "loggers": {
        "django.request": {"handlers": ["errors"], "level": "ERROR", "propagate": False},
        "acquaint": {"handlers": ["errors"], "level": "ERROR", "propagate": False},
        "waitress": {"handlers": ["errors"], "level": "ERROR", "propagate": False},
    },
}
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
