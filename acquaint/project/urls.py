"""Every address of the app; the web room names its own pages."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("acquaint.web.urls"))]
handler400 = "acquaint.web.trouble.unreadable"
handler404 = "acquaint.web.trouble.lost"
handler403 = "acquaint.web.trouble.refused"
handler500 = "acquaint.web.trouble.broken"
