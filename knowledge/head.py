"""The head: a net with one hidden layer that gives every entry its share, fitted and asked in numpy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from knowledge.encoder import Floats

FEWEST_HIDDEN, MOST_HIDDEN = 256, 512
ROWS_A_UNIT = 16
"""Rows for each hidden unit: a small story has a small net, fitted in a second."""
BATCH = 256
FEWEST_BATCHES = 8
"""Batches a round has at least: a small story would otherwise hardly move in its rounds."""
ROUNDS = 12
FEWEST_STEPS = 320
RATE = 2e-3
"""Highest learning rate; it climbs for three tenths of the steps and then falls to nothing (Smith and Topin,
"Super-convergence", 2018)."""
_CLIMB = 0.3
DROPPED = 0.5
"""Share of hidden units left out of each step (Srivastava et al., "Dropout", 2014)."""
SMOOTHED = 0.05
"""Share of each row that goes to all classes alike (Szegedy et al., "Rethinking the inception architecture", 2016)."""
DECAY = 1e-3
_FIRST, _SECOND, _TINY = 0.9, 0.999, 1e-8
"""The decays of Adam (Kingma and Ba, 2015), here with weight decay apart (Loshchilov and Hutter, 2019)."""


@dataclass(frozen=True, slots=True)
class Head:
    """The weights of a fitted head."""

    hidden: Floats
    hidden_bias: Floats
    output: Floats
    output_bias: Floats

    def logits(self, row: Floats) -> Floats:
        """Return what each class scores for one row."""
        active = np.maximum(row @ self.hidden + self.hidden_bias, 0)
        found: Floats = active @ self.output + self.output_bias
        return found


@lru_cache(maxsize=1)
def keep_to_one_thread() -> None:
    """Multiply matrices in one thread: ours are small, and several threads would wait for each other.

    They wait by spinning, so that on a busy machine a question takes many times as long.
    """
    threadpool_limits(limits=1, user_api="blas")


def softmax(logits: Floats) -> Floats:
    """Return the probabilities of the classes, row by row."""
    powers = np.exp(logits - np.max(logits, axis=-1, keepdims=True))
    shares: Floats = np.divide(powers, np.sum(powers, axis=-1, keepdims=True), dtype=np.float32)
    return shares


def fit(rows: Floats, classes: NDArray[np.int32], count: int) -> Head:
    """Return a head for `count` classes fitted to rows and their classes; the same rows give the same head."""
    random = np.random.default_rng(1992)
    units = int(np.clip(len(rows) // ROWS_A_UNIT, FEWEST_HIDDEN, MOST_HIDDEN))
    weights = [
        random.uniform(-1, 1, (rows.shape[1], units)).astype(np.float32) / np.float32(np.sqrt(rows.shape[1])),
        np.zeros(units, dtype=np.float32),
        random.uniform(-1, 1, (units, count)).astype(np.float32) / np.float32(np.sqrt(units)),
        np.zeros(count, dtype=np.float32),
    ]
    means = [np.zeros_like(w) for w in weights]
    spreads = [np.zeros_like(w) for w in weights]
    batches = list(_batches(len(rows), random))
    for step, batch in enumerate(batches, start=1):
        rate = np.float32(RATE * _pace(step / len(batches)))
        for at, slope in enumerate(_slopes(weights, rows[batch], classes[batch], random)):
            means[at] += (1 - _FIRST) * (slope - means[at])
            spreads[at] += (1 - _SECOND) * (slope * slope - spreads[at])
            straight = means[at] / (1 - _FIRST**step)
            scale = np.sqrt(spreads[at] / (1 - _SECOND**step)) + _TINY
            weights[at] -= rate * (straight / scale + DECAY * weights[at])
    # Half precision is what is kept: what was learnt just now answers as what is read back later.
    return Head(*(weight.astype(np.float16).astype(np.float32) for weight in weights))


def _pace(done: float) -> float:
    """Return the learning rate's share of its highest, by the share of the steps that are done."""
    if done < _CLIMB:
        return float(0.04 + 0.96 * (1 - np.cos(np.pi * done / _CLIMB)) / 2)
    return float((1 + np.cos(np.pi * (done - _CLIMB) / (1 - _CLIMB))) / 2)


def _batches(count: int, random: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    size = max(1, min(BATCH, count // FEWEST_BATCHES))
    rounds = max(ROUNDS, FEWEST_STEPS * size // max(count, 1))
    for _ in range(rounds):
        order = random.permutation(count)
        for start in range(0, count, size):
            yield order[start : start + size]


def _slopes(
    weights: list[Floats], rows: Floats, classes: NDArray[np.int32], random: np.random.Generator
) -> tuple[Any, ...]:
    """Return the slopes of the cross-entropy by each of the weights, for one batch."""
    hidden, hidden_bias, output, output_bias = weights
    reached = rows @ hidden + hidden_bias
    kept = ((random.random(reached.shape, dtype=np.float32) >= DROPPED) & (reached > 0)).astype(np.float32)
    active = reached * kept / np.float32(1 - DROPPED)
    wrong = softmax(np.asarray(active @ output + output_bias, dtype=np.float32))
    wrong -= SMOOTHED / len(output_bias)
    wrong[np.arange(len(rows)), classes] -= 1 - SMOOTHED
    wrong /= len(rows)
    back = (wrong @ output.T) * kept / np.float32(1 - DROPPED)
    return rows.T @ back, back.sum(axis=0), active.T @ wrong, wrong.sum(axis=0)
