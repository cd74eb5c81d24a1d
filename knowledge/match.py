"""Ranks a story's entries against a question.

The rest of the house knows `Matcher.rank` and `Candidate`; how the ranking comes about can be replaced
behind them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.features import Featuriser, Floats, features
from knowledge.head import fit, softmax
from knowledge.language import Language, load_language
from knowledge.model import Entry, Quote, Silence, Story
from knowledge.names import Mentions, NameFinder
from knowledge.question import Question, Reader
from knowledge.spelling import Speller
from knowledge.text import key, stem

TYPED = frozenset({"how_many", "how_old", "how_long", "how_far", "when"})
"""Kinds of question that want a number or a time."""

STANDING = {"probability": 1.2, "coverage": 1.4, "likeness": 2.4, "mistyped": -2.0}
"""Weights by which the head's best are ranked anew, of the logarithm of the probability and of the rest
as it is: a conditional logistic regression on which candidate was right, fitted on the question bank
(476 of 535 right against the head's 468, each half ranked with the other half's weights)."""

TOP = 8
"""Candidates that are looked at closely."""

FAR, NEAR, MOST_NEAR = 0.25, 0.75, 0.8
"""Cosine of two words' vectors from which they count as related, and as the same in meaning; of 3,000
pairs taken at random one in a hundred is above .33. A near word is never worth a whole one."""


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


@dataclass(frozen=True)
class Support:
    """What an entry bears out: all that stands in its text, its phrasings and its names."""

    stems: frozenset[str]
    groups: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    phrasings: tuple[tuple[frozenset[str], float], ...]
    """Terms of each phrasing, and their length as a vector."""
    senses: Floats
    """The vectors of its words, a row each."""
    asks: frozenset[str | None]
    """What its phrasings ask for: "who", "when" ..."""


class Matcher:
    """Ranks the entries of one story."""

    def __init__(self, story: Story) -> None:
        """Read every phrasing of the story and fit the head to them."""
        self.story = story
        self.language: Language = load_language(story.heading.language)
        self.names = NameFinder(story, self.language)
        self.entries: tuple[Entry, ...] = tuple(story.entries.values())
        self._silent = np.array([isinstance(entry, Silence) for entry in self.entries])
        self._place = {entry.id: at for at, entry in enumerate(self.entries)}
        self._exact = {key(p): e for e in self.entries for p in e.asked}
        plain = Reader(self.language)
        asked = [(at, plain.read(p)) for at, e in enumerate(self.entries) for p in e.asked]
        told = [(at, plain.read(_own_words(story, e))) for at, e in enumerate(self.entries)]
        self._reader = Reader(self.language, self._speller([q for _, q in asked + told]))
        self._learn(asked + told)
        self._support = self._supports(asked, told)

    def _speller(self, questions: Iterable[Question]) -> Speller:
        counts = Counter(word for question in questions for word in question.words if not word.isdigit())
        for word in self.names.words:
            counts[word] += 1
        named = {word for word in self.names.words if word not in self.language.common}
        return Speller(counts, named, self.language)

    def _learn(self, examples: Sequence[tuple[int, Question]]) -> None:
        documents = [features(q, self.names.find(q), self.language) for _, q in examples]
        self._featuriser = Featuriser(documents, self.language.vectors)
        classes = np.array([at for at, _ in examples], dtype=np.int32)
        rows = np.stack(
            [
                self._featuriser.vector(document, question.words)
                for document, (_, question) in zip(documents, examples, strict=True)
            ]
        )
        self._weights = fit(rows, classes, len(self.entries))

    def _supports(
        self, asked: Sequence[tuple[int, Question]], told: Sequence[tuple[int, Question]]
    ) -> tuple[Support, ...]:
        by_entry: dict[int, list[Question]] = {}
        for at, question in asked:
            by_entry.setdefault(at, []).append(question)
        return tuple(self._support_of(self.entries[at], own, by_entry[at]) for at, own in told)

    def _support_of(self, entry: Entry, own: Question, asked: Sequence[Question]) -> Support:
        named = set(entry.about)
        for question in (own, *asked):
            named |= self.names.find(question).known
        questions = [own, *asked, *self._alias_questions(entry)]
        words = {word for question in questions for word in self.names.canonical(question.words)}
        return Support(
            stems=frozenset(s for question in questions for s in question.stems),
            groups=frozenset(g for question in questions for g in self._groups(question)),
            names=frozenset(named | ({entry.speaker} if isinstance(entry, Quote) else set())),
            words=frozenset(words),
            phrasings=tuple(self._weigh(question) for question in (own, *asked)),
            senses=self._senses(words),
            asks=frozenset({None, "what", *(question.asks for question in asked)}),
        )

    def _senses(self, words: Iterable[str]) -> Floats:
        vectors = self.language.vectors
        told = (vectors.word(word) for word in sorted(words) if word not in self.language.stop)
        rows = [vector for vector in told if vector is not None]
        return np.stack(rows) if rows else np.zeros((0, vectors.dimensions), dtype=np.float32)

    def _alias_questions(self, entry: Entry) -> Iterable[Question]:
        """Yield the ways of saying the names an entry is about."""
        ids = [*entry.about, *([entry.speaker] if isinstance(entry, Quote) else [])]
        for name_id in ids:
            yield from self.names.aliases[name_id]

    def _groups(self, question: Question) -> Iterable[str]:
        return (group for word in question.words for group in self.language.groups.get(word, ()))

    def _terms(self, question: Question) -> frozenset[str]:
        """Return the terms two questions are compared by: the group of a word, or else its stem."""
        terms = set()
        for word in question.words:
            groups = self.language.groups.get(word)
            terms.add(f"g:{groups[0]}" if groups else f"w:{stem(word)}")
        return frozenset(terms)

    def _weigh(self, question: Question) -> tuple[frozenset[str], float]:
        terms = self._terms(question)
        return terms, sum(self._featuriser.rarity(term) ** 2 for term in terms) ** 0.5

    def exact(self, text: str) -> Entry | None:
        """Return the entry that has `text` as a phrasing, letter for letter but for case and marks."""
        return self._exact.get(key(text))

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
        terms = self._weigh(read.question)
        covering = own.question if own.question.content else read.question
        untold = float(shares[self._silent].sum())
        measured = [
            Candidate(
                entry=self.entries[at],
                share=0.0,
                probability=float(shares[at]),
                coverage=self._coverage(covering, self._support[at]),
                likeness=self._likeness(*terms, self._support[at]),
                mistyped=covering.asks in TYPED and covering.asks not in self._support[at].asks,
                untold=untold,
            )
            for at in best
        ]
        standing = softmax(np.array([_standing(candidate) for candidate in measured], dtype=np.float32))
        ranked = sorted(zip(standing.tolist(), measured, strict=True), key=lambda pair: -pair[0])
        return tuple(replace(candidate, share=share) for share, candidate in ranked)

    def _coverage(self, question: Question, support: Support) -> float:
        """Return the share of the question's content that the entry knows, near meanings in part."""
        total = covered = 0.0
        for word in dict.fromkeys(question.words):
            if word in self.language.stop:
                continue
            rarity = self._featuriser.rarity(f"w:{stem(word)}")
            total += rarity
            covered += rarity * self._known(word, support)
        return covered / total if total else 0.0

    def _known(self, word: str, support: Support) -> float:
        """Return 1 for a word the entry has, or a part for one that means nearly the same."""
        if stem(word) in support.stems or not support.groups.isdisjoint(self.language.groups.get(word, ())):
            return 1.0
        sense = self.language.vectors.word(word)
        if sense is None or not len(support.senses):
            return 0.0
        nearest = float((support.senses @ sense).max())
        return min(MOST_NEAR, max(0.0, (nearest - FAR) / (NEAR - FAR)))

    def _likeness(self, terms: frozenset[str], length: float, support: Support) -> float:
        best = 0.0
        for other, other_length in support.phrasings:
            shared = sum(self._featuriser.rarity(term) ** 2 for term in terms & other)
            if shared:
                best = max(best, shared / (length * other_length))
        return best

    def coverage(self, question: Question, entry: Entry) -> float:
        """Return the share of what a question says, weighed by rarity, that an entry knows; 1 if it says nothing."""
        return self._coverage(question, self.support(entry)) if question.content else 1.0

    def support(self, entry: Entry) -> Support:
        """Return what an entry bears out."""
        return self._support[self._place[entry.id]]


def _standing(candidate: Candidate) -> float:
    return (
        STANDING["probability"] * math.log(max(candidate.probability, 1e-6))
        + STANDING["coverage"] * candidate.coverage
        + STANDING["likeness"] * candidate.likeness
        + STANDING["mistyped"] * candidate.mistyped
    )


def _own_words(story: Story, entry: Entry) -> str:
    """Return an entry's text as one more way of asking for it; a silence's own "doesn't say" aside."""
    if isinstance(entry, Silence):
        return entry.text.split("doesn't say ", 1)[-1]
    if isinstance(entry, Quote):
        return f"{story.names[entry.speaker].name} {entry.occasion or ''} {entry.text}"
    return entry.text
