"""Invented people with jobs, addresses and circles, and how a source writes one of them down."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from typing import Final

from acquaint.text import scripts
from acquaint.text.contact_points import email, phone, profile
from acquaint.text.entries import Known
from bench.contacts.cultures import Culture

_FIRM_HEADS: Final = """
Alder Beacon Cobalt Delta Ember Fjord Granite Harbor Indigo Juniper Krypton Lumen Meridian Nimbus Orchard
Pioneer Quartz River Summit Tundra Umbra Vertex Willow Xenon Yonder Zenith Atlas Borealis Citadel Drift
"""
FIRM_HEADS: Final = tuple(_FIRM_HEADS.split())
_FIRM_KINDS: Final = """
Analytics Systems Logistics Energy Health Foods Robotics Capital Media Labs Consulting Software Materials
Design Mobility Insurance Biotech Networks
"""
FIRM_KINDS: Final = tuple(_FIRM_KINDS.split())
FIRM_FORMS: Final = ("", "", " Inc.", " GmbH", " Ltd", " AG", " LLC", " S.A.", " B.V.", " AB")
_TITLES: Final = """
Software Engineer; Senior Software Engineer; Product Manager; Marketing Manager; Sales Director; Data
Analyst; HR Manager; Project Manager; Vice President Sales; Chief Executive Officer; Account Executive;
UX Designer; Research Scientist; Finance Manager; Operations Director; Business Developer; Legal Counsel;
Office Manager
"""
TITLES: Final = tuple(" ".join(title.split()) for title in _TITLES.split(";"))
_TOWNS: Final = """
Munich Hamburg Vienna Zurich London Manchester Dublin Paris Lyon Madrid Barcelona Lisbon Milan Rome
Athens Istanbul Warsaw Prague Stockholm Oslo Amsterdam Brussels Boston Chicago Seattle Toronto Singapore
Bangalore Seoul Lagos
"""
TOWNS: Final = tuple(_TOWNS.split())
FREE: Final = ("gmail.com", "yahoo.com", "outlook.com", "gmx.de", "icloud.com", "proton.me")


@dataclass(frozen=True, slots=True)
class Firm:
    """An employer: how it writes itself and where its mail arrives."""

    name: str
    domain: str
    town: str


@dataclass(slots=True)
class Soul:
    """A person as they are, whatever anybody wrote down."""

    number: int
    culture: Culture
    woman: bool
    given: str
    middle: str
    family: str
    second: str
    firm: Firm
    title: str
    town: str
    born: str
    own_mail: str
    work_mail: str
    mobile: str
    slug: str
    circle: frozenset[int]
    events: frozenset[int] = field(default_factory=frozenset)
    company: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an address book: the texts as a source gives them, and whose they are."""

    soul: int
    source: str
    name: str
    email: str = ""
    phone: str = ""
    profile: str = ""
    firm: str = ""
    title: str = ""
    town: str = ""
    born: str = ""
    circle: frozenset[int] = frozenset()
    events: frozenset[int] = frozenset()
    company: frozenset[int] = frozenset()
    trouble: str = "none"

    def known(self) -> Known:
        """The entry as Acquaint would hand it to the comparison."""
        return Known(
            (self.name,),
            tuple(filter(None, [email(self.email)])),
            tuple(filter(None, [phone(self.phone)])),
            tuple(filter(None, [profile(self.profile)])),
            tuple(filter(None, [self.firm])),
            tuple(filter(None, [self.title])),
            tuple(filter(None, [self.town])),
            self.born,
            self.circle,
            self.events,
            company=self.company,
        )


def plain(text: str) -> str:
    """Letters as an address would carry them."""
    return re.sub(r"[^a-z0-9]", "", scripts.latin(text))


