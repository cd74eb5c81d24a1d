"""Picking a quote or a fact without a question: by words, by speaker, or one at random."""

from __future__ import annotations

import random
from collections import OrderedDict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.render import MAX_OFFERS, Said, miss, remark, tell
from bot.speech import Message
from knowledge.reply import Answer

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from knowledge import Conversation, Library
    from knowledge.model import EntryKind, Told

NO_SUCH_QUOTE: Final = Message("no-such-quote")
NO_SUCH_FACT: Final = Message("no-such-fact")
NO_SUCH_SPEAKER: Final = Message("no-such-speaker")
OFFERED = 3
"""Entries offered where nothing was found."""
NOTHING: Final = Message("nothing-of-that-kind")


def after_telling(conversation: Conversation, said: Said, library: Library) -> Conversation:
    """Return the conversation once `said` was told without a question, so that the reader can ask on."""
    if said.outcome != "answer" or not said.told:
        return conversation
    return conversation.after(library.question_for(said.told[0]), Answer(said.told))


class Shuffled:
    """Deals entries at random, none twice until all were dealt, apart for every place.

    Only what was dealt is remembered, of the `limit` places that asked last.
    """

    def __init__(self, limit: int = 1000, chance: random.Random | None = None) -> None:
        """Start with nothing dealt."""
        self._limit = limit
        self._chance = chance or random.Random()
        self._dealt: OrderedDict[Hashable, list[str]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many places are remembered."""
        return len(self._dealt)

    def deal(self, place: Hashable, entries: Sequence[Told]) -> Told:
        """Return one of `entries` that this place has not seen since the last full round.

        Raises:
            IndexError: there is nothing to deal.
        """
        seen = self._dealt.pop(place, [])
        fresh = [told for told in entries if told.ref not in seen]
        if not fresh:
            # The one shown last must not open the next round, or it would come twice in a row.
            fresh = [told for told in entries if told.ref != seen[-1]] or list(entries)
            seen = []
        chosen = self._chance.choice(fresh)
        self._dealt[place] = [*seen, chosen.ref]
        while len(self._dealt) > self._limit:
            self._dealt.popitem(last=False)
        return chosen


class Picker:
    """Finds the quote or the fact a reader wants to see."""

    def __init__(self, library: Library, shuffled: Shuffled | None = None) -> None:
        """Pick from `library`."""
        self._library = library
        self._shuffled = Shuffled() if shuffled is None else shuffled  # an empty one is false

    def quote(self, place: Hashable, search: str = "", by: str = "") -> Said:
        """Return a quote with these words, by this speaker, or one at random where both are empty."""
        if not by:
            return self._pick("quote", place, search, self._all("quote"))
        told = self._library.quotes_by(by)
        if not told:
            names = dict.fromkeys(name.name for _, name in self._library.speakers())
            line = NO_SUCH_SPEAKER(speakers=", ".join(names))
            return miss(line, self._all("quote")[:OFFERED], self._library)
        return self._pick("quote", (place, told[0].entry.id), search, told)

    def fact(self, place: Hashable, search: str = "") -> Said:
        """Return a fact with these words, or one at random."""
        return self._pick("fact", place, search, self._all("fact"))

    def _all(self, kind: EntryKind) -> tuple[Told, ...]:
        return tuple(told for story in self._library.stories for told in story.all_told(kind))

    def _pick(self, kind: EntryKind, place: Hashable, search: str, among: Sequence[Told]) -> Said:
        if not search.strip():
            if not among:
                return remark(NOTHING(), "no_match")
            # Nobody asked for this one, so it cannot be the wrong one.
            return replace(tell(self._shuffled.deal((kind, place), among)), asked=False)
        refs = {told.ref for told in among}
        meant = {told.ref: told for told in self._candidates(kind, search) if told.ref in refs}
        if meant:
            best, *others = islice(meant.values(), MAX_OFFERS + 1)
            return tell(best, others=others)
        line = NO_SUCH_QUOTE() if kind == "quote" else NO_SUCH_FACT()
        return miss(line, among[:OFFERED], self._library)

    def _candidates(self, kind: EntryKind, search: str) -> Iterator[Told]:
        """Yield what the words could mean, the surest first: an address, a question, words of an entry."""
        if found := self._library.find(search):
            yield found
            return
        reply = self._library.ask(search)
        if isinstance(reply, Answer):
            yield from reply.told
        yield from self._library.search(search, kind)
