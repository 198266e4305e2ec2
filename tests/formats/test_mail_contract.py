from __future__ import annotations

from tests.formats.letters import ME, letter, mbox
from tests.formats.unlisted import UnlistedContract


class TestMailbox(UnlistedContract):
    kind = "mail"
    target = "acquaint.formats.mail:Mail"
    rows = 7

    def sample(self, folder):
        path = folder / "Inbox"
        path.write_text(
            mbox(
                letter("Bela Dahlsen <bela@example.com>", Delivered_To=ME),
                letter(ME, "Bela Dahlsen <bela@example.com>", Message_ID="<2@example.org>"),
                letter("nobody at all", Delivered_To=ME),
                letter("Cora <cora@example.com>", Date=None),
                letter("Dora <dora@example.com>", List_Id="<talk.example.com>"),
                letter("no-reply@example.com", Delivered_To=ME),
                letter("Elin <elin@example.com>", Delivered_To=ME, Message_ID="<7@example.org>"),
                envelope="From -",
            )
        )
        return path


class TestFolder(UnlistedContract):
    kind = "mail"
    target = "acquaint.formats.mail:Mail"
    rows = 5

    def sample(self, folder):
        root = folder / "Maildir"
        for place, name, text in (
            ("cur", "1.a:2,S", letter("Bela Dahlsen <bela@example.com>", Delivered_To=ME)),
            ("cur", "2.a:2,D", letter(ME, "Bela Dahlsen <bela@example.com>", Message_ID="<2@example.org>")),
            ("new", "3.a", letter("Cora <cora@example.com>", Delivered_To=ME)),
            ("new", "4.a", "Not a letter\n"),
            ("new", "6.a", letter("Dora <dora@example.com>", Delivered_To=ME, Message_ID="<6@example.org>")),
            ("tmp", "5.a", letter("Half <half@example.com>")),
        ):
            path = root / place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return root
