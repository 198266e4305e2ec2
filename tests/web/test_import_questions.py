"""What an import asks about on its pages: columns, letters, dates, whose mail it is, what the files are."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from acquaint.actions import settings
from acquaint.models import Detail, Interaction, Interest, Person
from tests.web.bringing import bring, file, settle

pytestmark = pytest.mark.django_db(transaction=True)

STRANGE = "Wer,Erreicht,Suppe,Geboren\nAda Moss,4930901820,leek,03/04/1990\n"
MEANT = {"column-0-0": "name", "column-0-1": "phone", "column-0-2": "interests", "column-0-3": "birthday"}


def test_a_strange_table_is_explained_once_on_a_page(client, scope):
    address, page = bring(client, file(STRANGE, "list.csv"))
    assert "What do the columns mean?" in page
    assert "Suppe" in page
    assert "leek" in page
    unnamed = client.post(f"{address}/answered", {**MEANT, "column-0-0": "fact", "encoding": ""})
    assert unnamed.status_code == 422
    assert "who somebody is" in unnamed.content.decode()
    unclear = client.post(f"{address}/answered", {**MEANT, "encoding": ""})
    assert unclear.status_code == 422
    assert "03/04/1990: 3 April 1990" in unclear.content.decode()
    assert client.post(f"{address}/answered", {**MEANT, "dates-0": "day", "encoding": ""}).status_code == 302
    assert "This is what I found." in settle(client, address)
    client.post(f"{address}/applied")
    settle(client, address)
    assert Person.objects.of(scope).get().name == "Ada Moss"
    assert Detail.objects.of(scope).get(kind="birthday").on == "1990-04-03"
    _address, page = bring(client, file(STRANGE + "Ben Varga,4930901821,pea,\n", "later.csv"))
    assert "Ben Varga" in page


def test_other_letters_are_read_before_columns_are_explained(client):
    strange = SimpleUploadedFile("list.csv", "Wer,Erreicht\nŁucja Moss,4930901820\n".encode("cp1250"))
    address, page = bring(client, strange)
    assert '<li dir="auto">Łucja' not in page
    assert "Łucja Moss (Central Europe)" in page
    unchanged = {"column-0-0": "name", "column-0-1": "phone", "encoding": "", "look": "1"}
    client.post(f"{address}/answered", unchanged)
    assert "What do the columns mean?" in settle(client, address), "to look is not yet to answer"
    client.post(f"{address}/answered", {"encoding": "cp1250", "look": "1"})
    page = settle(client, address)
    assert "What do the columns mean?" in page
    assert '<li dir="auto">Łucja' in page
    client.post(f"{address}/answered", {"column-0-0": "name", "column-0-1": "phone", "encoding": "cp1250"})
    assert "Łucja Moss" in settle(client, address)


LETTER = (
    "From: Cora Eberwick <cora@example.com>\nTo: me@example.org\nSubject: The mill\n"
    "Date: Mon, 02 Feb 2026 10:00:00 +0000\nMessage-ID: <1@example.com>\n\nCome on Friday.\n"
)


def test_whose_mail_it_is_is_asked_and_the_words_are_kept_only_if_said(client, scope):
    address, page = bring(client, file(LETTER, "letter.eml"))
    assert "Which address is yours?" in page
    assert "Whose mail this is cannot be told" in page, "why rows are left aside is said"
    client.post(f"{address}/again", {"address": "me@example.org"})
    page = settle(client, address)
    assert "Which address is yours?" not in page
    assert "What was written stays in your file." in page
    client.post(f"{address}/again", {"keep": "yes"})
    assert "Leave the words out" in settle(client, address)
    client.post(f"{address}/applied")
    settle(client, address)
    assert Interaction.objects.of(scope).filter(body__contains="Come on Friday.").exists()


def test_the_words_stay_out_unless_they_are_asked_for(client, scope):
    settings.also_mine(scope, address="me@example.org")
    address, _page = bring(client, file(LETTER, "letter.eml"))
    client.post(f"{address}/applied")
    settle(client, address)
    assert not Interaction.objects.of(scope).filter(body__contains="Friday").exists()


def test_what_columns_mean_is_shown_again_and_changed(client, scope):
    address, _page = bring(client, file(STRANGE, "list.csv"))
    client.post(f"{address}/answered", {**MEANT, "dates-0": "day", "encoding": ""})
    settle(client, address)
    client.post(f"{address}/asked")
    page = client.get(address).content.decode()
    assert "What do the columns mean?" in page
    assert '<option value="interests" selected>' in page
    client.post(f"{address}/answered", {**MEANT, "column-0-2": "ignored", "dates-0": "day", "encoding": ""})
    settle(client, address)
    client.post(f"{address}/applied")
    settle(client, address)
    assert not Interest.objects.of(scope).exists()


def test_a_table_that_holds_no_people_is_left_out_and_the_others_go_in(client, scope):
    prose = file("Once,upon\na,time\n", "story.csv")
    address, page = bring(client, prose, file())
    assert "story.csv" in page
    assert client.post(f"{address}/answered", {"without-0": "on", "encoding": ""}).status_code == 302
    page = settle(client, address)
    assert "This is what I found." in page
    assert "story.csv" not in page


def test_what_cannot_be_told_is_read_as_what_it_is_said_to_be(client):
    address, page = bring(client, file("Ada Moss\nBen Varga\n", "people.txt"))
    assert "That did not work." in page
    assert '<option value="csv">A table</option>' in page
    client.post(f"{address}/again", {"kind": "friends"})
    page = settle(client, address)
    assert "That did not work." in page, "it is none of those either, and that is told"
    assert '<option value="friends" selected>' in page


def test_a_folder_of_many_cards_is_handed_over_at_once(client, scope):
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada {0} Moss\nN:Moss;Ada;{0};;\nUID:u{0}\nEND:VCARD\n"
    cards = [file(card.format(at), f"card-{at}.vcf") for at in range(130)]
    answer = client.post("/import", {"folder": cards})
    page = settle(client, answer["Location"])
    assert re.search(r"<b>130</b><span><i class=\"new\"", page)
    assert "and 30 more files" in page


def test_letters_of_a_packed_table_are_chosen_by_name(client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("list.csv", "Wer,Erreicht\nŁucja Moss,4930901820\n".encode("cp1250"))
    address, page = bring(client, SimpleUploadedFile("lists.zip", packed.getvalue()))
    assert '<option value="cp1250">Central Europe (cp1250)</option>' in page
    client.post(f"{address}/answered", {"encoding": "cp1250"})
    assert "Łucja Moss" in settle(client, address)
