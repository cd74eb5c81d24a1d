"""Who and what a question names: the story's own names, kin, and names the story does not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.language import Language
from knowledge.model import Name, Story
from knowledge.question import Question, Reader
from knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names. Each field holds what an entry must bear out to answer it."""

    known: frozenset[str] = frozenset()
    """Ids of the story's names."""
    unknown: frozenset[str] = frozenset()
    """Names of people, places and things the story does not have."""
    numbers: frozenset[str] = frozenset()
    """Numbers and years, as digits."""
    contrasts: frozenset[tuple[str, str]] = frozenset()
    """(kind, word) of words that exclude others of their kind: ("kin", "mother"), ("medal", "silver")."""


class NameFinder:
    """Finds what texts name, for one story."""

    def __init__(self, story: Story, language: Language) -> None:
        """Learn the story's names, with their aliases and kinship."""
        self._language = language
        self._reader = Reader(language)
        self._aliases: dict[str, dict[tuple[str, ...], str]] = {}
        self._kin: dict[str, str] = {}
        self.aliases: dict[str, list[Question]] = {}
        """The ways of saying each name, read as questions are."""
        for name in story.names.values():
            self.aliases[name.id] = [self._reader.read(alias) for alias in (name.name, *name.also)]
            for alias in self.aliases[name.id]:
                self._learn(alias, name.id)
            for relation in name.kin:
                self._kin.setdefault(relation.removesuffix("-of"), name.id)
        self.words = frozenset(_own_words(story.names.values(), language))

    def _learn(self, alias: Question, name_id: str) -> None:
        words = self.canonical(alias.words)
        if words:
            self._aliases.setdefault(words[0], {}).setdefault(words, name_id)

    def canonical(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the words with kin words in their plain form ("dad" becomes "father")."""
        return tuple(self._kin_word(word) or word for word in words)

    def _kin_word(self, word: str) -> str | None:
        for group in self._language.groups.get(word, ()):
            if self._language.contrasts.get(group) == "kin":
                return group
        return None

    def kin(self, word: str) -> str | None:
        """Return the id of the person a kin word leads to in this story, if there is one."""
        return self._kin.get(self._kin_word(word) or word)

    def find(self, question: Question) -> Mentions:
        """Return everything `question` names; the longest alias wins."""
        words = self.canonical(question.words)
        known: set[str] = set()
        free: list[str] = []
        at = 0
        while at < len(words):
            length, name_id = self._alias_at(words, at)
            if name_id:
                known.add(name_id)
            else:
                free.append(words[at])
            at += length
        known.update(filter(None, (self._kin.get(word) for word in free)))
        return Mentions(
            known=frozenset(known),
            unknown=frozenset(word for word in free if self._is_foreign(word, question)),
            numbers=frozenset(word for word in free if word.isdigit() or _is_relay(word)),
            contrasts=frozenset(self._contrasts(free)),
        )

    def _alias_at(self, words: Sequence[str], at: int) -> tuple[int, str | None]:
        candidates = self._aliases.get(words[at], {})
        for alias in sorted(candidates, key=len, reverse=True):
            if tuple(words[at : at + len(alias)]) == alias:
                return len(alias), candidates[alias]
        return 1, None

    def _is_foreign(self, word: str, question: Question) -> bool:
        if word in self.words or not word.isalpha() or word in self._language.stop:
            return False
        if word in self._language.proper:
            return True
        return word in question.capitals and word not in self._language.common

    def _contrasts(self, words: Iterable[str]) -> Iterable[tuple[str, str]]:
        for word in words:
            if kind := self._language.contrasts.get(word):
                yield kind, word


def _is_relay(word: str) -> bool:
    left, sign, right = word.partition("x")
    return bool(sign) and left.isdigit() and right.isdigit()


def _own_words(names: Iterable[Name], language: Language) -> Iterable[str]:
    """Yield the words of the story's names that are not ordinary words of the language."""
    for name in names:
        for alias in (name.name, *name.also):
            for word in fold(alias).replace("'s", "").replace("-", " ").split():
                cleaned = "".join(filter(str.isalnum, word))
                if cleaned and cleaned not in language.stop:
                    yield cleaned
