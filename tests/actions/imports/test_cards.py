from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from acquaint.actions import erasures, imports, people, undo
from acquaint.models import (
    Alias,
    ContactPoint,
    Detail,
    Interest,
    Organization,
    Photo,
    Position,
    SearchText,
    SourceRecord,
    Tie,
)
from acquaint.queries.exports import cards as exported
from tests import world
from tests.actions.imports.looking import only, persons
from tests.actions.imports.test_cards_contract import card


@pytest.fixture
def bring(tmp_path, scope):
    """Apply cards: `bring(card(…), …, name="a.vcf", as_of=scope)`."""

    def run(*cards, name="book.vcf", as_of=scope):
        path = tmp_path / name
        path.write_bytes("".join(cards).encode())
        return imports.apply(as_of, paths=[path])

    return run


def verdicts(report):
    return {
        verdict: count
        for verdict in ("new", "update", "same", "conflict", "rejected", "ignored")
        if (count := report.total(verdict))
    }


def reasons(report):
    return [row.reason for row in (*report.sample, *report.conflicts)]


def details(who, kind):
    return sorted(
        (one.label, one.text or one.on) for one in Detail.objects.filter(person__key=who.key, kind=kind)
    )


def points(who, *, kind=None):
    rows = ContactPoint.objects.filter(person__key=who.key, ended_on=None).order_by("id")
    return [one.value for one in rows if kind in {None, one.kind}]


def photograph(colour="teal", side=400):
    out = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(out, "JPEG")
    return "PHOTO;ENCODING=b;TYPE=JPEG:" + base64.b64encode(out.getvalue()).decode()


FULL = (
    "N:Moss;Ada;;Dr.;PhD",
    "EMAIL;TYPE=work:ada@example.com",
    "TEL:+49 (30) 901820",
    "TEL:ask at the desk",
    "IMPP:xmpp:ada@chat.example.com",
    "ADR;TYPE=home:;;Lane 1;Berlin;;10115;Germany",
    "URL:https://ada.example.com/about",
    "ORG:Ferncare;Research;Ferns",
    "TITLE:Director",
    "ROLE:Head of ferns",
    "NICKNAME:Addie",
    "PRONOUNS:she/her",
    "BDAY:1980-05-02",
    "ANNIVERSARY:2010-06-01",
    "CATEGORIES:friends,choir",
    "NOTE:Met in the garden\\, twice.",
    "INTEREST:ferns",
    "X-ODD:left alone",
    "GENDER:F",
)

# ── Everything is kept ────────────────────────────────────────────────────────────────────────────


def test_all_that_a_card_tells_is_kept(scope, bring):
    report = bring(card("ada", "Ada Moss", *FULL))
    assert verdicts(report) == {"new": 1}
    ada = only(scope, "Ada Moss")
    assert (ada.pronouns, ada.notes) == ("she/her", "Met in the garden, twice.")
    place = Position.objects.select_related("organization").get(person=ada)
    assert (place.organization.name, place.title, place.department) == (
        "Ferncare", "Director", "Research, Ferns",
    )  # fmt: skip
    normals = dict(ContactPoint.objects.filter(person=ada).values_list("value", "normal"))
    assert normals["+49 (30) 901820"] == "+4930901820"
    assert normals["ask at the desk"] == "ask at the desk"
    assert {"ada@example.com", "https://ada.example.com/about"} <= normals.keys()
    assert any("Berlin" in value for value in normals)
    assert any(value.endswith("ada@chat.example.com") for value in normals)
    assert details(ada, "birthday") == [("", "1980-05-02")]
    assert details(ada, "category") == [("", "choir"), ("", "friends")]
    assert details(ada, "role") == [("", "Head of ferns")]
    assert [on for _label, on in details(ada, "anniversary")] == ["2010-06-01"]
    assert Alias.objects.get(person=ada).text == "Addie"
    assert Interest.objects.get(person=ada).text == "ferns"
    told = SourceRecord.objects.get(person=ada)
    assert "X-ODD:left alone" in told.raw
    assert told.record["beside"]["addresses"][0][4] == "Berlin"
    assert any("X-ODD" in one.reason for one in report.warnings)
    body = SearchText.objects.get(noun="person", person=ada).body
    assert all(word in body for word in ("Addie", "choir", "ferns", "garden", "Head of ferns"))


def test_a_firm_is_an_organization_and_nobody(scope, bring):
    report = bring(card("f", "Ferncare", "KIND:org", "TEL:+4930901820", "NOTE:ferns").replace("3.0", "4.0"))
    assert verdicts(report) == {"new": 1}
    assert not persons(scope).exists()
    assert Organization.objects.get(name="Ferncare").notes == "ferns\n+4930901820"


