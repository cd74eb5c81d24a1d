"""What "he", "and when?", "what about his dad?" refer to: readings of a clause in its conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from knowledge.conversation import Conversation, Turn
from knowledge.learn import in_one_breath
from knowledge.match import Matcher, Read
from knowledge.model import Quote, Told
from knowledge.question import Question

OWN = 0.8
"""Weight of the clause's own score in a question that leans on those before it."""
NAMED = 1.2
"""... where the clause says nothing but a name."""
JOINT = 1.2
"""Weight of the score of the last question and this one, read in one breath."""
FADING = (0.2, 0.4)
"""Weight of the last question's score, and of the one before it, in a question that leans on them."""
BESIDE = (1.0, 0.5)
"""The same for the clauses before it in one message: they are there to be read together."""
ANSWERED = (0.3, 0.1)
"""... and for those that asked something themselves: they have their own answer."""
SHARED = 0.2
"""Logits an entry gains for each name it shares with what was told last."""
RELATED = 1.2
"""Logits an entry gains for being named as related by what was told last."""
SUBJECT = 1.0
"""Logits an entry gains for being about the person that the pronoun stands for."""
REPEATED = -1.0
"""Logits an entry loses for having been told last: nobody asks the same twice at once."""
UNSPOKEN = -4.0
"""... and one that quotes nobody, where somebody's words are asked for."""
FEW = 3
"""Content words up to which a question may be elliptical."""
ALONE = {"strong": 0.3, "weak": 0.8, "whole": 1.0}
"""Trust in the clause by itself, by how much it leans on what went before."""
TOGETHER = {"strong": 1.0, "weak": 0.85, "whole": 0.85}
"""Trust in the clause together with what went before."""
_OPENINGS = frozenset({"and", "but", "or", "so", "then", "also"})

Leaning = Literal["strong", "weak", "whole"]


@dataclass(frozen=True)
class Reading:
    """One way of understanding a clause."""

    read: Read
    """What is ranked: the clause, together with what it leans on."""
    own: Read
    """The clause itself: what it says must be borne out."""
    covered: Read | None = None
    """What an entry must know: the clause, and what the same message tells before it."""
    boosts: Mapping[str, float] = field(default_factory=dict)
    trust: float = 1.0
    """Factor for the confidence in an entry found by this reading, 0 to 1."""
    leads: bool = False
    """Whether it goes before every other reading, if it leads to a reply at all."""


def readings(
    matcher: Matcher, clause: str, before: Sequence[Turn], conversation: Conversation
) -> Iterator[Reading]:
    """Yield the clause by itself and, where it leans on what was said before it, together with that.

    `before` are the clauses before it in the same message.
    """
    own = matcher.read(clause)
    past = [*conversation.turns, *before]
    leaning = _leaning(own, matcher) if past else None
    if leaning is None:
        yield Reading(own, own)
        return
    together = _together(matcher, own, past, beside=bool(before), trust=TOGETHER[leaning])
    if leaning == "whole":
        yield Reading(own, own, leads=True)
    yield replace(together, leads=leaning == "strong")
    # Whose kin is asked for stays who was told of last, also where the clause is read alone.
    whose = replace(own, mentions=replace(own.mentions, relations=together.own.mentions.relations))
    yield Reading(own, whose, trust=ALONE[leaning])


def _leaning(own: Read, matcher: Matcher) -> Leaning | None:
    """Return how much a clause points back: by a pronoun, by opening with "and", or by being short."""
    words = own.question.words
    content = own.question.content
    opens = (words[:1] and words[0] in _OPENINGS) or words[:2] == ("what", "about")
    points = bool(matcher.language.pointers & set(words)) and not own.mentions.firm
    whole = own.mentions.firm and len(content) > 1 and words[:2] != ("what", "about")
    if whole and not opens and not points:
        return "whole" if len(content) <= FEW else None
    if whole:
        return "weak"
    if not content or ((opens or points) and len(content) <= FEW):
        return "strong"
    if len(content) == 1 and not own.mentions.firm:
        return "strong" if own.question.asks else "weak"
    return "weak" if opens or points or len(content) <= FEW else None


