"""The addresses of the pages; a state change is a POST to a noun, and keys are ten signs of our alphabet."""

from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from acquaint.web import (
    asks,
    beginnings,
    bookings,
    brief,
    capture,
    contacts,
    conversations,
    debrief,
    drafts,
    duplicates,
    exports,
    history,
    imports,
    more,
    offers,
    people,
    person,
    persons,
    photos,
    preferences,
    sample,
    settling,
    today,
    welcome,
)


class Key(StringConverter):
    """A public key: nothing else reaches a query from an address."""

    regex = "[23456789a-z]{10}"


register_converter(Key, "key")

urlpatterns = [
    path("", today.page, name="today"),
    path("week", today.week, name="week"),
    path("welcome", welcome.page, name="welcome"),
    path("more", more.page, name="more"),
    path("settings", preferences.page, name="settings"),
    path("settings/energy", preferences.energy, name="energy"),
    path("suggestions/later", drafts.later, name="later"),
    path("people/<key:key>/draft/<slug:kind>", drafts.page, name="draft"),
    path("people/<key:key>/draft/<slug:kind>/eml", drafts.download, name="draft-eml"),
    path("people/<key:key>/draft/<slug:kind>/sent", drafts.sent, name="sent"),
    path("people/<key:key>/rested", persons.rest, name="rest"),
    path("photos/<key:key>", photos.picture, name="photo"),
    path("facts/<key:key>/removed", photos.removed, name="fact-removed"),
    path("people/<key:key>/brief", brief.of_person, name="person-brief"),
    path("interviews", conversations.page, name="conversations"),
    path("interviews/<key:key>/questions", brief.questions, name="questions"),
    path("interviews/<key:key>/debrief", debrief.page, name="debrief"),
    path("interviews/<key:key>/debrief/chips", debrief.chips, name="debrief-chips"),
    path("interviews/<key:key>/brief", brief.page, name="brief"),
    path("capture", capture.page, name="capture"),
    path("capture/chips", capture.chips, name="chips"),
    path("people", people.page, name="people"),
    path("people/new", persons.add, name="person-new"),
    path("people/<key:key>", person.page, name="person"),
    path("people/<key:key>/edit", persons.edit, name="person-edit"),
    path("people/<key:key>/closed", persons.close, name="person-close"),
    path("people/<key:key>/erased", persons.erase, name="person-erase"),
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
    path("duplicates", duplicates.page, name="duplicates"),
    path("duplicates/<key:key>/<key:other>", duplicates.pair, name="duplicate"),
    path("duplicates/<key:key>/<key:other>/joined", duplicates.joined, name="joined"),
    path("duplicates/<key:key>/<key:other>/apart", duplicates.apart, name="apart"),
    path("import", imports.page, name="import"),
    path("import/offers", offers.page, name="import-offers"),
    path("offers/<key:key>/accepted", offers.accepted, name="import-offer-accepted"),
    path("offers/<key:key>/declined", offers.declined, name="import-offer-declined"),
    path("import/<slug:token>", imports.job, name="import-job"),
    path("import/<slug:token>/applied", imports.applied, name="import-applied"),
    path("import/<slug:token>/dropped", imports.dropped, name="import-dropped"),
    path("import/<slug:token>/rejected.csv", imports.rejects, name="import-rejects"),
    path("import/past/<key:batch>", settling.page, name="import-past"),
    path("import/past/<key:batch>/settled", settling.settled, name="import-settled"),
    path("welcome/sample", sample.page, name="sample"),
    path("welcome/names", beginnings.names, name="names"),
    path("welcome/earlier", beginnings.earlier, name="earlier"),
    path("export", exports.page, name="export"),
    path("export/<slug:kind>", exports.file, name="export-file"),
    path("people/<key:key>/export/<slug:kind>", exports.person, name="person-export"),
    path("history", history.page, name="history"),
    path("history/<key:key>/undone", history.undo, name="undo"),
    path("history/redone", history.redo, name="redo"),
]
