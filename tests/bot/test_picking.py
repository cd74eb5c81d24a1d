"""Entries at random, and entries by their words."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.picking import NOTHING, Picker, Shuffled
from knowledge import Library


@given(seed=st.integers(), count=st.integers(1, 6))
def test_nothing_repeats_until_all_were_dealt(library: Library, seed: int, count: int) -> None:
    facts = library.stories[0].all_told("fact")[:count]
    shuffled = Shuffled(chance=random.Random(seed))
    dealt = [shuffled.deal("here", facts).ref for _ in range(count * 4)]
    for start in range(0, len(dealt), count):
        assert len(set(dealt[start : start + count])) == count
    if count > 1:
        assert all(first != second for first, second in pairwise(dealt))


def test_places_do_not_share_a_pack(library: Library) -> None:
    facts = library.stories[0].all_told("fact")[:1]
    shuffled = Shuffled()
    assert shuffled.deal("here", facts) == shuffled.deal("there", facts) == facts[0]


def test_only_so_many_places_are_remembered(library: Library) -> None:
    facts = library.stories[0].all_told("fact")
    shuffled = Shuffled(limit=10)
    for place in range(1000):
        shuffled.deal(place, facts)
    assert len(shuffled) == 10


def test_an_entry_that_left_the_story_is_no_obstacle(library: Library) -> None:
    facts = library.stories[0].all_told("fact")
    shuffled = Shuffled()
    for _ in facts:
        shuffled.deal("here", facts)
    assert shuffled.deal("here", facts[:1]) == facts[0]


@pytest.mark.parametrize("search", ["", "   "])
def test_no_words_mean_one_at_random(library: Library, search: str) -> None:
    assert Picker(library).quote("here", search).outcome == "answer"


def test_an_empty_kind_is_said_to_be_empty(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(library.stories[0]), "all_told", lambda *_: ())
    assert Picker(library).fact("here").text == NOTHING()


def test_a_pack_is_used_though_nothing_was_dealt_from_it_yet(library: Library) -> None:
    shuffled = Shuffled()
    Picker(library, shuffled).fact("here")
    assert len(shuffled) == 1
