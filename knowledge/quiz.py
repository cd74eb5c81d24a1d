"""Questions for a quiz, made from facts: a piece of the fact is left out, and four answers are offered.

A piece is a name of the story, a year or a number. It is left out only where nothing but the right answer
fits: it stands there once, nothing around it blurs it ("about 200", "since 1919"), and enough is left to
know what is meant. A wrong answer is a name of the story of the same kind, or a year or number of the same
kind; none that another entry of the story tells of in much the same words, for that could be true as well.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from knowledge.model import Fact, Name, Story, Told
from knowledge.passages import numbers_in, spell_number
from knowledge.text import split_words, stem

GAP: Final = "_____"
ANSWERS: Final = 4

LONGEST: Final = 300
"""Characters up to which a fact is read in a game."""
FEWEST_WORDS: Final = 4
"""Words of weight that must stand around a gap, or nobody could know what is asked."""
ALIKE: Final = 0.5
"""Share of these words from which another entry tells so much the same that its name or number could fit too."""
NEAREST: Final = 8
"""Steps up and down from a number within which wrong ones are made."""

_NUMBER: Final = re.compile(
    r"(?<![\w.,:/–-])\d{1,3}(?:,\d{3})+(?![\w.,:/]\w)|(?<![\w.,:/–-])\d+(?![\w:/]|[.,]\d)"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LAST_WORD: Final = re.compile(r"([\w’']+)\W*$")
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_VAGUE: Final = frozenset(
    {
        *("about", "around", "nearly", "almost", "some", "roughly", "approximately"),
        *("over", "than", "least", "most", "to", "within", "under"),
        *("since", "until", "from", "between", "by", "before", "after"),
        *("the", "these", "those", "all", "both", "not", "no"),
    }
)
"""Words before a number that make others true as well ("about 200", "since 1919"), or it no count ("the three")."""

_SMALL: Final = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})

_FEWEST: Final = 3
"""Smallest number that is asked for: "one" and "two" are mostly pronouns."""
_YEARS: Final = range(1000, 2101)

Kind = Literal["name", "year", "number"]


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A fact with a gap, four answers, and which of them (counted from 0) is right."""

    told: Told
    text: str
    answers: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class _Gap:
    """A piece of a fact that can be left out, and enough that can be offered in its place."""

    start: int
    end: int
    kind: Kind
    right: str
    wrong: tuple[str, ...]
    """Wrong answers that the story knows."""
    made: tuple[str, ...] = ()
    """Wrong answers that are made up, for where these are too few."""


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    words: str
    name: Name


