"""Small talk: whole messages that want a friendly line, never a fact."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.language import Language
from knowledge.reply import ChatTopic
from knowledge.text import split_words

_TOPICS: tuple[ChatTopic, ...] = ("thanks", "greeting", "farewell", "self", "help")
_DRAWN = re.compile(r"(\w)\1+")
_LONGEST = 9
"""Words of the longest message that is taken for small talk."""


def small_talk(text: str, language: Language) -> ChatTopic | None:
    """Return what kind of small talk a message is, or None where it is anything else.

    Every word must belong to the kind, and one of its telling words must be there: "thanks, and when?"
    is a question.
    """
    written = [word.folded for word in split_words(text)]
    words = {_undrawn(meant) for word in written for meant in language.chat.get(word, (word,))}
    if not words or len(written) > _LONGEST:
        return None
    for topic in _TOPICS:
        if words <= _all_undrawn(language.chatter[topic]) and words & _all_undrawn(
            language.chatter_needs[topic]
        ):
            return topic
    return None


def _undrawn(word: str) -> str:
    """Return a word with each run of a letter drawn together, so that "hiiii" is "hi"."""
    return _DRAWN.sub(r"\1", word)


@lru_cache(maxsize=32)
def _all_undrawn(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_undrawn, words))
