"""The doors of local mode (TESTS §4f 61-65, 71)."""

from __future__ import annotations

import re
import stat

import pytest
from django.core import signing
from django.test import Client
from django.urls import get_resolver

from acquaint.web import entry, security
from tests import world
from tests.web.conftest import HOST

STRANGE = ["evil.test", "127.0.0.1:8421", "localhost.evil.test", "127.0.0.1.", "", "[::1]:81"]
PAGES = ["/", "/people", "/history", "/capture", "/static/acquaint/css/foundation.css", "/nothing-here"]


@pytest.mark.parametrize("path", PAGES)
def test_without_the_cookie_everything_is_closed_and_nothing_redirects(stranger, db, path):
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "Location" not in answer


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "host", ["evil.test", "127.0.0.1:8421", "localhost.evil.test", "127.0.0.1.", "", "[::1]:81"]
)
def test_another_host_is_refused_static_files_included(client, path, host):
    assert client.get(path, HTTP_HOST=host).status_code in (400, 421)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.0.0.1:80", "LOCALHOST"])
def test_our_own_names_are_answered(client, host):
    assert client.get("/history", HTTP_HOST=host).status_code == 200


def test_the_port_is_the_sockets_not_the_callers(client):
    assert client.get("/history", SERVER_PORT="8420", HTTP_HOST="127.0.0.1").status_code == 421


@pytest.mark.parametrize("address", ["192.168.1.20", "10.0.0.3", "2001:db8::1", "", "unknown"])
def test_another_machine_is_refused(client, address):
    assert client.get("/history", REMOTE_ADDR=address).status_code == 403


def test_the_one_time_address_becomes_a_strict_cookie(stranger, db, folder):
    secret = entry.issue(folder)
    answer = stranger.get(f"/enter/{secret}")
    assert answer.status_code == 302
    assert answer["Location"] == "/"
    cookie = answer.cookies[entry.cookie_name("80")]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert secret not in cookie.value
    assert stranger.get("/history").status_code == 200


def test_the_address_works_once(db, folder):
    secret = entry.issue(folder)
    assert Client(HTTP_HOST=HOST).get(f"/enter/{secret}").status_code == 302
    assert Client(HTTP_HOST=HOST).get(f"/enter/{secret}").status_code == 403
    assert not list(folder.glob("enter*"))


def test_a_guess_spends_nothing(db, folder):
    secret = entry.issue(folder)
    for guess in ("", "x", secret[:-1], secret + "x", "../" + secret, secret.upper(), "é"):
        assert Client(HTTP_HOST=HOST).get(f"/enter/{guess}").status_code == 403
    assert Client(HTTP_HOST=HOST).get(f"/enter/{secret}").status_code == 302


@pytest.mark.parametrize("ahead", [{"HTTP_SEC_PURPOSE": "prefetch;prerender"}, {"HTTP_PURPOSE": "prefetch"}])
def test_a_browser_that_looks_ahead_spends_nothing(db, folder, ahead):
    secret = entry.issue(folder)
    assert Client(HTTP_HOST=HOST).get(f"/enter/{secret}", **ahead).status_code == 403
    assert Client(HTTP_HOST=HOST).head(f"/enter/{secret}").status_code == 403
    assert Client(HTTP_HOST=HOST).get(f"/enter/{secret}").status_code == 302


