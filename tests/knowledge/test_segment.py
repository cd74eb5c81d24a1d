"""Which parts of a message ask: two questions are cut apart, one stays whole."""

from __future__ import annotations

import pytest

from knowledge.language import Language
from knowledge.segment import asking, asks, clauses


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("Who won?", ("Who won?",)),
        ("Who built the boat and how old was he?", ("Who built the boat", "how old was he?")),
        ("who won, and what did he say?", ("who won", "what did he say?")),
        ("who won? what did he say?", ("who won?", "what did he say?")),
        ("who won?when?", ("who won?", "when?")),
        ("who won; when was it", ("who won", "when was it")),
        ("how old was he & where did he live", ("how old was he", "where did he live")),
        ("what was it plus why", ("what was it", "why")),
        ("who won\nwhen was it", ("who won", "when was it")),
        ("when and where was it and who won", ("when was it", "where was it", "who won")),
        # one question
        ("love and support", ("love and support",)),
        ("who gave love and support?", ("who gave love and support?",)),
        ("did he win gold and silver", ("did he win gold and silver",)),
        ("what did Edvin and Maren say", ("what did Edvin and Maren say",)),
        ("and when?", ("and when?",)),
        # nothing is lost where there is nothing
        ("", ("",)),
        ("   ", ("   ",)),
    ],
)
def test_a_message_is_cut_where_both_sides_ask(
    english: Language, message: str, parts: tuple[str, ...]
) -> None:
    assert clauses(message, english) == parts


def test_of_a_very_long_message_the_end_is_read(english: Language) -> None:
    assert clauses("It rained. " * 50 + "Who won?", english)[-1] == "Who won?"
    assert len(clauses("who? " * 50, english)) < 10


@pytest.mark.parametrize("before", [0, 1, 20])
def test_a_very_long_message_is_read_where_its_question_mark_stands(english: Language, before: int) -> None:
    message = "It rained. " * before + "Who won? " + "It was cold. " * 30
    assert clauses(message, english) == (*["It rained."] * min(before, 1), "Who won?")


@pytest.mark.parametrize(
    ("parts", "places"),
    [
        (["It rained all day.", "I got wet.", "Who won?"], (2,)),
        (["Who won?", "I was there.", "And when?"], (0, 2)),
        (["it rained", "tell me who won"], (1,)),
        (["who won", "when was it"], (0, 1)),
        (["I like boats.", "They float."], (1,)),
        (["hello"], (0,)),
    ],
)
def test_a_long_message_is_read_by_its_question(
    english: Language, parts: list[str], places: tuple[int, ...]
) -> None:
    assert asking(parts, english) == places


@pytest.mark.parametrize(
    ("clause", "is_asking"),
    [
        ("Who won?", True),
        ("who won", True),
        ("wat happened", True),
        ("did she win", True),
        ("tell me about the boat", True),
        ("in which year", True),
        ("really?", True),
        ("I like boats", False),
        ("support", False),
        ("", False),
    ],
)
def test_what_asks(english: Language, clause: str, is_asking: bool) -> None:
    assert asks(clause, english) is is_asking
