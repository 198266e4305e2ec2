"""The kinds of trouble that weights are tuned on: one person looks like two, and two like one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bench.contacts.people import Entry, Soul, Town, plain

Change = Callable[[Town, Soul, Entry], Entry]
Lookalike = Callable[[Town, Soul, Soul], None]

SHORT: Final = {
    "Elizabeth": "Liz Beth Lizzie", "Jennifer": "Jen Jenny", "Margaret": "Maggie Peggy Meg",
    "Catherine": "Kate Cathy", "Susan": "Sue Susie", "Rebecca": "Becky", "Patricia": "Pat Trish",
    "Deborah": "Debbie Deb", "Victoria": "Vicky", "Samantha": "Sam", "William": "Bill Will Billy",
    "Robert": "Bob Rob", "James": "Jim Jimmy", "Michael": "Mike Michi", "Thomas": "Tom",
    "Edward": "Ed Ted", "Richard": "Dick Rick", "Christopher": "Chris", "Andrew": "Andy Drew",
    "Daniel": "Dan", "Matthew": "Matt", "Joseph": "Joe", "Anthony": "Tony", "Benjamin": "Ben",
    "Gregory": "Greg", "Stephen": "Steve", "Nicholas": "Nick", "Katharina": "Kathi Katja",
    "Gabriele": "Gabi", "Stefanie": "Steffi", "Franziska": "Franzi", "Johanna": "Hanna",
    "Andreas": "Andi", "Johannes": "Hannes Hans", "Matthias": "Matze", "Friedrich": "Fritz",
    "Sebastian": "Basti", "Maximilian": "Max", "Heinrich": "Heinz", "Ulrich": "Uli", "Dolores": "Lola",
    "Guadalupe": "Lupe", "Concepción": "Concha", "Beatriz": "Bea", "Francisco": "Paco Fran",
    "José": "Pepe", "Ignacio": "Nacho", "Enrique": "Quique", "Manuel": "Manolo", "Eduardo": "Edu",
    "Rafael": "Rafa", "Екатерина": "Катя", "Анастасия": "Настя", "Мария": "Маша", "Наталья": "Наташа",
    "Александр": "Саша", "Дмитрий": "Дима", "Михаил": "Миша", "Николай": "Коля", "Алексей": "Лёша",
    "Владимир": "Вова Володя", "Małgorzata": "Gosia", "Agnieszka": "Aga", "Katarzyna": "Kasia",
    "Krzysztof": "Krzysiek", "Tomasz": "Tomek", "Paweł": "Pawelek", "Wojciech": "Wojtek",
    "Venkatesh": "Venky", "Srinivas": "Srini", "Subramaniam": "Subra", "Philippe": "Phil",
    "Nicolas": "Nico", "Frédéric": "Fred", "Nathalie": "Nat", "Rajesh": "Raj",
}  # fmt: skip
# A scholarly spelling and one by ear, sign by sign.
_RULE: Final = """
а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh
щ=shch ъ= ы=y ь= э=e ю=yu я=ya
"""
BY_RULE: Final = dict(pair.split("=") for pair in _RULE.split())


def nickname(town: Town, soul: Soul, entry: Entry) -> Entry:
    """The short form in place of the given name."""
    short = SHORT.get(soul.given)
    if not short:
        return initial(town, soul, entry)
    return replace(entry, name=f"{town.rng.choice(short.split())} {soul.family}", trouble="nickname")


def initial(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """Only the first letter of the given name."""
    return replace(entry, name=f"{soul.given[0]}. {soul.family}", trouble="initial")


def no_marks(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """A keyboard without accents."""
    bare = unicodedata.normalize("NFKD", entry.name.replace("ł", "l").replace("Ł", "L").replace("ß", "ss"))
    return replace(entry, name="".join(c for c in bare if not unicodedata.combining(c)), trouble="no marks")


def umlauts_out(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """Umlauts written out."""
    table = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
    return replace(entry, name="".join(table.get(c, c) for c in entry.name), trouble="umlauts")


def swapped(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The family name first, with a comma."""
    return replace(entry, name=f"{soul.family}, {soul.given}", trouble="swapped")


def letter_slip(town: Town, _soul: Soul, entry: Entry) -> Entry:
    """Two letters swapped, one doubled, one left out."""
    name, place = entry.name, town.rng.randrange(1, max(2, len(entry.name) - 1))
    slips = (
        name[: place - 1] + name[place : place + 1] + name[place - 1] + name[place + 1 :],
        name[:place] + name[place] + name[place:] if place < len(name) else name,
        name[:place] + name[place + 1 :],
    )
    return replace(entry, name=" ".join(town.rng.choice(slips).split()) or name, trouble="slip")


