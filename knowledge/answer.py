"""Decides what a question comes to: Answer, Choice, Untold, NoMatch or Chat. Every threshold lives here."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge import segment
from knowledge.chatter import small_talk
from knowledge.conversation import Conversation, Turn
from knowledge.dressing import undressed
from knowledge.followup import Reading, readings
from knowledge.guard import breaches
from knowledge.match import Candidate, Matcher
from knowledge.model import Entry, Silence, Told
from knowledge.reply import Answer, Chat, Choice, NoMatch, Reply, Untold
from knowledge.spoken import foreign_language
from knowledge.translate import into_english

WEIGHTS = {"score": 1.3, "coverage": 1.91, "mistyped": -0.13, "elsewhere": -2.34, "bias": 1.42}
"""Weights of the confidence: a logistic regression on whether the best entry was the right one, fitted by
`tests/benchmarks/fit_confidence.py` on the working half of the question bank. `score` are the log odds of
`Candidate.score`."""
SURE = 0.8
"""Confidence (0 to 1) from which an entry is told without asking."""
CERTAIN = 0.85
"""Confidence from which one half of a message is told though the whole seems to ask for what is not told."""
SURE_ENOUGH = 0.3
"""... beside a sure one: who asks two things at once means both of the story."""
MAYBE = 0.15
"""Confidence from which entries are offered."""
SILENT = 0.3
"""What all silences together must have for one of them to be told rather than a choice offered."""
COVERED = 0.1
"""Share of a question's content an entry must know: below it, the question is about something else."""
WORDLESS = 0.9
"""Score from which an entry is told where the question has function words alone."""
WHOLE = 0.7
"""Confidence from which a message of several clauses is taken for one question, told at length."""
OFFERS = 4
"""Most entries of a "Did you mean": as many buttons as fit one row beside one of ours."""
NEARBY = 3
"""Most entries shown beside a silence, and starters."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that could be meant, and the confidence in it, 0 to 1."""

    entry: Entry
    confidence: float

    @property
    def is_silence(self) -> bool:
        """Return whether the entry is a silence."""
        return isinstance(self.entry, Silence)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one clause of a message comes to, before it is put into a reply; the best is first."""

    kind: Literal["sure", "maybe", "none"]
    found: tuple[Found, ...] = ()
    others: tuple[Found, ...] = ()
    """What else could have been meant, where one entry is sure enough to be told."""

    @property
    def confidence(self) -> float:
        """Return the confidence in the best entry; 0 where there is none."""
        return self.found[0].confidence if self.found else 0.0

    @property
    def rank(self) -> tuple[int, float]:
        """Return what verdicts are compared by."""
        return ("none", "maybe", "sure").index(self.kind), self.confidence


class Answerer:
    """Answers questions about one story."""

    def __init__(self, matcher: Matcher) -> None:
        """Answer from what `matcher` ranks."""
        self._matcher = matcher
        self._story = matcher.story

    def warm(self) -> None:
        """Make ready for the first question."""
        self._matcher.warm()

    def language_of(self, text: str) -> str | None:
        """Return the code of the language a text is in, where it is another than the story's and we know it."""
        return foreign_language(text, self._matcher.language, self._matcher.names.words)

    def ask(self, text: str, conversation: Conversation) -> tuple[Reply, float]:
        """Return the reply to a message and how sure it is, from 0 to 1."""
        language = self._matcher.language
        english = into_english(text, language, self._matcher.names.words)
        if topic := small_talk(english or text, language):
            return Chat(topic, self.starters()), 1.0
        bare = undressed(text)
        if entry := self._exact(text, bare, conversation):
            return self._reply(Verdict("sure", (Found(entry, 1.0),))), 1.0
        if not bare:  # "any idea?" asks for nothing
            return NoMatch(self.starters()), 0.0
        clauses = self._matcher.apart(bare) or segment.clauses(bare, language)
        verdicts = self._verdicts(clauses, conversation)
        whole = [self._judge(bare, (), conversation)] if len(clauses) > 1 else []
        if both := self._both(verdicts, *whole):
            return both, min(told.score for told in both.told)
        best = max((*verdicts, *whole), key=lambda verdict: verdict.rank)
        if whole and whole[0].confidence >= WHOLE:
            best = whole[0]
        return self._reply(best), best.confidence

    def _exact(self, text: str, bare: str, conversation: Conversation) -> Entry | None:
        """Return the entry of which this is a phrasing; in a conversation "how old was he" is first a follow-up."""
        entry = self._matcher.exact(text) or self._matcher.exact(bare)
        if entry is None or not conversation:
            return entry
        return None if self._matcher.points_back(bare or text) else entry

    def _verdicts(self, clauses: Sequence[str], conversation: Conversation) -> list[Verdict]:
        """Judge each clause that asks, with what the clauses before it tell."""
        asking = segment.asking(clauses, self._matcher.language)
        before: list[Turn] = []
        verdicts: list[Verdict] = []
        for at, clause in enumerate(clauses):
            told: tuple[Told, ...] = ()
            if at in asking:
                verdicts.append(self._judge(clause, before, conversation))
                told = tuple(map(self._tell, verdicts[-1].found[:1])) if verdicts[-1].kind == "sure" else ()
            before.append(Turn(clause, told))
        return verdicts

    def _judge(self, clause: str, before: Sequence[Turn], conversation: Conversation) -> Verdict:
        verdicts = []
        for reading in readings(self._matcher, clause, before, conversation):
            verdicts.append(self._weigh(reading))
            if reading.leads and verdicts[-1].kind == "sure":
                break
        return max(verdicts, key=lambda verdict: verdict.rank)

    def _weigh(self, reading: Reading) -> Verdict:
        """Decide one reading of a clause by its candidates that nothing speaks against."""
        found = list(self._sound(reading))
        told = sorted((f for f in found if not f.is_silence), key=lambda f: -f.confidence)
        silences = [f for f in found if f.is_silence]
        if told and told[0].confidence >= SURE:
            return Verdict("sure", (told[0],), tuple(told[1 : OFFERS + 1]))
        if silences and silences[0].confidence >= SILENT:
            return Verdict("sure", (silences[0],), tuple(told[:OFFERS]))
        if told and told[0].confidence >= MAYBE:
            return Verdict("maybe", tuple(f for f in told if f.confidence >= MAYBE / 2)[:OFFERS])
        return Verdict("none", tuple((silences or told)[:1]))

    def _sound(self, reading: Reading) -> Iterator[Found]:
        """Yield the candidates that nothing in the question speaks against, the likeliest first."""
        for candidate in self._matcher.rank(reading.read, reading.covered or reading.own, reading.boosts):
            # Of "what is this about?" no word can be covered.
            wordless = not reading.own.question.content and candidate.score >= WORDLESS
            covered = candidate.coverage >= COVERED or wordless
            if covered and not breaches(reading.own, candidate.entry, self._matcher):
                silent = isinstance(candidate.entry, Silence)
                sure = candidate.untold if silent else confidence(candidate)
                yield Found(candidate.entry, sure * reading.trust)

    def _both(self, verdicts: Sequence[Verdict], whole: Verdict | None = None) -> Answer | None:
        """Return one answer to two questions asked at once, where one is sure and the other nearly so.

        A message that, read as a whole, asks for what is not told is no two questions, unless one half is certain.
        """
        if not any(verdict.kind == "sure" for verdict in verdicts):
            return None
        near = [v.found[0] for v in verdicts if v.confidence >= SURE_ENOUGH]
        told = {found.entry.id: found for found in near}
        silent = whole is not None and whole.kind == "sure" and whole.found[0].is_silence
        certain = [found for found in told.values() if not found.is_silence and found.confidence >= CERTAIN]
        if silent and not certain and sum(not found.is_silence for found in told.values()) < 2:  # noqa: PLR2004
            return None
        match sorted(list(told.values())[:2], key=lambda found: found.is_silence):
            case [first, second] if not first.is_silence:
                return Answer((self._tell(first), self._tell(second)))
            case _:
                return None

    def _reply(self, verdict: Verdict) -> Reply:
        if verdict.kind == "none":
            return NoMatch(self.starters())
        best, others = verdict.found[0], tuple(map(self._tell, verdict.others))
        if best.is_silence and (verdict.kind == "sure" or all(found.is_silence for found in verdict.found)):
            silence = self._tell(best)
            return Untold(silence, self.nearby(silence), others)
        if verdict.kind == "sure":
            return Answer((self._tell(best),), others)
        offered = [self._tell(found) for found in verdict.found if not found.is_silence]
        if len(offered) == 1:  # a choice of one is none: what is told next to it comes with it
            beside = self.nearby(offered[0]) or self.starters()
            offered += [told.scored(0.0) for told in beside if told.ref != offered[0].ref]
        return Choice(tuple(offered[:OFFERS]))

    def _tell(self, found: Found) -> Told:
        return self._story.tell(found.entry.id, round(found.confidence, 4))

    def nearby(self, told: Told) -> tuple[Told, ...]:
        """Return what the story does tell close to an entry."""
        related = (self._story.tell(entry_id) for entry_id in told.entry.related)
        return tuple(t for t in related if not isinstance(t.entry, Silence))[:NEARBY]

    def starters(self, limit: int = NEARBY) -> tuple[Told, ...]:
        """Return entries to begin with: those the curator named, or the first fact of each topic."""
        if self._story.heading.starters:
            return tuple(map(self._story.tell, self._story.heading.starters))[:limit]
        return tuple(_first_of_each_topic(self._story.all_told("fact")))[:limit]


def confidence(candidate: Candidate) -> float:
    """Return how likely it is, from 0 to 1, that the entry is the one that was meant."""
    return 1 / (1 + math.exp(-sum(WEIGHTS[name] * value for name, value in measured(candidate).items())))


def measured(candidate: Candidate) -> dict[str, float]:
    """Return what the confidence in an entry is weighed from, by the names in `WEIGHTS`."""
    share = min(max(candidate.score, 1e-4), 1 - 1e-4)
    return {
        "score": math.log(share / (1 - share)),
        "coverage": candidate.coverage,
        "mistyped": candidate.mistyped,
        "elsewhere": candidate.elsewhere,
        "bias": 1.0,
    }


def _first_of_each_topic(facts: Iterable[Told]) -> Iterator[Told]:
    seen: set[str] = set()
    for told in facts:
        topic = told.entry.topics[0] if told.entry.topics else told.entry.id
        if topic not in seen:
            seen.add(topic)
            yield told
