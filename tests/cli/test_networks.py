"""`map` at the terminal: groups and sentences for people, places on the sheet for scripts only."""

from __future__ import annotations


def test_words_for_people_and_places_for_scripts(cli):
    assert cli("map").out == "Nobody is here yet.\n"
    for name, place in (("Ana Ruiz", "North Mill"), ("Bo Lind", "North Mill"), ("Cy Dahl", "North Mill")):
        cli("person", "add", name, "--organization", place)
    cli("person", "add", "Zed Alone")
    cli("add", "met @Ana Ruiz")
    shown = cli("map").out
    assert "There are too few people here yet to say where your network leans." in shown
    assert "• North Mill (talked with 1 of 3): " in shown
    found = cli("map", "--json").data
    assert {one["name"]: one["community"] for one in found["people"]} == {
        "Ana Ruiz": 0,
        "Bo Lind": 0,
        "Cy Dahl": 0,
        "Zed Alone": None,
    }
    assert all(0 <= one["x"] <= 1 and 0 <= one["y"] <= 1 for one in found["people"])
    (group,) = found["communities"]
    assert (group["name"], group["people"], group["talked"]) == ("North Mill", 3, 1)
    assert found["ties"] == {"stated": 0, "inferred": 3}
    assert (found["brokers"], found["left_out"]) == ([], 0)
    assert found["one_sided"] == ["There are too few people here yet to say where your network leans."]
    head, row = cli("map", "--format", "csv").out.splitlines()
    assert head == "group,people,talked with,among them"
    assert row.startswith("North Mill,3,1,")
    assert cli("map", "--format", "md").out == shown


def test_who_stands_between_is_told_with_both_groups(cli):
    for name, place in (("Ana Ruiz", "North Mill"), ("Bo Lind", "North Mill"), ("Cy Dahl", "North Mill")):
        cli("person", "add", name, "--organization", place)
    for name in ("Dov Katz", "Eve Moss", "Fay Ek"):
        cli("person", "add", name, "--organization", "South Mill")
    cli("add", "@Ana Ruiz knows @Dov Katz")
    (first, *_others) = cli("map", "--json").data["brokers"]
    assert sorted(first["bridges"]) == ["North Mill", "South Mill"]
    assert first["person"]["name"] in {"Ana Ruiz", "Dov Katz"}
    assert first["inferred"] is False
    assert first["text"] in cli("map").out
