"""Questions in other languages, put into English word by word: enough to match, never shown to anybody."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from knowledge.language import Language
from knowledge.text import MAX_QUESTION, fold, split_words, without_links

LANGUAGES = ("es", "fr", "de", "pt")
"""Languages a question may be asked in beside the story's own."""

STRANGE = 0.34
"""Share of words the story's language does not know from which another language is thought of."""
FOREIGN = 0.5
"""Share of words that another language must know to be taken for the question's."""

_ELISION = re.compile(r"\b(?:l|d|qu|c|j|n|s|m|t|jusqu|lorsqu|puisqu|quelqu)'(?=\w)", re.IGNORECASE)
_SPOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_MARKS = str.maketrans(dict.fromkeys("‘’´`", "'"))


@dataclass(frozen=True)
class _Table:
    function: frozenset[str]
    words: Mapping[str, str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """Phrases by their first word, longest first."""

    def share(self, words: Sequence[str]) -> float:
        """Return how much of a text this language knows; its function words count twice."""
        known = sum(word in self.words or word in self.function for word in words)
        telling = sum(word in self.function for word in words)
        return (known + telling) / (len(words) + telling) if words else 0.0

    def translate(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the English for the words; what the table lacks stays as it is."""
        at = 0
        while at < len(words):
            for phrase, meant in self.phrases.get(words[at], ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    yield meant
                    at += len(phrase)
                    break
            else:
                word = words[at]
                yield self.words.get(word, "" if word in self.function else word)
                at += 1


@lru_cache(maxsize=len(LANGUAGES))
def _table(code: str) -> _Table:
    raw: dict[str, Any] = tomllib.loads((files("knowledge.language") / f"{code}.toml").read_text("utf-8"))
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meant in sorted(raw["phrases"].items(), key=lambda item: -len(item[0].split())):
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append((words, meant))
    return _Table(frozenset(raw["function"].split()), raw["words"], phrases)


def spoken_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, with their accents.

    >>> spoken_words("¿Cuántos AÑOS tenía?")
    ('cuántos', 'años', 'tenía')
    """
    plain = without_links(text[:MAX_QUESTION]).translate(_MARKS).lower()
    return tuple(_SPOKEN.findall(unicodedata.normalize("NFC", plain)))


@lru_cache(maxsize=16)  # a message is read several times
def into_english(text: str, language: Language, own: frozenset[str], code: str | None = None) -> str | None:
    """Return `text` in English words where it is in another language we know, else None.

    `own` are the words of the story's names, which belong to no language. `code` says the language where
    it is known.
    """
    if code in LANGUAGES:
        return " ".join(filter(None, _table(code).translate(_split(text))))
    words = [word for word in _split(text) if word not in own and not word.isdecimal()]
    strange = sum(
        not any(word in known for known in (language.common, language.proper, language.chat))
        for word in words
    )
    if not words or strange < STRANGE * len(words):
        return None
    tables = {
        code: _table(code) for code in LANGUAGES if (files("knowledge.language") / f"{code}.toml").is_file()
    }
    code, share = max(
        ((code, table.share(words)) for code, table in tables.items()), key=lambda pair: pair[1]
    )
    if share < FOREIGN:
        return None
    return " ".join(filter(None, tables[code].translate(_split(text))))


def _split(text: str) -> list[str]:
    plain = _ELISION.sub(" ", fold(text.translate(_MARKS)))
    return [word.folded for word in split_words(plain)]
