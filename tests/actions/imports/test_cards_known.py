"""Whom a card means: who went out from here is known again, and a switchboard means nobody."""

from __future__ import annotations

from acquaint.actions import imports
from acquaint.actions.imports import matching
from acquaint.queries.exports import cards as exported
from acquaint.text import evidence
from tests import world
from tests.actions.imports.looking import persons
from tests.actions.imports.test_cards import bring, reasons, verdicts
from tests.actions.imports.test_cards_contract import card

__all__ = ["bring"]


def test_who_was_written_down_here_is_known_when_their_card_comes_back(scope, tmp_path):
    world.know(scope, "Ada Moss", emails=["ada@example.org"])
    out = tmp_path / "out.vcf"
    out.write_bytes(b"".join(exported.cards(scope, "3.0")))
    report = imports.apply(scope, paths=[out])
    assert (verdicts(report), persons(scope).count()) == ({"update": 1}, 1)
    assert "went out from here" in reasons(report)[0]


def test_a_switchboard_makes_nobody_look_at_all_colleagues(scope, bring, monkeypatch):
    """An import of many colleagues costs no more for each than one of few."""
    looked_at = []

    class Counted(evidence.Book):
        def __init__(self, entries):
            looked_at.append(len(entries))
            super().__init__(entries)

    monkeypatch.setattr(matching.evidence, "Book", Counted)
    colleagues = [card(f"c{n}", f"Person{chr(97 + n)} Moss", "TEL:+44 20 7946 0990") for n in range(26)]
    bring(*colleagues, card("own", "Zed Moss", "TEL:+44 20 7946 0990", "EMAIL:zed@example.org"))
    again = card("again", "Zed Moss", "TEL:+44 20 7946 0990", "EMAIL:zed@example.org")
    assert verdicts(bring(again, name="later.vcf")) == {"update": 1}
    assert max(looked_at) <= matching.COMMON + 2
    assert persons(scope).count() == 27
