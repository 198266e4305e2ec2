from __future__ import annotations

from datetime import UTC, datetime

import pytest

from acquaint.formats.archives import open_source
from acquaint.formats.linkedin import LinkedIn
from acquaint.formats.records import Ignored, InvitationRecord, MessageRecord, Reject, Self, Skipped, Warned
from tests.formats import making
from tests.formats.making import ME, message, table, url

BELA, CORA = ("Bela Dahlsen", "bela-dahlsen"), ("Cora Eberwick, PhD", "cora-eberwick")


def read(tmp_path, rows, era="2025", known=None, **files) -> list:
    content = {"messages.csv": table(making.MESSAGES[era], *rows), "Invitations.csv": making.MY_INVITATION}
    folder = making.make_folder(tmp_path / "archive", {**content, **files})
    with open_source(folder) as source:
        said = list(LinkedIn().read(source, known))
    return [one for one in said if "messages.csv" in one.origin.file or isinstance(one, Warned)]


def messages(said) -> list[MessageRecord]:
    return [one for one in said if isinstance(one, MessageRecord)]


def codes(said, kind=Ignored) -> list[str]:
    return [one.reason.code for one in said if isinstance(one, kind)]


def old(row):
    """The row as it was before 2023: no recipients' addresses, nothing behind the folder."""
    return [*row[:5], *row[6:10]]


def test_who_wrote_to_whom_and_when(tmp_path):
    rows = [
        message(ME, BELA, "Hello"),
        message(BELA, ME, "Hello back", at="2025-06-02 08:00:00 UTC", subject="Notes"),
    ]
    out, back = messages(read(tmp_path, rows))
    assert (out.direction, back.direction) == ("out", "in")
    assert [(party.name, party.key) for party in out.people] == [("Bela Dahlsen", "in/bela-dahlsen")]
    assert back.people == out.people
    assert back.at == datetime(2025, 6, 2, 8, tzinfo=UTC)
    assert (back.subject, back.body, back.channel) == ("Notes", "Hello back", "linkedin")


@pytest.mark.parametrize("era", ["2022", "2023", "2025"])
@pytest.mark.parametrize("quoted", [False, True])
def test_every_era_tells_the_same(tmp_path, era, quoted):
    cut = {"2022": old, "2023": lambda row: row[:10], "2025": list}[era]
    rows = [
        cut(message(ME, BELA, 'A "word",\nand more')),
        cut(message(BELA, ME, "Back", at="2025-06-02 08:00:00 UTC")),
    ]
    text = table(making.MESSAGES[era], *rows, quoted=quoted)
    found = messages(read(tmp_path, [], **{"messages.csv": text}))
    assert [(one.direction, one.people[0].key, one.body) for one in found] == [
        ("out", "in/bela-dahlsen", 'A "word",\nand more'),
        ("in", "in/bela-dahlsen", "Back"),
    ]


def test_a_group_reaches_everybody_by_address_never_by_cutting_names(tmp_path):
    to = "Bela Dahlsen, Cora Eberwick, PhD"
    for number, urls in enumerate(
        [f"{url('bela-dahlsen')},{url('cora-eberwick')}", f"{url('bela-dahlsen')} {url('cora-eberwick')}"]
    ):
        rows = [
            message(ME, (to, ""), "Hi both", to_urls=urls),
            message(CORA, (to, ""), "Hi", to_urls=f"{urls},{making.OWN}"),
        ]
        sent, received = messages(read(tmp_path / str(number), rows))
        assert [party.key for party in sent.people] == ["in/bela-dahlsen", "in/cora-eberwick"]
        assert [party.key for party in received.people] == ["in/cora-eberwick"]
        assert received.people[0].name == "Cora Eberwick, PhD"


def test_somebody_without_a_name_anywhere_gets_one_from_the_address(tmp_path):
    urls = f"{url('dora-falkbeck-1a2b3c')},{url('bela-dahlsen')}"
    found = messages(read(tmp_path, [message(ME, ("D F, Bela Dahlsen", ""), "Hi", to_urls=urls)]))
    assert [party.name for party in found[0].people] == ["Dora Falkbeck", "Bela Dahlsen"]


def test_before_2023_recipients_are_known_from_the_conversation_only(tmp_path):
    rows = [
        message(ME, BELA, "Hello", thread="a"),
        message(BELA, ME, "Back", thread="a"),
        message(ME, ("Never Answered", ""), "Hello", thread="b"),
    ]
    said = read(tmp_path, [old(row) for row in rows], era="2022")
    assert [one.people[0].key for one in messages(said)] == ["in/bela-dahlsen", "in/bela-dahlsen"]
    assert codes(said) == ["recipient_unknown"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (message(ME, BELA, "Unsent", draft="Yes"), "draft"),
        (message(ME, BELA, "Unsent", draft="true"), "draft"),
        (message(ME, BELA, "Unsent", thread_draft="Yes"), "draft"),
        (
            message(("Firm", ""), ME, '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%</p>'),
            "sponsored",
        ),
        (message(("Firm", ""), ME, "Dear %FIRSTNAME%, buy this"), "sponsored"),
        (message(("LinkedIn Member", ""), ME, "Hello"), "hidden_member"),
        (message(("Somebody", ""), ME, "Hello"), "sender_unknown"),
        (message(BELA, ME, "Win", folder="SPAM"), "spam"),
        (message(ME, ("Nomen Nescio", "nomen-nescio"), "note"), "to_oneself"),
    ],
)
def test_what_is_no_contact_is_left_out_with_its_reason(tmp_path, row, code):
    said = read(tmp_path, [row, message(BELA, ME, "Real")])
    assert codes(said) == [code]
    assert len(messages(said)) == 1


