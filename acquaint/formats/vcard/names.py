"""The name of a card: as typed where it stands (FN), else put together; its other forms beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from acquaint.formats.particulars import NameParts
from acquaint.formats.records import Employment, Point
from acquaint.formats.vcard.gathering import Gathering
from acquaint.text.names import split_credentials

_PARTS: Final = 5
_EMPTY: Final = ("",) * _PARTS
_JOINED: Final = re.compile(r",(?=\S)")  # several values in one part: "Philip,Paul"
_PHONETIC: Final = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")


def parts(g: Gathering) -> NameParts | None:
    """The parts of the name, None where the card does not tell them apart."""
    if not (g.structured or g.phonetic or g.sort_as):
        return None
    found = next((told for head, told in g.structured if not head.param("PHONETIC")), [""])
    if len(found) < _PARTS:
        found = [*found, *_EMPTY[len(found) :]]
    return NameParts(
        found[0],
        found[1],
        found[2],
        found[3],
        found[4],
        " ".join([g.phonetic[name] for name in _PHONETIC if name in g.phonetic]) if g.phonetic else "",
        g.sort_as or g.said.get("SORT-STRING", ""),
    )


def put_together(found: NameParts) -> str:
    """The parts in the order in which a card's reader shows them."""
    told = (found.prefix, found.given, found.additional, found.family, found.suffix)
    return " ".join(_JOINED.sub(" ", " ".join(told)).split())


def whole(
    g: Gathering, found: NameParts | None, positions: Iterable[Employment], reach: Iterable[Point]
) -> tuple[str, str]:
    """The name and the letters behind it; "" where nothing on the card names anybody."""
    if g.names:
        typed = g.names[0][1] if len(g.names) == 1 else min(g.names, key=lambda one: one[0])[1]
        return split_credentials(typed)
    if found is not None and (name := put_together(found)):
        return split_credentials(name)
    spare = (
        *g.aliases,
        *(place.organization for place in positions),
        *(point.value for point in reach if point.kind != "postal"),
        *(handle.value for handle in g.handles),
    )
    return next((" ".join(name.split()) for name in spare if name.strip()), ""), ""


def aliases(g: Gathering, name: str) -> tuple[str, ...]:
    """Nicknames, and the name in other forms: a second FN, a second N in another script."""
    if not (g.aliases or len(g.names) > 1 or len(g.structured) > 1):
        return ()
    others = [typed for _rank, typed in g.names if split_credentials(typed)[0] != name]
    for _head, told in g.structured[1:]:
        family, given, additional, prefix, suffix = (*told, "", "", "", "", "")[:_PARTS]
        others.append(put_together(NameParts(family, given, additional, prefix, suffix)))
    kept = (one for one in (*g.aliases, *others) if one and one != name)
    return tuple(dict.fromkeys(kept))
