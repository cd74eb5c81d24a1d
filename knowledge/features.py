"""Questions as rows of numbers: words, word pairs, word groups and names weighed by rarity, and what they mean."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Self
from zlib import crc32

import numpy as np

from knowledge.encoder import DIMENSIONS, Encoder, Floats
from knowledge.language import Language
from knowledge.names import Mentions
from knowledge.question import Question

Features = dict[str, list[str]]

BLOCKS = {"word": 1.0, "pair": 0.6, "group": 0.9, "name": 0.5}
"""Weight of each block of features. Each block has length 1 before it is weighted, so that a long
question weighs no more than a short one. Character n-grams added nothing once spelling is repaired."""
SENSE = 2.5
"""Weight of the sentence's direction beside them."""
BUCKETS = 1024
"""Dimensions that the sparse features are hashed into, by sign (Weinberger et al., "Feature hashing for
large scale multitask learning", 2009)."""
YEAR_DIGITS = 4
FEWEST_PAIRS = 2
"""Times a pair of words occurs before it counts: most occur once, and tell nothing."""


def features(question: Question, mentions: Mentions, language: Language) -> Features:
    """Return the features of a question, by block, repeated as often as they occur."""
    stems = question.stems
    return {
        "word": [f"w:{s}" for s in (*stems, *_kinds_of_number(question.words))],
        "pair": [f"p:{a} {b}" for a, b in zip(("^", *stems), (*stems, "$"), strict=True)],
        "group": [f"g:{g}" for word in question.words for g in language.groups.get(word, ())],
        "name": [f"n:{name}" for name in mentions.known],
    }


def _kinds_of_number(words: Iterable[str]) -> Iterator[str]:
    """Yield what stands for a number whichever it is: who has the age wrong asks for the age."""
    for word in words:
        if word.isdecimal():
            yield "#year" if len(word) == YEAR_DIGITS else "#number"


class Featuriser:
    """Turns questions into rows, with the rarity each feature has among one story's phrasings."""

    def __init__(self, rarities: dict[str, float], documents: int, encoder: Encoder | None) -> None:
        """Weigh features by their rarity among so many documents."""
        self.rarities = rarities
        self.documents = documents
        self._unseen = math.log((documents + 1) / 0.5)
        self._encoder = encoder

    @classmethod
    def of(cls, documents: Iterable[Features], encoder: Encoder | None) -> Self:
        """Count how many of the documents hold each feature."""
        total = 0
        counts: Counter[str] = Counter()
        for document in documents:
            total += 1
            counts.update(f for block in document.values() for f in set(block))
        # Smoothed inverse document frequency (Spärck Jones 1972), natural logarithm.
        rarities = {
            f: round(math.log((total + 1) / (count + 0.5)), 4)
            for f, count in counts.items()
            if count >= FEWEST_PAIRS or not f.startswith("p:")
        }
        return cls(rarities, total, encoder)

    @property
    def dimensions(self) -> int:
        """Return the length of a row, in numbers."""
        return BUCKETS + (DIMENSIONS if self._encoder else 0)

    def rarity(self, feature: str) -> float:
        """Return the inverse document frequency of a feature; unseen ones are the rarest."""
        return self.rarities.get(feature, self._unseen)

    def row(self, document: Features, question: Question) -> Floats:
        """Return the row of a question and its features."""
        row = np.zeros(self.dimensions, dtype=np.float32)
        at: list[int] = []
        value: list[float] = []
        for block, weight in BLOCKS.items():
            self._block(document[block], weight, at, value)
        np.add.at(row, at, value)
        if self._encoder:
            row[BUCKETS:] = SENSE * self._encoder.encode(question.heard)
        return row

    def _block(self, found: list[str], weight: float, at: list[int], value: list[float]) -> None:
        """Append the places and values of a block's features.

        Unseen ones lengthen the block without standing in it, so that the rest weighs less.
        """
        weighed = {f: (1.0 + math.log(count)) * self.rarity(f) for f, count in Counter(found).items()}
        length = math.sqrt(sum(w * w for w in weighed.values()))
        for feature, rarity in weighed.items():
            if feature in self.rarities:
                place, sign = _bucket(feature)
                at.append(place)
                value.append(sign * weight * rarity / length)


@lru_cache(maxsize=50_000)
def _bucket(feature: str) -> tuple[int, int]:
    """Return where a feature is hashed to, and with which sign."""
    digest = crc32(feature.encode())
    return digest % BUCKETS, 1 if digest >> 31 else -1
