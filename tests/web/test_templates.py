"""Every template compiles, and none holds what our policy forbids or what would let text out unescaped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import acquaint.web

ROOT = Path(acquaint.web.__file__).parent / "templates"
TEMPLATES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html"))
UNSAFE = re.compile(
    r"\|\s*safe\b|autoescape\s+off|safeseq|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)"
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles(name):
    get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_escapes_and_has_nothing_inline(name):
    found = UNSAFE.search((ROOT / name).read_text(encoding="utf-8"))
    assert found is None, found


@pytest.mark.parametrize("bad", ["{{ a|safe }}", '<p style="a">', "<p onclick=a>", "<script>a</script>"])
def test_the_search_for_unsafe_things_finds_them(bad):
    assert UNSAFE.search(bad)
