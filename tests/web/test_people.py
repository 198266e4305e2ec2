from __future__ import annotations

import re

from acquaint.actions import interactions, people
from acquaint.actions.changes import writing
from acquaint.models import Person, Photo
from tests import world


def page(client, query=""):
    answer = client.get(f"/people{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def names(shown):
    return [part.partition("<")[0] for part in shown.partition('<ul class="people">')[2].split("<bdi>")[1:]]


def test_everybody_stands_by_name_with_work_and_last_contact(client, scope):
    people.add(scope, name="Marisol Quent", position="Engineer", organization="Harbor Clinic")
    [corin] = world.know(scope, "Corin Abel")
    interactions.log(scope, people=[corin], kind="email", on=scope.today)
    shown = page(client)
    assert names(shown) == ["Corin Abel", "Marisol Quent"]
    assert "Engineer, Harbor Clinic" in shown
    assert "2 people" in shown
    assert '<p class="last">today</p>' in shown


def test_the_search_finds_names_and_organizations_by_their_beginnings(client, scope):
    people.add(scope, name="Marisol Quent", organization="Harbor Clinic")
    world.know(scope, "Corin Abel")
    assert names(page(client, "?q=quen")) == ["Marisol Quent"]
    assert names(page(client, "?q=harb")) == ["Marisol Quent"]
    assert names(page(client, "?q=cor ab")) == ["Corin Abel"]


def test_nobody_found_offers_to_add_that_name(client, scope):
    world.know(scope, "Marisol Quent")
    shown = page(client, "?q=Zeno Zorn")
    assert "Nobody answers to “<bdi>Zeno Zorn</bdi>”" in shown
    assert 'href="/people/new?name=Zeno%20Zorn"' in shown


def test_a_filter_keeps_the_search_and_says_which_it_is(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    interactions.log(scope, people=[key], kind="meeting", on=scope.today)
    world.know(scope, "Corin Abel")
    shown = page(client, "?q=a&among=acquainted")
    assert names(shown) == []
    shown = page(client, "?q=m&among=acquainted")
    assert names(shown) == ["Marisol Quent"]
    assert '<a href="/people?q=m&amp;among=acquainted" aria-current="true">' in shown


def test_a_long_list_comes_in_pages_below_sixty_kilobytes(client, scope):
    for number in range(120):
        people.add(
            scope, name=f"Nameless Number {number:03}", organization="Harbor Clinic", position="Analyst"
        )
    first = client.get("/people")
    assert len(first.content) < 60_000
    assert len(names(first.content.decode())) == 50
    assert "/people?page=2" in first.content.decode()
    last = page(client, "?page=3")
    assert len(names(last)) == 20
    assert 'rel="next"' not in last
    assert "120 people" in last


def test_the_number_of_queries_does_not_grow(client, scope, django_assert_num_queries):
    world.know(scope, "Marisol Quent")
    page(client)
    with django_assert_num_queries(8):
        page(client)
    for number in range(40):
        people.add(scope, name=f"Nameless {number}", emails=[f"n{number}@example.org"], organization="Clinic")
    with django_assert_num_queries(8):
        page(client)


def test_whoever_has_a_photo_is_shown_by_it_when_it_comes_into_sight(client, scope):
    ada, _ben = world.know(scope, "Ada Moss", "Ben Varga")
    with writing(scope, "person.edit") as w:
        photo = w.add(Photo, digest="d", mime="image/webp", data=b"face", width=1, height=1)
        w.edit(w.get(Person, ada), photo=photo)
    shown = page(client)
    assert re.findall(r'<img class="mono [^"]*" src="(/photos/\w+)" alt=""[^>]* loading="lazy"', shown) == [
        f"/photos/{photo.key}"
    ]
    assert ">BV</span>" in shown


def test_the_owner_stands_in_no_list(client, scope):
    people.describe_me(scope, name="Myself Alone")
    assert "Myself Alone" not in page(client)


def test_a_person_is_added_with_where_and_one_detail(client, scope):
    world.know(scope, "Corin Abel")
    form = {
        "name": "Marisol Quent, PhD",
        "how_met": "the library talk",
        "introducer": "corin abel",
        "organization": "Harbor Clinic",
        "position": "Engineer",
        "email": "marisol@example.org",
        "interest": "sailing",
    }
    answer = client.post("/people/new", form)
    assert answer.status_code == 302
    shown = client.get(answer["Location"]).content.decode()
    for said in (
        "Marisol Quent",
        "Engineer, Harbor Clinic",
        "ntroduced by Corin Abel",
        "marisol@example.org",
        "sailing",
    ):
        assert said in shown
    assert "data-toast" in shown


def test_a_name_is_all_that_is_asked(client, scope):
    assert client.post("/people/new", {"name": "Zeno"}).status_code == 302
    refused = client.post("/people/new", {"name": "  "})
    assert refused.status_code == 422
    assert 'aria-invalid="true"' in refused.content.decode()


def test_an_introducer_whom_nobody_knows_is_told_and_nothing_typed_is_lost(client, scope):
    before = world.changes(scope)
    answer = client.post("/people/new", {"name": "Marisol Quent", "introducer": "Zebulon"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Nobody here is called “Zebulon”" in shown
    assert 'value="Marisol Quent"' in shown
    assert world.changes(scope) == before


def test_two_equal_names_are_two_people(client, scope):
    world.know(scope, "Marisol Quent")
    client.post("/people/new", {"name": "Marisol Quent"})
    assert names(page(client)) == ["Marisol Quent", "Marisol Quent"]


def test_the_search_also_finds_what_was_said_and_forgives_a_slip(client, scope):
    key = people.add(scope, name="Marisol Quent", notes="rows on the river").id
    assert f'<a class="big" href="/people/{key}">' in page(client, "?q=river")
    assert "Marisol Quent" in page(client, "?q=marisol+quemt")
