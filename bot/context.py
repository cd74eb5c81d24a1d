"""What stands around a statement: who and when it is about, what the source tells before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.footnotes import moment
from bot.render import Part, Said
from bot.speech import Message, listed
from knowledge.model import Moment, Quote, Silence

if TYPE_CHECKING:
    from knowledge.model import Told

SAID_BY: Final = Message("context-said-by")
SAID_BY_ALONE: Final = Message("context-said-by-alone")
ABOUT: Final = Message("context-about")
WHEN: Final = Message("context-when")
NO_DATE: Final = Message("context-no-date")
ADDRESS: Final = Message("context-address")
AROUND: Final = Message("context-around")
BEFORE: Final = Message("context-before")
AFTER: Final = Message("context-after")
FIRST: Final = Message("context-first")
LAST: Final = Message("context-last")


def context_of(told: Sequence[Told]) -> Said:
    """Say what stands around these entries, each with its address."""
    parts = [part for one in told for part in _circumstances(one)]
    around = [part for one in told for part in _around(one)]
    return Said("answer", None, tuple(parts), invitation=AROUND() if around else None, listed=tuple(around))


def _circumstances(told: Told) -> Iterator[Part]:
    yield Part.of(told)
    if who := _who(told):
        yield Part(who)
    if not isinstance(told.entry, Silence):
        yield Part(_when(told))
    yield Part(ADDRESS(ref=told.ref))


def _who(told: Told) -> str | None:
    names, entry = told.story.names, told.entry
    if isinstance(entry, Quote):
        speaker = names[entry.speaker].name
        if entry.occasion:
            return SAID_BY(speaker=speaker, occasion=entry.occasion)
        return SAID_BY_ALONE(speaker=speaker)
    if not entry.about:
        return None
    return ABOUT(names=listed([names[name].name for name in entry.about]))


def _when(told: Told) -> str:
    when: Moment | None = getattr(told.entry, "when", None)
    if when is None:
        return NO_DATE(published=moment(told.story.source.published))
    return WHEN(when=moment(when))


def _around(told: Told) -> Iterator[Part]:
    """Yield the statements before and after; a silence stands nowhere and has none."""
    if isinstance(told.entry, Silence):
        return
    before, after = told.story.neighbours(told.entry.id)
    yield replace(Part.of(before), text=BEFORE(text=before.text)) if before else Part(FIRST())
    yield replace(Part.of(after), text=AFTER(text=after.text)) if after else Part(LAST())
