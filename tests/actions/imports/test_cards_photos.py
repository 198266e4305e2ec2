from __future__ import annotations

import base64

from acquaint.actions import undo
from acquaint.models import Person, Photo, SourceRecord
from tests.actions.imports.test_cards import bring, photograph, verdicts
from tests.actions.imports.test_cards_contract import card

__all__ = ["bring"]


def test_a_photo_is_small_and_stands_once(scope, bring):
    bring(card("a", "Ada Moss", photograph()), card("b", "Ben Varga", photograph()))
    photo = Photo.objects.get()
    assert (photo.mime, photo.width) == ("image/webp", 256)
    assert set(Person.objects.of(scope).values_list("photo_id", flat=True)) == {photo.pk}


def test_a_bad_photo_is_a_word_and_the_person_is_in(scope, bring):
    report = bring(
        card("a", "Ada Moss", "PHOTO;ENCODING=b;TYPE=JPEG:" + base64.b64encode(b"x" * 99).decode())
    )
    assert verdicts(report) == {"new": 1}
    assert any("picture" in one.reason for one in report.warnings)
    assert not Photo.objects.exists()


def test_a_later_photo_takes_the_place_of_the_first_and_leaves_nothing(scope, bring):
    report = bring(card("a", "Ada Moss", photograph()))
    first = Photo.objects.get().digest
    later = bring(card("a", "Ada Moss", photograph("red")), name="b.vcf")
    assert Photo.objects.get().digest != first
    undo.undo(scope, change=later.undo)
    assert Photo.objects.get().digest == first
    undo.undo(scope, change=report.undo)
    assert not Photo.objects.exists()


def test_an_edit_to_a_line_nobody_reads_renews_the_card(scope, bring):
    bring(card("a", "Ada Moss", "X-ODD:one"))
    report = bring(card("a", "Ada Moss", "X-ODD:two"), name="b.vcf")
    assert verdicts(report) == {"update": 1}
    assert "X-ODD:two" in SourceRecord.objects.get().raw
    undo.undo(scope, change=report.undo)
    assert "X-ODD:one" in SourceRecord.objects.get().raw
