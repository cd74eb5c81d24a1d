"""How well a story's entries are told apart: each phrasing is asked without having been learnt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from knowledge.head import fit, keep_to_one_thread, softmax
from knowledge.language import load_language
from knowledge.learn import covering_table, examples_of, rows_of
from knowledge.model import Story
from knowledge.names import NameFinder
from knowledge.phrasings import Phrasing, all_phrasings

PARTS = 10
"""Heads that are fitted, each without a tenth of the phrasings: one for every phrasing would take days, and
what a head makes of a phrasing hardly changes with a few others."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A phrasing that was left out, and the entry it was taken for; None where it seemed to ask for nothing told."""

    phrasing: Phrasing
    taken_for: str | None


@dataclass(frozen=True, slots=True)
class Weakness:
    """How an entry's phrasings fared, left out."""

    entry: str
    asked: int
    found: int
    confused: tuple[tuple[str, int], ...]
    """What they were taken for instead, and how often; the most first."""

    @property
    def share(self) -> float:
        """Return the share of its phrasings that found it, 0 to 1."""
        return self.found / self.asked


def leave_out(story: Story) -> Iterator[Guess]:
    """Yield every phrasing with the entry that is likeliest for it where it was not learnt.

    Raises:
        StoryError: a file with more phrasings cannot be used.
    """
    keep_to_one_thread()
    language = load_language(story.heading.language)
    names = NameFinder(story, language)
    examples = tuple(examples_of(story, all_phrasings(story), language, names))
    _, rows, classes = rows_of(examples, len(examples), language)
    ids = (*story.entries, None)
    covering = covering_table(tuple(story.entries.values()))
    part = np.random.default_rng(0).integers(0, PARTS, len(examples))
    for out in range(PARTS):
        head = fit(rows[part != out], classes[part != out], len(ids))
        for at in np.flatnonzero(part == out).tolist():
            if phrasing := examples[at].phrasing:
                shares = softmax(head.logits(rows[at]))
                scores = np.append(covering @ shares[:-1], shares[-1])
                yield Guess(phrasing, ids[int(np.argmax(scores))])


def weaknesses(guesses: Iterable[Guess], story: Story) -> tuple[Weakness, ...]:
    """Return how each entry fared, the weakest first; an entry that covers the one that was meant answers too."""
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    confused: dict[str, Counter[str]] = {}
    for guess in guesses:
        meant, taken = guess.phrasing.entry, guess.taken_for
        if meant is None:
            continue
        asked[meant] += 1
        if taken == meant or (taken and meant in story.entries[taken].covers):
            found[meant] += 1
        else:
            confused.setdefault(meant, Counter())[taken or "nothing told"] += 1
    rows = (
        Weakness(entry, count, found[entry], tuple(confused.get(entry, Counter()).most_common(3)))
        for entry, count in asked.items()
    )
    return tuple(sorted(rows, key=lambda row: row.share))
