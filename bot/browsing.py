"""Leafing through a story: what it is, its topics in a menu, and what each topic tells, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.codes import code
from bot.pages import MAX_OPTIONS, Menu, Option, Turn, cut, numbered, turns
from bot.portrait import COUNT, introduce
from bot.render import Part, Said, fit
from bot.speech import Message

if TYPE_CHECKING:
    from knowledge import Library
    from knowledge.model import Story, Told

CHOOSE_TOPIC: Final = Message("topic-choose")
CHOOSE_ENTRY: Final = Message("topic-entry")
ALL_TOPICS: Final = Message("topics-all")
TOPIC_HEADING: Final = Message("topic-heading")
COUNTS: Final = Message("topic-counts")
WITHOUT_TOPIC: Final = Message("topic-none")
PAGE_TURNS: Final = (Message("page-previous"), Message("page-next"))

MOST_ROWS: Final = 10
"""Most statements on a page: more than that nobody reads in a chat."""

OPTION_LENGTH: Final = 100
"""Longest words and addition of an option (Discord, Component Reference, "Select Option Structure")."""

Topic = tuple["Story", str, tuple["Told", ...]]


def story_page(library: Library, page: int = 0) -> Said:
    """Say what the stories are, with a menu of their topics; `page` is that of the menu, counted from 0."""
    topics = _topics(library)
    pages = [topics[at : at + MAX_OPTIONS] for at in range(0, len(topics), MAX_OPTIONS)] or [[]]
    page = min(page, len(pages) - 1)
    options = tuple(_option(topic, library) for topic in pages[page])
    return replace(
        introduce(library),
        menu=Menu(CHOOSE_TOPIC(), options) if options else None,
        turns=turns(page, len(pages), lambda number: f"s{number}", PAGE_TURNS),
        address=f"s{page}",
    )


def topic_page(library: Library, coded: str, page: int = 0) -> Said | None:
    """Say what a topic tells, page by page; None where the topic is gone from the story."""
    found = [topic for topic in _topics(library) if _code(topic) == coded]
    if not found:
        return None
    story, name, told = found[0]

    def dress(rows: Sequence[Told]) -> Said:
        heading = Part(TOPIC_HEADING(topic=_words(name), title=story.heading.title))
        return Said("answer", None, (heading,), listed=tuple(Part.of(row) for row in rows))

    pages = cut(told, dress, MOST_ROWS)
    page = min(page, len(pages) - 1)
    options = tuple(
        Option(fit(library.question_for(row), OPTION_LENGTH), f"e{code(row.ref)}") for row in pages[page]
    )
    return replace(
        numbered(dress(pages[page]), page, len(pages)),
        menu=Menu(CHOOSE_ENTRY(), options, opens=True),
        turns=(
            *turns(page, len(pages), lambda number: f"b{coded}:{number}", PAGE_TURNS),
            Turn(ALL_TOPICS(), "s0"),
        ),
        address=f"b{coded}:{page}",
    )


def _topics(library: Library) -> list[Topic]:
    return [(story, name, told) for story in library.stories for name, told in story.by_topic().items()]


def _code(topic: Topic) -> str:
    return code(f"{topic[0].id}#{topic[1]}")


def _words(topic: str) -> str:
    words = topic.replace("-", " ") or WITHOUT_TOPIC()
    return words[:1].upper() + words[1:]


def _option(topic: Topic, library: Library) -> Option:
    story, name, told = topic
    kinds = [one.entry.kind for one in told]
    facts, quotes = (COUNT[kind](count=kinds.count(kind)) for kind in ("fact", "quote"))
    more: str = COUNTS(facts=facts, quotes=quotes)
    if len(library.stories) > 1:
        more = f"{more}, “{story.heading.title}”"
    return Option(fit(_words(name), OPTION_LENGTH), f"b{_code(topic)}:0", fit(more, OPTION_LENGTH))
