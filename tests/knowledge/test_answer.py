"""What a question comes to: the five replies, two questions at once, and every phrasing its own entry."""

from __future__ import annotations

import pytest

from knowledge import (
    SHIPPED_STORIES,
    Answer,
    Choice,
    Library,
    NoMatch,
    Silence,
    Told,
    Untold,
    load_library,
    load_story,
)
from tests.knowledge.conftest import STORIES
from tests.knowledge.replies import NO_MATCH, brief, everything_told, meant, talk

FILES = sorted([*SHIPPED_STORIES.glob("*.toml"), *STORIES.glob("*.toml")])
PHRASINGS = {
    path: [(told.entry.id, told.entry.asked) for told in load_story(path).all_told()] for path in FILES
}


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Library]:
    """Return every story that is at hand, each in a library of its own."""
    return {path.stem: load_library([path], tmp_path_factory.mktemp("cache")) for path in FILES}


@pytest.mark.parametrize(
    ("story", "entry", "ways"),
    [
        pytest.param(path.stem, entry, ways, id=f"{path.stem}/{entry}")
        for path, entries in PHRASINGS.items()
        for entry, ways in entries
    ],
)
def test_every_listed_phrasing_finds_its_own_entry(
    libraries: dict[str, Library], story: str, entry: str, ways: tuple[str, ...]
) -> None:
    library = libraries[story]
    kind = "silence" if isinstance(library.stories[0].entries[entry], Silence) else "answer"
    replies = {way: brief(library.ask(way)) for way in ways}
    assert replies == dict.fromkeys(ways, f"{kind}: {entry}")


@pytest.mark.parametrize("change", [str.upper, str.title, "  {}  ?!".format, "{} 🙂".format])
def test_case_and_marks_change_no_answer(regatta: Library, change: object) -> None:
    assert callable(change)
    for told in regatta.stories[0].all_told():
        way = told.entry.asked[0]
        assert brief(regatta.ask(change(way))) == brief(regatta.ask(way)), change(way)


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        # a fact
        ("who bulit teh boat", "answer: heron-built"),
        ("wats the name of the dude who built the boat lol", "answer: heron-built"),
        ("WHO BUILT THE BOAT", "answer: heron-built"),
        ("how many ppl watched the race", "answer: spectators"),
        ("when did they found the club", "answer: club-founded"),
        ("how old was Maren's dad", "answer: edvin-age"),
        ("how old was the father of Maren", "answer: edvin-age"),
        # a quote
        ("what did Tobias Lindqvist say about being passed", "answer: lindqvist-anchor"),
        ("what did maren say abt the crack", "answer: maren-crack"),
        ("who talked of an anchor", "answer: lindqvist-anchor"),
        # a silence
        ("how much did the heron cost", "silence: heron-cost"),
        ("who was her mum", "silence: maren-mother"),
        ("who came in third", "silence: third-place"),
        # nothing
        ("what is the capital of France", NO_MATCH),
        ("who is the president of brazil", NO_MATCH),
        ("how do i bake bread", NO_MATCH),
        ("who built the titanic", NO_MATCH),
        ("asdf qwer", NO_MATCH),
        # small talk
        ("hi", "chat: greeting"),
        ("thanks!", "chat: thanks"),
        ("good night", "chat: farewell"),
        ("help", "chat: help"),
        ("are you a bot?", "chat: self"),
    ],
)
def test_what_a_question_comes_to(regatta: Library, question: str, reply: str) -> None:
    assert brief(regatta.ask(question)) == reply


@pytest.mark.parametrize(
    "question", ["", " ", "???", "\0", "\u200b", "🙂", "the", "and", "of the", "-", "1", "谁赢了", "\ud800"]
)
def test_what_says_nothing_is_not_guessed_at(regatta: Library, question: str) -> None:
    assert brief(regatta.ask(question)) == NO_MATCH


def choices(regatta: Library) -> list[Choice]:
    words = [
        "family",
        "days",
        "people",
        "three",
        "what did he say",
        "her father",
        "water",
        "broke",
        "wood",
        "year",
    ]
    replies = [regatta.ask(word) for word in words] + [
        talk(regatta, "Who came second?", word) for word in words
    ]
    return [reply for reply in replies if isinstance(reply, Choice)]


