"""One question after the messages before it, and how long its reply took."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.conversation import Conversation
from knowledge.library import Library
from knowledge.reply import Reply

REPLAYED = 12
"""Earlier messages that are read, at most: of what was said before these nothing is referred to any more."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A reply, and the time it took in microseconds, the messages before it not counted."""

    reply: Reply
    elapsed_us: int


def exchange(library: Library, question: str, context: Iterable[str] = ()) -> Exchange:
    """Ask `question` as the last message of a conversation whose earlier messages are `context`, oldest first.

    Of the earlier messages the last 12 are read.
    """
    conversation = Conversation()
    for earlier in deque(context, maxlen=REPLAYED):
        conversation = conversation.after(earlier, library.ask(earlier, conversation))
    started = time.perf_counter_ns()
    reply = library.ask(question, conversation)
    return Exchange(reply, (time.perf_counter_ns() - started) // 1000)
