"""How a file's own letters read in each encoding: only where there is a doubt, only what reads like words."""

from __future__ import annotations

import pytest

from acquaint.formats import spellings

PAGES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1255", "mac-roman", "cp932", "gb18030", "big5", "cp949")


def of(path, text, encoding, **more):
    path.write_bytes(text.encode(encoding))
    return {one.encoding: one.text for one in spellings.of([path], str(path), PAGES, **more)}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name,Mail\nAda,ada@example.org\n", "ascii"),
        ("Name,Mail\nŁucja,l@example.org\n", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_where_there_is_no_doubt_nothing_is_asked(tmp_path, text, encoding):
    assert of(tmp_path / "list.csv", text, encoding) == {}


@pytest.mark.parametrize(
    ("names", "encoding"),
    [
        ("Łucja;Żaneta", "cp1250"),
        ("Борис;Жанна", "cp1251"),
        ("Γιώργος;Ελένη", "cp1253"),
        ("山田;中村", "cp932"),
    ],
)
def test_the_right_words_are_among_those_shown(tmp_path, names, encoding):
    found = of(tmp_path / "list.csv", f"Wer;Ort\n{names}\n", encoding)
    assert names.replace(";", " · ") in found.values()


def test_what_mixes_scripts_or_signs_is_no_word(tmp_path):
    found = of(tmp_path / "list.csv", "Wer,Ort\nŁucja Moss,Köln\n", "cp1250")
    assert found == {"": "£ucja Moss · Köln", "cp1250": "Łucja Moss · Köln"}


def test_one_that_was_chosen_stays_whatever_it_reads_like(tmp_path):
    found = of(tmp_path / "list.csv", "Wer,Ort\nŁucja,Köln\n", "cp1250", kept="mac-roman")
    assert "mac-roman" in found


def test_a_file_in_a_folder_is_found_and_nothing_packed_is_opened_for_it(tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "list.csv").write_bytes("Wer,Ort\nŁucja,Köln\n".encode("cp1250"))
    found = spellings.of([folder], f"{folder}/list.csv", PAGES)
    assert "Łucja · Köln" in [one.text for one in found]
    for elsewhere in (f"{tmp_path}/other.csv", f"{folder}/none.csv", f"{folder}/list.csv/Sheet1"):
        assert spellings.of([folder], elsewhere, PAGES) == ()
