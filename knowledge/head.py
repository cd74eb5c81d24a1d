"""The linear head: multinomial logistic regression, one class an entry, fitted and answered in numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from knowledge.features import Floats

RIDGE = 1.0
"""Strength of the penalty on large weights; best of 0.1 to 2 on the question bank."""
STEPS = 30
"""Steps of the fit; twice as many rank no better."""


def softmax(logits: Floats) -> Floats:
    """Return the probabilities of the classes, row by row."""
    powers = np.exp(logits - np.max(logits, axis=-1, keepdims=True))
    shares: Floats = np.divide(powers, np.sum(powers, axis=-1, keepdims=True), dtype=np.float32)
    return shares


def fit(rows: Floats, classes: NDArray[np.int32], count: int) -> Floats:
    """Return the weights, a column for each of `count` classes, fitted to rows and their classes.

    Each step solves against a fixed upper bound of the curvature (Böhning, "Multinomial logistic
    regression algorithm", 1992), which needs no step size, and is carried on by Nesterov's momentum
    (1983), which saves two thirds of the steps.
    """
    wanted = np.eye(count, dtype=np.float32)[classes]
    bound = 0.5 * rows.T @ rows + RIDGE * np.eye(rows.shape[1], dtype=np.float32)
    inverse = np.linalg.inv(bound).astype(np.float32)
    weights = ahead = np.zeros((rows.shape[1], count), dtype=np.float32)
    for step in range(STEPS):
        slope = rows.T @ (softmax(rows @ ahead) - wanted) + RIDGE * ahead
        stepped = ahead - inverse @ slope
        ahead = stepped + step / (step + 3) * (stepped - weights)
        weights = stepped
    return weights
