"""What went before: the last turns of one person in one place, forgotten after some minutes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from knowledge.model import Told
from knowledge.reply import Answer, Chat, Choice, Reply, Untold

TURNS = 3
"""Turns that are kept: people refer two or three messages back, hardly ever further."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what it was answered with."""

    question: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """The last turns, oldest first. It never changes; `after` returns the next one."""

    turns: tuple[Turn, ...] = ()

    def after(self, question: str, reply: Reply) -> Conversation:
        """Return the conversation once `reply` was given to `question`."""
        match reply:
            case Answer(told):
                turn = Turn(question, told)
            case Untold(silence, _):
                turn = Turn(question, (silence,))
            case Choice(told):
                turn = Turn(question, told[:1])
            case Chat():  # a "thanks" between two questions
                return self
            case _:
                turn = Turn(question, ())
        return Conversation((*self.turns, turn)[-TURNS:])

    def __bool__(self) -> bool:
        """Return whether anything was said yet."""
        return bool(self.turns)


@dataclass(slots=True)
class Conversations:
    """Conversations by key, held in memory for `lifetime` seconds after their last turn, then forgotten.

    At most `limit` are held; the ones longest untouched go first.
    """

    lifetime: float = 600.0
    limit: int = 10_000
    clock: Callable[[], float] = time.monotonic
    _held: OrderedDict[Hashable, tuple[float, Conversation]] = field(default_factory=OrderedDict)

    def __getitem__(self, key: Hashable) -> Conversation:
        """Return the conversation under `key`, an empty one if there is none any more."""
        self._expire()
        held = self._held.get(key)
        return held[1] if held else Conversation()

    def __len__(self) -> int:
        """Return how many conversations are held."""
        self._expire()
        return len(self._held)

    def remember(self, key: Hashable, conversation: Conversation) -> None:
        """Hold `conversation` under `key`."""
        self._held[key] = (self.clock(), conversation)
        self._held.move_to_end(key)
        self._expire()
        while len(self._held) > self.limit:
            self._held.popitem(last=False)

    def forget(self, key: Hashable) -> None:
        """Drop the conversation under `key`, if there is one."""
        self._held.pop(key, None)

    def _expire(self) -> None:
        """Drop what is too old; the oldest stand first, so this looks at few."""
        now = self.clock()
        while self._held:
            key, (touched, _) = next(iter(self._held.items()))
            if now - touched < self.lifetime:
                return
            del self._held[key]
