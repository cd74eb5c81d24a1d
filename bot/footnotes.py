"""Footnotes, dates and the label of what is told in another language, in the reader's.

English is how `knowledge` spells it: a terminal need not read our words for that, and a test holds both to each
other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from bot.speech import ENGLISH, Line, Message, language, listed
from knowledge.model import Fact, Silence, spell_moment

if TYPE_CHECKING:
    from knowledge.model import Moment, Source, Told

PARAGRAPHS: Final = Message("footnote-paragraphs")
BYLINE: Final = Message("footnote-byline")
ACCORDING_TO: Final = Message("footnote-according-to")
IN_OUR_READING: Final = Message("footnote-in-our-reading")
ORIGINAL: Final = Message("footnote-original")
LANGUAGE_NAME: Final = Message("language-name")


def footnote(told: Told) -> Line | None:
    """Return where an entry stands; a silence stands nowhere."""
    return None if told.footnote is None else Line(lambda: spell_footnote(told))


def spell_footnote(told: Told) -> str:
    """Return where an entry stands, in the language that is spoken just now."""
    if language() == ENGLISH:
        return told.footnote or ""
    return " · ".join(spelt(told))


def spelt(told: Told) -> Iterator[str]:
    """Yield the parts of a footnote in words of ours."""
    entry, story = told.entry, told.story
    if isinstance(entry, Silence):
        return
    yield _cited(story.source, entry.paragraph)
    if isinstance(entry, Fact) and entry.attributed_to:
        yield ACCORDING_TO(name=story.names[entry.attributed_to].name)
    if isinstance(entry, Fact) and entry.inferred:
        yield IN_OUR_READING(reading=entry.inferred.rstrip("."))


def cite(source: Source, paragraphs: Iterable[int]) -> Line:
    """Return the footnote for these paragraphs."""
    numbers = tuple(paragraphs)
    return Line(lambda: source.cite(numbers) if language() == ENGLISH else _cited(source, numbers))


def _cited(source: Source, paragraphs: Iterable[int]) -> str:
    numbers = sorted(set(paragraphs))
    body = [str(number) for number in numbers if number]
    places: list[str] = [BYLINE()] if 0 in numbers else []
    if body:
        places.append(PARAGRAPHS(count=len(body), numbers=listed(body)))
    return f"{source.publisher}, {moment(source.published)}, {listed(places)}"


def moment(when: Moment) -> Line:
    """Return a year or a date as a reader writes it."""
    return Line(lambda: _moment(when))


def _moment(when: Moment) -> str:
    if language() == ENGLISH or not isinstance(when, dt.date):
        return spell_moment(when)
    from babel.dates import format_date  # noqa: PLC0415 (English needs none of it)

    return format_date(when, "long", locale=language().replace("-", "_"))


def original(languages: Iterable[str]) -> str:
    """Return the line that says what is told in another language than ours; nothing where all is in ours."""
    others = sorted({other for other in languages if other != language().partition("-")[0]})
    return ORIGINAL(language=listed([LANGUAGE_NAME(code=other) for other in others])) if others else ""
