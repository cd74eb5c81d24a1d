"""What words mean: a table of word vectors, and sentences as the weighed sum of their words.

`tests/benchmarks/make_vectors.py` makes the table. Without one (a language that has none) the engine
works by words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class WordVectors:
    """Vectors of length 1 for the words of a language; read from disk as they are used."""

    def __init__(self, rows: Mapping[str, int], table: NDArray[np.int8]) -> None:
        """Look words up by their row in `table`."""
        self._rows = rows
        self._table = np.asarray(table)  # a plain view: the class of mapped arrays is slow to index
        self._held: dict[str, Floats] = {}

    @property
    def dimensions(self) -> int:
        """Return the length of a vector, in numbers; 0 where there is no table."""
        return int(self._table.shape[1])

    def word(self, word: str) -> Floats | None:
        """Return the direction of a word, or None where the table has none."""
        row = self._rows.get(word)
        if row is None:
            return None
        held = self._held.get(word)
        if held is None:
            raw = self._table[row].astype(np.float32)
            held = raw / max(float(np.linalg.norm(raw)), 1e-6)
            if len(self._held) < _HELD:
                self._held[word] = held
        return held

    def sentence(self, words: Iterable[tuple[str, float]]) -> Floats:
        """Return the direction of the weighed sum of words; zeros where no word is known."""
        known = [(self._rows[word], weight) for word, weight in words if word in self._rows]
        if not known:
            return np.zeros(self.dimensions, dtype=np.float32)
        rows, weights = zip(*known, strict=True)
        total = np.array(weights, dtype=np.float32) @ self._table[list(rows)].astype(np.float32)
        length = float(np.linalg.norm(total))
        return total / length if length else total


_HELD = 20_000
"""Vectors of words that are kept once they were used."""


def load_vectors(code: str, rows: Mapping[str, int]) -> WordVectors:
    """Load the table of a language, one row for each word of `rows`; an empty one where none is shipped.

    Raises:
        ValueError: the table does not belong to the word lists.
    """
    shipped = files("knowledge.language") / f"{code}-vectors.npy"
    if not shipped.is_file():
        return WordVectors({}, np.zeros((0, 0), dtype=np.int8))
    with as_file(shipped) as path:
        table = np.load(path, mmap_mode="r", allow_pickle=False)
    if len(table) != len(rows):
        message = f"{code}-vectors.npy has {len(table)} rows for {len(rows)} words; make it again."
        raise ValueError(message)
    return WordVectors(rows, table)
