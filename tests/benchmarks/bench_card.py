"""How long a card takes: `python -m pytest tests/benchmarks/bench_card.py` (200 ms are what it may take)."""

from __future__ import annotations

from typing import Any

import pytest

from bot.card import card_for
from knowledge import SHIPPED_STORIES
from knowledge.store import load_story

QUOTES = sorted(
    load_story(SHIPPED_STORIES / "jim-redmond.toml").all_told("quote"), key=lambda told: len(told.entry.text)
)


@pytest.mark.parametrize("told", [QUOTES[0], QUOTES[-1]], ids=["shortest", "longest"])
def test_a_card_is_drawn(benchmark: Any, told: Any) -> None:
    card = benchmark(lambda: card_for(told, dark=True))
    assert card
