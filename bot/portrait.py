"""A story as a whole: what it is, who is in it, and in what order it happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bot.codes import code
from bot.footnotes import cite, footnote, moment
from bot.pages import cut, numbered, turns
from bot.render import STARTERS, TITLE, Part, Said, miss, questions, remark
from bot.speech import Line, Message
from knowledge.model import Fact, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge import Library
    from knowledge.model import Moment, Name, Story, Told

NOBODY: Final = Message("who-nobody")
NO_DATES: Final = Message("timeline-none")
MORE_ABOUT: Final = Message("who-more")
KIND: Final = Message("who-kind")
COUNTS: Final = Message("story-counts")
COUNT: Final = {kind: Message(f"count-{kind}s") for kind in ("fact", "quote", "silence")}
SOURCE: Final = Message("source-titled")
TIMELINE_ROW: Final = Message("timeline-row")
OFFERED = 3

SOURCE_TOPIC = "article"
"""Topic of facts about the source itself: of these only its publication is a moment of the story."""

TIMELINE_TURNS: Final = (Message("timeline-earlier"), Message("timeline-later"))

HOW_TO: Final = Message("how-to")
MORE_COMMANDS: Final = Message("more-commands")
MORE_WAYS: Final = Message("more-ways")

Moments = Sequence[tuple["Story", "Moment", Fact]]


def introduce(library: Library) -> Said:
    """Say what the stories are, in what they were told, and how much of them we know."""
    return Said("chat", None, tuple(part for story in library.stories for part in _introduction(story)))


def _introduction(story: Story) -> Iterator[Part]:
    spoken = story.heading.language
    yield Part(TITLE(title=story.heading.title), language=spoken)
    yield Part(story.heading.summary, _source(story), spoken)
    facts, quotes, silences = (COUNT[kind](count=len(story.all_told(kind))) for kind in COUNT)
    yield Part(COUNTS(facts=facts, quotes=quotes, silences=silences))


def _source(story: Story) -> str:
    source = story.source
    if source.title is None:
        return Line(lambda: f"{source.author}, {source.publisher}, {moment(source.published)}")
    return SOURCE(
        author=source.author, title=source.title, publisher=source.publisher, date=moment(source.published)
    )


def describe(library: Library, name: str) -> Said:
    """Say who or what somebody is, and offer what the story tells about them."""
    found = library.who(name)
    return portray(*found, library) if found else miss(NOBODY(), library.starters(), library)


def portray(story: Story, person: Name, library: Library) -> Said:
    """Say who or what this name is, and offer what the story tells about it."""
    offers = _about(story, person)
    spoken = story.heading.language if person.about else None
    text = f"{person.name}: {person.about}" if person.about else KIND(name=person.name, kind=person.kind)
    return Said(
        "answer",
        None,
        (Part(text, _source(story), spoken),),
        offers=offers,
        invitation=MORE_ABOUT() if offers else None,
        offer_words=questions(offers, library),
        address=f"w{code(f'{story.id}/{person.id}')}",
    )


def help_for(library: Library) -> Said:
    """Say in short how to use us, with examples to click."""
    starters = library.starters()
    return Said(
        "chat",
        None,
        (Part(HOW_TO(stories=len(library.stories))), Part(MORE_COMMANDS()), Part(MORE_WAYS())),
        offers=starters,
        invitation=STARTERS() if starters else None,
        offer_words=questions(starters, library),
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
    """Say what happened when, the oldest first, a row a moment: all of it, for a screen without end."""
    moments = _all_moments(library)
    return _dress(moments) if moments else remark(NO_DATES(), "no_match")


def timeline_page(library: Library, page: int = 0) -> Said:
    """Say the rows of the timeline that stand on this page, counted from 0; the last where there are fewer."""
    pages = cut(_all_moments(library), _dress)
    if not pages:
        return remark(NO_DATES(), "no_match")
    page = min(page, len(pages) - 1)
    said = numbered(_dress(pages[page]), page, len(pages))
    turned = turns(page, len(pages), lambda number: f"t{number}", TIMELINE_TURNS)
    return replace(said, address=f"t{page}", turns=turned)


def _all_moments(library: Library) -> Moments:
    moments = [(story, when, fact) for story in library.stories for when, fact in _moments(story)]
    return sorted(moments, key=lambda moment: _sortable(moment[1]))


def _dress(moments: Moments) -> Said:
    """Put moments into rows; those of one story share a footnote."""
    by_story = groupby(sorted(moments, key=lambda moment: moment[0].id), key=lambda moment: moment[0])
    shared = {
        story.id: cite(story.source, (number for _, _, fact in among for number in fact.paragraph))
        for story, among in by_story
    }

    def row(story: Story, when: Moment, fact: Fact) -> Part:
        # What somebody else says, or what is concluded, is not to be read as what the source says.
        own = fact.attributed_to or fact.inferred
        note = footnote(story.tell(fact.id)) if own else shared[story.id]
        return Part(TIMELINE_ROW(when=moment(when), text=fact.text), note, story.heading.language)

    return Said("answer", None, tuple(row(*moment) for moment in moments))


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
