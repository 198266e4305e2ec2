"""Rows, constraints, and one row's own truth."""

from __future__ import annotations

from acquaint.models import among
from acquaint.models.changes import Change, ChangeRow
from acquaint.models.contacts import Interaction, InteractionPerson, Interest, Tie
from acquaint.models.details import Detail
from acquaint.models.duplicates import Distinct, FormerKey
from acquaint.models.forecasts import Forecast
from acquaint.models.givings import Introduction, Opening, Promise
from acquaint.models.imports import ImportBatch, ImportVerdict, SearchText, SourceRecord, Tombstone
from acquaint.models.journals import JournalEntry, Search, Snooze
from acquaint.models.offers import Offer
from acquaint.models.organizations import Field, Organization, Position
from acquaint.models.owners import Owner, Setting
from acquaint.models.people import Alias, ContactPoint, Person, Photo, StageStep
from acquaint.models.talks import Ask, Debrief, DebriefLine, Interview, InterviewGuest, Question

__all__ = [
    "Alias",
    "Ask",
    "Change",
    "ChangeRow",
    "ContactPoint",
    "Debrief",
    "DebriefLine",
    "Detail",
    "Distinct",
    "Field",
    "Forecast",
    "FormerKey",
    "ImportBatch",
    "ImportVerdict",
    "Interaction",
    "InteractionPerson",
    "Interest",
    "Interview",
    "InterviewGuest",
    "Introduction",
    "JournalEntry",
    "Offer",
    "Opening",
    "Organization",
    "Owner",
    "Person",
    "Photo",
    "Position",
    "Promise",
    "Question",
    "Search",
    "SearchText",
    "Setting",
    "Snooze",
    "SourceRecord",
    "StageStep",
    "Tie",
    "Tombstone",
]

among.register()
