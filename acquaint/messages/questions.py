"""The bank of questions for a talk, in the order of a good conversation (wording our own)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from acquaint.messages.tongue import ENGLISH, Tongue
from acquaint.messages.tongue import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Category:
    """One part of a talk: its code, what it is called, and questions from which one or two are asked."""

    code: str
    name: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question chosen for a talk; `must` marks the one to ask if there is time for only one."""

    category: str
    text: str
    must: bool = False


BANK: tuple[Category, ...] = (
    Category(
        "warm-up",
        _("To begin"),
        (
            _("How is your week going, and what are you in the middle of?"),
            _("How did you two get to know each other, you and the person who brought us together?"),
        ),
    ),
    Category(
        "path",
        _("Their path"),
        (
            _("What brought you to what you do now, and which turn did you not see coming?"),
            _("Looking back, which step mattered more than it seemed at the time?"),
            _("What did you have to let go of to come here?"),
        ),
    ),
    Category(
        "work",
        _("The work itself"),
        (
            _("What did you do last week, from Monday to Friday?"),
            _("Which part of the work takes more of your time than people think?"),
            _("What was the last problem that kept you thinking on the way home?"),
        ),
    ),
    Category(
        "likes",
        _("Bright sides and dark ones"),
        (
            _("Which hours of your week would you not give away?"),
            _("If you could change one thing about the job, what would it be?"),
            _("What do people who leave say on their way out?"),
        ),
    ),
    Category(
        "trends",
        _("Where it is going"),
        (
            _("What is changing in the field that you do not read about?"),
            _("Where will they be short of people in two or three years?"),
            _("What pressure do you feel this year that you did not feel last year?"),
        ),
    ),
    Category(
        "insight",
        _("What outsiders miss"),
        (
            _("What do people from outside get wrong about this work?"),
            _("What surprised you most when you were new?"),
        ),
    ),
    Category(
        "people",
        _("The people"),
        (
            _("What kind of person is happy here, and who is not?"),
            _("How do people disagree with each other where you work?"),
        ),
    ),
    Category(
        "entry",
        _("Getting in"),
        (
            _("What would convince you that somebody new can do the work?"),
            _("How did the last two people on your team come to be hired?"),
            _("Which skill could I learn in three months that would count?"),
        ),
    ),
    Category(
        "conditions",
        _("Conditions"),
        (
            _("What range is usual for somebody who starts in this line of work?"),
            _("How much of the work can be done from elsewhere, or at other hours?"),
        ),
    ),
    Category(
        "advice",
        _("Their advice"),
        (
            _("Having heard where I come from, what would you do next if you were me?"),
            _("What in my plan sounds wrong to you?"),
        ),
    ),
    Category(
        "resources",
        _("People and places to learn more"),
        (
            _("Who else sees this from another side, for instance at a smaller place?"),
            _("What should I read, or which meeting should I not miss?"),
        ),
    ),
    Category(
        "next",
        _("Before the time is up"),
        (
            _("What would you do first this week, and may I tell you how it went?"),
            _("May I mention your name when I write to them?"),
            _("What are you working on that I might be able to help with?"),
        ),
    ),
)

AGAIN = (
    _("Last time you advised: {advice}. Here is what came of it. What would you look at next?"),
    _("What has changed for you since we last spoke?"),
)
LEARN: tuple[str, ...] = (
    _("What does the work look like on an ordinary day?"),
    _("What proof counts for somebody who comes from elsewhere?"),
    _("Would I want to spend my days with the people who do it?"),
)
REVERSE: tuple[str, ...] = (
    _("Why this field, and why now?"),
    _("What have you found out so far?"),
    _("What are you looking for, in one sentence?"),
    _("How can I help you?"),
)
AVOID: tuple[str, ...] = (
    _("Do not ask for a job; they would have to say no."),
    _("Do not ask what they earn; a usual range is fine."),
    _("Do not run over the time: name the stop time yourself."),
)

_SKIPPED_AGAIN = frozenset({"path", "work"})
_SHORT = ("warm-up", "path", "work", "likes", "insight", "entry", "advice", "resources", "next")
_LEAST, _MOST, _MINUTES_EACH = 5, 12, 4
CATEGORIES: tuple[str, ...] = tuple(category.code for category in BANK)


def choose(
    *,
    minutes: int,
    own: Sequence[Asked] = (),
    advice: Sequence[str] = (),
    again: bool = False,
    introduced: bool = True,
    asked: Iterable[str] = (),
    tongue: Tongue = ENGLISH,
) -> tuple[Asked, ...]:
    """Return the questions for a talk of so many minutes, in order, one of them a must-ask.

    `own` are the seeker's open questions, `advice` what was advised last time, `asked` the texts used before
    with this person; `again` skips path and work, `introduced` keeps the question about who brought us
    together.
    """
    room = max(_LEAST, min(_MOST, minutes // _MINUTES_EACH))
    opening = _opening(advice, tongue) if again else ()
    picked = [*opening, *own[: max(1, room // 2)]]
    taken = {one.category for one in picked} | (_SKIPPED_AGAIN if again else frozenset())
    used = set(asked) | ({BANK[0].questions[1]} if not introduced else set())
    for code in (*_SHORT, *CATEGORIES):
        if len(picked) >= room:
            break
        if code not in taken:
            taken.add(code)
            picked.append(Asked(code, _fresh(code, used, tongue)))
    return _in_order(_with_must(picked))


def _opening(advice: Sequence[str], tongue: Tongue) -> tuple[Asked, ...]:
    if advice:
        return (Asked("again", tongue.say(AGAIN[0], advice=advice[0].rstrip(" ."))),)
    return (Asked("again", tongue.say(AGAIN[1])),)


def _fresh(code: str, used: set[str], tongue: Tongue) -> str:
    """Return the first question of a category that was not used with this person, else its first."""
    category = next(one for one in BANK if one.code == code)
    spoken = [(text, tongue.say(text)) for text in category.questions]
    return next((said for text, said in spoken if not {text, said} & used), spoken[0][1])


def _with_must(picked: list[Asked]) -> list[Asked]:
    """Mark one question as the must-ask where the seeker marked none: their first own one, else the entry."""
    if any(one.must for one in picked):
        return picked
    at = next((i for i, one in enumerate(picked) if one.category in ("own", "entry", "advice")), 0)
    chosen = picked[at]
    return [*picked[:at], Asked(chosen.category, chosen.text, must=True), *picked[at + 1 :]]


def _in_order(picked: Sequence[Asked]) -> tuple[Asked, ...]:
    """Put the must-ask first, then what came of their advice, then follow the order of a talk."""
    rank = {"again": -1, **{code: place for place, code in enumerate(CATEGORIES)}}
    middle = rank["entry"]
    return tuple(sorted(picked, key=lambda one: (not one.must, rank.get(one.category, middle))))
