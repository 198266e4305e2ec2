from __future__ import annotations

import re
import subprocess

from tests.house.tree import ROOT

MAKEFILE = (ROOT / "Makefile").read_text()


def test_every_target_has_a_sentence():
    targets = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE).group(1).split()
    without = [
        target for target in targets if not re.search(rf"^{target}:.*## \w.{{10,}}$", MAKEFILE, re.MULTILINE)
    ]
    assert len(targets) > 8
    assert not without


def test_every_rule_that_is_no_file_is_declared():
    declared = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE).group(1).split())
    assert set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE)) == declared


def test_make_alone_prints_the_sentences():
    said = subprocess.run(
        ["make", "-C", ROOT, "--no-print-directory"], capture_output=True, text=True, check=True
    )
    assert "make test" in said.stdout
    assert "make demo" in said.stdout
