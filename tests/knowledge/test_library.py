"""The ways into the stories: by address, by words, by name, and several stories at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Answer, Chat, Library, NoMatch, Told, Untold, load_library
from tests.knowledge.conftest import REGATTA, STORIES
from tests.knowledge.replies import everything_told, meant


def ids(told: tuple[Told, ...]) -> list[str]:
    return [one.entry.id for one in told]


@pytest.mark.parametrize(
    ("ref", "entry"),
    [
        ("regatta/gold", "gold"),
        ("gold", "gold"),
        (" GOLD ", "gold"),
        ("Regatta/Gold", "gold"),
        ("Maren Holt was given a gold medal.", "gold"),
        ("  maren holt was GIVEN a\ngold medal ", "gold"),
        ("maren holt was given a gold medal", "gold"),
        ("Edvin Holt: “A boat is only as stubborn as the one who sits in it.”", "edvin-boat"),
        ('edvin holt: "a boat is only as stubborn as the one who sits in it."', "edvin-boat"),
    ],
)
def test_an_entry_is_found_by_address_id_or_text(regatta: Library, ref: str, entry: str) -> None:
    found = regatta.find(ref)
    assert found is not None
    assert found.entry.id == entry


def test_every_entry_is_found_by_address_id_label_and_text(regatta: Library) -> None:
    for told in regatta.stories[0].all_told():
        for name in (told.ref, told.entry.id, told.label, told.text, told.text.upper()):
            assert regatta.find(name) == told, name


@pytest.mark.parametrize(
    "ref", ["", " ", "?", "\0", "nothing", "lighthouse/gold", "regatta/", "regatta", "gold medal", "\ud800"]
)
def test_what_is_no_entry_is_not_found(regatta: Library, ref: str) -> None:
    assert regatta.find(ref) is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("anchor", "lindqvist-anchor"),
        ("anchr", "lindqvist-anchor"),
        ("stuborn boat", "edvin-boat"),
        ("hurrah", "jonas-voice"),
        ("hurra", "jonas-voice"),
        ("gold medal", "gold"),
        ("GOLD MEDEL", "gold"),
        ("spectat", "spectators"),
        ("lindqist second", "lindqvist-second"),
        ("instagramm", "photo"),
        ("2,000", "race-distance"),
        ("gold", "gold"),
        ("regatta/rain", "rain"),
    ],
)
def test_a_search_forgives_typing_errors(regatta: Library, typed: str, first: str) -> None:
    assert ids(regatta.search(typed))[0] == first


@pytest.mark.parametrize("typed", ["zzzz qqqq", "xylophone", "谁赢了"])
def test_a_search_for_nothing_like_it_finds_nothing(regatta: Library, typed: str) -> None:
    assert regatta.search(typed) == ()


@pytest.mark.parametrize("typed", ["", "  ", "?!", "🙂", "\0"])
def test_a_search_without_words_lists_the_starters_and_then_the_rest(regatta: Library, typed: str) -> None:
    listed = ids(regatta.search(typed, limit=100))
    assert listed[:2] == ["maren-won", "maren-crack"]
    assert listed[2:] == [e for e in regatta.stories[0].entries if e not in {"maren-won", "maren-crack"}]


@pytest.mark.parametrize("kind", ["fact", "quote", "silence"])
@pytest.mark.parametrize("typed", ["", "the boat", "gold", "wat"])
def test_a_search_keeps_to_the_kind_that_is_wanted(regatta: Library, typed: str, kind: str) -> None:
    assert {told.entry.kind for told in regatta.search(typed, kind)} <= {kind}  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", [0, 1, 2, 25])
@pytest.mark.parametrize("typed", ["", "the", "gold"])
def test_a_search_finds_so_many_at_most_each_once(regatta: Library, typed: str, limit: int) -> None:
    found = ids(regatta.search(typed, limit=limit))
    assert len(found) == len(set(found)) <= limit


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("maren", "maren"),
        ("Maren Holt", "maren"),
        ("MARREN", "maren"),
        ("the swede", "lindqvist"),
        ("Lindqist", "lindqvist"),
        ("Edvin's daughter", "maren"),
        ("Maren’s father", "edvin"),
        ("the boatbulder", "edvin"),
        ("Heron", "heron"),
        ("regatta-1987", "regatta-1987"),
        ("the rowing club", "club"),
        ("nobody", None),
        ("karen", None),
        ("", None),
        ("?", None),
        ("zz", None),
        ("\0", None),
    ],
)
def test_who_is_meant(regatta: Library, typed: str, name: str | None) -> None:
    found = regatta.who(typed)
    assert (found[1].id if found else None) == name


@pytest.mark.parametrize(
    ("speaker", "quotes"),
    [
        ("maren", ["maren-crack"]),
        ("the Swede", ["lindqvist-anchor"]),
        ("Tobais Lindqvist", ["lindqvist-anchor"]),
        ("Maren's brother", ["jonas-voice"]),
        ("Ida Carrow", []),
        ("Heron", []),
        ("nobody", []),
        ("", []),
    ],
)
def test_what_somebody_said(regatta: Library, speaker: str, quotes: list[str]) -> None:
    assert ids(regatta.quotes_by(speaker)) == quotes


def test_speakers_stand_once_in_the_order_of_their_quotes(regatta: Library) -> None:
    assert [name.id for _, name in regatta.speakers()] == ["maren", "edvin", "lindqvist", "jonas"]


def test_names_stand_in_the_order_of_the_file(regatta: Library) -> None:
    assert [name.id for _, name in regatta.names()] == list(regatta.stories[0].names)


@pytest.mark.parametrize(
    ("limit", "starters"), [(0, []), (1, ["maren-won"]), (9, ["maren-won", "maren-crack"])]
)
def test_starters(regatta: Library, limit: int, starters: list[str]) -> None:
    assert ids(regatta.starters(limit)) == starters


def test_a_question_for_an_entry_leads_to_it(regatta: Library) -> None:
    for told in regatta.stories[0].all_told():
        assert meant(regatta.ask(regatta.question_for(told))) == (told.entry.id,)


# Several stories at once


@pytest.mark.parametrize(
    ("question", "kind", "ref"),
    [
        ("Who built the boat?", Answer, "regatta/heron-built"),
        ("who won the regatta", Answer, "regatta/maren-won"),
        ("Why did the lamp go out?", Answer, "lighthouse/lamp-failed"),
        ("how many passengers were aboard the ferry", Answer, "lighthouse/passengers"),
        ("how old was Signe", Answer, "lighthouse/signe-age"),
        ("how old was Edvin", Answer, "regatta/edvin-age"),
        ("Did Greta get a medal?", Untold, "lighthouse/medal"),
        ("hi", Chat, None),
        ("what is the capital of France", NoMatch, None),
    ],
)
def test_the_story_that_is_surest_answers(both: Library, question: str, kind: type, ref: str | None) -> None:
    reply = both.ask(question)
    assert isinstance(reply, kind)
    if ref:
        assert everything_told(reply)[0].ref == ref


def test_stories_take_turns_in_starters(both: Library) -> None:
    assert [told.story.id for told in both.starters(4)] == ["lighthouse", "regatta", "lighthouse", "regatta"]


def test_names_speakers_and_searches_reach_every_story(both: Library) -> None:
    assert {story.id for story, _ in both.names()} == {"lighthouse", "regatta"}
    assert [name.id for _, name in both.speakers()][:3] == ["greta", "signe", "maren"]
    assert ids(both.quotes_by("Greta")) == ["greta-no-choice", "greta-tea"]
    assert {told.story.id for told in both.search("medal")} == {"lighthouse", "regatta"}


def test_a_library_is_loaded_from_files_and_folders(tmp_path: Path) -> None:
    library = load_library([REGATTA, STORIES], tmp_path)
    assert library.stories[0].id == "regatta"
    assert len(library.stories) == len(list(STORIES.glob("*.toml")))
