"""What people put around a question is taken off, whoever writes it, and nothing that asks goes with it."""

from __future__ import annotations

import pytest

from knowledge import SHIPPED_STORIES, Answer, Library, load_library
from knowledge.dressing import load_frames, undressed
from knowledge.model import Silence
from knowledge.translate import LANGUAGES


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("hi! quick question: how old was he", "how old was he"),
        ("How old was he? Thanks in advance!", "How old was he?"),
        ("yo bro, can you tell me who won, do we know?", "who won?"),
        ("oye, ¿sabes quién ganó? gracias", "quién ganó?"),
        ("Weiß jemand, wer gewonnen hat? lg", "wer gewonnen hat?"),
        ("who sent best wishes", "who sent best wishes"),
        ("did Derek say thank you", "did Derek say thank you"),
        ("what happened to the other guys", "what happened to the other guys"),
        ("what does the story say", "what does the story say"),
        ("avait-il un chat", "avait-il un chat"),
        ("quién le dio la mano", "quién le dio la mano"),
        ("any idea?", ""),
        ("please", ""),
        ("who said thanks in the story", "who said thanks in the story"),
        ("hi\n- who won\n- when", "- who won\n- when"),
        ("", ""),
    ],
)
def test_a_message_is_undressed(message: str, question: str) -> None:
    assert undressed(message).strip() == question


def test_every_language_a_question_may_be_asked_in_has_frames() -> None:
    assert set(load_frames()) == {"en", *LANGUAGES}


def test_no_frame_asks_for_anything() -> None:
    asking = {"who", "what", "when", "where", "why", "how", "which", "whose", "whom"}
    frames = load_frames()["en"]
    assert not [frame for frame in (*frames.before, *frames.after) if asking & set(frame.split())]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([SHIPPED_STORIES])


@pytest.mark.parametrize(
    "frame", ["so tell me, {}?", "hi! quick one: {} thanks", "{}, do we know that?", "{} - any idea?"]
)
def test_a_silence_is_never_answered_as_a_fact_however_it_is_dressed(library: Library, frame: str) -> None:
    (story,) = library.stories
    told = []
    for entry in story.entries.values():
        if isinstance(entry, Silence):
            for asked in entry.asked[:3]:
                reply = library.ask(frame.format(asked.rstrip("?.!")))
                if isinstance(reply, Answer) and not all(isinstance(t.entry, Silence) for t in reply.told):
                    told.append((entry.id, asked))
    assert not told


@pytest.mark.parametrize("message", ["quick question", "any idea?", "for my homework", "gente", "hey guys"])
def test_what_is_nothing_but_a_frame_is_told_nothing(library: Library, message: str) -> None:
    assert not isinstance(library.ask(message), Answer)
