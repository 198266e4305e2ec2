from __future__ import annotations

from datetime import date, timedelta

from django.utils import translation

from acquaint.actions import debriefs, interactions, interviews, introductions, journals, openings
from acquaint.actions.changes import writing
from acquaint.actions.samples import filling
from acquaint.models import Interaction, InteractionPerson, Introduction, JournalEntry, Person
from acquaint.queries.exports import story as stories
from acquaint.queries.exports import whole
from tests import world


def text(scope) -> str:
    return b"".join(whole.export(scope, "md").pieces).decode()


def test_it_is_told_by_date_with_everything_that_was_written_down(scope):
    ada, ben = world.know(scope, "Ada Moss", "Ben Varga")
    at = scope.local_now.replace(tzinfo=None) - timedelta(days=2)
    journals.add(scope, text="# The quiet ward\n- is the *one*", on=date(2026, 2, 27))
    journals.add(scope, text="Worth reading", url="https://example.org/a", person=ada, on=date(2026, 3, 3))
    interviews.hold(scope, person=ada, at=at)
    debriefs.keep(scope, person=ada, text="learned: nurses\nadvice: one page\nwill: make it")
    introductions.offered(scope, introducer=ada, name="Cleo Ng")
    introductions.made(scope, introduction=Introduction.objects.of(scope).get().key, on=date(2026, 3, 3))
    openings.add(scope, role="Clerk", organization="Ferncare", source=ben)
    openings.add(scope, role="Hidden role", organization="Ferncare", source=ben, confidential=True)
    interactions.log(scope, people=[ben], kind="coffee", text="On bridges", on=date(2026, 3, 1))
    told = text(scope)
    wanted = (
        "# My search, day by day", "## February 2026", "### Friday 27 February 2026",
        "> \\# The quiet ward\\", "> \\- is the \\*one\\*", "## March 2026", "### Sunday 1 March 2026",
        "Coffee with Ben Varga.", "> On bridges", "### Monday 2 March 2026", "Talked with Ada Moss",
        "- Learned: nurses", "- Advice: one page", "- What I will do: make it",
        "### Tuesday 3 March 2026", "A page I kept: About Ada Moss",
        "[https://example.org/a](<https://example.org/a>)", "> Worth reading",
        "Ada Moss introduced me to Cleo Ng.", "Ben Varga told me of an opening: Clerk at Ferncare.",
        "## People", "### Ada Moss", "### Cleo Ng", "- Introduced by Ada Moss",
    )  # fmt: skip
    places = [told.find(part) for part in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)
    assert "Hidden role" not in told


def test_what_an_import_brought_is_no_story(scope):
    [ada] = world.know(scope, "Ada Moss")
    with writing(scope, "import.apply") as w:
        row = w.add(
            Interaction, on=scope.today, kind="message", direction="in", text="Hello!", source="linkedin"
        )
        w.add(InteractionPerson, interaction=row, person=w.get(Person, ada))
    assert "Hello" not in text(scope)
    assert [one.words for one in stories.moments(scope, person=Person.objects.get(key=ada).pk)] == ["Hello!"]


def test_a_long_search_is_told_in_order_and_in_lots(scope, monkeypatch):
    filling.fill(scope)
    whole_story = text(scope)
    days = [one.day for one in stories.moments(scope)]
    monkeypatch.setattr(stories, "LOT", 2)
    assert text(scope) == whole_story
    assert len(days) > JournalEntry.objects.of(scope).count()
    assert sorted(set(days), key=days.index) == list(dict.fromkeys(days))


def test_it_is_worded_in_the_language_of_who_asked_even_when_read_later(scope):
    journals.add(scope, text="x")
    with translation.override("de"):
        found = whole.export(scope, "md")
    assert "März 2026" in b"".join(found.pieces).decode()
