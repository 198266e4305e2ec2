from __future__ import annotations

import base64
import zipfile
from datetime import UTC, datetime

import pytest

from acquaint.formats.records import EventRecord, Ignored, MessageRecord, Reject, Warned
from tests.formats.letters import ME, letter, mbox, read, read_one
from tests.formats.meetings import calendar, event

BELA = "Bela Dahlsen <bela@example.com>"


def names(parties) -> list[str]:
    return [party.name or party.email for party in parties]


def test_a_letter_to_me(tmp_path):
    said = read_one(tmp_path, letter(BELA, f"Me <{ME}>", Cc="Cora Eberwick <cora@example.com>"))
    assert isinstance(said, MessageRecord)
    assert (said.direction, said.channel, said.subject) == ("in", "email", "Hello")
    assert said.at == datetime(2026, 2, 2, 9, tzinfo=UTC)
    assert [(one.name, one.email, one.key) for one in said.people] == [
        ("Bela Dahlsen", "bela@example.com", "bela@example.com")
    ]
    assert names(said.beside) == ["Cora Eberwick"]
    assert said.body == ""


def test_a_letter_of_mine_is_a_contact_with_all_it_went_to(tmp_path):
    said = read_one(tmp_path, letter(f"Me <{ME}>", f"{BELA}, {ME}", Cc="c@example.com", Bcc="d@example.com"))
    assert said.direction == "out"
    assert names(said.people) == ["Bela Dahlsen", "c@example.com", "d@example.com"]


@pytest.mark.parametrize("mine", ["Nomen@Example.ORG", "nomen+jobs@example.org"])
def test_my_address_is_mine_however_it_is_written(tmp_path, mine):
    assert read_one(tmp_path, letter(mine, BELA)).direction == "out"


def test_at_gmail_dots_say_nothing(tmp_path):
    (tmp_path / "a.eml").write_text(letter("no.men+x@googlemail.com", BELA))
    assert read(tmp_path / "a.eml", "nomen@gmail.com")[0].direction == "out"


def test_the_same_letter_has_the_same_key_wherever_it_lies(tmp_path):
    one, other = letter(BELA), letter(BELA, X_Folder="Archive")
    (tmp_path / "a.mbox").write_text(mbox(one, other))
    first, second = read(tmp_path / "a.mbox")
    assert first.key == second.key
    assert first.origin.line != second.origin.line


def test_an_answer_belongs_to_its_conversation(tmp_path):
    (tmp_path / "a.mbox").write_text(
        mbox(
            letter(BELA, Message_ID="<1@x>"),
            letter(ME, BELA, Message_ID="<2@x>", In_Reply_To="<1@x>"),
            letter(BELA, Message_ID="<3@x>", References="<1@x>\n <2@x>", In_Reply_To="<2@x>"),
            letter(BELA, Message_ID="<9@x>"),
        )
    )
    threads = [one.thread for one in read(tmp_path / "a.mbox")]
    assert threads[0] == threads[1] == threads[2] != threads[3]


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("Mon, 2 Feb 2026 10:00:00 +0100 (CET)", "2026-02-02T09:00:00"),
        ("2 Feb 2026 10:00 EST", "2026-02-02T15:00:00"),
        ("Mon, 02 Feb 26 10:00:00 GMT", "2026-02-02T10:00:00"),
        ("Mon, 02-Feb-2026 10:00:00 -0000", "2026-02-02T10:00:00"),
        ("2026-02-02T10:00:00+02:00", "2026-02-02T08:00:00"),
        ("Mon, 02 Feb 2026 23:59:60 +0000", "2026-02-02T23:59:59"),
        ("Mon Feb  2 10:00:00 2026", "2026-02-02T10:00:00"),
    ],
)
def test_dates_as_mailers_write_them(tmp_path, written, at):
    assert read_one(tmp_path, letter(BELA, Date=written)).at == datetime.fromisoformat(at).replace(tzinfo=UTC)


@pytest.mark.parametrize("written", [None, "yesterday", "Thu, 01 Jan 1970 00:00:00 +0000", "32 Foo 2026"])
def test_without_a_date_the_server_says_when_it_came(tmp_path, written):
    received = "from a by b;\n Mon, 2 Feb 2026 09:00:00 +0000"
    assert read_one(tmp_path, letter(BELA, Date=written, Received=received)).at.day == 2


