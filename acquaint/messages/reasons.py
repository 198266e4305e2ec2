"""The one wording function: a reason travels as a code with facts and becomes a sentence when read.

Suggestions have a headline (their kind is the code) and reasons (`kind.variant`); history lines have the code
of the deed behind `did.`. Days in the facts are said as people say them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from acquaint.messages.days import Said, silence
from acquaint.messages.deeds import DEEDS
from acquaint.messages.sayings import SAYINGS, Counted
from acquaint.messages.tongue import ENGLISH, Tongue

Fact = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A code and the facts of its sentence, worded only where it is read."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


def word(reason: Reason, *, today: date, tongue: Tongue = ENGLISH) -> str:
    """The sentence of a reason; KeyError for a code or a fact that the tables do not know."""
    if reason.code.startswith("did."):
        return _deed(reason, today, tongue)
    saying = SAYINGS[reason.code]
    values = _values(reason.facts, today, tongue)
    if isinstance(saying, Counted):
        count = reason.facts["count"]
        assert isinstance(count, int)
        values.pop("count")
        return tongue.count(saying.one, saying.many, count, **values)
    return tongue.say(saying, **values)


def words(reasons: Iterable[Reason], *, today: date, tongue: Tongue = ENGLISH) -> str:
    """Several reasons as one short paragraph."""
    return " ".join(word(reason, today=today, tongue=tongue) for reason in reasons)


def _deed(reason: Reason, today: date, tongue: Tongue) -> str:
    """A history line; a deed without a sentence of its own shows what it was about."""
    about = str(reason.facts.get("about") or "").strip()
    saying = DEEDS.get(reason.code.removeprefix("did."))
    if saying is None:
        return about or reason.code.removeprefix("did.").replace(".", " ")
    values = {**_values(reason.facts, today, tongue), "about": about}
    text = tongue.say(saying, **values)
    return text if about else text.rstrip(": ")


def _values(facts: Mapping[str, Fact], today: date, tongue: Tongue) -> dict[str, object]:
    """Facts as a sentence takes them: days speak for themselves, texts lose their full stop."""
    said: dict[str, object] = {}
    for name, fact in facts.items():
        if isinstance(fact, datetime):
            said[name] = Said(fact.date(), today, tongue)
            said[f"{name}_hour"] = f"{fact:%H:%M}"
        elif isinstance(fact, date):
            said[name] = Said(fact, today, tongue)
        elif name == "silence" and isinstance(fact, int):
            said[name] = silence(fact, tongue)
        elif name == "minutes" and isinstance(fact, int):
            said[name] = tongue.count("{count} minute", "{count} minutes", fact)
        elif isinstance(fact, str):
            said[name] = " ".join(fact.split()).rstrip(" .")
        else:
            said[name] = fact
    return said
