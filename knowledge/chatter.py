"""Small talk: whole messages that want a friendly line, never a fact."""

from __future__ import annotations

from knowledge.language import Language
from knowledge.reply import ChatTopic
from knowledge.text import split_words

_TOPICS: tuple[ChatTopic, ...] = ("thanks", "greeting", "farewell", "self", "help")
_LONGEST = 9
"""Words of the longest message that is taken for small talk."""


def small_talk(text: str, language: Language) -> ChatTopic | None:
    """Return what kind of small talk a message is, or None where it is anything else.

    Every word must belong to the kind, and one of its telling words must be there: "thanks, and when?"
    is a question.
    """
    words = [word.folded for word in split_words(text)]
    if not 0 < len(words) <= _LONGEST:
        return None
    for topic in _TOPICS:
        if set(words) <= language.chatter[topic] and set(words) & language.chatter_needs[topic]:
            return topic
    return None