def _together(matcher: Matcher, own: Read, past: Sequence[Turn], *, beside: bool, trust: float) -> Reading:
    """Return the clause read together with the turns before it.

    Where it says nothing but a name ("and Michael Johnson?"), that name takes the place of theirs.
    """
    own, person = _with_person(matcher, own, past)
    renamed = _only_names(own, matcher)
    logits = (NAMED if renamed else OWN) * own.logits
    last: Read | None = None
    for at, turn in enumerate([*reversed(past)][: len(FADING)]):
        weight = (ANSWERED if turn.told else BESIDE)[at] if beside else FADING[at]
        earlier = matcher.read(turn.question)
        if renamed:
            earlier = _nameless(matcher, earlier)
        logits += weight * earlier.logits
        last = last or earlier
    if last and not beside:
        logits += JOINT * matcher.examine(in_one_breath(last.question, own.question)).logits
    read = Read(_joined(own, last), own.mentions, logits)
    told_beside = beside and not past[-1].told
    boosts = _boosts(matcher, own.question, past)
    for entry in matcher.entries:
        if entry.about[:1] == (person,) and boosts.get(entry.id) != REPEATED:
            boosts[entry.id] = boosts.get(entry.id, 0.0) + SUBJECT
    return Reading(read, own, read if told_beside else None, boosts, trust)


def _with_person(matcher: Matcher, own: Read, past: Sequence[Turn]) -> tuple[Read, str | None]:
    """Return the clause with the person its pronoun stands for, the one that was told of last, and who it is."""
    told = next((turn.told for turn in reversed(past) if turn.told), ())
    people = (name for one in told for name in one.entry.about if _is_person(matcher, name))
    person = next(people, None)
    pronoun = matcher.language.pronouns & set(own.question.words)
    if not pronoun or person is None or any(_is_person(matcher, name) for name in own.mentions.firm):
        return own, None
    strangers = matcher.names.strangers_kin(own.question, person)
    # Whose kin is asked for need not be named by the answer; who is asked for himself must be.
    firm = own.mentions.firm if own.mentions.known else own.mentions.firm | {person}
    mentions = replace(own.mentions, firm=firm, relations=own.mentions.relations | strangers)
    return replace(own, mentions=mentions), None if own.mentions.known else person


def _is_person(matcher: Matcher, name_id: str) -> bool:
    name = matcher.story.names.get(name_id)
    return name is not None and name.kind == "person"


def _joined(own: Read, last: Read | None) -> Question:
    """Return the words of a clause and of the one before it as one question that asks what the clause asks."""
    if last is None:
        return own.question
    return replace(
        own.question,
        words=own.question.words + last.question.words,
        content=tuple(dict.fromkeys(own.question.content + last.question.content)),
    )


def _only_names(own: Read, matcher: Matcher) -> bool:
    """Return whether all that a clause says is whom or what it is about."""
    mentions = own.mentions
    if not (mentions.known or mentions.contrasts):
        return False
    said = [word for word in matcher.names.canonical(own.question.words) if word not in matcher.language.stop]
    kin_or_such = {word for _, word in mentions.contrasts}
    return all(word in matcher.names.words or word in kin_or_such for word in said)


def _nameless(matcher: Matcher, read: Read) -> Read:
    """Return an earlier question without the names in it."""
    words = tuple(word for word in read.question.words if word not in matcher.names.words)
    return matcher.examine(replace(read.question, words=words))


def _boosts(matcher: Matcher, question: Question, past: Sequence[Turn]) -> dict[str, float]:
    """Return what the last answer makes likelier and unlikelier, in logits by entry."""
    told = next((turn.told for turn in reversed(past) if turn.told), ())
    own = [one for one in told if one.story is matcher.story]
    boosts: dict[str, float] = {}
    for one in own:
        for entry_id in one.entry.related:
            boosts[entry_id] = boosts.get(entry_id, 0.0) + RELATED
        names = frozenset(one.entry.about)
        for entry in matcher.entries:
            boosts[entry.id] = boosts.get(entry.id, 0.0) + SHARED * len(names & set(entry.about))
    words = _asks_for_words(matcher, question)
    for one in own:
        boosts[one.entry.id] = 0.0 if _asked_anew(matcher, question, one) else REPEATED
        if words and not isinstance(one.entry, Quote):
            boosts[one.entry.id] += UNSPOKEN
    return boosts


def _asks_for_words(matcher: Matcher, question: Question) -> bool:
    """Return whether somebody's words are asked for: "what did he say?"."""
    said = any("say" in matcher.language.groups.get(word, ()) for word in question.words)
    return said and question.asks in {None, "what", "how"}


def _asked_anew(matcher: Matcher, question: Question, told: Told) -> bool:
    """Return whether what was told holds the answer to another kind of question: "who said that?"."""
    return question.asks not in {None, "what", "how"} and question.asks in matcher.support(told.entry).asks
