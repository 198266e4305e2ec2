"""Real deeds on a small world, chosen by plain numbers: whatever a person may do, in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from acquaint.actions import (
    asks,
    capture,
    debriefs,
    duplicates,
    fields,
    interactions,
    interests,
    interviews,
    introductions,
    journals,
    merging,
    openings,
    organizations,
    people,
    promises,
    questions,
    settings,
    ties,
    touches,
)
from acquaint.models import (
    Field,
    Interaction,
    Interest,
    Introduction,
    JournalEntry,
    Opening,
    Organization,
    Person,
    Promise,
    Question,
    Tie,
)
from acquaint.models.contacts import DIRECTIONS, INTERACTION_KINDS
from acquaint.models.errors import AcquaintError
from acquaint.models.givings import OPENING_STATES
from acquaint.models.organizations import FIELD_STATES
from acquaint.models.people import GLADLY, STAGES
from acquaint.models.scope import Scope
from acquaint.models.talks import CHANNELS, MODES

NAMES = ("Ada Moss", "Ben Varga", "Cleo Ng", "Đức Lê", "Edda", "Fay Moss, PhD")
PLACES = ("Ferncare", "North Mill", "Studio Öl", "ferncare ltd")
LINES = ("Bees", "Bridges", "bread", "Town Planning")
TOPICS = ("sailing", "Chess", "chess ", "rust", "choirs")
WORDS = ("", "a note", "long words on bridges", "ask about bees", "Ünïcode ✓")
MAILS = ("ada@example.org", "ben@example.org", "ada@Example.org", "+44 20 7946 0958", "example.org/ada")
TOLD = (
    "learned: half of them came from nursing",
    "advice: show one ward's numbers\nwill: make the page",
    "promise: send the paper by Friday",
    "theirs: forward my note",
    "name: Fay Moss (joint)",
    "interest: rust",
    "liked: mixed",
    "opening: Clerk at Ferncare",
    "plain words",
)
CAPTURED = (
    "met @Ada Moss at the mill, she offered to intro me to Gil Roe at #Ferncare",
    "coffee with @Ben Varga +chess",
    "called @Hana Okoro about #North Mill, send her the paper by Friday",
    "a line that says nothing of anybody",
)
LETTERS = ("thank-you", "nudge", "update", "request", "reconnect", "loop", "seance")


class Hand:
    """Takes numbers one by one and points with them at rows of the world."""

    def __init__(self, scope: Scope, numbers: list[int]) -> None:
        self.scope = scope
        self._numbers = iter(numbers)

    def of(self, choices: Any) -> Any:
        options = list(choices)
        return options[next(self._numbers, 0) % len(options)]

    def key(self, model: Any) -> str:
        """The key of one of the owner's rows, or one that leads nowhere."""
        keys = model.objects.of(self.scope).order_by("id").values_list("key", flat=True)
        return self.of([*keys]) if keys else "nothing"

    def who(self) -> str:
        return self.key(Person)

    def maybe(self, value: Callable[[], Any], otherwise: Any = None) -> Any:
        return value() if self.of((True, False)) else otherwise

    def day(self) -> Any:
        """Today, lately or long ago; life is entered late."""
        return self.scope.today - timedelta(days=self.of((0, 0, 1, 3, 20, 90, 400)))

    def time(self) -> datetime:
        return (self.scope.local_now + timedelta(days=self.of((-40, -1, 0, 1, 9)))).replace(tzinfo=None)


Deed = Callable[[Scope, Hand], Any]