def test_the_secret_lies_in_a_file_of_its_owner_only(folder):
    entry.issue(folder)
    assert stat.S_IMODE((folder / entry.FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("value", ["", "80", "80:1:forged", "x" * 4000])
def test_a_forged_cookie_opens_nothing(stranger, db, value):
    stranger.cookies[entry.cookie_name("80")] = value
    assert stranger.get("/history").status_code == 403


def test_a_cookie_of_another_port_or_key_opens_nothing(stranger, db, settings):
    stranger.cookies[entry.cookie_name("80")] = entry.cookie_value("8420")
    assert stranger.get("/history").status_code == 403
    good = entry.cookie_value("80")
    settings.SECRET_KEY = "another folder's key"
    stranger.cookies[entry.cookie_name("80")] = good
    assert stranger.get("/history").status_code == 403


def test_a_cookie_grows_old(monkeypatch):
    value = entry.cookie_value("80")
    monkeypatch.setattr(signing.time, "time", lambda: 1e10)
    assert not entry.is_entered(value, "80")


FOREIGN = [
    {"HTTP_ORIGIN": "http://evil.test"},
    {"HTTP_ORIGIN": "http://127.0.0.1:3000"},
    {"HTTP_ORIGIN": "http://localhost"},
    {"HTTP_ORIGIN": "https://127.0.0.1"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_SEC_FETCH_SITE": "same-site"},
    {"HTTP_SEC_FETCH_SITE": "cross-site"},
]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda one: next(iter(one.values())))
def test_a_change_asked_for_by_another_page_or_port_is_refused(client, scope, method, foreign):
    [key] = world.know(scope, "Marisol Quent")
    before = world.state(scope)
    answer = getattr(client, method)(f"/people/{key}/closed", {"why": "x"}, **foreign)
    assert answer.status_code == 403
    assert world.state(scope) == before


def test_a_form_without_its_token_changes_nothing(scope, client):
    [key] = world.know(scope, "Marisol Quent")
    strict = Client(enforce_csrf_checks=True, HTTP_HOST=HOST, HTTP_ORIGIN="http://127.0.0.1")
    strict.cookies = client.cookies
    before = world.state(scope)
    answer = strict.post(f"/people/{key}/closed", {"why": "x"})
    assert answer.status_code == 403
    assert "open too long" in answer.content.decode()
    assert world.state(scope) == before


def test_a_form_with_its_token_is_taken(scope, client):
    [key] = world.know(scope, "Marisol Quent")
    strict = Client(enforce_csrf_checks=True, HTTP_HOST=HOST, HTTP_ORIGIN="http://127.0.0.1")
    strict.cookies = client.cookies
    page = strict.get(f"/people/{key}/closed").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    answer = strict.post(f"/people/{key}/closed", {"why": "x", "csrfmiddlewaretoken": token})
    assert answer.status_code == 302
    assert world.changes(scope)[-1] == "person.close"


@pytest.mark.parametrize("path", ["/history", "/people", "/nothing-here", "/people/2222222222"])
def test_every_page_carries_the_strict_headers(client, path):
    answer = client.get(path)
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "private, no-store"
    assert "Access-Control-Allow-Origin" not in answer
    assert "Access-Control-Allow-Private-Network" not in answer


def test_a_static_file_may_be_kept_and_names_no_other_origin(client):
    answer = client.get("/static/acquaint/css/foundation.css")
    assert answer.status_code == 200
    assert b"--paper" in b"".join(answer.streaming_content)
    answer.close()
    assert "max-age=31536000" in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_no_page_has_inline_script_style_or_handlers(client, scope):
    world.know(scope, "Marisol Quent")
    for path in ("/history", "/people", "/people/new", "/more", "/capture", "/"):
        page = client.get(path).content.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", page), path
        assert not re.search(r'(src|href|action)="(https?:)?//', page), path


def test_read_only_refuses_every_change_in_words(client, scope, settings):
    [key] = world.know(scope, "Marisol Quent")
    settings.READ_ONLY = True
    before = world.state(scope)
    answer = client.post(f"/people/{key}/log", {"kind": "email", "direction": "out", "on": "2026-03-01"})
    assert answer.status_code == 403
    assert "reading only" in answer.content.decode()
    assert world.state(scope) == before
    assert client.get(f"/people/{key}").status_code == 200


def addresses(key: str) -> list[str]:
    """Every address of the app, its keys filled in."""
    found, waiting = [], list(get_resolver().url_patterns)
    while waiting:
        one = waiting.pop()
        waiting += getattr(one, "url_patterns", [])
        if not hasattr(one, "url_patterns"):
            found.append("/" + re.sub(r"<[^>]+>", key, str(one.pattern)))
    return found


def test_no_address_changes_anything_when_it_is_only_visited(client, scope):
    [key] = world.know(scope, "Marisol Quent")
    before, changes = world.state(scope), world.changes(scope)
    paths = addresses(key)
    assert len(paths) > 20
    for path in paths:
        assert client.get(path).status_code < 500, path
    assert world.state(scope) == before
    assert world.changes(scope) == changes


def test_the_policy_is_the_one_that_is_sent(client):
    assert client.get("/history")["Content-Security-Policy"] == security.POLICY


def test_what_is_too_long_is_refused_in_words(client, scope):
    before = world.state(scope)
    answer = client.post("/capture", {"line": "x" * 3_000_000})
    assert answer.status_code == 400
    assert "could not be read" in answer.content.decode()
    assert world.state(scope) == before


def test_read_only_says_so_on_every_page(client, scope, settings):
    assert "Open for reading only" not in client.get("/history").content.decode()
    settings.READ_ONLY = True
    for path in ("/", "/people", "/history"):
        assert "Open for reading only" in client.get(path).content.decode(), path
