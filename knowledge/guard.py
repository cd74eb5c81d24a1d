"""Guard words: what a question says that an entry must bear out before it may answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from knowledge.learn import Support
from knowledge.match import Matcher, Read
from knowledge.model import Entry, Fact, Quote, Silence
from knowledge.question import Question
from knowledge.text import stem

_YEARS = range(1000, 2100)


ABOUT = 0.5
"""Share of the rest of a question that an entry must know before it may correct a word of it."""


_ASKS_WHICH = frozenset({"who", "what", "where", "when"})
_EARLY = 4
"""Words from the start of a question within which "not" denies what is asked for."""
ENOUGH = 2
"""... and content words the rest must have, unless it names somebody: "the capital of France" says too little."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A word of the question that the entry does not bear out, and of which kind it is."""

    kind: str
    word: str


_WHERE_AND_WHEN = frozenset({"year", "month", "weekday", "number", "unknown", "place", "event"})
"""Wrong words of these kinds come together ("Atlanta 1996"): who puts one right has put the others in doubt."""


def breaches(read: Read, entry: Entry, matcher: Matcher) -> tuple[Breach, ...]:
    """Return what in the question speaks against this entry; what the entry corrects is no breach."""
    found = tuple(_unborne(read, entry, matcher))
    support = matcher.support(entry)
    elsewhere = (read.mentions.numbers & matcher.told) - support.told
    foreign = tuple(Breach("unknown", word) for word in (read.mentions.unknown - support.told) | elsewhere)
    if foreign and not isinstance(entry, Silence) and not _about(read, entry, matcher, (*found, *foreign)):
        return found or foreign
    corrects = frozenset(entry.corrects) if isinstance(entry, Fact) else frozenset()
    left = tuple(breach for breach in found if not corrects & _kinds(breach.kind))
    told_elsewhere = any(breach.word in matcher.told for breach in found)
    if len(left) < len(found) and told_elsewhere and not _about(read, entry, matcher, found):
        return found
    if len(left) < len(found) and all(breach.kind in _WHERE_AND_WHEN for breach in left):
        return ()
    return left


def _about(read: Read, entry: Entry, matcher: Matcher, wrong: Iterable[Breach]) -> bool:
    """Return whether a question is about the entry but for its wrong words: only then they are mistakes."""
    words = frozenset(word for breach in wrong for word in breach.word.split())
    rest = set(read.question.content) - set(map(stem, words))
    if len(rest) < ENOUGH and not read.mentions.known:
        return False
    return matcher.coverage(read.question, entry, without=words) >= ABOUT


def _kinds(kind: str) -> frozenset[str]:
    """Return the kinds of correction that put this kind of word right.

    Of a name the story does not know nobody can say whether it is a person's or a place's.
    """
    if kind == "unknown":
        return frozenset({"person", "place", "organisation", "event", "platform"})
    if kind == "number":
        return frozenset({"number", "distance"})
    return frozenset({kind})


def _unborne(read: Read, entry: Entry, matcher: Matcher) -> Iterator[Breach]:
    support = matcher.support(entry)
    mentions = read.mentions
    yield from (Breach("unknown", word) for word in mentions.unknown - support.words)
    yield from _names(mentions.firm - support.names, support, matcher)
    if not isinstance(entry, Silence):
        yield from _numbers(mentions.numbers - support.words)
    yield from _contrasts(mentions.contrasts, support)
    spoken = {entry.speaker} if isinstance(entry, Quote) else set(entry.about)
    if mentions.speaker and mentions.speaker not in spoken:
        yield Breach("speaker", mentions.speaker)
    if _denies(read.question) and not matcher.language.negation & support.told:
        yield Breach("negation", "not")


def _denies(question: Question) -> bool:
    """Return whether it is asked who or what did not: no entry that tells who did answers that."""
    return question.asks in _ASKS_WHICH and "not" in question.words[:_EARLY]


def _names(missing: Iterable[str], support: Support, matcher: Matcher) -> Iterator[Breach]:
    """Yield named persons, places, events and organisations; things are too loosely named to count."""
    for name_id in missing:
        kind = matcher.story.names[name_id].kind
        ways = matcher.names.aliases[name_id]
        if kind != "thing" and not any(support.said.issuperset(way.words) for way in ways):
            yield Breach(kind, name_id)


def _numbers(missing: Iterable[str]) -> Iterator[Breach]:
    for number in missing:
        yield Breach("year" if number.isdecimal() and int(number) in _YEARS else "number", number)


def _contrasts(mentioned: Iterable[tuple[str, str]], support: Support) -> Iterator[Breach]:
    """Yield one breach a kind, where the entry bears out none of the words named of that kind."""
    for kind, pairs in groupby(sorted(mentioned), key=lambda pair: pair[0]):
        words = [word for _, word in pairs]
        if not any(word in support.words for word in words):
            yield Breach(kind, words[0])
