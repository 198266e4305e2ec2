"""How well people are said to know each other."""

from __future__ import annotations

import pytest

from acquaint.text.knowing import knowing


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("", "knows"),
        ("from the choir", "knows"),
        ("Sister", "well"),
        ("they are old friends", "well"),
        ("worked closely for years", "well"),
        ("met once at a fair", "met"),
        ("doesn’t know her well", "met"),
        ("only online", "met"),
    ],
)
def test_the_words_say_how_well(words, read):
    assert knowing(words) == read
