"""A story as a whole: everything that happened, in few enough words for one message."""

from __future__ import annotations

import re

import pytest

from bot.portrait import describe, timeline
from bot.render import MESSAGE_LIMIT, NEXT_ONE_TOO_LONG, to_discord
from knowledge import Library, load_library


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


def test_a_timeline_reaches_from_the_first_year_to_the_last_in_one_message(shipped: Library) -> None:
    content = to_discord(timeline(shipped))
    rows = [line for line in content.splitlines() if not line.startswith("-#")]
    assert len(content) < MESSAGE_LIMIT
    assert NEXT_ONE_TOO_LONG not in content
    assert rows[0].startswith("1988: ")
    assert rows[-1].startswith("5 October 2022: ")


def test_a_timeline_has_one_footnote_a_story(shipped: Library, library: Library) -> None:
    (note,) = timeline(shipped).notes
    assert re.fullmatch(r"CNN, 5 October 2022, byline and paragraphs 1, [\d, ]+ and 12", note)
    assert timeline(library).notes == ("The Skerry Post, 9 November 1931, paragraphs 1, 2, 3 and 4",)


def test_a_timeline_tells_of_the_source_only_when_it_was_published(shipped: Library) -> None:
    assert "copyright" not in timeline(shipped).text


def test_a_moment_with_one_topic_is_one_row(shipped: Library) -> None:
    assert timeline(shipped).text.count("2016: ") == 1


def test_a_short_timeline_is_told_in_whole_sentences(library: Library) -> None:
    assert "…" not in timeline(library).text


def test_after_who_somebody_is_the_storys_starters_come_first(shipped: Library) -> None:
    offers = [told.entry.id for told in describe(shipped, "Derek").offers]
    assert offers == ["who-helped", "injury-muscle", "derek-tribute"]


@pytest.mark.parametrize("name", ["Jim", "Derek", "Michael Johnson", "the family"])
def test_who_somebody_is_is_not_offered_again(shipped: Library, name: str) -> None:
    assert not [told.ref for told in describe(shipped, name).offers if told.entry.id.endswith("-who")]


def test_facts_about_somebody_come_before_facts_they_only_stand_in(shipped: Library) -> None:
    subjects = [told.entry.about[0] for told in describe(shipped, "the stewards").offers]
    assert subjects == sorted(subjects, key=lambda subject: subject != "stewards")
