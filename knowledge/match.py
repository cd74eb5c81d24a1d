"""Ranks a story's entries against a question.

The rest of the house knows `Matcher.rank` and `Candidate`; how the ranking comes about can be replaced
behind them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.cache import kept_or_learnt
from knowledge.features import Featuriser, Floats, features
from knowledge.head import softmax
from knowledge.language import Language, load_language
from knowledge.learn import Support, Terms, learn, weigh
from knowledge.model import Entry, Silence, Story
from knowledge.names import Mentions, NameFinder
from knowledge.question import Question, Reader
from knowledge.spelling import Speller
from knowledge.text import key, stem

TYPED = frozenset({"how_many", "how_old", "how_long", "how_far", "when"})
"""Kinds of question that want a number or a time."""

STANDING = {"probability": 1.3, "coverage": 2.3, "likeness": 2.8, "mistyped": -1.7, "same": 1.2}
"""Weights by which the head's best are ranked anew, of the logarithm of the probability and of the rest
as it is: a conditional logistic regression on which candidate was right, fitted on the question bank
(367 of 411 right against the head's 352, each half ranked with the other half's weights)."""

SAME = 0.95
"""Likeness from which a question is a phrasing said with other words of the same groups."""

TOP = 8
"""Candidates that are looked at closely."""

FAR, NEAR, MOST_NEAR = 0.25, 0.75, 0.8
"""Cosine of two words' vectors from which they count as related, and as the same in meaning; of 3,000
pairs taken at random one in a hundred is above .33. A near word is never worth a whole one."""


Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Read:
    """A text as the engine sees it: its words, what it names, and what each class scores for it."""

    question: Question
    mentions: Mentions
    logits: Floats


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that could be meant. All figures are between 0 and 1."""

    entry: Entry
    share: float
    """How far this entry stands above the other candidates, once all below is weighed."""
    probability: float
    """What the head gives this entry against all others."""
    coverage: float
    """How much of what the question says, weighed by rarity, the entry knows."""
    likeness: float
    """Cosine to the entry's nearest phrasing, words and groups weighed by rarity."""
    mistyped: bool
    """Whether the question is for a number or a time and the entry is never asked for in that way."""
    untold: float
    """What the head gives all silences together: how likely the story does not tell it."""


