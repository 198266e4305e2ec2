"""Mail, calendars and chats inherit the contract of every importer; everybody is invented."""

from __future__ import annotations

import pytest

from acquaint.actions import imports
from tests.actions.imports.contract import ImportContract
from tests.formats.letters import ME, letter, mbox
from tests.formats.meetings import BELA, calendar, event

OTHERS = "ATTENDEE;CN=Cora Eberwick;PARTSTAT=ACCEPTED:mailto:cora@example.com"


def wrote(number, name="Bela Dahlsen", **heads):
    """A letter from somebody, a day later each."""
    local = name.split()[0].lower()
    told = {
        "Date": f"Mon, {number:02} Feb 2026 10:00:00 +0000",
        "Message_ID": f"<{number}.{local}@example.org>",
        "Delivered_To": ME,
        "Subject": f"Letter {number}",
    }
    return letter(f"{name} <{local}@example.com>", **{**told, **heads})


class TestMail(ImportContract):
    kind = "mail"
    updates = 0

    def sample(self, folder):
        letters = [wrote(day) for day in range(2, 12)]
        answers = [wrote(day, From=ME, To="Dora Finch <dora@example.net>") for day in range(12, 16)]
        beside = wrote(17, "Cora Eberwick", Cc="Emil Gray <emil@example.net>", Subject="Introducing Emil")
        broken = wrote(18, From="nobody at all", Message_ID="<none@example.org>")
        automatic = wrote(19, List_Id="<list.example.org>")
        return self._box(folder / "box.mbox", *letters, *answers, beside, broken, automatic)

    def later(self, folder):
        letters = [wrote(day) for day in range(2, 12)]
        return self._box(folder / "later.mbox", *letters, wrote(26), wrote(27, "Flora Hart"))

    def _box(self, path, *letters):
        path.write_text(mbox(*letters), encoding="utf-8")
        return path


class TestCalendar(ImportContract):
    kind = "ics"
    updates = 2

    @pytest.fixture(autouse=True)
    def known(self, scope, other, tmp_path):
        path = tmp_path / "bela.mbox"
        path.write_text(mbox(wrote(1), wrote(2)), encoding="utf-8")
        for one in (scope, other):
            imports.apply(one, paths=[path])

    def sample(self, folder):
        return self._file(folder / "sample.ics", 0)

    def later(self, folder):
        return self._file(folder / "later.ics", 1)

    def _file(self, path, moved):
        were = [
            event(BELA, OTHERS, uid=f"was{day}", start=f"DTSTART:202602{day:02}T100000Z")
            for day in range(2, 12)
        ]
        day, state = (16 + moved, "CANCELLED" if moved else "CONFIRMED")
        parts = [
            *were,
            event(BELA, f"SEQUENCE:{moved}", uid="moved", start=f"DTSTART:202602{day}T100000Z"),
            event(BELA, f"SEQUENCE:{moved}", f"STATUS:{state}", uid="off", start="DTSTART:20260213T100000Z"),
            event(BELA, uid="next", start="DTSTART:20260601T100000Z"),
            event(BELA, "RRULE:FREQ=WEEKLY;COUNT=3", uid="weekly", start="DTSTART:20260105T090000Z"),
            event(OTHERS, uid="strange", start="DTSTART:20260112T090000Z"),
            event(BELA, uid="broken", start="DTSTART:notaday"),
            "BEGIN:VTODO\nUID:todo\nSUMMARY:Buy milk\nEND:VTODO",
        ]
        path.write_text(calendar(*parts, name=ME), encoding="utf-8")
        return path


class TestChats(ImportContract):
    kind = "whatsapp"
    updates = 0

    def sample(self, folder):
        return self._chats(folder / "chats", 20)

    def later(self, folder):
        return self._chats(folder / "later", 24)

    def _chats(self, folder, last):
        folder.mkdir(exist_ok=True)
        bela = [
            f"[{day:02}/02/2026, 14:37:05] {name}: words {day}" for day in range(2, last) for name in _BOTH
        ]
        (folder / "WhatsApp Chat with Bela Dahlsen.txt").write_text("\n".join(["what is this?", *bela]))
        group = [
            f"[13/02/2026, 1{n}:37:05] {name}: hi"
            for n, name in enumerate((*_BOTH, "Cora Eberwick", "+49 170 1234567"))
        ]
        (folder / "WhatsApp Chat with The Four.txt").write_text("\n".join(group))
        return folder


_BOTH = ("Bela Dahlsen", "Nomen Nescio")
