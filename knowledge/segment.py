"""Which parts of a message ask something: two questions are cut apart, a long message is read by its question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from knowledge.dressing import undressed
from knowledge.language import Language
from knowledge.text import Word, split_sentences, split_words

_JOINT = re.compile(
    r"(?:[,;]\s*|\s+)(?:and also|and then|and|also|plus|then|n|&|\+)\s+|;\s*|(?<=\?)\s*(?=\S)|(?P<comma>,\s+)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:^|(?<=[\s:;,]))\(?(?:[1-4]|[a-d])[.)]\s+|(?:^|\n)\s*[-*•]\s+", re.IGNORECASE)
"""What begins an item of a list: "1)", "b.", "(a)", a dash at the beginning of a line."""
_JOINERS = frozenset({"and", "but", "also", "or", "plus", "n", "y", "et", "und", "e"})
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
    if items := _items(text, language):
        return items
    found = [
        clause
        for sentence in _near_questions(split_sentences(text))
        for clause in _cut(sentence[-_LONGEST:], language)
    ]
    return tuple(list(filter(undressed, found))[-_MOST:]) or (text,)


def _near_questions(sentences: Sequence[str]) -> Sequence[str]:
    """Return the sentences of a message that are looked at: the last ones.

    Where a question mark stands before them, it is those with a mark and the one before each instead.
    """
    if not any("?" in sentence for sentence in sentences[:-_MOST]):
        return sentences[-_MOST:]
    near = {place for at, sentence in enumerate(sentences) if "?" in sentence for place in (at - 1, at)}
    return [sentences[at] for at in sorted(near) if at >= 0][-_MOST:]


def _items(text: str, language: Language) -> tuple[str, ...]:
    """Return the items of a list, each as a question; nothing where there is no list of two."""
    _, *items = (part.strip(" \n,;") for part in _ITEM.split(text[: _MOST * _LONGEST]))
    items = [item.removesuffix(" and") for item in items if item]
    if len(items) < 2:  # noqa: PLR2004 (one item is no list)
        return ()
    return tuple(item if asks(item, language) else f"what is {item}" for item in items[:_MOST])


def _cut(sentence: str, language: Language) -> list[str]:
    for joint in islice(_JOINT.finditer(sentence), _JOINTS):
        left, right = sentence[: joint.start()].strip(" ,"), sentence[joint.end() :].strip()
        if not left or not right:
            continue
        if joint["comma"]:
            parts = _opens(left, language) and _begins(right, language)
        else:
            parts = asks(left, language) and _opens(right, language)
        if parts:
            rest = _cut(right, language)
            return [_completed(left, rest[0], language), *rest]
    return [sentence]


def _completed(left: str, right: str, language: Language) -> str:
    """Return a lone question word with what it shares with the next: "who and when did" asks "who did" too."""
    if left.casefold() in language.question_words:
        return f"{left} {right.split(maxsplit=1)[-1]}"
    return left


def asking(clauses: Sequence[str], language: Language) -> tuple[int, ...]:
    """Return the places of the clauses that ask: those with a question mark, or else with question words."""
    marked = tuple(at for at, clause in enumerate(clauses) if "?" in clause)
    if marked and len(clauses) >= _TOLD:
        return tuple(at for at, clause in enumerate(clauses) if at in marked or _begins(clause, language))
    return tuple(at for at, clause in enumerate(clauses) if asks(clause, language)) or (len(clauses) - 1,)


def asks(clause: str, language: Language) -> bool:
    """Return whether a clause asks something, by its mark or its words."""
    return (
        "?" in clause or _opens(clause, language) or bool(_words(clause, language) & language.question_words)
    )


def _unjoined(clause: str) -> tuple[Word, ...]:
    """Return the words of a clause without what joins it to the one before: "and did he"."""
    words = split_words(clause)
    return words[1:] if len(words) > 1 and words[0].folded in _JOINERS else words


def _words(clause: str, language: Language) -> set[str]:
    return {w for word in split_words(clause) for w in language.chat.get(word.folded, (word.folded,))}


def _begins(clause: str, language: Language) -> bool:
    """Return whether the very first words of a clause ask: "in which round", "did he"."""
    first = [w for word in _unjoined(clause)[:2] for w in language.chat.get(word.folded, (word.folded,))]
    return not language.question_words.isdisjoint(first[:2]) or bool(first and first[0] in language.openers)


def _opens(clause: str, language: Language) -> bool:
    """Return whether a clause begins as a question does."""
    words = [w for word in _unjoined(clause)[:5] for w in language.chat.get(word.folded, (word.folded,))]
    return any(word in language.question_words for word in words[:4]) or bool(
        words and words[0] in language.openers
    )
