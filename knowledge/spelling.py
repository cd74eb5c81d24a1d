"""Repairs misspelt words against the story's own words, and never turns one name into another."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.language import Language
from knowledge.text import Word

MIN_LENGTH = 4
"""Shorter words are one slip away from too many others to be repaired."""

SLIPS = {4: 1, 5: 1, 6: 2, 7: 2, 8: 2}
"""Most slips (one letter added, dropped, changed, or two swapped) by the length of the typed word."""
MOST_SLIPS = 3
"""... and for words of nine letters and more."""

NAME_SLIPS = {4: 1, 5: 1, 6: 1, 7: 2, 8: 2}
"""Names are repaired more carefully: a wrong repair answers about somebody else."""

GLUED = 5
"""Letters from which a word may be two function words without their space; "toby" is none."""

LONG_NAME = 6
"""Letters from which one slip turns another known name into the story's."""

_CACHE = 8_192


class Speller:
    """Repairs words against a vocabulary; built once for a story."""

    def __init__(self, vocabulary: Mapping[str, int], names: Iterable[str], language: Language) -> None:
        """Prepare for the words of `vocabulary` (word -> how often it occurs); `names` are those in names."""
        self._count = dict(vocabulary)
        self._names = frozenset(names)
        self._common = language.common
        self._stop = language.stop
        self._proper = language.proper
        self._chat = language.chat
        self._by_length: dict[int, list[str]] = {}
        for word in self._count:
            self._by_length.setdefault(len(word), []).append(word)
        self._repair = lru_cache(maxsize=_CACHE)(self._look_up)

    def knows(self, word: str) -> bool:
        """Return whether the word stands in the story or is an ordinary word of the language."""
        return word in self._count or word in self._common or word in self._stop or word in self._chat

    def repair(self, word: Word) -> tuple[str, ...]:
        """Return the word as it was meant: itself, its correction, or the two words it was glued from."""
        if self.knows(word.folded) or not word.folded.isalpha():
            return (word.folded,)
        return self._repair(word.folded, word.capital)

    def _look_up(self, word: str, capital: bool) -> tuple[str, ...]:
        if word.endswith("s") and word[:-1] in self._names:
            return (word[:-1],)
        if len(word) >= GLUED and word not in self._proper and (small := self._split(word, self._stop)):
            return small
        if len(word) < MIN_LENGTH:
            return (word,)
        if word in self._proper:
            return (self._nearest_name(word) or word,)
        return self._split(word, self._count) or (self._nearest(word, capital) or word,)

    def _nearest_name(self, word: str) -> str | None:
        """Return the story's name that another name is one slip away from ("Jonson"), if it is long enough."""
        close = (
            name
            for name in self._names
            if len(name) >= LONG_NAME and OSA.distance(word, name, score_cutoff=1) == 1
        )
        return next(close, None)

    def _split(self, word: str, among: Container[str]) -> tuple[str, ...] | None:
        """Return the two words of `among` that `word` was glued from, if it was."""
        for cut in range(1, len(word)):
            left, right = word[:cut], word[cut:]
            if _whole(left, among) and _whole(right, among):
                return left, right
        return None

    def _nearest(self, word: str, capital: bool) -> str | None:
        best: tuple[int, int, int] | None = None
        found = None
        for candidate, slips in self._close(word):
            is_name = candidate in self._names
            if slips > _most(word, NAME_SLIPS if is_name or capital else SLIPS):
                continue
            # Few slips first, then the same first letter (rarely mistyped), then the commoner word.
            rank = (slips, candidate[0] != word[0], -self._count[candidate])
            if best is None or rank < best:
                best, found = rank, candidate
        return found

    def _close(self, word: str) -> Iterable[tuple[str, int]]:
        most = _most(word, SLIPS)
        for length in range(len(word) - most, len(word) + most + 1):
            for candidate in self._by_length.get(length, ()):
                if len(candidate) >= MIN_LENGTH - 1:
                    slips = OSA.distance(word, candidate, score_cutoff=most)
                    if slips <= most and slips < len(candidate) - 1:
                        yield candidate, slips


def _whole(part: str, among: Container[str]) -> bool:
    return part in among and (len(part) > 1 or part == "a")


def _most(word: str, table: Mapping[int, int]) -> int:
    return table.get(len(word), MOST_SLIPS)
