"""What every story in a language shares: function words, chat spellings, word groups, contrasts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any


class UnknownLanguageError(LookupError):
    """No language table of that name is shipped."""


@dataclass(frozen=True, eq=False)  # there is one of each
class Language:
    """The tables of `language/<code>.toml` and its word lists, ready for look-up."""

    code: str
    stop: frozenset[str]
    negation: frozenset[str]
    chat: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]]
    """Words of a phrase -> what it stands for, by the phrase's first word."""
    groups: Mapping[str, tuple[str, ...]]
    """Word -> the groups it belongs to."""
    contrasts: Mapping[str, str]
    """Word -> the kind of contrast ("kin", "medal", ...) it takes part in."""
    question_types: Mapping[str, tuple[tuple[str, ...], ...]]
    chatter: Mapping[str, frozenset[str]]
    chatter_needs: Mapping[str, frozenset[str]]
    common: frozenset[str]
    """Common words of the language, folded."""
    proper: frozenset[str]
    """Words the language writes with a capital letter, folded: names of people, places, firms."""

    places: frozenset[str]
    """Countries, cities and continents, and what comes from them."""
    openers: frozenset[str]
    """Words a question opens with that are no question words: "did", "is", "tell"."""
    pronouns: frozenset[str]
    """Pronouns that stand for one person: "he", "her"."""
    pointers: frozenset[str]
    """Words that point back to what was said before: "he", "that", "there"."""

    @cached_property
    def question_words(self) -> frozenset[str]:
        """Return the words that ask: "who", "when", "how" ..."""
        return frozenset(p[0] for phrases in self.question_types.values() for p in phrases if len(p) == 1)

    @cached_property
    def contrast_kinds(self) -> frozenset[str]:
        """Return the kinds of contrast a fact may name in `corrects`, and the kinds of name."""
        named = {"person", "place", "organisation", "event", "thing", "year", "number", "negation"}
        return frozenset(self.contrasts.values()) | named


@lru_cache(maxsize=8)
def load_language(code: str) -> Language:
    """Load a language table that is shipped.

    Raises:
        UnknownLanguageError: there is none for `code`.
    """
    folder = files("knowledge.language")
    table = folder / f"{code}.toml"
    if not table.is_file():
        raise UnknownLanguageError(code)
    raw: dict[str, Any] = tomllib.loads(table.read_text("utf-8"))
    if "stop" not in raw:  # a table for translating questions only
        raise UnknownLanguageError(code)
    return Language(
        code=code,
        stop=frozenset(raw["stop"].split()),
        negation=frozenset(raw["negation"].split()),
        chat={word: tuple(meant.split()) for word, meant in raw["chat"].items()},
        phrases=_by_first_word(raw["phrases"]),
        groups=_invert(raw["groups"]),
        contrasts={word: kind for kind, words in raw["contrasts"].items() for word in words.split()},
        question_types={
            kind: tuple(tuple(p.split()) for p in ps) for kind, ps in raw["question_types"].items()
        },
        chatter={kind: frozenset(words.split()) for kind, words in raw["chatter"].items()},
        chatter_needs={kind: frozenset(words.split()) for kind, words in raw["chatter_needs"].items()},
        places=frozenset(raw["places"].split()),
        openers=frozenset(raw["openers"].split()),
        pronouns=frozenset(raw["pronouns"].split()),
        pointers=frozenset(raw["pointers"].split()),
        common=_word_list(f"{code}-words.txt"),
        proper=_word_list(f"{code}-proper.txt"),
    )


def _by_first_word(phrases: Mapping[str, str]) -> dict[str, dict[tuple[str, ...], tuple[str, ...]]]:
    """Sort phrases under their first word, longest first, so that the longest match wins."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for phrase, meant in sorted(phrases.items(), key=lambda item: -len(item[0].split())):
        words = tuple(phrase.split())
        found.setdefault(words[0], {})[words] = tuple(meant.split())
    return found


def _invert(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group, words in groups.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), group)
    return found


def _word_list(name: str) -> frozenset[str]:
    """Return the words of a list; none where it is not shipped."""
    return frozenset(_lines(name))


@lru_cache(maxsize=1)
def elsewhere() -> tuple[str, ...]:
    """Return messages that ask for nothing any story tells, in several languages."""
    return tuple(_lines("elsewhere.txt"))


def _lines(name: str) -> list[str]:
    path = files("knowledge.language") / name
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if line[:1] != "#"]
