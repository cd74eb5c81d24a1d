"""What is learnt from a story once, before the first question: rarities, a head, what each entry bears out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from random import Random
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.dressing import load_frames
from knowledge.encoder import Floats, load_encoder
from knowledge.features import Featuriser, features
from knowledge.head import Head, fit
from knowledge.language import Language, elsewhere
from knowledge.model import Entry, Quote, Silence, Story
from knowledge.names import Mentions, NameFinder
from knowledge.phrasings import Phrasing, all_phrasings
from knowledge.question import Question, Reader
from knowledge.slips import mistyped
from knowledge.spelling import Speller
from knowledge.text import key

_WHERE = frozenset({"place", "event"})
_T = TypeVar("_T")

USUAL = 0.05
"""Share of an entry's phrasings from which a word of theirs is borne out by it: what hardly any says may be a
mistake that the entry puts right, or what somebody said beside the point."""
ASKED = 0.02
"""... and from which a kind of question, "where" or "how many", is one the entry answers."""

BEFORE = 3
"""Ways of asking for what was told before it that each follow-up is learnt with."""
ELSEWHERE = 4
"""Phrasings of a story for each message about nothing in it that is learnt beside them."""
MISTYPED = 0.3
"""Share of the phrasings that are learnt mistyped as well."""
DRESSED = 0.25
"""Share of the phrasings that are learnt with what people put around a question: "hi! quick one: ... thanks"."""


@dataclass(frozen=True, slots=True)
class Support:
    """What an entry bears out: what stands in its text, its names and its phrasings."""

    terms: frozenset[str]
    """Stems of all words, and "g:" with the groups they belong to."""
    names: frozenset[str]
    """Ids of the names it is about, and of those that are usual in its phrasings."""
    words: frozenset[str]
    """Of the text, usual in the phrasings, and all ways of saying the names it is about."""
    told: frozenset[str]
    """Of the text and the names alone: what only a phrasing says may be a reader's mistake."""
    text: frozenset[str]
    """Of the text alone."""
    where: bool
    """Whether it is about a place or an event."""
    asks: frozenset[str | None]
    """What its phrasings ask for: "who", "when" ..."""


