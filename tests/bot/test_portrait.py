"""A story as a whole: everything that happened, in few enough words for one message."""

from __future__ import annotations

import re

import pytest

from bot.portrait import describe, timeline, timeline_page
from bot.render import MESSAGE_LIMIT, NEXT_ONE_TOO_LONG, Said, to_discord
from knowledge import Library, load_library


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


def pages_of(library: Library) -> list[Said]:
    pages = [timeline_page(library)]
    while later := [turn for turn in pages[-1].turns if turn.words == "Later"]:
        pages.append(timeline_page(library, int(later[0].address[1:])))
    return pages


def test_a_timeline_loses_no_row_and_no_word_between_its_pages(shipped: Library) -> None:
    pages = pages_of(shipped)
    assert [part.text for page in pages for part in page.parts] == timeline(shipped).text.splitlines()
    for number, page in enumerate(pages, start=1):
        content = to_discord(page)
        assert len(content) <= MESSAGE_LIMIT
        assert NEXT_ONE_TOO_LONG() not in content
        assert "…" not in content
        assert f"Page {number} of {len(pages)}." in content
    assert pages[0].text.startswith("1988: ")
    assert pages[-1].parts[-1].text.startswith("5 October 2022: ")


def test_a_page_past_the_end_is_the_last_one(shipped: Library, library: Library) -> None:
    assert timeline_page(shipped, 9999) == pages_of(shipped)[-1]
    assert timeline_page(library, 7).invitation is None


def test_rows_of_one_story_share_a_footnote_but_for_what_is_concluded(
    shipped: Library, library: Library
) -> None:
    shared = [note for note in timeline(shipped).notes if "in our reading" not in note]
    assert len(shared) == 1
    assert re.fullmatch(r"CNN, 5 October 2022, byline and paragraphs 1, [\d, ]+ and 12", shared[0])
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
