"""The one wording function: every code has words, names first, without blame and without numbers as marks."""

from __future__ import annotations

import re
import string
from datetime import date, datetime

import pytest

from acquaint.messages.deeds import DEEDS
from acquaint.messages.reasons import Reason, word, words
from acquaint.messages.sayings import SAYINGS, Counted
from acquaint.messages.tongue import Tongue

TODAY = date(2026, 11, 23)
REFUSED = re.compile(
    r"\b(lead|pipeline|touchpoint|score|value|neglect\w*|streak|overdue|failed|must|should have"
    r"|he|she|his|her)\b",
    re.IGNORECASE,
)


def placeholders(text: str) -> dict[str, str]:
    return {name: how or "" for _, name, how, _ in string.Formatter().parse(text) if name}


def sample(text: str) -> dict[str, object]:
    facts: dict[str, object] = {}
    for name, how in placeholders(text).items():
        if name.endswith("_hour"):
            facts[name.removesuffix("_hour")] = datetime.fromisoformat("2026-11-24T10:00")
        elif how:
            facts.setdefault(name, date(2026, 11, 13))
        else:
            facts[name] = 3 if name in {"count", "carried", "minutes", "silence"} else f"the {name}"
    return facts


@pytest.mark.parametrize("code", SAYINGS)
def test_every_saying_reads_as_a_sentence(code):
    saying = SAYINGS[code]
    text = saying.many if isinstance(saying, Counted) else saying
    said = word(Reason(code, sample(text)), today=TODAY)
    assert said
    assert "{" not in said
    assert not REFUSED.search(said), said


@pytest.mark.parametrize("code", [code for code in SAYINGS if "." in code and not code.startswith("link.")])
def test_every_reason_belongs_to_a_kind_that_has_a_headline(code):
    kind = code.partition(".")[0]
    assert kind in SAYINGS or any(other.startswith(f"{kind}-") for other in SAYINGS)


@pytest.mark.parametrize("code", DEEDS)
def test_every_deed_reads_as_history(code):
    assert (
        "Ilse" in word(Reason(f"did.{code}", {"about": "Ilse"}), today=TODAY) or "{about}" not in DEEDS[code]
    )
    assert "{" not in word(Reason(f"did.{code}"), today=TODAY)


def test_a_deed_without_words_of_its_own_says_what_it_was_about():
    assert word(Reason("did.chair.move", {"about": "the chair"}), today=TODAY) == "the chair"
    assert word(Reason("did.chair.move"), today=TODAY) == "chair move"


def test_days_are_said_as_people_say_them():
    last = Reason("drifted.last", {"last": date(2026, 10, 13)})
    assert word(last, today=TODAY) == "You were last in touch 41 days ago."
    thanks = Reason("thank-you", {"name": "Mary Somerville", "held": date(2026, 11, 22)})
    assert word(thanks, today=TODAY) == "Thank Mary Somerville for the talk yesterday."


def test_a_text_of_the_record_keeps_one_full_stop_and_one_line():
    reason = Reason("thank-you.learned", {"name": "Mary", "learned": "few vendors\nsell to {hospitals}.. "})
    assert word(reason, today=TODAY) == "Mary told you this: few vendors sell to {hospitals}."


def test_several_reasons_make_one_paragraph():
    both = [Reason("intro-make.both"), Reason("waiting.friend")]
    assert words(both, today=TODAY) == "Both said yes. Friends need no reminder."


def test_counting_follows_the_tongue():
    one = Reason("carried-on", {"carried": 1, "count": 1})
    assert word(one, today=TODAY) == "1 of 1 conversation carried on"
    german = Tongue(lambda text: text, lambda _one, _many, _count: "{carried} von {count} Gesprächen")
    assert word(one, today=TODAY, tongue=german) == "1 von 1 Gesprächen"


def test_an_unknown_code_is_an_error_and_not_a_silence():
    with pytest.raises(KeyError):
        word(Reason("no-such-kind"), today=TODAY)
