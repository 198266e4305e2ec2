"""A third set held apart, written before towns and conversations were weighed and looked at once, last."""

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
    "icelandic": _of(
        "Guðrún Sigríður Ragnheiður Þórunn Steinunn Hólmfríður Ásdís",
        "Þorsteinn Guðmundur Sigurður Magnús Ólafur Kristján Ævar",
        "Jónsdóttir Jónsson Guðmundsson Sigurðardóttir",
        "Björn Einar Grím Helga Hjálmar Rafn Stefáns Úlfars Þór Ægis",
        "dóttir son",
    ),
    "danish": _of(
        "Kirsten Mette Anne-Marie Bodil Birgitte Søs Rikke",
        "Jørgen Søren Niels-Christian Mogens Flemming Bjarne Åge",
        "Jensen Nielsen Hansen Sørensen Østergaard Kjær",
        "Birk Elle Fal Grøn Høj Lind Møl Nør Skov Øst",
        "bjerg bæk borg gaard holm høj lund sen strup",
    ),
    "bulgarian": _of(
        "Мария Иванка Елена Десислава Цветелина Йорданка Радостина",
        "Георги Иван Димитър Стоян Християн Любомир Цветан",
        "Иванов Георгиев Димитров Петров Николов",
        "Бож Влад Гроз Жел Кол Мин Рад Сто Тод Щер",
        "анов ев еков инов ков ински чев",
    ),
    "catalan": _of(
        "Montserrat Núria Mercè Assumpta Meritxell Remei",
        "Jordi Josep_Maria Ferran Lluís Oriol Xavier Bernat",
        "Puig Vila Soler Roca Serra Ferrer",
        "Bal Cas Fon Gar Mon Pla Riu Sala Tor Val",
        "bona dell es guer issó lló ol rovira tells tosa",
        style="double",
    ),
    "tamil": _of(
        "Lakshmi Kavitha Meenakshi Revathi Sudha Vasanthi",
        "Karthik Murugan Senthil Arunachalam Balaji Prabhakaran",
        "Subramanian Krishnan Raman Sundaram",
        "Ana Chinna Desi Gana Kuma Maha Pala Rama Siva Vella",
        "chalam kanth krishnan moorthy nathan pandian rajan samy swamy vel",
    ),
    "thai": _of(
        "Somjai Pornthip Kanokwan Sirilak Wilaiwan Nattaya",
        "Somchai Prasert Chaiwat Anuchit Thanakorn Wichai",
        "Srisai Saetang Wongsawat",
        "Bun Char Kiat Phan Rat Sri Tham Wong Yod",
        "anan chai dee korn kul mongkol pong rat sakun siri",
    ),
    "mexican": _of(
        "Guadalupe María_Elena Xóchitl Yolanda Lourdes Itzel",
        "José_Luis Juan_Carlos Cuauhtémoc Ignacio Ramiro Refugio",
        "Hernández García Martínez López Ramírez",
        "Agui Baca Cor Esqui Gall Mon Quin Rey Vill Zam",
        "ana avera eda egos ella era eros illa oba rano",
        style="double",
    ),
}
_BY_EAR: Final = (
    "а=a б=b в=v г=g д=d е=e ж=j з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=tz ч=ch ш=sh"
    " щ=sht ъ=a ь=y ю=iu я=ia þ=th ð=d æ=ae ø=o å=aa ö=o á=a é=e í=i ó=o ú=u ý=y"
)
BY_EAR: Final = dict(pair.split("=") for pair in _BY_EAR.split())
STREETS: Final = ("Lindenweg", "Mill Road", "Rue Haute", "Calle Nueva", "Storgata", "Havnegade")


