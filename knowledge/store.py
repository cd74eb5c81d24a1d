"""Reads story files and checks them: every fault of a file at once, with file, entry, field and cure."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from knowledge.language import Language, UnknownLanguageError, load_language
from knowledge.model import MAX_ID, Entry, Fact, Heading, Name, Quote, Silence, Source, Story, Told
from knowledge.proof import proof_of
from knowledge.text import fold

SHIPPED_STORIES = Path(str(files("knowledge") / "stories"))
"""The folder of the stories that come with Footnote."""

MAX_FILE_BYTES = 8 * 1024 * 1024
"""Larger files are refused unread: 8 MiB is some forty thousand phrasings, far beyond any story."""

_WORD = re.compile(r"\w+")

MESSAGE_ROOM = 1900
"""Characters of Discord's 2,000 that an entry may fill with its footnote, the marks for both included."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a story file, with its cure; written out it is a sentence."""

    path: Path
    entry: str | None
    field: str | None
    cure: str

    def __str__(self) -> str:
        """Return "file: entry "x", field "y": cure"."""
        entry = f"entry {self.entry!r}" if self.entry else ""
        field = f"field {self.field!r}" if self.field else ""
        place = ", ".join(part for part in (entry, field) if part)
        return f"{self.path}: {place}: {self.cure}" if place else f"{self.path}: {self.cure}"


class StoryError(Exception):
    """A story file cannot be used; `problems` says all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, at least one."""
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class _File(BaseModel):
    """The tables of a story file."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    story: Heading
    source: Source
    names: tuple[Name, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    silences: tuple[Silence, ...] = ()

    def entries(self) -> Iterator[Entry]:
        yield from self.facts
        yield from self.quotes
        yield from self.silences


def story_files(places: Iterable[Path]) -> tuple[Path, ...]:
    """Return the story files in these files and folders, each once, folders in alphabetical order.

    Raises:
        StoryError: a place does not exist, cannot be read, or a folder holds no story file.
    """
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for place in places:
        try:
            listed = sorted(place.glob("*.toml")) if place.is_dir() else [place]
            if place.is_dir():
                next(place.iterdir(), None)
        except OSError as error:
            problems.append(
                Problem(place, None, None, f"cannot be read ({error.strerror}); allow reading it.")
            )
            continue
        if not listed:
            problems.append(Problem(place, None, None, "holds no story file; put a .toml file there."))
        found.update(dict.fromkeys(listed))
    if problems or not found:
        raise StoryError(problems or [Problem(Path(), None, None, "no story file is named; name one.")])
    return tuple(found)


def load_stories(places: Iterable[Path]) -> tuple[Story, ...]:
    """Load every story in these files and folders.

    Raises:
        StoryError: with the problems of all of them, if there is one.
    """
    stories: dict[str, Story] = {}
    problems: list[Problem] = []
    for path in story_files(places):
        try:
            story = load_story(path)
        except StoryError as error:
            problems.extend(error.problems)
            continue
        if story.id in stories:
            cure = f"another file is the story {story.id!r} already; give each story its own id."
            problems.append(Problem(path, None, "story.id", cure))
        stories.setdefault(story.id, story)
    if problems:
        raise StoryError(problems)
    return tuple(stories.values())


def load_story(path: Path) -> Story:
    """Load and check one story file.

    Raises:
        StoryError: the file cannot be read, is no TOML, or breaks a rule; every fault is named.
    """
    data = read_file(path)
    raw = parse_file(path, data)
    file, problems = _validate(path, raw)
    problems += list(_faults(path, file, raw)) if file else []
    if problems or not file:
        raise StoryError(problems)
    return Story(
        heading=file.story,
        source=file.source,
        names={name.id: name for name in file.names},
        entries={entry.id: entry for entry in file.entries()},
        path=path,
        digest=_digest(data, path),
    )


def phrasing_files(path: Path) -> tuple[Path, ...]:
    """Return the files with more phrasings of a story: those in the folder of its name beside its file."""
    return tuple(sorted(path.with_suffix("").glob("*.toml")))


def _digest(data: bytes, path: Path) -> str:
    digest = hashlib.sha256(data)
    for more in phrasing_files(path):
        digest.update(more.name.encode() + read_file(more))
    return digest.hexdigest()


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        StoryError: it is too large or cannot be read.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            cure = f"is larger than {MAX_FILE_BYTES // 2**20} MiB; split it into several stories."
            raise StoryError([Problem(path, None, None, cure)])
        return path.read_bytes()
    except OSError as error:
        cure = f"cannot be read ({error.strerror}); check the path and the right to read it."
        raise StoryError([Problem(path, None, None, cure)]) from error


def parse_file(path: Path, data: bytes) -> dict[str, Any]:
    """Return the tables of a file.

    Raises:
        StoryError: it is no valid TOML.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))  # Windows editors put a mark before UTF-8
    except UnicodeDecodeError as error:
        cure = f"is not UTF-8 text (byte {error.start}); save it as UTF-8."
        raise StoryError([Problem(path, None, None, cure)]) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a plain ValueError
        raise StoryError(
            [Problem(path, None, None, f"is not valid TOML: {error}; mend that line.")]
        ) from error


