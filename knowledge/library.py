"""The stories a bot knows, and the ways into them: asking, searching, looking up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from rapidfuzz import fuzz, process

from knowledge.answer import Answerer
from knowledge.cache import cache_folder
from knowledge.conversation import Conversation
from knowledge.language import load_language
from knowledge.match import Matcher
from knowledge.model import EntryKind, Name, Quote, Story, Told
from knowledge.reply import Answer, Chat, Choice, NoMatch, Reply, Untold
from knowledge.store import SHIPPED_STORIES, load_stories
from knowledge.text import fold, key

CLOSE = 72
"""Least similarity (rapidfuzz, 0 to 100) of a typed name to one of the story's, or of a search to a find."""


LONGEST = 1600
"""Characters of a search that are read: as many as the longest entry has, with its speaker."""
SHORTEST_CUT = 40
"""Characters of a text that was cut from which it is clear which one it is."""
MOST_WORDS = 40
"""Words of a search that are looked for."""


class Library:
    """Stories, read once and ready to be asked."""

    def __init__(self, stories: Iterable[Story], cache: Path | None = None) -> None:
        """Prepare these stories, at least one; what is learnt of them is kept in the folder `cache`."""
        self._hold(tuple((story, Answerer(Matcher(story, cache))) for story in stories))

    def _hold(self, known: tuple[tuple[Story, Answerer], ...]) -> None:
        self.stories = tuple(story for story, _ in known)
        self._answerers = tuple(answerer for _, answerer in known)
        self._parts: dict[str, Library] = {}
        self._told = tuple(told for story in self.stories for told in story.all_told())

    def only(self, story_id: str | None) -> Library:
        """Return the library of this one story, which shares what was learnt; all of it where it has no such story."""
        known = tuple(
            pair for pair in zip(self.stories, self._answerers, strict=True) if pair[0].id == story_id
        )
        if not known or len(self.stories) == 1:
            return self
        if known[0][0].id not in self._parts:
            part = Library(())
            part._hold(known)
            self._parts[known[0][0].id] = part
        return self._parts[known[0][0].id]

    def ask(self, question: str, conversation: Conversation = Conversation()) -> Reply:
        """Return the reply of the story that is surest of its own."""
        replies = [answerer.ask(question, conversation) for answerer in self._answerers]
        return max(replies, key=lambda pair: (_decidedness(pair[0]), pair[1]))[0]

    def language_of(self, text: str) -> str | None:
        """Return the code of the language a text is in, where it is another than the stories' and we know it."""
        return next(filter(None, (answerer.language_of(text) for answerer in self._answerers)), None)

    def warm(self) -> None:
        """Make the first questions as quick as the later ones, at the cost of some tenths of a second now."""
        for answerer in self._answerers:
            answerer.warm()

    @cached_property
    def _by_ref(self) -> dict[str, Told]:
        found: dict[str, Told] = {}
        for told in self._told:
            for name in (told.ref, told.entry.id, key(told.label), key(told.text)):
                found.setdefault(name, told)
        return found

    def find(self, ref: str) -> Told | None:
        """Return the entry with this address ("story/entry"), id, label or whole text, if there is one."""
        ref = ref[:LONGEST]
        folded = " ".join(fold(ref).split())
        return self._by_ref.get(folded) or self._by_ref.get(key(ref)) or self._begins(ref)

    def _begins(self, cut: str) -> Told | None:
        """Return the entry whose text or first phrasing was cut to this, as a suggestion has room for no more."""
        start = key(cut.rstrip().removesuffix("…"))
        if not cut.rstrip().endswith("…") or len(start) < SHORTEST_CUT:
            return None
        whole = (
            told
            for told in self._told
            for words in (told.text, self.question_for(told))
            if key(words).startswith(start)
        )
        return next(whole, None)

    @cached_property
    def _search_keys(self) -> dict[int, str]:
        """Return what a search is compared with, by place: an entry's words and its phrasings, folded."""
        return {
            at: " ".join([key(told.text), *map(key, told.entry.asked)]) for at, told in enumerate(self._told)
        }

    def search(self, text: str, *kinds: EntryKind, limit: int = 25) -> tuple[Told, ...]:
        """Return the entries whose text or phrasings hold these words, typing errors forgiven, best first.

        Without words the starters come first, then the rest in the file's order.
        """
        wanted = [at for at, told in enumerate(self._told) if not kinds or told.entry.kind in kinds]
        words = key(text[:LONGEST]).split()[:MOST_WORDS]
        if not words:
            starters = [told for told in self.starters(limit) if not kinds or told.entry.kind in kinds]
            listed = {told.ref: told for told in (*starters, *(self._told[at] for at in wanted))}
            return tuple(listed.values())[:limit]
        exact = self.find(text)
        scores = [(self._search_score(words, at), -at) for at in wanted]
        best = sorted((pair for pair in scores if pair[0] >= CLOSE), reverse=True)[:limit]
        found = [self._told[-at].scored(score / 100) for score, at in best]
        if exact and (not kinds or exact.entry.kind in kinds):
            found = [exact, *(told for told in found if told.entry is not exact.entry)]
        return tuple(found[:limit])

    def _search_score(self, words: list[str], at: int) -> float:
        """Return how well an entry holds all the words, 0 to 100; the last may be unfinished."""
        stored = self._search_words[at]
        total = 0.0
        for word in words:
            if word in stored:
                total += 100
            elif any(other.startswith(word) for other in stored):
                total += 95
            else:
                match = process.extractOne(word, stored, scorer=fuzz.ratio, score_cutoff=CLOSE)
                total += match[1] if match else 0
        own = sum(word in self._own_words[at] for word in words) / len(words)
        return total / len(words) * 0.95 + 5 * own

    @cached_property
    def _search_words(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(self._search_keys[at].split()) for at in range(len(self._told)))

    @cached_property
    def _own_words(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(key(told.text).split()) for told in self._told)

    def quotes_by(self, speaker: str) -> tuple[Told, ...]:
        """Return what this person said, by id, name or alias, typing errors forgiven."""
        found = self.who(speaker)
        if not found:
            return ()
        story, name = found
        quotes = story.all_told("quote")
        return tuple(q for q in quotes if isinstance(q.entry, Quote) and q.entry.speaker == name.id)

    def speakers(self) -> tuple[tuple[Story, Name], ...]:
        """Return everybody who is quoted, with the story it is in, in the file's order."""
        found = dict.fromkeys(
            (story.id, told.entry.speaker)
            for story in self.stories
            for told in story.all_told("quote")
            if isinstance(told.entry, Quote)
        )
        return tuple((s, s.names[name]) for story_id, name in found for s in self.stories if s.id == story_id)

    def names(self) -> tuple[tuple[Story, Name], ...]:
        """Return every name of every story."""
        return tuple((story, name) for story in self.stories for name in story.names.values())

    @cached_property
    def _aliases(self) -> dict[str, tuple[Story, Name]]:
        found: dict[str, tuple[Story, Name]] = {}
        for story, name in self.names():
            for alias in (name.id, name.name, *name.also):
                found.setdefault(key(alias), (story, name))
        return found

    def who(self, text: str) -> tuple[Story, Name] | None:
        """Return the name that is meant by an id, a name or an alias, typing errors forgiven."""
        wanted = key(text[:LONGEST])
        if wanted in self._aliases:
            return self._aliases[wanted]
        if any(wanted in load_language(story.heading.language).proper for story in self.stories):
            return None  # another name, however near: "Karen" is not "Maren"
        match = process.extractOne(wanted, list(self._aliases), scorer=fuzz.ratio, score_cutoff=CLOSE + 8)
        return self._aliases[match[0]] if match else None

    def starters(self, limit: int = 3) -> tuple[Told, ...]:
        """Return entries to begin with, taken from the stories in turn."""
        rows = [answerer.starters(limit) for answerer in self._answerers]
        turns = (row[at] for at in range(limit) for row in rows if at < len(row))
        return tuple(turns)[:limit]

    def question_for(self, told: Told) -> str:
        """Return a way of asking for an entry: its first phrasing."""
        return told.entry.asked[0]


def _decidedness(reply: Reply) -> int:
    match reply:
        case Answer():
            return 4
        case Chat():
            return 3
        case Untold():
            return 2
        case Choice():
            return 1
        case NoMatch():
            return 0


def load_library(places: Iterable[Path] = (SHIPPED_STORIES,), cache: Path | None = None) -> Library:
    """Load the stories in these files and folders and prepare them to be asked.

    What is learnt of them is kept in the folder `cache`, by default the user's cache folder.

    Raises:
        StoryError: a file cannot be used; every fault of every file is named.
    """
    return Library(load_stories(places), cache or cache_folder())
