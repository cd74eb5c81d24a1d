"""A question as the engine reads it: repaired, spelt out, with what it names and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.dressing import undressed
from knowledge.language import Language
from knowledge.spelling import Speller
from knowledge.text import Word, split_words, stem
from knowledge.translate import into_english, spoken_words

SHOUTED = 3
"""Words from which a text with mostly capital initials is a heading or shouted: they tell nothing of names."""


@dataclass(frozen=True)
class Question:
    """The words of a question or phrasing, as they are compared."""

    words: tuple[str, ...]
    """Folded, repaired, chat spellings and set phrases spelt out."""
    capitals: frozenset[str]
    """Those of `words` that were written like a name, the first word of a sentence aside."""
    content: tuple[str, ...]
    """Stems of the words that carry the subject, in order, each once."""
    asks: str | None
    """What is asked for: "who", "when", "how_many", ... or None."""
    spoken: tuple[str, ...] = ()
    """The words as they were said, where that was in another language."""

    @property
    def heard(self) -> tuple[str, ...]:
        """Return the words a sentence encoder hears: those that were said, once they are spelt right."""
        return self.spoken or self.words

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Return the stems of all words, in order."""
        return tuple(stem(word) for word in self.words)


class Reader:
    """Reads questions in one language, repairing words against one vocabulary."""

    def __init__(
        self, language: Language, speller: Speller | None = None, own: frozenset[str] | None = None
    ) -> None:
        """Read with `speller`; without one nothing is repaired, as for the story's own phrasings.

        Questions in other languages are put into English where `own` are given, the words of the story's names.
        """
        self._language = language
        self._speller = speller
        self._own = own

    def read(self, text: str, spoken_in: str | None = None) -> Question:
        """Return `text` as a question; the language it is in need not be said."""
        text = undressed(text) or text
        english = None
        if self._own is not None and spoken_in != self._language.code:
            english = into_english(text, self._language, self._own, spoken_in)
        spoken = spoken_words(text) if english is not None else ()
        written = split_words(text if english is None else english)
        pairs = list(self._spell_out(written))
        words = tuple(self._rewrite([word for word, _ in pairs]))
        capitals = frozenset(word for word, capital in pairs if capital)
        if spoken:
            capitals = frozenset(w.folded for w in split_words(text)[1:] if w.capital) & frozenset(words)
        return Question(
            words=words,
            capitals=capitals,
            content=tuple(dict.fromkeys(stem(w) for w in words if w not in self._language.stop)),
            asks=self._asked_for(words),
            spoken=spoken,
        )

    def _spell_out(self, written: Sequence[Word]) -> Iterator[tuple[str, bool]]:
        shouted = len(written) >= SHOUTED and sum(word.capital for word in written) * 2 > len(written)
        for index, word in enumerate(written):
            capital = word.capital and index > 0 and not shouted
            if word.folded in self._language.chat:
                yield from ((meant, False) for meant in self._language.chat[word.folded])
            elif self._speller is None:
                yield word.folded, capital
            else:
                yield from ((meant, capital) for meant in self._speller.repair(Word(word.folded, capital)))

    def _rewrite(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the words, with set phrases replaced by what they stand for."""
        at = 0
        while at < len(words):
            length, meant = self._phrase_at(words, at)
            yield from meant
            at += length

    def _phrase_at(self, words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        for phrase, meant in self._language.phrases.get(words[at], {}).items():
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase), meant
        return 1, (words[at],)

    def _asked_for(self, words: tuple[str, ...]) -> str | None:
        present = set(words)
        for kind, phrases in self._language.question_types.items():
            for phrase in phrases:
                if present.issuperset(phrase) and _stands_in(phrase, words):
                    return kind
        return None


def _stands_in(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(phrase) == 1 or any(words[i : i + len(phrase)] == phrase for i in range(len(words)))
