"""Small talk is met with small talk, and a question never is."""

from __future__ import annotations

import pytest

from knowledge.chatter import small_talk
from knowledge.language import Language


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("hi", "greeting"),
        ("Hello!!", "greeting"),
        ("hey there 👋", "greeting"),
        ("HEY", "greeting"),
        ("good morning", "greeting"),
        ("hello everyone", "greeting"),
        ("thanks", "thanks"),
        ("Thank you so much!", "thanks"),
        ("cheers, great", "thanks"),
        ("ok cool", "thanks"),
        ("bye", "farewell"),
        ("good night", "farewell"),
        ("see you later", "farewell"),
        ("help", "help"),
        ("what can you do?", "help"),
        ("how does this work?", "help"),
        ("commands", "help"),
        ("who are you", "self"),
        ("are you a bot?", "self"),
        ("are you human", "self"),
    ],
)
def test_small_talk(english: Language, message: str, topic: str) -> None:
    assert small_talk(message, english) == topic


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("thx", "thanks"),
        ("ty!", "thanks"),
        ("thx a lot", "thanks"),
        ("heyyyy", "greeting"),
        ("hiii", "greeting"),
    ],
)
def test_small_talk_in_chat_spelling(english: Language, message: str, topic: str) -> None:
    assert small_talk(message, english) == topic


@pytest.mark.parametrize(
    "message",
    [
        "",
        "   ",
        "???",
        "👋",
        "\0",
        "who won",
        "hi who won",
        "thanks, and when?",
        "thanks who built the boat",
        "great boat",
        "bye Maren",
        "help Maren",
        "who are they",
        "what did you say about the oar",
        "hello " * 10,
    ],
)
def test_what_is_no_small_talk(english: Language, message: str) -> None:
    assert small_talk(message, english) is None
