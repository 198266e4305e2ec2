from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest

from acquaint.actions import interviews
from acquaint.models import Debrief, DebriefLine, Introduction, Promise
from tests import world

WORDS = (
    "Hospitals buy from few vendors. Send her my notes by Friday. "
    "She can introduce me to Corin Abel, ask first."
)


@pytest.fixture
def talk(scope):
    [key] = world.know(scope, "Marisol Quent")
    made = interviews.hold(scope, person=key, at=datetime(2026, 3, 4, 10, tzinfo=UTC))
    return dict(made.items)["interview"]


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_the_ninety_seconds_are_one_question_one_line_and_ones_own_words(client, talk):
    shown = text(client.get(f"/interviews/{talk}/debrief"))
    for said in (
        "How was it?",
        "Did you enjoy talking with them?",
        "One thing you learned",
        "in your own words",
    ):
        assert said in shown


def test_words_become_chips_and_nothing_is_kept(client, scope, talk):
    before = world.state(scope)
    said = text(client.post(f"/interviews/{talk}/debrief/chips", {"words": WORDS}))
    assert "You promised Send my notes, by Friday 6 March" in said
    assert "Introduction Corin Abel, they ask first" in said
    assert world.state(scope) == before


def test_it_is_all_kept_in_one_change_and_leads_to_the_thanks(client, scope, talk):
    form = {"liked": "yes", "learned": "buyers decide in spring", "words": WORDS, "then": "thank"}
    answer = client.post(f"/interviews/{talk}/debrief", form)
    assert answer.status_code == 302
    assert f"/draft/thank-you?about={talk}&did=" in answer["Location"]
    assert world.changes(scope)[-1] == "debrief.keep"
    assert Debrief.objects.of(scope).get().liked == "yes"
    assert Promise.objects.of(scope).get().due_on.isoformat() == "2026-03-06"
    assert Introduction.objects.of(scope).get().mode == "ask-first"
    kept = set(DebriefLine.objects.of(scope).values_list("kind", "text"))
    assert kept == {("learned", "buyers decide in spring"), ("note", "Hospitals buy from few vendors.")}
    draft = client.get(answer["Location"]).content.decode()
    assert "buyers decide in spring" in draft


def test_the_ten_minutes_are_there_for_those_who_have_them(client, scope, talk):
    form = {
        "advice": "read the standard",
        "will": "read it this week",
        "want": "the mornings",
        "notwant": "the travel",
        "energy": "1",
        "next": "in three weeks to tell about the standard",
    }
    client.post(f"/interviews/{talk}/debrief", form)
    line = DebriefLine.objects.of(scope).get(kind="advice")
    assert (line.text, line.will) == ("read the standard", "read it this week")
    assert Debrief.objects.of(scope).get().energy_after == 1
    person = client.get("/people").content.decode()
    assert "Marisol Quent" in person


def test_a_chip_returned_to_text_is_only_a_note(client, scope, talk):
    at = WORDS.index("Send her")
    drop = f"{at}-{at + len('Send her my notes by Friday')}"
    client.post(f"/interviews/{talk}/debrief", {"words": WORDS, "drop": drop})
    assert not Promise.objects.of(scope).exists()
    assert DebriefLine.objects.of(scope).filter(text="Send her my notes by Friday.").exists()


def test_a_press_on_the_cross_without_scripts_shows_and_keeps_nothing(client, scope, talk):
    before = world.state(scope)
    at = WORDS.index("Send her")
    form = {"words": WORDS, "liked": "mixed", "look": f"{at}-{at + len('Send her my notes by Friday')}"}
    answer = client.post(f"/interviews/{talk}/debrief", form)
    assert answer.status_code == 200
    assert "You promised" not in text(answer)
    assert 'value="mixed" checked' in answer.content.decode()
    assert world.state(scope) == before


def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(client, scope, talk):
    before = world.state(scope)
    answer = client.post(f"/interviews/{talk}/debrief", {"words": "liked: perhaps\nA good hour."})
    assert answer.status_code == 422
    assert "cannot be read" in text(answer)
    assert "A good hour." in text(answer)
    assert world.state(scope) == before


def test_an_empty_debrief_asks_for_a_line(client, scope, talk):
    answer = client.post(f"/interviews/{talk}/debrief", {})
    assert answer.status_code == 422
    assert "write a line or two" in text(answer)


def test_one_that_did_not_happen_has_its_ways_out(client, scope):
    [key] = world.know(scope, "Corin Abel")
    made = interviews.book(scope, person=key, at=datetime(2026, 3, 4, 9, tzinfo=UTC))
    booked = dict(made.items)["interview"]
    shown = client.get(f"/interviews/{booked}/debrief").content.decode()
    assert "They did not come" in shown
    answer = client.post(f"/interviews/{booked}/missed", {"by": "me"})
    assert answer["Location"].startswith(f"/people/{key}?did=")
    assert Promise.objects.of(scope).get().by == "mine"


def test_a_debrief_of_a_booked_talk_means_it_was_held(client, scope):
    [key] = world.know(scope, "Corin Abel")
    made = interviews.book(scope, person=key, at=datetime(2026, 3, 4, 9, tzinfo=UTC))
    client.post(f"/interviews/{dict(made.items)['interview']}/debrief", {"liked": "yes"})
    assert "You talked today" in client.get(f"/people/{key}").content.decode()
