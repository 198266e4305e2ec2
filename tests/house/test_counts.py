"""A sentence that counts has a form for one and a form for many, in every language."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.tree import name, sources

SAYS = {"_", "gettext", "say", "translate"}
NUMBER = r"\{(?:count|n|people|rows|minutes|days|talks|files|words)\}"
COUNTS = re.compile(NUMBER + r" (?!is\b|was\b|has\b)[a-z]+s\b")


def counted(text):
    """Sentences with a number before a plural that go through a call for one form only."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    paired = {id(arg) for call in calls if getattr(call.func, "id", "") == "Counted" for arg in call.args}
    for call in calls:
        called = "" if id(call) in paired else getattr(call.func, "id", getattr(call.func, "attr", ""))
        said = call.args[0] if call.args else None
        if called in SAYS and isinstance(said, ast.Constant) and COUNTS.search(str(said.value)):
            yield said.value


@pytest.mark.parametrize("path", sources(".py", under="acquaint"), ids=name)
def test_no_count_is_worded_for_many_only(path):
    assert list(counted(path.read_text(encoding="utf-8"))) == []


def test_the_search_finds_one_that_is():
    assert list(counted('_("{count} rows are in.")')) == ["{count} rows are in."]
    assert list(counted('ngettext("{count} row is in.", "{count} rows are in.", n)')) == []
