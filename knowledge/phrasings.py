"""More ways of asking for a story's entries, in files beside it: one a language, for stories that have many.

Beside `stories/night-ferry.toml` they stand in the folder `stories/night-ferry/`, as `en.toml`, `es.toml` ...
They are read when a story is learnt or checked, not at every start. Beside whole questions they hold follow-ups,
what a reader types who was just told an entry and means by it, and questions close to the story that nothing in it
answers, not even a silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.model import Line, Story
from knowledge.store import Problem, StoryError, parse_file, phrasing_files, plain_phrasing, read_file
from knowledge.translate import LANGUAGES


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A way of asking for an entry, and the language it is in."""

    entry: str | None
    """None where nothing in the story is meant, however close to it the question comes."""
    text: str
    language: str
    after: str | None = None
    """The entry that was told before, where it is a follow-up: "and when?"."""


_Asked = Mapping[str, Annotated[tuple[Line, ...], Field(min_length=1)]]


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    asked: _Asked = Field(default_factory=dict)
    after: Mapping[str, _Asked] = Field(default_factory=dict)
    untold: tuple[Line, ...] = ()


_CURES: Final = {
    "extra_forbidden": "is not a table of this file; phrasings stand under [asked], follow-ups under [after.ENTRY], "
    "and what nothing in the story answers in the list untold.",
}


def all_phrasings(story: Story) -> tuple[Phrasing, ...]:
    """Return every phrasing of a story, its own and those in the files beside it.

    Raises:
        StoryError: a file beside it cannot be used; every fault is named.
    """
    own = [
        Phrasing(entry.id, text, story.heading.language)
        for entry in story.entries.values()
        for text in entry.asked
    ]
    problems: list[Problem] = []
    seen: dict[str, str | None] = {plain_phrasing(phrasing.text): phrasing.entry for phrasing in own}
    for path in phrasing_files(story.path) if story.path else ():
        try:
            read = list(_read(path))
        except StoryError as error:
            problems += error.problems
            continue
        problems += _faults(path, read, story, seen)
        own += read
    if problems:
        raise StoryError(problems)
    return tuple(own)


def _read(path: Path) -> Iterator[Phrasing]:
    raw = parse_file(path, read_file(path))
    try:
        file = _File.model_validate(raw)
    except ValidationError as error:
        raise StoryError(_explained(path, error)) from error
    for entry, texts in file.asked.items():
        yield from (Phrasing(entry, text, path.stem) for text in texts)
    for told, asked in file.after.items():
        for entry, texts in asked.items():
            yield from (Phrasing(entry, text, path.stem, told) for text in texts)
    yield from (Phrasing(None, text, path.stem) for text in file.untold)


def _explained(path: Path, error: ValidationError) -> Iterator[Problem]:
    for fault in error.errors():
        table, *rest = fault["loc"]
        entry = str(rest[0]) if rest else None
        said = fault["msg"].removeprefix("Value error, ")
        cure = _CURES.get(
            fault["type"], f"item {rest[-1]}: {said}; mend it." if rest else f"{said}; mend it."
        )
        yield Problem(path, entry, None if entry else str(table), cure)


def _faults(path: Path, read: list[Phrasing], story: Story, seen: dict[str, str | None]) -> Iterator[Problem]:
    known = {story.heading.language, *LANGUAGES}
    if path.stem not in known:
        yield Problem(
            path, None, None, f"is named for no language; name it {', '.join(sorted(known))} and .toml."
        )
    named = {name for phrasing in read for name in (phrasing.entry, phrasing.after) if name is not None}
    for unknown in sorted(named - set(story.entries)):
        yield Problem(path, unknown, None, "is no entry of this story; mend or add it.")
    for phrasing in read:
        plain = plain_phrasing(phrasing.text)
        if phrasing.after is not None:  # "and when?" may follow many entries
            plain = f"{phrasing.after}: {plain}" if plain else plain
        if not plain:
            yield Problem(path, phrasing.entry, None, f"{phrasing.text!r} holds no word; write a question.")
        elif plain in seen:
            other = seen[plain]
            of = f"a phrasing of {other!r}" if other else "in the list untold"
            where = "stands twice" if other == phrasing.entry else f"is {of} too"
            yield Problem(path, phrasing.entry, None, f"{phrasing.text!r} {where}; keep it in one place.")
        seen.setdefault(plain, phrasing.entry)
