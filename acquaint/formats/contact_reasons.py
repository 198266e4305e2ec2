"""The words for what mail, calendars and chats give as reasons; `reasons` holds them with all others."""

from __future__ import annotations

from typing import Final


def gettext_noop(text: str) -> str:
    """Mark a sentence for translation without translating it: this room knows no Django."""
    return text


CONTACT_WORDS: Final[dict[str, str]] = {
    # about a mailbox
    "whose_mail_unknown": gettext_noop(
        "Whose mail this is cannot be told;"
        " write your own e-mail addresses on your own page, then import again."
    ),
    # a letter that cannot be read
    "not_a_letter": gettext_noop("Nothing here can be read as the head of a letter."),
    "no_sender": gettext_noop("Nobody is named as the sender."),
    "bad_sender": gettext_noop("“{value}” names no sender with an e-mail address."),
    "no_mail_date": gettext_noop("It bears no date, and no server wrote when it came."),
    "bad_mail_date": gettext_noop("“{value}” is no date, and no server wrote when it came."),
    # a letter that rightly becomes nothing
    "mailing_list": gettext_noop("Sent to a mailing list, not to you."),
    "mass_mailing": gettext_noop("A mass mailing."),
    "automated": gettext_noop("Written by a program, not by a person."),
    "deleted": gettext_noop("Deleted in the mailbox."),
    "nobody_named": gettext_noop("It names nobody to whom it went."),
    "too_many_people": gettext_noop("Sent to more than {limit} people; that is the limit."),
    # a sign of an introduction
    "introduced_in_subject": gettext_noop("{name} wrote to you both under “{subject}”."),
    "brought_into_conversation": gettext_noop("{name} brought them into a conversation with you."),
    # about a calendar
    "whose_calendar_unknown": gettext_noop(
        "Whose calendar this is cannot be told, so you stand among your own guests;"
        " write your own e-mail addresses on your own page, then import again."
    ),
    "too_many_events": gettext_noop("It holds more than {limit} entries; those before were read."),
    "rule_refused": gettext_noop(
        "“{rule}” repeats within a day, as no meeting of people does; only its first day was read."
    ),
    # an event that cannot be read
    "unclosed_event": gettext_noop("It is opened and never closed; perhaps the file broke off."),
    "too_long_event": gettext_noop("Longer than any event that people make."),
    "too_deep_event": gettext_noop("Nested deeper than any event that people make."),
    "no_event_date": gettext_noop("It says no day."),
    "bad_event_date": gettext_noop("“{value}” is no day that can be read."),
    # an event that rightly becomes nothing
    "not_a_meeting": gettext_noop("A task, a note or a busy time, not a meeting."),
    "counter_proposal": gettext_noop("A proposal to move it; the meeting stands until it is called anew."),
    "answer_noted": gettext_noop("An answer; it was noted with its meeting."),
    "older_version": gettext_noop("The same file holds a newer version."),
    # about a chat
    "day_month_unclear": gettext_noop(
        "Its dates can be read with the day or with the month first; say which when you import it."
    ),
    "whose_chat_unknown": gettext_noop(
        "Which of {names} you are cannot be told; write the name that your phone shows on your own page,"
        " or keep the name that the phone gave the file."
    ),
    "not_a_message": gettext_noop("It stands before any message."),
    "bad_chat_date": gettext_noop("“{value}” is no day of any calendar."),
    "chat_notice": gettext_noop("Said by the program, not by a person."),
    "large_group": gettext_noop("Written to a group of more than {limit}; that is the limit."),
}