def test_erasing_takes_every_fact_along(scope, bring):
    bring(card("ada", "Ada Moss", *FULL, photograph()))
    erasures.erase(scope, person=only(scope, "Ada Moss").key)
    for model in (Detail, Alias, ContactPoint, Photo, SourceRecord):
        assert not model.objects.exists(), model
    assert verdicts(bring(card("ada", "Ada Moss", *FULL))) == {"ignored": 1}


# ── Who is who ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("EMAIL:Ada@Example.com", "e-mail"),
        ("TEL:0049 30 901820", "telephone"),
        ("URL:https://www.linkedin.com/in/ada-moss/", "page"),
    ],
)
def test_a_way_that_is_hers_alone_joins_and_says_so(scope, bring, line, word):
    world.know(
        scope, "Ada Moss", emails=["ada@example.com"], phones=["+49 30 901820", "004930901820"],
        profiles=["linkedin.com/in/ada-moss"],
    )  # fmt: skip
    report = bring(card("x", "Moss, Ada", line, "NOTE:ferns"))
    assert persons(scope).count() == 1
    assert verdicts(report) == {"update": 1}
    assert word in reasons(report)[0]
    assert only(scope, "Ada Moss").notes == "ferns"


@pytest.mark.parametrize("line", ["EMAIL:family@example.com", "TEL:+4930901820"])
def test_a_shared_mailbox_or_telephone_joins_no_two_names(scope, bring, line):
    world.know(scope, "Ada Moss", emails=["family@example.com"], phones=["+4930901820"])
    report = bring(card("ben", "Ben Moss", line), card("cleo", "Cleo Anker", line))
    assert verdicts(report) == {"new": 2}
    assert persons(scope).count() == 3


def test_father_and_son_at_one_telephone_are_not_guessed(scope, bring):
    world.know(scope, "Ben Moss", phones=["+4930901820"])
    world.know(scope, "Ben Moss", emails=["other@example.com"])
    bring(card("x", "Ben Moss", "TEL:+4930901820"))
    assert persons(scope).count() == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marko Moss", "Mirko Moss"),
        ("Giovanni Moss", "Giovanni Moss Jr."),
        ("Jón Einarsson", "Jóna Einarsdóttir"),
        ("Trần Văn An", "Trần Văn Bình"),
        ("Юрий Мосс", "Игорь Мосс"),
        ("Ümit Moss", "Ümmü Moss"),
    ],
)
def test_who_shares_a_whole_house_is_not_joined_for_it(scope, bring, one, other):
    house = ["EMAIL:moss@example.com", "TEL:+4930901820", "ORG:Ferncare", "TITLE:Nurse", "BDAY:1980-05-02"]
    bring(card("a", one, *house), card("b", other, *house))
    assert {person.name for person in persons(scope)} == {one, other}


def test_a_third_source_of_one_person_joins_where_two_stand_already(scope, bring):
    for _time in range(2):
        world.know(scope, "Ada Moss", emails=["ada@example.com"])
    report = bring(card("x", "Moss, Ada", "EMAIL:ada@example.com", "NOTE:ferns"))
    assert verdicts(report) == {"update": 1}
    assert persons(scope).count() == 2


def test_an_equal_name_joins_nobody(scope, bring):
    world.know(scope, "Ada Moss")
    assert verdicts(bring(card("a", "Ada Moss"), card("b", "Ada Moss"))) == {"new": 2}
    assert persons(scope).count() == 3


def test_the_front_page_of_a_firm_is_nobodys_own(scope, bring):
    world.know(scope, "Ada Moss", profiles=["https://ferncare.example.com"])
    bring(card("a", "Ada Moss", "URL:https://ferncare.example.com/"))
    assert persons(scope).count() == 2


def test_two_cards_of_one_person_in_a_book_are_one(scope, bring):
    a, b = ["EMAIL:ada@example.com", "TEL:+4930901820"], ["EMAIL:ada@example.com", "NOTE:ferns"]
    cards = card("a", "Ada Moss", *a), card("b", "Ada Moss", *b)
    assert verdicts(bring(*cards)) == {"new": 1, "update": 1}
    ada = only(scope, "Ada Moss")
    assert (points(ada), ada.notes) == (["ada@example.com", "+4930901820"], "ferns")
    assert verdicts(bring(*cards)) == {"same": 2}


