"""What a reader is shown of an entry: its words, its footnote, its label."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge import Quote, Source, Story
from knowledge.model import LABEL_LENGTH, shorten, spell_date
from knowledge.proof import plain_quote, proof_of

GAZETTE = "The Brackwater Gazette, 2 August 2019"


@pytest.mark.parametrize(
    ("entry", "text", "footnote"),
    [
        ("gold", "Maren Holt was given a gold medal.", f"{GAZETTE}, paragraph 1"),
        (
            "jonas-launch",
            "Jonas Holt steered the launch that followed the race.",
            f"{GAZETTE}, paragraph 5 · according to Edvin Holt",
        ),
        (
            "photo",
            "The club shared a photograph of the finish on Instagram in 2019.",
            f"{GAZETTE}, paragraphs 6 and 7 · in our reading: The report says three days ago",
        ),
        (
            "edvin-boat",
            "Edvin Holt: “A boat is only as stubborn as the one who sits in it.”",
            f"{GAZETTE}, paragraph 3",
        ),
        (
            "maren-crack",
            "Maren Holt, at the landing stage: “I heard the crack, and then I pulled with what was left.”",
            f"{GAZETTE}, paragraph 2",
        ),
        ("heron-cost", "The story doesn't say what the Heron cost.", None),
    ],
)
def test_what_is_told(story: Story, entry: str, text: str, footnote: str | None) -> None:
    told = story.tell(entry)
    assert (told.text, told.footnote) == (text, footnote)
    assert told.ref == f"regatta/{entry}"


@pytest.mark.parametrize(
    ("paragraphs", "cited"),
    [
        ([1], "paragraph 1"),
        ([2, 1, 2], "paragraphs 1 and 2"),
        ([3, 1, 2], "paragraphs 1, 2 and 3"),
        ([0], "byline"),
        ([0, 4], "byline and paragraph 4"),
        ([5, 0, 4], "byline and paragraphs 4 and 5"),
    ],
)
def test_a_source_cites_its_paragraphs(paragraphs: list[int], cited: str) -> None:
    source = Source(publisher="The Post", author="Ada Moor", published=dt.date(1931, 11, 9))
    assert source.cite(paragraphs) == f"The Post, 9 November 1931, {cited}"


def test_every_quote_stands_verbatim_in_what_is_told(story: Story) -> None:
    for told in story.all_told("quote"):
        assert isinstance(told.entry, Quote)
        assert told.text.endswith(f"“{told.entry.text}”")


def test_an_unknown_entry_is_told_as_a_key_error(story: Story) -> None:
    with pytest.raises(KeyError):
        story.tell("nothing")


def test_entries_are_told_by_kind_in_the_file_s_order(story: Story) -> None:
    assert [told.entry.kind for told in story.all_told("quote", "silence")] == ["quote"] * 4 + ["silence"] * 8
    assert [told.entry.id for told in story.all_told()] == list(story.entries)


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("short", 10, "short"),
        ("on  two\nlines", 20, "on two lines"),
        ("exactly ten", 11, "exactly ten"),
        ("cut at a word", 10, "cut at a…"),
        ("no comma, here", 11, "no comma…"),
        ("x" * 20, 10, "x" * 9 + "…"),
        ("a " + "x" * 20, 10, "a xxxxxxx…"),
        ("", 5, ""),
    ],
)
def test_labels_are_cut_at_a_word(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short
    assert len(short) <= width


def test_every_label_fits_a_button(story: Story) -> None:
    assert all(0 < len(told.label) <= LABEL_LENGTH for told in story.all_told())


def test_a_date_is_spelt_as_a_reader_writes_it() -> None:
    assert spell_date(dt.date(2019, 8, 2)) == "2 August 2019"


def test_another_score_leaves_the_rest_alone(story: Story) -> None:
    told = story.tell("gold")
    other = told.scored(0.5)
    assert (told.score, other.score, other.text, other.entry) == (1.0, 0.5, told.text, told.entry)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Derek’s “dad”", 'Derek\'s "dad"', True),
        ("two  words\n", "two words", True),
        ("two words", "two word", False),
        ("Two words", "two words", False),
        ("two, words", "two words", False),
    ],
)
def test_a_proof_allows_for_marks_and_space_alone(one: str, other: str, alike: bool) -> None:
    assert (proof_of(one) == proof_of(other)) is alike
    assert (plain_quote(one) == plain_quote(other)) is alike


def test_a_proof_is_a_seal_of_fixed_form() -> None:
    assert proof_of("A harbour without a crane is a pond") == (
        "sha256:09656c3ec573355c5888ecbc93a55a4a84913239db560261d240976ec08184c9"
    )
