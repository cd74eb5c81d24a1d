"""A story as a whole: what it is, who is in it, and in what order it happened."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.render import Part, Said, questions, remark
from knowledge.model import Fact, Quote, shorten, spell_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge import Library
    from knowledge.model import Moment, Name, Story, Told

NOBODY = "I know nobody and nothing of that name in this story."
NO_DATES = "This story gives no dates."
MORE_ABOUT = "Ask for more:"
OFFERED = 3

SOURCE_TOPIC = "article"
"""Topic of facts about the source itself: of these only its publication is a moment of the story."""

ROWS_ROOM = 1700
"""Room for the rows of a timeline, in characters: its footnotes and marks stand in the same message."""

NARROWEST_ROW = 70
"""Fewest characters of a row: with less of it nobody learns what happened."""


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
    return Said(
        "answer",
        None,
        (Part(text, _source(story)),),
        offers=offers,
        invitation=MORE_ABOUT if offers else None,
        offer_words=questions(offers, library),
    )


def _about(story: Story, person: Name) -> tuple[Told, ...]:
    """Return a few entries about somebody: where to begin, then those whose subject they are, then others.

    Who they are was told just now, and whoever asks of one person does not ask who another is.
    """
    starters = story.heading.starters

    def far(told: Told) -> tuple[int, bool, int]:
        people = _people(told)
        begin = starters.index(told.entry.id) if told.entry.id in starters else len(starters)
        return begin, told.entry.kind == "quote" or people[0] != person.id, people.index(person.id)

    told = [told for told in story.all_told("fact", "quote") if person.id in _people(told)]
    return tuple(sorted((one for one in told if not one.entry.id.endswith("-who")), key=far)[:OFFERED])


def _people(told: Told) -> tuple[str, ...]:
    speaker = (told.entry.speaker,) if isinstance(told.entry, Quote) else ()
    return speaker + told.entry.about


def timeline(library: Library) -> Said:
    """Say what happened when, the oldest first: a row a moment, in few enough words for one message."""
    rows = [row for story in library.stories for row in _rows(story)]
    if not rows:
        return remark(NO_DATES, "no_match")
    width = max(NARROWEST_ROW, ROWS_ROOM // len(rows))
    rows.sort(key=lambda row: _sortable(row[0]))
    return Said("answer", None, tuple(Part(shorten(text, width), note) for _, text, note in rows))


def _rows(story: Story) -> Iterator[tuple[Moment, str, str | None]]:
    """Yield the moments of a story: when, what happened, and the footnote they share."""
    moments = _moments(story)
    shared = story.source.cite(number for _, fact in moments for number in fact.paragraph)
    for when, fact in moments:
        # What somebody else says is not to be read as what the source says.
        note = story.tell(fact.id).footnote if fact.attributed_to else shared
        yield when, f"{_spell(when)}: {fact.text}", note


def _moments(story: Story) -> list[tuple[Moment, Fact]]:
    """Return what happened when; of facts with one date and topic the first stands for all."""
    moments: dict[tuple[Moment, str], Fact] = {}
    for fact in story.entries.values():
        if isinstance(fact, Fact) and fact.when is not None:
            topic = fact.topics[0] if fact.topics else fact.id
            if topic != SOURCE_TOPIC or fact.when == story.source.published:
                moments.setdefault((fact.when, topic), fact)
    return [(when, fact) for (when, _), fact in moments.items()]


def _sortable(when: Moment) -> tuple[int, int, int]:
    return (when.year, when.month, when.day) if isinstance(when, dt.date) else (when, 0, 0)


def _spell(when: Moment) -> str:
    return spell_date(when) if isinstance(when, dt.date) else str(when)
