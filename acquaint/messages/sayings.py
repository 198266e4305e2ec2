"""What stands over and under a suggestion, by code: names first, facts from the record, no blame.

A bare kind is the headline; `kind.variant` is a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from acquaint.messages.likenesses import LIKENESSES
from acquaint.messages.networks import NETWORKS
from acquaint.messages.tongue import gettext_noop as _
from acquaint.messages.ways import WAYS
from acquaint.messages.what_if import WHAT_IF


@dataclass(frozen=True, slots=True)
class Counted:
    """A saying that counts something: its singular and its plural around ``{count}``."""

    one: str
    many: str


SAYINGS: Mapping[str, str | Counted] = {
    # somebody to meet
    "first-talk": _("Ask {name} for a talk."),
    "first-talk.introduced": _("{introducer} named {name} to you {on:when}."),
    "first-talk.chosen": _("You put {name} on your list {on:when}."),
    "first-talk.met": _("How you met: {how}."),
    "first-talk.wrote": _("You last wrote to each other {last:ago}."),
    "first-talk.connected": _("You have been connected since {since:day}."),
    "first-talk.common": _("You have this in common: {common}."),
    "first-talk.shared-place": _("You both know {shared} from inside."),
    "first-talk.known": _("{name} is among the people you brought; that is link enough to ask."),
    "first-talk.work": _("{name} works at {organization}."),
    "first-talk.role": _("{name} works at {organization}, as {role}."),
    # nobody known yet: whom could you write down?
    "first-name": _("Write down one name."),
    "first-name.family": _("Start with your family: who has worked anywhere that makes you curious?"),
    "first-name.neighbours": _("Think of your neighbours: what do they do all day?"),
    "first-name.classmates": _("Think of people you learned with: where are they now?"),
    "first-name.colleagues": _("Think of people you once worked with: whom would you like to hear from?"),
    "first-name.clubs": _(
        "Think of a club, a choir, a team, a congregation: who would take a call from you?"
    ),
    # what is owed
    "thank-you": _("Thank {name} for the talk {held:when}."),
    "thank-you.learned": _("{name} told you this: {learned}."),
    "thank-you.offered": _("{name} offered this: {offered}."),
    "thank-you.talk": _("You talked {held:ago}."),
    "thank-you.late": _("You talked {held:ago}; thanks are welcome at any time."),
    "thank-answer": _("Thank {name} for the answer."),
    "thank-answer.declined": _(
        "{name} could not, and said so {answered:when}; a kind word keeps the door open."
    ),
    "thank-answer.redirected": _("{name} named {other} to you instead {answered:when}."),
    "thank-answer.words": _("{name} wrote this: “{words}”."),
    "debrief": _("Write down what {name} said."),
    "debrief.fresh": _("You talked {held:when}; it is still fresh. One line is enough."),
    "debrief.later": _("You talked {held:ago}; one line is enough."),
    "debrief.happened": _("You were to talk {at:when} at {at_hour}. Did it take place?"),
    "promise-mine": _("Keep your word to {name}: {text}."),
    "promise-mine.due": _("You said “by {due:day}” on {made:day}."),
    "promise-mine.undated": _("You promised it on {made:day}."),
    "promise-theirs": _("Ask {name} gently: {text}."),
    "promise-theirs.made": _("{name} offered it {made:ago}."),
    "promise-theirs.again": _(
        "{name} offered it {made:ago}, and you asked {checked:ago}. Once more, then let it go."
    ),
    "confirm": _("Confirm the talk with {name} {at:when}."),
    "confirm.when": _("You meet at {at_hour}, for {minutes}. The brief is ready to print."),
    "schedule": _("Agree on a time with {name}."),
    "schedule.accepted": _("{name} said yes {on:when}."),
    "schedule.unheld": _("Your talk fell through; {name} may still be glad of another time."),
    "loop-connected": _("Tell {name} that {other} and you are in touch."),
    "loop-met": _("Tell {name} how it went with {other}."),
    "loop-silent": _("Tell {name} that {other} has not answered."),
    "loop.named": _("{name} brought you to {other} {on:when}."),
    # introductions on their way
    "intro-write": _("Write to {other}, with {name}'s greetings."),
    "intro-write.use-my-name": _("{name} named {other} to you {on:when} and lends you the name."),
    "intro-write.agreed": _("{other} agreed through {name} {on:when}."),
    "intro-write.named": _("{name} named {other} to you {on:when}; whether you may say so is still open."),
    "intro-blurb": _("Send {name} a few lines to pass on to {other}."),
    "intro-blurb.ask-first": _("{name} offered {on:when} to ask {other} first."),
    "intro-check-back": _("Ask {name} gently about {other}."),
    "intro-check-back.waiting": _("The lines to pass on went out {on:when}."),
    "intro-check-back.offered": _("{name} offered {on:when} to bring you together."),
    "intro-reply": _("Answer {other}, and let {name} go with thanks."),
    "intro-reply.joint": _("{name} wrote to you both {on:when}."),
    "intro-ask": _("Ask {name} whether to meet {other}."),
    "intro-ask.idea": _("You thought of bringing {name} and {other} together."),
    "intro-make": _("Bring {name} and {other} together."),
    "intro-make.both": _("Both said yes."),
    # asks on their way
    "request": _("Send your request to {name}."),
    "request.drafted": _("You began it {on:when}."),
    "second-person": _("Write to {name} at {organization} as well."),
    "second-person.known": _("{asked} has not answered since {sent:day}; a colleague may have time."),
    "another-name": _("Look for a second name at {organization}."),
    "another-name.silent": _("{name} has not answered since {sent:day}; somebody else there may have time."),
    "nudge": _("Write to {name} once more."),
    "nudge.silent": _("You asked on {sent:day}; one gentle word, then it may rest."),
    "ask-again": _("Ask {name} again."),
    "ask-again.deferred": _("{name} asked you to come back {until:when}."),
    "ask-again.words": _("{name} said {answered:when}: “{words}”."),
    "ask-answered": _("Note what {name} answered."),
    "ask-answered.heard": _("{name} was in touch {heard:when}, after your request."),
    "address": _("Find a new address for {name}."),
    "address.bounced": _("Your message of {sent:day} came back."),
    # keeping in touch
    "update": _("Tell {name} what came of the advice."),
    "update.done": _("You did it {done:ago}: {will}."),
    "update.advice": _("{name} advised this: {advice}."),
    "moved": _("Congratulate {name} on the new place."),
    "moved.from": _("{name} went from {old} to {organization}."),
    "moved.to": _("{name} is at {organization} now."),
    "next-touch": _("Be in touch with {name}."),
    "next-touch.planned": _("You planned it for {on:day}."),
    "next-touch.why": _("Your reason: {why}."),
    "next-touch.rhythm": Counted(
        _("You want to be in touch every {count} day."), _("You want to be in touch every {count} days.")
    ),
    "next-touch.last": _("You were last in touch {last:ago}."),
    "drifted": _("Say hello to {name}."),
    "drifted.last": _("You were last in touch {last:ago}."),
    "drifted.for": _("It has drifted {silence}."),
    "drifted.learned": _("{name} told you then: {learned}."),
    "drifted.advice": _("{name} advised this: {advice}."),
    "drifted.interest": _("{name} cares about this: {interest}."),
    "drifted.thought": _("That you thought of each other is reason enough."),
    "drifted.unanswered": _("Your last two messages found no answer; it may rest, with thanks."),
    # what links us, as a request says it
    "link.introduced": _("{introducer} named you to me"),
    "link.met": _("How we know each other: {how}"),
    "link.wrote": _("We last wrote to each other {last:ago}"),
    "link.shared-place": _("We both know {shared} from inside"),
    "link.common": _("We share an interest: {common}"),
    "link.connected": _("We have been connected since {since:day}"),
    # one thing after a pause
    "welcome-back": _("Good to see you. Nothing is late."),
    "paused": _("Your search rests. Only what you owe somebody stands here."),
    # nothing until
    "nothing-until": _("Nothing until {until:day}."),
    "resting": _("At rest, with thanks."),
    "resting.until": _("At rest until {until:day}."),
    "waiting": _("{name}'s turn: you asked on {sent:day}."),
    "waiting.talk": _("You talk {at:when} at {at_hour}."),
    "waiting.rhythm": _("A word again around {due:day}."),
    "waiting.friend": _("Friends need no reminder."),
    "waiting.dormant": _("Asleep, and welcome back at any time."),
    "waiting.list": _("On your list; two requests are on their way first."),
    # after a plan, in few words
    "carried-on": Counted(
        _("{carried} of {count} conversation carried on"), _("{carried} of {count} conversations carried on")
    ),
    # one person twice?
    **LIKENESSES,
    **NETWORKS,
    **WAYS,
    **WHAT_IF,
}