def test_cards_of_one_uid_lose_nothing(scope, bring):
    cards = card("a", "Ada Moss", "TEL:+4930901820"), card("a", "Ada Moss", "TEL:+4930901821")
    report = bring(*cards, card("a", "Ben Varga"), cards[0])
    assert verdicts(report) == {"new": 2, "update": 1, "same": 1}
    assert points(only(scope, "Ada Moss")) == ["+4930901820", "+4930901821"]
    assert verdicts(bring(*cards, card("a", "Ben Varga"), cards[0])) == {"same": 4}


def test_a_key_that_somebody_else_bears_in_another_book_is_not_taken_for_hers(scope, bring):
    bring(card("1", "Ada Moss", "EMAIL:ada@example.com"))
    bring(card("1", "Ben Varga", "EMAIL:ben@example.com"), name="other.vcf")
    assert persons(scope).count() == 2
    assert verdicts(bring(card("1", "Ben Varga", "EMAIL:ben@example.com"), name="c.vcf")) == {"same": 1}


def test_another_source_adds_what_it_knows_and_names_her_as_it_does(scope, bring):
    bring(card("a", "Ada Moss", "EMAIL:ada@example.com", "NOTE:ferns", "ORG:Ferncare"))
    world.know(scope, "Elin Tove")
    other = bring(card("b", "A. Moss", "EMAIL:ada@example.com", "NOTE:tea", "TEL:+4930901820"), name="b.vcf")
    ada = only(scope, "Ada Moss")
    assert verdicts(other) == {"update": 1}
    assert ada.notes == "ferns\n\ntea"
    assert Alias.objects.get(person=ada).text == "A. Moss"
    assert points(ada) == ["ada@example.com", "+4930901820"]


# ── Three ways ────────────────────────────────────────────────────────────────────────────────────

BEFORE = (
    "EMAIL:a@example.com",
    "TEL:+4930901820",
    "CATEGORIES:friends,choir",
    "NICKNAME:Addie",
    "BDAY:1980-05-02",
)


def test_what_a_source_drops_goes_unless_somebody_touched_it(scope, bring):
    bring(card("a", "Ada Moss", *BEFORE))
    ada = only(scope, "Ada Moss")
    bring(card("a", "Ada Moss", "EMAIL:new@example.com"), name="b.vcf", as_of=world.later(scope, days=9))
    assert points(ada) == ["new@example.com"]
    assert ContactPoint.objects.filter(person=ada).count() == 3
    assert not Detail.objects.exists()
    assert not Alias.objects.exists()


def test_what_another_source_still_says_stays(scope, bring, tmp_path):
    bring(card("a", "Ada Moss", *BEFORE), card("b", "Ada Moss", "EMAIL:a@example.com", "CATEGORIES:choir"))
    ada = only(scope, "Ada Moss")
    soon = world.later(scope, days=9)
    bring(card("a", "Ada Moss"), card("b", "Ada Moss", "EMAIL:a@example.com", "CATEGORIES:choir"), as_of=soon)
    assert points(ada) == ["a@example.com"]
    assert details(ada, "category") == [("", "choir")]


def test_what_i_added_and_what_i_took_away_stays_so(scope, bring):
    bring(card("a", "Ada Moss", *BEFORE))
    ada = only(scope, "Ada Moss")
    people.edit(scope, person=ada.key, emails=["mine@example.com"], drop=["+4930901820", "Addie"])
    bring(card("a", "Ada Moss", *BEFORE, "NOTE:news"), name="b.vcf")
    assert points(ada) == ["a@example.com", "mine@example.com"]
    assert not Alias.objects.exists()
    bring(card("a", "Ada Moss", "NOTE:news"), name="c.vcf")
    assert points(ada) == ["mine@example.com"]


def test_notes_are_exchanged_where_they_stand(scope, bring):
    bring(card("a", "Ada Moss", "NOTE:likes tea"))
    ada = only(scope, "Ada Moss")
    people.edit(scope, person=ada.key, notes="First: likes tea. And mine.")
    bring(card("a", "Ada Moss", "NOTE:likes coffee"), name="b.vcf")
    assert only(scope, "Ada Moss").notes == "First: likes coffee. And mine."
    people.edit(scope, person=ada.key, notes="All mine.")
    report = bring(card("a", "Ada Moss", "NOTE:likes water"), name="c.vcf")
    assert verdicts(report) == {"conflict": 1}
    assert only(scope, "Ada Moss").notes == "All mine."
    assert verdicts(bring(card("a", "Ada Moss", "NOTE:likes water"), name="c.vcf")) == {"same": 1}


