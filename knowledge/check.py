"""What a curator runs: is the story file sound, and does the source bear out what it says?

A fault is something a reader would be told wrongly, or not told at all; a warning is for the curator to judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from knowledge.model import Entry, Fact, Name, Quote, Story, shorten
from knowledge.passages import SourceText, numbers_in, with_spelt_dates, words_in
from knowledge.phrasings import all_phrasings
from knowledge.store import Problem, StoryError, load_story
from knowledge.text import key, stem

CONFUSABLE = 92
"""Least likeness (rapidfuzz token_sort_ratio, 0 to 100) of phrasings that are reported as easily confused."""

_ROWS_AT_ONCE = 256  # a table of all phrasings against all would take a byte for every pair of them
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+)[“‘\"']?(\w+)")


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one story file."""

    path: Path
    story: Story | None
    """The story, None where the file cannot be loaded."""
    faults: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


Say = Callable[[Entry, str, str], Problem]
"""Makes a problem of an entry, a field and a cure."""


def check_file(path: Path, source: str | None = None) -> Report:
    """Check the story file at `path`, also against the text of its `source` where that is at hand."""
    try:
        story = load_story(path)
        all_phrasings(story)
    except StoryError as error:
        return Report(path, None, error.problems)

    def say(entry: Entry, field: str, cure: str) -> Problem:
        return Problem(path, entry.id, field, cure)

    faults: list[Problem] = []
    warnings = list(_confusable(story, say))
    if source is None:
        warnings += _unproven(story, say)
    else:
        text = SourceText.split(source, story.source.header_blocks)
        faults += _against_source(story, text, say)
        faults += _uncovered(path, story, text)
        warnings += _doubtful_quotes(story, text, say)
    return Report(path, story, tuple(faults), tuple(warnings))


def _against_source(story: Story, source: SourceText, say: Say) -> Iterator[Problem]:
    for entry in story.entries.values():
        if isinstance(entry, Quote | Fact):
            yield from _missing_paragraphs(entry, source, say)
        if isinstance(entry, Quote):
            yield from _misquoted(entry, source, say)
        else:
            yield from _wrongly_marked(entry, source, say)
        if isinstance(entry, Fact) and not entry.inferred:
            yield from _unfounded(entry, story, source, say)


def _missing_paragraphs(entry: Quote | Fact, source: SourceText, say: Say) -> Iterator[Problem]:
    for number in sorted(set(entry.paragraph) - set(source.paragraphs)):
        last = max(source.paragraphs, default=0)
        yield say(
            entry, "paragraph", f"the source has no paragraph {number}, its last is {last}; mend the number."
        )


def _misquoted(quote: Quote, source: SourceText, say: Say) -> Iterator[Problem]:
    """Yield what is wrong with a quote that does not stand verbatim where it says."""
    if source.holds(quote.text, quote.paragraph):
        return
    if elsewhere := source.where(quote.text):
        cure = f"the words stand in {_spell(elsewhere)}, not in {_spell(quote.paragraph)}; mend the number."
        yield say(quote, "paragraph", cure)
    elif near := source.nearest(quote.text):
        yield say(
            quote, "text", f"is not in the source; the nearest, in paragraph {near[0]}, is “{near[1]}”."
        )
    else:
        yield say(quote, "text", "is not in the source, nor is anything like it; copy the words from there.")


def _wrongly_marked(entry: Entry, source: SourceText, say: Say) -> Iterator[Problem]:
    """Yield words that stand between quotation marks in a text of ours and not in the source."""
    for words in (found[1] or found[2] for found in _QUOTED.finditer(entry.text)):
        if not source.where(words.strip(" .,!?")):
            yield say(
                entry, "text", f"“{words}” is not in the source; quote it letter for letter or not at all."
            )


def _unfounded(fact: Fact, story: Story, source: SourceText, say: Say) -> Iterator[Problem]:
    """Yield the numbers and names of a fact that none of its paragraphs holds."""
    passage = with_spelt_dates(source.joined(fact.paragraph))
    known = f"{passage} {story.source.publisher} {story.source.author}"  # who tells the story names them all
    cure = f"is not in {_spell(fact.paragraph)}; mend it, name the paragraph too, or say in `inferred` how we know it."
    for number in sorted(numbers_in(fact.text) - numbers_in(passage)):
        yield say(fact, "text", f"the number {number} {cure}")
    for name in dict.fromkeys(_unknown_names(fact.text, story.names.values(), known)):
        yield say(fact, "text", f"the name “{name}” {cure}")


