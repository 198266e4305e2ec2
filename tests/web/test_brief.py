from __future__ import annotations

from datetime import UTC, datetime

import pytest

from acquaint.actions import debriefs, interviews, people, promises
from tests import world


@pytest.fixture
def booked(scope):
    [corin] = world.know(scope, "Corin Abel")
    key = people.add(
        scope, name="Marisol Quent", introduced_by=corin, organization="Harbor Clinic", position="Engineer"
    ).id
    made = interviews.book(
        scope, person=key, at=datetime(2026, 3, 5, 10, tzinfo=UTC), phone="020 7946 0000", place="Room 4"
    )
    return key, dict(made.items)["interview"]


def page(client, booked):
    answer = client.get(f"/interviews/{booked[1]}/brief")
    assert answer.status_code == 200
    return answer.content.decode()


def test_five_lines_and_five_questions_come_first_and_the_rest_is_folded(client, booked):
    shown = page(client, booked)
    first = shown.partition("<details")[0]
    assert first.count("<li><b>") >= 4
    assert first.partition('class="questions"')[2].count("<li>") == 5
    assert "Engineer, Harbor Clinic" in first
    assert "Corin Abel named them to you" in first
    assert shown.count("<details") >= 3


def test_it_says_when_how_long_and_how(client, booked):
    shown = page(client, booked)
    assert "Tomorrow, Thursday 5 March, 10:00 to 10:30, by phone" in shown
    assert "Number to call: 020 7946 0000" in shown
    assert "At 10:30, ask whether to go on." in shown


def test_the_last_talk_and_open_promises_are_recalled(client, scope):
    [key] = world.know(scope, "Zeno Zorn")
    held = interviews.hold(scope, person=key, at=datetime(2026, 2, 2, 10, tzinfo=UTC))
    told = "learned: hospitals buy from few vendors\nadvice: read the standard"
    debriefs.keep(scope, person=key, interview=dict(held.items)["interview"], text=told)
    promises.add(scope, person=key, text="send my notes")
    shown = client.get(f"/people/{key}/brief").content.decode()
    assert "You talked 30 days ago. hospitals buy from few vendors. They advised: read the standard." in shown
    assert "You: send my notes" in shown


def test_without_a_time_it_says_so_and_offers_to_book(client, scope):
    [key] = world.know(scope, "Zeno Zorn")
    shown = client.get(f"/people/{key}/brief").content.decode()
    assert "No time is booked yet" in shown
    assert f'href="/people/{key}/book"' in shown


def test_the_card_of_the_next_talk_gets_its_first_questions(client, booked):
    piece = client.get(f"/interviews/{booked[1]}/questions").content.decode()
    assert piece.count("<li>") == 3
    assert "<html" not in piece


def test_a_talk_is_moved_and_the_brief_is_kept(client, scope, booked):
    form = {"at": "2026-03-09T15:30", "minutes": "45", "mode": "coffee", "place": "Room 5"}
    answer = client.post(f"/interviews/{booked[1]}/moved", form)
    assert answer["Location"].startswith(f"/interviews/{booked[1]}/brief?did=")
    assert "Monday, 9 March, 15:30 to 16:15, over coffee" in page(client, booked)


@pytest.mark.parametrize("at", ["", "tomorrow", "2026-13-40T10:00", "25:00"])
def test_a_time_that_cannot_be_read_is_told(client, booked, at):
    answer = client.post(f"/people/{booked[0]}/book", {"at": at, "minutes": "30", "mode": "call"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()


def test_a_talk_in_another_zone_says_which(client, scope):
    [key] = world.know(scope, "Zeno Zorn")
    made = interviews.book(scope, person=key, at=datetime(2026, 3, 6, 9), zone="Asia/Tokyo")  # noqa: DTZ001
    shown = client.get(f"/interviews/{dict(made.items)['interview']}/brief").content.decode()
    assert "09:00 to 09:30, Asia/Tokyo" in shown