DEEDS: tuple[Deed, ...] = (
    lambda s, h: people.add(s, name=h.of(NAMES), emails=[h.of(MAILS[:3])], interest=[h.of(TOPICS)]),
    lambda s, h: people.add(
        s, name=h.of(NAMES), organization=h.of(PLACES), position="Clerk", introduced_by=h.maybe(h.who, "")
    ),
    lambda s, h: people.edit(s, person=h.who(), name=h.of(NAMES), notes=h.of(WORDS)),
    lambda s, h: people.edit(
        s, person=h.who(), organization=h.of((*PLACES, "")), position=h.maybe(lambda: "CTO")
    ),
    lambda s, h: people.edit(
        s, person=h.who(), profiles=[MAILS[4]], phones=[MAILS[3]], aliases=[h.of(NAMES)]
    ),
    lambda s, h: people.edit(s, person=h.who(), drop=[h.of((*MAILS, *NAMES))]),
    lambda s, h: people.edit(s, person=h.who(), introduced_by=h.maybe(h.who, "")),
    lambda s, h: people.edit(s, person=h.who(), gladly=h.of(GLADLY), met_on=h.of(("2019", "--02-29"))),
    lambda s, h: people.choose(s, person=h.who()),
    lambda s, h: people.close(s, person=h.who(), why=h.of(WORDS)),
    lambda s, h: people.reopen(s, person=h.who()),
    lambda s, h: merging.merge(s, a=h.who(), b=h.who(), keep={h.of(merging.CHOICES): h.of(merging.SIDES)}),
    lambda s, h: duplicates.tell_apart(s, a=h.who(), b=h.who()),
    lambda s, h: people.stage(s, person=h.who(), stage=h.of(STAGES), on=h.day()),
    lambda s, h: people.describe_me(s, name=h.of(NAMES), notes=h.of(WORDS)),
    lambda s, h: organizations.add(s, name=h.of(PLACES), field=h.of((*LINES, ""))),
    lambda s, h: organizations.edit(
        s, organization=h.key(Organization), name=h.of(PLACES), notes=h.of(WORDS)
    ),
    lambda s, h: organizations.edit(s, organization=h.key(Organization), field=h.of((*LINES, ""))),
    lambda s, h: organizations.close(s, organization=h.key(Organization)),
    lambda s, h: organizations.reopen(s, organization=h.key(Organization)),
    lambda s, h: organizations.remove(s, organization=h.key(Organization)),
    lambda s, h: fields.add(s, name=h.of(LINES), state=h.of(FIELD_STATES)),
    lambda s, h: fields.edit(s, field=h.key(Field), name=h.maybe(lambda: h.of(LINES)), notes=h.of(WORDS)),
    lambda s, h: fields.remove(s, field=h.key(Field)),
    lambda s, h: interests.add(s, person=h.who(), text=h.of(TOPICS)),
    lambda s, h: interests.edit(s, interest=h.key(Interest), text=h.of(TOPICS)),
    lambda s, h: interests.remove(s, interest=h.key(Interest)),
    lambda s, h: interactions.log(
        s,
        people=[h.who() for _ in range(h.of((1, 1, 2, 3)))],
        kind=h.of(INTERACTION_KINDS),
        direction=h.of((*DIRECTIONS, "")),
        on=h.day(),
        text=h.of(WORDS),
    ),
    lambda s, h: interactions.edit(
        s, interaction=h.key(Interaction), on=h.maybe(h.day), direction=h.maybe(lambda: h.of(DIRECTIONS))
    ),
    lambda s, h: interactions.remove(s, interaction=h.key(Interaction)),
    lambda s, h: asks.ask(s, person=h.who(), via=h.maybe(h.who), channel=h.of(CHANNELS)),
    lambda s, h: asks.sent(s, person=h.who(), on=h.day(), channel=h.of(CHANNELS)),
    lambda s, h: asks.nudged(s, person=h.who(), on=h.day()),
    lambda s, h: asks.accepted(s, person=h.who(), on=h.day(), words=h.of(WORDS)),
    lambda s, h: asks.deferred(s, person=h.who(), until=s.today + timedelta(days=30)),
    lambda s, h: asks.declined(s, person=h.who()),
    lambda s, h: asks.bounced(s, person=h.who()),
    lambda s, h: asks.expired(s, person=h.who()),
    lambda s, h: asks.redirected(s, person=h.who(), to_name=h.of(NAMES), words=h.of(WORDS)),
    lambda s, h: interviews.book(
        s, person=h.who(), at=h.time(), mode=h.of(MODES), guests=h.maybe(lambda: [h.who()], ())
    ),
    lambda s, h: interviews.confirm(s, person=h.who()),
    lambda s, h: interviews.reschedule(s, person=h.who(), at=h.time()),
    lambda s, h: interviews.cancel(s, person=h.who(), by=h.of(("", "me", "them"))),
    lambda s, h: interviews.no_show(s, person=h.who(), by=h.of(("me", "them"))),
    lambda s, h: interviews.hold(s, person=h.who(), at=h.maybe(h.time)),
    lambda s, h: interviews.written(s, person=h.who(), on=h.day()),
    lambda s, h: interviews.thanked(s, person=h.who()),
    lambda s, h: interviews.unsafe(s, person=h.who()),
    lambda s, h: promises.add(
        s, person=h.who(), text=h.of(TOPICS), theirs=h.of((True, False)), due_on=h.day()
    ),
    lambda s, h: promises.keep(s, promise=h.key(Promise)),
    lambda s, h: promises.release(s, promise=h.key(Promise)),
    lambda s, h: promises.renegotiate(s, promise=h.key(Promise), due_on=h.maybe(h.day)),
    lambda s, h: promises.checked(s, promise=h.key(Promise)),
    lambda s, h: introductions.offered(
        s, introducer=h.who(), name=h.of(NAMES), organization=h.of((*PLACES, ""))
    ),
    lambda s, h: introductions.give(s, one=h.who(), other=h.who(), why=h.of(WORDS)),
    lambda s, h: introductions.asked(s, introduction=h.key(Introduction)),
    lambda s, h: introductions.agreed(s, introduction=h.key(Introduction)),
    lambda s, h: introductions.declined(s, introduction=h.key(Introduction)),
    lambda s, h: introductions.silent(s, introduction=h.key(Introduction)),
    lambda s, h: introductions.made(s, introduction=h.key(Introduction), on=h.day()),
    lambda s, h: introductions.met(s, introduction=h.key(Introduction)),
    lambda s, h: introductions.loop(s, introduction=h.key(Introduction)),
    lambda s, h: openings.add(
        s,
        role=h.of(TOPICS),
        organization=h.of((*PLACES, "")),
        source=h.maybe(h.who),
        confidential=h.of((True, False)),
    ),
    lambda s, h: openings.move(s, opening=h.key(Opening), state=h.of(OPENING_STATES)),
    lambda s, h: openings.edit(s, opening=h.key(Opening), notes=h.of(WORDS)),
    lambda s, h: questions.add(
        s, text=h.of(TOPICS), field=h.maybe(lambda: h.key(Field)), must=h.of((True, False))
    ),
    lambda s, h: questions.edit(s, question=h.key(Question), text=h.of(WORDS)),
    lambda s, h: questions.remove(s, question=h.key(Question)),
    lambda s, h: debriefs.keep(s, person=h.who(), text="\n".join(h.of(TOLD) for _ in range(h.of((1, 2, 5))))),
    lambda s, h: debriefs.keep(s, person=h.who(), text=h.of(TOLD)),
    lambda s, h: capture.add(s, line=h.of(CAPTURED)),
    lambda s, h: touches.sent(s, kind=h.of(LETTERS), who=h.who(), on=h.day()),
    lambda s, h: touches.rest(s, who=h.who(), until=h.maybe(lambda: s.today + timedelta(days=30))),
    lambda s, h: settings.set_(s, name="phase", value=h.of(("searching", "keeping", ""))),
    lambda s, h: settings.set_(s, name="rhythm-ally", value=h.of(("10-20", "30-40", ""))),
    lambda s, h: journals.add(s, text=h.of(WORDS), person=h.maybe(h.who)),
    lambda s, h: journals.edit(s, entry=h.key(JournalEntry), text=h.of(WORDS), person=h.maybe(h.who, "")),
    lambda s, h: journals.remove(s, entry=h.key(JournalEntry)),
    lambda s, h: ties.add(s, one=h.who(), two=h.who(), how=h.of(WORDS)),
    lambda s, h: ties.remove(s, tie=h.key(Tie)),
)

# The first steps meet people; later ones may be anything. A step is (deed, days that pass, numbers).
STEPS = st.lists(
    st.tuples(
        st.integers(0, len(DEEDS) - 1),
        st.sampled_from((0, 0, 1, 7)),
        st.lists(st.integers(0, 11), max_size=6),
    ),
    min_size=1,
    max_size=9,
)


def perform(scope: Scope, step: tuple[int, int, list[int]]) -> bool:
    """Do it; whether it was accepted. Only an expected refusal is one."""
    deed, _days, numbers = step
    try:
        DEEDS[deed](scope, Hand(scope, numbers))
    except AcquaintError:
        return False
    return True
