"""Calendars and invitations (iCalendar, RFC 5545 and 5546): meetings with their guests, and birthdays."""

from __future__ import annotations

from acquaint.formats.ics.importer import Calendars

__all__ = ["Calendars"]
