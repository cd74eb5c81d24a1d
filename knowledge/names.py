"""Who and what a question names: the story's own names, kin, and names the story does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.language import Language
from knowledge.model import Name, Story
from knowledge.question import Question, Reader
from knowledge.text import key, split_words

_AUXILIARIES = frozenset({"did", "does", "do", "has", "had", "have"})
_READERS = frozenset({"my", "our", "your"})
_SCRAP = 3
"""Letters up to which a word in small letters is not taken for a name, though it is one: "mon", "ina"."""
_SOON = 3
"""Words after a name within which a word of saying makes it the speaker's."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names."""

    known: frozenset[str] = frozenset()
    """Ids of the story's names, however they are said."""
    firm: frozenset[str] = frozenset()
    """Those said by a proper name ("Johnson", "Derek's dad"), not by a role that fits others too ("the sprinter")."""
    unknown: frozenset[str] = frozenset()
    """Names of people, places and things the story does not have; in two words where one of them is the story's:
    "ben johnson", "my father"."""
    relations: frozenset[tuple[str, str]] = frozenset()
    """Kin that the story does not have: ("johnson", "father")."""
    numbers: frozenset[str] = frozenset()
    """Numbers and years, as digits."""
    speaker: str | None = None
    """Id of the person whose words are asked for: "what did Derek say about ..."."""
    contrasts: frozenset[tuple[str, str]] = frozenset()
    """(kind, word) of words that exclude others of their kind: ("kin", "mother"), ("medal", "silver")."""


@dataclass(frozen=True, slots=True)
class _Alias:
    words: tuple[str, ...]
    name_id: str
    firm: bool
    person: bool
    speaks: bool
    """Whether it is a person or a body, which can have said something."""


