from __future__ import annotations

import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.formats import reasons
from acquaint.formats.archives import open_source
from acquaint.formats.records import Ignored, MessageRecord, Reject, Self, Skipped, Warned
from acquaint.formats.whatsapp import WhatsApp
from acquaint.formats.whatsapp.heads import head
from tests.formats.unlisted import UnlistedContract

FILE = "WhatsApp Chat with Bela Dahlsen.txt"


class TestWhatsApp(UnlistedContract):
    kind = "whatsapp"
    target = "acquaint.formats.whatsapp:WhatsApp"
    rows = 6

    def sample(self, folder):
        path = folder / FILE
        path.write_text(
            "A line before\n"
            "29/01/2026, 14:37 - Messages and calls are end-to-end encrypted.\n"
            "29/01/2026, 14:38 - Bela Dahlsen: Hello\nand more\n"
            "30/01/2026, 14:39 - Nomen: Hello back\n"
            "31/02/2026, 14:40 - Bela Dahlsen: no such day\n"
            "01/03/2026, 14:41 - Nomen: See you\n"
        )
        return path


def read(folder, text: str | bytes, name: str = FILE, known: Self | None = None, **more) -> list:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with open_source(path) as source:
        return list(WhatsApp().read(source, known, **more))


def told(said) -> list[tuple[str, str, str]]:
    """Instant, direction and people of each contact."""
    return [
        (f"{one.at:%Y-%m-%d %H:%M:%S}", one.direction, ", ".join(p.name or p.phone for p in one.people))
        for one in said
        if isinstance(one, MessageRecord)
    ]


TWO = [("2026-01-29 14:37:00", "in", "Bela Dahlsen"), ("2026-01-30 09:05:00", "out", "Bela Dahlsen")]
DIALECTS = {
    "Android, day first": "29/01/2026, 14:37 - {b}\n30/01/2026, 09:05 - {n}\n",
    "Android, American": "1/29/26, 2:37\u202fPM - {b}\n1/30/26, 9:05\u202fAM - {n}\n",
    "Android, German": "29.01.26, 14:37 - {b}\n30.01.26, 09:05 - {n}\n",
    "Android, Dutch": "29-01-2026 14:37 - {b}\n30-01-2026 09:05 - {n}\n",
    "Android, ISO": "2026-01-29 14:37 - {b}\n2026-01-30 09:05 - {n}\n",
    "Android, ISO with a comma": "2026-01-29, 14:37 - {b}\n2026-01-30, 09:05 - {n}\n",
    "Android, Spanish": "29/1/26 2:37 p.\u00a0m. - {b}\n30/1/26 9:05 a.\u00a0m. - {n}\n",
    "Android, Italian": "29/01/26, 14:37 - {b}\n30/01/26, 09:05 - {n}\n",
    "iPhone, British": "[29/01/2026, 14:37:00] {b}\n[30/01/2026, 09:05:00] {n}\n",
    "iPhone, American": "[1/29/26, 2:37:00\u202fPM] {b}\n\u200e[1/30/26, 9:05:00\u202fAM] {n}\n",
    "iPhone, German": "[29.01.26, 14:37:00] {b}\n[30.01.26, 09:05:00] {n}\n",
    "iPhone, Finnish": "[29.1.2026 klo 14.37.00] {b}\n[30.1.2026 klo 9.05.00] {n}\n",
    "iPhone, ISO": "[2026-01-29 14:37:00] {b}\n[2026-01-30 09:05:00] {n}\n",
    "Korean": "2026년 1월 29일 오후 2:37, {b}\n2026년 1월 30일 오전 9:05, {n}\n",
    "Japanese": "2026/01/29 14:37 - {b}\n2026/01/30 9:05 - {n}\n",
    "Chinese": "[2026/1/29 下午2:37:00] {b}\n[2026/1/30 上午9:05:00] {n}\n",
    "Arabic digits": "٢٩/٠١/٢٠٢٦، ١٤:٣٧ - {b}\n٣٠/٠١/٢٠٢٦، ٠٩:٠٥ - {n}\n",
    "Vietnamese": "[14:37:00, 29/1/26] {b}\n\u200e[09:05:00, 30/1/26] {n}\n",
    "Vietnamese, halves of a day": "29/1/26, 2:37 CH - {b}\n30/1/26, 9:05 SA - {n}\n",
    "Buddhist era": "[1/29/2569 BE, 14:37:00] {b}\n\u200e[1/30/2569 BE, 09:05:00] {n}\n",
    "Thai": "29/1/2569 14:37 - {b}\n30/1/2569 09:05 - {n}\n",
    "Thai, short": "29/1/69 14:37 - {b}\n30/1/69 09:05 - {n}\n",
    "Japanese era": "[1/29/R8, 14:37:00] {b}\n[1/30/R8, 09:05:00] {n}\n",
    "Japanese era, year first": "[令和8/1/29 14:37:00] {b}\n[令和8/1/30 9:05:00] {n}\n",
    "Bulgarian": "29.01.26 г., 14:37 ч. - {b}\n30.01.26 г., 9:05 ч. - {n}\n",
    "French of Canada": "2026-01-29 14 h 37 - {b}\n2026-01-30 09 h 05 - {n}\n",
    "Taiwanese": "2026/1/29 下午2:37 - {b}\n2026/1/30 早上9:05 - {n}\n",
    "Turkish": "29.01.2026 ÖS 2:37 - {b}\n30.01.2026 ÖÖ 9:05 - {n}\n",
    "Persian": "۲۹/۱/۲۶، ۲:۳۷ ب.ظ. - {b}\n۳۰/۱/۲۶، ۹:۰۵ ق.ظ. - {n}\n",
    "Hindi": "२९/१/२६, २:३७ अपराह्न - {b}\n३०/१/२६, ९:०५ पूर्वाह्न - {n}\n",
    "full stops, month first": "[01.29.26 14:37:00] {b}\n[01.30.26 9:05:00] {n}\n",
    "Hungarian": "2026. 01. 29. 14:37 - {b}\n2026. 01. 30. 9:05 - {n}\n",
}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_dialect_says_the_same(tmp_path, dialect, end):
    colon = " : " if dialect == "Korean" else ": "
    text = DIALECTS[dialect].format(b=f"Bela Dahlsen{colon}Hello", n=f"Nomen{colon}Hi")
    assert told(read(tmp_path, text.replace("\n", end))) == TWO


