"""The map of my network: a picture, the same in words for those who read it, and where it leans one way."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from acquaint.messages.networks import NETWORKS, together
from acquaint.messages.reasons import word
from acquaint.queries import networks
from acquaint.queries.cards import Named
from acquaint.queries.networks import Broker, Group, Network
from acquaint.web import picture, words
from acquaint.web import scope as scopes

LISTED = 12  # groups; the smaller ones stand folded under them
MARK = 9.0  # radius of the mark beside a group's name, in units of its own little sheet


@dataclass(frozen=True, slots=True)
class Shown:
    """One group in words, with its mark."""

    title: str
    kind: str
    d: str
    counts: str
    people: tuple[Named, ...]
    more: bool


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the map, and in words what there is to see."""
    scope = scopes.of(request)
    found = networks.of(scope)
    fields = next((side.parts for side in found.sides if side.by == "field"), ())
    shown = {
        "network": found,
        "picture": picture.draw(found, _title) if found.people else None,
        "says": [word(one, today=scope.today, tongue=words.TONGUE) for one in found.one_sided],
        "groups": [_shown(one) for one in found.groups[:LISTED]],
        "smaller": [_shown(one) for one in found.groups[LISTED:]],
        "brokers": [_stands(found, one) for one in found.brokers if not one.inferred],
        "perhaps": [_stands(found, one) for one in found.brokers if one.inferred],
        "fields": [(one.name, _people(one.people)) for one in fields],
        "shown": _people(len(found.people)),
    }
    return render(request, "acquaint/networks/page.html", shown)


def _title(group: Group) -> str:
    return words.TONGUE.say(NETWORKS[f"map.{group.title.kind}"], name=group.title.name)


def _shown(one: Group) -> Shown:
    return Shown(
        title=_title(one),
        kind=picture.kind(one.number),
        d=picture.mark(one.number, 0, 0, MARK),
        counts=f"{_people(one.size)}; {_talked(one)}",
        people=one.people,
        more=one.size > len(one.people),
    )


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=words.number(count))


def _talked(one: Group) -> str:
    """With how many of a group I have talked, as people say it."""
    if not one.talked:
        return _("you have not talked with any of them yet")
    if one.talked == one.size:
        return _("you have talked with all of them")
    said = ngettext(
        "you have talked with {count} of them", "you have talked with {count} of them", one.talked
    )
    return said.format(count=words.number(one.talked))


def _stands(found: Network, one: Broker) -> SafeString:
    """Who stands between which groups, the name a link."""
    titles = [found.groups[number].title for number in one.groups]
    groups = [words.TONGUE.say(NETWORKS[f"map.said-{one.kind}"], name=one.name) for one in titles]
    said = NETWORKS["map.between-guess" if one.inferred else "map.between"]
    text = words.TONGUE.say(said, name=one.person.name, groups=together(groups, words.TONGUE))
    return words.linked(text, one.person)
