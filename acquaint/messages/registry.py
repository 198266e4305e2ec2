"""The table of message kinds: one line each, the module is read only when its kind is drafted."""

from __future__ import annotations

from importlib import import_module

from acquaint.messages.contract import Kind

KINDS: dict[str, str] = {
    "request": "acquaint.messages.request",
    "request-referral": "acquaint.messages.request_referral",
    "reconnect": "acquaint.messages.reconnect",
    "nudge": "acquaint.messages.nudge",
    "schedule": "acquaint.messages.schedule",
    "confirm": "acquaint.messages.confirm",
    "reschedule": "acquaint.messages.reschedule",
    "thank-you": "acquaint.messages.thank_you",
    "update": "acquaint.messages.update",
    "congratulate": "acquaint.messages.congratulate",
    "blurb": "acquaint.messages.blurb",
    "intro-reply": "acquaint.messages.intro_reply",
    "loop": "acquaint.messages.loop",
}


def load(name: str) -> Kind:
    """The kind of this name; KeyError if there is none."""
    kind = import_module(KINDS[name]).KIND
    assert isinstance(kind, Kind)
    return kind
