"""Text that tries to be more than text, in every field of every row, stays text on each page (TESTS §4e)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, quote_from_bytes

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.test import Client

from acquaint.actions.samples import filling
from acquaint.models import Detail, Owner, Person
from acquaint.models.details import DETAIL_KINDS
from acquaint.models.scope import Scope
from acquaint.web import entry
from tests.pages import KEYS, PAGES, Page
from tests.web import payloads
from tests.web.conftest import HOST, ORIGIN
from tests.web.reading import strange

pytestmark = pytest.mark.django_db  # what a test does to the rows of the module is taken back
ROUNDS = 2
# Columns whose values are codes, keys or dates that the program itself chose; constraints or readers hold
# them. A column that is not named here takes hostile text, so a new one is tested by being there.
CODED = {
    "key", "uid", "normal", "digest", "mime", "kind", "state", "stage", "mode", "by", "direction", "channel",
    "outcome", "liked", "heard_want", "gladly", "zone", "at_local", "cancelled_by", "no_show_by", "started",
    "ended", "met_on", "door", "what", "model", "noun", "folded", "content", "verdict", "category",
    "external_key", "message_kind", "suggestion",
}  # fmt: skip
CODED_OF = {
    ("Setting", "name"), ("StageStep", "why"), ("Change", "key"), ("ImportVerdict", "reason"),
    ("Detail", "on"), ("Forecast", "band"),
}  # fmt: skip
# Markdown, which may bring its own elements: tests/text/test_notes.py holds it against hostile text.
RENDERED = {("Person", "notes")}
# The sample has no rows of these: other tests make them, and the browser's journeys show them.
UNSHOWN = {
    "Alias", "ImportBatch", "ImportVerdict", "Offer", "Photo", "Setting", "Snooze", "SourceRecord",
    "Tombstone",
}  # fmt: skip
DEEP = 3  # people and talks whose every form is opened; all others are seen on their own page


def text_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of a model that hold a person's own words."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and field.name not in CODED
        and (model.__name__, field.name) not in CODED_OF | RENDERED
    ]


def poison(turn: int) -> None:
    """Put the next text of the list into each field of each row; neighbours hold different ones."""
    place = turn * 31
    for model in apps.get_models():
        fields = text_fields(model)
        for pk in model._default_manager.values_list("pk", flat=True) if fields else ():
            texts = {}
            for field in fields:
                texts[field.name] = payloads.ALL[place % len(payloads.ALL)]
                place += 1
            model._default_manager.filter(pk=pk).update(**texts)


def detail(scope: Scope) -> None:
    """Facts as an address book tells them, of every kind, about a few people of the sample."""
    for person in Person.objects.of(scope)[:DEEP]:
        for kind in DETAIL_KINDS:
            Detail.objects.create(owner_id=scope.owner_id, person=person, kind=kind, normal=kind, text="said")


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker) -> Iterator[Scope]:
    """The sample network in the test database for the whole module, taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        owner = Owner.objects.create()
        scope = Scope(owner.pk, owner.pk, "test", datetime(2026, 3, 4, 12, 50, tzinfo=UTC), "Europe/London")
        filling.fill(scope)
        detail(scope)
        yield scope
        transaction.set_rollback(True)


@pytest.fixture
def inside() -> Client:
    """A browser that was let in, on the one owner of the database."""
    client = Client(HTTP_HOST=HOST, HTTP_ORIGIN=ORIGIN, HTTP_SEC_FETCH_SITE="same-origin")
    client.cookies[entry.cookie_name("80")] = entry.cookie_value("80")
    return client