def romanised(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """Another script, sign by sign."""
    text = f"{soul.given} {soul.family}"
    said = "".join(BY_RULE.get(c.lower(), c).title() if c.isupper() else BY_RULE.get(c, c) for c in text)
    return replace(entry, name=said, trouble="romanised" if said != text else "none")


def new_job(town: Town, soul: Soul, entry: Entry) -> Entry:
    """Written down at another time, at another employer."""
    firm = town.firm()
    mail = town.work_address(soul, firm) if entry.email == soul.work_mail else entry.email
    return replace(
        entry, firm=entry.firm and firm.name, email=mail, title=entry.title and "Director", trouble="new job"
    )


def less(town: Town, _soul: Soul, entry: Entry) -> Entry:
    """Most fields empty."""
    gone = town.rng.sample(("email", "phone", "firm", "title", "town", "born"), 4)
    return replace(entry, **dict.fromkeys(gone, ""), trouble="less")


def married(town: Town, soul: Soul, entry: Entry) -> Entry:
    """Another family name; addresses stay."""
    family = soul.culture.family(town.rng).replace("_", " ")
    return replace(entry, name=f"{soul.given} {family}", trouble="married")


def account(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The mail program knew only the address."""
    one, last = plain(soul.given), plain(soul.family)
    return replace(entry, name=f"{one[:1]}{last}", trouble="account")


def only_given(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The phone knows the given name only."""
    return replace(entry, name=soul.given, trouble="only given")


def short_firm(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """The firm without its legal form, the title abbreviated."""
    title = entry.title.replace("Senior", "Sr.").replace("Manager", "Mgr").replace("Vice President", "VP")
    return replace(entry, firm=" ".join(entry.firm.split()[:2]), title=title, trouble="short firm")


CHANGES: Final[tuple[Change, ...]] = (
    nickname, nickname, initial, no_marks, umlauts_out, swapped, letter_slip, romanised, new_job, new_job,
    less, married, account, only_given, short_firm,
)  # fmt: skip


# ── Other people who look alike ──────────────────────────────────────────────────────────────────


def twin(town: Town, soul: Soul, other: Soul) -> None:
    """Same family, birthday, firm, town and home number; another given name."""
    other.culture, other.woman, other.family, other.second = (
        soul.culture,
        soul.woman,
        soul.family,
        soul.second,
    )
    other.born, other.firm, other.town, other.circle = soul.born, soul.firm, soul.town, soul.circle
    others = [name for name in (*soul.culture.women, *soul.culture.men) if name != soul.given]
    other.given = town.rng.choice(others).replace("_", " ")
    town.address(other)
    if town.rng.random() < 0.5:
        other.mobile = soul.mobile


def namesake(town: Town, soul: Soul, other: Soul) -> None:
    """Same name at the same large firm."""
    other.culture, other.woman, other.given, other.middle = soul.culture, soul.woman, soul.given, soul.middle
    other.family, other.second, other.firm = soul.family, soul.second, town.firms[0]
    soul.firm = town.firms[0]
    town.address(other)
    soul.work_mail = town.work_address(soul, soul.firm)
    while other.work_mail == soul.work_mail:
        other.work_mail = other.work_mail.replace("@", "2@")


def partner(_town: Town, soul: Soul, other: Soul) -> None:
    """Family phone and family mailbox; often the same family name."""
    other.family, other.second, other.culture = soul.family, soul.second, soul.culture
    other.given = soul.culture.given(_town.rng, not soul.woman).replace("_", " ")
    _town.address(other)
    other.mobile, other.own_mail, other.town = soul.mobile, soul.own_mail, soul.town


def colleague(town: Town, soul: Soul, other: Soul) -> None:
    """Two people behind one mailbox of the house and its switchboard."""
    other.firm, other.town, other.circle = soul.firm, soul.town, soul.circle
    house = f"{town.rng.choice(('info', 'sales', 'office', 'team'))}@{soul.firm.domain}"
    soul.work_mail = other.work_mail = house
    if town.rng.random() < 0.5:
        other.mobile = soul.mobile


def met_together(town: Town, soul: Soul, other: Soul) -> None:
    """Same name, met at one event."""
    namesake(town, soul, other)
    soul.events = other.events = frozenset({town.rng.randrange(10**6)})


LOOKALIKES: Final[tuple[Lookalike, ...]] = (twin, namesake, namesake, partner, colleague, met_together)
