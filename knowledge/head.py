"""The linear head: multinomial logistic regression, one class an entry, fitted and answered in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.features import Floats, Indices, Vector

RIDGE = 0.3
"""Strength of the penalty on large weights; best of 0.02 to 0.4 in ten-fold trials on phrasings."""

STEPS = 20
"""Steps of the fit; more change no ranking."""


@dataclass(frozen=True)
class Head:
    """Fitted weights: one row a feature, one column a class."""

    weights: Floats
    """For the sparse features."""
    sense: Floats
    """For the dense ones."""

    def logits(self, vector: Vector) -> Floats:
        """Return the score of each class, not yet a probability."""
        scores: Floats = vector.value @ self.weights[vector.at] + vector.sense @ self.sense
        return scores


def softmax(logits: Floats) -> Floats:
    """Return the probabilities of the classes, row by row."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def fit(vectors: Sequence[Vector], classes: Indices, width: int, count: int) -> Head:
    """Fit a head to vectors of `width` dimensions and their classes (0 to `count` - 1).

    The regression is solved in its dual form, for there are fewer phrasings than features. Each step
    solves against a fixed upper bound of the curvature (Böhning, "Multinomial logistic regression
    algorithm", 1992), which needs no step size and never overshoots.
    """
    rows = np.zeros((len(vectors), width), dtype=np.float32)
    for row, vector in enumerate(vectors):
        rows[row, vector.at] = vector.value
    senses = np.stack([vector.sense for vector in vectors])
    kernel = rows @ rows.T + senses @ senses.T
    wanted = np.eye(count, dtype=np.float32)[classes]
    bound = np.linalg.inv(0.5 * kernel + RIDGE * np.eye(len(rows), dtype=np.float32)).astype(np.float32)
    dual = np.zeros_like(wanted)
    for _ in range(STEPS):
        dual -= bound @ (softmax(kernel @ dual) - wanted + RIDGE * dual)
    return Head((rows.T @ dual).astype(np.float32), (senses.T @ dual).astype(np.float32))
