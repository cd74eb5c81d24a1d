"""What "he", "and when?" and "what about Maren?" refer to."""

from __future__ import annotations

import pytest

from knowledge import Library
from tests.knowledge.replies import NO_MATCH, brief, meant, talk


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        # a pronoun
        (("Who built the boat?", "how old was he?"), "edvin-age"),
        (("Who built the boat?", "what did he say about it?"), "edvin-boat"),
        (("How old was Edvin?", "what did he build?"), "heron-built"),
        # half a question
        (("What was the winning time?", "and the distance?"), "race-distance"),
        (("What was the weather like?", "and the crowd?"), "spectators"),
        (("Who won the race?", "and the medal?"), "gold"),
        (("Who took the photograph?", "where was it shared?"), "photo"),
        # another name in its place
        (("How old was Edvin?", "and Maren?"), "maren-age"),
        (("How old was Maren?", "and her father?"), "edvin-age"),
        (("What did Edvin say?", "and Jonas?"), "jonas-voice"),
        (("What did Edvin say about the boat?", "what about Lindqvist?"), "lindqvist-anchor"),
        # after small talk
        (("hi", "Who built the boat?"), "heron-built"),
        (("Who built the boat?", "thanks", "Who came second?"), "lindqvist-second"),
    ],
)
def test_a_follow_up_is_read_with_what_went_before(
    regatta: Library, messages: tuple[str, ...], entry: str
) -> None:
    assert entry in meant(talk(regatta, *messages))


@pytest.mark.parametrize(
    "question",
    [
        "What was the weather like?",
        "How many people watched?",
        "How old was Edvin?",
        "when was the club founded",
    ],
)
@pytest.mark.parametrize(
    "before", ["Who won the race?", "What did Jonas say?", "Who is Maren's mother?", "zzyzx"]
)
def test_a_whole_question_stands_for_itself(regatta: Library, before: str, question: str) -> None:
    assert brief(talk(regatta, before, question)) == brief(regatta.ask(question))


@pytest.mark.parametrize("question", ["and when?", "he", "why?", "and then", "what about it"])
def test_a_half_question_without_a_conversation_gets_no_fact(regatta: Library, question: str) -> None:
    assert not brief(regatta.ask(question)).startswith("answer")


@pytest.mark.parametrize("last", ["hi", "thanks!", "who are you"])
def test_small_talk_stays_small_talk_in_a_conversation(regatta: Library, last: str) -> None:
    assert brief(talk(regatta, "Who won the race?", last)).startswith("chat")


@pytest.mark.parametrize("last", ["what is the capital of france", "who is the president of brazil"])
def test_another_subject_is_not_drawn_into_the_conversation(regatta: Library, last: str) -> None:
    assert brief(talk(regatta, "Who won the race?", last)) == NO_MATCH
