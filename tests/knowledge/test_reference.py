"""Who is meant: a pronoun, somebody's kin, the speaker asked for; and what "not" and the reader's own kin forbid."""

from __future__ import annotations

import pytest

from knowledge import SHIPPED_STORIES, Answer, Choice, Library, Told, load_library
from knowledge.answer import confidence
from knowledge.match import Candidate
from tests.knowledge.replies import talk


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([SHIPPED_STORIES])


def told(library: Library, *messages: str) -> set[str]:
    """Return the ids of what a conversation's last message is answered with; offers are no answer."""
    match talk(library, *messages):
        case Answer(entries):
            return {one.entry.id for one in entries}
        case _:
            return set()


@pytest.mark.parametrize(
    ("messages", "entries"),
    [
        (("Who helped Derek?", "how old was he"), {"jim-age"}),
        (("who is derek redmond", "what about his dad?"), {"father-son", "jim-who"}),
    ],
)
def test_a_pronoun_is_the_person_that_was_told_of(
    library: Library, messages: tuple[str, ...], entries: set[str]
) -> None:
    assert told(library, *messages)
    assert told(library, *messages) <= entries


@pytest.mark.parametrize(
    "messages",
    [
        ("who is obama", "how old is he"),
        ("who is obama", "what about his dad?"),
        ("who is Michael Johnson", "who is his dad"),
        ("who is the father of Michael Johnson",),
        ("who is jim's father",),
        ("who is obama's father",),
        ("my father has passed away",),
        ("Who did not help Derek?",),
        ("what is the capital of france",),
    ],
)
def test_nobody_is_answered_about_somebody_else(library: Library, messages: tuple[str, ...]) -> None:
    assert not told(library, *messages)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did derek say about michael johnson", "johnson"),
        ("what did obama say about michael johnson", "johnson"),
        ("what did johnson say about derek", "derek"),
    ],
)
def test_whose_words_are_asked_for_is_whose_are_told(library: Library, question: str, speaker: str) -> None:
    reply = talk(library, question)
    offered: tuple[Told, ...] = reply.told if isinstance(reply, Answer | Choice) else ()
    assert speaker not in {getattr(one.entry, "speaker", None) for one in offered}


def test_confidence_grows_with_all_that_speaks_for_an_entry(library: Library) -> None:
    entry = next(iter(library.stories[0].entries.values()))
    poor = Candidate(entry, 0.05, 0.2, mistyped=True, untold=0.3, elsewhere=0.5)
    rich = Candidate(entry, 0.99, 1.0, mistyped=False, untold=0.0, elsewhere=0.0)
    assert confidence(poor) < 0.1
    assert confidence(rich) > 0.95


@pytest.mark.parametrize("number", ["፩", "፲፱፺፪", "𐩀", "٣", "²", "①", "Ⅻ", "9" * 1000])
def test_digits_of_any_script_stop_nothing(library: Library, number: str) -> None:
    """Some are digits to `str.isdigit`, and yet no number to `int`."""
    talk(library, f"how many views did the video get, {number}?", f"and in {number}?")


@pytest.mark.parametrize(
    "messages",
    [
        ("who is barack obama", "is he dead"),
        ("who is barack obama", "is he still alive"),
        ("who is Issy Ronald", "who is he"),
    ],
)
def test_a_phrasing_with_a_pronoun_is_a_follow_up_in_a_conversation(
    library: Library, messages: tuple[str, ...]
) -> None:
    assert not told(library, *messages) & {"jim-death", "death-known-when", "jim-age", "jim-who"}


@pytest.mark.parametrize(
    "question", ["who is Michael Redmond", "who is Derek Johnson", "did Michael Redmond help"]
)
def test_two_names_mixed_are_nobodys(library: Library, question: str) -> None:
    assert not told(library, question)


def test_a_question_without_a_word_of_its_own_is_answered(library: Library) -> None:
    assert told(library, "what is this about?") == {"story-about"}
