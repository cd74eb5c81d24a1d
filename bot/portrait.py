"""A story as a whole: what it is, who is in it, and in what order it happened."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.render import Part, Said, remark
from knowledge.model import Fact, Quote, shorten, spell_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge import Library
    from knowledge.model import Moment, Name, Story, Told

NOBODY = "I know nobody and nothing of that name in this story."
NO_DATES = "This story gives no dates."
MORE_ABOUT = "Ask for more:"
OFFERED = 3


def introduce(library: Library) -> Said:
    """Say what the stories are, in what they were told, and how much of them we know."""
    return Said("chat", None, tuple(part for story in library.stories for part in _introduction(story)))


def _introduction(story: Story) -> Iterator[Part]:
    yield Part(f"“{story.heading.title}”")
    yield Part(story.heading.summary, _source(story))
    counts = [(len(story.all_told(kind)), kind) for kind in ("fact", "quote", "silence")]
    told = [f"{count} {kind}{'' if count == 1 else 's'}" for count, kind in counts]
    yield Part(f"I know {told[0]}, {told[1]}, and {told[2]}: things it leaves open.")


def _source(story: Story) -> str:
    source = story.source
    title = f" “{source.title}”," if source.title else ""
    return f"{source.author},{title} {source.publisher}, {spell_date(source.published)}"


def describe(library: Library, name: str) -> Said:
    """Say who or what somebody is, and offer what the story tells about them."""
    found = library.who(name)
    if not found:
        return remark(NOBODY, "no_match")
    story, person = found
    offers = _about(story, person)
    text = f"{person.name}: {person.about}" if person.about else f"{person.name} ({person.kind})"
    questions = tuple(shorten(library.question_for(told), 80) for told in offers)
    return Said(
        "answer",
        None,
        (Part(text, _source(story)),),
        offers=offers,
        invitation=MORE_ABOUT if offers else None,
        offer_words=questions,
    )


def _about(story: Story, person: Name) -> tuple[Told, ...]:
    """Return a few entries about somebody, those first whose subject they are."""
    told = [told for told in story.all_told("fact", "quote") if person.id in _people(told)]
    return tuple(sorted(told, key=lambda told: _people(told).index(person.id))[:OFFERED])


def _people(told: Told) -> tuple[str, ...]:
    speaker = (told.entry.speaker,) if isinstance(told.entry, Quote) else ()
    return speaker + told.entry.about


def timeline(library: Library) -> Said:
    """Say what happened when, the oldest first."""
    dated = sorted(
        (
            (_sortable(told.entry.when), told)
            for story in library.stories
            for told in story.all_told("fact")
            if isinstance(told.entry, Fact) and told.entry.when is not None
        ),
        key=lambda row: row[0],
    )
    if not dated:
        return remark(NO_DATES, "no_match")
    return Said(
        "answer",
        None,
        tuple(Part(f"{_spell(told)}: {told.text}", told.footnote) for _, told in dated),
    )


def _sortable(when: Moment) -> tuple[int, int, int]:
    return (when.year, when.month, when.day) if isinstance(when, dt.date) else (when, 0, 0)


def _spell(told: Told) -> str:
    when = told.entry.when if isinstance(told.entry, Fact) else None
    return spell_date(when) if isinstance(when, dt.date) else str(when)