def test_a_new_place_ends_the_old_one_and_mine_stays(scope, bring):
    bring(card("a", "Ada Moss", "ORG:Amber"), card("b", "Ben Varga", "ORG:Amber"))
    people.edit(scope, person=only(scope, "Ben Varga").key, organization="Cedar")
    soon = world.later(scope, days=9)
    report = bring(card("a", "Ada Moss", "ORG:Birch"), card("b", "Ben Varga", "ORG:Birch"), as_of=soon)
    open_ones = Position.objects.filter(ended_seen_on=None, ended="").order_by("person_id")
    assert [one.organization.name for one in open_ones] == ["Birch", "Cedar"]
    assert verdicts(report) == {"update": 1, "conflict": 1}


def test_a_later_birthday_is_mine_to_decide_when_i_wrote_another(scope, bring):
    bring(card("a", "Ada Moss", "BDAY:1980-05-02"))
    bring(card("a", "Ada Moss", "BDAY:1980-05-03"), name="b.vcf")
    assert details(only(scope, "Ada Moss"), "birthday") == [("", "1980-05-03")]
    people.edit(scope, person=only(scope, "Ada Moss").key, birthday="--05-04")
    report = bring(card("a", "Ada Moss", "BDAY:1980-05-05"), name="c.vcf")
    assert verdicts(report) == {"conflict": 1}
    assert details(only(scope, "Ada Moss"), "birthday") == [("", "--05-04")]
    imports_settled = settle(scope, report)
    assert imports_settled.open == 0
    assert details(only(scope, "Ada Moss"), "birthday") == [("", "1980-05-05")]


def settle(scope, report):
    from acquaint.actions.imports import settling

    return settling.settle(scope, batch=report.batch, take="theirs")


# ── Others whom a card names ──────────────────────────────────────────────────────────────────────


def related(value, label):
    return [f"item1.X-ABRELATEDNAMES:{value}", f"item1.X-ABLABEL:{label}"]


def test_somebody_else_who_is_certainly_meant_becomes_a_tie(scope, bring):
    [ben] = world.know(scope, "Ben Varga", emails=["ben@example.com"])
    bring(card("a", "Ada Moss", *related("ben@example.com", "brother")))
    tie = Tie.objects.get()
    assert {tie.a.key, tie.b.key} == {ben, only(scope, "Ada Moss").key}
    assert tie.how == "brother"


def test_a_name_alone_stays_a_word(scope, bring):
    world.know(scope, "Ben Varga")
    bring(card("a", "Ada Moss", *related("Ben Varga", "brother")))
    assert not Tie.objects.exists()
    assert details(only(scope, "Ada Moss"), "relation") == [("brother", "Ben Varga")]


def test_cards_that_name_each_other_by_key_are_tied_wherever_they_stand(scope, bring):
    uids = "6f9d1c3e-0000-4000-8000-00000000000a", "6f9d1c3e-0000-4000-8000-00000000000b"
    ada = card(uids[0], "Ada Moss", f"RELATED;TYPE=friend:urn:uuid:{uids[1]}").replace("3.0", "4.0")
    fill = [card(f"f{n}", f"Filler Number{n}") for n in range(9)]
    cards = (ada, *fill, card(uids[1], "Ben Varga"))
    report = bring(*cards)
    tie = Tie.objects.get()
    assert {tie.a.name, tie.b.name} == {"Ada Moss", "Ben Varga"}
    assert not Detail.objects.filter(kind="relation").exists()
    assert verdicts(bring(*cards)) == {"same": 11}
    undo.undo(scope, change=report.undo)
    assert not any(model.objects.exists() for model in (Tie, Detail))
    assert not persons(scope).exists()


def test_who_introduced_us_is_known_or_waits(scope, bring):
    [ben] = world.know(scope, "Ben Varga", emails=["ben@example.com"])
    bring(
        card("a", "Ada Moss", *related("ben@example.com", "Introduced by")),
        card("c", "Cleo Anker", *related("Somebody Else", "Introduced by")),
    )
    assert only(scope, "Ada Moss").introduced_by.key == ben
    assert only(scope, "Cleo Anker").introduced_by is None
    assert details(only(scope, "Cleo Anker"), "introducer") == [("", "Somebody Else")]


def test_what_came_in_goes_out_and_comes_back_as_the_same(scope, bring, tmp_path):
    bring(card("a", "Ada Moss", *FULL, photograph()))
    out = tmp_path / "out.vcf"
    out.write_bytes(b"".join(exported.cards(scope, "4.0")))
    assert b"BDAY" in out.read_bytes()
    report = imports.apply(scope, paths=[out])
    assert (verdicts(report), persons(scope).count()) == ({"update": 1}, 1)
    assert reasons(report) == ["The source says something new: the rest of the card."]
    ada = only(scope, "Ada Moss")
    assert details(ada, "category") == [("", "choir"), ("", "friends")]
    assert len(points(ada)) == len(set(points(ada)))
