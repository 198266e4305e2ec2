from __future__ import annotations

import re

import pytest

from acquaint.cli.table import ROOT as SECTIONS
from acquaint.messages.deeds import DEEDS
from tests.house.tree import ROOT, name, sources

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
COMMANDS = [row.name for section in SECTIONS for row in section.rows]
ELSEWHERE = re.compile(r"\b(?:METHOD|DESIGN|TESTS|UX|SCIENCE|PEERS|RIVAL|PERFORMANCE)(?: §| M?\d|\.md)")
DEED = re.compile(r'(?:writing|_about|changing|moving)\(\s*scope,\s*"([a-z]+\.[a-z_-]+)"')


@pytest.mark.parametrize("command", COMMANDS)
def test_the_guide_tells_of_every_command(command):
    assert re.search(rf"`(acquaint )?{command}\b", GUIDE) or f"acquaint {command}" in GUIDE


@pytest.mark.parametrize("page", sources(".md"), ids=name)
def test_every_link_of_a_page_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not [link for link in broken if not link.endswith(".png")]


@pytest.mark.parametrize("page", sources(".md"), ids=name)
def test_no_page_shows_a_command_that_is_not_there(page):
    shown = re.findall(
        r"(?:^|`)acquaint (?:--\S+ \S+ )*([a-z][a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert not set(shown) - set(COMMANDS)


@pytest.mark.parametrize("path", sources(".py", ".css", ".js", ".html", under="acquaint"), ids=name)
def test_no_comment_leans_on_a_page_that_does_not_ship(path):
    assert not ELSEWHERE.findall(path.read_text(encoding="utf-8"))


def test_history_has_words_for_every_deed():
    done = {
        code for path in sources(".py", under="acquaint/actions") for code in DEED.findall(path.read_text())
    }
    assert len(done) > 20
    assert not done - set(DEEDS)
