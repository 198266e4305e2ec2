from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from acquaint.actions import beginnings, debriefs, interviews, promises, settings
from acquaint.actions.beginnings import Earlier
from tests import world

AT = datetime(2026, 3, 5, 10, tzinfo=UTC)


def page(client, path="/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_with_nothing_yet_the_four_doors_stand_there(client):
    shown = page(client)
    assert shown.count("<h2><a") == 4
    for door in ("Import my people", "Carry on talks", "Add the person I just met", "Try the sample network"):
        assert door in shown
    assert "How much energy" in shown


def test_the_headline_says_the_day_in_one_sentence(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    interviews.book(scope, person=key, at=AT)
    promises.add(scope, person=key, text="send my notes", due_on=scope.today)
    shown = page(client)
    assert "small thing" in shown
    assert "one conversation tomorrow." in shown
    assert "Tomorrow, 10:00" in shown


def test_a_thing_names_the_person_the_reason_and_until_when(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    promises.add(scope, person=key, text="send my notes", due_on=scope.today)
    shown = page(client)
    assert f'<a href="/people/{key}"><bdi>Marisol Quent</bdi></a>: send my notes' in shown
    assert "You said “by 4 March”" in shown
    assert "best by tonight" in shown


def test_a_promise_is_kept_at_a_press_and_the_toast_takes_it_back(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    made = promises.add(scope, person=key, text="send my notes", due_on=scope.today)
    answer = client.post(f"/promises/{dict(made.items)['promise']}/kept", follow=True)
    shown = answer.content.decode()
    assert "data-toast" in shown
    assert "send my notes" in shown.partition("data-toast")[2]
    undo = answer.redirect_chain[-1][0].partition("did=")[2]
    client.post(f"/history/{undo}/undone")
    assert world.changes(scope)[-2:] == ["promise.keep", "undo"]
    assert "Keep your word" in page(client)


def test_later_puts_a_thing_off(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    made = promises.add(scope, person=key, text="send my notes", due_on=scope.today)
    thing = f"promise-mine:{dict(made.items)['promise']}"
    assert client.post("/suggestions/later", {"suggestion": thing}).status_code == 302
    assert "Keep your word" not in page(client)
    assert "Keep your word" in page(client, "/week")


def test_an_unknown_suggestion_is_refused_in_words(client):
    answer = client.post("/suggestions/later", {"suggestion": "promise-mine:nothing"})
    assert answer.status_code == 404


def test_what_is_more_than_a_morning_is_folded(client, scope):
    for number, key in enumerate(world.know(scope, *(f"Marisol Quent{letter}" for letter in "abcdefgh"))):
        promises.add(scope, person=key, text=f"thing {number}", due_on=scope.today)
    shown = page(client)
    assert "Five small things today" in shown
    opened, _summary, folded = shown.partition("more, none of them late")
    assert opened.count('class="thing"') == 5
    assert folded.count('class="thing"') >= 3


def test_after_ten_days_there_is_one_small_thing_and_nothing_is_late(client, scope, monkeypatch):
    for key in world.know(scope, "Marisol Quent", "Corin Abel"):
        promises.add(scope, person=key, text="send my notes", due_on=scope.today)
    monkeypatch.setenv("ACQUAINT_ON", (scope.now + timedelta(days=30)).isoformat())
    shown = page(client)
    assert "Good to see you. Nothing is late." in shown
    assert shown.count('class="thing"') == 1


def test_conversations_carried_on_are_said_and_shown(client, scope):
    beginnings.carry_on(scope, talks=[Earlier("Marisol Quent", scope.today - timedelta(days=90))])
    shown = page(client)
    assert "0 of 1 conversation carried on" in shown
    assert "One is waiting for a word from you." in shown
    assert shown.count('<i class="open">') == 1


def test_the_number_of_queries_does_not_grow(client, scope, django_assert_max_num_queries):
    def grow(*names):
        for key in world.know(scope, *names):
            promises.add(scope, person=key, text="send my notes", due_on=scope.today)
            held = interviews.hold(scope, person=key, at=datetime(2026, 3, 3, 9, tzinfo=UTC))
            talk = dict(held.items)["interview"]
            debriefs.keep(scope, person=key, interview=talk, text="learned: a thing")

    grow("Marisol Quent", "Corin Abel")
    page(client)
    with django_assert_max_num_queries(60) as few:
        page(client)
    grow(*(f"Nameless Number{letter}" for letter in "abcdefghijkl"))
    with django_assert_max_num_queries(len(few.captured_queries)):
        page(client)


@pytest.mark.parametrize(("energy", "kept"), [("little", "little"), ("plenty", "plenty")])
def test_the_one_question_is_kept(client, scope, energy, kept):
    answer = client.post("/settings/energy", {"energy": energy, "back": "/welcome"})
    assert answer["Location"].startswith("/welcome?did=")
    assert f'value="{kept}" checked' in page(client, "/welcome")


def test_the_page_speaks_the_owners_language_and_direction(client, scope):
    settings.set_(scope, name="language", value="ar")
    assert '<html lang="ar" dir="rtl">' in page(client)
