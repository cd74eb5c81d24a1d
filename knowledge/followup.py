"""What "he", "and when?", "what about his dad?" refer to: readings of a clause in its conversation."""

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
FEW = 3
"""Content words up to which a question may be elliptical."""
ALONE = {"strong": 0.5, "weak": 0.9}
"""Trust in the clause by itself, by how much it leans on what went before."""
TOGETHER = {"strong": 1.0, "weak": 0.85}
"""Trust in the clause together with what went before."""
_OPENINGS = ({"and"}, {"but"}, {"or"}, {"so"}, {"then"}, {"also"})


@dataclass(frozen=True)
class Reading:
    """One way of understanding a clause."""

    read: Read
    """What is ranked: the clause, together with what it leans on."""
    own: Read
    """The clause itself: what it says must be borne out."""
    boosts: Mapping[str, float] = field(default_factory=dict)
    trust: float = 1.0
    """Factor for the confidence in an entry found by this reading, 0 to 1."""


def readings(
    matcher: Matcher, clause: str, before: Sequence[str], conversation: Conversation
) -> Iterator[Reading]:
    """Yield the clause by itself and, where it leans on what was said before it, together with that."""
    own = matcher.read(clause)
    past = [*conversation.turns, *(Turn(text, ()) for text in before)]
    leaning = _leaning(own, matcher) if past else None
    if leaning is None:
        yield Reading(own, own)
        return
    yield Reading(own, own, trust=ALONE[leaning])
    yield _together(matcher, own, past, TOGETHER[leaning])


def _leaning(own: Read, matcher: Matcher) -> str | None:
    """Return how much a clause points back: by a pronoun, by opening with "and", or by being short."""
    words = own.question.words
    content = own.question.content
    opens = any({word} in _OPENINGS for word in words[:1]) or words[:2] == ("what", "about")
    points = bool(matcher.language.pointers & set(words)) and not own.mentions.known
    if opens or not content or (points and len(content) <= FEW):
        return "strong"
    if len(content) == 1 and not own.mentions.known:
        return "strong" if own.question.asks else "weak"
    return "weak" if points or len(content) <= FEW else None


def _together(matcher: Matcher, own: Read, past: Sequence[Turn], trust: float) -> Reading:
    """Return the clause read together with the turns before it.

    What the clause names itself takes the place of what they named: "and Michael Johnson?".
    """
    logits = own.logits.copy()
    words: list[str] = list(own.question.words)
    for weight, turn in zip(FADING, reversed(past), strict=False):
        earlier = matcher.read(turn.question)
        if own.mentions.known or own.mentions.contrasts:
            earlier = _nameless(matcher, earlier)
        logits += weight * earlier.logits
        if weight == FADING[0]:
            words += earlier.question.words
    joined = replace(own.question, words=tuple(words))
    return Reading(Read(joined, own.mentions, logits), own, _boosts(matcher, own.question, past), trust)


def _nameless(matcher: Matcher, read: Read) -> Read:
    """Return an earlier question without the names in it."""
    words = tuple(word for word in read.question.words if word not in matcher.names.words)
    return matcher.examine(replace(read.question, words=words))


def _boosts(matcher: Matcher, question: Question, past: Sequence[Turn]) -> dict[str, float]:
    """Return what the last answer makes likelier and unlikelier."""
    told = next((turn.told for turn in reversed(past) if turn.told), ())
    boosts: dict[str, float] = {}
    for one in told:
        boosts |= dict.fromkeys(one.entry.related, RELATED)
    for one in told:
        # "Who said that?" of a quote is answered with the quote, for it names its speaker.
        boosts[one.entry.id] = 0.0 if isinstance(one.entry, Quote) and question.asks == "who" else REPEATED
    return {entry_id: boost for entry_id, boost in boosts.items() if entry_id in matcher.story.entries}