class Matcher:
    """Ranks the entries of one story."""

    def __init__(self, story: Story, cache: Path | None = None) -> None:
        """Learn the story, or take what was learnt of it from the folder `cache`."""
        self.story = story
        self.language: Language = load_language(story.heading.language)
        self.names = NameFinder(story, self.language)
        self.entries: tuple[Entry, ...] = tuple(story.entries.values())
        learnt = kept_or_learnt(story, cache, lambda: learn(story, self.language, self.names))
        self._silent = np.array([isinstance(entry, Silence) for entry in self.entries])
        self._place = {entry.id: at for at, entry in enumerate(self.entries)}
        self._exact = learnt.exact
        self._weights = learnt.weights
        self._support = learnt.supports
        self.told = frozenset(word for support in learnt.supports for word in support.told)
        """Every word of the story's texts and names."""
        self._sense: dict[int, Floats] = {}
        self._phrasings: dict[int, tuple[dict[str, Places], Floats]] = {}
        self._featuriser = Featuriser(learnt.rarity, learnt.examples, self.language.vectors)
        named = {word for word in self.names.words if word not in self.language.common}
        self._reader = Reader(self.language, Speller(learnt.vocabulary, named, self.language))

    def warm(self) -> None:
        """Put together now what each entry needs when it is first looked at closely."""
        for place in range(len(self.entries)):
            self._senses(place)
            self._phrasings_by_term(place)

    def _senses(self, place: int) -> Floats:
        """Return the vectors of an entry's words, a row each; put together when first asked for."""
        held = self._sense.get(place)
        if held is None:
            vectors = self.language.vectors
            words = sorted(self._support[place].words - self.language.stop)
            rows = [vector for vector in map(vectors.word, words) if vector is not None]
            empty = np.zeros((0, vectors.dimensions), dtype=np.float32)
            held = self._sense[place] = np.stack(rows) if rows else empty
        return held

    def exact(self, text: str) -> Entry | None:
        """Return the entry that has `text` as a phrasing, letter for letter but for case and marks."""
        found = self._exact.get(key(text))
        return self.story.entries[found] if found else None

    def read(self, text: str) -> Read:
        """Read a text once, for ranking it alone or with others."""
        return self.examine(self._reader.read(text))

    def examine(self, question: Question) -> Read:
        """Score a question that was read already, or put together from others."""
        mentions = self.names.find(question)
        vector = self._featuriser.vector(features(question, mentions, self.language), question.words)
        return Read(question, mentions, vector @ self._weights)

    def rank(self, read: Read, own: Read, boosts: Mapping[str, float] | None = None) -> tuple[Candidate, ...]:
        """Return the likeliest entries, best first.

        `read` is ranked, perhaps together with what it leans on; `own` is the clause itself, whose words
        an entry must cover. `boosts` are added to the logits of entries by id.
        """
        logits = read.logits.copy()
        for entry_id, boost in (boosts or {}).items():
            logits[self._place[entry_id]] += boost
        shares = softmax(logits)
        count = min(TOP, len(shares))
        best = np.argpartition(-shares, count - 1)[:count].tolist()
        terms = weigh(read.question, self.language, self._featuriser)
        covering = own.question if own.question.content else read.question
        untold = float(shares[self._silent].sum())
        measured = [
            Candidate(
                entry=self.entries[at],
                share=0.0,
                probability=float(shares[at]),
                coverage=self._coverage(covering, at),
                likeness=self._likeness(*terms, at),
                mistyped=covering.asks in TYPED and covering.asks not in self._support[at].asks,
                untold=untold,
            )
            for at in best
        ]
        standing = softmax(np.array([_standing(candidate) for candidate in measured], dtype=np.float32))
        ranked = sorted(zip(standing.tolist(), measured, strict=True), key=lambda pair: -pair[0])
        return tuple(replace(candidate, share=share) for share, candidate in ranked)

    def coverage(self, question: Question, entry: Entry, without: frozenset[str] = frozenset()) -> float:
        """Return the share of what a question says, some words aside, that an entry knows; 0 if it says nothing."""
        return self._coverage(question, self._place[entry.id], without)

    def _coverage(self, question: Question, place: int, without: frozenset[str] = frozenset()) -> float:
        """Return the share of the question's content that the entry knows, near meanings in part."""
        total = covered = 0.0
        for word in dict.fromkeys(self.names.canonical(question.words)):
            if word in self.language.stop or word in without:
                continue
            rarity = self._featuriser.rarity(f"w:{stem(word)}")
            total += rarity
            covered += rarity * self._known(word, place)
        return covered / total if total else 0.0

    def _known(self, word: str, place: int) -> float:
        """Return 1 for a word the entry has, or a part for one that means nearly the same."""
        support = self._support[place]
        if stem(word) in support.stems or not support.groups.isdisjoint(self.language.groups.get(word, ())):
            return 1.0
        sense = self.language.vectors.word(word)
        senses = self._senses(place)
        if sense is None or not len(senses):
            return 0.0
        nearest = float(max((senses @ sense).tolist()))
        return min(MOST_NEAR, max(0.0, (nearest - FAR) / (NEAR - FAR)))

    def _likeness(self, terms: Terms, length: float, place: int) -> float:
        """Return the cosine to the entry's nearest phrasing."""
        where, lengths = self._phrasings_by_term(place)
        shared = np.zeros(len(lengths), dtype=np.float32)
        for term in terms & where.keys():
            shared[where[term]] += self._featuriser.rarity(term) ** 2
        return float(max((shared / lengths).tolist())) / length if length else 0.0

    def _phrasings_by_term(self, place: int) -> tuple[dict[str, Places], Floats]:
        """Return which of an entry's phrasings hold a term, and how long they are; made when first asked for."""
        held = self._phrasings.get(place)
        if held is None:
            where: dict[str, list[int]] = {}
            phrasings = [(terms, length) for terms, length in self._support[place].phrasings if length]
            for at, (terms, _) in enumerate(phrasings):
                for term in terms:
                    where.setdefault(term, []).append(at)
            lengths = np.array([length for _, length in phrasings] or [1.0], dtype=np.float32)
            held = self._phrasings[place] = {term: np.array(at) for term, at in where.items()}, lengths
        return held

    def support(self, entry: Entry) -> Support:
        """Return what an entry bears out."""
        return self._support[self._place[entry.id]]


def _standing(candidate: Candidate) -> float:
    return (
        STANDING["probability"] * math.log(max(candidate.probability, 1e-6))
        + STANDING["coverage"] * candidate.coverage
        + STANDING["likeness"] * candidate.likeness
        + STANDING["mistyped"] * candidate.mistyped
        + STANDING["same"] * (candidate.likeness >= SAME)
    )
