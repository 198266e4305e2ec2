"""The command table: name, where the command lives and one line of help, so that root help loads no command.

A command is listed here and nowhere else; docs/recipes/command.md tells how to add one.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One command of a group: its name, `dotted.module:attribute`, and its help in one line."""

    name: str
    target: str
    help: str


class Section(NamedTuple):
    """Rows that stand under one heading in the help."""

    heading: str
    rows: tuple[Row, ...]


ROOT = (
    Section(
        "Every day",
        (
            Row("today", "acquaint.cli.today:today", "The plan for today, within your capacity."),
            Row("add", "acquaint.cli.capture:add", "Write down in one line what just happened."),
            Row(
                "log",
                "acquaint.cli.interactions:log",
                "Log a contact of any kind, with one person or several.",
            ),
            Row("draft", "acquaint.cli.drafts:draft", "Draft a message from what is recorded."),
            Row("sent", "acquaint.cli.drafts:sent", "Log that you sent a message."),
            Row("later", "acquaint.cli.today:later", "Put a suggestion off until a better day."),
            Row("rest", "acquaint.cli.today:rest", "Let a person rest, with thanks."),
        ),
    ),
    Section(
        "Conversations",
        (
            Row("ask", "acquaint.cli.asks:ask", "Ask somebody to talk, and record what came of it."),
            Row("interview", "acquaint.cli.interviews:interview", "Book, confirm, move and hold interviews."),
            Row("prep", "acquaint.cli.prep:prep", "The one-page brief for your next conversation."),
            Row("debrief", "acquaint.cli.debriefs:debrief", "Write down what a conversation gave you."),
            Row("advice", "acquaint.cli.advice:advice", "Advice you were given, and what came of it."),
            Row("isolated", "acquaint.cli.isolated:isolated", "Conversations that nothing has followed yet."),
            Row("back", "acquaint.cli.isolated:back", "Whom it is easiest to go back to, and why."),
        ),
    ),
    Section(
        "People and what you know",
        (
            Row("person", "acquaint.cli.people:person", "Add, show, edit and list people."),
            Row("duplicates", "acquaint.cli.duplicates:duplicates", "Who may be here twice, and why."),
            Row(
                "organization",
                "acquaint.cli.organizations:organization",
                "Employers and other places.",
            ),
            Row("field", "acquaint.cli.fields:field", "Industries and lines of work you explore."),
            Row("interest", "acquaint.cli.interests:interest", "Common ground: what a person cares about."),
            Row(
                "interaction",
                "acquaint.cli.interactions:interaction",
                "Logged contacts: list, correct, take away.",
            ),
            Row("promise", "acquaint.cli.promises:promise", "Promises, yours and theirs."),
            Row("intro", "acquaint.cli.introductions:intro", "Introductions you receive and give."),
            Row("opening", "acquaint.cli.openings:opening", "Jobs you heard of, and who told you."),
            Row("question", "acquaint.cli.questions:question", "Questions you want to ask."),
            Row("journal", "acquaint.cli.journals:journal", "What you experienced, and pages you keep."),
            Row("tree", "acquaint.cli.introductions:tree", "Who came to you through whom, by generation."),
            Row("recall", "acquaint.cli.recall:recall", "Who is likely to think of you, and for what."),
            Row("right", "acquaint.cli.right:right", "Was it right what was expected, and who answers."),
            Row("fit", "acquaint.cli.fit:fit", "How you liked the people of each field, with names."),
            Row("recommend", "acquaint.cli.recommend:recommend", "Whom you could name for an opening."),
            Row("path", "acquaint.cli.paths:path", "Through whom to reach a person, a place or a field."),
            Row("map", "acquaint.cli.networks:map_", "Groups, who stands between, where it leans one way."),
            Row(
                "what-if",
                "acquaint.cli.what_if:what_if",
                "What keeping in touch would leave alive, as a range.",
            ),
            Row("who", "acquaint.cli.search:who", "Search people, notes, talks and organizations."),
        ),
    ),
    Section(
        "Your data",
        (
            Row("import", "acquaint.cli.imports:import_", "Bring your people; previews before it writes."),
            Row("imports", "acquaint.cli.imports:imports", "Past imports: decide, or take one back."),
            Row("undo", "acquaint.cli.history:undo", "Take the last change back, or the one you name."),
            Row("redo", "acquaint.cli.history:redo", "Do again what was undone last."),
            Row("history", "acquaint.cli.history:history", "Every change, newest first."),
            Row("export", "acquaint.cli.exports:export", "Take it out: cards, calendar, table, story, all."),
            Row("backup", "acquaint.cli.safety:backup", "Write a verified copy of everything."),
            Row("restore", "acquaint.cli.safety:restore", "Put a backup in place of the current data."),
            Row("doctor", "acquaint.cli.safety:doctor", "Check that all is well with the data."),
            Row("path-of-data", "acquaint.cli.safety:path_of_data", "Where your data lies."),
            Row("settings", "acquaint.cli.settings:settings", "Your energy, zone, language and weekend."),
        ),
    ),
    Section(
        "The app",
        (
            Row("serve", "acquaint.project.serve:serve", "Open the app in your browser."),
            Row("demo", "acquaint.project.demo:demo", "Try everything on a generated sample network."),
            Row("bench", "acquaint.cli.bench:bench", "Put the models behind it all to the test."),
            Row("schema", "acquaint.cli.schemas:schema", "The published shape of a command's JSON."),
            Row("completion", "acquaint.cli.completion:completion", "Completion for bash, zsh or fish."),
        ),
    ),
)
