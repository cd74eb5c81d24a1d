"""Ranks a story's entries against a question.

The rest of the house knows `Matcher.rank` and `Candidate`; how the ranking comes about can be replaced
behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from knowledge.cache import kept_or_learnt
from knowledge.encoder import Floats, load_encoder
from knowledge.features import Featuriser, features
from knowledge.head import keep_to_one_thread, softmax
from knowledge.language import Language, load_language
from knowledge.learn import Support, covering_table, learn
from knowledge.model import Entry, Silence, Story
from knowledge.names import Mentions, NameFinder
from knowledge.question import Question, Reader
from knowledge.spelling import Speller
from knowledge.text import stem

TYPED = frozenset({"how_many", "how_old", "how_long", "how_far", "when"})
"""Kinds of question that want a number or a time."""

WARM = 600
"""Words of the story, the commonest, that are made ready before the first question."""
RECENT = 16
"""Texts that are at hand as questions: the parts of one message are looked at several times."""
TOP = 6
"""Candidates that are looked at closely."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text as the engine sees it: its words, what it names, and what each class scores for it."""

    question: Question
    mentions: Mentions
    logits: Floats


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that could be meant. All numbers are between 0 and 1."""

    entry: Entry
    score: float
    """What the head gives this entry against all others, with what it gives to entries that this one covers."""
    coverage: float
    """How much of what the question says, weighed by rarity, the entry knows."""
    mistyped: bool
    """Whether the question is for a number or a time and the entry is never asked for in that way."""
    untold: float
    """What the head gives all silences together: how likely the story does not tell it."""
    elsewhere: float
    """What it gives to being about nothing in any story."""


class Matcher:
    """Ranks the entries of one story."""

    def __init__(self, story: Story, cache: Path | None = None) -> None:
        """Learn the story, or take what was learnt of it from the folder `cache`.

        Raises:
            StoryError: it has to be learnt, and a file with more phrasings cannot be used.
        """
        keep_to_one_thread()
        self.story = story
        self.language: Language = load_language(story.heading.language)
        self.names = NameFinder(story, self.language)
        self.entries: tuple[Entry, ...] = tuple(story.entries.values())
        learnt = kept_or_learnt(story, cache, lambda: learn(story, self.language, self.names))
        self._place = {entry.id: at for at, entry in enumerate(self.entries)}
        self._silent = np.array([isinstance(entry, Silence) for entry in self.entries])
        self._covering = covering_table(self.entries)
        self._usual_words = sorted(learnt.vocabulary, key=learnt.vocabulary.__getitem__, reverse=True)[:WARM]
        self._exact = learnt.exact
        self._head = learnt.head
        self._support = learnt.supports
        self.told = frozenset(word for support in learnt.supports for word in support.told)
        """Every word of the story's texts and names."""
        self._featuriser = Featuriser(learnt.rarity, learnt.examples, load_encoder())
        speller = Speller(learnt.vocabulary, self.names.own(self.language), self.language)
        self._question = lru_cache(RECENT)(Reader(self.language, speller, self.names.words).read)

    def warm(self) -> None:
        """Read a question now, so that the first one of a reader finds everything at hand."""
        if encoder := load_encoder():
            encoder.warm(self._usual_words)
        self.read(self.entries[0].asked[0])

    def apart(self, text: str) -> tuple[str, ...]:
        """Return the questions in "what did A and B say", one of each; nothing for any other text."""
        words = self._question(text).words
        if not any("say" in self.language.groups.get(word, ()) for word in words):
            return ()
        return tuple(map(" ".join, self.names.apart(words)))

    def points_back(self, text: str) -> bool:
        """Return whether a text has a pronoun and names nobody: whom it means, what went before it says."""
        question = self._question(text)
        pronoun = not self.language.pronouns.isdisjoint(question.words)
        return pronoun and not self.names.find(question).firm

    def exact(self, text: str) -> Entry | None:
        """Return the entry that has `text` as a phrasing, letter for letter but for case and marks."""
        place = self._exact.find(text)
        return None if place is None else self.entries[place]

    def read(self, text: str) -> Read:
        """Read a text once, for ranking it alone or with others."""
        return self.examine(self._question(text))

    def examine(self, question: Question) -> Read:
        """Score a question that was read already, or put together from others."""
        mentions = self.names.find(question)
        row = self._featuriser.row(features(question, mentions, self.language), question)
        return Read(question, mentions, self._head.logits(row))

    def rank(self, read: Read, own: Read, boosts: Mapping[str, float] | None = None) -> tuple[Candidate, ...]:
        """Return the likeliest entries, best first.

        `read` is ranked, perhaps together with what it leans on; `own` is the clause itself, whose words
        an entry must cover. `boosts` are added to the logits of entries by id.
        """
        logits = read.logits.copy()
        for entry_id, boost in (boosts or {}).items():
            logits[self._place[entry_id]] += boost
        shares = softmax(logits)
        told, elsewhere = shares[:-1], float(shares[-1])
        scores = self._covering @ told
        silent = told[self._silent]
        covering = own.question if own.question.content else read.question
        content = self._content(covering)
        best = np.argsort(-scores)[:TOP].tolist()
        return tuple(
            Candidate(
                entry=self.entries[at],
                score=float(scores[at]),
                coverage=_share(content, self._support[at].terms),
                mistyped=covering.asks in TYPED and covering.asks not in self._support[at].asks,
                untold=float(silent.sum()),
                elsewhere=elsewhere,
            )
            for at in best
        )

    def _content(self, question: Question) -> list[tuple[tuple[str, ...], float]]:
        """Return what a question says: each word as its stem and its groups, and its rarity."""
        groups, rarity = self.language.groups, self._featuriser.rarity
        words = dict.fromkeys(self.names.canonical(question.words))
        stems = ((word, stem(word)) for word in words if word not in self.language.stop)
        return [
            ((own, *(f"g:{group}" for group in groups.get(word, ()))), rarity(f"w:{own}"))
            for word, own in stems
        ]

    def support(self, entry: Entry) -> Support:
        """Return what an entry bears out."""
        return self._support[self._place[entry.id]]


def _share(content: list[tuple[tuple[str, ...], float]], known: frozenset[str]) -> float:
    """Return the share of what a question says, weighed by rarity, that is known; 0 if it says nothing."""
    total = sum(rarity for _, rarity in content)
    covered = sum(rarity for ways, rarity in content if not known.isdisjoint(ways))
    return covered / total if total else 0.0