def ask(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def walk() -> Iterator[str]:
    """Every page of the table, each person and each talk by themselves, the first few in every form."""
    for row in PAGES:
        many = 1000 if row.route in ("person", "brief") else DEEP
        yield from list(row.addresses(ask))[:many]
    for noun, route in (("anybody", "person"), ("interview", "brief"), ("interview", "debrief")):
        yield from Page(route, (noun,)).addresses(ask)


def test_each_model_with_words_of_its_own_is_in_the_sample(sample):
    without = {m.__name__ for m in apps.get_models() if text_fields(m) and not m._default_manager.exists()}
    assert without <= UNSHOWN


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_hostile_text_in_every_field_is_text_on_every_page(sample, inside, turn):
    poison(turn)
    found, marks = {}, 0
    for address in walk():
        answer = inside.get(address)
        assert answer.status_code in (200, 302, 404, 409), f"{address} → {answer.status_code}"
        page = answer.content.decode()
        marks += page.count(payloads.MARK)
        if amiss := strange(page):
            found[address] = amiss[:5]
    assert found == {}
    assert marks > 2000, "the hostile text is there to be seen"


REFLECTING = (
    "/people?q={}", "/people?among={}", "/people?page={}", "/people/new?name={}", "/history?from={}",
    "/?did={}", "/capture?line={}", "/people/{key}/draft/reconnect?about={}", "/people/{key}/log?back={}",
    "/people/{key}/draft/reconnect?style={}", "/people/{key}/draft/reconnect?back={}", "/nothing/{}",
    "/people/{key}/draft/{}",
)  # fmt: skip


@pytest.mark.parametrize("address", REFLECTING)
def test_hostile_text_in_an_address_comes_back_as_text(sample, inside, address):
    key = ask(KEYS["person"])[0][0]
    for text in payloads.ALL[REFLECTING.index(address) % 2 :: 2]:
        answer = inside.get(address.replace("{key}", key).replace("{}", quote(text[:600], safe="")))
        assert answer.status_code in (200, 302, 404, 409, 422), f"{text!r} → {answer.status_code}"
        assert strange(answer.content.decode()) == [], text
        assert payloads.MARK not in answer.headers.get("Location", "").partition("?")[0], text


SENT = "application/x-www-form-urlencoded"
FORMS = (
    ("/people/new", ("name", "how_met", "introducer", "position", "organization", "email", "interest")),
    ("/people/{person}/edit", ("name", "pronouns", "pronunciation", "how_met", "notes", "phone", "position")),
    ("/people/{person}/log", ("kind", "direction", "on", "text")),
    ("/people/{known}/ask", ("channel", "via", "link")),
    ("/people/{asked}/answer", ("outcome", "words", "until", "to_name")),
    ("/people/{known}/book", ("at", "minutes", "mode", "place", "phone")),
    ("/people/{person}/closed", ("why",)),
    ("/people/{person}/rested", ("until", "why")),
    ("/people/{person}/draft/reconnect", ("subject", "body")),
    ("/interviews/{held}/debrief", ("liked", "learned", "words", "advice", "will", "interest", "next")),
    ("/interviews/{held}/debrief/chips", ("words",)),
    ("/capture", ("line",)),
    ("/capture/chips", ("line",)),
    ("/settings", ("name", "looking_for", "fields_", "email", "phone", "minutes", "zone", "weekend")),
    ("/settings/energy", ("energy",)),
    ("/suggestions/later", ("suggestion",)),
    ("/welcome/names", ("names",)),
    ("/welcome/earlier", ("talks",)),
)


@pytest.mark.parametrize(("address", "fields"), FORMS, ids=[address for address, _fields in FORMS])
def test_hostile_text_in_a_form_is_kept_or_refused_in_words_and_shown_as_text(
    sample, inside, address, fields
):
    """Sent as a browser sends it, a third of the list to each form, and to all bytes that are no UTF-8."""
    keys = {noun: ask(KEYS[noun])[0][0] for noun in ("person", "known", "asked", "held")}
    target = address.format(**keys)
    turn = [form for form, _fields in FORMS].index(address) % 3
    for text in (*payloads.ALL[turn::3], "z0l\ud800"):
        with transaction.atomic():
            answer = inside.post(target, _encoded(fields, text), content_type=SENT)
            assert answer.status_code in (200, 302, 404, 409, 422), f"{text[:60]!r} → {answer.status_code}"
            assert strange(answer.content.decode()) == [], text[:60]
            if answer.status_code == 302:
                assert strange(inside.get(answer.headers["Location"]).content.decode()) == [], text[:60]
            transaction.set_rollback(True)


def _encoded(fields: tuple[str, ...], text: str) -> bytes:
    raw = quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe="")
    return "&".join(f"{field}={raw}" for field in fields).encode()


@pytest.mark.parametrize(
    ("page", "amiss"),
    [
        ("<p>z0l <b>bold</b></p>", False),
        ("<p onclick=a>z0l</p>", True),
        ("<video></video>", True),
        ("<a href='javascript:a'>z0l</a>", True),
        ("<a href='java\nscript:a'>z0l</a>", True),
        ("<a href='//z0l.test'>z0l</a>", True),
        ("<form action='https://z0l.test'>", True),
        ("<p class='z0l'>", True),
        ("<script>1</script>", True),
        (f"<p>{payloads.ELEMENTS[-1]}</p>", True),
        ("<html><body><p>z0l \u202e</p></body></html>", True),
        ("<html><body><p><bdi>z0l \u202e</bdi></p></body></html>", False),
    ],
)
def test_the_reader_sees_what_is_strange_and_nothing_else(page, amiss):
    assert bool(strange(page)) is amiss


def test_there_are_enough_of_them():
    assert len(set(payloads.ALL)) >= 60
    assert all(payloads.MARK in text for text in payloads.ALL)
