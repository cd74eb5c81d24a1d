"""Questions as vectors: words, word pairs, word groups and names weighed by rarity, and what they mean."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.language import Language
from knowledge.names import Mentions
from knowledge.question import Question
from knowledge.text import stem
from knowledge.vectors import WordVectors

Floats = NDArray[np.float32]
Features = dict[str, list[str]]

BLOCKS = {"word": 1.0, "pair": 0.6, "group": 0.9, "name": 0.5}
"""Weight of each block of features. Each block has length 1 before it is weighted, so that a long
question weighs no more than a short one. Character n-grams added nothing in ten-fold trials on
phrasings once spelling is repaired (.426 right with them, .423 without) and cost most of the time."""
SENSE = 1.5
"""Weight of the word vectors' part: .51 right with it in the same trials, .42 without."""
BUCKETS = 512
"""Dimensions that the sparse features are hashed into, by sign (Weinberger et al., "Feature hashing for
large scale multitask learning", 2009): as right in those trials as all nine thousand, fitted ten times
as fast."""


def features(question: Question, mentions: Mentions, language: Language) -> Features:
    """Return the features of a question, by block, repeated as often as they occur."""
    stems = question.stems
    return {
        "word": [f"w:{s}" for s in stems],
        "pair": [f"p:{a} {b}" for a, b in zip(("^", *stems), (*stems, "$"), strict=True)],
        "group": [f"g:{g}" for word in question.words for g in language.groups.get(word, ())],
        "name": [f"n:{name}" for name in mentions.known],
    }


class Featuriser:
    """Turns features into vectors, with the rarity each feature has among one story's phrasings."""

    def __init__(self, rarities: dict[str, float], documents: int, vectors: WordVectors) -> None:
        """Weigh features by their rarity among so many documents."""
        self.rarities = rarities
        self.documents = documents
        self._unseen = math.log((documents + 1) / 0.5)
        self._vectors = vectors

    @classmethod
    def of(cls, documents: Iterable[Features], vectors: WordVectors) -> Self:
        """Count how many of the documents hold each feature."""
        total = 0
        counts: Counter[str] = Counter()
        for document in documents:
            total += 1
            counts.update(f for block in document.values() for f in set(block))
        # Smoothed inverse document frequency (Spärck Jones 1972), natural logarithm.
        rarities = {f: math.log((total + 1) / (count + 0.5)) for f, count in counts.items()}
        return cls(rarities, total, vectors)

    @property
    def dimensions(self) -> int:
        """Return the length of a vector, in numbers."""
        return BUCKETS + self._vectors.dimensions

    def rarity(self, feature: str) -> float:
        """Return the inverse document frequency of a feature; unseen ones are the rarest."""
        return self.rarities.get(feature, self._unseen)

    def vector(self, document: Features, words: Sequence[str]) -> Floats:
        """Return the vector of a document and its words."""
        dense = np.zeros(self.dimensions, dtype=np.float32)
        at: list[int] = []
        value: list[float] = []
        for block, weight in BLOCKS.items():
            self._block(document[block], weight, at, value)
        np.add.at(dense, at, value)
        weighed = ((word, self.rarity(f"w:{stem(word)}")) for word in words)
        dense[BUCKETS:] = SENSE * self._vectors.sentence(weighed)
        return dense

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