# ── Day and month ────────────────────────────────────────────────────────────────────────────────


def test_one_day_past_the_twelfth_tells_all_others(tmp_path):
    text = "02/03/2026, 10:00 - Bela Dahlsen: a\n03/03/2026, 10:00 - Nomen: b\n13/03/2026, 10:00 - Nomen: c\n"
    assert [day[:10] for day, *_ in told(read(tmp_path, text))] == ["2026-03-02", "2026-03-03", "2026-03-13"]


def test_chats_are_written_forwards(tmp_path):
    text = "11/01/2026, 10:00 - Bela Dahlsen: a\n12/01/2026, 10:00 - Nomen: b\n01/02/2026, 10:00 - Nomen: c\n"
    assert [day[:10] for day, *_ in told(read(tmp_path, text))] == ["2026-01-11", "2026-01-12", "2026-02-01"]


UNCLEAR = "02/03/2026, 10:00 - Bela Dahlsen: a\n03/03/2026, 10:00 - Nomen: b\n"


def test_if_both_orders_fit_that_is_said_with_the_way_out(tmp_path):
    warned, *said = read(tmp_path, UNCLEAR)
    assert isinstance(warned, Warned)
    assert {one.reason.code for one in (warned, *said)} == {"day_month_unclear"}
    assert "say which" in reasons.word(warned.reason)


@pytest.mark.parametrize(("order", "day"), [("day first", "2026-03-02"), ("month first", "2026-02-03")])
def test_who_says_the_order_is_believed(tmp_path, order, day):
    assert told(read(tmp_path, UNCLEAR, order=order))[0][0].startswith(day)


def test_what_a_chat_shows_itself_counts_more_than_what_was_said(tmp_path):
    text = DIALECTS["Android, day first"].format(b="Bela Dahlsen: a", n="Nomen: b")
    assert told(read(tmp_path, text, order="month first")) == TWO


def test_another_chat_of_the_same_phone_tells_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1/WhatsApp Chat with Bela Dahlsen.txt", UNCLEAR)
        archive.writestr(
            "2/WhatsApp Chat with Cora.txt", "13/03/2026, 10:00 - Cora: a\n14/03/2026, 10:00 - Nomen: b\n"
        )
    with open_source(tmp_path / "a.zip") as source:
        said = told(WhatsApp().read(source))
    assert said[0] == ("2026-03-02 10:00:00", "in", "Bela Dahlsen")
    assert said[3] == ("2026-03-14 10:00:00", "out", "Cora")


