from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.models import Alias, Detail, Organization, Photo, SourceRecord, Tie
from tests import imported
from tests.actions.imports.looking import persons
from tests.actions.imports.test_breaking_off import BrokenOffError, break_off
from tests.actions.imports.test_cards import FULL, photograph
from tests.actions.imports.test_cards_contract import card


def book(path):
    uid = "6f9d1c3e-0000-4000-8000-0000000000"
    people = [
        card(f"{uid}{n:02}", f"Person Number{n}", f"EMAIL:p{n % 20}@example.com", f"CATEGORIES:g{n % 3}")
        for n in range(30)
    ]
    tied = [
        card(f"{uid}{n:02}", f"Tied Number{n}", f"RELATED;TYPE=friend:urn:uuid:{uid}{n % 30:02}")
        for n in range(30, 36)
    ]
    bad = card("bad", "Bad Photo", "PHOTO;ENCODING=b;TYPE=JPEG:eHh4eHh4eHh4eHh4")
    rich = [card("rich", "Ada Moss", *FULL, photograph()), card("rich", "Ada Moss", "TEL:+4930901829")]
    firm = card("firm", "Ferncare", "KIND:org", "NOTE:ferns").replace("3.0", "4.0")
    path.write_text("".join([*tied, rich[0], bad, *people, rich[1], firm, rich[0]]), encoding="utf-8")
    return path


def state(scope):
    mine = {"owner_id": scope.owner_id}
    details = Detail.objects.filter(**mine).values_list("person__name", "kind", "label", "text", "on")
    ties = Tie.objects.filter(**mine).values_list("a__name", "b__name", "how")
    return {
        **imported.dump(scope.owner_id),
        "details": sorted(details),
        "aliases": sorted(Alias.objects.filter(**mine).values_list("person__name", "text")),
        "ties": sorted((*sorted((a, b)), how) for a, b, how in ties),
        "photos": sorted(Photo.objects.filter(**mine).values_list("digest", flat=True)),
        "raws": sorted(SourceRecord.objects.filter(**mine).values_list("external_key", "raw")),
        "firms": sorted(Organization.objects.filter(**mine).values_list("name", "notes")),
    }


@pytest.mark.parametrize("after", [1, 14, 28, 41])
def test_cards_that_broke_off_go_on_and_end_alike(scope, other, tmp_path, after):
    path = book(tmp_path / "book.vcf")
    whole = imports.apply(other, paths=[path])
    with pytest.raises(BrokenOffError):
        imports.apply(scope, paths=[path], progress=break_off(after))
    report = imports.apply(scope, paths=[path])
    assert report.sources == whole.sources
    assert report.warnings == whole.warnings
    assert state(scope) == state(other)
    assert Tie.objects.filter(owner_id=scope.owner_id).count() == 6
    imports.take_back(scope, batch=report.batch)
    assert not persons(scope).exists()
    assert not any(model.objects.filter(owner_id=scope.owner_id).exists() for model in (Detail, Tie, Photo))
