"""The addresses of the pages; a state change is a POST to a noun, and keys are ten signs of our alphabet."""

from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from acquaint.web import asks, bookings, contacts, history, people, person, persons


class Key(StringConverter):
    """A public key: nothing else reaches a query from an address."""

    regex = "[23456789a-z]{10}"


register_converter(Key, "key")

urlpatterns = [
    path("people", people.page, name="people"),
    path("people/new", persons.add, name="person-new"),
    path("people/<key:key>", person.page, name="person"),
    path("people/<key:key>/edit", persons.edit, name="person-edit"),
    path("people/<key:key>/closed", persons.close, name="person-close"),
    path("people/<key:key>/reopened", persons.reopen, name="reopen"),
    path("people/<key:key>/log", contacts.log, name="log"),
    path("people/<key:key>/ask", asks.ask, name="ask"),
    path("people/<key:key>/answer", asks.answer, name="answer"),
    path("people/<key:key>/book", bookings.book, name="book"),
    path("interviews/<key:key>/moved", bookings.move, name="interview-move"),
    path("interviews/<key:key>/confirmed", bookings.confirmed, name="interview-confirmed"),
    path("interviews/<key:key>/cancelled", bookings.cancelled, name="interview-cancelled"),
    path("interviews/<key:key>/missed", bookings.missed, name="interview-missed"),
    path("promises/<key:key>/kept", contacts.promise_kept, name="promise-kept"),
    path("promises/<key:key>/released", contacts.promise_released, name="promise-released"),
    path("history", history.page, name="history"),
    path("history/<key:key>/undone", history.undo, name="undo"),
    path("history/redone", history.redo, name="redo"),
]
