"""Which answer belongs to which question, so that an answer follows what becomes of its question."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import discord

from bot.memory import TEN_MINUTES, ShortMemory
from knowledge import Conversation


@dataclass(slots=True)
class Given:
    """A question in chat and the answer it was given."""

    asked: str
    """The question in its asker's words: Discord also reports an edit when it unfolds a link."""
    named: bool
    """Whether the message named us in its text, and did not only reply to us."""
    channel: int
    asker: int
    before: Conversation = field(default_factory=Conversation)
    """What had been said before the question; an edited question is answered in the same light."""
    after: Conversation = field(default_factory=Conversation)
    answer: discord.PartialMessage | None = None
    """Our message; None until it is sent."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while the answer is found, sent or edited, for its question may change in the meantime."""


class Answered:
    """Remembers for ten minutes after a question what answers it, in memory alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, limit: int = 10_000) -> None:
        """Remember the last `limit` questions."""
        self._given: ShortMemory[int, Given] = ShortMemory(TEN_MINUTES, limit, clock)
        self._questions: ShortMemory[int, int] = ShortMemory(TEN_MINUTES, limit, clock)

    def __len__(self) -> int:
        """Return how many questions are remembered."""
        return len(self._given)

    def begin(self, question: int, given: Given) -> None:
        """Remember a question that is about to be answered."""
        self._given.put(question, given)

    def note(self, question: int, given: Given, answer: discord.PartialMessage) -> None:
        """Remember which message answers a question."""
        given.answer = answer
        self._questions.put(answer.id, question)

    def of(self, question: int) -> Given | None:
        """Return what a question was given, or None where that is forgotten or was nothing."""
        return self._given.get(question)

    def forget(self, answer: int) -> None:
        """Forget an answer that is gone, so that nobody tries to edit it."""
        question = self._questions.pop(answer)
        if question is not None:
            self._given.pop(question)

    def drop(self, question: int) -> None:
        """Forget a question that is not answered after all."""
        self._given.pop(question)

    async def withdraw(self, message: int) -> Given | None:
        """Take an answer away, named by its own id or by that of its question; return what it was.

        Nothing happens where it is forgotten or already gone.

        Raises:
            discord.HTTPException: Discord failed in a way that is not a refusal.
        """
        question = self._questions.get(message)
        given = self._given.pop(message if question is None else question)
        if given is None:
            return None
        async with given.turn:
            if given.answer:
                self._questions.pop(given.answer.id)
                with contextlib.suppress(discord.NotFound, discord.Forbidden):
                    await given.answer.delete()
        return given