def _unknown_names(text: str, names: Iterable[Name], passage: str) -> Iterator[str]:
    """Yield what `text` names and `passage` does not, in any of the ways the story has for it."""
    told = {stem(word.casefold()) for word in words_in(passage)}
    rest = text
    for alias, meant in _by_alias(names).items():
        pattern = re.compile(rf"(?<!\w){re.escape(alias)}(?!\w)")
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            otherwise = any(_mentions(passage, way) for name in meant for way in (name.name, *name.also))
            if not otherwise and any(_untold(alias, told)):
                yield alias
    opening = {found[1] for found in _SENTENCE_START.finditer(text)}
    yield from (word for word in _untold(rest, told) if word not in opening)


def _untold(text: str, told: Collection[str]) -> Iterator[str]:
    """Yield the words of `text` that are written like names and whose stems are not among `told`."""
    return (word for word in words_in(text) if word[:1].isupper() and stem(word.casefold()) not in told)


def _by_alias(names: Iterable[Name]) -> dict[str, list[Name]]:
    """Return who can be meant by each alias that is written like a name, the longest alias first."""
    meant: dict[str, list[Name]] = {}
    for name in names:
        for way in (name.name, *name.also):
            if way != way.lower():
                meant.setdefault(way, []).append(name)
    return dict(sorted(meant.items(), key=lambda pair: -len(pair[0])))


def _mentions(passage: str, way: str) -> bool:
    return f" {key(way)} " in f" {key(passage)} "


def _uncovered(path: Path, story: Story, source: SourceText) -> Iterator[Problem]:
    """Yield the paragraphs no fact or quote comes from; what the header tells stands under [source]."""
    told = (entry for entry in story.entries.values() if isinstance(entry, Fact | Quote))
    covered = {number for entry in told for number in entry.paragraph}
    for number, text in source.paragraphs.items():
        if number and number not in covered:
            cure = (
                f"paragraph {number} of the source is covered by no entry: “{shorten(text, 60)}”; write one."
            )
            yield Problem(path, None, None, cure)


def _unproven(story: Story, say: Say) -> Iterator[Problem]:
    for entry in story.entries.values():
        if isinstance(entry, Quote) and not entry.proof:
            yield say(entry, "proof", "was never proven; check it with --source TEXT --prove.")


def _doubtful_quotes(story: Story, source: SourceText, say: Say) -> Iterator[Problem]:
    for entry in story.entries.values():
        if not isinstance(entry, Quote) or not source.holds(entry.text, entry.paragraph):
            continue
        if not entry.proof:
            yield say(entry, "proof", "the quote stands in the source; write that down with --prove.")
        if not source.is_quoted(entry.text, entry.paragraph):
            cure = "the words stand in the source outside quotation marks; are they the speaker's own?"
            yield say(entry, "text", cure)


def _confusable(story: Story, say: Say) -> Iterator[Problem]:
    """Yield pairs of phrasings of different entries that differ in hardly a word."""
    rows = [(entry, phrasing) for entry in story.entries.values() for phrasing in entry.asked]
    folded = [key(phrasing) for _, phrasing in rows]
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        some = folded[start : start + _ROWS_AT_ONCE]
        likeness = process.cdist(
            some, folded, scorer=fuzz.token_sort_ratio, score_cutoff=CONFUSABLE, workers=-1
        )
        for row, column in zip(*likeness.nonzero(), strict=True):
            (entry, phrasing), (other, like) = rows[start + row], rows[column]
            if start + row < column and entry is not other:
                yield say(entry, "asked", f"{phrasing!r} is easily confused with {like!r} of {other.id!r}.")


def _spell(numbers: Iterable[int]) -> str:
    listed = [str(number) for number in numbers]
    return f"paragraph{'s' if len(listed) > 1 else ''} {' and '.join(listed)}"
