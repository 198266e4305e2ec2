from __future__ import annotations

import base64
import io

from PIL import Image

from acquaint.actions import imports, people
from acquaint.models import Detail, Person, Photo
from tests.actions.imports.test_cards_contract import card


def bring(scope, tmp_path):
    out = io.BytesIO()
    Image.new("RGB", (300, 300), "teal").save(out, "JPEG")
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + base64.b64encode(out.getvalue()).decode()
    lines = ("BDAY:--05-02", "CATEGORIES:<b>choir</b>", "ROLE:Head of ferns", photo)
    path = tmp_path / "book.vcf"
    path.write_text(card("ada", "Ada Moss", *lines), encoding="utf-8")
    imports.apply(scope, paths=[path])
    return Person.objects.of(scope).get(name="Ada Moss")


def test_a_persons_page_shows_what_a_card_told_and_the_photo(client, scope, tmp_path):
    ada = bring(scope, tmp_path)
    page = client.get(f"/people/{ada.key}").content.decode()
    assert "Birthday: 2 May" in page
    assert "Group: &lt;b&gt;choir&lt;/b&gt;" in page
    assert f'src="/photos/{Photo.objects.get().key}"' in page


def test_a_photo_can_only_be_looked_at(client, scope, tmp_path):
    bring(scope, tmp_path)
    shown = client.get(f"/photos/{Photo.objects.get().key}")
    assert shown["Content-Type"] == "image/webp"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown["Content-Security-Policy"]
    assert client.get("/photos/2222222222").status_code == 404


def test_a_fact_is_taken_away_and_comes_back(client, scope, tmp_path):
    ada = bring(scope, tmp_path)
    fact = Detail.objects.get(person=ada, kind="role")
    assert client.post(f"/facts/{fact.key}/removed").status_code == 302
    assert not Detail.objects.filter(person=ada, kind="role").exists()


def test_a_birthday_is_written_on_the_form(client, scope, tmp_path):
    ada = bring(scope, tmp_path)
    form = {"name": "Ada Moss", "birthday": "1980-05-02"}
    assert client.post(f"/people/{ada.key}/edit", form).status_code == 302
    assert Detail.objects.get(person=ada, kind="birthday").on == "1980-05-02"
    people.edit(scope, person=ada.key, birthday="")
    assert not Detail.objects.filter(person=ada, kind="birthday").exists()
