from __future__ import annotations

from tests.formats import making
from tests.formats.contract import ImporterContract


class TestLinkedIn(ImporterContract):
    kind = "linkedin"
    rows = 13

    def sample(self, folder):
        good = making.connections(
            making.person("Bela", "Dahlsen", "bela-dahlsen"),
            making.person("", "", ""),
            making.person("", "", "nameless-one"),
            making.person("Cora", "Eberwick", "cora-eberwick", on="99 Foo 20xx"),
            ["Dora", "Short"],
        )
        return making.make_zip(
            folder / "archive.zip",
            {
                "Connections.csv": good + '"Elin,Open,,,,,\nFilo,Falkbeck,,,,,01 Jan 2024\n',
                "messages.csv": making.table(
                    making.MESSAGES["2025"],
                    making.message(("Bela Dahlsen", "bela-dahlsen"), making.ME, "Hello"),
                    making.message(making.ME, ("Bela Dahlsen", "bela-dahlsen"), "Later", draft="Yes"),
                ),
                "Invitations.csv": making.MY_INVITATION,
                "Profile.csv": making.MY_PROFILE,
                "Skills.csv": "Name\nStatistics\n",
                "Positions.csv": making.table(
                    making.POSITIONS, ["Amber Labs", "Analyst", "", "", "2019", ""]
                ),
                "guide_messages.csv": making.MESSAGES["2023"],
                "Odd.csv": "a,b\n1,2\n",
            },
        )
