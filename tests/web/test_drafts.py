from __future__ import annotations

import email
import email.policy
import html
import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from acquaint.actions import asks, debriefs, interviews, people, promises, settings
from acquaint.models import Ask, Interview
from tests import world


@pytest.fixture
def thanked(scope):
    """Somebody who is owed thanks, and the talk."""
    settings.set_(scope, name="name", value="Anna Ader")
    key = people.add(scope, name="Marisol Quent", emails=["marisol@example.org"]).id
    made = interviews.hold(scope, person=key, at=datetime(2026, 3, 3, 10, tzinfo=UTC))
    talk = dict(made.items)["interview"]
    debriefs.keep(scope, person=key, interview=talk, text="learned: hospitals buy from few vendors")
    return key, talk


def page(client, thanked, query=""):
    answer = client.get(f"/people/{thanked[0]}/draft/thank-you?about={thanked[1]}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def letter(shown):
    return html.unescape(shown.partition('id="letter"')[2].partition(">")[2].partition("</textarea>")[0])


def test_the_draft_is_written_from_the_record(client, thanked):
    shown = page(client, thanked)
    assert "Thank Marisol Quent" in shown
    assert "hospitals buy from few vendors" in letter(shown)
    assert letter(shown).strip().endswith("Anna Ader")
    assert "Nothing is sent from here." in shown


def test_the_mail_link_carries_the_whole_of_it(client, thanked):
    shown = page(client, thanked)
    link = html.unescape(re.search(r'href="(mailto:[^"]+)"', shown).group(1))
    parts = urlsplit(link)
    assert unquote(parts.path) == "marisol@example.org"
    said = parse_qs(parts.query)
    assert said["body"][0].replace("\r\n", "\n") == letter(shown)
    assert said["subject"]


def test_without_an_address_there_is_no_mail_link(client, scope):
    [key] = world.know(scope, "Corin Abel")
    assert "mailto:" not in client.get(f"/people/{key}/draft/reconnect").content.decode()


def test_changed_words_are_used_and_kept_nowhere(client, scope, thanked):
    before = world.state(scope)
    answer = client.post(
        f"/people/{thanked[0]}/draft/thank-you", {"subject": "Thanks", "body": "My own words."}
    )
    shown = answer.content.decode()
    assert letter(shown) == "My own words."
    assert "body=My%20own%20words." in html.unescape(shown)
    assert world.state(scope) == before


def test_the_mail_file_opens_unsent_with_the_changed_words(client, thanked):
    address = f"/people/{thanked[0]}/draft/thank-you/eml"
    answer = client.post(address, {"subject": "Thanks — and more", "body": "My own words.\nTwo lines."})
    mail = email.message_from_bytes(answer.content, policy=email.policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"].addresses[0].addr_spec == "marisol@example.org"
    assert mail["Subject"] == "Thanks — and more"
    assert mail.get_content().splitlines()[:2] == ["My own words.", "Two lines."]
    assert "attachment" in answer["Content-Disposition"]


def test_sent_logs_it_moves_what_it_belongs_to_and_can_be_taken_back(client, scope, thanked):
    form = {"about": thanked[1], "channel": "email"}
    answer = client.post(f"/people/{thanked[0]}/draft/thank-you/sent", form)
    assert answer["Location"].startswith("/?did=")
    assert Interview.objects.of(scope).get(key=thanked[1]).thanked_on == scope.today
    client.post(f"/history/{answer['Location'].partition('did=')[2]}/undone")
    assert Interview.objects.of(scope).get(key=thanked[1]).thanked_on is None


def test_sent_leads_back_to_where_one_was(client, thanked):
    form = {"about": thanked[1], "back": f"/people/{thanked[0]}"}
    answer = client.post(f"/people/{thanked[0]}/draft/thank-you/sent", form)
    assert answer["Location"].startswith(f"/people/{thanked[0]}?did=")


def test_a_blank_is_named_until_it_is_filled(client, scope):
    key = people.add(scope, name="Corin Abel", emails=["corin@example.org"]).id
    asks.ask(scope, person=key)
    shown = client.get(f"/people/{key}/draft/request").content.decode()
    assert "Still to fill in:" in shown
    filled = client.post(
        f"/people/{key}/draft/request", {"subject": "Hi", "body": "All said."}
    ).content.decode()
    assert "Still to fill in:" not in filled


def test_a_promise_that_is_overdue_warns_and_stops_nothing(client, scope, thanked):
    promises.add(
        scope, person=thanked[0], text="send my notes", due_on=datetime(2026, 2, 2, tzinfo=UTC).date()
    )
    shown = page(client, thanked)
    assert 'class="notice"' in shown
    assert "send my notes" in shown
    assert "I sent it" in shown


@pytest.mark.parametrize("style", ["short", "spoken", "nonsense"])
def test_the_same_can_be_said_shortly_or_on_the_phone(client, thanked, style):
    assert letter(page(client, thanked, f"&style={style}"))


def test_a_kind_that_is_none_is_refused_in_words(client, thanked):
    answer = client.get(f"/people/{thanked[0]}/draft/flattery")
    assert answer.status_code == 422
    assert "no kind of message" in answer.content.decode()


def test_asking_leads_to_the_draft_of_the_request(client, scope):
    [corin] = world.know(scope, "Corin Abel")
    key = people.add(scope, name="Marisol Quent", introduced_by=corin).id
    assert 'value="Corin Abel"' in client.get(f"/people/{key}/ask").content.decode()
    answer = client.post(
        f"/people/{key}/ask", {"channel": "email", "via": "corin abel", "link": "we both sail"}
    )
    assert answer["Location"].startswith(f"/people/{key}/draft/request?did=")
    ask = Ask.objects.of(scope).get()
    assert (ask.channel, ask.link, ask.via.name) == ("email", "we both sail", "Corin Abel")


@pytest.mark.parametrize(
    ("form", "state", "leads"),
    [
        ({"outcome": "accepted", "words": "gladly"}, "accepted", "/book?did="),
        ({"outcome": "deferred", "until": "2026-06-01"}, "deferred", "?did="),
        ({"outcome": "redirected", "to_name": "Corin Abel"}, "redirected", "?did="),
        ({"outcome": "declined"}, "declined", "?did="),
        ({"outcome": "bounced"}, "bounced", "?did="),
        ({"outcome": "expired"}, "expired", "?did="),
    ],
)
def test_whatever_came_of_it_is_kept(client, scope, form, state, leads):
    [key] = world.know(scope, "Marisol Quent")
    asks.sent(scope, person=key)
    answer = client.post(f"/people/{key}/answer", form)
    assert answer.status_code == 302
    assert leads in answer["Location"]
    assert Ask.objects.of(scope).get().state == state