def test_where_day_and_month_are_equal_nothing_is_unclear(tmp_path):
    assert told(read(tmp_path, "03/03/2026, 10:00 - Bela Dahlsen: a\n03/03/2026, 11:00 - Nomen: b\n"))


def test_times_are_those_of_the_owners_zone(tmp_path):
    text = DIALECTS["Android, day first"].format(b="Bela Dahlsen: a", n="Nomen: b")
    assert told(read(tmp_path, text, known=Self(zone="Asia/Seoul")))[0][0] == "2026-01-29 05:37:00"


# ── Whose chat ───────────────────────────────────────────────────────────────────────────────────

CHAT = DIALECTS["Android, day first"].format(b="Bela Dahlsen: Hello", n="Nomen: Hi")


@pytest.mark.parametrize(
    "name",
    [
        FILE,
        "WhatsApp-Chat mit Bela Dahlsen.txt",
        "Discussion WhatsApp avec Bela Dahlsen.txt",
        "Chat WhatsApp con Bela Dahlsen.txt",
    ],
)
def test_the_file_is_called_after_the_other(tmp_path, name):
    assert told(read(tmp_path, CHAT, name)) == TWO


def test_an_iphone_names_the_zip_and_not_the_file(tmp_path):
    path = tmp_path / "WhatsApp Chat - Bela Dahlsen.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_chat.txt",
            DIALECTS["iPhone, British"].format(b="Bela Dahlsen: \u200eimage omitted", n="Nomen: Hi"),
        )
        archive.writestr("00000001-PHOTO.jpg", b"\xff\xd8")
    with open_source(path) as source:
        said = list(WhatsApp().read(source))
    assert told(said) == TWO
    assert [one.reason.code for one in said if isinstance(one, Skipped)] == ["unknown_file"]


def test_my_name_tells_which_of_them_i_am(tmp_path):
    assert told(read(tmp_path, CHAT, "chat.txt", Self(name="nomen"))) == TWO


def test_if_nobody_can_tell_that_is_said_with_the_names(tmp_path):
    warned, *said = read(tmp_path, CHAT, "chat.txt")
    assert isinstance(warned, Warned)
    assert "Bela Dahlsen" in reasons.word(warned.reason)
    assert [type(one) for one in said] == [Ignored, Ignored]


def test_a_number_is_a_way_to_reach_somebody(tmp_path):
    text = DIALECTS["Android, day first"].format(b="+49 1512 3456789: a", n="Nomen: b")
    said = read(tmp_path, text, "chat.txt", Self(name="Nomen"))
    assert (said[0].people[0].name, said[0].people[0].key) == ("", "+4915123456789")


def test_a_small_group_is_a_contact_with_each_and_a_crowd_with_nobody(tmp_path):
    def group(count: int) -> list:
        lines = [f"13/01/2026, 10:{n:02} - Person {n}: hi\n" for n in range(count)]
        return read(
            tmp_path, "".join(lines) + "14/01/2026, 10:00 - Nomen: all\n", "Group.txt", Self(name="Nomen")
        )

    assert len(group(8)[-1].people) == 8
    assert group(9)[-1].reason.code == "large_group"


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def test_words_are_read_only_if_asked_for(tmp_path):
    text = "29/01/2026, 14:37 - Bela Dahlsen: One\ntwo\n\n30/01/2026, 9:00 - Nomen: x\n"
    assert [one.body for one in read(tmp_path, text)] == ["", ""]
    assert [one.body for one in read(tmp_path, text, bodies=True)] == ["One\ntwo", "x"]


@pytest.mark.parametrize(
    "line",
    [
        "29/01/2026, 14:37 - Messages and calls are end-to-end encrypted. Tap to learn more.",
        "29/01/2026, 14:37 - Bela Dahlsen changed the subject to: Lunch",
        "29/01/2026, 14:37 - Bela Dahlsen changed the group name from “a: b” to “c”",
        "29/01/2026, 14:37 - You were added",
    ],
)
def test_notices_are_no_messages(tmp_path, line):
    said = read(tmp_path, f"{line}\n{CHAT}")
    assert said[0].reason.code == "chat_notice"
    assert told(said) == TWO


def test_an_iphone_has_the_other_say_the_notice(tmp_path):
    text = "[29/01/2026, 14:36:00] Bela Dahlsen: \u200eMessages are end-to-end encrypted.\n"
    said = read(tmp_path, text + DIALECTS["iPhone, British"].format(b="Bela Dahlsen: a", n="Nomen: b"))
    assert [type(one) for one in said] == [Ignored, MessageRecord, MessageRecord]


