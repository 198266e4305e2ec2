"""A second set held apart: names and troubles written after the first was seen, and looked at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bench.contacts.cultures import Culture
from bench.contacts.people import FREE, Entry, Soul, Town, plain
from bench.contacts.troubles import Change, Lookalike, less, new_job


def _of(*lists: str, style: str = "western") -> Culture:
    women, men, families, stems, ends = (tuple(text.split()) for text in lists)
    return Culture(women, men, families, stems, ends, style)


CULTURES: Final = {
    "czech": _of(
        "Jana Tereza Kateřina Lucie Alžběta Markéta Veronika Zuzana",
        "Jiří Jan Tomáš František Václav Zdeněk Ondřej Jaroslav",
        "Novák Svoboda Dvořák Černý Procházka Kučera Veselý",
        "Ben Dol Hav Jir Kop Mal Pol Rad Sed Vla",
        "áček ánek čík ecký elka ický ínek ota oušek ský",
    ),
    "romanian": _of(
        "Elena Ioana Andreea Cristina Gabriela Mihaela Ruxandra",
        "Gheorghe Ion Alexandru Mihai Ștefan Nicolae Constantin Vasile",
        "Popescu Ionescu Popa Dumitru Stan Stoica Gheorghiu",
        "Bal Cod Dob Flor Lup Mun Negr Rus Tud Ung",
        "ănescu anu aru escu iceanu oiu ulea ureanu",
    ),
    "finnish": _of(
        "Katariina Johanna Päivi Hanna Tuula Kaarina Aino",
        "Juhani Mikko Antti Heikki Jukka Pekka Väinö Aleksi",
        "Korhonen Virtanen Mäkinen Nieminen Hämäläinen Koskinen",
        "Aho Harju Järvi Kallio Koski Lehto Niemi Salo Vuori",
        "järvi kangas la maa nen niemi saari",
    ),
    "irish": _of(
        "Siobhán Caoimhe Aoife Niamh Margaret Bridget Deirdre",
        "Pádraig Seán Séamus Eoghan Patrick Michael Tadhg Cormac",
        "Murphy O'Brien Kelly O'Sullivan Byrne Ryan MacCarthy",
        "Bren Cal Don Fin Gal Kin Lon Mul Rior Tier",
        "agh an dan ey lan nan nigan rane sella",
    ),
    "ukrainian": _of(
        "Олена Наталія Оксана Катерина Ірина Юлія Тетяна",
        "Олександр Сергій Дмитро Володимир Андрій Микола Юрій Євген",
        "Шевченко Коваленко Бондаренко Ткаченко Мельник Кравченко",
        "Бойч Гнат Заха Клим Лит Мар Пав Сем Тим Яр",
        "ак енко ець ик инський юк ченко",
    ),
    "japanese": _of(
        "Yuko Keiko Haruka Sakura Aiko Tomoko Mai",
        "Hiroshi Takashi Kenichi Daisuke Satoshi Yuta Shota",
        "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto",
        "Fuji Haya Ishi Kawa Matsu Mori Naka Oka Shima Yama",
        "da gawa hara kawa moto mura no saki shita ta",
        style="eastern",
    ),
}


def maiden(town: Town, soul: Soul, entry: Entry) -> Entry:
    """A former name in brackets."""
    family = soul.culture.family(town.rng).replace("_", " ")
    return replace(entry, name=f"{soul.given} {family} ({soul.family})", trouble="maiden")


def quoted(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """What friends say, in quotes."""
    return replace(entry, name=f'{soul.given} "{soul.given[:3]}i" {soul.family}', trouble="quoted")


def reversed_bare(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The family name first, without a comma, in capitals."""
    return replace(entry, name=f"{soul.family.upper()} {soul.given}", trouble="reversed")


def vowel_lost(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """Thumbs that leave a vowel out of the family name."""
    at = next((i for i, sign in enumerate(soul.family) if i > 1 and sign in "aeiouyаеиоуі"), 0)
    family = soul.family[:at] + soul.family[at + 1 :] if at else soul.family
    return replace(entry, name=f"{soul.given} {family}", trouble="vowel lost")


def with_firm(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The firm inside the name, as people save numbers."""
    return replace(entry, name=f"{soul.given} {soul.firm.name.split()[0]}", firm="", trouble="with firm")


def other_provider(town: Town, soul: Soul, entry: Entry) -> Entry:
    """Moved from one mail provider to another with the same local part."""
    if not entry.email:
        return entry
    local = soul.own_mail.partition("@")[0]
    return replace(entry, email=f"{local}@{town.rng.choice(FREE)}", trouble="other provider")


def day_and_month(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """A birthday read in the wrong order."""
    if not entry.born:
        return entry
    year, month, day = entry.born.split("-")
    return replace(entry, born=f"{year}-{day}-{month}", trouble="day and month")


def new_page(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """A profile page under a new address."""
    return replace(entry, profile=entry.profile and entry.profile + "-new", trouble="new page")


def initials_only(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """Family name and an initial behind it."""
    return replace(entry, name=f"{soul.family} {soul.given[0]}.", trouble="initial behind")


def by_address(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The mail program shows the address itself as the name."""
    return replace(entry, name=f"{plain(soul.given)} {plain(soul.family)}", trouble="by address")


CHANGES: Final[tuple[Change, ...]] = (
    maiden, quoted, reversed_bare, vowel_lost, with_firm, other_provider, day_and_month, new_page,
    initials_only, by_address, less, new_job,
)  # fmt: skip


def cousin(town: Town, soul: Soul, other: Soul) -> None:
    """One family, one town, the same friends."""
    other.culture, other.family, other.second = soul.culture, soul.family, soul.second
    other.given = soul.culture.given(town.rng, other.woman)
    while other.given == soul.given:
        other.given = soul.culture.given(town.rng, town.rng.random() < 0.5)
    other.town, other.circle = soul.town, soul.circle
    town.address(other)


def friends_namesakes(town: Town, soul: Soul, other: Soul) -> None:
    """Two of one name, known through one friend."""
    other.culture, other.woman, other.given, other.family = soul.culture, soul.woman, soul.given, soul.family
    other.second, other.circle = soul.second, soul.circle
    town.address(other)


def founders(_town: Town, soul: Soul, other: Soul) -> None:
    """Two at a desk: one number, one mailbox, one title."""
    other.firm, other.title, other.town, other.circle = (
        soul.firm,
        "Chief Executive Officer",
        soul.town,
        soul.circle,
    )
    soul.title, other.mobile = other.title, soul.mobile
    soul.work_mail = other.work_mail = f"hello@{soul.firm.domain}"


def couple(town: Town, soul: Soul, other: Soul) -> None:
    """A couple with the same initials and one mailbox."""
    other.culture, other.family, other.second = soul.culture, soul.family, soul.second
    same = [
        name
        for name in (*soul.culture.women, *soul.culture.men)
        if name[0] == soul.given[0] and name != soul.given
    ]
    other.given = town.rng.choice(same) if same else soul.culture.given(town.rng, not soul.woman)
    town.address(other)
    other.own_mail, other.town = soul.own_mail, soul.town


LOOKALIKES: Final[tuple[Lookalike, ...]] = (cousin, friends_namesakes, friends_namesakes, founders, couple)
