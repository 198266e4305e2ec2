"""Kinds of trouble that no weight was tuned on; written before the tuning and not looked at during it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bench.contacts.people import FREE, Entry, Soul, Town, plain
from bench.contacts.troubles import Change, Lookalike, less, new_job

SHORT: Final = {
    "Francesca": "Franca Checca", "Elisabetta": "Betta", "Alessandra": "Sandra Ale",
    "Giuseppina": "Pina", "Margherita": "Rita", "Giuseppe": "Beppe Pino", "Giovanni": "Gianni Nanni",
    "Francesco": "Checco Ciccio", "Alessandro": "Sandro", "Salvatore": "Totò", "Vincenzo": "Enzo",
    "Lorenzo": "Renzo", "Domenico": "Mimmo", "Luigi": "Gigi", "Antonella": "Anto", "Fernanda": "Nanda",
    "Carolina": "Carol", "Conceição": "São", "Francisco": "Chico", "Eduardo": "Dudu", "Joaquim": "Quim",
    "António": "Tó Toninho", "Gustavo": "Guga", "Luís": "Lula", "Γεώργιος": "Γιώργος",
    "Κωνσταντίνος": "Κώστας Ντίνος", "Δημήτριος": "Μήτσος Δημήτρης", "Ιωάννης": "Γιάννης",
    "Παναγιώτης": "Πάνος", "Αικατερίνη": "Κατερίνα", "Νικόλαος": "Νίκος", "Βασίλειος": "Βασίλης",
    "Elisabeth": "Lisbeth Els", "Wilhelmina": "Mina Willy", "Johannes": "Jan Hans Joop",
    "Hendrik": "Henk Rik", "Willem": "Wim Pim", "Cornelis": "Cees Kees", "Jacobus": "Koos",
    "Petrus": "Piet", "Gerardus": "Gerard", "Fredrik": "Fredde", "Mikael": "Micke",
    "Margareta": "Greta Maggan", "Karl": "Kalle", "Nils": "Nisse", "Erzsébet": "Bözsi",
    "István": "Pista", "József": "Jóska", "László": "Laci", "Ferenc": "Feri", "György": "Gyuri",
    "Oluwaseun": "Seun", "Temitope": "Tope", "Babatunde": "Tunde", "Oluwatobi": "Tobi",
    "Adebayo": "Bayo", "Hüseyin": "Hüso", "Mehmet": "Memo", "Fatma": "Fatoş",
}  # fmt: skip
# Greek as a form at the border asks for it, and as its owner likes to write it.
BORDER: Final = {
    "η": "i",
    "χ": "ch",
    "ου": "ou",
    "υ": "y",
    "ω": "o",
    "θ": "th",
    "ξ": "x",
    "ψ": "ps",
    "φ": "f",
}
CHOSEN: Final = {
    "η": "h",
    "χ": "h",
    "ου": "ou",
    "υ": "u",
    "ω": "o",
    "θ": "th",
    "ξ": "ks",
    "ψ": "ps",
    "φ": "ph",
}
PLAIN: Final = dict(zip("αβγδεζικλμνοπρσςτ", "avgdeziklmnoprsst", strict=True))
NEAR: Final = {
    "a": "s",
    "e": "r",
    "i": "o",
    "o": "p",
    "n": "m",
    "m": "n",
    "s": "d",
    "t": "z",
    "r": "t",
    "l": "k",
}
ABROAD: Final = {
    "Munich": "München, Deutschland", "Vienna": "Wien", "Milan": "Milano, Italia", "Rome": "Roma",
    "Lisbon": "Lisboa", "Warsaw": "Warszawa", "Prague": "Praha", "Athens": "Athína",
    "Brussels": "Bruxelles", "Zurich": "Zürich", "Bangalore": "Bengaluru", "Boston": "Greater Boston",
    "London": "Greater London, England",
}  # fmt: skip


def short_form(town: Town, soul: Soul, entry: Entry) -> Entry:
    """A short form of these cultures, some of which nobody's table has."""
    short = SHORT.get(soul.given)
    return (
        replace(entry, name=f"{town.rng.choice(short.split())} {soul.family}", trouble="short form")
        if short
        else entry
    )


def double_name(town: Town, soul: Soul, entry: Entry) -> Entry:
    """Married, both names with a hyphen."""
    family = soul.culture.family(town.rng).replace("_", " ")
    return replace(entry, name=f"{soul.given} {soul.family}-{family}", trouble="double name")


