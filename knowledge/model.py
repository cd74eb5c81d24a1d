"""The nouns of a story file, frozen: what a curator writes and what a reader is told.

A story is one TOML file. Its tables and keys are these classes and their fields, so a key that is
not here is a mistake, and what is checked of one entry alone is checked where the entry is defined.
What needs the whole file (references, proofs, shared phrasings) is checked in `store.py`.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints

MAX_TEXT = 1500
"""Longest text of an entry, in characters: Discord takes 2,000 a message (Create Message, `content`),
and the speaker, the occasion and the footnote stand in the same message."""

FEWEST_PHRASINGS = 5
FEWEST_SILENCE_PHRASINGS = 3
LABEL_LENGTH = 80
"""Longest label, in characters: Discord's limit for the words on a button."""

MAX_ID = 40
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=MAX_ID)]
"""Lower-case words and dashes. 40 characters keep "story/entry" within the 100 of a Discord
`custom_id` and of an autocomplete value."""


def _visible(text: str) -> str:
    """Refuse what a reader cannot see: controls, and marks that turn the direction of what follows."""
    for char in text:
        if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs"}:
            raise ValueError(f"holds an invisible character (U+{ord(char):04X}); take it out.")
    return text


Line = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=200), AfterValidator(_visible)]
Prose = Annotated[
    str, StringConstraints(pattern=r"^\S[\s\S]*\S$", max_length=MAX_TEXT), AfterValidator(_visible)
]
Phrasings = tuple[Line, ...]
Day = Annotated[dt.date, Strict()]
Moment = Day | Annotated[int, Strict(), Field(ge=1, le=9999)]
Paragraphs = Annotated[
    tuple[Annotated[int, Strict(), Field(ge=0)], ...],
    BeforeValidator(lambda value: (value,) if isinstance(value, int) else value),
    Field(min_length=1),
]
NameKind = Literal["person", "place", "organisation", "event", "thing"]
EntryKind = Literal["fact", "quote", "silence"]


class _Table(BaseModel):
    """A table of the file. Unknown keys are refused: a misspelt key would otherwise be lost silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Table):
    """What the story was told in. Its text is never shipped, only what is needed to cite it."""

    publisher: Line
    author: Line
    published: Day
    header_blocks: Annotated[int, Strict(), Field(ge=0)] = 0
    title: Line | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=300)] | None = None

    def cite(self, paragraphs: Iterable[int]) -> str:
        """Return the footnote for these paragraphs: "CNN, 5 October 2022, paragraph 1"."""
        return f"{self.publisher}, {spell_date(self.published)}, {_spell_paragraphs(paragraphs)}"


class Name(_Table):
    """A person, place, organisation, event or thing of the story, with every way of saying it."""

    id: Id
    name: Line
    kind: NameKind
    also: tuple[Line, ...] = ()
    about: Prose | None = None
    kin: Mapping[str, Id] = Field(default_factory=dict)
    """Kinship to other names, as {"father-of": "derek"}: how "his dad" finds this person."""


class _Entry(_Table):
    id: Id
    text: Prose
    about: tuple[Id, ...] = ()
    topics: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
    covers: tuple[Id, ...] = ()
    """Entries whose question this text answers too: "his hamstring, at 250 metres" covers "his hamstring"."""
    corrects: tuple[Id, ...] = ()
    """Kinds of wrong word ("person", "year", ...; the contrasts of the language table) this entry puts right though
    it has no word of that kind: a question that is about it but for such a word is answered with it."""


class Fact(_Entry):
    """One statement in our own words, with the paragraphs it comes from."""

    paragraph: Paragraphs
    asked: Annotated[Phrasings, Field(min_length=FEWEST_PHRASINGS)]
    when: Moment | None = None
    attributed_to: Id | None = None
    inferred: Prose | None = None

    @property
    def kind(self) -> Literal["fact"]:
        """Return the kind of entry, as replies name it."""
        return "fact"


class Quote(_Entry):
    """What somebody said, letter for letter."""

    speaker: Id
    paragraph: Paragraphs
    asked: Annotated[Phrasings, Field(min_length=FEWEST_PHRASINGS)]
    occasion: Line | None = None
    when: Moment | None = None
    proof: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")] | None = None

    @property
    def kind(self) -> Literal["quote"]:
        """Return the kind of entry, as replies name it."""
        return "quote"


class Silence(_Entry):
    """Something readers ask that the story does not tell, written down."""

    asked: Annotated[Phrasings, Field(min_length=FEWEST_SILENCE_PHRASINGS)]

    @property
    def kind(self) -> Literal["silence"]:
        """Return the kind of entry, as replies name it."""
        return "silence"


Entry = Fact | Quote | Silence


class Heading(_Table):
    """The `[story]` table."""

    id: Id
    title: Line
    summary: Prose
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    starters: tuple[Id, ...] = ()
    """Entries to begin with, for readers who do not know what to ask."""


@dataclass(frozen=True)
class Story:
    """A story that passed every check: all references in it lead somewhere."""

    heading: Heading
    source: Source
    names: Mapping[str, Name]
    entries: Mapping[str, Entry]
    path: Path | None = field(default=None, compare=False)
    """The file it was read from."""
    digest: str = field(default="", compare=False)
    """SHA-256 of that file and of the phrasings beside it, in hexadecimal."""

    @property
    def id(self) -> str:
        """Return the story's id, the name of its file."""
        return self.heading.id

    def tell(self, entry_id: str, score: float = 1.0) -> Told:
        """Return the entry with this id as this story tells it.

        Raises:
            KeyError: the story has no such entry.
        """
        return Told(self, self.entries[entry_id], score)

    def all_told(self, *kinds: EntryKind) -> tuple[Told, ...]:
        """Return every entry of these kinds (of any kind where none is named), in the file's order."""
        return tuple(Told(self, e) for e in self.entries.values() if not kinds or e.kind in kinds)

    def neighbours(self, entry_id: str) -> tuple[Told | None, Told | None]:
        """Return the statements that stand before and after one in the source: by paragraph, then as in the file.

        A silence has no place in the source and so no neighbours; nor has an id that is not of this story.
        """
        placed = sorted(self.all_told("fact", "quote"), key=lambda told: _first_paragraph(told.entry))
        ids = [told.entry.id for told in placed]
        if entry_id not in ids:
            return None, None
        at = ids.index(entry_id)
        return (placed[at - 1] if at else None), (placed[at + 1] if at + 1 < len(placed) else None)

    def by_topic(self) -> dict[str, tuple[Told, ...]]:
        """Return the facts and quotes of each topic, in the file's order; those without one stand under ""."""
        topics: dict[str, list[Told]] = {}
        for told in self.all_told("fact", "quote"):
            for topic in told.entry.topics or ("",):
                topics.setdefault(topic, []).append(told)
        last = sorted(topics, key=lambda topic: not topic)
        return {topic: tuple(topics[topic]) for topic in last}


