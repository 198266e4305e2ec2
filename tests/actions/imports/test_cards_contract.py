from __future__ import annotations

from tests.actions.imports.contract import ImportContract
from tests.formats import making


def card(uid, name, *lines):
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"UID:{uid}", f"FN:{name}", *lines, "END:VCARD", ""])


PEOPLE = [
    "Ada Moss",
    "Ben Varga",
    "Cleo Anker",
    "Dora Falk",
    "Elin Tove",
    "Finn Ode",
    "Gita Rao",
    "Hal Quist",
]


class TestCards(ImportContract):
    kind = "vcard"
    updates = 3

    def sample(self, folder):
        return self._book(folder / "book.zip")

    def later(self, folder):
        return self._book(folder / "later.zip", phone="+49 30 99", group="friends", note="likes tea now")

    def _book(self, path, phone="+49 30 11", group="work", note="likes tea"):
        rich = card(
            "rich", "Zoe Young", "N:Young;Zoe;;;", "EMAIL;TYPE=work:zoe@example.com", f"TEL:{phone}",
            "ORG:Amber Labs;Glass", "TITLE:Maker", "BDAY:--05-02", "NICKNAME:Zo", f"CATEGORIES:{group}",
            "item1.X-ABRELATEDNAMES:Yan Young", "item1.X-ABLABEL:brother", "URL:https://zoe.example.com/me",
        )  # fmt: skip
        plain = [card(f"p{n}", name, f"EMAIL:p{n}@example.com") for n, name in enumerate(PEOPLE)]
        noted = card("noted", "Xenia Wolf", f"NOTE:{note}", f"CATEGORIES:{group}")
        firm = card("firm", "Amber Labs", "KIND:org", "TEL:+4930777", "NOTE:glass").replace("3.0", "4.0")
        moved = card("moved", "Uma Vale", "ORG:Birch" if phone.endswith("11") else "ORG:Cedar")
        broken = card("x", "", "TEL:1")
        files = {"all.vcf": rich + "".join(plain) + noted + firm + moved, "broken.vcf": broken + "stray\r\n"}
        return making.make_zip(path, files)
