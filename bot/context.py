"""What stands around a statement: who and when it is about, what the source tells before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from bot.render import Part, Said
from knowledge.model import Moment, Quote, Silence, spell_moment

if TYPE_CHECKING:
    from knowledge.model import Told

SAID_BY: Final = "Who: said by {speaker}, {occasion}."
SAID_BY_ALONE: Final = "Who: said by {speaker}. The story notes no occasion."
ABOUT: Final = "Who and what: about {names}."
WHEN: Final = "When: {when}."
NO_DATE: Final = "When: no date is noted; the story was published on {published}."
ADDRESS: Final = "Its address, which stays the same: {ref}"
AROUND: Final = "Around it in the story:"
BEFORE: Final = "Before it: {text}"
AFTER: Final = "After it: {text}"
FIRST: Final = "Before it: nothing, it is the first statement."
LAST: Final = "After it: nothing, it is the last statement."


def context_of(told: Sequence[Told]) -> Said:
    """Say what stands around these entries, each with its address."""
    parts = [part for one in told for part in _circumstances(one)]
    around = [part for one in told for part in _around(one)]
    return Said("answer", None, tuple(parts), invitation=AROUND if around else None, listed=tuple(around))


def _circumstances(told: Told) -> Iterator[Part]:
    yield Part(told.text, told.footnote)
    if who := _who(told):
        yield Part(who)
    if not isinstance(told.entry, Silence):
        yield Part(_when(told))
    yield Part(ADDRESS.format(ref=told.ref))


def _who(told: Told) -> str | None:
    names, entry = told.story.names, told.entry
    if isinstance(entry, Quote):
        speaker = names[entry.speaker].name
        if entry.occasion:
            return SAID_BY.format(speaker=speaker, occasion=entry.occasion)
        return SAID_BY_ALONE.format(speaker=speaker)
    if not entry.about:
        return None
    return ABOUT.format(names=_listed([names[name].name for name in entry.about]))


def _when(told: Told) -> str:
    when: Moment | None = getattr(told.entry, "when", None)
    if when is None:
        return NO_DATE.format(published=spell_moment(told.story.source.published))
    return WHEN.format(when=spell_moment(when))


def _around(told: Told) -> Iterator[Part]:
    """Yield the statements before and after; a silence stands nowhere and has none."""
    if isinstance(told.entry, Silence):
        return
    before, after = told.story.neighbours(told.entry.id)
    yield Part(BEFORE.format(text=before.text), before.footnote) if before else Part(FIRST)
    yield Part(AFTER.format(text=after.text), after.footnote) if after else Part(LAST)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
