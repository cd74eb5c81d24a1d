"""The story all tests of knowledge/ ask, prepared once and kept nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Library, Story
from knowledge.language import Language, load_language
from knowledge.match import Matcher
from knowledge.store import load_stories, load_story

STORIES = Path(__file__).parents[1] / "stories"
REGATTA = STORIES / "regatta.toml"


@pytest.fixture(scope="session")
def story() -> Story:
    """Return the story of the regatta."""
    return load_story(REGATTA)


@pytest.fixture(scope="session")
def regatta(story: Story) -> Library:
    """Return a library of the regatta alone."""
    return Library([story])


@pytest.fixture(scope="session")
def both() -> Library:
    """Return a library of two stories."""
    return Library(load_stories([STORIES / "lighthouse.toml", REGATTA]))


@pytest.fixture(scope="session")
def matcher(story: Story) -> Matcher:
    """Return the regatta as the engine ranks it."""
    return Matcher(story)


@pytest.fixture(scope="session")
def english() -> Language:
    """Return the English tables."""
    return load_language("en")
