from __future__ import annotations

from acquaint.text.because import because
from acquaint.text.entries import Known
from acquaint.text.evidence import Book

ONE = Known(
    ("Bill Bergenthal", "B. B."),
    emails=("bill@x.test",),
    phones=("+4915112345678",),
    profiles=("linkedin.com/in/bill",),
    organizations=("Acme GmbH",),
    positions=("Sr. Engineer",),
    places=("München",),
    birthday="1980-05-02",
    contacts=frozenset({"bo"}),
)
OTHER = Known(
    ("William Bergenthal",),
    emails=("will@y.test",),
    phones=("015112345678",),
    profiles=("linkedin.com/in/william",),
    organizations=("ACME",),
    positions=("Senior Engineer",),
    places=("Munich",),
    birthday="--05-02",
    contacts=frozenset({"bo", "cy"}),
)


def test_every_finding_carries_the_texts_it_rests_on():
    book = Book([ONE, OTHER])
    told = dict(because(book.compare(0, 1), *book.entries))
    assert told == {
        "name.nickname": {"a": ("Bill Bergenthal",), "b": ("William Bergenthal",)},
        "rarity.unique": {},
        "phone.same": {"both": ("+4915112345678",)},
        "birthday.same": {"a": ("1980-05-02",), "b": ("--05-02",)},
        "email.other": {"a": ("bill@x.test",), "b": ("will@y.test",)},
        "profile.other": {"a": ("linkedin.com/in/bill",), "b": ("linkedin.com/in/william",)},
        "firm.same": {"both": ("Acme GmbH",)},
        "position.same": {"both": ("Sr. Engineer",)},
        "place.same": {"a": ("München",), "b": ("Munich",)},
        "contacts.one": {"both": ("bo",)},
    }


def test_without_a_name_there_is_still_an_answer():
    book = Book([Known(()), Known(())])
    assert dict(because(book.compare(0, 1), *book.entries)) == {"name.unknown": {"a": ("",), "b": ("",)}}


def test_of_two_in_one_town_only_what_names_it_is_told():
    book = Book(
        [
            Known(("Ada Moss",), places=("Lindenweg 3\n80331 München", "Paris")),
            Known(("Ada Moss",), places=("Munich, Germany",), haunts=("lindenweg 3\n80331 münchen",)),
        ]
    )
    told = dict(because(book.compare(0, 1), *book.entries))
    assert told["place.same"] == {"both": ("Lindenweg 3 80331 München",)}


def test_who_spoke_with_both_is_told_and_not_again_who_is_said_to_know_them():
    book = Book(
        [
            Known(("Ada Moss",), contacts=frozenset({1}), company=frozenset({2, 3})),
            Known(("Ada Moss",), contacts=frozenset({1, 2})),
        ]
    )
    told = dict(because(book.compare(0, 1), *book.entries))
    assert (told["contacts.one"], told["company.one"]) == ({"both": ("1",)}, {"both": ("2",)})
