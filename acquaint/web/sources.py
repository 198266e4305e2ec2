"""Where people lie scattered, and how to get them out: one entry for each place that Acquaint reads."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from acquaint.formats import registry


@dataclass(frozen=True, slots=True)
class Place:
    """One place: what it is called, the steps that lead out of it, and what comes along."""

    name: str
    steps: tuple[str, ...]
    brings: str


def known() -> tuple[Place, ...]:
    """Return every place that the page explains, the commonest first."""
    return (*_address_books(), *_of_dates(), *_programs())


def kinds() -> list[tuple[str, str]]:
    """Return what a file may be said to be, where it cannot be told: the word for it, and its name."""
    called = {
        "linkedin": _("A LinkedIn archive"),
        "vcard": _("Cards (vCard)"),
        "csv": _("A table"),
        "ics": _("A calendar"),
        "mail": _("Mail"),
        "whatsapp": _("A WhatsApp chat"),
        "outlook.com": _("Outlook on the web"),
    }
    return [(kind, called.get(kind, kind.capitalize())) for kind in registry.kinds()]


def _address_books() -> tuple[Place, ...]:
    return (
        Place(
            _("LinkedIn"),
            (
                _("Open Settings, then Data privacy, then “Get a copy of your data”."),
                _("Ask for the larger archive. A mail with the link may take a day."),
                _("Bring the .zip here as it came."),
            ),
            _("Your connections, and when you wrote to each other."),
        ),
        Place(
            _("Google contacts, Android"),
            (
                _("Open contacts.google.com and choose Export."),
                _("Take “Google CSV”, or vCard; both are read."),
            ),
            _("Names, addresses, birthdays, groups and notes; with vCard, photos too."),
        ),
        Place(
            _("iPhone, iCloud, Mac"),
            (
                _("On a Mac: open Contacts, select all, then File, Export, Export vCard."),
                _("Without one: icloud.com/contacts, select all, then Export vCard."),
            ),
            _("Everything on the cards, photos too."),
        ),
        Place(
            _("Outlook"),
            (
                _("On the web: People, then Manage contacts, then Export contacts."),
                _("On the desk: File, Open & Export, Import/Export, Export to a file, comma separated."),
            ),
            _("Names, addresses, birthdays and notes."),
        ),
        Place(
            _("Thunderbird"),
            (_("Open the address book, then Tools, then Export; vCard or comma separated."),),
            _("Names, addresses, birthdays and notes; with vCard, photos too."),
        ),
        Place(
            _("A spreadsheet, or any table"),
            (_("Bring it as it is: .xlsx, .csv, .tsv. What its columns mean is asked once."),),
            _("Whatever its columns hold."),
        ),
    )


def _of_dates() -> tuple[Place, ...]:
    return (
        Place(
            _("Mail"),
            (
                _("Gmail: takeout.google.com, only Mail; it comes as .mbox."),
                _("Apple Mail: Mailbox, then Export Mailbox. Thunderbird: its Mail folder, as it lies."),
                _("A large mailbox need not be uploaded: name its place on this machine."),
            ),
            _("Who wrote to whom and when, and the subjects; the letters only if you say so."),
        ),
        Place(
            _("A calendar"),
            (
                _("Google Calendar: Settings, then Import & export, then Export."),
                _("Elsewhere: export the calendar as .ics."),
            ),
            _("Whom you met and when; talks to come are proposed, never booked."),
        ),
        Place(
            _("WhatsApp"),
            (
                _("Open a chat, then More, then Export chat, without media."),
                _("Bring the .zip or the .txt; several at once are fine."),
            ),
            _("When you were in touch; the messages only if you say so."),
        ),
    )


def _programs() -> tuple[Place, ...]:
    return (
        Place(
            _("Monica"),
            (_("Settings, then Export data: JSON or SQL; SQL holds a little more."),),
            _("People, what happened, reminders, who is related to whom."),
        ),
        Place(
            _("Dex, Clay, Covve, Huntr, Teal"),
            (_("Export there as CSV; the columns are asked about once."),),
            _("Whatever the columns hold."),
        ),
        Place(
            _("Nametag, Meerkat, Contrack, friends, khard"),
            (_("Bring the JSON, the CSV, friends.md, or the folder of cards."),),
            _("People, what happened, and what you wrote of them."),
        ),
        Place(
            _("Another Acquaint"),
            (_("There: More, then Take it with you, then Everything. Here it must be empty still."),),
            _("All of it but history, photos included."),
        ),
    )
