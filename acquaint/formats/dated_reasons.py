"""The words for what an import decides of contacts, meetings, notes, promises and ties, and what it asks."""

from __future__ import annotations

from typing import Final

from acquaint.formats.contact_reasons import gettext_noop

DATED_WORDS: Final[dict[str, str]] = {
    # nothing becomes of it, or a question does
    "nobody_known": gettext_noop("Nobody whom it names is here; a name alone joins nobody."),
    "guests_offered": gettext_noop("Nobody whom it names is here yet; they are offered to you."),
    "sender_offered": gettext_noop("Not here yet; you are asked whether to add them."),
    "birthday_offered": gettext_noop("One person here is called so; you are asked whether it is theirs."),
    "tie_offered": gettext_noop("Only one of the two is here; the other is offered to you."),
    "meeting_unknown": gettext_noop("It is about a meeting that is not here."),
    "declined_by_me": gettext_noop("You declined it."),
    "whole_day": gettext_noop("A whole day to come; there is no time to book."),
    "crowd": gettext_noop("Too many guests for a conversation."),
    "series_to_come": gettext_noop("It comes again and again, and has not begun."),
    "still_to_come": gettext_noop("It is still to come."),
    "talk_here": gettext_noop("It is on record as an interview."),
    "proposed": gettext_noop("Proposed as an interview; nothing is booked until you say so."),
    "proposed_anew": gettext_noop("What was proposed has changed."),
    "asked_before": gettext_noop("It waits for your word already."),
    "answered_before": gettext_noop("You answered it before."),
    "older_here": gettext_noop("A newer version of it was brought before."),
    "taken_away": gettext_noop("You took it away; it is not brought back."),
    # it is here, and the source says something new
    "moved": gettext_noop("The source moved or reworded it."),
    "called_off": gettext_noop("It was called off, and is taken back."),
    "was_before": gettext_noop("The series was called off later; what took place before stands."),
    "guest_declined": gettext_noop("Somebody of it declined, and is taken out of it."),
    "called_off_but_yours": gettext_noop("It was called off; you wrote in it since, so it is kept."),
    "kept_your_entry": gettext_noop("The source says otherwise than you; yours is kept."),
    "guests_joined": gettext_noop("More of those who were there are here now."),
    "recognised_again": gettext_noop("It was here already; what the source says is now on record."),
    "tie_recognised": gettext_noop(
        "That they know each other was here; where it comes from is now on record."
    ),
    "comes_again": gettext_noop("It comes again there ({every}); here it is promised once, for {on}."),
    # why something is offered
    "guest": gettext_noop("Was asked to the same meeting: “{about}”."),
    "wrote": gettext_noop("Wrote to you, or you to them: “{about}”."),
    "beside": gettext_noop("Was to read the same letter: “{about}”."),
    "named_beside": gettext_noop("Is named in: “{about}”."),
    "offer_book": gettext_noop("In your calendar on {on}: “{about}”."),
    "offer_hold": gettext_noop("Your calendar had this on {on}: “{about}”."),
    "offer_move": gettext_noop("Your calendar has it on {on} now: “{about}”."),
    "offer_cancel": gettext_noop("Called off in your calendar: “{about}”."),
    "birthday": gettext_noop("In your calendar, under that name: {about}."),
    "knows_somebody": gettext_noop("{name} knows them: {about}."),
}