class Quiz:
    """The questions that one story is good for."""

    def __init__(self, story: Story) -> None:
        """Look at `story` when first asked."""
        self._story = story
        ways = [(way, name) for name in story.names.values() for way in (name.name, *name.also)]
        self._names = {_plain(way): name for way, name in reversed(ways)}
        longest_first = sorted(self._names, key=len, reverse=True)
        self._named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")
        self._spells = story.heading.language == "en"

    @cached_property
    def askable(self) -> tuple[Told, ...]:
        """Return the facts a question can be made from, in the file's order."""
        return tuple(told for told in self._story.all_told("fact") if self._gaps.get(told.entry.id))

    def ask(self, told: Told, chance: random.Random) -> QuizQuestion:
        """Return a question made from this fact, one of `askable`; the same for the same `chance`.

        Raises:
            KeyError: none can be made from it.
        """
        gap = chance.choice(self._gaps[told.entry.id])
        wrong = chance.sample(gap.wrong, min(len(gap.wrong), ANSWERS - 1))
        wrong += chance.sample(gap.made, ANSWERS - 1 - len(wrong))
        answers = [gap.right, *wrong]
        if gap.kind == "name":
            chance.shuffle(answers)
        else:
            answers.sort(key=_value)
        text = f"{told.text[: gap.start]}{GAP}{told.text[gap.end :]}"
        return QuizQuestion(told, text, tuple(answers), answers.index(gap.right))

    @cached_property
    def _gaps(self) -> dict[str, tuple[_Gap, ...]]:
        facts = [entry for entry in self._story.entries.values() if isinstance(entry, Fact)]
        found = {fact.id: tuple(self._gaps_in(fact)) for fact in facts if len(fact.text) <= LONGEST}
        return {fact_id: gaps for fact_id, gaps in found.items() if gaps}

    def _gaps_in(self, fact: Fact) -> Iterator[_Gap]:
        gaps = [*self._name_gaps(fact), *self._number_gaps(fact)]
        for gap in gaps:
            enough = len(gap.wrong) + len(gap.made) >= ANSWERS - 1
            if enough and len(_weighty(fact.text[: gap.start] + fact.text[gap.end :])) >= FEWEST_WORDS:
                yield gap

    def _name_gaps(self, fact: Fact) -> Iterator[_Gap]:
        mentions = list(self._mentions(fact.text))
        for mention in mentions:
            name = mention.name
            called = _ARTICLE.sub("", mention.words) == _ARTICLE.sub("", _plain(name.name))
            once = sum(other.name is name for other in mentions) == 1
            rest = fact.text[: mention.start] + fact.text[mention.end :]
            # "Barcelona 1992" is given away by "Barcelona"; of people, a family name gives nobody away.
            shown = name.kind != "person" and _words(name.name) & _words(rest)
            if called and once and name.id in fact.about and _is_proper(name) and not shown:
                there = {other.name.id for other in mentions} | set(fact.about)
                wrong = tuple(
                    other.name for other in self._like(name, there) if not self._may_fit(other, rest)
                )
                yield _Gap(mention.start, mention.end, "name", name.name, wrong)

    def _mentions(self, text: str) -> Iterator[_Mention]:
        for found in self._named.finditer(_plain(text)):
            yield _Mention(found.start(), found.end(), found[0], self._names[found[0]])

    def _like(self, name: Name, there: set[str]) -> Iterator[Name]:
        """Yield the other proper names of a kind that are not so close to this one that they could be true too."""
        for other in self._story.names.values():
            if other.kind == name.kind and other.id not in there and _is_proper(other):
                close = self._are_kin if name.kind == "person" else self._are_related
                if not close(name, other):
                    yield other

    def _are_kin(self, one: Name, other: Name) -> bool:
        return other.id in one.kin.values() or one.id in other.kin.values()

    def _are_related(self, one: Name, other: Name) -> bool:
        """Tell whether two places, bodies or things share a word of a name, or one is told of by the other."""
        ways = [frozenset().union(*map(_words, (name.name, *name.also))) for name in (one, other)]
        if ways[0] & ways[1]:
            return True
        pairs = ((one, other), (other, one))
        return any(said.name is b for a, b in pairs for said in self._mentions(a.about or ""))

    def _may_fit(self, name: Name, rest: str) -> bool:
        """Tell whether some entry says of this name much what the fact says of another."""
        told = [words for words, names, _ in self._told if name.id in names]
        return _is_told(rest, [*told, _weighty(name.about or "")])

    @cached_property
    def _told(self) -> list[tuple[frozenset[str], frozenset[str], frozenset[str]]]:
        """Return what is told: of each entry its words of weight, its names, and its numbers."""
        rows = []
        for told in self._story.all_told("fact", "quote"):
            names = {mention.name.id for mention in self._mentions(told.text)} | set(told.entry.about)
            rows.append((_weighty(told.text), frozenset(names), numbers_in(told.text)))
        return rows

    @cached_property
    def _numbers(self) -> frozenset[str]:
        """Return every number the story tells, also as a date."""
        entries = self._story.entries.values()
        dates = {str(_year(when)) for entry in entries if (when := getattr(entry, "when", None))}
        return frozenset().union(dates, *(numbers for _, _, numbers in self._told))

    def _number_gaps(self, fact: Fact) -> Iterator[_Gap]:
        for start, end, value in self._numbers_of(fact.text):
            before, after, right = fact.text[:start], fact.text[end:], fact.text[start:end]
            if str(value) in numbers_in(before) | numbers_in(after) or _is_blurred(before, after, value):
                continue
            kind: Kind = "year" if value in _YEARS and right.isdecimal() else "number"
            known = self._years(fact, value, before + after) if kind == "year" else ()
            last = self._story.source.published.year if kind == "year" else None
            made = (n for n in _near(value, last) if str(n) not in self._numbers)
            written = [text for n in made if (text := _write(n, right))]
            yield _Gap(start, end, kind, right, tuple(map(str, known)), tuple(written))

    def _numbers_of(self, text: str) -> Iterator[tuple[int, int, int]]:
        for found in _NUMBER.finditer(text):
            yield found.start(), found.end(), int(found[0].replace(",", ""))
        for found in _WORD.finditer(text) if self._spells else ():
            for digits in numbers_in(found[0]):
                if spell_number(int(digits)) == found[0].casefold():
                    yield found.start(), found.end(), int(digits)

    def _years(self, fact: Fact, right: int, rest: str) -> list[int]:
        """Return the other years of the story that this fact is not true of."""
        told = {int(n) for n in self._numbers if len(n) == len(str(right)) and int(n) in _YEARS}
        there = {right, *map(int, numbers_in(rest)), _year(fact.when) if fact.when else right}
        years = sorted(told - there)
        return [year for year in years if not _is_told(rest, [w for w, _, n in self._told if str(year) in n])]


