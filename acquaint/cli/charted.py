"""What `map` shows as data; loaded only when it runs, for it needs the queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquaint.messages.networks import NETWORKS, together
from acquaint.messages.reasons import word
from acquaint.messages.tongue import Tongue
from acquaint.queries import networks
from acquaint.queries.cards import Named
from acquaint.queries.groupings import Title
from acquaint.queries.sides import Side

if TYPE_CHECKING:
    from acquaint.models.scope import Scope


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody on the map, in the unit square; `community` is the number of a group (none: not in one)."""

    id: str
    name: str
    x: float
    y: float
    community: int | None
    talked: bool
    ties: int


@dataclass(frozen=True, slots=True)
class Community:
    """A group of people tied to each other, with its name, and the best tied of them."""

    number: int
    name: str
    people: int
    talked: int
    foremost: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Broker:
    """Somebody through whom people of these groups could meet; inferred if only dates suggest their ties."""

    person: Named
    communities: tuple[int, ...]
    bridges: tuple[str, ...]
    inferred: bool
    text: str


@dataclass(frozen=True, slots=True)
class Ties:
    """How many pairs of people know each other because somebody said so, and how many by dates only."""

    stated: int
    inferred: int


@dataclass(frozen=True, slots=True)
class Map:
    """The whole map; `left_out` people are beyond the limit."""

    people: tuple[Spot, ...]
    communities: tuple[Community, ...]
    brokers: tuple[Broker, ...]
    one_sided: tuple[str, ...]
    sides: tuple[Side, ...]
    ties: Ties
    left_out: int


def worded(scope: Scope, found: networks.Network) -> Map:
    """The same in the reader's words."""
    from django.utils.translation import gettext, ngettext

    tongue = Tongue(gettext, ngettext)
    inferred = sum(line.inferred for line in found.ties)
    return Map(
        people=tuple(
            Spot(one.id, one.name, one.x, one.y, one.community, one.talked, one.ties) for one in found.people
        ),
        communities=tuple(
            Community(one.number, _title(one.title, tongue), one.size, one.talked, one.people)
            for one in found.groups
        ),
        brokers=tuple(_broker(found, one, tongue) for one in found.brokers),
        one_sided=tuple(word(one, today=scope.today, tongue=tongue) for one in found.one_sided),
        sides=found.sides,
        ties=Ties(stated=len(found.ties) - inferred, inferred=inferred),
        left_out=found.left_out,
    )


def _title(title: Title, tongue: Tongue, how: str = "") -> str:
    return tongue.say(NETWORKS[f"map.{how}{title.kind}"], name=title.name)


def _broker(found: networks.Network, one: networks.Broker, tongue: Tongue) -> Broker:
    titles = [found.groups[number].title for number in one.groups]
    said = NETWORKS["map.between-guess" if one.inferred else "map.between"]
    groups = together([_title(title, tongue, "said-") for title in titles], tongue)
    return Broker(
        person=one.person,
        communities=one.groups,
        bridges=tuple(_title(title, tongue) for title in titles),
        inferred=one.inferred,
        text=tongue.say(said, name=one.person.name, groups=groups),
    )
