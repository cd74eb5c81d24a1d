"""Guard words: what a question says that an entry must bear out before it may answer.

An entry that tells the right word of the same kind puts a wrong one right by being told: who says that he was
91 learns that he was 81. What an entry has no word for, or what the story tells of something else, it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from knowledge.learn import Support
from knowledge.match import Matcher, Read
from knowledge.model import Entry, Quote, Silence
from knowledge.question import Question

_YEARS = range(1000, 2100)
_SMALL = 13
"""Numbers below it are as often counts of something else: "the two of them", "the other 3"."""
_ASKS_WHICH = frozenset({"who", "what", "where", "when"})
_DENIALS = ("not", "never")
_SOON = 3
"""Words after a question word within which "not" denies what it asks for: "who did not come"."""
_UNKNOWN = frozenset({"person", "place", "organisation", "event", "platform"})
"""Kinds of correction that put an unknown name right: nobody can say whether it is a person's or a place's."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A word of the question that the entry does not bear out, and of which kind it is."""

    kind: str
    word: str


def breaches(read: Read, entry: Entry, matcher: Matcher) -> tuple[Breach, ...]:
    """Return what in the question speaks against this entry; what the entry corrects is no breach."""
    corrects = frozenset(entry.corrects)
    return tuple(breach for breach in _unborne(read, entry, matcher) if not corrects & _cures(breach.kind))


def _cures(kind: str) -> frozenset[str]:
    if kind == "unknown":
        return _UNKNOWN
    if kind == "number":
        return frozenset({"number", "distance"})
    return frozenset({kind})


def _unborne(read: Read, entry: Entry, matcher: Matcher) -> Iterator[Breach]:
    support = matcher.support(entry)
    mentions = read.mentions
    yield from _unknown(read, entry, matcher)
    yield from _persons(read, support, matcher)
    yield from _contrasts(mentions.contrasts, support, matcher)
    if isinstance(entry, Silence):
        return
    yield from _numbers(mentions.numbers - support.words, support, matcher)
    spoken = {entry.speaker} if isinstance(entry, Quote) else set(entry.about)
    if mentions.speaker and mentions.speaker not in spoken:
        yield Breach("speaker", mentions.speaker)
    if _denies(read.question) and not matcher.language.negation & support.told:
        yield Breach("negation", "not")


def _unknown(read: Read, entry: Entry, matcher: Matcher) -> Iterator[Breach]:
    """Yield names the story does not have; of a place only where the entry has nothing that stands in its stead.

    A wrong place and a wrong year come together ("Atlanta 1996"): who puts the year right has put both in doubt.
    """
    support = matcher.support(entry)
    about = {entry.speaker, *entry.about} if isinstance(entry, Quote) else set(entry.about)
    for person, kin in sorted(read.mentions.relations):
        # Of whom a silence is about it may well say that the story does not tell of such kin.
        if not (isinstance(entry, Silence) and person in about):
            yield Breach("relation", f"{person} {kin}")
    redated = bool(read.mentions.numbers - support.words) and _has_number(support)
    for word in sorted(read.mentions.unknown - support.words):
        if word not in matcher.language.places or not (support.where or redated):
            yield Breach("stranger" if " " in word else "unknown", word)


def _has_number(support: Support) -> bool:
    return any(word[0].isdecimal() for word in support.text)


def _persons(read: Read, support: Support, matcher: Matcher) -> Iterator[Breach]:
    """Yield the persons a question names, where the entry is about none of them."""
    named = [name for name in sorted(read.mentions.firm) if matcher.story.names[name].kind == "person"]
    if named and not support.names & set(named):
        yield Breach("person", named[0])


def _numbers(missing: Iterable[str], support: Support, matcher: Matcher) -> Iterator[Breach]:
    """Yield numbers and years that the story tells of something else, or that the entry has none in place of."""
    own = _has_number(support)
    for number in sorted(missing):
        if number.isdecimal() and int(number) < _SMALL:
            continue
        if number in matcher.told or not own:
            yield Breach("year" if number.isdecimal() and int(number) in _YEARS else "number", number)


def _contrasts(mentioned: Iterable[tuple[str, str]], support: Support, matcher: Matcher) -> Iterator[Breach]:
    """Yield one breach a kind, where the entry has no word of that kind."""
    for kind, pairs in groupby(sorted(mentioned), key=lambda pair: pair[0]):
        words = [word for _, word in pairs]
        if any(word in support.words for word in words):
            continue
        if not any(matcher.language.contrasts.get(word) == kind for word in support.text):
            yield Breach(kind, words[0])


def _denies(question: Question) -> bool:
    """Return whether it is asked who or what did not: no entry that tells who did answers that."""
    words = question.words
    asking = (at for at, word in enumerate(words) if word in _ASKS_WHICH)
    return any(word in _DENIALS for at in asking for word in words[at + 1 : at + 1 + _SOON])
