"""What is going on this week in the sample: thanks owed, a talk tomorrow, asks in the air, a journal."""

from __future__ import annotations

from acquaint.actions.samples import people, talks
from acquaint.actions.samples.story import Deed, Ref, Story
from acquaint.actions.samples.tables import talk


def this_week(story: Story, pool: list[int]) -> None:
    """The last talk is owed thanks, the one before a debrief; tomorrow there is one, next week another."""
    undone = talks.ask_and_book(story, _next(pool), -2)
    talks.held(story, story.deed(-2, "interview.hold", story.cast[undone.who].name), undone)
    fresh = talks.ask_and_book(story, _next(pool), -1)
    deed = talks.debrief(story, fresh, 3)
    _owed(story, deed, fresh)
    talks.ask_and_book(story, _next(pool), 1, mode="video")
    talks.ask_and_book(story, _next(pool), 6, mode="coffee")


def _next(pool: list[int]) -> talks.Waiting:
    return talks.Waiting(pool.pop(0), 0, 0)


def _owed(story: Story, deed: Deed, fresh: talks.Talk) -> None:
    """Something I promised for tomorrow, something they promised, and a name to write to."""
    person = Ref("person", fresh.who)
    tied = {"person_id": person, "interview_id": fresh.ref, "made_on": deed.on}
    story.add(deed, "promise", by="mine", text=talk.PROMISES_MINE[0], due_on=story.day(1), **tied)
    story.add(deed, "promise", by="theirs", text=talk.PROMISES_THEIRS[2], due_on=story.day(5), **tied)


def asks(story: Story, others: list[int]) -> None:
    """Requests in every state: fresh, silent, nudged, deferred, declined, redirected, expired."""
    states: tuple[tuple[int, dict[str, object]], ...] = (
        (-3, {}),
        (-11, {}),
        (-16, {"nudged_on": -5}),
        (
            -30,
            {
                "answered_on": -28,
                "outcome": "deferred",
                "until": 24,
                "words": "After the inspection, please.",
            },
        ),
        (-41, {"answered_on": -40, "outcome": "declined", "words": "Not this year, I am sorry."}),
        (-52, {"answered_on": -50, "outcome": "answered", "words": "Answered in writing, at length."}),
        (-60, {"nudged_on": -50, "answered_on": None, "outcome": "expired"}),
    )
    for (offset, state), who in zip(states, others, strict=False):
        deed = story.deed(offset, "ask.sent", story.cast[who].name)
        values = {name: story.day(on) if isinstance(on, int) else on for name, on in state.items()}
        story.add(
            deed,
            "ask",
            person_id=Ref("person", who),
            channel="email" if story.cast[who].email else "linkedin",
            link=story.cast[who].how_met,
            made_on=deed.on,
            sent_on=deed.on,
            **values,
        )
        story.step(deed, who, "asked", "ask sent")
        story.contact(deed, who, "out", talk.ASKED, message_kind="request")
        if state.get("answered_on"):
            reply = story.deed(
                int(str(state["answered_on"])), f"ask.{state['outcome']}", story.cast[who].name
            )
            story.contact(reply, who, "in", str(state["words"]))


def old_friends(story: Story, known: list[int]) -> None:
    """People I was in touch with before the search and have drifted from, one of whom just moved on."""
    for index, who in enumerate(known):
        deed = story.deed(people.START + 1 + index, "interaction.log", story.cast[who].name)
        story.contact(deed, who, "both", "Caught up after a long while.", kind="call", channel="phone")
        story.step(deed, who, "in_touch", "talked")


def openings(story: Story, held: list[talks.Talk]) -> None:
    """Jobs heard of, each credited to the person who told."""
    for one, (role, state, confidential) in zip(held[2::4], talk.OPENINGS, strict=False):
        deed = story.deed(one.offset + 2, "opening.add", role)
        name = story.cast[one.who].jobs[0].organization
        story.add(
            deed,
            "opening",
            role=role,
            organization_id=story.names[name],
            source_id=Ref("person", one.who),
            interview_id=one.ref,
            heard_on=deed.on,
            confidential_since=deed.on if confidential else None,
            state=state,
            state_on=deed.on,
        )


def given(story: Story, held: list[talks.Talk]) -> None:
    """Two introductions that I make for others: one done, one asked of both."""
    pairs = [(held[0], held[5], True), (held[3], held[8], False)] if len(held) > 8 else []
    for first, second, made in pairs:
        deed = story.deed(-20 if made else -4, "introduction.give", story.cast[first.who].name)
        story.add(
            deed,
            "introduction",
            direction="given",
            introduced_id=Ref("person", first.who),
            other_id=Ref("person", second.who),
            why="both look after handovers",
            named_on=deed.on,
            asked_on=deed.on,
            agreed_on=deed.on if made else None,
            other_asked_on=deed.on,
            other_agreed_on=deed.on if made else None,
            made_on=story.day(-18) if made else None,
        )


def journal(story: Story) -> None:
    """Experiences, a saved page, and the questions to ask."""
    for index, text in enumerate(talk.JOURNAL):
        deed = story.deed(people.START + 6 + index * 19, "journal.add", text)
        story.add(deed, "journal_entry", on=deed.on, text=text)
    deed = story.deed(-33, "journal.add", talk.BOOKMARK[0])
    story.add(deed, "journal_entry", on=deed.on, kind="bookmark", text=talk.BOOKMARK[0], url=talk.BOOKMARK[1])
    asked = story.deed(people.START + 2, "question.add", talk.QUESTIONS[0][0])
    for index, (text, category) in enumerate(talk.QUESTIONS):
        must = asked.on if index == talk.MUST_ASK else None
        story.add(asked, "question", text=text, category=category, must_since=must)


def moved(story: Story, who: int, organization: str) -> None:
    """Somebody who has just changed employers: a reason to write that asks for nothing."""
    deed = story.deed(-3, "person.edit", story.cast[who].name)
    person = Ref("person", who)
    for ref, values in (row for one in story.deeds for row in one.rows):
        if ref.table == "position" and values["person_id"] == person and not values["ended"]:
            values |= {"ended": deed.on.isoformat()[:7], "ended_seen_on": deed.on}
    story.add(
        deed,
        "position",
        person_id=person,
        organization_id=story.names[organization],
        title="Head of analytics",
        started=deed.on.isoformat()[:7],
        seen_on=deed.on,
    )


def closed(story: Story, who: int) -> None:
    """Somebody who would rather not be asked again: never suggested, never drafted to."""
    deed = story.deed(-25, "person.close", story.cast[who].name)
    people.enter(story, deed, who)
    for ref, values in deed.rows:
        if ref == Ref("person", who):
            values |= {"closed_on": deed.on, "closed_why": talk.CLOSING}
