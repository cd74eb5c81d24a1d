"""What "he", "and when?", "what about his dad?" refer to: readings of a question in its conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.conversation import Conversation, Turn
from knowledge.match import Matcher, Read
from knowledge.model import Quote
from knowledge.question import Question

FADING = (0.75, 0.4)
"""Weight of the last question's score, and of the one before it, in a question that leans on them."""
RELATED = 0.8
"""Logits an entry gains for being named as related by what was told last."""
REPEATED = -2.0
"""Logits an entry loses for having been told last: nobody asks twice at once."""
TRUST = 0.95
"""Confidence in a reading that leans on what went before, against one that stands alone."""
FEW = 3
"""Content words up to which a question may be elliptical."""


@dataclass(frozen=True)
class Reading:
    """One way of understanding a clause."""

    read: Read
    guarded: Read
    """What the guard words are taken from: the clause itself, what it leans on aside."""
    boosts: Mapping[str, float] = field(default_factory=dict)
    trust: float = 1.0


def readings(
    matcher: Matcher, clause: str, before: Sequence[str], conversation: Conversation
) -> Iterator[Reading]:
    """Yield the clause alone, and leaning on what was said before it where it cannot stand alone."""
    read = matcher.read(clause)
    past = [*conversation.turns] + [Turn(text, ()) for text in before]
    leans = bool(past) and _leans(read.question, matcher)
    yield Reading(read, read, trust=0.8 if leans and len(read.question.content) <= 1 else 1.0)
    if leans:
        yield _leaning(matcher, read, past)


def _leans(question: Question, matcher: Matcher) -> bool:
    """Return whether a question points back: by a pronoun, by opening with "and", or by being short."""
    language = matcher.language
    if language.pointers & set(question.words):
        return True
    return len(question.content) <= FEW or question.words[:1] in {("and",), ("but",), ("so",), ("what", "about")}


def _leaning(matcher: Matcher, read: Read, past: Sequence[Turn]) -> Reading:
    """Return the clause read together with what went before, what it names in the place of what they named."""
    logits = read.logits.copy()
    for weight, turn in zip(FADING, reversed(past), strict=False):
        earlier = matcher.read(turn.question)
        if read.mentions.known or read.mentions.contrasts:
            earlier = _without_names(matcher, earlier)
        logits += weight * earlier.logits
    told = next((turn.told for turn in reversed(past) if turn.told), ())
    boosts: dict[str, float] = {}
    for one in told:
        boosts |= dict.fromkeys(one.entry.related, RELATED)
    for one in told:
        if not (isinstance(one.entry, Quote) and read.question.asks == "who"):
            boosts[one.entry.id] = REPEATED
    boosts = {entry_id: boost for entry_id, boost in boosts.items() if entry_id in matcher.story.entries}
    return Reading(replace(read, logits=logits), read, boosts, TRUST)


def _without_names(matcher: Matcher, read: Read) -> Read:
    """Return an earlier question without the names in it: the new question names its own."""
    words = tuple(w for w in read.question.words if w not in matcher.names.words)
    return matcher.examine(replace(read.question, words=words))