class NameFinder:
    """Finds what texts name, for one story."""

    def __init__(self, story: Story, language: Language) -> None:
        """Learn the story's names, with their aliases and kinship."""
        self._language = language
        self._reader = Reader(language)
        self._aliases: dict[str, list[_Alias]] = {}
        self._kin: dict[str, str] = {}
        self._partner: dict[str, str] = {}
        self.aliases: dict[str, list[Question]] = {}
        """The ways of saying each name, read as questions are."""
        for name in story.names.values():
            ways = (name.name, *name.also)
            self.aliases[name.id] = [self._reader.read(way) for way in ways]
            for way, read in zip(ways, self.aliases[name.id], strict=True):
                self._learn(name, way, read)
            for relation in name.kin:
                self._kin.setdefault(relation.removesuffix("-of"), name.id)
                self._partner.setdefault(relation.removesuffix("-of"), name.kin[relation])
        for learnt in self._aliases.values():
            learnt.sort(key=lambda alias: -len(alias.words))
        self.words = frozenset(_own_words(story.names.values(), language))
        people = [key(name.name).split() for name in story.names.values() if name.kind == "person"]
        self._givens = frozenset(words[0] for words in people if len(words) > 1)
        self._families = frozenset(words[-1] for words in people if len(words) > 1)

    def own(self, language: Language) -> frozenset[str]:
        """Return the words of the names that are no common words of the language."""
        return self.words - language.common

    def _learn(self, name: Name, way: str, read: Question) -> None:
        """Keep one way of saying a name, and "father of Derek" beside "Derek's father"."""
        words = self.canonical(read.words)
        firm = any(char.isupper() or char.isdecimal() for char in way)
        person = name.kind == "person"
        for said in filter(None, (words, self._turned(words))):
            alias = _Alias(said, name.id, firm, person, person or name.kind == "organisation")
            self._aliases.setdefault(said[0], []).append(alias)

    def _turned(self, words: tuple[str, ...]) -> tuple[str, ...]:
        kin = words[-1] if words else ""
        return (kin, "of", *words[:-1]) if len(words) > 1 and self._is_kin(kin) else ()

    def canonical(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the words with kin words in their plain form ("dad" becomes "father")."""
        return tuple(self._kin_word(word) or word for word in words)

    def _kin_word(self, word: str) -> str | None:
        for group in self._language.groups.get(word, ()):
            if self._is_kin(group):
                return group
        return None

    def _is_kin(self, word: str) -> bool:
        return self._language.contrasts.get(word) == "kin"

    def find(self, question: Question) -> Mentions:
        """Return everything `question` names; the longest alias wins."""
        words = self.canonical(question.words)
        found, free, relations, namesakes = self._split(words)
        roles = [word for alias in found if not alias.firm for word in alias.words]
        kin = {self._kin[word] for word in free if word in self._kin}
        # Whoever names somebody of the story beside their own kin tells why they ask.
        own_kin = [] if any(alias.firm for alias in found) else self._own_kin(words)
        return Mentions(
            known=frozenset({alias.name_id for alias in found} | kin),
            firm=frozenset(alias.name_id for alias in found if alias.firm),
            unknown=frozenset([*(w for w in free if self._is_foreign(w, question)), *namesakes, *own_kin]),
            relations=frozenset(relations),
            speaker=self._speaker(words, found),
            numbers=frozenset(word for word in free if word.isdecimal() or _is_relay(word)),
            contrasts=frozenset(self._contrasts([*free, *roles])),
        )

    def apart(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """Return `words` once with each of two persons or bodies that are named side by side: "A and B"."""
        words = self.canonical(words)
        for at, word in enumerate(words):
            if word != "and" or not at:
                continue
            before = [
                alias
                for start in range(at)
                if (alias := self._firm_at(words, start)) and start + len(alias.words) == at
            ]
            after = self._firm_at(words, at + 1)
            if before and after and before[0].name_id != after.name_id:
                lead, rest = words[: at - len(before[0].words)], words[at + 1 + len(after.words) :]
                return tuple((*lead, *alias.words, *rest) for alias in (before[0], after))
        return ()

    def _firm_at(self, words: tuple[str, ...], at: int) -> _Alias | None:
        alias = self._alias_at(words, at) if at < len(words) and words[at] in self._aliases else None
        return alias if alias and alias.firm and alias.speaks else None

    def _split(
        self, words: tuple[str, ...]
    ) -> tuple[list[_Alias], list[str], list[tuple[str, str]], list[str]]:
        """Return the aliases that stand in the words, the words that are in none, relations and namesakes.

        A relation is one of a named person that the story does not have: ("johnson", "father").
        """
        found: list[_Alias] = []
        free: list[str] = []
        relations: list[tuple[str, str]] = []
        namesakes: list[str] = []
        at = 0
        while at < len(words):
            alias = self._alias_at(words, at) if words[at] in self._aliases else None
            if alias is None:
                free.append(words[at])
                at += 1
                continue
            found.append(alias)
            at += len(alias.words)
            kin = self._kin_beside(words, at - len(alias.words), at)
            if alias.firm and alias.person and kin:
                relations.append((alias.name_id, kin))
            if alias.person and (stranger := self._namesake(words, at - len(alias.words), at)):
                namesakes.append(stranger)
        return found, free, relations, namesakes

    def _namesake(self, words: tuple[str, ...], start: int, end: int) -> str | None:
        """Return the full name of somebody else who shares the one word between `start` and `end` with a person.

        Before a family name that is another given name ("Ben Johnson"), after a given name another family name.
        """
        own = words[start]
        if end - start > 1 or own in self._language.common:
            return None
        before, after = words[start - 1 : start], words[end : end + 1]
        # The whole of a name is a longer alias, and was found before its parts: what is left mixes two names.
        if own in self._families and before and (before[0] in self._givens or self._is_another(before[0])):
            return f"{before[0]} {own}"
        if own in self._givens and after and (after[0] in self._families or self._is_another(after[0])):
            return f"{own} {after[0]}"
        return None

    def _is_another(self, word: str) -> bool:
        language = self._language
        if (
            word in self.words
            or word in language.stop
            or word in language.contrasts
            or word in language.places
        ):
            return False
        return word.isalpha() and (word in language.proper or word not in language.common)

    def _kin_beside(self, words: tuple[str, ...], start: int, end: int) -> str | None:
        """Return the kin word that is said of the name between `start` and `end`: its father, the father of it."""
        if words[end : end + 1] and words[end] in self._kin:
            return words[end]
        if words[start - 1 : start] == ("of",) and start > 1 and words[start - 2] in self._kin:
            return words[start - 2]
        return None

    def strangers_kin(self, question: Question, person: str) -> frozenset[tuple[str, str]]:
        """Return the kin of this person that the story does not have: "his dad", said of another."""
        words = self.canonical(question.words)
        return frozenset(
            (person, word)
            for word in words
            if word in self._kin and person not in {self._kin[word], self._partner.get(word)}
        )

    def _own_kin(self, words: tuple[str, ...]) -> list[str]:
        """Return kin of the reader's: "my father" is none of the story."""
        return [f"{whose} {kin}" for whose, kin in pairwise(words) if whose in _READERS and self._is_kin(kin)]

    def _speaker(self, words: tuple[str, ...], found: Sequence[_Alias]) -> str | None:
        """Return who is meant by "what did X say", if it is asked for anybody's words."""
        for at, word in enumerate(words[:-2]):
            if word not in _AUXILIARIES:
                continue
            alias = self._alias_at(words, at + 1) if words[at + 1] in self._aliases else None
            if alias in found and alias is not None and alias.firm and alias.person:
                after = words[at + 1 + len(alias.words) :][:_SOON]
                if any("say" in self._language.groups.get(word, ()) for word in after):
                    return alias.name_id
        return None

    def _alias_at(self, words: tuple[str, ...], at: int) -> _Alias | None:
        for alias in self._aliases[words[at]]:
            if words[at : at + len(alias.words)] == alias.words:
                return alias
        return None

    def _is_foreign(self, word: str, question: Question) -> bool:
        known = word in self.words or word in self._language.stop or word in self._language.contrasts
        if known or not word.isalpha():
            return False
        proper = word in self._language.proper
        if question.spoken:  # what a table of words lacks may be any word
            return proper and word in question.capitals
        if word in question.capitals:
            return proper or word not in self._language.common
        # In what was typed in small letters a short word is as likely a slip or a scrap of another language.
        return proper and len(word) > _SCRAP

    def _contrasts(self, words: Sequence[str]) -> Iterator[tuple[str, str]]:
        for word in words:
            if kind := self._language.contrasts.get(word):
                yield kind, word


def _is_relay(word: str) -> bool:
    left, sign, right = word.partition("x")
    return bool(sign) and left.isdecimal() and right.isdecimal()


def _own_words(names: Iterable[Name], language: Language) -> Iterator[str]:
    """Yield the words of the story's names, function words aside."""
    for name in names:
        for way in (name.name, *name.also):
            yield from (word.folded for word in split_words(way) if word.folded not in language.stop)