def _validate(path: Path, raw: dict[str, Any]) -> tuple[_File | None, list[Problem]]:
    """Return the tables of a file and what is wrong with them one by one.

    Rows that are wrong are left out, so that the others can be looked at for what else is wrong.
    """
    try:
        return _File.model_validate(raw), []
    except ValidationError as error:
        faults = error.errors()
    problems = [_explain(path, raw, fault) for fault in faults if not _follows(fault, faults)]
    spoilt = {(fault["loc"][0], fault["loc"][1]) for fault in faults if fault["loc"][1:]}
    sound = {table: _without(rows, table, spoilt) for table, rows in raw.items()}
    try:
        return _File.model_validate(sound), problems
    except ValidationError:
        return None, problems


def _follows(fault: ErrorDetails, faults: Sequence[ErrorDetails]) -> bool:
    """Return whether a fault is no second one: of a year that is no date, of a list with a wrong item."""
    place = fault["loc"]
    if "constrained-int" in place:
        return True
    return fault["type"] == "too_short" and any(
        other["loc"][: len(place)] == place and len(other["loc"]) > len(place) for other in faults
    )


def _without(rows: object, table: str, spoilt: Container[tuple[object, object]]) -> object:
    if not isinstance(rows, list):
        return rows
    return [row for at, row in enumerate(rows) if (table, at) not in spoilt]


_CURES = {
    "missing": "is missing; add it.",
    "extra_forbidden": "is not a key of this table; mend its spelling or take it out.",
    "string_type": "is no text; put it in quotation marks.",
    "string_too_long": "is longer than {max_length} characters; shorten it.",
    "too_short": "needs at least {min_length}, and has {actual_length}; add what is missing.",
    "date_type": "is no date; write it as 2022-10-05, without quotation marks.",
    "int_type": "is no whole number; write it without quotation marks.",
    "tuple_type": "is no list; put it in square brackets.",
    "literal_error": "must be {expected}; choose one.",
    "value_error": "{error}",
}


def _cure(fault: ErrorDetails) -> str:
    """Return what is wrong with a value and what to do, in a curator's words."""
    if fault["type"] == "string_pattern_mismatch":
        if "a-z0-9" in str(fault["ctx"]["pattern"]):
            return "must be lower-case letters, digits and single dashes; rename it."
        return "is empty, begins or ends with a space, or has a line break; mend it."
    if fault["loc"][-2:] == ("when", "date"):
        return "is no year and no date; write 2022 or 2022-10-05, without quotation marks."
    cure = _CURES.get(fault["type"])
    if cure is None:
        return f"{fault['msg'][:1].lower()}{fault['msg'][1:]}; mend it."
    return cure.format(**fault.get("ctx", {}))


def _explain(path: Path, raw: Mapping[str, Any], fault: ErrorDetails) -> Problem:
    """Turn a fault that the model found into a place a curator can go to, and a cure."""
    table, *rest = [part for part in fault["loc"] if part not in {"date", "constrained-int"}]
    entry = None
    if rest and isinstance(rest[0], int):
        entry = _name_of(raw, str(table), rest[0])
        rest = rest[1:]
    named = ".".join(str(part) for part in rest if isinstance(part, str) and "[" not in part)
    field = named if entry else ".".join(filter(None, (str(table), named)))
    cure = _cure(fault)
    item = next((part for part in rest if isinstance(part, int)), None)
    counted = f"item {item + 1}: " if item is not None else ""
    return Problem(path, entry, field or None, counted + cure)


def _name_of(raw: Mapping[str, Any], table: str, index: int) -> str:
    """Return the id of an entry that failed, or its number where the id itself is what is wrong."""
    rows: Any = raw.get(table)
    row = rows[index] if isinstance(rows, Sequence) and index < len(rows) else None
    name = row.get("id") if isinstance(row, Mapping) else None
    return name if isinstance(name, str) and len(name) <= MAX_ID else f"{table} number {index + 1}"


def _ids(raw: Mapping[str, Any], *tables: str) -> set[str]:
    """Return the ids that stand in these tables, those of rows that are wrong otherwise included."""
    rows = (row for table in tables for row in raw.get(table) or () if isinstance(row, Mapping))
    return {row["id"] for row in rows if isinstance(row.get("id"), str)}