def _plain(text: str) -> str:
    """Return `text` in small letters and with straight apostrophes, letter for letter."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text.replace("’", "'"))


def _is_proper(name: Name) -> bool:
    """Tell whether a name is written as one, unlike "the crowd": others would not read well in its place."""
    return _ARTICLE.sub("", name.name)[:1].isupper()


def _words(text: str) -> frozenset[str]:
    """Return the stems of all words but articles and the like."""
    return frozenset(stem(word.folded) for word in split_words(text)) - _SMALL


def _weighty(text: str) -> frozenset[str]:
    """Return the stems of the words that carry what is said: numbers, and words of four letters or more."""
    words = (word.folded for word in split_words(text))
    return frozenset(stem(word) for word in words if len(word) > 3 or word[0].isdecimal())  # noqa: PLR2004 (as said)


def _is_told(statement: str, entries: Sequence[frozenset[str]]) -> bool:
    wanted = _weighty(statement)
    return any(len(wanted & words) >= ALIKE * len(wanted) for words in entries)


def _is_blurred(before: str, after: str, value: int) -> bool:
    """Tell whether other numbers could be true as well, or the number counts nothing (the day of a date)."""
    previous = _LAST_WORD.search(before)
    word = previous[1] if previous else ""
    if value < _FEWEST or word.casefold() in _VAGUE:
        return True
    follows = after.lstrip(" -")
    return value not in _YEARS and (follows[:1].isupper() or bool(re.match(r"of\b", follows)))


def _near(value: int, last: int | None) -> Iterator[int]:
    """Yield numbers like this one, up to `last`: of 400 hundreds, of 81 units."""
    step = 1
    while last is None and value % (10 * step) == 0:
        step *= 10
    for far in range(1, NEAREST + 1):
        for near in (value - far * step, value + far * step):
            if near >= min(_FEWEST, value) and (last is None or near <= last):
                yield near


def _write(number: int, as_in: str) -> str | None:
    """Write a number as another one is written; None where it cannot be."""
    if as_in[0].isdecimal():
        return f"{number:,}" if "," in as_in else str(number)
    word = spell_number(number)
    return word.capitalize() if word and as_in[0].isupper() else word


def _value(written: str) -> int:
    return int(next(iter(numbers_in(written))))


def _year(when: dt.date | int) -> int:
    return when.year if isinstance(when, dt.date) else when