def test_without_either_the_mailbox_says_when(tmp_path):
    (tmp_path / "a.mbox").write_text(
        mbox(letter(BELA, Date=None), envelope="From x Mon Feb  2 10:00:00 +0200 2026")
    )
    assert read(tmp_path / "a.mbox")[0].at == datetime(2026, 2, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(("written", "code"), [(None, "no_mail_date"), ("soon", "bad_mail_date")])
def test_a_letter_without_any_date_is_listed_with_its_head(tmp_path, written, code):
    said = read_one(tmp_path, letter(BELA, Date=written))
    assert isinstance(said, Reject)
    assert said.reason.code == code
    assert "Bela Dahlsen" in said.raw


# ── What is no letter between people ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "sender", "heads"),
    [
        ("mailing_list", BELA, {"List_Id": "Talk <talk.example.com>"}),
        ("mailing_list", BELA, {"Precedence": "list"}),
        ("mass_mailing", BELA, {"List_Unsubscribe": "<https://example.com/u>"}),
        ("mass_mailing", BELA, {"Precedence": "bulk"}),
        ("automated", BELA, {"Auto_Submitted": "auto-replied (vacation)"}),
        ("automated", BELA, {"Return_Path": "<>"}),
        ("automated", BELA, {"Content_Type": "multipart/report; boundary=x"}),
        ("automated", "Shop <no-reply@shop.example>", {}),
        ("automated", "Shop <notifications+abc@shop.example>", {}),
        ("automated", "MAILER-DAEMON@example.com", {}),
        ("draft", BELA, {"X_Gmail_Labels": "Drafts,Important"}),
        ("spam", BELA, {"X_Spam_Flag": "YES"}),
        ("spam", BELA, {"X_Gmail_Labels": "Spam"}),
        ("deleted", BELA, {"X_Mozilla_Status": "0009"}),
        ("to_oneself", ME, {}),
        ("nobody_named", ME, {"To": "undisclosed-recipients:;"}),
        ("too_many_people", ME, {"To": ", ".join(f"p{n}@example.com" for n in range(201))}),
    ],
)
def test_what_is_no_letter_between_people(tmp_path, code, sender, heads):
    said = read_one(tmp_path, letter(sender, **heads))
    assert isinstance(said, Ignored)
    assert said.reason.code == code


@pytest.mark.parametrize(
    "heads", [{"Auto_Submitted": "no"}, {"Precedence": "normal"}, {"X_Mozilla_Status": "0001"}]
)
def test_marks_that_say_nothing(tmp_path, heads):
    assert isinstance(read_one(tmp_path, letter(BELA, **heads)), MessageRecord)


@pytest.mark.parametrize(
    "name", ["Norbert Eply <norbert.eply@example.com>", "Ann Bounce <ann.bounce@example.com>"]
)
def test_people_whose_names_sound_like_programs(tmp_path, name):
    assert isinstance(read_one(tmp_path, letter(name)), MessageRecord)


# ── Whose it is ──────────────────────────────────────────────────────────────────────────────────


def test_whose_mailbox_it_is_shows_where_its_letters_went(tmp_path):
    path = tmp_path / "a.mbox"
    path.write_text(mbox(*[letter(BELA, Delivered_To=ME)] * 3, letter(ME, BELA)))
    assert [one.direction for one in read(path, "somebody@else.example")] == ["in", "in", "in", "out"]


def test_if_nobody_can_tell_whose_it_is_that_is_said_once_with_the_way_out(tmp_path):
    path = tmp_path / "a.mbox"
    path.write_text(mbox(letter(BELA), letter(BELA)))
    said = read(path, "not an address")
    assert [one.reason.code for one in said] == ["whose_mail_unknown"] * 3
    assert isinstance(said[0], Warned)


# ── Forms ────────────────────────────────────────────────────────────────────────────────────────


