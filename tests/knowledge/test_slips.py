"""Slips of the hand, made on purpose."""

from __future__ import annotations

from random import Random

import pytest
from rapidfuzz.distance import OSA

from knowledge.slips import mistyped


@pytest.mark.parametrize(
    "text", ["Who built the boat of cedar?", "how old was he", "Where did they finish", "ANCHOR"]
)
def test_a_text_is_mistyped_in_a_word_or_two(text: str) -> None:
    made = {mistyped(text, Random(seed)) for seed in range(40)}
    assert len(made) > 3
    for slipped in made:
        assert slipped == slipped.lower()
        assert 0 <= OSA.distance(text.lower(), slipped) <= 4


@pytest.mark.parametrize("text", ["", "a", "is it", "1987 ?!"])
def test_what_has_no_word_to_slip_in_stays(text: str) -> None:
    assert OSA.distance(mistyped(text, Random(1)), text) <= 1


def test_the_same_seed_slips_alike() -> None:
    assert mistyped("who built the boat", Random(7)) == mistyped("who built the boat", Random(7))
