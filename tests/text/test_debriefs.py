"""Reading debriefs: every key, what free lines become, and faults by their line."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.text.debriefs import READERS, Line, read

TODAY = dt.date(2025, 3, 3)  # a Monday
WHOLE = """liked: yes
energy: +1
learned: Hospitals buy from few vendors
advice: Read the standard first
will: read it this week
promise: send my notes by Friday
theirs: the slides
name: Quentin Sample at Sample Works, runs the lab (ask first)
opening: Analyst at Sample Works (confidential)
interest: astronomy, old maps

We talked longer than planned.
"""


def lines(text: str) -> tuple[Line, ...]:
    found = read(text, today=TODAY)
    assert found.faults == ()
    return found.lines


def fault(text: str):
    [found] = read(text, today=TODAY).faults
    return found.number, found.code, found.allowed


def test_a_whole_debrief_is_read_in_order():
    found = lines(WHOLE)
    assert [one.key for one in found] == [
        "liked", "energy", "learned", "advice", "will", "promise", "theirs", "name", "opening",
        "interest", "interest", "note",
    ]  # fmt: skip
    assert found[0].values == {"liked": "yes"}
    assert found[1].values == {"energy_after": 1}
    assert (found[5].text, found[5].due) == ("send my notes", dt.date(2025, 3, 7))
    assert (found[6].text, found[6].due) == ("the slides", None)
    name = found[7]
    assert (name.name, name.organization, name.why, name.mode) == (
        "Quentin Sample", "Sample Works", "runs the lab", "ask-first",
    )  # fmt: skip
    assert (found[8].text, found[8].organization, found[8].confidential) == ("Analyst", "Sample Works", True)
    assert [one.text for one in found[9:11]] == ["astronomy", "old maps"]
    assert (found[11].number, found[11].text) == (12, "We talked longer than planned.")


@pytest.mark.parametrize(
    ("said", "name", "organization", "title", "why", "mode"),
    [
        ("Noor Haddad", "Noor Haddad", "", "", "", ""),
        ("@Noor Haddad", "@Noor Haddad", "", "", "", ""),
        ("Noor Haddad, PhD at Lab", "Noor Haddad", "Lab", "PhD", "", ""),
        ("Noor Haddad, PhD", "Noor Haddad, PhD", "", "", "", ""),
        ("Noor Haddad from Harbor (use my name)", "Noor Haddad", "Harbor", "", "", "use-my-name"),
        ("Noor Haddad #Harbor", "Noor Haddad", "Harbor", "", "", ""),
        ("Noor Haddad, lead at Harbor, knows all", "Noor Haddad", "Harbor", "lead", "knows all", ""),
        ("Noor Haddad (joint), at ease with numbers", "Noor Haddad", "", "", "at ease with numbers", "joint"),
        ("Noor Haddad, runs the lab at night", "Noor Haddad", "", "", "runs the lab at night", ""),
        ("李小龍 (Joint)", "李小龍", "", "", "", "joint"),
        ("Matt Atwood at Atlas", "Matt Atwood", "Atlas", "", "", ""),
    ],
)  # fmt: skip
def test_names_bring_their_place_and_the_way_to_them(said, name, organization, title, why, mode):
    [one] = lines(f"name: {said}")
    assert (one.name, one.organization, one.title, one.why, one.mode) == (
        name,
        organization,
        title,
        why,
        mode,
    )


def test_two_names_on_one_line_are_two_introductions():
    assert [(one.name, one.organization) for one in lines("name: Ana Ruiz and Bo Lind at Harbor")] == [
        ("Ana Ruiz", "Harbor"),
        ("Bo Lind", "Harbor"),
    ]


@pytest.mark.parametrize(
    ("said", "text", "due"),
    [
        ("send the paper by Friday", "send the paper", "2025-03-07"),
        ("by 2025-04-01: call the dean", ": call the dean".strip(": "), "2025-04-01"),
        ("send the Monday report", "send the Monday report", None),
        ("send it next week", "send it", "2025-03-10"),
        ("introduce me to her boss", "introduce me to her boss", None),
    ],
)
def test_promises_give_up_the_day_they_are_due(said, text, due):
    [one] = lines(f"promise: {said}")
    assert one.text.strip(": ") == text
    assert one.due == (dt.date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("2", {"energy_after": 2}),
        ("-2", {"energy_after": -2}),
        ("−1 → 2", {"energy_before": -1, "energy_after": 2}),
        ("before -1, after +1", {"energy_before": -1, "energy_after": 1}),
        ("0 to 1", {"energy_before": 0, "energy_after": 1}),
    ],
)
def test_energy_is_one_number_or_two(said, values):
    assert lines(f"energy: {said}")[0].values == values


@pytest.mark.parametrize(
    ("said", "role", "organization", "why"),
    [
        ("data analyst at Harbor Clinic", "data analyst", "Harbor Clinic", ""),
        ("team lead", "team lead", "", ""),
        ("analyst at Harbor, from June (part time)", "analyst", "Harbor", "from June, part time"),
        ("analyst, junior @ Harbor", "analyst, junior", "Harbor", ""),
    ],
)
def test_openings_have_a_role_and_a_place(said, role, organization, why):
    [one] = lines(f"opening: {said}")
    assert (one.text, one.organization, one.why, one.confidential) == (role, organization, why, False)


def test_the_next_touch_has_a_day_and_a_reason():
    [one] = lines("next: 2025-04-01, how the fair went")
    assert (one.due, one.text) == (dt.date(2025, 4, 1), "how the fair went")


def test_keys_are_read_however_they_are_typed():
    text = "LIKED : no\n- Learned: x\nNot-want: y\nDon't want: z\nthey promised: w"
    assert [one.key for one in lines(text)] == ["liked", "learned", "notwant", "notwant", "theirs"]


def test_other_lines_with_a_colon_are_notes_and_so_are_links():
    text = "She said: never stop\nhttps://example.org/a\nAt 10:30 we left\nRemember this: tea"
    assert [(one.key, one.text) for one in lines(text)] == [("note", line) for line in text.splitlines()]


def test_keys_left_empty_are_passed_over():
    assert lines("liked:\nlearned:\n\npromise: \n") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x\nliked: maybe", (2, "choice", "yes, mixed, no")),
        ("energy: 3", (1, "range", "-2..2")),
        ("energy: high", (1, "range", "-2..2")),
        ("energy: 1 2 0", (1, "range", "-2..2")),
        ("promsie: send it", (1, "key", "promise")),
        ("promise: by Friday", (1, "words", "")),
        ("name: (joint)", (1, "name", "")),
        ("next: soon enough", (1, "day", "")),
    ],
)
def test_faults_are_told_by_their_line(text, expected):
    assert fault(text) == expected


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_accident_and_each_line_is_a_line_or_a_fault(text):
    found = read(text, today=TODAY)
    numbers = {one.number for one in (*found.lines, *found.faults)}
    assert numbers <= set(range(1, len(text.splitlines()) + 1))


@given(st.sampled_from(sorted(READERS)), st.text(max_size=80))
def test_any_text_behind_any_key_is_read_without_an_accident(key, text):
    for one in read(f"{key}: {text}", today=TODAY).lines:
        assert "\n" not in one.text