@dataclass(frozen=True)
class Told:
    """An entry as its story tells it: the words, the footnote, and how sure the match is (0 to 1)."""

    story: Story
    entry: Entry
    score: float = 1.0

    @property
    def ref(self) -> str:
        """Return the stable address of the entry, "story/entry", at most 81 characters."""
        return f"{self.story.id}/{self.entry.id}"

    @cached_property
    def text(self) -> str:
        """Return what a reader reads; a quote stands in quotation marks after its speaker."""
        if not isinstance(self.entry, Quote):
            return self.entry.text
        speaker = self.story.names[self.entry.speaker].name
        occasion = f", {self.entry.occasion}" if self.entry.occasion else ""
        return f"{speaker}{occasion}: “{self.entry.text}”"

    @cached_property
    def footnote(self) -> str | None:
        """Return the source line; a silence has none, for there is no place to point at."""
        if isinstance(self.entry, Silence):
            return None
        cited = self.story.source.cite(self.entry.paragraph)
        return " · ".join([cited, *self._standing()])

    def _standing(self) -> Iterable[str]:
        """Yield in words how the statement stands where the source does not say it outright itself."""
        if not isinstance(self.entry, Fact):
            return
        if self.entry.attributed_to:
            yield f"according to {self.story.names[self.entry.attributed_to].name}"
        if self.entry.inferred:
            yield f"in our reading: {self.entry.inferred.rstrip('.')}"

    @cached_property
    def label(self) -> str:
        """Return the text in at most 80 characters, cut at a word, for buttons and lists."""
        return shorten(self.text, LABEL_LENGTH)

    def scored(self, score: float) -> Told:
        """Return the same with another score."""
        return replace(self, score=score)


def _first_paragraph(entry: Entry) -> int:
    """Return where an entry begins to stand in the source; the header counts only where nothing else is named."""
    numbers = () if isinstance(entry, Silence) else entry.paragraph
    return min((number for number in numbers if number), default=0)


def shorten(text: str, width: int) -> str:
    """Return `text` on one line in at most `width` characters, cut at a word with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    head = line[: width - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[width // 2 :] else head).rstrip(" ,;:.") + "…"


def spell_date(day: dt.date) -> str:
    """Return a date as a reader writes it: "5 October 2022"."""
    return f"{day.day} {day:%B} {day.year}"


def spell_moment(when: Moment) -> str:
    """Return a year or a date as a reader writes it."""
    return spell_date(when) if isinstance(when, dt.date) else str(when)


def _spell_paragraphs(paragraphs: Iterable[int]) -> str:
    """Spell "paragraph 1", "paragraphs 1 and 6", "byline"; paragraph 0 is the header."""
    numbers = sorted(set(paragraphs))
    parts = ["byline"] if 0 in numbers else []
    body = [str(n) for n in numbers if n]
    if body:
        listed = body[0] if len(body) == 1 else f"{', '.join(body[:-1])} and {body[-1]}"
        parts.append(f"paragraph{'s' if len(body) > 1 else ''} {listed}")
    return " and ".join(parts)
