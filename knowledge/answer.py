"""Decides what a question comes to: Answer, Choice, Untold, NoMatch or Chat. Every threshold lives here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge import segment
from knowledge.chatter import small_talk
from knowledge.conversation import Conversation
from knowledge.followup import Reading, readings
from knowledge.guard import breaches
from knowledge.match import Candidate, Matcher
from knowledge.model import Silence, Told
from knowledge.reply import Answer, Chat, Choice, NoMatch, Reply, Untold

SURE = 0.42
"""Confidence from which an entry is told without asking."""
CLEAR = 0.12
"""... provided that the next best entry that would say something else is this much behind."""
MAYBE = 0.16
"""Confidence from which an entry is offered."""
COVERED = 0.34
"""Share of a question's meaning an entry must know to be told: below it, the question is about something else."""
OFFERS = 4
"""Most entries of a "Did you mean": as many buttons as fit one row beside one of ours."""
NEARBY = 3
"""Most entries shown beside a silence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one clause of a message comes to, before it is put into a reply."""

    kind: Literal["sure", "maybe", "none"]
    candidates: tuple[Candidate, ...]
    confidence: float


class Answerer:
    """Answers questions about one story."""

    def __init__(self, matcher: Matcher) -> None:
        """Answer from what `matcher` ranks."""
        self._matcher = matcher
        self._story = matcher.story

    def ask(self, text: str, conversation: Conversation) -> tuple[Reply, float]:
        """Return the reply to a message and how sure it is, from 0 to 1."""
        if topic := small_talk(text, self._matcher.language):
            return Chat(topic, self.starters()), 1.0
        if entry := self._matcher.exact(text):
            return self._reply(Verdict("sure", (Candidate(entry, 1.0, 1.0, 1.0),), 1.0)), 1.0
        clauses = segment.clauses(text, self._matcher.language)
        verdicts = list(self._judge_all(clauses, conversation))
        if len(clauses) > 1 and (both := self._both(verdicts)):
            return both, min(v.confidence for v in verdicts if v.kind == "sure")
        whole = self._judge(readings(self._matcher, text, (), conversation))
        best = max([whole, *verdicts], key=_rank)
        return self._reply(best), best.confidence

    def _judge_all(self, clauses: Sequence[str], conversation: Conversation) -> Iterator[Verdict]:
        for at, clause in enumerate(clauses):
            if segment.asks(clause, self._matcher.language) or len(clauses) == 1:
                yield self._judge(readings(self._matcher, clause, clauses[:at], conversation))

    def _judge(self, found: Iterable[Reading]) -> Verdict:
        return max((self._weigh(reading) for reading in found), key=_rank)

    def _weigh(self, reading: Reading) -> Verdict:
        """Decide one reading of a clause by its candidates that nothing speaks against."""
        ranked = self._matcher.rank(reading.read, reading.boosts)
        sound = [c for c in ranked if not breaches(reading.guarded, c.entry, self._matcher)]
        if not sound:
            return Verdict("none", (), 0.0)
        scored = sorted(((self._confidence(c) * reading.trust, c) for c in sound), key=lambda pair: -pair[0])
        confidence, best = scored[0]
        runner_up = next((score for score, _ in scored[1:]), 0.0)
        if confidence >= SURE and confidence - runner_up >= CLEAR and best.coverage >= COVERED:
            return Verdict("sure", (best,), confidence)
        likely = tuple(c for score, c in scored if score >= MAYBE / 2 and c.coverage >= COVERED)[:OFFERS]
        if likely and confidence >= MAYBE:
            return Verdict("maybe", likely, confidence)
        return Verdict("none", (), confidence)

    def _confidence(self, candidate: Candidate) -> float:
        """Blend what the head, the nearest phrasing and the coverage say; 0 to 1."""
        return (candidate.probability * 0.6 + candidate.likeness * 0.4) * min(1.0, candidate.coverage + 0.3)

    def _both(self, verdicts: Sequence[Verdict]) -> Answer | None:
        """Return one answer to two questions, where both are clear and different."""
        told: dict[str, Told] = {}
        for verdict in verdicts:
            if verdict.kind == "sure":
                entry = verdict.candidates[0].entry
                told.setdefault(entry.id, self._tell(verdict.candidates[0]))
        kept = tuple(told.values())[:2]
        facts = [t for t in kept if not isinstance(t.entry, Silence)]
        return Answer(tuple(sorted(kept, key=lambda t: isinstance(t.entry, Silence)))) if len(kept) > 1 and facts else None

    def _reply(self, verdict: Verdict) -> Reply:
        if verdict.kind == "none":
            return NoMatch(self.starters())
        if verdict.kind == "sure":
            told = self._tell(verdict.candidates[0])
            return Untold(told, self.nearby(told)) if isinstance(told.entry, Silence) else Answer((told,))
        entries = verdict.candidates
        if all(isinstance(c.entry, Silence) for c in entries):
            told = self._tell(entries[0])
            return Untold(told, self.nearby(told))
        offered = tuple(self._tell(c) for c in entries if not isinstance(c.entry, Silence))
        return Choice(offered) if len(offered) > 1 else self._offer_one(offered[0])

    def _offer_one(self, told: Told) -> Choice:
        """Return a choice of one entry and what is told next to it, for a choice has two at least."""
        return Choice((told, *self.nearby(told))[:OFFERS])

    def _tell(self, candidate: Candidate) -> Told:
        return self._story.tell(candidate.entry.id, round(self._confidence(candidate), 4))

    def nearby(self, told: Told) -> tuple[Told, ...]:
        """Return what the story does tell close to an entry."""
        related = (self._story.tell(entry_id) for entry_id in told.entry.related)
        return tuple(t for t in related if not isinstance(t.entry, Silence))[:NEARBY]

    def starters(self, limit: int = NEARBY) -> tuple[Told, ...]:
        """Return entries to begin with: the first fact of each topic, in the file's order."""
        first: dict[str, Told] = {}
        for told in self._story.all_told("fact"):
            if told.entry.topics and told.entry.topics[0] not in first:
                first[told.entry.topics[0]] = told
        return (tuple(first.values()) or self._story.all_told("fact"))[:limit]


def _rank(verdict: Verdict) -> tuple[int, float]:
    return ({"none": 0, "maybe": 1, "sure": 2}[verdict.kind], verdict.confidence)
