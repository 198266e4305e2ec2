"""The people of the sample: who they are, where they work, how they can be reached. Pure, from a seed."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass

from acquaint.actions.samples.tables import names, work
from acquaint.text.names import normalise

SINGLE_NAME_EVERY = 29
CREDENTIALS_EVERY = 11


@dataclass(frozen=True, slots=True)
class Job:
    """A position as the sample tells it: partial dates, `ended` empty while it lasts."""

    organization: str
    title: str
    started: str
    ended: str = ""
    kind: str = "work"


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the cast, before anything happens."""

    number: int
    name: str
    sort_name: str
    credentials: str
    pronunciation: str
    email: str
    phone: str
    profile: str
    how_met: str
    field: str
    skill: str
    interests: tuple[str, ...]
    jobs: tuple[Job, ...]


def members(rng: random.Random, count: int, year: int) -> list[Member]:
    """`count` people with distinct names; `year` is the current one, for the dates of their positions."""
    taken: set[str] = set()
    return [_member(rng, number, year, taken) for number in range(count)]


def _member(rng: random.Random, number: int, year: int, taken: set[str]) -> Member:
    name, sort_name = _name(rng, number, taken)
    line = rng.choices(work.LINES, weights=(10, 6, 5, 4, 2))[0]
    slug = _slug(name, number)
    return Member(
        number=number,
        name=name,
        sort_name=sort_name,
        credentials=rng.choice(names.CREDENTIALS) if number % CREDENTIALS_EVERY == 3 else "",
        pronunciation=next((said for part, said in names.PRONOUNCED.items() if part in name.split()), ""),
        email=f"{slug}@example.{rng.choice(('org', 'com', 'net'))}" if rng.random() < 0.8 else "",
        phone=f"+44 20 7946 {rng.randrange(1000):04d}" if rng.random() < 0.35 else "",
        profile=f"https://www.linkedin.com/in/sample-{slug}",
        how_met=work.HOW_MET[number % len(work.HOW_MET)],
        field=line.field,
        skill=rng.choice(line.skills),
        interests=tuple(rng.sample(work.INTERESTS, rng.randint(1, 3))),
        jobs=_jobs(rng, line, year),
    )


def _name(rng: random.Random, number: int, taken: set[str]) -> tuple[str, str]:
    """A name as typed, and how it sorts; a large crowd gets middle initials rather than namesakes only."""
    if number and number % SINGLE_NAME_EVERY == 0:
        single = names.SINGLE_NAMES[(number // SINGLE_NAME_EVERY) % len(names.SINGLE_NAMES)]
        if single not in taken:
            taken.add(single)
            return single, single
    culture = names.CULTURES[(number * 5) % len(names.CULTURES)]
    given, family = rng.choice(culture.given), rng.choice(culture.family)
    for _ in range(20):
        if f"{given} {family}" not in taken:
            break
        given, family = rng.choice(culture.given), rng.choice(culture.family)
    else:
        given = f"{given} {'. '.join(rng.choices('ABCDEFGHJKLMNPRSTVW', k=2))}."
    taken.add(f"{given} {family}")
    typed = f"{family} {given}" if culture.family_first else f"{given} {family}"
    return typed, f"{family}, {given}"


def _slug(name: str, number: int) -> str:
    plain = unicodedata.normalize("NFKD", normalise(name)).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split()) + f"-{number}"


def _jobs(rng: random.Random, line: work.Line, year: int) -> tuple[Job, ...]:
    started = year - rng.randint(1, 6)
    now = Job(rng.choice(line.organizations), rng.choice(line.titles), f"{started}-{rng.randint(1, 12):02d}")
    jobs = [now]
    if rng.random() < 0.45:
        before = rng.choice(work.LINES)
        began = started - rng.randint(2, 6)
        jobs.append(
            Job(rng.choice(before.organizations), rng.choice(before.titles), str(began), str(started))
        )
    if rng.random() < 0.4:
        school = rng.choice(work.SCHOOLS)
        jobs.append(Job(school, rng.choice(work.SUBJECTS), str(year - 12), str(year - 9), "study"))
    return tuple(jobs)
