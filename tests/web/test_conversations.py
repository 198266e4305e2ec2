from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from acquaint.actions import debriefs, interviews
from acquaint.models import Interview
from tests import world

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def page(client):
    answer = client.get("/interviews")
    assert answer.status_code == 200
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def book(scope, name, away):
    [key] = world.know(scope, name)
    made = interviews.book(scope, person=key, at=NOON + timedelta(days=away))
    return key, dict(made.items)["interview"]


def test_they_stand_by_where_they_stand(client, scope):
    book(scope, "Ahead Far", 9)
    book(scope, "Ahead Near", 1)
    book(scope, "Gone By", -1)
    key, talk = book(scope, "Written Down", -5)
    debriefs.keep(scope, person=key, interview=talk, text="liked: yes")
    shown = page(client)
    places = [shown.index(one) for one in ("Ahead Near", "Ahead Far", "Gone By", "Written Down")]
    assert places == sorted(places)
    for title in ("Ahead of you", "Still to write down", "Talks you have had"):
        assert title in shown


def test_each_offers_what_comes_next(client, scope):
    _key, ahead = book(scope, "Ahead Near", 1)
    _key, gone = book(scope, "Gone By", -1)
    shown = page(client)
    assert f"/interviews/{ahead}/brief" in shown
    assert f"/interviews/{gone}/debrief" in shown


def test_none_yet_is_an_invitation(client):
    assert "Whom would you like to listen to" in page(client)


@pytest.mark.parametrize(
    ("deed", "form", "column"),
    [
        ("confirmed", {}, "confirmed_on"),
        ("cancelled", {"by": "them"}, "cancelled_on"),
        ("missed", {}, "no_show_on"),
    ],
)
def test_what_became_of_it_is_kept_at_a_press(client, scope, deed, form, column):
    _key, talk = book(scope, "Marisol Quent", 1)
    assert client.post(f"/interviews/{talk}/{deed}", form).status_code == 302
    assert getattr(Interview.objects.of(scope).get(), column) == scope.today


def test_somebody_who_is_neither_is_refused(client, scope):
    _key, talk = book(scope, "Marisol Quent", 1)
    assert client.post(f"/interviews/{talk}/cancelled", {"by": "the cat"}).status_code == 422


def test_the_number_of_queries_does_not_grow(client, scope, django_assert_max_num_queries):
    book(scope, "Ahead Far", 9)
    page(client)
    with django_assert_max_num_queries(8) as few:
        page(client)
    for number in range(12):
        book(scope, f"Nameless {number}", number - 6)
    with django_assert_max_num_queries(len(few.captured_queries)):
        page(client)
