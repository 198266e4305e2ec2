from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from acquaint.actions import (
    asks,
    debriefs,
    interactions,
    interviews,
    introductions,
    openings,
    people,
    promises,
    touches,
)
from acquaint.models import Person
from tests import world


def page(client, key):
    answer = client.get(f"/people/{key}")
    assert answer.status_code == 200
    return answer.content.decode()


def talk(scope, key, text="liked: yes\nlearned: hospitals buy from few vendors\nadvice: read the standard"):
    made = interviews.hold(scope, person=key, at=datetime(2026, 3, 3, 10, tzinfo=UTC), minutes=34)
    key_of_talk = dict(made.items)["interview"]
    if text:
        debriefs.keep(scope, person=key, interview=key_of_talk, text=text)
    return key_of_talk


def stands(shown):
    return shown.partition('class="say stands" dir="auto">')[2].partition("</p>")[0]


def test_the_page_opens_with_where_things_stand(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    talk(scope, key)
    said = stands(page(client, key))
    assert said.startswith("You talked yesterday for 34 minutes and enjoyed it.")
    assert "They told you: hospitals buy from few vendors." in said


def test_somebody_never_met_is_told_so_with_who_named_them(client, scope):
    [corin] = world.know(scope, "Corin Abel")
    key = people.add(scope, name="Marisol Quent", introduced_by=corin).id
    assert stands(page(client, key)) == "You have not talked yet; Corin Abel named them to you."


def test_an_ask_without_answer_is_told(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    asks.sent(scope, person=key, on=date(2026, 2, 27))
    assert "You asked for a talk 5 days ago; there is no answer yet." in stands(page(client, key))


def test_a_talk_gathers_what_it_gave_in_the_river(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    made = interviews.hold(scope, person=key, at=datetime(2026, 3, 3, 10, tzinfo=UTC))
    told = "promise: send my notes by Friday\ntheirs: look for the slides\nname: Corin Abel (ask first)"
    debriefs.keep(scope, person=key, interview=dict(made.items)["interview"], text=told, on=date(2026, 3, 3))
    river = page(client, key).partition('<ol class="river">')[2].partition("</ol>")[0]
    assert river.count("<li") == 1
    for said in (
        "You talked.",
        "You promised: send my notes.",
        "They promised: look for the slides.",
        "Corin Abel",
    ):
        assert said in river


def test_an_ask_and_the_mail_that_carried_it_are_one_line(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    asks.ask(scope, person=key, link="we both sail")
    asks.sent(scope, person=key, channel="email")
    asks.accepted(scope, person=key, words="gladly", on=scope.today)
    river = page(client, key).partition('<ol class="river">')[2].partition("</ol>")[0]
    assert river.count("<li") == 2
    assert "“we both sail”" in river
    assert "“gladly”" in river


def test_what_is_open_between_us_can_be_settled_there(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    made = promises.add(scope, person=key, text="send my notes", due_on=date(2026, 3, 6))
    promise = dict(made.items)["promise"]
    shown = page(client, key)
    assert "You: send my notes, by 6 March" in shown
    answer = client.post(f"/promises/{promise}/released", HTTP_REFERER=f"http://127.0.0.1/people/{key}")
    assert answer["Location"].startswith(f"/people/{key}?did=")
    assert "You: send my notes" not in page(client, key)


def test_introductions_openings_ground_and_ties_stand_beside(client, scope):
    people.describe_me(scope, name="Myself Alone")
    [corin] = world.know(scope, "Corin Abel")
    key = people.add(scope, name="Marisol Quent", interest=["sailing"]).id
    introductions.offered(scope, introducer=key, name="Zeno Zorn", mode="ask-first")
    openings.add(scope, role="data analyst", organization="Harbor Clinic", source=key, confidential=True)
    shown = page(client, key)
    assert "they ask first" in shown
    assert "data analyst at Harbor Clinic · in confidence" in shown
    assert "sailing" in shown
    assert corin not in shown


def test_only_safe_ways_to_reach_a_person_are_links(client, scope):
    key = people.add(
        scope,
        name="Marisol Quent",
        emails=["marisol@example.org"],
        phones=["+44 20 7946 0000"],
        profiles=["https://www.linkedin.com/in/marisol-quent"],
    ).id
    shown = page(client, key)
    assert 'href="mailto:marisol@example.org"' in shown
    assert 'href="tel:+442079460000"' in shown
    assert '<a href="https://www.linkedin.com/in/marisol-quent" rel="noreferrer">linkedin.com/in/' in shown


def first(shown):
    return shown.partition('class="acts">')[2].partition("first")[2].partition(">")[2].partition("<")[0]


def test_the_first_action_is_what_comes_next(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    assert first(page(client, key)) == "Ask for a talk"
    asks.sent(scope, person=key)
    assert first(page(client, key)) == "What came of it?"
    made = interviews.book(scope, person=key, at=datetime(2026, 3, 5, 10, tzinfo=UTC))
    booked = dict(made.items)["interview"]
    assert first(page(client, key)) == "Open the brief"
    interviews.hold(scope, person=key, interview=booked, at=datetime(2026, 3, 3, 10, tzinfo=UTC))
    assert first(page(client, key)) == "Write down how it went"
    debriefs.keep(scope, person=key, interview=booked, text="liked: yes")
    assert first(page(client, key)) == "Write a thank-you"
    touches.sent(scope, kind="thank-you", who=key)
    assert first(page(client, key)) == "Write to them"


def test_a_word_is_logged_and_resets_the_clock(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    form = {"kind": "call", "direction": "both", "on": "2026-03-02", "text": "talked about boats"}
    answer = client.post(f"/people/{key}/log", form)
    assert answer["Location"].startswith(f"/people/{key}?did=")
    shown = page(client, key)
    assert "You talked on the phone." in shown
    assert "talked about boats" in shown
    assert "2 days ago" in stands(shown)


def test_a_contact_still_to_come_is_refused_in_words(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    answer = client.post(f"/people/{key}/log", {"kind": "call", "direction": "both", "on": "2027-01-01"})
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()


def test_what_is_said_of_a_person_is_corrected_and_only_that(client, scope):
    key = people.add(scope, name="Marisol Quent", organization="Harbor Clinic", position="Engineer").id
    form = {
        "name": "Marisol Quent",
        "organization": "Harbor Clinic",
        "position": "Engineer",
        "notes": "left-handed",
    }
    client.post(f"/people/{key}/edit", form)
    assert world.changes(scope)[-1] == "person.edit"
    shown = page(client, key)
    assert "left-handed" in shown
    assert "Engineer, Harbor Clinic" in shown
    before = world.state(scope)
    client.post(f"/people/{key}/edit", form)
    assert world.state(scope) == before


def test_a_person_rests_with_thanks(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    interactions.log(scope, people=[key], kind="meeting", on=scope.today - timedelta(days=60))
    client.post(f"/people/{key}/rested", {"until": "2026-06-01", "why": "exam time"})
    assert stands(page(client, key)).startswith("At rest until 1 June.")


def test_a_person_is_closed_quietly_and_comes_back_only_by_themselves(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    answer = client.post(f"/people/{key}/closed", {"why": "asked me to stop"})
    assert answer["Location"].startswith("/?did=")
    shown = page(client, key)
    assert stands(shown) == "You decided not to be in touch any more."
    assert "Log a word" not in shown
    assert "Marisol Quent" not in client.get("/").content.decode().partition("data-toast")[0]
    client.post(f"/people/{key}/reopened")
    assert "Log a word" in page(client, key)


def test_a_talk_that_felt_unsafe_closes_and_owes_nothing(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    talk(scope, key, text="")
    assert 'name="unsafe"' in client.get(f"/people/{key}/closed?why=unsafe").content.decode()
    client.post(f"/people/{key}/closed", {"unsafe": "on"})
    assert world.changes(scope)[-1] == "interview.unsafe"
    assert "Marisol" not in client.get("/").content.decode()


def test_the_number_of_queries_does_not_grow(client, scope, django_assert_max_num_queries):
    [key] = world.know(scope, "Marisol Quent")

    def grow(times):
        for number in range(times):
            promises.add(scope, person=key, text=f"thing {number}")
            introductions.offered(scope, introducer=key, name=f"Nameless {times} {number}")
            interactions.log(scope, people=[key], kind="email", text=f"word {number}")

    grow(2)
    talk(scope, key)
    with django_assert_max_num_queries(45) as few:
        page(client, key)
    grow(12)
    with django_assert_max_num_queries(len(few.captured_queries)):
        page(client, key)


def test_erasing_asks_twice_and_then_leaves_nothing(client, scope):
    [key, other] = world.know(scope, "Marisol Quent", "Corin Abel")
    promises.add(scope, person=key, text="the secret list")
    asked = client.post(f"/people/{key}/erased", {})
    assert asked.status_code == 422
    assert client.get(f"/people/{key}").status_code == 200
    answer = client.post(f"/people/{key}/erased", {"sure": "on"})
    assert answer["Location"] == "/people?erased=1"
    assert client.get(f"/people/{key}").status_code == 404
    for path in ("/people", "/history", "/", "/people?q=secret"):
        shown = client.get(path).content.decode()
        assert "Marisol" not in shown, path
        assert "secret list" not in shown, path
    assert client.get(f"/people/{other}").status_code == 200


def test_a_note_is_shown_as_it_was_meant_and_loads_nothing(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    note = "*quiet* mornings\n\n![x](https://example.org/seen.png) <b onclick=1>"
    people.edit(scope, person=key, notes=note)
    shown = client.get(f"/people/{key}").content.decode()
    assert "<em>quiet</em> mornings" in shown
    assert "<img" not in shown
    assert "<b onclick" not in shown


def test_what_came_of_an_ask_leads_to_the_answer(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    asks.sent(scope, person=key)
    assert f'href="/people/{key}/answer">What came of it?' in page(client, key)


def test_credentials_and_earlier_places_are_told(client, scope):
    key = people.add(scope, name="Marisol Quent, PhD", organization="Harbor Clinic", position="Engineer").id
    people.edit(scope, person=key, organization="Northwind", position="Analyst")
    shown = page(client, key)
    assert "PhD. Analyst, Northwind" in shown
    assert "Where they were before" in shown
    assert "Engineer, Harbor Clinic" in shown.partition("Where they were before")[2]


def test_a_rhythm_of_their_own_is_kept_and_taken_away_on_the_form(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    client.post(f"/people/{key}/edit", {"name": "Marisol Quent", "every": "60"})
    assert Person.objects.get(key=key).rhythm_days == 60
    assert 'value="60"' in client.get(f"/people/{key}/edit").content.decode()
    client.post(f"/people/{key}/edit", {"name": "Marisol Quent", "every": ""})
    assert Person.objects.get(key=key).rhythm_days is None
