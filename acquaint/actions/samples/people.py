"""How the people of the sample come into it: the owner, friends brought along, those somebody named later."""

from __future__ import annotations

from acquaint.actions.samples.cast import Job, Member
from acquaint.actions.samples.story import Deed, Ref, Story
from acquaint.actions.samples.tables import work
from acquaint.text.names import normalise

START = -92  # three months in
ME = Ref("person", -1)


def begin(story: Story, name: str) -> Deed:
    """The first day: the owner, what they look for, and the fields they consider."""
    deed = story.deed(START, "import.apply", "a sample network")
    deed.rows.append((ME, {"name": name, "sort_name": name, "normal": normalise(name), "me_since": deed.on}))
    started = str(deed.on.year - 4)
    jobs = (
        Job(work.ME.organization, work.ME.title, started, deed.on.isoformat()[:7]),
        Job(work.ME.school, work.ME.subject, str(deed.on.year - 9), str(deed.on.year - 5), "study"),
    )
    for line in work.LINES:
        _field(story, deed, line)
    for job in (*jobs, *(job for member in story.cast for job in member.jobs)):
        _organization(story, deed, job.organization)
    _jobs(story, deed, ME, jobs)
    for kind, words in (
        ("skill", work.ME.skills),
        ("interest", work.ME.interests),
        ("language", work.ME.languages),
    ):
        for text in words:
            _interest(story, deed, ME, text, kind)
    story.add(deed, "search", one_liner=work.ME.one_liner, fields=work.ME.fields, started_on=deed.on)
    return deed


def enter(story: Story, deed: Deed, who: int, *, introduced_by: int | None = None) -> None:
    """A member of the cast becomes known; once only."""
    if who in story.known:
        return
    story.known.add(who)
    member = story.cast[who]
    person = Ref("person", who)
    deed.rows.append((person, _columns(member, deed, introduced_by)))
    for kind, value in (("email", member.email), ("phone", member.phone), ("profile", member.profile)):
        if value:
            normal = (
                value.removeprefix("https://www.").casefold() if kind == "profile" else value.replace(" ", "")
            )
            story.add(deed, "contact_point", person_id=person, kind=kind, value=value, normal=normal)
    _jobs(story, deed, person, member.jobs)
    _interest(story, deed, person, member.skill, "skill")
    for text in member.interests:
        _interest(story, deed, person, text, "interest")


def _columns(member: Member, deed: Deed, introduced_by: int | None) -> dict[str, object]:
    found: dict[str, object] = {
        "name": member.name,
        "normal": normalise(member.name),
        "sort_name": normalise(member.sort_name),
        "credentials": member.credentials,
        "pronunciation": member.pronunciation,
    }
    if introduced_by is None:
        return {**found, "how_met": member.how_met}
    return {**found, "introduced_by_id": Ref("person", introduced_by), "chosen_on": deed.on}


def _jobs(story: Story, deed: Deed, person: Ref, jobs: tuple[Job, ...]) -> None:
    for job in jobs:
        story.add(
            deed,
            "position",
            person_id=person,
            organization_id=story.names[job.organization],
            kind=job.kind,
            title=job.title,
            started=job.started,
            ended=job.ended,
        )


def _interest(story: Story, deed: Deed, person: Ref, text: str, kind: str) -> None:
    story.add(
        deed, "interest", person_id=person, text=text, normal=normalise(text), kind=kind, heard_on=deed.on
    )


def _field(story: Story, deed: Deed, line: work.Line) -> None:
    ref = story.add(
        deed, "field", name=line.field, normal=normalise(line.field), state=line.state, state_on=deed.on
    )
    story.names[line.field] = ref


def _organization(story: Story, deed: Deed, name: str) -> None:
    """The organization of that name, once; all are made on the first day, so that later deeds find them."""
    if name not in story.names:
        field = next((story.names[one.field] for one in work.LINES if name in one.organizations), None)
        story.names[name] = story.add(deed, "organization", name=name, normal=normalise(name), field_id=field)