def test_an_iphones_first_notice_is_known_in_any_language(tmp_path):
    notice = "\u200eข้อความและการโทรได้รับการเข้ารหัสแบบต้นทางถึงปลายทาง ไม่มีใครนอกแชทนี้อ่านหรือฟังได้"
    text = f"[29/01/2026, 14:36:00] Bela Dahlsen: {notice}\n"
    said = read(tmp_path, text + DIALECTS["iPhone, British"].format(b="Bela Dahlsen: a", n="Nomen: b"))
    assert [type(one) for one in said] == [Ignored, MessageRecord, MessageRecord]
    picture = text.replace(notice, "\u200eไม่มีรูปภาพ")
    said = read(tmp_path, picture + DIALECTS["iPhone, British"].format(b="Bela Dahlsen: a", n="Nomen: b"))
    assert [type(one) for one in said] == [MessageRecord] * 3


def test_a_message_quoted_from_elsewhere_begins_none(tmp_path):
    said = read(
        tmp_path,
        "29/01/2026, 14:37 - Bela Dahlsen: see\n[28/01/2026, 10:00:00] C: a\n30/01/2026, 9:05 - Nomen: b\n",
    )
    assert told(said) == TWO


def test_with_or_without_media_it_is_the_same_message(tmp_path):
    one, other = (
        read(tmp_path, f"29/01/2026, 14:37 - Bela Dahlsen: {words}\n30/01/2026, 9:05 - Nomen: ok\n")[0].key
        for words in ("<Media omitted>", "IMG-20260129-WA0001.jpg (file attached)")
    )
    assert one == other


def test_the_same_words_twice_in_a_minute_are_two_messages(tmp_path):
    said = read(tmp_path, CHAT + "30/01/2026, 09:05 - Nomen: Hi\n")
    assert len({one.key for one in said}) == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    said = read(
        tmp_path, CHAT.replace("Bela", "Béla").encode(encoding), "WhatsApp Chat with Béla Dahlsen.txt"
    )
    assert told(said)[0][2] == "Béla Dahlsen"


@pytest.mark.parametrize("begins", ["1/1/26", "[", "[1:11", "1/1/26,", "1/1/26 1:11"])
def test_a_line_of_nothing_but_gaps_is_looked_at_once(begins):
    """Gaps of any length beside each other took minutes for a line of this length."""
    assert head(f"{begins}{' ' * 100_000}-") is None


def test_nothing_of_what_was_said_stands_in_a_reject(tmp_path):
    rejects = [
        one for one in read(tmp_path, CHAT + "31/02/2026, 1:00 - Nomen: secret\n") if isinstance(one, Reject)
    ]
    assert len(rejects) == 1
    assert "secret" not in rejects[0].raw


PIECES = st.sampled_from(
    [
        *(
            "29/01/2026, 14:37 - ",
            "[1/29/26, 2:37:05\u202fPM] ",
            "2026년 1월 29일 오후 2:37, ",
            "99/99/9999, 99:99 - ",
            "0/0/0 0:00 - ",
        ),
        *(
            "Bela: ",
            "Nomen: ",
            ": ",
            "~\u202fCora: ",
            "+49 1512 3456789: ",
            "\n",
            "\r\n",
            "\0",
            "\u200e",
            "text",
            "[",
            "]",
            "end-to-end",
            "é",
        ),
    ]
)


@given(st.lists(PIECES, max_size=50).map("".join), st.sampled_from(["", CHAT]))
def test_no_text_breaks_a_chat(tmp_path_factory, text, before):
    said = read(tmp_path_factory.getbasetemp(), before + text, bodies=True)
    assert all(reasons.word(one.reason) for one in said if hasattr(one, "reason"))
    lines = [one.origin.line for one in said if not isinstance(one, (Skipped, Warned))]
    assert len(lines) == len(set(lines))


@given(st.binary(max_size=1000))
def test_no_bytes_break_a_chat(tmp_path_factory, data):
    read(tmp_path_factory.getbasetemp(), CHAT.encode() + data)


def test_generated_chats_are_read_whole(corpora):
    for path in sorted((corpora / "whatsapp").rglob("*.txt")):
        with open_source(path) as source:
            said = list(WhatsApp().read(source, Self(name="Mary" if "2000" in path.name else "Maria")))
        assert len(told(said)) > 100
        assert {type(one) for one in said} <= {MessageRecord, Ignored}
        assert min(one.at for one in said if isinstance(one, MessageRecord)) > datetime(
            2019, 1, 1, tzinfo=UTC
        )
