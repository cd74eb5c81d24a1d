"""What a question can come to: five kinds of reply, worded elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from knowledge.model import Told

ChatTopic = Literal["greeting", "thanks", "farewell", "help", "self"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry is clearly meant, or one for each of two questions asked at once.

    Beside an answer to the one question, `told` may hold the silence that meets the other.
    """

    told: tuple[Told, ...]
    others: tuple[Told, ...] = field(default=(), compare=False)
    """What else could have been meant, the likeliest first: to be offered where the answer misses."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Two to four entries could be meant, the likeliest first."""

    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Untold:
    """The question is one the story leaves open; `nearby` is what it does tell close to it."""

    silence: Told
    nearby: tuple[Told, ...]
    others: tuple[Told, ...] = field(default=(), compare=False)
    """What else could have been meant, the likeliest first."""


@dataclass(frozen=True, slots=True)
class NoMatch:
    """Nothing the story holds is meant; `starters` are entries a reader might like to begin with."""

    starters: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Chat:
    """A greeting, thanks, a farewell, or a question about the bot itself."""

    topic: ChatTopic
    starters: tuple[Told, ...]


Reply = Answer | Choice | Untold | NoMatch | Chat
