"""What a person sees when something cannot be done: the same voice, the way out, the right status."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from acquaint.models import errors
from acquaint.web import logs

Next = Callable[[HttpRequest], HttpResponse]
STATUS = {
    "not_found": HTTPStatus.NOT_FOUND,
    "ambiguous": HTTPStatus.CONFLICT,
    "invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "needs_confirmation": HTTPStatus.CONFLICT,
}
logger = logging.getLogger(__name__)


class told:  # noqa: N801 (a middleware reads as a word in the list; only a class may have process_exception)
    """Turn an expected refusal of a query or an action into a page that says it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Return the page for one of ours, None for a fault of the program."""
        if not isinstance(problem, errors.AcquaintError):
            return None
        if isinstance(problem, errors.NotFound):
            return lost(request, problem)
        told = {
            "title": _("That did not work"),
            "words": problem.message,
            "details": problem.details,
            "candidates": problem.candidates,
        }
        status = STATUS.get(problem.code, HTTPStatus.INTERNAL_SERVER_ERROR)
        return render(request, "acquaint/trouble.html", told, status=status)


def lost(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Say that nothing stands at this address; never whether it stands at somebody else's."""
    told = {"title": _("Nothing here"), "words": _("Perhaps it was moved, merged or taken back.")}
    return render(request, "acquaint/trouble.html", told, status=HTTPStatus.NOT_FOUND)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Say that this may not be done."""
    told = {"title": _("Not from here"), "words": _("This cannot be done from this page.")}
    return render(request, "acquaint/trouble.html", told, status=HTTPStatus.FORBIDDEN)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was not ours, or lay open too long (Django's CSRF check; `reason` is for its log)."""
    logger.debug("csrf: %s", reason)
    told = {
        "title": _("That page was open too long"),
        "words": _("Go back, load it again and send it once more. Nothing was changed."),
    }
    return render(request, "acquaint/trouble.html", told, status=HTTPStatus.FORBIDDEN)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Say that what was sent cannot be taken: too long, or not what a form of ours sends."""
    told = {
        "title": _("That could not be read"),
        "words": _("It was too long, or not whole. Nothing was changed."),
    }
    return render(request, "acquaint/trouble.html", told, status=HTTPStatus.BAD_REQUEST)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; nothing here may fail in its turn, so it stands alone and asks nothing.

    Its reference stands in the log's line as well, which Django writes next and takes from the request.
    """
    fault = logs.reference()
    request.fault = fault  # type: ignore[attr-defined]
    told = {"fault": fault}
    return render(request, "acquaint/broken.html", told, status=HTTPStatus.INTERNAL_SERVER_ERROR)
