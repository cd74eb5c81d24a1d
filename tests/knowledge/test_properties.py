"""What holds for any text at all: nothing breaks, and nothing is told that a story does not hold."""

from __future__ import annotations

import time
from functools import reduce

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge import Answer, Chat, Choice, Conversation, Library, NoMatch, Quote, Reply, Told, Untold
from knowledge.conversation import TURNS
from knowledge.segment import clauses
from knowledge.text import MAX_QUESTION, fold, key, split_sentences, split_words
from tests.knowledge.replies import everything_told

ANYTHING = st.text(st.characters(), max_size=60)
"""Any code point, surrogates that belong to no character included."""

ODD = st.sampled_from(
    [
        "\0",
        "\ud83d",
        "\u200b",
        "\u202e",
        "e\u0301\u0301",
        "🏳️‍🌈",
        "Z̷͎͌a̸͇͝l̵̰̈g̶̱͝o̵͎͑",
        "@everyone",
        "<@&1>",
        "**",
        "4x400m",
        "'92",
        "???",
        "\n\n",
        "and",
        "https://a.example/?q=1",
        "\uff11\uff19",
        "ﷺ",
    ]
)
ENGLISH = (
    "who what when how why where old many did was is the a of and or not he she his that about say silver dad"
)
NAMED = (
    "maren edvin jonas lindqvist boat oar won medal heron regatta 1987 1,500 facebook mother club quote obama"
)
FOREIGN = "qué quién ganó años est quel père war wer hat alt quem foi corrida"
WORDS = st.sampled_from(f"{ENGLISH} {NAMED} {FOREIGN}".split())
LONG = st.builds(lambda piece, times: (piece * times)[:5000], ANYTHING | ODD | WORDS, st.integers(100, 5000))
MESSAGES = ANYTHING | LONG | st.lists(WORDS | ODD | ANYTHING, max_size=15).map(" ".join)

THOROUGH = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


LIGATURES = "\u00e6\u01e3\u01e2\u01fd\u01fc\u1d2d\ua7f9"
"""Letters that hold an ae or oe, some only once they are taken apart."""


@THOROUGH
@given(MESSAGES.filter(lambda text: not set(text) & set(LIGATURES)))
@example("a\0b")
@example("\u0345")
def test_what_is_folded_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("letter", LIGATURES[1:])
def test_every_ligature_is_folded_at_once(letter: str) -> None:
    assert fold(letter) in {"ae", "oe"}


@THOROUGH
@given(MESSAGES)
@example("0M")
def test_words_are_folded_and_hold_no_space(text: str) -> None:
    for word in split_words(text):
        assert word.folded
        assert fold(word.folded) == word.folded
        assert word.folded.split() == [word.folded]
        assert word.folded.isprintable()


LONGEST_LETTER = 18
"""Letters that one can stand for: U+FDFA is four words."""


@THOROUGH
@given(MESSAGES.filter(lambda text: len(text) * LONGEST_LETTER < MAX_QUESTION))
def test_case_and_outer_space_change_no_key(text: str) -> None:
    assert key(f" {key(text)}\n") == key(key(text))


@THOROUGH
@given(MESSAGES)
def test_sentences_and_clauses_are_parts_of_the_message(regatta: Library, text: str) -> None:
    language = regatta._answerers[0]._matcher.language
    assert all(sentence in text for sentence in split_sentences(text))
    assert all(clause in text for clause in clauses(text, language))


def verbatim(told: Told) -> bool:
    """Tell whether a told entry is the story's own, to the letter."""
    entry = told.story.entries[told.entry.id]
    if told.entry is not entry:
        return False
    if not isinstance(entry, Quote):
        return told.text == entry.text
    speaker = told.story.names[entry.speaker].name
    occasion = f", {entry.occasion}" if entry.occasion else ""
    return told.text == f"{speaker}{occasion}: “{entry.text}”"


def assert_sound(library: Library, reply: Reply) -> None:
    assert isinstance(reply, Answer | Choice | Untold | NoMatch | Chat)
    for one in everything_told(reply):
        assert one.story in library.stories
        assert verbatim(one)
        assert 0 <= one.score <= 1
    match reply:
        case Answer(told):
            assert 1 <= len(told) <= 2
            assert told[0].footnote
        case Choice(told):
            assert 1 <= len(told) <= 4
        case _:
            pass


@THOROUGH
@given(MESSAGES)
@example("")
@example("\ud800")
@example("a\0b")
@example("x" * 5000)
@example("who " * 1250)
@example("? " * 2500)
@example("e" + "\u0301" * 4999)
@example("👩‍👩‍👧‍👦" * 600)
@example("9" * 5000)
@example("'" * 5000)
@example("4x400m " * 700)
def test_any_message_gets_one_of_five_replies_and_no_invented_word(regatta: Library, text: str) -> None:
    assert_sound(regatta, regatta.ask(text))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MESSAGES)
def test_two_stories_are_asked_as_soundly(both: Library, text: str) -> None:
    assert_sound(both, both.ask(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MESSAGES, min_size=1, max_size=6))
def test_no_conversation_breaks(both: Library, messages: list[str]) -> None:
    conversation = Conversation()
    for message in messages:
        reply = both.ask(message, conversation)
        assert_sound(both, reply)
        before, conversation = conversation, conversation.after(message, reply)
        if isinstance(reply, Chat):
            assert conversation == before
        else:
            assert conversation.turns[-1].question == message
        assert len(conversation.turns) <= TURNS


def replies(told: tuple[Told, ...]) -> st.SearchStrategy[Reply]:
    """Return any reply, made up of any of these entries."""
    one, some = st.sampled_from(told), st.lists(st.sampled_from(told), max_size=4).map(tuple)
    chat = st.builds(Chat, st.sampled_from(["greeting", "help"]), some)
    return st.one_of(
        st.builds(Answer, some),
        st.builds(Choice, some),
        st.builds(Untold, one, some),
        st.builds(NoMatch, some),
        chat,
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_after_any_replies_a_question_gets_one(regatta: Library, data: st.DataObject) -> None:
    said = data.draw(st.lists(st.tuples(MESSAGES, replies(regatta.stories[0].all_told())), max_size=5))
    conversation = reduce(lambda talk, turn: talk.after(*turn), said, Conversation())
    question = data.draw(
        st.sampled_from(["and when?", "how old was he?", "what about Maren", "who won", "hi", ""])
    )
    assert_sound(regatta, regatta.ask(question, conversation))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MESSAGES)
@example("")
@example("\ud800")
@example("x" * 5000)
def test_any_text_can_be_looked_up(regatta: Library, text: str) -> None:
    found = regatta.find(text)
    assert found is None or verbatim(found)
    assert all(verbatim(told) for told in regatta.search(text))
    assert all(told.entry.kind == "quote" for told in regatta.quotes_by(text))
    who = regatta.who(text)
    assert who is None or who[1] in regatta.stories[0].names.values()


@pytest.mark.parametrize(
    "text",
    [
        "?" * 5000,
        "and " * 1250,
        "who and " * 625,
        "who won? " * 555,
        "4 x " * 1250,
        "1," * 2500,
        "ﷺ" * 5000,
        "\n" * 5000,
    ],
)
def test_no_message_keeps_the_others_waiting_for_long(regatta: Library, text: str) -> None:
    started = time.perf_counter()
    regatta.ask(text)
    # Discord waits three seconds, and meanwhile nobody else is answered.
    assert time.perf_counter() - started < 2
