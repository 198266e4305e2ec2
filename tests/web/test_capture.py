from __future__ import annotations

import html
import re

from acquaint.actions.capture import understood
from acquaint.models import JournalEntry
from acquaint.web.capture import _examples
from tests import world

LINE = (
    "met @Marisol Quent at the fair, she offered to introduce me to Corin Abel, send her my notes by Friday"
)


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_chips_say_what_is_understood_with_absolute_dates_and_write_nothing(client, scope):
    before = world.state(scope)
    answer = client.post("/capture/chips", {"line": LINE})
    said = text(answer)
    assert "Marisol Quent, who is new here" in said
    assert "Marisol Quent brings you to Corin Abel" in said
    assert "send my notes, Marisol Quent, by Friday 6 March" in said
    assert world.state(scope) == before


def test_a_person_who_is_here_is_linked_visibly_and_never_silently(client, scope):
    world.know(scope, "Marisol Quent")
    assert "Marisol Quent, who is here already" in text(client.post("/capture/chips", {"line": LINE}))
    world.know(scope, "Marisol Quent")
    assert "2 people are called so" in text(client.post("/capture/chips", {"line": LINE}))


def test_the_tinted_text_is_the_line_itself(client):
    page = client.post("/capture/chips", {"line": LINE}).content.decode()
    line = page.partition('class="line" dir="auto">')[2].partition("</p>")[0]
    assert html.unescape(re.sub(r"<[^>]+>", "", line)) == LINE
    assert '<mark class="owe">send her my notes</mark>' in line


def test_a_chip_goes_back_to_text_and_stays_there(client):
    page = client.post("/capture/chips", {"line": LINE}).content.decode()
    drop = re.search(r'value="(\d+-\d+)"[^>]*aria-label="Back to plain text: send my notes', page).group(1)
    again = client.post("/capture/chips", {"line": LINE, "drop": drop})
    assert "send my notes, Marisol" not in text(again)
    assert f'type="hidden" name="drop" value="{drop}"' in again.content.decode()


def test_the_line_is_kept_word_for_word_with_what_it_says_in_one_change(client, scope):
    answer = client.post("/capture", {"line": LINE, "back": "/people"})
    assert answer["Location"].startswith("/people?did=")
    assert world.changes(scope) == ["capture.add"]
    assert JournalEntry.objects.of(scope).get().text == LINE
    shown = client.get("/people").content.decode()
    assert "Marisol Quent" in shown
    assert "Corin Abel" in shown


def test_what_was_returned_to_text_is_not_done(client, scope):
    at = LINE.index("send her my notes")
    client.post("/capture", {"line": LINE, "drop": f"{at}-{at + len('send her my notes')}"})
    shown = client.get("/").content.decode()
    assert "Keep your word" not in shown


def test_without_scripts_the_line_is_shown_before_it_is_kept(client, scope):
    before = world.state(scope)
    answer = client.post("/capture", {"line": LINE, "look": "1"})
    assert answer.status_code == 200
    assert "by Friday 6 March" in text(answer)
    assert world.state(scope) == before


def test_two_people_of_a_name_are_asked_back_and_the_line_is_not_lost(client, scope):
    world.know(scope, "Marisol Quent", "Marisol Quent")
    before = world.state(scope)
    answer = client.post("/capture", {"line": LINE})
    assert answer.status_code == 422
    assert "could be several people" in text(answer)
    assert LINE in text(answer)
    assert world.state(scope) == before


def test_an_empty_line_keeps_nothing(client, scope):
    assert client.post("/capture", {"line": "   "}).status_code == 200
    assert world.changes(scope) == []


def test_odd_spans_are_passed_over(client):
    form = {"line": LINE, "drop": ["x", "1-", "-1", "9-3", "1-2-3", "99999999999999999999-1", "٣-٤"]}
    assert client.post("/capture/chips", form).status_code == 200


def test_every_page_has_the_dialog_and_the_page_of_its_own_stands_alone(client):
    for path in ("/people", "/history"):
        assert '<dialog id="capture"' in client.get(path).content.decode()
    page = client.get("/capture?line=call+%40Corin").content.decode()
    assert "call @Corin</textarea>" in page


def test_a_smile_outside_a_talk_is_said_to_stay_in_the_note(client, scope):
    said = text(client.post("/capture/chips", {"line": "coffee with @Corin Abel :) fit:4"}))
    assert said.count("you enjoyed it, kept in the note") == 2
    said = text(client.post("/capture/chips", {"line": "interviewed @Corin Abel :)"}))
    assert "you enjoyed it" in said
    assert "kept in the note" not in said


def test_each_example_is_understood_as_what_it_shows(scope):
    kinds = [{chip.kind for chip in understood(scope, line).chips} for line in _examples()]
    shown = ("introduction", "promise", "promise-theirs", "opening")
    assert all(kind in found for kind, found in zip(shown, kinds, strict=True))
