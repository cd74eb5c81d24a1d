"""What people put around a question and what asks nothing: "hi! quick one: ... thanks"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Literal

from knowledge.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS = " \t,.:;!?"
"""What is left between what is taken off and the question; a list's dash on the next line is part of it."""
_SECOND = 0.3
"""How often a second frame goes before or after a question that is dressed."""


@dataclass(frozen=True)
class Frames:
    """What stands before and after questions in one language."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def around(self, random: Random) -> tuple[str, str]:
        """Return what to put before and after a question; one of them may be empty."""
        side = random.choice(("before", "before", "after", "both"))
        before = self._some(self.before, random) if side != "after" else ""
        after = self._some(self.after, random) if side != "before" else ""
        return before, after

    def _some(self, frames: Sequence[str], random: Random) -> str:
        return " ".join(random.sample(frames, 2 if random.random() < _SECOND else 1))


@lru_cache(maxsize=1)
def load_frames() -> dict[str, Frames]:
    """Return the frames of each language, by its code."""
    raw = tomllib.loads((files("knowledge.language") / "frames.toml").read_text("utf-8"))
    return {code: Frames(tuple(sides["before"]), tuple(sides["after"])) for code, sides in raw.items()}


_Words = tuple[str, ...]


@lru_cache(maxsize=2)
def _by_edge(side: Literal["before", "after"]) -> dict[str, tuple[_Words, ...]]:
    """Return the frames of all languages by the word at their outer edge, the longest first."""
    phrases = {
        tuple(_folded(phrase)) for frames in load_frames().values() for phrase in getattr(frames, side)
    }
    edge = 0 if side == "before" else -1
    found: dict[str, tuple[_Words, ...]] = {}
    for words in sorted(phrases, key=lambda words: (-len(words), words)):
        found[words[edge]] = (*found.get(words[edge], ()), words)
    return found


def _folded(text: str) -> Iterable[str]:
    return (fold(match[0]) for match in _WORD.finditer(text))


@lru_cache(maxsize=16)  # a message is looked at several times
def undressed(text: str) -> str:
    """Return a message without what stands around its question; nothing where there is nothing else.

    >>> undressed("hi! quick question: how old was he, do we know? thanks")
    'how old was he?'
    >>> undressed("any idea?")
    ''
    """
    matches = list(_WORD.finditer(text))
    words = tuple(fold(match[0]) for match in matches)
    close = {
        at for at in range(1, len(words)) if not text[matches[at - 1].end() : matches[at].start()].strip()
    }
    first = _first(words)
    last = _last(words, first, close)
    if first >= last:
        return ""
    start, end = matches[first - 1].end() if first else 0, matches[last - 1].end()
    kept = text[start:end] if last < len(words) else text[start:]
    mark = "?" if last < len(words) and "?" in text[end:] else ""
    return (kept.lstrip(_MARKS) if first else kept) + mark


def _first(words: _Words) -> int:
    """Return the place of the first word that belongs to the question."""
    at = 0
    while at < len(words):
        for frame in _by_edge("before").get(words[at], ()):
            if words[at : at + len(frame)] == frame:
                at += len(frame)
                break
        else:
            break
    return at


@lru_cache(maxsize=1)
def _open_words() -> frozenset[str]:
    """Return words that want another one after them: "did he say" thanks."""
    raw = tomllib.loads((files("knowledge.language") / "frames.toml").read_text("utf-8"))
    return frozenset(word for sides in raw.values() for word in sides["open"].split())


def _last(words: _Words, first: int, close: set[int]) -> int:
    """Return the place after the last word of the question; `close` are words with no mark before them."""
    end = len(words)
    while end > first:
        for frame in _by_edge("after").get(words[end - 1], ()):
            start = end - len(frame)
            if (
                first <= start
                and words[start:end] == frame
                and not (start > first and start in close and words[start - 1] in _open_words())
            ):
                end = start
                break
        else:
            break
    return end