def test_a_page_is_no_person(tmp_path):
    row = list(message(("Firm", ""), ME, "Hello"))
    row[3] = "https://www.linkedin.com/company/firm"
    assert codes(read(tmp_path, [row])) == ["not_a_member"]


@pytest.mark.parametrize("folder", ["INBOX", "ARCHIVE", ""])
def test_every_other_folder_counts(tmp_path, folder):
    assert len(messages(read(tmp_path, [message(BELA, ME, "x", folder=folder)]))) == 1


def test_a_date_that_is_none_is_a_reject(tmp_path):
    said = read(tmp_path, [message(BELA, ME, "x", at="yesterday"), message(BELA, ME, "y")])
    assert codes(said, Reject) == ["bad_date"]
    assert len(messages(said)) == 1


def test_talks_with_software_are_passed_over_as_a_file(tmp_path):
    files = dict.fromkeys(("guide_messages.csv", "learning_coach_messages.csv"), making.MESSAGES["2023"])
    folder = making.make_folder(tmp_path, {**files, "messages.csv": table(making.MESSAGES["2023"])})
    with open_source(folder) as source:
        said = list(LinkedIn().read(source))
    assert codes(said, Skipped) == ["not_people", "not_people"]


def test_keys_tell_messages_apart_and_stay_the_same(tmp_path):
    rows = [
        message(ME, BELA, "Hello"),
        message(BELA, ME, "Hello"),
        message(ME, BELA, "Hello", thread="other"),
        message(ME, BELA, "Hello", at="2025-06-01 14:03:23 UTC"),
        message(ME, BELA, "Hello"),
    ]
    keys = [one.key for one in messages(read(tmp_path, rows))]
    assert len(set(keys)) == 4
    assert keys[0] == keys[4]
    assert max(map(len, keys)) <= 80


# ── Whose archive it is ──────────────────────────────────────────────────────────────────────────


def alone(tmp_path, rows, known=None, **files):
    folder = making.make_folder(
        tmp_path / "a", {"messages.csv": table(making.MESSAGES["2025"], *rows), **files}
    )
    with open_source(folder) as source:
        return list(LinkedIn().read(source, known))


def test_without_invitations_the_profiles_name_tells(tmp_path):
    rows = [message(ME, BELA, "a"), message(BELA, ME, "b"), message(ME, CORA, "c", thread="z")]
    found = messages(alone(tmp_path, rows, **{"Profile.csv": making.MY_PROFILE}))
    assert [one.direction for one in found] == ["out", "in", "out"]


def test_without_either_the_one_who_is_in_every_conversation(tmp_path):
    rows = [message(ME, ("X Y", f"other-{n}"), "a", thread=f"t{n}") for n in range(4)]
    assert [one.direction for one in messages(alone(tmp_path, rows))] == ["out"] * 4


def test_what_cannot_be_told_is_not_guessed(tmp_path):
    said = alone(tmp_path, [message(ME, BELA, "a"), message(BELA, ME, "b")])
    assert codes(said) == ["whose_unknown", "whose_unknown"]
    assert codes(said, Warned) == ["whose_unknown"]


def test_what_an_earlier_import_learned_of_the_owner_tells(tmp_path):
    known = Self("Nomen Nescio", frozenset({"linkedin.com/in/nomen-nescio"}))
    found = messages(alone(tmp_path, [message(ME, BELA, "a"), message(BELA, ME, "b")], known))
    assert [one.direction for one in found] == ["out", "in"]


# ── Invitations ──────────────────────────────────────────────────────────────────────────────────


def invitations(tmp_path, *rows, header=making.INVITATIONS):
    (tmp_path / "Invitations.csv").write_text(table(header, *rows))
    with open_source(tmp_path / "Invitations.csv") as source:
        return list(LinkedIn().read(source))


def test_an_invitation_tells_who_asked_whom_and_when(tmp_path):
    said = invitations(
        tmp_path,
        [
            "Nomen Nescio",
            "Bela Dahlsen",
            "1/29/26, 2:37 PM",
            "We met at the fair.",
            "OUTGOING",
            making.OWN,
            url("bela-dahlsen"),
        ],
        [
            "Cora Eberwick",
            "Nomen Nescio",
            "1823-07-18 11:00:00 UTC",
            "",
            "INCOMING",
            url("cora-eberwick"),
            making.OWN,
        ],
    )
    assert [(one.direction, one.party.key, one.on, one.message) for one in said] == [
        ("out", "in/bela-dahlsen", "2026-01-29", "We met at the fair."),
        ("in", "in/cora-eberwick", "1823-07-18", ""),
    ]
    assert all(isinstance(one, InvitationRecord) for one in said)


def test_invitations_without_addresses_name_nobody_for_certain(tmp_path):
    said = invitations(
        tmp_path,
        ["Nomen Nescio", "Bela Dahlsen", "1/29/26, 2:37 PM", "", "OUTGOING"],
        ["Nomen Nescio", "Bela Dahlsen", "tomorrow", "", "OUTGOING"],
        ["Nomen Nescio", "Bela Dahlsen", "1/29/26, 2:37 PM", "", "SIDEWAYS"],
        header="From,To,Sent At,Message,Direction",
    )
    assert codes(said) == ["name_only"]
    assert codes(said, Reject) == ["bad_date", "bad_direction"]
