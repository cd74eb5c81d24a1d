"""Each way a story file can be wrong is told with file, entry, field and cure, all of them at once."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge import Library, Problem, StoryError, load_library, load_story
from knowledge.proof import proof_of
from knowledge.store import MAX_FILE_BYTES, load_stories, story_files
from tests.knowledge.conftest import REGATTA, STORIES
from tests.knowledge.written import Tables, as_toml, faults, sound_story, write

GONE = object()
"""Stands for a key that is taken out."""


def spoil(tables: Tables, place: tuple[str | int, ...], value: Any) -> Tables:
    *way, last = place
    at: Any = tables
    for step in way:
        at = at[step]
    if value is GONE:
        del at[last]
    else:
        at[last] = value
    return tables


def test_a_sound_story_loads(tmp_path: Path) -> None:
    story = load_story(write(tmp_path, sound_story()))
    assert (story.id, list(story.entries), list(story.names)) == (
        "kite",
        ["height", "words", "price"],
        ["ana", "leo"],
    )


FACT, QUOTE, SILENCE = ("facts", 0), ("quotes", 0), ("silences", 0)


@pytest.mark.parametrize(
    ("place", "value", "entry", "field", "cure"),
    [
        # keys that are missing or strange
        (("story",), GONE, None, "story", "missing; add it"),
        (("source",), GONE, None, "source", "missing; add it"),
        (("facts",), GONE, None, "facts", "missing; add it"),
        (("facts",), [], None, "facts", "at least 1"),
        (("story", "title"), GONE, None, "story.title", "missing; add it"),
        (("source", "author"), GONE, None, "source.author", "missing; add it"),
        ((*FACT, "text"), GONE, "height", "text", "missing; add it"),
        ((*FACT, "asked"), GONE, "height", "asked", "missing; add it"),
        ((*FACT, "paragraph"), GONE, "height", "paragraph", "missing; add it"),
        ((*FACT, "id"), GONE, "facts number 1", "id", "missing; add it"),
        ((*QUOTE, "speaker"), GONE, "words", "speaker", "missing; add it"),
        (("names", 0, "kind"), GONE, "ana", "kind", "missing; add it"),
        (("stroy",), {}, None, "stroy", "not a key of this table"),
        (("story", "titel"), "x", None, "story.titel", "not a key of this table"),
        ((*FACT, "aksed"), [], "height", "aksed", "not a key of this table"),
        ((*SILENCE, "paragraph"), 1, "price", "paragraph", "not a key of this table"),
        ((*QUOTE, "inferred"), "so", "words", "inferred", "not a key of this table"),
        ((*QUOTE, "corrects"), ["colour"], "words", "corrects", "'colour' is no kind of word"),
        ((*QUOTE, "covers"), ["nobody"], "words", "covers", "is no other entry of this story"),
        # values of a wrong type
        (("story",), 5, None, "story", "mend it"),
        (("facts",), {"id": "x"}, None, "facts", "is no list"),
        (("facts", 0), 5, "facts number 1", None, "mend it"),
        (("names", 1), "leo", "names number 2", None, "mend it"),
        (("story", "title"), 5, None, "story.title", "is no text"),
        ((*FACT, "text"), ["a"], "height", "text", "is no text"),
        ((*FACT, "about"), "leo", "height", "about", "is no list"),
        ((*FACT, "asked"), "How high?", "height", "asked", "is no list"),
        ((*FACT, "asked", 3), 4, "height", "asked", "item 4"),
        ((*FACT, "paragraph"), "1", "height", "paragraph", "is no list"),
        ((*FACT, "paragraph"), [], "height", "paragraph", "at least 1"),
        ((*FACT, "paragraph"), -1, "height", "paragraph", "greater than or equal to 0"),
        ((*FACT, "paragraph"), 1.5, "height", "paragraph", "is no list"),
        ((*FACT, "when"), "soon", "height", "when", "is no year and no date"),
        ((*FACT, "when"), 20041231, "height", "when", "is no year and no date"),
        ((*QUOTE, "when"), dt.datetime(2004, 5, 5, 12, 30), "words", "when", "is no year and no date"),  # noqa: DTZ001
        (("source", "published"), "yesterday", None, "source.published", "date"),
        (("source", "published"), True, None, "source.published", "date"),
        (("source", "header_blocks"), -1, None, "source.header_blocks", "greater than or equal to 0"),
        (("source", "url"), "herald.example", None, "source.url", "mend it"),
        (("names", 0, "kind"), "dog", "ana", "kind", "'person', 'place'"),
        (("names", 0, "kin"), "leo", "ana", "kin", "mend it"),
        (("names", 1, "kin"), {"father-of": 5}, "leo", "kin.father-of", "is no text"),
        # texts that are none, or too long
        ((*FACT, "text"), "", "height", "text", "mend it"),
        ((*FACT, "text"), " padded ", "height", "text", "mend it"),
        ((*FACT, "text"), "x" * 1501, "height", "text", "1500"),
        (("story", "title"), "two\nlines", None, "story.title", "mend it"),
        ((*FACT, "text"), "turned \u202e round", "height", "text", "holds an invisible character (U+202E)"),
        ((*QUOTE, "text"), "a\0b", "words", "text", "holds an invisible character (U+0000)"),
        (("story", "title"), "x" * 201, None, "story.title", "200"),
        # ids
        ((*FACT, "id"), "The Height", "The Height", "id", "rename it"),
        ((*FACT, "id"), "a--b", "a--b", "id", "rename it"),
        ((*FACT, "id"), "x" * 41, "facts number 1", "id", "40"),
        ((*FACT, "id"), 7, "facts number 1", "id", "is no text"),
        (("story", "id"), "balloon", None, "story.id", "name the file balloon.toml"),
        ((*QUOTE, "id"), "height", "height", "id", "stands 2 times among the entries"),
        (("names", 1, "id"), "ana", "ana", "id", "stands 2 times among the names"),
        # references
        ((*FACT, "about"), ["leo", "nobody"], "height", "about", "'nobody' is no name of this story"),
        ((*FACT, "attributed_to"), "nobody", "height", "attributed_to", "'nobody' is no name"),
        ((*FACT, "related"), ["nothing"], "height", "related", "'nothing' is no other entry"),
        ((*FACT, "related"), ["height"], "height", "related", "'height' is no other entry"),
        ((*QUOTE, "speaker"), "nobody", "words", "speaker", "'nobody' is no name"),
        ((*SILENCE, "about"), ["kite"], "price", "about", "'kite' is no name"),
        (("names", 1, "kin"), {"father-of": "nobody"}, "leo", "kin", "'nobody' is no name"),
        (("story", "starters"), ["nothing"], None, "story.starters", "'nothing' is no entry"),
        # phrasings
        ((*FACT, "asked"), [], "height", "asked", "at least 5"),
        ((*FACT, "asked"), ["one a", "two b", "three c", "four d"], "height", "asked", "at least 5"),
        ((*SILENCE, "asked"), ["one a", "two b"], "price", "asked", "at least 3"),
        ((*SILENCE, "asked"), ["one a", "two b", ""], "price", "asked", "item 3"),
        ((*SILENCE, "asked"), ["one a", "two b", "?!"], "price", "asked", "holds no word"),
        ((*SILENCE, "asked"), ["one a", "One  A!", "two b"], "price", "asked", "stands twice"),
        ((*SILENCE, "asked"), ["spire Height?", "a b", "c d"], "price", "asked", "phrasing of 'height' too"),
        # what the whole shows
        ((*QUOTE, "proof"), proof_of("Something else."), "words", "proof", "prove it again"),
        ((*QUOTE, "proof"), "sha256:12", "words", "proof", "mend it"),
        ((*FACT, "corrects"), ["colour"], "height", "corrects", "'colour' is no kind of word; use one of"),
        ((*FACT, "inferred"), "so " * 490 + "it is", "height", "inferred", "GOES WITH TEXT"),
        (("story", "language"), "xx", None, "story.language", 'use "en"'),
        (("story", "language"), "English", None, "story.language", "mend it"),
        (("story", "language"), "de", None, "story.language", 'use "en"'),
    ],
)
def test_a_fault_is_told_with_its_place_and_cure(
    tmp_path: Path, place: tuple[str | int, ...], value: Any, entry: str | None, field: str | None, cure: str
) -> None:
    tables = spoil(sound_story(), place, value)
    if cure == "GOES WITH TEXT":
        spoil(tables, (*FACT, "text"), "x" * 500)
        field, cure = "text", "fit a message, shorten it"
    path = write(tmp_path, tables)
    found = faults(path)
    assert any((e, f) == (entry, field) and cure in c for e, f, c in found), found
    with pytest.raises(StoryError) as error:
        load_story(path)
    for told in str(error.value).splitlines():
        assert told.startswith(f"{path}: ")
        assert told.endswith(".")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ((*FACT, "when"), 0),
        ((*FACT, "when"), 86400),
        ((*FACT, "when"), True),
        ((*FACT, "paragraph"), True),
        ((*FACT, "paragraph"), ["1"]),
        (("source", "published"), 0),
        (("source", "published"), 1083801600),
        (("source", "header_blocks"), "1"),
        (("source", "header_blocks"), True),
    ],
)
def test_a_value_is_not_bent_into_another_type(
    tmp_path: Path, place: tuple[str | int, ...], value: Any
) -> None:
    assert faults(write(tmp_path, spoil(sound_story(), place, value)))


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        (b"\xff\xfe[\x00", "is not UTF-8 text (byte 0); save it as UTF-8"),
        (b'title = "caf\xe9"', "is not UTF-8 text (byte 12)"),
        (b"[story", "is not valid TOML"),
        (b'[story]\nid = "a"\nid = "b"', "is not valid TOML"),
        (b"a = 2004-13-45", "is not valid TOML"),
        (b"a = \x00", "is not valid TOML"),
        (b"a = " + b"[" * 50_000, "is not valid TOML"),
        (b"", "is missing; add it"),
        (b"# nothing but a comment", "is missing; add it"),
        (b".".join([b"a"] * 500) + b" = 1", "is not a key of this table"),
    ],
)
def test_a_file_that_is_no_story_is_refused(tmp_path: Path, data: bytes, cure: str) -> None:
    path = tmp_path / "kite.toml"
    path.write_bytes(data)
    found = faults(path)
    assert any(cure in fault[2] for fault in found), found


def test_a_number_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kite.toml"
    path.write_bytes(b"a = 1" + b"0" * 5000)
    with pytest.raises(StoryError):
        load_story(path)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = write(tmp_path, sound_story())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert not faults(path)


def test_line_ends_of_windows_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "regatta.toml"
    path.write_bytes(REGATTA.read_bytes().replace(b"\n", b"\r\n"))
    assert load_story(path).entries == load_story(REGATTA).entries


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    tables = sound_story()
    spoil(tables, (*FACT, "about"), ["nobody"])
    spoil(tables, (*FACT, "corrects"), ["colour"])
    spoil(tables, (*QUOTE, "speaker"), "somebody")
    spoil(tables, (*SILENCE, "related"), ["nothing"])
    spoil(tables, ("story", "starters"), ["nothing"])
    spoil(tables, (*SILENCE, "asked"), ["kite price", "kite price?", "spire height"])
    path = write(tmp_path, tables, "other.toml")
    assert {fault[:2] for fault in faults(path)} == {
        (None, "story.id"),
        (None, "story.starters"),
        ("height", "about"),
        ("height", "corrects"),
        ("words", "speaker"),
        ("price", "related"),
        ("price", "asked"),
    }


def test_all_faults_of_types_are_told_at_once(tmp_path: Path) -> None:
    tables = spoil(spoil(spoil(sound_story(), (*FACT, "text"), 5), (*QUOTE, "text"), 5), ("foo",), 5)
    found = {fault[:2] for fault in faults(write(tmp_path, tables))}
    assert found >= {("height", "text"), ("words", "text"), (None, "foo")}


def test_faults_of_types_do_not_hide_those_of_references(tmp_path: Path) -> None:
    tables = spoil(spoil(sound_story(), (*FACT, "when"), "soon"), (*QUOTE, "speaker"), "nobody")
    assert {fault[:2] for fault in faults(write(tmp_path, tables))} >= {
        ("height", "when"),
        ("words", "speaker"),
    }


def test_one_fault_is_told_once(tmp_path: Path) -> None:
    tables = spoil(sound_story(), (*FACT, "asked", 3), 4)
    assert len(faults(write(tmp_path, tables))) == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kite.toml"
    (fault,) = faults(path)
    assert "No such file" in fault[2]
    with pytest.raises(StoryError, match="check the path"):
        load_library([path])


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "kite.toml"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    (fault,) = faults(path)
    assert "larger than 8 MiB; split it" in fault[2]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Tests may run as root, who may read everything.
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = write(tmp_path, sound_story())
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (fault,) = faults(path)
    assert fault[2] == "cannot be read (Permission denied); check the path and the right to read it."


@pytest.mark.skipif(os.name != "posix", reason="making links needs no rights only here")
def test_a_link_to_itself_and_a_folder_named_like_a_story_are_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(StoryError) as error:
        load_stories([tmp_path])
    assert [problem.path.name for problem in error.value.problems] == ["folder.toml", "loop.toml"]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(StoryError, match="cannot be read"):
        story_files([tmp_path])


def test_a_folder_without_stories_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no story")
    with pytest.raises(StoryError, match=r"holds no story file; put a \.toml file there"):
        load_stories([tmp_path])


def test_no_place_at_all_is_told() -> None:
    with pytest.raises(StoryError, match="no story file is named"):
        load_stories([])


def test_a_folder_is_read_in_order_and_each_file_once() -> None:
    listed = story_files([REGATTA, STORIES, REGATTA])
    assert listed[0] == REGATTA
    assert list(listed[1:]) == sorted(set(STORIES.glob("*.toml")) - {REGATTA})


def test_the_faults_of_every_file_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, spoil(sound_story(), ("foo",), 1), "kite.toml")
    (tmp_path / "zebra.toml").write_text("[")
    with pytest.raises(StoryError) as error:
        load_stories([tmp_path, tmp_path / "missing.toml", tmp_path / "sub"])
    assert {problem.path.name for problem in error.value.problems} == {
        "kite.toml",
        "zebra.toml",
        "missing.toml",
        "sub",
    }


def test_two_stories_of_one_id_are_a_fault(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, sound_story())
    with pytest.raises(StoryError, match="is the story 'kite' already; give each story its own id"):
        load_stories([tmp_path / "one", tmp_path / "two"])


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            Problem(Path("a.toml"), "gold", "text", "is missing; add it."),
            "a.toml: entry 'gold', field 'text': is missing; add it.",
        ),
        (Problem(Path("a.toml"), None, "story", "is missing."), "a.toml: field 'story': is missing."),
        (Problem(Path("a.toml"), "gold", None, "is odd."), "a.toml: entry 'gold': is odd."),
        (Problem(Path("a.toml"), None, None, "is empty."), "a.toml: is empty."),
    ],
)
def test_a_problem_is_a_sentence(problem: Problem, sentence: str) -> None:
    assert str(problem) == sentence


def smallest() -> Tables:
    tables = sound_story()
    del tables["names"], tables["quotes"], tables["silences"], tables["story"]["starters"]
    for key in ("about", "attributed_to", "related", "topics", "inferred", "corrects", "when"):
        del tables["facts"][0][key]
    return tables


def with_many_names() -> Tables:
    tables = sound_story()
    tables["names"] += [{"id": f"n{n}", "name": f"!{n}?", "kind": "thing"} for n in range(50)]
    return tables


@pytest.mark.parametrize("make", [sound_story, smallest, with_many_names])
def test_even_a_tiny_story_can_be_asked(tmp_path: Path, make: Callable[[], Tables]) -> None:
    library = Library([load_story(write(tmp_path, make()))])
    assert library.ask("How high is the spire?").told[0].entry.id == "height"  # type: ignore[union-attr]
    assert library.starters()


def test_what_is_written_here_is_read_as_meant() -> None:
    assert as_toml({"a": [1, True, 'x"\n\x7f', dt.date(2004, 5, 6)]}) == (
        '{"a" = [1, true, "x\\"\\n\\u007f", 2004-05-06]}'
    )
