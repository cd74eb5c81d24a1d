"""Whatever a story file holds, it loads or is refused with its faults: nothing else comes of it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import Library, Problem, Story, StoryError, load_story
from tests.knowledge.conftest import REGATTA
from tests.knowledge.replies import everything_told
from tests.knowledge.written import Tables, sound_story, write

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.text(max_size=30)
    | st.sampled_from(["", " ", "ana", "height", "x" * 2000, "\u200b", "?!", "en", "1", "father-of", "\0"])
)
VALUES = st.recursive(
    SCALARS.filter(lambda value: value is not None),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return every place in a nest of tables, lists and values."""
    found = [way] if way else []
    if isinstance(value, dict):
        found += [place for key, inner in value.items() for place in places(inner, (*way, key))]
    if isinstance(value, list):
        found += [place for at, inner in enumerate(value) for place in places(inner, (*way, at))]
    return found


PLACES = places(sound_story())


@st.composite
def spoilt_stories(draw: st.DrawFn) -> Tables:
    """Change, drop, double or add up to four things somewhere in a sound story."""
    tables = sound_story()
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.sampled_from(PLACES))
        at: Any = tables
        try:
            for step in place[:-1]:
                at = at[step]
            last: Any = place[-1]
            change = draw(st.sampled_from(["set", "drop", "add", "double"]))
            if change == "set":
                at[last] = draw(VALUES)
            elif change == "drop":
                del at[last]
            elif change == "add" and isinstance(at, dict):
                at[draw(st.text(max_size=8))] = draw(VALUES)
            elif isinstance(at, list):
                at.append(at[last])
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    return tables


def loaded(path: Path) -> Story | None:
    """Load a story; where it is refused, see that the refusal is of use."""
    problems: tuple[Problem, ...]
    try:
        return load_story(path)
    except StoryError as error:
        problems = error.problems
    assert problems
    for problem in problems:
        assert problem.path == path
        assert problem.cure.endswith(".")
        assert str(problem).startswith(str(path))
    return None


@pytest.fixture(scope="module")
def folder() -> Any:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(tables=spoilt_stories())
def test_a_story_with_anything_anywhere_loads_or_is_refused(folder: Path, tables: Tables) -> None:
    loaded(write(folder, tables))


@QUICK
@given(data=st.data())
def test_a_file_with_bytes_changed_loads_or_is_refused(folder: Path, data: st.DataObject) -> None:
    sound = write(folder, sound_story()).read_bytes()
    text = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(text) - 1))
        length = data.draw(st.integers(0, 3))
        text[at : at + length] = data.draw(
            st.binary(max_size=3) | st.sampled_from([b'"', b"]", b"\n", b"=", b"#"])
        )
    (folder / "kite.toml").write_bytes(text)
    loaded(folder / "kite.toml")


@QUICK
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore")))
def test_any_file_at_all_loads_or_is_refused(folder: Path, data: bytes) -> None:
    (folder / "kite.toml").write_bytes(data)
    assert loaded(folder / "kite.toml") is None


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp"]), min_size=2, max_size=20
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_story_that_loads_can_be_asked_whatever_its_words(folder: Path, data: st.DataObject) -> None:
    tables = sound_story()
    for name in tables["names"]:
        name["name"] = data.draw(WORDS)
        name["also"] = data.draw(st.lists(WORDS, max_size=2))
    for entry in (*tables["facts"], *tables["quotes"], *tables["silences"]):
        entry["text"] = data.draw(WORDS)
        entry["asked"] = [*entry["asked"], f"{entry['id']} {data.draw(WORDS)}"]
    story = load_story(write(folder, tables))
    library = Library([story])
    for question in (*(told.text for told in story.all_told()), "who is it", data.draw(WORDS)):
        assert all(told.story is story for told in everything_told(library.ask(question)))
        library.search(question)
        library.find(question)
        library.who(question)


def test_the_story_of_these_tests_is_sound_to_begin_with(folder: Path) -> None:
    assert loaded(write(folder, sound_story())) is not None
    assert loaded(REGATTA) is not None