class Town:
    """Draws people and firms from a seed."""

    def __init__(
        self, seed: int, cultures: dict[str, Culture], people: int, home: float | None = None
    ) -> None:
        """`people` sets how many firms there are and how big they grow.

        With `home`, the share of people who live where the owner of the book does, it is also told who took
        part in the same conversations.
        """
        self.rng = random.Random(seed)
        self.beside = random.Random(f"{seed} beside")  # draws of its own: without `home` nothing changes
        self.home = home
        self.cultures = list(cultures.values())
        self.people = people
        self.taken: set[str] = set()
        self.firms = [self._firm() for _ in range(max(12, people // 12))]

    def _firm(self) -> Firm:
        head, kind = self.rng.choice(FIRM_HEADS), self.rng.choice(FIRM_KINDS)
        name = f"{head} {kind}" if self.rng.random() < 0.8 else f"{head}{kind.lower()}"
        host = plain(name) + self.rng.choice((".com", ".com", ".de", ".io", ".co.uk", ".eu"))
        return Firm(name + self.rng.choice(FIRM_FORMS), host, self.rng.choice(TOWNS))

    def firm(self) -> Firm:
        """A firm; the first are the largest."""
        return self.firms[int(len(self.firms) * self.rng.random() ** 2.5)]

    def soul(self, number: int) -> Soul:
        """A new person."""
        rng = self.rng
        culture, woman = rng.choice(self.cultures), rng.random() < 0.5
        given, family = culture.given(rng, woman), culture.family(rng)
        firm = self.firm()
        soul = Soul(
            number, culture, woman,
            given.replace("_", " "),
            culture.given(rng, woman) if rng.random() < 0.25 and culture.style == "western" else "",
            family.replace("_", " "),
            culture.family(rng).replace("_", " ") if culture.style == "double" else "",
            firm, rng.choice(TITLES), firm.town if rng.random() < 0.7 else rng.choice(TOWNS),
            f"{rng.randint(1950, 2003)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            "", "", self.number(), "", self._circle(number),
        )  # fmt: skip
        self.address(soul)
        if self.home is not None:
            soul.town = TOWNS[0] if self.beside.random() < self.home else soul.town
            soul.company = self._company(soul)
        return soul

    def _company(self, soul: Soul) -> frozenset[int]:
        """Whose letters name them too: mostly colleagues, who are on the letters of the whole firm."""
        desk = 10**6 + 8 * self.firms.index(soul.firm)
        house = {desk + self.beside.randrange(8) for _ in range(self.beside.choice((0, 0, 1, 2)))}
        near = soul.number // 40 * 40
        return frozenset(
            house | {near + self.beside.randrange(40) for _ in range(self.beside.choice((0, 0, 1, 2)))}
        )

    def _circle(self, number: int) -> frozenset[int]:
        """Who knows them: people of the same neighbourhood, a few of whom know everybody."""
        near = [
            (number // 40 * 40 + int(40 * self.rng.random() ** 2))
            for _ in range(self.rng.choice((0, 0, 1, 2, 3)))
        ]
        return frozenset(near) - {number}

    def moved_on(self, soul: Soul, entry: Entry) -> Entry:
        """The same source some years apart: a second number, another town or title, each now and then."""
        return replace(
            entry,
            phone=entry.phone and (self.number() if self.rng.random() < 0.2 else entry.phone),
            town=entry.town and (self.rng.choice(TOWNS) if self.rng.random() < 0.15 else entry.town),
            title=entry.title and (self.rng.choice(TITLES) if self.rng.random() < 0.2 else entry.title),
            email=entry.email and (soul.own_mail if self.rng.random() < 0.2 else entry.email),
        )

    def number(self) -> str:
        """A mobile number of some country."""
        country = self.rng.choice((49151, 4477, 3361, 3465, 1617, 4673, 9198))
        return f"+{country}{self.rng.randint(1000000, 9999999)}"

    def address(self, soul: Soul) -> None:
        """Give a person mail addresses and a profile page of their own."""
        rng, one, last = self.rng, plain(soul.given), plain(soul.family)
        tail = str(rng.randint(1, 99)) if rng.random() < 0.4 else ""
        local = rng.choice(
            (f"{one}.{last}", f"{one}{last}", f"{one[:1]}{last}", f"{last}.{one}", f"{one}{soul.born[2:4]}")
        )
        soul.own_mail = self._free(f"{local}{tail}", rng.choice(FREE))
        soul.work_mail = self.work_address(soul, soul.firm)
        soul.slug = f"linkedin.com/in/{one}-{last}-{rng.randrange(16**6):06x}"

    def work_address(self, soul: Soul, firm: Firm) -> str:
        """Their address at a firm."""
        one, last = plain(soul.given), plain(soul.family)
        return self._free(self.rng.choice((f"{one}.{last}", f"{one[:1]}{last}", one)), firm.domain)

    def _free(self, local: str, host: str) -> str:
        """An address that nobody has yet: providers give none out twice."""
        number, address = 1, f"{local}@{host}"
        while address in self.taken:
            number += 1
            address = f"{local}{number}@{host}"
        self.taken.add(address)
        return address

    # ── Sources ──────────────────────────────────────────────────────────────────────────────────

    def entry(self, soul: Soul, source: str) -> Entry:
        """How a source writes a person down when nothing goes wrong."""
        full = self.full_name(soul)
        write = {
            "phonebook": self._phonebook, "linkedin": self._linkedin, "mail": self._mail, "card": self._card,
            "notes": self._notes,
        }  # fmt: skip
        return self._spoken(soul, write[source](soul, Entry(soul.number, source, full)))

    def _spoken(self, soul: Soul, entry: Entry) -> Entry:
        """Letters and talks tell who else was part of them."""
        if not soul.company or entry.source not in {"mail", "notes", "linkedin"}:
            return entry
        heard = frozenset(one for one in sorted(soul.company) if self.beside.random() < 0.6)
        return replace(entry, company=heard)

    def full_name(self, soul: Soul) -> str:
        """The name in full, in the order and script of the person's culture."""
        rng = self.rng
        parts = [soul.given, soul.middle if rng.random() < 0.4 else "", soul.family]
        if soul.second and rng.random() < 0.6:
            parts.append(soul.second)
        if soul.culture.style == "eastern" and rng.random() < 0.5:
            parts = [soul.family, soul.given]
        return " ".join(filter(None, parts))

    def _often(self, share: float, value: str) -> str:
        return value if self.rng.random() < share else ""

    def _phonebook(self, soul: Soul, entry: Entry) -> Entry:
        return replace(
            entry, phone=soul.mobile, email=self._often(0.5, soul.own_mail),
            born=self._often(0.15, soul.born), firm=self._often(0.2, soul.firm.name),
        )  # fmt: skip

    def _linkedin(self, soul: Soul, entry: Entry) -> Entry:
        return replace(
            entry, profile=soul.slug, firm=soul.firm.name, title=soul.title, town=self._often(0.6, soul.town),
            email=self._often(0.2, soul.own_mail), circle=self._some(soul.circle),
        )  # fmt: skip

    def _mail(self, soul: Soul, entry: Entry) -> Entry:
        address = soul.work_mail if self.rng.random() < 0.6 else soul.own_mail
        return replace(entry, email=address, circle=self._some(soul.circle))

    def _card(self, soul: Soul, entry: Entry) -> Entry:
        return replace(
            entry, email=self._often(0.8, soul.work_mail), phone=self._often(0.7, soul.mobile),
            firm=self._often(0.8, soul.firm.name), title=self._often(0.6, soul.title),
            town=self._often(0.4, soul.town), born=self._often(0.2, soul.born),
            profile=self._often(0.2, soul.slug),
        )  # fmt: skip

    def _notes(self, soul: Soul, entry: Entry) -> Entry:
        """What somebody typed after a talk: no address at all."""
        return replace(
            entry, firm=self._often(0.7, soul.firm.name), title=self._often(0.4, soul.title),
            town=self._often(0.4, soul.town), circle=soul.circle, events=soul.events,
            profile=self._often(0.1, soul.slug),
        )  # fmt: skip

    def _some(self, circle: frozenset[int]) -> frozenset[int]:
        return frozenset(one for one in sorted(circle) if self.rng.random() < 0.7)


SOURCES: Final = ("phonebook", "linkedin", "mail", "card", "notes")