@dataclass(frozen=True, slots=True)
class Exact:
    """Every phrasing, folded, as a number of 64 bits, in order, with the place of its entry."""

    digests: NDArray[np.uint64]
    places: NDArray[np.int32]

    @classmethod
    def of(cls, places: Iterable[tuple[str, int]]) -> Exact:
        """Keep texts with their places; the first of two that fold alike counts."""
        found: dict[int, int] = {}
        for text, place in places:
            if key(text):  # a link alone has no words, and would stand for every empty message
                found.setdefault(_digest(text), place)
        rows = sorted(found.items())
        return cls(
            np.array([digest for digest, _ in rows], dtype=np.uint64),
            np.array([place for _, place in rows], dtype=np.int32),
        )

    def find(self, text: str) -> int | None:
        """Return the place of the entry that has `text` as a phrasing, letter for letter but for case and marks."""
        digest = np.uint64(_digest(text))
        at = int(np.searchsorted(self.digests, digest))
        return int(self.places[at]) if at < len(self.digests) and self.digests[at] == digest else None


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(key(text).encode(), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that a matcher needs beside the story and the language; plain data, so that it can be kept."""

    rarity: dict[str, float]
    """Inverse document frequency of each feature among the phrasings."""
    examples: int
    """How many phrasings and texts were learnt from."""
    head: Head
    """One class an entry, and a last one for what is about nothing in any story."""
    vocabulary: dict[str, int]
    """How often each word occurs in the story, for repairing spelling."""
    exact: Exact
    supports: tuple[Support, ...]
    """In the order of the entries."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that is learnt, read, and the place of the entry it means."""

    place: int
    question: Question
    mentions: Mentions
    phrasing: Phrasing | None
    """None for an entry's own text, read as one more way of asking for it, and for follow-ups."""
    follows: bool = False


def learn(story: Story, language: Language, names: NameFinder) -> Learnt:
    """Learn a story: some seconds for some hundred phrasings, minutes for tens of thousands.

    Raises:
        StoryError: a file with more phrasings cannot be used.
    """
    phrasings = all_phrasings(story)
    places = {entry_id: place for place, entry_id in enumerate(story.entries)}
    examples = tuple(examples_of(story, phrasings, language, names))
    vocabulary = _vocabulary(examples, names, len(story.entries))
    slips = tuple(_slips(examples, vocabulary, language, names))
    dressed = tuple(_dressed(examples, language, names))
    featuriser, rows, classes = rows_of((*examples, *slips, *dressed), len(examples), language)
    return Learnt(
        rarity=featuriser.rarities,
        examples=featuriser.documents,
        head=fit(rows, classes, len(story.entries) + 1),
        vocabulary=vocabulary,
        exact=Exact.of((p.text, places[p.entry]) for p in phrasings if p.entry and not p.after),
        supports=tuple(_supports(story, language, names, examples)),
    )


def rows_of(
    examples: Sequence[Example], counted: int, language: Language
) -> tuple[Featuriser, Floats, NDArray[np.int32]]:
    """Return the examples as rows, and their classes; rarity is counted among the first so many."""
    known = [(features(e.question, e.mentions, language), e.question) for e in examples]
    featuriser = Featuriser.of((found for found, _ in known[:counted]), load_encoder())
    rows = np.zeros((len(known), featuriser.dimensions), dtype=np.float32)
    for row, (found, question) in zip(rows, known, strict=True):
        row[:] = featuriser.row(found, question)
    return featuriser, rows, np.array([example.place for example in examples], dtype=np.int32)


COVERED = 0.9
"""Share of a covered entry's probability that counts for the entry that covers it: a little less than all, so
that of two entries the one that was asked for is told."""


def covering_table(entries: Sequence[Entry]) -> Floats:
    """Return what each entry (a row) takes over from each other (a column)."""
    places = {entry.id: place for place, entry in enumerate(entries)}
    table = np.eye(len(entries), dtype=np.float32)
    for place, entry in enumerate(entries):
        for covered in entry.covers:
            table[place, places[covered]] = COVERED
    return table


def examples_of(
    story: Story, phrasings: Sequence[Phrasing], language: Language, names: NameFinder
) -> Iterator[Example]:
    """Yield all that is learnt of a story: its texts, phrasings and follow-ups, and what is about nothing told."""
    reader = Reader(language, own=names.words)

    def example(place: int, text: str, phrasing: Phrasing | None, spoken_in: str | None) -> Example:
        question = reader.read(text, spoken_in)
        return Example(place, question, names.find(question), phrasing)

    places = {entry_id: place for place, entry_id in enumerate(story.entries)}
    for entry_id, place in places.items():
        yield example(place, _own_words(story, story.entries[entry_id]), None, language.code)
    for phrasing in phrasings:
        if phrasing.entry is None:
            yield example(len(places), phrasing.text, None, phrasing.language)
        elif not phrasing.after:
            yield example(places[phrasing.entry], phrasing.text, phrasing, phrasing.language)
    yield from _follow_ups(phrasings, places, reader, names)
    for message in _some(elsewhere(), len(phrasings) // ELSEWHERE + 1):
        yield example(len(places), message, None, None)


def _slips(
    examples: Iterable[Example], vocabulary: dict[str, int], language: Language, names: NameFinder
) -> Iterator[Example]:
    """Yield some of the phrasings mistyped, as they are read once they are repaired as well as can be."""
    speller = Speller(vocabulary, names.own(language), language)
    reader = Reader(language, speller, names.words)
    random = Random(2022)
    for example in examples:
        if example.phrasing and not example.question.spoken and random.random() < MISTYPED:
            question = reader.read(mistyped(example.phrasing.text, random), language.code)
            yield replace(example, question=question, mentions=names.find(question))


def _dressed(examples: Iterable[Example], language: Language, names: NameFinder) -> Iterator[Example]:
    """Yield some of the phrasings with a frame around them that was not taken off, as one nobody listed."""
    reader = Reader(language, own=names.words)
    frames = load_frames()
    random = Random(1896)
    for example in examples:
        code = example.phrasing.language if example.phrasing else ""
        if code not in frames or random.random() >= DRESSED:
            continue
        before, after = (reader.read(frame, code) for frame in frames[code].around(random))
        question = in_one_breath(in_one_breath(before, example.question), after)
        yield replace(
            example, question=replace(example.question, words=question.words, spoken=question.spoken)
        )


def _follow_ups(
    phrasings: Sequence[Phrasing], places: Mapping[str, int], reader: Reader, names: NameFinder
) -> Iterator[Example]:
    """Yield each follow-up in one breath with some ways of asking for what was told before it."""
    asked: dict[str, list[Phrasing]] = {}
    for phrasing in phrasings:
        if phrasing.entry and not phrasing.after:
            asked.setdefault(phrasing.entry, []).append(phrasing)
    random = Random(1992)
    for phrasing in phrasings:
        if not phrasing.entry or not phrasing.after:
            continue
        own = reader.read(phrasing.text, phrasing.language)
        for before in random.sample(asked[phrasing.after], min(BEFORE, len(asked[phrasing.after]))):
            question = in_one_breath(reader.read(before.text, before.language), own)
            yield Example(places[phrasing.entry], question, names.find(question), None, follows=True)


def in_one_breath(before: Question, own: Question) -> Question:
    """Return a question with the one before it as if they were said together; what is asked for stays."""
    spoken = before.heard + own.heard if before.spoken or own.spoken else ()
    return replace(own, words=before.words + own.words, spoken=spoken)


def _some(messages: Sequence[str], most: int) -> Sequence[str]:
    """Return at most so many of the messages, from all over."""
    return messages[:: -(-len(messages) // most)] if messages else messages


def _own_words(story: Story, entry: Entry) -> str:
    """Return an entry's text as one more way of asking for it; a silence's own "doesn't say" aside."""
    if isinstance(entry, Silence):
        return entry.text.split("doesn't say ", 1)[-1]
    if isinstance(entry, Quote):
        return f"{story.names[entry.speaker].name} {entry.occasion or ''} {entry.text}"
    return entry.text


def _vocabulary(examples: Iterable[Example], names: NameFinder, entries: int) -> dict[str, int]:
    """Count the words of the story's own language that its texts and phrasings use."""
    counts = Counter(
        word
        for example in examples
        if example.place < entries and not example.question.spoken
        for word in example.question.words
        if not word.isdecimal()
    )
    counts.update(names.words)
    return dict(counts)


def _supports(
    story: Story, language: Language, names: NameFinder, examples: Sequence[Example]
) -> Iterator[Support]:
    by_place: dict[int, list[Example]] = {}
    for example in examples:
        if not example.follows:
            by_place.setdefault(example.place, []).append(example)
    for place, entry in enumerate(story.entries.values()):
        text, *asked = by_place[place]
        ids = [*entry.about, *([entry.speaker] if isinstance(entry, Quote) else [])]
        ways = [way for name_id in ids for way in names.aliases[name_id]]
        aliases = frozenset(word for way in ways for word in names.canonical(way.words))
        own = frozenset(names.canonical(text.question.words))
        said = own | _usual(names.canonical(e.question.words) for e in asked)
        yield Support(
            terms=frozenset(terms([*(e.question for e in (text, *asked)), *ways], language)),
            names=frozenset(ids) | text.mentions.known | _usual(e.mentions.known for e in asked),
            words=said | aliases,
            told=own | aliases,
            text=own,
            where=any(story.names[name].kind in _WHERE for name in {*ids, *text.mentions.known}),
            asks=frozenset({None, "what"}) | _usual(([e.question.asks] for e in asked), ASKED),
        )


def _usual(rows: Iterable[Iterable[_T]], share: float = USUAL) -> frozenset[_T]:
    """Return what stands in so large a share of the rows, and at least in one."""
    kept = [frozenset(row) for row in rows]
    counts = Counter(item for row in kept for item in row)
    return frozenset(item for item, count in counts.items() if count >= max(1.0, share * len(kept)))


def terms(questions: Iterable[Question], language: Language) -> Iterator[str]:
    """Yield what questions are covered by: stems, and the groups of their words."""
    for question in questions:
        yield from question.stems
        yield from (f"g:{group}" for word in question.words for group in language.groups.get(word, ()))
