from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text import names

ANY_TEXT = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("typed", "name", "credentials"),
    [
        ("Dr. Aoife Reyes, PhD, MBA", "Dr. Aoife Reyes", "PhD, MBA"),
        ("Reyes, PhD", "Reyes", "PhD"),
        ("Dr. Aoife, MBA, CFA", "Dr. Aoife", "MBA, CFA"),
        ("Ada Example, Ph.D.", "Ada Example", "Ph.D."),
        ("Ada Example, SHRM-SCP, M.D., LL.M.", "Ada Example", "SHRM-SCP, M.D., LL.M."),
        ("Ada Example, MSc / MBA", "Ada Example", "MSc / MBA"),
        ("Ada Example, PMP®", "Ada Example", "PMP®"),
        ("Ada Example PhD", "Ada Example", "PhD"),
        ("Ada Example MD PhD", "Ada Example", "MD PhD"),
        ("Martin Example, Jr.", "Martin Example, Jr.", ""),
        ("Martin Example, Jr., PhD", "Martin Example, Jr.", "PhD"),
        ("Reyes, Aoife", "Reyes, Aoife", ""),
        ("REYES, AOIFE", "REYES, AOIFE", ""),
        ("Reyes, JPK", "Reyes, JPK", ""),
        ("Jack MA", "Jack MA", ""),
        ("Minh Example DO", "Minh Example DO", ""),
        ("ADA EXAMPLE MBA", "ADA EXAMPLE MBA", ""),
        ("Ada Example, Berlin", "Ada Example, Berlin", ""),
        ("Ada Example, and Bob", "Ada Example, and Bob", ""),
        ("Sukarno", "Sukarno", ""),
        ("  Ada   Example ,  x ", "Ada Example , x", ""),
        ("", "", ""),
        ("PhD", "PhD", ""),
    ],
)
def test_credentials_stand_apart_and_nothing_is_dropped(typed, name, credentials):
    assert names.split_credentials(typed) == (name, credentials)


@given(ANY_TEXT)
def test_name_and_credentials_together_hold_every_visible_sign(typed):
    name, credentials = names.split_credentials(typed)
    both = (name + credentials).replace(",", "").replace(" ", "")
    assert both == "".join(names.storable(typed).split()).replace(",", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë Example", "ZOE  EXAMPLE"),
        ("Łukasz Øst", "lukasz ost"),
        ("İpek Ilgaz", "ipek ılgaz"),
        ("Straße", "STRASSE"),
        ("O’Hara-Example", "O'Hara‐Example"),
        ("J. Example", "J Example"),
        ("Acme, Inc.", "acme inc"),
        ("\u202eAda\u202c Ex\u200bample\ufeff", "Ada Example"),
        ("e\u0301", "é"),
        ("ﬁeld", "field"),
        ("Ａｄａ", "ada"),
        ("مُحَمَّد", "محمد"),
        ("Ada\0 \ud800Example", "ada example"),
        ("Ada\u00a0\tExample\n", "ada example"),
    ],
)
def test_what_a_reader_takes_for_the_same_has_one_key(one, other):
    assert names.normalise(one) == names.normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("か", "が"),
        ("कि", "की"),
        ("Ada", "Ida"),
        ("node.js", "nodejs"),
        ("C", "C++"),
        ("山田", "山本"),
        ("한", "하"),
    ],
)
def test_what_a_reader_tells_apart_stays_apart(one, other):
    assert names.normalise(one) != names.normalise(other)


@given(ANY_TEXT)
def test_a_key_is_its_own_key_and_can_be_written_down(text):
    key = names.normalise(text)
    assert names.normalise(key) == key
    assert key == key.strip()
    key.encode("utf-8")
    assert "\0" not in key


@given(ANY_TEXT)
def test_storable_text_can_be_written_and_only_loses_what_cannot(text):
    kept = names.storable(text)
    kept.encode("utf-8")
    assert names.storable(kept) == kept
    if "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text):
        assert kept == text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Example", "AE"),
        ("Dr. Ada Example, PhD", "AE"),
        ("Ada de la Example", "AE"),
        ("Martin Example, Jr.", "ME"),
        ("Sukarno", "S"),
        ("ada", "A"),
        ("李小龍", "李"),
        ("हिन्दी कुमार", "हिकु"),
        ("Đặng Thị Mai", "ĐM"),
        ("E\u0301va Example", "ÉE"),
        ("محمد علي", "مع"),
        ("👩‍💻 Ada Example", "AE"),
        ("🦊", "🦊"),
        ("👩‍💻", "👩‍💻"),
        ("ßeta Example", "ßE"),
        ("Dr.", "D"),
        ("\u200b", ""),
        ("", ""),
    ],
)
def test_monograms_in_any_script(name, expected):
    assert names.initials(name) == expected


@given(ANY_TEXT)
def test_a_monogram_of_anything_is_short_or_empty(text):
    names.initials(text).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("name", "family", "expected"),
    [
        ("Dr. Ada Example, PhD", "", "ada example"),
        ("Ada Example", "Example", "example ada"),
        ("Ada van der Example", "van der Example", "van der example ada"),
        ("Example", "Example", "example"),
        ("Ada Example", "Other", "ada example"),
        ("Étienne Élan", "", "etienne elan"),
    ],
)
def test_lists_sort_by_the_family_name_only_where_the_source_told_it(name, family, expected):
    assert names.sort_name(name, family) == expected


def test_a_lone_title_is_all_the_name_there_is():
    assert names.without_honorific("Prof. Dr. Ada Example") == "Ada Example"
    assert names.without_honorific("Dr.") == "Dr."