def by_ear(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """Letters of their own written as a clerk abroad hears them."""
    text = f"{soul.given} {soul.family}".lower()
    said = "".join(BY_EAR.get(sign, sign) for sign in text).title()
    return replace(entry, name=said, trouble="by ear") if said.lower() != text else entry


def initial_in_front(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The family name as a letter in front of the given one."""
    return replace(entry, name=f"{soul.family[0]}. {soul.given}", trouble="initial in front")


def by_the_middle(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """Called by the second given name."""
    if not soul.middle:
        return entry
    return replace(entry, name=f"{soul.middle} {soul.family}", trouble="by the middle")


def as_saved(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The given name and what they do, as one saves a number in passing."""
    return replace(entry, name=f"{soul.given} {soul.title.split()[-1].lower()}", trouble="as saved")


def cut_short(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """A field that held fourteen letters."""
    return replace(entry, name=entry.name[:14].strip(), trouble="cut short")


def in_one_word(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """A double given name with neither hyphen nor space."""
    first, *rest = entry.name.replace("-", " ").split()
    if len(rest) < 2:
        return entry
    return replace(entry, name=" ".join((first + rest[0].lower(), *rest[1:])), trouble="in one word")


def with_address(town: Town, soul: Soul, entry: Entry) -> Entry:
    """The whole postal address, in one of the orders of the world."""
    number, code = town.rng.randint(1, 90), town.rng.randint(10000, 99000)
    street = town.rng.choice(STREETS)
    written = town.rng.choice(
        (f"{street} {number}\n{code} {soul.town}", f"{number} {street}, {soul.town} {code}",
         f"{street} {number}, {code} {soul.town}, Europe")
    )  # fmt: skip
    return replace(entry, town=written, trouble="with address")


def tagged_address(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """A mail address with a tag of its owner's."""
    return replace(entry, email=entry.email and entry.email.replace("@", "+jobs@"), trouble="tagged address")


def no_year(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """A birthday without its year."""
    return replace(entry, born="-" + soul.born[4:], trouble="no year")


def moved_abroad(town: Town, _soul: Soul, entry: Entry) -> Entry:
    """Another town, another number, another employer, all at once."""
    firm = town.firm()
    return replace(
        entry, town=entry.town and firm.town, phone=entry.phone and town.number(),
        firm=entry.firm and firm.name, trouble="moved abroad",
    )  # fmt: skip


def via(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """What a booking page or a list made of the name."""
    return replace(entry, name=f"{entry.name} (via Calendar)", trouble="via")


CHANGES: Final[tuple[Change, ...]] = (
    by_ear, by_ear, initial_in_front, by_the_middle, as_saved, cut_short, in_one_word, with_address,
    with_address, tagged_address, no_year, moved_abroad, via, less, new_job,
)  # fmt: skip


def mother_and_daughter(town: Town, soul: Soul, other: Soul) -> None:
    """One house, one number, one town, given names that begin alike."""
    other.culture, other.woman, other.family, other.second = soul.culture, True, soul.family, soul.second
    alike = [name for name in soul.culture.women if name[0] == soul.given[0] and name != soul.given]
    other.given = town.rng.choice(alike or soul.culture.women[:1]).replace("_", " ")
    if other.given == soul.given:
        other.given = soul.culture.women[1].replace("_", " ")
    other.town, other.mobile = soul.town, soul.mobile
    town.address(other)


def one_team(town: Town, soul: Soul, other: Soul) -> None:
    """Two of one given name in one team, known through the same people."""
    other.culture, other.woman, other.given = soul.culture, soul.woman, soul.given
    other.firm, other.title, other.town, other.circle = soul.firm, soul.title, soul.town, soul.circle
    while other.family == soul.family:
        other.family = soul.culture.family(town.rng)
    town.address(other)


def neighbours(town: Town, soul: Soul, other: Soul) -> None:
    """One name and one town; nothing else."""
    other.culture, other.woman, other.given, other.middle = soul.culture, soul.woman, soul.given, ""
    other.family, other.second, other.town = soul.family, soul.second, soul.town
    town.address(other)


def surgery(town: Town, soul: Soul, other: Soul) -> None:
    """Behind one counter: one number, one mailbox, one address, one line of work."""
    other.firm, other.title, other.town, other.mobile = soul.firm, soul.title, soul.town, soul.mobile
    soul.work_mail = other.work_mail = f"praxis@{soul.firm.domain}"
    if town.rng.random() < 0.3:
        other.family = soul.family


def old_address(town: Town, soul: Soul, other: Soul) -> None:
    """A provider gave an address again that somebody had given up."""
    other.own_mail = soul.own_mail
    if town.rng.random() < 0.5:
        other.own_mail = f"{plain(other.given)}@{town.rng.choice(FREE)}"


LOOKALIKES: Final[tuple[Lookalike, ...]] = (
    mother_and_daughter, one_team, neighbours, neighbours, surgery, old_address,
)  # fmt: skip
