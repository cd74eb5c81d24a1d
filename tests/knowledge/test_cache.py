"""What was learnt of a story is kept, found again, and never trusted when it does not fit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge import SHIPPED_STORIES, Answer, Library, Story, load_library, load_story
from knowledge.cache import fingerprint, kept_or_learnt, shipped
from knowledge.language import load_language
from knowledge.learn import Learnt, learn
from knowledge.names import NameFinder

LIGHTHOUSE = Path(__file__).parents[1] / "stories" / "lighthouse.toml"


@pytest.fixture(scope="module")
def story() -> Story:
    return load_story(LIGHTHOUSE)


def learnt(story: Story) -> Learnt:
    language = load_language(story.heading.language)
    return learn(story, language, NameFinder(story, language))


@pytest.mark.parametrize("path", sorted(SHIPPED_STORIES.glob("*.toml")), ids=lambda path: path.stem)
def test_what_was_learnt_of_a_shipped_story_is_of_this_story_and_this_code(path: Path) -> None:
    story = load_story(path)
    with np.load(shipped(story.id)) as kept:
        found = bytes(kept["key"]).decode()
    assert found == fingerprint(story), "run `python -m knowledge` and commit what it wrote"


def test_a_second_start_takes_what_the_first_one_kept(story: Story, tmp_path: Path) -> None:
    first = kept_or_learnt(story, tmp_path, lambda: learnt(story))
    second = kept_or_learnt(story, tmp_path, lambda: pytest.fail("learnt again"))
    assert second.supports == first.supports
    assert np.array_equal(second.head.output, first.head.output)
    assert np.array_equal(second.head.hidden, first.head.hidden)
    assert np.array_equal(second.exact.digests, first.exact.digests)
    assert [second.exact.find(entry.asked[0]) for entry in story.entries.values()] == [
        *range(len(story.entries))
    ]


@pytest.mark.parametrize("rubbish", [b"", b"PK\x03\x04", b"not a zip file", b"\x93NUMPY"])
def test_a_spoilt_file_is_learnt_anew(story: Story, tmp_path: Path, rubbish: bytes) -> None:
    kept_or_learnt(story, tmp_path, lambda: learnt(story))
    (kept,) = tmp_path.glob("*.npz")
    kept.write_bytes(rubbish)
    found = kept_or_learnt(story, tmp_path, lambda: learnt(story))
    assert len(found.supports) == len(story.entries)


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(story: Story, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("no folder")
    assert len(kept_or_learnt(story, blocked, lambda: learnt(story)).supports) == len(story.entries)


def test_few_files_are_kept(story: Story, tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.npz").write_bytes(b"old")
    kept_or_learnt(story, tmp_path, lambda: learnt(story))
    assert len(list(tmp_path.glob("*.npz"))) == 16


def test_answers_are_the_same_from_the_cache(story: Story, tmp_path: Path) -> None:
    question = story.tell(next(iter(story.entries))).entry.asked[0]
    for library in (
        Library([story]),
        load_library([LIGHTHOUSE], tmp_path),
        load_library([LIGHTHOUSE], tmp_path),
    ):
        assert isinstance(library.ask(question), Answer)
