"""What speaks for and against two entries being one person: facts in, codes of evidence out.

The weights of the codes stand in `maths.sameness`; here is only what was found. Names, addresses, workplaces,
towns, birthdays, shared contacts and conversations are compared; what is missing on either side says nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeVar, get_args

from acquaint.text import blocks, likeness, workplaces
from acquaint.text.entries import DAY, Known, Prepared, prepare
from acquaint.text.likeness import Level, Likeness
from acquaint.text.words.firms import SHARED_MAILBOXES

# Expected number of people of the book who agree in the same words of a name by chance, upper bounds.
RARITIES: Final = (
    (0.001, "rarity.unique"),
    (0.01, "rarity.rare"),
    (0.1, "rarity.uncommon"),
    (1.0, "rarity.common"),
)
_FREQUENT: Final = "rarity.frequent"
_NAMES: Final = {level: f"name.{level}" for level in get_args(Level)}
NAMESAKES: Final = ((6, "many"), (2, "several"), (1, "one"))
_SMOOTHING: Final = 100  # people of no book at all, so that a small one does not think each name unheard of
_INITIAL: Final = 0.06  # how often two names begin alike
_SHARED_FROM: Final = 3  # people on one address or number: a mailbox of the house, not of one person
_TIMES: Final = 12  # entries that one person may have; more under one address are a house
_BIG: Final = 8  # people at one organization, or who know somebody: sharing them says little
_MANY: Final = 0.1  # of those whose town is known: sharing the town of so many says little
_PAIR: Final = 2
_RARE: Final = frozenset(code for _limit, code in RARITIES[:3])
_SETTING: Final = frozenset({"firm.same", "firm.big"})
_BRIEF: Final = frozenset({"initial", "account", "single"})  # levels of names of which only a part is told
T = TypeVar("T")


class Book:
    """All entries together: who is compared knows from it how rare a name and how shared an address is."""

    def __init__(self, entries: Iterable[Known]) -> None:
        """Prepare every entry; about 30 µs each."""
        self.entries: Sequence[Prepared] = [prepare(known) for known in entries]
        each = self.entries
        self._words = _count({word for form in one.forms for word in form.parts} for one in each)
        self._names = _count({form.key for form in one.forms} for one in each)
        self._mailboxes = self._of_a_house(one.emails for one in each)
        self._lines = self._of_a_house(one.tails for one in each)
        self._firms = _count(one.organizations for one in each)
        self._towns = _count(one.haunts for one in each)
        self._settled = sum(bool(one.haunts) for one in each)
        self._friends = _count(one.known.contacts | one.known.company for one in each)

    def keys(self) -> Iterator[frozenset[str]]:
        """For each entry the keys under which it is looked up: a pair that shares none is never compared."""
        large = {firm for firm, people in self._firms.items() if people >= _BIG}
        return blocks.keys(self.entries, self._words, large)

    def compare(self, one: int, other: int) -> tuple[str, ...]:
        """The codes of evidence about two entries, by their places; symmetric, and in a fixed order.

        Two different given names are two people (twins share firm, town, birthday and friends): only a shared
        address, number or page can speak for them.
        """
        a, b = self.entries[one], self.entries[other]
        name = self.name(a, b)
        about = likeness.fit(name.level)
        shared = self._shared_points(a, b)
        codes = [_NAMES[name.level]]
        if about == "clashes":
            if shared:
                codes += [f"{code}:clashes" for code in shared]
                codes += _against(a, b, shared)
            return tuple(codes)
        if about == "agrees":
            codes.append(self.rarity(name) + (":brief" if name.level in _BRIEF else ""))
            codes += self._namesakes(a, b)
            if {form.generation for form in a.forms} != {form.generation for form in b.forms}:
                codes.append("generation.one")
        codes += [f"{code}:{about}" for code in (*shared, *_birthday(a, b))]
        codes += _against(a, b, shared)
        # A rare name seldom comes twice by chance: who bears it as well is a relative, or at the same place.
        rare = ":rare" if about == "agrees" and codes[1] in _RARE else ""
        codes += [code + rare if code in _SETTING else code for code in self._work(a, b)]
        codes += self._company(a.known, b.known)
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
        expected = (size + 1) * _INITIAL**name.initials
        for word in name.shared:
            expected *= (max(self._words[word] - _PAIR, 0) + 0.5) / (size + _SMOOTHING)
        return next((code for limit, code in RARITIES if expected < limit), _FREQUENT)

    def _namesakes(self, a: Prepared, b: Prepared) -> tuple[str, ...]:
        """How many further entries are called exactly as one of the two."""
        own, others = {form.key for form in a.forms}, {form.key for form in b.forms}
        more = sum(self._names[key] for key in own | others) - len(own) - len(others)
        if more <= 0:
            return ()
        return (next(f"namesakes.{word}" for least, word in NAMESAKES if more >= least),)

    def _shared_points(self, a: Prepared, b: Prepared) -> list[str]:
        """Addresses, numbers and pages that both have: of one person, or of a whole house."""
        found = []
        if emails := a.emails & b.emails:
            house = all(self._is_shared_mailbox(address) for address in emails)
            found.append("email.house" if house else "email.same")
        elif not a.locals.isdisjoint(b.locals):
            found.append("email.local")
        if tails := a.tails & b.tails:
            house = tails <= self._lines
            found.append("phone.house" if house else "phone.same")
        if not a.profiles.isdisjoint(b.profiles):
            found.append("profile.same")
        return found

    def _of_a_house(self, points: Iterable[frozenset[str]]) -> frozenset[str]:
        """The addresses or numbers of several people: of three entries whose names do not all agree."""
        holders: dict[str, list[int]] = defaultdict(list)
        for place, some in enumerate(points):
            for point in some:
                holders[point].append(place)
        return frozenset(
            point for point, some in holders.items() if len(some) >= _SHARED_FROM and not self._agree(some)
        )

    def _agree(self, places: Sequence[int]) -> bool:
        """Whether each of these entries may be each other by name: somebody who stands here often."""
        some = [self.entries[place] for place in places]
        return len(some) <= _TIMES and all(
            self.name(one, other).level in likeness.AGREE for one, other in combinations(some, 2)
        )

    def _is_shared_mailbox(self, address: str) -> bool:
        return address.rpartition("@")[0] in SHARED_MAILBOXES or address in self._mailboxes

    def _work(self, a: Prepared, b: Prepared) -> Iterator[str]:
        moved = ""
        if a.organizations and b.organizations:
            if firms := a.organizations & b.organizations:
                yield "firm.big" if all(self._firms[firm] >= _BIG for firm in firms) else "firm.same"
            else:
                level = _best(workplaces.compare_organizations, a.organizations, b.organizations)
                moved = ":moved" if level == "other" else ""
                yield f"firm.{level}"
        if a.positions and b.positions:
            level = _best(workplaces.compare_positions, a.positions, b.positions)
            yield f"position.{level}" + (moved if level == "other" else "")
        if a.haunts and b.haunts:
            if towns := a.haunts & b.haunts:
                yield "place.big" if all(self._is_everybodys(town) for town in towns) else "place.same"
            elif a.places and b.places:
                yield "place.other"

    def _is_everybodys(self, town: str) -> bool:
        """Whether so many of those whose town is known live there that sharing it says little."""
        return self._towns[town] - _PAIR >= _MANY * self._settled

    def _company(self, a: Known, b: Known) -> Iterator[str]:
        """Who knows them both, or has spoken with both; not those whom nearly everybody knows."""
        if not a.met.isdisjoint(b.met):
            yield "met.together"
        common = a.contacts & b.contacts
        close = [one for one in common if self._friends[one] < _BIG]
        if common:
            yield "contacts.hub" if not close else "contacts.one" if len(close) == 1 else "contacts.several"
        if (a.company or b.company) and a.threads.isdisjoint(b.threads):
            spoken = ((a.contacts | a.company) & (b.contacts | b.company)) - common
            times = sum(self._friends[one] < _BIG for one in spoken)
            if times:
                yield "company.one" if times == 1 else "company.several"


def _count(groups: Iterable[Iterable[T]]) -> Counter[T]:
    found: Counter[T] = Counter()
    for group in groups:
        if group:
            found.update(group)
    return found


def _best(compare: Callable[[T, T], str], ones: frozenset[T], others: frozenset[T]) -> str:
    """The closest that any of the one and any of the other are."""
    if len(ones) == 1 == len(others):
        return compare(*ones, *others)
    found = {compare(one, other) for one in ones for other in others}
    return next(level for level in ("same", "near", "other") if level in found)


def _ranked(found: Likeness) -> tuple[int, tuple[str, ...]]:
    return likeness.rank(found.level), found.shared


def _against(a: Prepared, b: Prepared, shared: Sequence[str]) -> Iterator[str]:
    """What both have and do not share: addresses, numbers, the page that is one's own, birthdays."""
    said = {code[:5] for code in shared}
    if a.emails and b.emails and a.emails.isdisjoint(b.emails):
        # One organization gives a person one address: two of them there say more than two anywhere.
        if not a.hosts.isdisjoint(b.hosts):
            yield "email.apart"
        elif "email" not in said:
            yield "email.other"
    if a.tails and b.tails and "phone" not in said:
        yield "phone.other"
    if a.member and b.member and "profi" not in said:
        yield "profile.other"
    if a.known.birthday and b.known.birthday and not _may_agree(a.known.birthday, b.known.birthday):
        yield "birthday.other"


def _birthday(a: Prepared, b: Prepared) -> tuple[str, ...]:
    """A shared day of birth; "1980" and "1980-05" say too little to speak for anybody."""
    one, other = a.known.birthday, b.known.birthday
    said = len(one) >= DAY <= len(other) and _may_agree(one, other)
    return ("birthday.same",) if said else ()


def _may_agree(one: str, other: str) -> bool:
    """Whether two partial dates can be one day: "1980-05-02" and "--05-02" can."""
    days = {said[-len("05-02") :] for said in (one, other) if len(said) >= DAY}
    years = {said[:4] for said in (one, other) if not said.startswith("-")}
    return len(days) < _PAIR and len(years) < _PAIR
