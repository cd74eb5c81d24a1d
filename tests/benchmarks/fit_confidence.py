"""Fit the weights of the confidence (`WEIGHTS` in `knowledge/answer.py`) to the working half of the question bank.

Of each question that stands for itself the likeliest entries are measured, and whether telling them would have been
right; a logistic regression makes one figure of what was measured. Paste what it prints:
python tests/benchmarks/fit_confidence.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from knowledge.answer import COVERED, WEIGHTS, measured
from knowledge.cache import cache_folder
from knowledge.evaluate import Item, load_items
from knowledge.guard import breaches
from knowledge.match import Matcher
from knowledge.model import Silence
from knowledge.store import SHIPPED_STORIES, load_stories

QUESTIONS = Path(__file__).parents[1] / "questions" / "work.jsonl"
LOOKED_AT = 1
"""Entries of each question that are measured."""
RIDGE = 0.3
STEPS = 60


def main() -> None:
    """Print the weights."""
    matcher = Matcher(load_stories([SHIPPED_STORIES])[0], cache_folder())
    items = [item for item in load_items(QUESTIONS) if not item.context and item.kind != "multi"]
    pairs = [pair for item in items for pair in _measured(item, matcher)]
    rows = np.array([[values[name] for name in WEIGHTS] for values, _ in pairs], dtype=np.float64)
    right = np.array([good for _, good in pairs], dtype=np.float64)
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):  # Newton's method
        said = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (said - right) + RIDGE * weights
        curve = (rows * (said * (1 - said))[:, None]).T @ rows + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    for name, weight in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')  # noqa: T201 - what the script is for
    said = 1 / (1 + np.exp(-rows @ weights))
    for low in np.arange(0, 1, 0.1):
        among = (said >= low) & (said < low + 0.1)
        if among.any():
            print(f"said {low:.1f} to {low + 0.1:.1f}: {right[among].mean():.2f} of {among.sum()} came true")  # noqa: T201


def _measured(item: Item, matcher: Matcher) -> Iterator[tuple[dict[str, float], bool]]:
    read = matcher.read(item.q)
    told = [c for c in matcher.rank(read, read) if not isinstance(c.entry, Silence)]
    sound = [c for c in told if c.coverage >= COVERED and not breaches(read, c.entry, matcher)]
    for candidate in sound[:LOOKED_AT]:
        text = matcher.story.tell(candidate.entry.id).text
        yield measured(candidate), item.answerable and item.is_met_by(text)


if __name__ == "__main__":
    main()
