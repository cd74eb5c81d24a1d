"""One question after the messages before it."""

from __future__ import annotations

from knowledge import Library
from knowledge.exchange import REPLAYED, exchange
from tests.conftest import Heard


def test_of_a_long_conversation_only_the_end_is_read(library: Library, heard: list[Heard]) -> None:
    messages = [f"Message {number}" for number in range(5000)]
    exchange(library, "and when?", iter(messages))
    assert [question for question, _ in heard] == [*messages[-REPLAYED:], "and when?"]
