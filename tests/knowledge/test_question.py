"""How a question is read: chat spellings spelt out, set phrases replaced, and what it asks for."""

from __future__ import annotations

import pytest

from knowledge.language import Language
from knowledge.match import Matcher
from knowledge.question import Reader


@pytest.fixture(scope="module")
def reader(english: Language) -> Reader:
    return Reader(english)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("wat r u", "what are you"),
        ("whos dat", "who is that"),
        ("idk y", "why"),
        ("omg lol haha", ""),
        ("bro whats da time tho", "what is the time"),
        ("gimme ur vid pls", "give me your video"),
        ("it wasnt", "it was not"),
        ("didn’t ppl", "did not people"),
        ("on insta n yt", "on instagram and youtube"),
        # set phrases, the longest first
        ("he passed away", "he died"),
        ("how come he is no longer with us", "why he is dead"),
        ("what year", "when year"),
        ("which city", "where city"),
        ("for what reason", "why"),
        ("the united states of america", "the usa"),
        ("the united states", "the usa"),
    ],
)
def test_words_are_spelt_out(reader: Reader, written: str, read: str) -> None:
    assert " ".join(reader.read(written).words) == read


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How many people watched?", "how_many"),
        ("number of spectators", "how_many"),
        ("how much did it cost", "how_many"),
        ("How old was he?", "how_old"),
        ("what age was he", "how_old"),
        ("how long did it take", "how_long"),
        ("how fast was she", "how_long"),
        ("how far was it", "how_far"),
        ("When was it?", "when"),
        ("wen was it", "when"),
        ("what year was it", "when"),
        ("where did it happen", "where"),
        ("which city", "where"),
        ("who won", "who"),
        ("whos that", "who"),
        ("whose boat", "who"),
        ("why", "why"),
        ("how come", "why"),
        ("how did she do it", "how"),
        ("what happened", "what"),
        ("which oar", "what"),
        ("tell me of the boat", None),
        ("many people, how?", "how"),
        ("", None),
    ],
)
def test_what_a_question_asks_for(reader: Reader, question: str, asks: str | None) -> None:
    assert reader.read(question).asks == asks


def test_the_subject_is_what_is_no_function_word(reader: Reader) -> None:
    assert reader.read("what is the price of the boat, the boat?").content == ("price", "boat")
    assert reader.read("and what about that?").content == ()


@pytest.mark.parametrize(
    ("written", "capitals"),
    [
        ("did Maren see Lindqvist", {"maren", "lindqvist"}),
        ("Did maren", set()),
        ("WHO BUILT THE BOAT", set()),
        ("Who Built The Boat", set()),
    ],
)
def test_names_are_written_with_a_capital_and_shouts_with_many(
    reader: Reader, written: str, capitals: set[str]
) -> None:
    assert reader.read(written).capitals == capitals


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("who bulit the baot", "who built the boat"),
        ("whobuilt theboat", "who built the boat"),
        ("wat did lindquist say abt the ancor", "what did lindqvist say about the anchor"),
    ],
)
def test_a_question_to_a_story_is_mended_by_its_words(matcher: Matcher, typed: str, read: str) -> None:
    assert " ".join(matcher.read(typed).question.words) == read
