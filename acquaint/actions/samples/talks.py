"""The interviews of the sample: asked, booked, held, debriefed, thanked, carried on; who was named there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from acquaint.actions.samples import people
from acquaint.actions.samples.story import Deed, Ref, Story
from acquaint.actions.samples.tables import talk

FIRST, LAST = -86, -6  # days of the first and the last talk that is over and done with
ZONE = "Europe/London"
HOURS = ("09:30", "11:00", "13:15", "15:00", "16:30", "17:45")
MODES = ("video", "call", "coffee", "video", "office", "call", "video", "written")


@dataclass(slots=True)
class Waiting:
    """Somebody to talk to next: who, from which day on, in which generation, named by whom."""

    who: int
    since: int
    generation: int
    introduction: dict[str, object] | None = None
    introducer: int | None = None


@dataclass(slots=True)
class Talk:
    """One interview with what is needed to write it down."""

    who: int
    offset: int
    via: int | None
    key: str
    ref: Ref
    introduction: dict[str, object] | None
    columns: dict[str, object]


def hold(story: Story, count: int, friends: list[int], newcomers: list[int]) -> list[Talk]:
    """`count` talks between the first week and last week; friends first, then whoever they named."""
    queue = [Waiting(who, people.START - 30, 0) for who in friends]
    done: list[Talk] = []
    for index in range(count):
        offset = round(FIRST + (LAST - FIRST) * index / max(1, count - 1))
        waiting = _choose(queue, offset, index)
        if waiting is None:
            waiting = Waiting(done[index % 7].who, offset, 3)
        talk_held = ask_and_book(story, waiting, offset)
        debrief(story, talk_held, index)
        queue += _named(story, talk_held, waiting, newcomers, index)
        if index != count // 3:  # one talk stays isolated: nothing has followed it yet
            thank(story, talk_held)
            _carry_on(story, talk_held, index)
        done.append(talk_held)
    return done


def _choose(queue: list[Waiting], offset: int, index: int) -> Waiting | None:
    """Every other talk is with the deepest introduction that had a week to come about."""
    ready = [one for one in queue if one.since <= offset - 7]
    if not ready:
        return None
    found = (
        max(ready, key=lambda one: one.generation)
        if index % 2
        else min(ready, key=lambda one: one.generation)
    )
    queue.remove(found)
    return found


def ask_and_book(story: Story, waiting: Waiting, offset: int, **state: object) -> Talk:
    """The request, the answer and the booking; `state` is what became of the interview."""
    who, name = waiting.who, story.cast[waiting.who].name
    asked = story.deed(min(offset - 6, -5), "ask.sent", name)
    people.enter(story, asked, who, introduced_by=waiting.introducer)
    via = Ref("person", waiting.introducer) if waiting.introducer is not None else None
    booked = story.deed(min(offset - 4, -3), "interview.book", name)
    ask = story.add(
        asked,
        "ask",
        person_id=Ref("person", who),
        via_id=via,
        channel="email" if story.cast[who].email else "linkedin",
        link=story.cast[who].how_met if via is None else "",
        made_on=asked.on,
        sent_on=asked.on,
        answered_on=booked.on,
        outcome="accepted",
    )
    story.step(asked, who, "asked", "ask sent")
    kind = "request-referral" if via else "request"
    story.contact(asked, who, "out", talk.ASKED, message_kind=kind)
    story.contact(booked, who, "in", talk.SAID_YES)
    return _book(story, booked, waiting, ask, offset, state)


def _book(
    story: Story, booked: Deed, waiting: Waiting, ask: Ref, offset: int, state: dict[str, object]
) -> Talk:
    on = story.day(offset)
    hour = story.rng.choice(HOURS)
    at = datetime.combine(on, time.fromisoformat(hour), ZoneInfo(ZONE))
    drawn = story.next("mode", MODES)
    mode = str(state.pop("mode", drawn))
    key = story.key()
    columns: dict[str, object] = {
        "key": key,
        "person_id": Ref("person", waiting.who),
        "ask_id": ask,
        "at_local": f"{on.isoformat()}T{hour}",
        "zone": ZONE,
        "at_utc": at,
        "on": on,
        "minutes": story.rng.choice((20, 30, 30, 45)),
        "mode": mode,
        "place": "Café by the library" if mode == "coffee" else "",
        "phone": story.cast[waiting.who].phone if mode == "call" else "",
        "booked_on": booked.on,
        **state,
    }
    ref = story.add(booked, "interview", **columns)
    # The row in the deed and these columns are one dictionary, so that later deeds can complete it.
    held = booked.rows[-1][1]
    return Talk(waiting.who, offset, waiting.introducer, key, ref, waiting.introduction, held)


def held(story: Story, deed: Deed, one: Talk) -> None:
    """The conversation itself."""
    one.columns |= {"confirmed_on": story.day(one.offset - 1), "held_on": deed.on, "minutes_actual": 25}
    story.contact(deed, one.who, "both", "", kind="interview", channel="", interview_id=one.ref)
    story.step(deed, one.who, "acquainted", "interview held")
    if one.introduction is not None:
        one.introduction["met_on"] = deed.on


def debrief(story: Story, one: Talk, index: int) -> Deed:
    """Hold the talk and write down what was learned, advised and promised."""
    deed = story.deed(one.offset, "debrief.keep", story.cast[one.who].name)
    held(story, deed, one)
    one.columns["debriefed_on"] = deed.on
    person = Ref("person", one.who)
    liked = _liked(story, one.who)
    found = story.add(
        deed,
        "debrief",
        interview_id=one.ref,
        person_id=person,
        on=deed.on,
        liked=liked,
        ease="easy" if liked == "yes" else "",
        energy_before=story.rng.choice((-1, 0, 0, 1)),
        energy_after={"yes": 2, "mixed": 0, "no": -1}[liked],
        heard_want="yes" if index % 3 else "",
        repeat=story.next("repeat", talk.REPEAT),
        change=story.next("change", talk.CHANGE),
    )
    for line in _lines(story, liked, index):
        story.add(deed, "debrief_line", debrief_id=found, interview_id=one.ref, person_id=person, **line)
    _promises(story, deed, one, index)
    return deed


def _liked(story: Story, who: int) -> str:
    drawn_to = story.cast[who].field in ("Health technology", "Hospitals and care")
    return story.rng.choice(("yes", "yes", "yes", "mixed") if drawn_to else ("yes", "mixed", "no"))


def _lines(story: Story, liked: str, index: int) -> list[dict[str, object]]:
    lines: list[dict[str, object]] = [
        {"kind": "learned", "text": story.next("learned", talk.LEARNED)} for _ in range(1 + index % 2)
    ]
    advice, will = story.next("advice", talk.ADVICE)
    done = story.day(min(-2, FIRST + index * 4 + 12)) if will and index % 3 != 1 else None
    told = done if done and index % 4 != 3 else None
    lines.append({"kind": "advice", "text": advice, "will": will, "done_on": done, "told_on": told})
    if liked == "no":
        lines.append({"kind": "notwant", "text": story.next("notwant", talk.NOT_WANTS)})
    elif index % 2 == 0:
        lines.append({"kind": "want", "text": story.next("want", talk.WANTS)})
    if index % 5 == 2:
        lines.append({"kind": "surprise", "text": story.next("surprise", talk.SURPRISES)})
    if index % 4 == 1:
        lines.append({"kind": "note", "text": story.next("note", talk.NOTES)})
    return lines


def _promises(story: Story, deed: Deed, one: Talk, index: int) -> None:
    if index % 3 == 0:
        text = story.next("mine", talk.PROMISES_MINE)
        kept = story.day(min(-1, one.offset + 5))
        _promise(story, deed, one, by="mine", text=text, due_on=story.day(one.offset + 6), kept_on=kept)
    if index % 4 == 2:
        text = story.next("theirs", talk.PROMISES_THEIRS)
        kept_or_not = story.day(one.offset + 9) if one.offset < -20 else None
        _promise(story, deed, one, by="theirs", text=text, due_on=None, kept_on=kept_or_not)


def _promise(story: Story, deed: Deed, one: Talk, **values: object) -> None:
    person = Ref("person", one.who)
    story.add(deed, "promise", person_id=person, interview_id=one.ref, made_on=deed.on, **values)


def _named(story: Story, one: Talk, waiting: Waiting, newcomers: list[int], index: int) -> list[Waiting]:
    """Who was named in the talk: none, one or two people, who become known on that day."""
    if waiting.generation >= 3:  # three generations are told
        return []
    deed = story.deeds[-1]
    found = []
    for _ in range((1, 1, 0, 2, 0, 1, 0)[index % 7]):
        if not newcomers:
            break
        who = newcomers.pop(0)
        people.enter(story, deed, who, introduced_by=one.who)
        mode = story.next("mode-of-introduction", ("use-my-name", "joint", "ask-first"))
        values = _introduction(story, deed, one, who, mode)
        story.add(deed, "tie", a_id=Ref("person", one.who), b_id=Ref("person", who), heard_on=deed.on)
        found.append(Waiting(who, one.offset, waiting.generation + 1, values, one.who))
    return found


def _introduction(story: Story, deed: Deed, one: Talk, who: int, mode: str) -> dict[str, object]:
    asked = story.day(one.offset + 1) if mode == "ask-first" and one.offset < -1 else None
    story.add(
        deed,
        "introduction",
        direction="received",
        introducer_id=Ref("person", one.who),
        introduced_id=Ref("person", who),
        interview_id=one.ref,
        mode=mode,
        why=story.next("why", talk.WHY_INTRODUCED),
        named_on=deed.on,
        asked_on=asked,
    )
    return deed.rows[-1][1]


def thank(story: Story, one: Talk) -> None:
    """The thank-you of the next day, and the loop that an introduction leaves open."""
    deed = story.deed(one.offset + 1, "message.sent", story.cast[one.who].name)
    one.columns["thanked_on"] = deed.on
    story.contact(deed, one.who, "out", talk.THANKS, message_kind="thank-you", about=one.key)
    if one.introduction is not None and one.via is not None:
        one.introduction |= {
            "made_on": story.day(one.offset - 6),
            "loop_connected_on": story.day(one.offset - 4),
        }
        if one.offset < LAST:
            one.introduction["loop_met_on"] = deed.on
            story.contact(deed, one.via, "out", talk.TOLD, message_kind="loop", about=one.key)


def _carry_on(story: Story, one: Talk, index: int) -> None:
    """What came after: letters both ways for most, and a few who become allies and friends."""
    if index % 4 == 3 or one.offset > -16:  # too fresh for letters
        return
    name = story.cast[one.who].name
    wrote = story.deed(one.offset + 11, "interaction.log", name)
    story.contact(wrote, one.who, "out", story.next("wrote", talk.WROTE), message_kind="update")
    answered = story.deed(one.offset + 12, "interaction.log", name)
    story.contact(answered, one.who, "in", story.next("they-wrote", talk.THEY_WROTE))
    story.step(answered, one.who, "in_touch", "wrote back")
    if index % 5 == 0 and one.offset < -40:  # it takes weeks to become an ally
        acted = story.deed(one.offset + 25, "interaction.log", name)
        story.contact(acted, one.who, "both", "A walk along the river.", kind="coffee", channel="")
        story.step(acted, one.who, "friend" if index == 0 else "ally", "acted for me")
