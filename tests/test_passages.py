"""The text of a source: its paragraphs, and what stands in them."""

from __future__ import annotations

import pytest

from knowledge.passages import SourceText, numbers_in, with_spelt_dates


@pytest.mark.parametrize(
    ("text", "header_blocks", "paragraphs"),
    [
        ("", 0, {}),
        ("\n\n \n", 0, {}),
        ("One.\n\nTwo.", 0, {1: "One.", 2: "Two."}),
        ("One.\r\n\r\nTwo\r\nlines.", 0, {1: "One.", 2: "Two\nlines."}),
        ("By A\n\nOn B\n \t\n\nOne.\n", 2, {0: "By A\nOn B", 1: "One."}),
    ],
)
def test_paragraphs_are_what_stands_between_blank_lines(
    text: str, header_blocks: int, paragraphs: dict[int, str]
) -> None:
    assert SourceText.split(text, header_blocks).paragraphs == paragraphs


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("he was here", False),
        ("she was here", True),
        ("she was her", False),
        ('said "no"', True),
        ("said “no”", True),
        ("Said “no”", False),
    ],
)
def test_words_are_found_letter_for_letter_and_whole(words: str, holds: bool) -> None:
    assert SourceText.split("She said “no”, and she was here.").holds(words, [1]) is holds


@pytest.mark.parametrize(
    ("words", "quoted"),
    [("yes, and no", True), ("he said", False), ("it goes on", True), ("after it", False)],
)
def test_words_between_quotation_marks_are_told_from_others(words: str, quoted: bool) -> None:
    text = SourceText.split("“Yes — yes, and no,” he said.\n\n“First.” It was after it. “And it goes on")
    assert text.is_quoted(words, [1, 2]) is quoted


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("at 07:05 on 2019-03-14", {"7", "5", "2019", "3", "14"}),
        ("4x400m, 250m, 1,234,567 and 2.5", {"4", "400", "250", "1234567", "2.5"}),
        ("Twenty one of sixty-two, the second, not the two", {"21", "62", "2"}),
        ("nobody, one, often, wonderful", set()),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


def test_what_only_looks_like_a_date_is_left() -> None:
    assert with_spelt_dates("on 2022-13-45") == "on 2022-13-45"
