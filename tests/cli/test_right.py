"""`right` at the terminal: how far it is, then what was said and what came; over everybody, never of one."""

from __future__ import annotations

from datetime import date, timedelta

START = date(2025, 3, 3)


def day(after):
    return (START + timedelta(days=after)).isoformat()


def test_it_says_how_far_it_is_and_when_the_next_are_over(cli):
    cli.on = day(0)
    assert "0 of 50 months so far" in cli("right").out
    cli("add", "met @Ana Ruiz")
    shown = cli("right").out
    assert "The next ones are over on 2025-04-03." in shown
    assert "0 of 50 messages so far" in shown
    assert cli("right", "--json").data["written"] == {
        "n": 0, "enough": False, "said": None, "came": None, "lines": [],
    }  # fmt: skip


def test_reading_writes_nothing_and_the_first_deed_of_a_day_does(cli):
    cli("add", "met @Ana Ruiz", on=day(0))
    for after in (40, 41):
        assert cli("right", "--json", on=day(after)).data["written"]["n"] == 0
    cli("add", "met @Bo Lind", on=day(42))
    assert cli("right", "--json", on=day(43)).data["written"]["n"] == 1


def test_it_never_stands_in_the_way_of_an_undo(cli):
    made = cli("add", "met @Ana Ruiz", "--json", on=day(0))
    told = cli("history", "--json", on=day(0)).data
    assert [one["id"] for one in told] == [made.undo]
    cli("undo", on=day(1))
    assert cli("person", "list", "--json").data == []


def test_fifty_months_are_told_as_shares_and_no_name_is_among_them(cli):
    names = [f"Ana {letter}{other}n" for letter in "BCDFGH" for other in "aeiou"]
    for name in names:
        cli("add", f"met @{name}", on=day(0))
    for after in (1, 20, 32, 63):
        cli("log", "email", "Ana Ban", "--direction", "in" if after == 20 else "out", on=day(after))
    found = cli("right", "--json", on=day(63)).data["written"]
    assert (found["n"], found["enough"], found["came"]) == (60, True, 1)
    shown = cli("right", on=day(63)).out
    assert "Of 60 months, 1 brought a word;" in shown
    assert "%" in shown
    assert "Ana" not in shown
    assert "hot" in cli("right", "--format", "csv", on=day(63)).out
