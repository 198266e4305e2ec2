"""What speaks for and against two entries being one person: facts in, codes of evidence out.

The weights of the codes stand in `maths.sameness`; here is only what was found. Names, addresses, workplaces,
birthdays and shared contacts are compared; what is missing on either side says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log
from typing import Final

from acquaint.text import blocks, likeness, workplaces
from acquaint.text.entries import DAY, Known, Prepared, prepare
from acquaint.text.likeness import Likeness
from acquaint.text.words.firms import SHARED_MAILBOXES

# Expected number of people of the book who agree in the same words of a name by chance, upper bounds.
RARITIES: Final = ((0.001, "unique"), (0.01, "rare"), (0.1, "uncommon"), (1.0, "common"))
NAMESAKES: Final = ((6, "many"), (2, "several"), (1, "one"))
_SMOOTHING: Final = 100  # people of no book at all, so that a small one does not think each name unheard of
_INITIAL: Final = 0.06  # how often two names begin alike
_SHARED_FROM: Final = 3  # people on one address or number: a mailbox of the house, not of one person
_BIG: Final = 8  # people at one organization: sharing it says little
_PAIR: Final = 2


class Book:
    """All entries together: who is compared knows from it how rare a name and how shared an address is."""

    def __init__(self, entries: Iterable[Known]) -> None:
        """Prepare every entry; about 60 µs each."""
        self.entries: Sequence[Prepared] = [prepare(known) for known in entries]
        each = self.entries
        self._words = _count({word for form in one.forms for word in form.parts} for one in each)
        self._names = _count({form.key for form in one.forms} for one in each)
        self._emails = _count(set(one.known.emails) for one in each)
        self._tails = _count(one.tails for one in each)
        self._firms = _count(one.organizations for one in each)

    def keys(self) -> Iterator[frozenset[str]]:
        """For each entry the keys under which it is looked up: a pair that shares none is never compared."""
        return blocks.keys(self.entries, self._words)

    def compare(self, one: int, other: int) -> tuple[str, ...]:
        """The codes of evidence about two entries, by their places; symmetric, and in a fixed order.

        Two different given names are two people (twins share firm, town, birthday and friends): only a shared
        address, number or page can speak for them.
        """
        a, b = self.entries[one], self.entries[other]
        name = self.name(a, b)
        about = likeness.fit(name.level)
        shared = self._shared_points(a, b)
        codes = [f"name.{name.level}"]
        if about == "clashes":
            codes += [f"{code}:clashes" for code in shared]
            return (*codes, *_against(a, b, shared)) if shared else tuple(codes)
        if about == "agrees":
            codes.append(f"rarity.{self.rarity(name)}")
            codes += self._namesakes(a, b)
        codes += [f"{code}:{about}" for code in (*shared, *_birthday(a, b))]
        codes += _against(a, b, shared)
        codes += self._work(a, b)
        codes += _company(a, b)
        return tuple(codes)

    def name(self, a: Prepared, b: Prepared) -> Likeness:
        """The best likeness between any name of the one and any of the other."""
        if len(a.forms) == 1 == len(b.forms):
            return likeness.compare(a.forms[0], b.forms[0], self._words.__getitem__)
        found = [likeness.compare(x, y, self._words.__getitem__) for x in a.forms for y in b.forms]
        return min(found, key=_ranked, default=Likeness("unknown"))

    def rarity(self, name: Likeness) -> str:
        """How often the words in which two names agree would come together by chance in this book."""
        size = len(self.entries)
        chance = log(size + 1) + name.initials * log(_INITIAL)
        chance += sum(log((max(self._words[w] - _PAIR, 0) + 0.5) / (size + _SMOOTHING)) for w in name.shared)
        expected = exp(chance)
        return next((word for limit, word in RARITIES if expected < limit), "frequent")

    def _namesakes(self, a: Prepared, b: Prepared) -> list[str]:
        """How many further entries are called exactly as one of the two."""
        own = [key for one in (a, b) for key in {form.key for form in one.forms}]
        others = sum(self._names[key] for key in set(own)) - len(own)
        return (
            [next(f"namesakes.{word}" for least, word in NAMESAKES if others >= least)] if others > 0 else []
        )

    def _shared_points(self, a: Prepared, b: Prepared) -> list[str]:
        """Addresses, numbers and pages that both have: of one person, or of a whole house."""
        found = []
        if a.known.emails and (emails := _shared(a.known.emails, b.known.emails)):
            house = all(self._is_shared_mailbox(address) for address in emails)
            found.append("email.house" if house else "email.same")
        elif a.locals and not a.locals.isdisjoint(b.locals):
            found.append("email.local")
        if tails := a.tails & b.tails:
            house = all(self._tails[number] >= _SHARED_FROM for number in tails)
            found.append("phone.house" if house else "phone.same")
        if a.known.profiles and _shared(a.known.profiles, b.known.profiles):
            found.append("profile.same")
        return found

    def _is_shared_mailbox(self, address: str) -> bool:
        return address.rpartition("@")[0] in SHARED_MAILBOXES or self._emails[address] >= _SHARED_FROM

    def _work(self, a: Prepared, b: Prepared) -> Iterator[str]:
        firms = a.organizations & b.organizations
        if firms:
            yield "firm.big" if all(self._firms[firm] >= _BIG for firm in firms) else "firm.same"
        elif a.organizations and b.organizations:
            levels = {
                workplaces.compare_organizations(x, y) for x in a.organizations for y in b.organizations
            }
            yield next(f"firm.{level}" for level in ("same", "near", "other") if level in levels)
        if a.positions and b.positions:
            found = {workplaces.compare_positions(x, y) for x in a.positions for y in b.positions}
            yield next(f"position.{level}" for level in ("same", "near", "other") if level in found)
        if a.places and b.places:
            yield "place.same" if a.places & b.places else "place.other"


def _count(groups: Iterable[Iterable[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for group in groups:
        found.update(group)
    return found


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    return [value for value in one if value in other] if one and other else []


def _member(profiles: tuple[str, ...]) -> bool:
    """Whether there is a page on the one site where nearly everybody has exactly one."""
    return any(page.startswith("linkedin.com/in/") for page in profiles)


def _ranked(found: Likeness) -> tuple[int, tuple[str, ...]]:
    return likeness.rank(found.level), found.shared


def _against(a: Prepared, b: Prepared, shared: Sequence[str]) -> Iterator[str]:
    """What both have and do not share: addresses, numbers, the page that is one's own, birthdays."""
    said = {code.partition(".")[0] for code in shared}
    if a.known.emails and b.known.emails and "email" not in said:
        yield "email.other"
    if a.tails and b.tails and "phone" not in said:
        yield "phone.other"
    if "profile" not in said and _member(a.known.profiles) and _member(b.known.profiles):
        yield "profile.other"
    if a.known.birthday and b.known.birthday and not _may_agree(a.known.birthday, b.known.birthday):
        yield "birthday.other"


def _birthday(a: Prepared, b: Prepared) -> Iterator[str]:
    """A shared day of birth; "1980" and "1980-05" say too little to speak for anybody."""
    one, other = a.known.birthday, b.known.birthday
    if len(one) >= DAY <= len(other) and _may_agree(one, other):
        yield "birthday.same"


def _may_agree(one: str, other: str) -> bool:
    """Whether two partial dates can be one day: "1980-05-02" and "--05-02" can."""
    days = {said[-len("05-02") :] for said in (one, other) if len(said) >= DAY}
    years = {said[:4] for said in (one, other) if not said.startswith("-")}
    return len(days) < _PAIR and len(years) < _PAIR


def _company(a: Prepared, b: Prepared) -> Iterator[str]:
    if a.known.met & b.known.met:
        yield "met.together"
    common = len(a.known.contacts & b.known.contacts)
    if common:
        yield "contacts.one" if common == 1 else "contacts.several"