def test_a_choice_is_between_two_to_four_different_entries_none_a_silence(regatta: Library) -> None:
    found = choices(regatta)
    assert found, "none of these questions leaves a choice any more; find others"
    for choice in found:
        ids = meant(choice)
        assert 1 <= len(ids) <= 4
        assert len(set(ids)) == len(ids)
        assert not any(isinstance(told.entry, Silence) for told in choice.told)


@pytest.mark.parametrize(
    ("message", "entries"),
    [
        ("Who built the boat? And who came second?", ("heron-built", "lindqvist-second")),
        ("who built the boat and how old was Edvin", ("heron-built", "edvin-age")),
        ("how many people watched the race and when was the club founded?", ("spectators", "club-founded")),
        ("Who steered the launch? What was the weather like?", ("jonas-launch", "rain")),
    ],
)
def test_two_questions_at_once_get_two_answers_in_their_order(
    regatta: Library, message: str, entries: tuple[str, ...]
) -> None:
    assert meant(regatta.ask(message)) == entries


@pytest.mark.parametrize(
    "message",
    ["Who built the boat and how much did it cost?", "How much did the boat cost? And who built the boat?"],
)
def test_beside_an_answer_the_silence_is_told_last(regatta: Library, message: str) -> None:
    assert meant(regatta.ask(message)) == ("heron-built", "heron-cost")


@pytest.mark.parametrize(
    "message",
    ["Who built the boat? Who built the boat?", "who made the boat and who built the boat?"],
)
def test_one_thing_asked_twice_is_told_once(regatta: Library, message: str) -> None:
    assert brief(regatta.ask(message)) == "answer: heron-built"


@pytest.mark.parametrize(
    "message",
    [
        "Hi! My grandmother used to row and we had so much fun in the summer. Who built the boat? Thanks!",
        "I read this story yesterday and I liked it a lot. I only wonder: who built the boat",
        "so I was thinking about this on the train today.\n\nWho built the boat?",
        "see https://gazette.example/regatta\nwho built the boat?",
    ],
)
def test_a_long_message_is_answered_by_its_question(regatta: Library, message: str) -> None:
    assert brief(regatta.ask(message)) == "answer: heron-built"


@pytest.mark.parametrize(
    "told", ["maren-won", "edvin-age", "spectators", "club-founded", "rain", "edvin-boat"]
)
def test_an_answer_said_back_finds_itself(regatta: Library, told: str) -> None:
    text = regatta.stories[0].tell(told).text
    assert told in meant(regatta.ask(text))


def test_beside_a_silence_stands_what_is_told_nearby(regatta: Library) -> None:
    reply = regatta.ask("How old was Maren?")
    assert isinstance(reply, Untold)
    assert reply.silence.footnote is None
    assert [told.entry.id for told in reply.nearby] == ["edvin-age"]


def test_who_is_not_answered_is_offered_where_to_begin(regatta: Library) -> None:
    reply = regatta.ask("what is the capital of France")
    assert isinstance(reply, NoMatch)
    assert [told.entry.id for told in reply.starters] == ["maren-won", "maren-crack"]


def test_without_starters_the_first_fact_of_each_topic_is_offered(libraries: dict[str, Library]) -> None:
    reply = libraries["lighthouse"].ask("zzyzx")
    assert [told.entry.id for told in everything_told(reply)] == ["lamp-failed", "passengers", "keeper-since"]


def test_how_sure_an_answer_is_lies_between_none_and_all(regatta: Library) -> None:
    def scores(told: tuple[Told, ...]) -> list[float]:
        return [one.score for one in told]

    reply = regatta.ask("who bulit teh boat lol")
    assert isinstance(reply, Answer)
    assert 0 < scores(reply.told)[0] < 1
    exact = regatta.ask("Who built the boat?")
    assert isinstance(exact, Answer)
    assert scores(exact.told) == [1.0]


def test_the_same_question_gets_the_same_reply(regatta: Library) -> None:
    questions = ["who bulit teh boat", "family", "how old was he", "maren"]
    assert [brief(regatta.ask(q)) for q in questions] == [brief(regatta.ask(q)) for q in questions]
