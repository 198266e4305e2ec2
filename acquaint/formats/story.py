"""A search told by date in Markdown: what was written down, whom one met and what they said, pages kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from acquaint.formats.markdown import link, plain, quoted


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: `month` and `day` are headings, `said` a sentence of ours without markup.

    `words` are somebody's own, to be quoted; `points` (label, words) stand under it; `url` is a page kept.
    """

    month: str
    day: str
    said: str = ""
    words: str = ""
    points: tuple[tuple[str, str], ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody who comes into it: the name, and facts about them in one line each."""

    name: str
    facts: tuple[str, ...] = ()
    words: str = ""


def story(
    title: str, moments: Iterable[Moment], people: Iterable[Figure] = (), *, cast: str = ""
) -> Iterator[bytes]:
    """Yield the story in pieces: moments in the order given, then the people under the heading `cast`."""
    yield f"# {plain(title)}\n".encode()
    month = day = ""
    for moment in moments:
        lines: list[str] = []
        if moment.month != month:
            month, day = moment.month, ""
            lines += ["", f"## {plain(month)}"]
        if moment.day != day:
            day = moment.day
            lines += ["", f"### {plain(day)}"]
        lines += _told(moment)
        yield "".join(f"{line}\n" for line in lines).encode()
    for at, figure in enumerate(people):
        lines = ["", f"## {plain(cast)}"] if at == 0 else []
        lines += ["", f"### {plain(figure.name)}"]
        lines += _listed(plain(fact) for fact in figure.facts)
        if figure.words.strip():
            lines += ["", *quoted(figure.words)]
        yield "".join(f"{line}\n" for line in lines).encode()


def _told(moment: Moment) -> list[str]:
    lines: list[str] = []
    if moment.said:
        lines += ["", plain(moment.said)]
    if moment.url:
        lines += ["", link(moment.url)]
    if moment.words.strip():
        lines += ["", *quoted(moment.words)]
    return lines + _listed(f"{plain(label)}: {plain(words)}" for label, words in moment.points)


def _listed(points: Iterable[str]) -> list[str]:
    found = [f"- {point}" for point in points if point]
    return ["", *found] if found else []
