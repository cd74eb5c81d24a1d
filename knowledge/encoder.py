"""What a sentence means as a direction: Google's Universal Sentence Encoder (multilingual, version 3), made small.

Word pieces are vectors; two convolutions look at runs of two, three and five of them; three dense layers make one
direction of all (Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", 2019, the
convolutional model). A question in Spanish points where the same question in English does.
`tests/benchmarks/make_encoder.py` makes the file. The first convolution is linear in each piece, so what a piece
adds to it is worked out once and kept: this halves the time of a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

DIMENSIONS = 512
_WIDTH = 256
"""Numbers a piece has in each convolution."""
_RUNS = ((2, 0), (3, 1), (5, 2))
"""Length of each run of pieces, and how many of them stand before the piece it belongs to."""
_BEGIN, _END = 1, 2
"""Rows of the marks before and after a sentence."""
MOST_PIECES = 64
"""Pieces of a sentence that are read; the cost stays bounded."""
_HELD_PIECES = 1_500
"""Pieces kept ready, 15 KiB each: hardly more occur in the questions about a story."""
_HELD_WORDS = 20_000

Piece = tuple[Floats, Floats, Floats]
"""A piece's own vector, its vector for the convolutions, and what it adds to the first one at each place of a run."""


class Encoder:
    """Turns words into the direction of their sentence."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        """Take the arrays of the file."""
        get: dict[str, Any] = {name: arrays[name] for name in arrays}
        names = bytes(get["pieces"]).decode().split("\n")
        scores = get["scores"].tolist()
        self._pieces = {name: (at, scores[at]) for at, name in enumerate(names)}
        self._longest = max(map(len, names))
        self._unknown = float(get["unknown"])
        self._epsilon = float(get["epsilon"])
        self._rows = get["rows"]
        self._low, self._step = get["row_low"], get["row_step"]
        self._weights: dict[str, Floats] = {
            name.removesuffix("_step"): get[name.removesuffix("_step")] * get[name]
            for name in get
            if name.endswith("_step") and name != "row_step"
        }
        self._plain: dict[str, Floats] = {
            name: get[name] for name in get if name.endswith(("_bias", "gain", "shift"))
        }
        self._held: dict[int, Piece] = {}
        self._segments = lru_cache(maxsize=_HELD_WORDS)(self._segment)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the file that `make_encoder.py` writes."""
        with np.load(path, allow_pickle=False) as arrays:
            return cls(arrays)

    def encode(self, words: Sequence[str]) -> Floats:
        """Return the direction (512 numbers, length 1) of a sentence in lower-case words; zeros where it has none."""
        rows = [row for word in words for row in self._segments(word)][: MOST_PIECES - 2]
        if not rows:
            return np.zeros(DIMENSIONS, dtype=np.float32)
        pieces = self._ready((_BEGIN, *rows, _END))
        own, projected, added = map(np.array, zip(*pieces, strict=True))
        convolved = [own, *self._convolutions(projected, added)]
        levelled = self._levelled(np.concatenate(convolved, axis=1), "")
        count = len(pieces)
        pooled = (levelled.sum(axis=0) @ self._weights["pool"] + count * self._plain["pool_bias"]) / np.sqrt(
            count
        )
        return self._dense(pooled)

    def warm(self, words: Sequence[str]) -> None:
        """Work out the pieces of these words now, as many as are held."""
        rows = list(dict.fromkeys(row for word in words for row in self._segments(word)))
        self._ready((_BEGIN, _END, *rows[: _HELD_PIECES - 2]))

    def _convolutions(self, projected: Floats, added: Floats) -> list[Floats]:
        """Return both convolutions of each length of run, a row a piece."""
        count = len(projected)
        found: list[Floats] = []
        place = 0
        for at, (length, before) in enumerate(_RUNS):
            own = projected[:, at * _WIDTH : (at + 1) * _WIDTH]
            first = np.zeros((count + length - 1, _WIDTH), dtype=np.float32)
            # The piece at offset j of a run adds to the run that begins j earlier.
            for offset in range(length):
                shift = length - 1 - offset
                first[shift : shift + count] += added[:, place + offset]
            begin = length - 1 - before
            place += length
            hidden = np.maximum(first[begin : begin + count] + self._plain[f"first_{length}_bias"], 0) + own
            padded = np.zeros((count + length - 1, _WIDTH), dtype=np.float32)
            padded[before : before + count] = hidden
            runs = np.concatenate([padded[j : j + count] for j in range(length)], axis=1)
            second = runs @ self._weights[f"second_{length}"] + self._plain[f"second_{length}_bias"]
            found.append(np.maximum(second, 0) + hidden)
        return found

    def _ready(self, rows: Sequence[int]) -> list[Piece]:
        """Return the pieces in these rows; those not at hand are worked out together, for the weights are large."""
        held = self._held
        missing = [row for row in dict.fromkeys(rows) if row not in held]
        if missing:
            held.update(zip(missing, self._worked_out(missing), strict=True))
        found = [held[row] for row in rows]
        while len(held) > _HELD_PIECES:
            del held[next(iter(held))]
        return found

    def _worked_out(self, rows: list[int]) -> Iterator[Piece]:
        packed = self._rows[rows]
        own = np.empty((len(rows), DIMENSIONS), dtype=np.float32)
        own[:, 0::2], own[:, 1::2] = packed & 15, packed >> 4
        own *= self._step[rows, None]
        own += self._low[rows, None]
        projected = self._levelled(own @ self._weights["project"] + self._plain["project_bias"], "project_")
        added = np.concatenate(
            [
                projected[:, at * _WIDTH : (at + 1) * _WIDTH] @ place
                for at, (length, _) in enumerate(_RUNS)
                for place in self._weights[f"first_{length}"].reshape(length, _WIDTH, _WIDTH)
            ],
            axis=1,
        ).reshape(len(rows), -1, _WIDTH)
        return zip(own, projected, added, strict=True)

    def _levelled(self, rows: Floats, layer: str) -> Floats:
        """Return rows brought to mean 0 and variance 1, then scaled and shifted (layer normalisation)."""
        rows = rows - rows.mean(axis=1, keepdims=True)
        variance = np.mean(rows * rows, axis=1, keepdims=True)
        levelled = rows / np.sqrt(variance + self._epsilon) * self._plain[f"{layer}gain"]
        return np.asarray(levelled + self._plain[f"{layer}shift"], dtype=np.float32)

    def _dense(self, pooled: Floats) -> Floats:
        weights = self._weights
        first = np.maximum(pooled @ weights["dense_d0"], 0)
        second = np.maximum(pooled @ weights["dense_p1"] + first @ weights["dense_d1"], 0)
        third = np.maximum(second @ weights["dense_d2"], 0)
        direction = np.tanh(second @ weights["dense_p3"] + third @ weights["dense_d3"])
        length = float(np.sqrt(direction @ direction))
        return np.asarray(direction / max(length, 1e-6), dtype=np.float32)

    def _segment(self, word: str) -> tuple[int, ...]:
        """Return the pieces that a word is likeliest made of (Kudo, "Subword regularization", 2018, section 3.1).

        The likelihood of a word is the product of its pieces'; the best way to each letter is found from the left.
        """
        text = f"▁{word}"
        best = [0.0] + [-1e38] * len(text)
        came: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            reached = best[start]
            if reached + self._unknown > best[start + 1] and text[start] not in self._pieces:
                best[start + 1], came[start + 1] = reached + self._unknown, (start, 0)
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                if (piece := self._pieces.get(text[start:end])) and reached + piece[1] > best[end]:
                    best[end], came[end] = reached + piece[1], (start, piece[0])
        rows: list[int] = []
        end = len(text)
        while end:
            end, row = came[end]
            rows.append(row)
        return tuple(reversed(rows))


@lru_cache(maxsize=1)
def load_encoder() -> Encoder | None:
    """Return the encoder that is shipped, or None where it is left out: then only words count."""
    shipped = files("knowledge.language") / "encoder.npz"
    if not shipped.is_file():
        return None
    with as_file(shipped) as path:
        return Encoder.load(path)