def one_of_two(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """Of two family names the second alone."""
    if not soul.second:
        return entry
    return replace(entry, name=f"{soul.given} {soul.second}", trouble="one of two")


def western_order(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """An eastern name turned round, the middle name gone."""
    if soul.culture.style != "eastern":
        return entry
    return replace(entry, name=f"{soul.given.split()[-1]} {soul.family}", trouble="western order")


def chosen_name(town: Town, soul: Soul, entry: Entry) -> Entry:
    """An English given name for colleagues abroad."""
    if soul.culture.style != "eastern":
        return entry
    return replace(
        entry,
        name=f"{town.rng.choice(('Kevin', 'Grace', 'Tony', 'Amy'))} {soul.family}",
        trouble="chosen name",
    )


def at_the_border(town: Town, soul: Soul, entry: Entry) -> Entry:
    """Greek letters in Latin ones, in one of two ways; without tonos."""
    table = town.rng.choice((BORDER, CHOSEN))
    text = f"{soul.given} {soul.family}".lower().translate(str.maketrans("άέήίόύώϊΐϋ", "αεηιουωιιυ"))
    said = text
    for sign, to in {"ου": table["ου"], **table, **PLAIN}.items():
        said = said.replace(sign, to)
    return replace(entry, name=said.title(), trouble="at the border") if said != text else entry


def no_article(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """Articles and particles left out or written together."""
    bare = re.sub(r"\b(?:al-|el-|bin |de |van (?:den |der )?|Di |De |Abdel )", "", entry.name)
    return replace(entry, name=bare, trouble="no article") if bare != entry.name else entry


def wrong_key(town: Town, _soul: Soul, entry: Entry) -> Entry:
    """The key beside the right one, in the name or the address."""
    places = [i for i, sign in enumerate(entry.name) if sign in NEAR]
    if not places:
        return entry
    at = town.rng.choice(places)
    return replace(
        entry, name=entry.name[:at] + NEAR[entry.name[at]] + entry.name[at + 1 :], trouble="wrong key"
    )


def bought(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The firm was bought: another name and another domain, the same person at the same desk."""
    mail = entry.email.replace(soul.firm.domain, f"newgroup{len(soul.firm.domain)}.com")
    return replace(entry, firm=entry.firm and "Newgroup Worldwide", email=mail, trouble="bought")


def abroad(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """The town in another language, the title in the other's."""
    titles = {"Manager": "Leiter", "Engineer": "Ingenieur", "Director": "Direktor", "Analyst": "Analyst:in"}
    title = entry.title
    for one, other in titles.items():
        title = title.replace(one, other)
    return replace(entry, town=ABROAD.get(entry.town, entry.town), title=title, trouble="abroad")


def decorated(town: Town, soul: Soul, entry: Entry) -> Entry:
    """Titles, degrees and signs around the name."""
    name = town.rng.choice(
        (f"Dr. {soul.given} {soul.family}", f"{soul.given} {soul.family}, MBA",
         f"{soul.given.upper()} {soul.family.upper()}",
         f"⭐ {soul.given} {soul.family}", f"{soul.given} {soul.family} ({soul.firm.name})")
    )  # fmt: skip
    return replace(entry, name=name, trouble="decorated")


def glued(_town: Town, soul: Soul, entry: Entry) -> Entry:
    """The mail program made the name from the address."""
    return replace(entry, name=f"{plain(soul.given)}.{plain(soul.family)}", trouble="glued")


def no_country(_town: Town, _soul: Soul, entry: Entry) -> Entry:
    """The number as dialled at home."""
    return (
        replace(entry, phone=entry.phone and "0" + entry.phone[3:], trouble="no country")
        if entry.phone
        else entry
    )


CHANGES: Final[tuple[Change, ...]] = (
    short_form, short_form, double_name, one_of_two, western_order, chosen_name, at_the_border, no_article,
    wrong_key,
    bought, abroad, decorated, glued, no_country, less, new_job,
)  # fmt: skip


def alike_twin(town: Town, soul: Soul, other: Soul) -> None:
    """A twin whose name differs by a letter or two, at one firm, with one home number."""
    other.culture, other.family, other.second, other.born = soul.culture, soul.family, soul.second, soul.born
    given = soul.given
    other.given = (given[:-1] + ("e" if given.endswith("a") else "a")) if len(given) > 3 else given + "ko"
    other.firm, other.town, other.circle, other.mobile = soul.firm, soul.town, soul.circle, soul.mobile
    town.address(other)


def father_and_son(town: Town, soul: Soul, other: Soul) -> None:
    """One name, one home, two generations."""
    other.culture, other.woman, other.given, other.family = soul.culture, soul.woman, soul.given, soul.family
    other.second, other.town = soul.second, soul.town
    if town.rng.random() < 0.5:
        soul.family, other.family = f"{soul.family} Sr.", f"{other.family} Jr."
    if town.rng.random() < 0.5:
        other.mobile = soul.mobile
    town.address(other)


def successor(_town: Town, soul: Soul, other: Soul) -> None:
    """Took over desk, title, number and mailbox."""
    other.firm, other.title, other.town = soul.firm, soul.title, soul.town
    other.work_mail, other.mobile = soul.work_mail, soul.mobile


def assistant(town: Town, soul: Soul, other: Soul) -> None:
    """Answers the mail and the telephone of somebody else."""
    other.firm, other.town, other.circle = soul.firm, soul.town, soul.circle
    other.title = "Executive Assistant"
    other.work_mail = soul.work_mail
    if town.rng.random() < 0.5:
        other.mobile = soul.mobile


def namesake_of_the_trade(town: Town, soul: Soul, other: Soul) -> None:
    """One name, one profession, one town; another firm and another life."""
    other.culture, other.woman, other.given, other.middle = soul.culture, soul.woman, soul.given, ""
    other.family, other.second, other.title, other.town = soul.family, soul.second, soul.title, soul.town
    town.address(other)
    other.own_mail = f"{plain(other.given)}.{plain(other.family)}.{other.number}@{town.rng.choice(FREE)}"


LOOKALIKES: Final[tuple[Lookalike, ...]] = (
    alike_twin, father_and_son, successor, assistant, namesake_of_the_trade, namesake_of_the_trade,
)  # fmt: skip