def _faults(path: Path, file: _File, raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what only the whole file can show to be wrong."""
    try:
        language: Language | None = load_language(file.story.language)
    except UnknownLanguageError:
        language = None
        cure = f'there is no language table for {file.story.language!r}; use "en".'
        yield Problem(path, None, "story.language", cure)
    if not raw.get("facts"):
        empty = "needs at least 1 table; add it." if "facts" in raw else "is missing; add it."
        yield Problem(path, None, "facts", empty)
    if path.stem != file.story.id:
        yield Problem(path, None, "story.id", f"is {file.story.id!r}; name the file {file.story.id}.toml.")
    yield from _doubled(path, (name.id for name in file.names), "names")
    yield from _doubled(path, (entry.id for entry in file.entries()), "entries")
    names = _ids(raw, "names")
    ids = _ids(raw, "facts", "quotes", "silences")
    yield from _unknown(path, None, "story.starters", file.story.starters, ids, "entry")
    for name in file.names:
        yield from _unknown(path, name.id, "kin", name.kin.values(), names, "name")
    for entry in file.entries():
        yield from _broken_references(path, entry, names, ids)
        yield from _own_faults(path, entry, language.contrast_kinds if language else None)
    yield from _shared_phrasings(path, file)
    yield from _oversized(path, file)


def _doubled(path: Path, ids: Iterable[str], table: str) -> Iterator[Problem]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield Problem(path, name, "id", f"stands {count} times among the {table}; give each its own id.")


def _unknown(
    path: Path, entry: str | None, field: str, used: Iterable[str], known: Iterable[str], noun: str
) -> Iterator[Problem]:
    for missing in sorted(set(used) - set(known)):
        yield Problem(path, entry, field, f"{missing!r} is no {noun} of this story; mend or add it.")


def _broken_references(path: Path, entry: Entry, names: set[str], ids: set[str]) -> Iterator[Problem]:
    yield from _unknown(path, entry.id, "about", entry.about, names, "name")
    yield from _unknown(path, entry.id, "related", entry.related, ids - {entry.id}, "other entry")
    yield from _unknown(path, entry.id, "covers", entry.covers, ids - {entry.id}, "other entry")
    if isinstance(entry, Quote):
        yield from _unknown(path, entry.id, "speaker", [entry.speaker], names, "name")
    if isinstance(entry, Fact) and entry.attributed_to:
        yield from _unknown(path, entry.id, "attributed_to", [entry.attributed_to], names, "name")


def _own_faults(path: Path, entry: Entry, kinds: frozenset[str] | None) -> Iterator[Problem]:
    if isinstance(entry, Quote) and entry.proof and entry.proof != proof_of(entry.text):
        cure = "the text is not the one that was proven; restore it, or prove it again with --source and --prove."
        yield Problem(path, entry.id, "proof", cure)
    if kinds is not None:
        for kind in sorted(set(entry.corrects) - kinds):
            cure = f"{kind!r} is no kind of word; use one of {', '.join(sorted(kinds))}."
            yield Problem(path, entry.id, "corrects", cure)


def _shared_phrasings(path: Path, file: _File) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for entry in file.entries():
        for phrasing in entry.asked:
            normal = plain_phrasing(phrasing)
            if not normal:
                yield Problem(path, entry.id, "asked", f"{phrasing!r} holds no word; write a question.")
            elif normal in first:
                other = first[normal]
                where = "stands twice" if other == entry.id else f"is a phrasing of {other!r} too"
                yield Problem(path, entry.id, "asked", f"{phrasing!r} {where}; keep it in one place.")
            first.setdefault(normal, entry.id)


def plain_phrasing(phrasing: str) -> str:
    """Return what two phrasings share that differ only in case, accents, marks and spaces."""
    return " ".join(_WORD.findall(fold(phrasing)))


def _oversized(path: Path, file: _File) -> Iterator[Problem]:
    """Yield entries that would not fit a Discord message with speaker, occasion and footnote."""
    names = {name.id: name for name in file.names}
    story = Story(file.story, file.source, names, {})
    for entry in file.entries():
        speaker = entry.speaker if isinstance(entry, Quote) else None
        told = getattr(entry, "attributed_to", None)
        if {speaker, told} - {None} - set(names):
            continue  # said above already
        shown = Told(story, entry)
        size = len(shown.text) + len(shown.footnote or "")
        if size > MESSAGE_ROOM:
            cure = f"with its footnote it has {size} characters; {MESSAGE_ROOM} fit a message, shorten it."
            yield Problem(path, entry.id, "text", cure)
