"""Which parts of a message ask something: long messages are read by their question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from knowledge.language import Language
from knowledge.text import split_sentences, split_words

_JOINT = re.compile(
    r"(?:[,;]\s*|\s+)(?:and also|and then|and|also|plus|&|\+)\s+|;\s*|(?<=\?)\s*(?=\S)", re.IGNORECASE
)
_TOLD = 3
"""Clauses from which a message tells something around its question."""
_LONGEST = 400
"""Characters of a sentence that are looked at, its last ones."""
_JOINTS = 8
"""Places where a sentence is tried to be cut; who joins more than that does not ask several questions."""
_MOST = 6
"""Clauses of a message that are looked at: the last ones, for a question mostly stands at the end."""


def clauses(text: str, language: Language) -> tuple[str, ...]:
    """Return the clauses of a message that stand for themselves, in order.

    A sentence is only cut where both sides ask: "love and support" stays whole.
    """
    sentences = split_sentences(text)[-_MOST:]
    found = [clause for sentence in sentences for clause in _cut(sentence[-_LONGEST:], language)]
    return tuple(found[-_MOST:]) or (text,)


def _cut(sentence: str, language: Language) -> list[str]:
    for joint in islice(_JOINT.finditer(sentence), _JOINTS):
        left, right = sentence[: joint.start()].strip(" ,"), sentence[joint.end() :].strip()
        if left and right and asks(left, language) and _opens(right, language):
            return [left, *_cut(right, language)]
    return [sentence]


def asking(clauses: Sequence[str], language: Language) -> tuple[int, ...]:
    """Return the places of the clauses that ask: those with a question mark, or else with question words."""
    marked = tuple(at for at, clause in enumerate(clauses) if "?" in clause)
    if marked and len(clauses) >= _TOLD:
        return tuple(at for at, clause in enumerate(clauses) if at in marked or _begins(clause, language))
    return tuple(at for at, clause in enumerate(clauses) if asks(clause, language)) or (len(clauses) - 1,)


def asks(clause: str, language: Language) -> bool:
    """Return whether a clause asks something, by its mark or its words."""
    return "?" in clause or _opens(clause, language) or bool(_question_words(clause, language))


def _question_words(clause: str, language: Language) -> set[str]:
    words = {w for word in split_words(clause) for w in language.chat.get(word.folded, (word.folded,))}
    return words & language.question_words


def _begins(clause: str, language: Language) -> bool:
    """Return whether the very first word of a clause is a question word: "What I forgot is how ..."."""
    first = split_words(clause)[:1]
    return any(word.folded in language.question_words for word in first)


def _opens(clause: str, language: Language) -> bool:
    """Return whether a clause begins as a question does."""
    words = [w for word in split_words(clause)[:5] for w in language.chat.get(word.folded, (word.folded,))]
    return any(word in language.question_words for word in words[:4]) or bool(
        words and words[0] in language.openers
    )