def test_a_zip_of_mailboxes_and_letters(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Mail/All mail.mbox", mbox(letter(BELA), letter("Cora <cora@example.com>")))
        archive.writestr("Mail/one.eml", letter("Dora <dora@example.com>").replace("\n", "\r\n"))
        archive.writestr("Mail/notes.txt", "Bring milk.\n")
    said = read(tmp_path / "a.zip")
    assert [names(one.people)[0] for one in said[:3]] == ["Bela Dahlsen", "Cora", "Dora"]
    assert said[3].reason.code == "unknown_file"


def test_apple_says_the_length_before_the_letter_and_its_own_things_after(tmp_path):
    text = letter(BELA)
    (tmp_path / "1.emlx").write_text(f"{len(text)}\n{text}<?xml version='1.0'?><plist>From: x</plist>")
    (said,) = read(tmp_path / "1.emlx", bodies=True)
    assert said.body == "Hello."
    assert said.origin.line == 2


def test_the_text_is_read_only_if_asked_for(tmp_path):
    rich = (
        'Content-Type: multipart/alternative; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=x-nonsense\n\n"
        "<style>p { color: red }</style><p>Dear N,</p><p>see &amp; hear</p>\n--b--\n"
    )
    text = letter(BELA).replace("\n\n", "\n" + rich, 1)
    assert read_one(tmp_path, text).body == ""
    assert read_one(tmp_path, text, bodies=True).body == "Dear N,\nsee & hear"


def test_a_quoted_from_line_is_read_as_it_was_written(tmp_path):
    (tmp_path / "a.mbox").write_text(mbox(letter(BELA, body="Hi\n>From here on\n>>From there\n")))
    assert read(tmp_path / "a.mbox", bodies=True)[0].body == "Hi\nFrom here on\n>From there"


def test_the_date_is_the_same_whatever_the_line_ends(tmp_path):
    (tmp_path / "a.mbox").write_bytes(mbox(letter(BELA), letter(BELA)).replace("\n", "\r\n").encode())
    first, second = read(tmp_path / "a.mbox")
    assert (
        (first.at, first.subject)
        == (second.at, second.subject)
        == (datetime(2026, 2, 2, 9, tzinfo=UTC), "Hello")
    )


@pytest.mark.parametrize("cut", [30, 60, 150, 250])
def test_a_torn_mailbox_gives_what_stands_before_the_tear(tmp_path, cut):
    whole = mbox(letter(BELA), letter("Cora <cora@example.com>"))
    (tmp_path / "a.mbox").write_text(whole[:-cut])
    first, *rest = read(tmp_path / "a.mbox")
    assert names(first.people) == ["Bela Dahlsen"]
    assert len(rest) <= 1


# ── Meetings ─────────────────────────────────────────────────────────────────────────────────────

GUEST = "ATTENDEE;CN=Nomen:mailto:nomen@example.org\nORGANIZER;CN=Bela Dahlsen:mailto:bela@example.com"


def invitation(method: str = "REQUEST") -> str:
    """A letter with a calendar as a part and once more as an attachment, as programs send it."""
    told = calendar(event(GUEST, uid="7"), method=method)
    packed = base64.encodebytes(told.encode()).decode()
    parts = (
        "Content-Type: text/plain\n\nCome.\n",
        f"Content-Type: text/calendar; charset=utf-8; method={method}\n\n{told}",
        f"Content-Type: application/ics; name=a.ics\nContent-Transfer-Encoding: base64\n\n{packed}",
    )
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return letter(BELA, body=body, MIME_Version="1.0", Content_Type='multipart/mixed; boundary="b"')


def test_an_invitation_is_a_letter_and_a_meeting(tmp_path):
    (tmp_path / "a.mbox").write_text(mbox(invitation(), letter("Cora <cora@example.com>")))
    said = read(tmp_path / "a.mbox")
    assert [type(one) for one in said] == [MessageRecord, EventRecord, MessageRecord]
    assert [guest.party.name for guest in said[1].guests] == ["Bela Dahlsen"]
    assert said[1].my_answer == "waiting"
    lines = [one.origin.line for one in said]
    assert lines == sorted(set(lines))


def test_a_cancellation_comes_by_letter_too(tmp_path):
    (tmp_path / "a.eml").write_text(invitation("CANCEL"))
    assert read(tmp_path / "a.eml")[1].only_if_known


def test_what_was_put_away_calls_to_nothing(tmp_path):
    (tmp_path / "a.eml").write_text("X-Spam-Flag: YES\n" + invitation())
    assert [type(one) for one in read(tmp_path / "a.eml")] == [Ignored]


# ── Introductions ────────────────────────────────────────────────────────────────────────────────

CORA = "Cora Eberwick <cora@example.com>"


@pytest.mark.parametrize(
    "subject",
    ["Introduction: Cora & Nomen", "Intro", "Nomen <> Cora", "Vorstellung", "Meet Cora", "Mise en relation"],
)
def test_a_subject_that_says_so_is_a_sign(tmp_path, subject):
    (sign,) = read_one(tmp_path, letter(BELA, f"{ME}, {CORA}", Subject=subject)).introduces
    assert (sign.introducer.name, names(sign.introduced)) == ("Bela Dahlsen", ["Cora Eberwick"])
    assert sign.reason.code == "introduced_in_subject"


@pytest.mark.parametrize(
    "subject", ["Hello", "Let's meet Cora", "Meet on Tuesday", "Introducing myself", "Introversion"]
)
def test_other_subjects_are_none(tmp_path, subject):
    assert not read_one(tmp_path, letter(BELA, f"{ME}, {CORA}", Subject=subject)).introduces


def test_somebody_new_in_a_running_conversation_is_a_sign(tmp_path):
    path = tmp_path / "a.mbox"
    path.write_text(
        mbox(
            letter(BELA, Message_ID="<1@x>"),
            letter(ME, BELA, Message_ID="<2@x>", In_Reply_To="<1@x>"),
            letter(BELA, ME, Cc=CORA, Message_ID="<3@x>", References="<1@x> <2@x>"),
            letter(CORA, ME, Cc=BELA, Message_ID="<4@x>", In_Reply_To="<3@x>"),
        )
    )
    signs = [one.introduces for one in read(path)]
    assert [len(one) for one in signs] == [0, 0, 1, 0]
    assert signs[2][0].reason.code == "brought_into_conversation"
    assert read(path)[2].introduces == signs[2]


def test_a_crowd_is_a_meeting_and_not_an_introduction(tmp_path):
    crowd = ", ".join(f"p{n}@example.com" for n in range(4))
    assert not read_one(tmp_path, letter(BELA, f"{ME}, {crowd}", Subject="Introduction")).introduces
