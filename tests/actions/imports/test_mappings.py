from __future__ import annotations

import pytest

from acquaint.actions import imports
from acquaint.models import ContactPoint, Detail, Person, Setting
from acquaint.models.errors import Invalid
from tests.actions.imports.looking import only, persons

STRANGE = "Wer,Erreicht,Suppe,Tag\nAda Moss,4930901820,leek,03/04/1990\nBen Varga,4930901821,pea,05/06/1991\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(STRANGE, encoding="utf-8")
    return path


def said(*columns, **more):
    return imports.Answers(tuple(imports.column(one) for one in columns), **more)


MEANT = ("Wer=name", "Erreicht=phone:work", "Suppe=interests", "Tag=birthday")


def test_a_table_that_nobody_knows_is_asked_about_and_not_guessed(scope, path):
    (question,) = imports.questions(scope, paths=[path])
    assert question.proposal.asked
    assert question.proposal.samples[0][0] == "Ada Moss"
    with pytest.raises(Invalid):
        imports.apply(scope, paths=[path])
    assert not persons(scope).exists()


def test_what_was_said_is_read_and_remembered_and_asked_no_more(scope, path, tmp_path):
    report = imports.preview(scope, paths=[path], said=said(*MEANT, day_first=True))
    assert report.total("new") == 2
    assert not Setting.objects.exists()
    imports.apply(scope, paths=[path], said=said(*MEANT, day_first=True))
    ada = only(scope, "Ada Moss")
    assert ContactPoint.objects.get(person=ada).label == "work"
    assert Detail.objects.get(person=ada).on == "1990-04-03"
    assert imports.questions(scope, paths=[path]) == ()
    later = tmp_path / "later.csv"
    later.write_text(STRANGE + "Cleo Anker,4930901822,pea,\n", encoding="utf-8")
    report = imports.apply(scope, paths=[later])
    assert (report.total("new"), report.total("same")) == (1, 2)


def test_months_may_stand_first(scope, path):
    imports.apply(scope, paths=[path], said=said(*MEANT, day_first=False))
    assert Detail.objects.get(person=only(scope, "Ada Moss")).on == "1990-03-04"


@pytest.mark.parametrize("wrong", ["Wer", "Wer=king", "=name"])
def test_a_role_that_is_none_is_refused(wrong):
    with pytest.raises(Invalid):
        imports.column(wrong)


def test_a_column_that_is_not_there_is_refused(scope, path):
    with pytest.raises(Invalid, match="Löffel"):
        imports.preview(scope, paths=[path], said=said("Löffel=name"))


def test_letters_are_read_as_somebody_says(scope, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("Name,Phone\nŁucja Moss,4930901820\n".encode("cp1250"))
    imports.apply(scope, paths=[path], said=imports.Answers(encoding="cp1250"))
    assert Person.objects.of(scope).get().name == "Łucja Moss"
    with pytest.raises(Invalid):
        imports.preview(scope, paths=[path], said=imports.Answers(encoding="klingon"))


def test_the_question_goes_to_the_table_itself_among_others(scope, path, tmp_path):
    known = tmp_path / "known.csv"
    known.write_text("Name,Email\nElin Tove,elin@example.com\n", encoding="utf-8")
    assert [one.file for one in imports.questions(scope, paths=[known, path])] == [str(path)]


def test_an_equal_name_in_another_table_is_somebody_else(scope, tmp_path):
    lists = {
        "club.csv": "Name,Email\nAda Moss,ada@club.example\n",
        "school.csv": "Name,School,E-mail\nAda Moss,Northwood,moss@school.example\n",
    }
    for name, text in lists.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        imports.apply(scope, paths=[path])
    assert persons(scope).count() == 2
    path.write_text(lists["school.csv"].replace("moss@", "a.moss@"), encoding="utf-8")
    report = imports.apply(scope, paths=[path])
    assert (report.total("update"), persons(scope).count()) == (1, 2)
