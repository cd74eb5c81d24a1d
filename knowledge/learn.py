"""What is learnt from a story once, before the first question: rarities, weights, what each entry bears out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.features import Featuriser, Floats, features
from knowledge.head import fit
from knowledge.language import Language
from knowledge.model import Entry, Quote, Silence, Story
from knowledge.names import Mentions, NameFinder
from knowledge.question import Question, Reader
from knowledge.text import key, stem

Terms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Support:
    """What an entry bears out: all that stands in its text, its phrasings and its names."""

    stems: frozenset[str]
    groups: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    """Of the text, the phrasings, and all ways of saying the names the entry is about."""
    said: frozenset[str]
    """Of the text and the phrasings alone."""
    told: frozenset[str]
    """Of the text and the names alone: what only a phrasing says may be a reader's mistake."""
    phrasings: tuple[tuple[Terms, float], ...]
    """Terms of each phrasing, and their length as a vector."""
    asks: frozenset[str | None]
    """What its phrasings ask for: "who", "when" ..."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that a matcher needs beside the story and the language; plain data, so that it can be kept."""

    rarity: dict[str, float]
    """Inverse document frequency of each feature among the phrasings."""
    examples: int
    """How many phrasings and texts were learnt from."""
    weights: Floats
    """Of the linear head: a row a dimension, a column an entry."""
    vocabulary: dict[str, int]
    """How often each word occurs in the story, for repairing spelling."""
    exact: dict[str, str]
    """Phrasings, folded, and the ids of their entries."""
    supports: tuple[Support, ...]
    """In the order of the entries."""


@dataclass(frozen=True, slots=True)
class _Example:
    place: int
    question: Question
    mentions: Mentions
    asked: bool
    """Whether it is a phrasing; otherwise the entry's own text, read as one."""


def learn(story: Story, language: Language, names: NameFinder) -> Learnt:
    """Learn a story; takes some tenths of a second for a hundred entries."""
    examples = tuple(_examples(story, language, names))
    # Features are made twice, once to be counted and once to be weighed: kept, they would fill more
    # memory than all the rest.
    featuriser = Featuriser.of(
        (features(e.question, e.mentions, language) for e in examples), language.vectors
    )
    rows = np.zeros((len(examples), featuriser.dimensions), dtype=np.float32)
    for row, example in zip(rows, examples, strict=True):
        row[:] = featuriser.vector(
            features(example.question, example.mentions, language), example.question.words
        )
    classes = np.array([example.place for example in examples], dtype=np.int32)
    return Learnt(
        rarity=featuriser.rarities,
        examples=featuriser.documents,
        weights=fit(rows, classes, len(story.entries)),
        vocabulary=_vocabulary(examples, names),
        exact={key(phrasing): entry.id for entry in story.entries.values() for phrasing in entry.asked},
        supports=tuple(_supports(story, language, names, featuriser, examples)),
    )


def _examples(story: Story, language: Language, names: NameFinder) -> Iterator[_Example]:
    reader = Reader(language)
    for place, entry in enumerate(story.entries.values()):
        for asked, text in (
            (False, _own_words(story, entry)),
            *((True, phrasing) for phrasing in entry.asked),
        ):
            question = reader.read(text)
            yield _Example(place, question, names.find(question), asked)


def _own_words(story: Story, entry: Entry) -> str:
    """Return an entry's text as one more way of asking for it; a silence's own "doesn't say" aside."""
    if isinstance(entry, Silence):
        return entry.text.split("doesn't say ", 1)[-1]
    if isinstance(entry, Quote):
        return f"{story.names[entry.speaker].name} {entry.occasion or ''} {entry.text}"
    return entry.text


def _vocabulary(examples: Iterable[_Example], names: NameFinder) -> dict[str, int]:
    counts = Counter(w for example in examples for w in example.question.words if not w.isdecimal())
    counts.update(names.words)
    return dict(counts)


def _supports(
    story: Story, language: Language, names: NameFinder, featuriser: Featuriser, examples: Sequence[_Example]
) -> Iterator[Support]:
    by_place: dict[int, list[_Example]] = {}
    for example in examples:
        by_place.setdefault(example.place, []).append(example)
    for place, entry in enumerate(story.entries.values()):
        own = by_place[place]
        ids = [*entry.about, *([entry.speaker] if isinstance(entry, Quote) else [])]
        questions = [*(e.question for e in own), *(way for name_id in ids for way in names.aliases[name_id])]
        yield Support(
            stems=frozenset(s for question in questions for s in question.stems),
            groups=frozenset(g for q in questions for word in q.words for g in language.groups.get(word, ())),
            names=frozenset(ids).union(*(example.mentions.known for example in own)),
            words=frozenset(word for question in questions for word in names.canonical(question.words)),
            told=frozenset(
                word
                for question in (own[0].question, *(way for name_id in ids for way in names.aliases[name_id]))
                for word in names.canonical(question.words)
            ),
            said=frozenset(word for e in own for word in names.canonical(e.question.words)),
            phrasings=tuple(weigh(example.question, language, featuriser) for example in own),
            asks=frozenset({None, "what", *(example.question.asks for example in own if example.asked)}),
        )


def weigh(question: Question, language: Language, featuriser: Featuriser) -> tuple[Terms, float]:
    """Return the terms two questions are compared by, and their length as a vector.

    A term is the group of a word, or else its stem.
    """
    terms = set()
    for word in question.words:
        groups = language.groups.get(word)
        terms.add(f"g:{groups[0]}" if groups else f"w:{stem(word)}")
    return frozenset(terms), sum(featuriser.rarity(term) ** 2 for term in terms) ** 0.5
