"""What we keep of a chat: little, in memory alone, and only for some minutes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

TEN_MINUTES: Final = 600.0
"""How long an exchange is remembered: as long as a conversation is (`knowledge.conversation`)."""


class ShortMemory(Generic[Key, Value]):
    """Values by key that are forgotten after `lifetime` seconds; at most `limit`, the oldest go first."""

    def __init__(
        self,
        lifetime: float = TEN_MINUTES,
        limit: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Remember nothing yet."""
        self._lifetime = lifetime
        self._limit = limit
        self._clock = clock
        self._held: OrderedDict[Key, tuple[float, Value]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many values are held."""
        self._expire()
        return len(self._held)

    def get(self, key: Key) -> Value | None:
        """Return the value under `key`, or None once it is forgotten."""
        self._expire()
        held = self._held.get(key)
        return held[1] if held else None

    def put(self, key: Key, value: Value) -> None:
        """Hold `value` under `key` from now on."""
        self._held[key] = (self._clock(), value)
        self._held.move_to_end(key)
        self._expire()
        while len(self._held) > self._limit:
            self._held.popitem(last=False)

    def pop(self, key: Key) -> Value | None:
        """Forget the value under `key`, and return it."""
        value = self.get(key)
        self._held.pop(key, None)
        return value

    def _expire(self) -> None:
        """Drop what is too old; the oldest stand first, so this looks at few."""
        now = self._clock()
        while self._held:
            key, (since, _) = next(iter(self._held.items()))
            if now - since < self._lifetime:
                return
            del self._held[key]
