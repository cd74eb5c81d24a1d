"""More ways of asking, in files beside a story: they are read, learnt and checked as strictly as the story."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge import Library, StoryError, load_story
from knowledge.check import check_file
from knowledge.phrasings import all_phrasings
from tests.knowledge.conftest import REGATTA
from tests.knowledge.replies import brief, meant, talk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the regatta's file, with an empty folder for phrasings beside it."""
    (tmp_path / "regatta").mkdir()
    return Path(shutil.copy(REGATTA, tmp_path))


def beside(path: Path, name: str, text: str) -> Path:
    written = path.with_suffix("") / name
    written.write_text(text, "utf-8")
    return written


def faults(path: Path) -> list[str]:
    with pytest.raises(StoryError) as caught:
        all_phrasings(load_story(path))
    return [str(problem) for problem in caught.value.problems]


def test_a_story_without_such_files_has_its_own_phrasings() -> None:
    story = load_story(REGATTA)
    assert len(all_phrasings(story)) == sum(len(entry.asked) for entry in story.entries.values())


def test_what_stands_beside_a_story_is_asked_as_what_stands_in_it(path: Path) -> None:
    beside(path, "en.toml", '[asked]\nrain = ["Was everybody soaked to the bone?"]\n')
    beside(path, "es.toml", '[asked]\nheron-built = ["quién hizo la barca"]\n')
    library = Library([load_story(path)])
    assert brief(library.ask("was everybody soaked to the bone")) == "answer: rain"
    assert brief(library.ask("¿Quién hizo la barca?")) == "answer: heron-built"


def test_a_follow_up_is_learnt_with_what_it_follows(path: Path) -> None:
    lines = [
        "whereabouts was it",
        "at which spot",
        "on what part of the course",
        "whereabouts then",
        "at what place",
    ]
    beside(path, "en.toml", f"[after.maren-won]\noar-cracked = {lines}\n".replace("'", '"'))
    library = Library([load_story(path)])
    assert "oar-cracked" in meant(talk(library, "Who won the race?", "at what place exactly"))


def test_a_follow_up_alone_is_no_phrasing(path: Path) -> None:
    beside(path, "en.toml", '[after.maren-won]\ngold = ["and then what"]\n')
    assert not brief(Library([load_story(path)]).ask("and then what")).startswith("answer")


def test_a_change_beside_a_story_is_a_change_of_the_story(path: Path) -> None:
    before = load_story(path).digest
    beside(path, "en.toml", '[asked]\nrain = ["soaked?"]\n')
    assert load_story(path).digest != before


@pytest.mark.parametrize(
    ("name", "text", "place", "cure"),
    [
        ("en.toml", "[asked", "en.toml", "TOML"),
        (
            "en.toml",
            '[asked]\nsnow = ["did it snow"]\n',
            "entry 'snow'",
            "is no entry of this story; mend or add it",
        ),
        ("en.toml", '[after.snow]\nrain = ["and then"]\n', "entry 'snow'", "is no entry of this story"),
        ("en.toml", "[asked]\nrain = []\n", "entry 'rain'", "at least 1"),
        ("en.toml", "[asked]\nrain = [1]\n", "entry 'rain'", "item 0"),
        ("en.toml", '[asked]\nrain = ["?!"]\n', "entry 'rain'", "holds no word; write a question"),
        (
            "en.toml",
            '[asked]\nrain = ["wet?"]\ngold = ["Wet"]\n',
            "entry 'gold'",
            "is a phrasing of 'rain' too",
        ),
        (
            "en.toml",
            '[asked]\nrain = ["wet?", "WET"]\n',
            "entry 'rain'",
            "stands twice; keep it in one place",
        ),
        ("en.toml", '[question]\nrain = ["wet?"]\n', "field 'question'", "stand under [asked]"),
        (
            "xx.toml",
            '[asked]\nrain = ["wet?"]\n',
            "xx.toml",
            "is named for no language; name it de, en, es, fr, pt",
        ),
    ],
)
def test_a_fault_beside_a_story_is_told_with_its_place_and_cure(
    path: Path, name: str, text: str, place: str, cure: str
) -> None:
    written = beside(path, name, text)
    told = faults(path)
    assert any(str(written) in fault and place in fault and cure in fault for fault in told), told
    assert any(cure in str(fault) for fault in check_file(path).faults)


def test_all_faults_of_all_files_are_told_at_once(path: Path) -> None:
    beside(path, "en.toml", "[asked]\nrain = []\n")
    beside(path, "es.toml", '[asked]\nsnow = ["nieve"]\n')
    assert len(faults(path)) == 2


def test_a_phrasing_of_the_story_may_not_stand_beside_it_again(path: Path) -> None:
    beside(path, "en.toml", f'[asked]\ngold = ["{load_story(path).entries["rain"].asked[0]}"]\n')
    assert any("is a phrasing of 'rain' too" in fault for fault in faults(path))


def test_an_entry_without_a_name_is_refused(path: Path) -> None:
    beside(path, "en.toml", '[asked]\n"" = ["who was it"]\n')
    assert any("is no entry of this story" in fault for fault in faults(path))


def test_a_phrasing_that_is_a_link_alone_answers_no_empty_message(path: Path) -> None:
    beside(path, "en.toml", '[asked]\nrain = ["https://weather.example"]\n')
    assert not brief(Library([load_story(path)]).ask("???")).startswith("answer")
