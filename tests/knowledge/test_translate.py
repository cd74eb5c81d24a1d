"""Questions in Spanish, French, German and Portuguese are put into English; English is left alone."""

from __future__ import annotations

import pytest

from knowledge import Library
from knowledge.language import Language
from knowledge.match import Matcher
from knowledge.translate import into_english
from tests.knowledge.replies import brief

ENGLISH = [
    "Who built the boat?",
    "who won lol",
    "whos the dude who won the race fr",
    "wat time was it",
    "idk y the oar brok",
    "How old was Edvin?",
    "Did it rain?",
    "age of the boatbuilder",
    "where is jonas from",
    "who's that",
    "no way he did that",
    "wats his name",
    "u sure bout dat",
    "bro what happend to the oar",
    "gimme the quote on the boat",
    "pls tell me the time",
    "is it true or not",
    "come on man",
    "can u say it again",
    "was there a medal or not",
    "or was it silver",
    "son of edvin",
    "price of the heron",
    "did he die",
    "most famous quote",
    "he said what now",
    "tell me me more",
    "omg no",
    "instagram post pls",
    "who dat",
    "where n when",
    "how come she won",
    "what about her mom",
    "on the radio or tv",
    "an old man",
    "dinner for one",
    "so what",
    "final result",
    "total spectators",
    "pic of the finish pls",
    "photo online",
    "wer did teh oar brake",
    "has the swede won",
    "video on facebook or youtube",
    "",
    "???",
    "1987",
    "谁赢了",
]


@pytest.mark.parametrize("question", ENGLISH)
def test_english_is_taken_for_no_other_language(matcher: Matcher, english: Language, question: str) -> None:
    assert into_english(question, english, matcher.names.words) is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        # Spanish
        ("¿Quién ganó la carrera?", "who won race"),
        ("quien gano la carrera", "who won race"),
        ("¿Cuántos años tenía su padre?", "how old was his father"),
        ("¿qué dijo el padre?", "what said father"),
        ("¿Cuándo fue la carrera?", "when race"),
        ("qué medalla ganó", "what medal won"),
        # French
        ("Qui a gagné la course ?", "who won race"),
        ("quel âge avait son père", "how old father"),
        ("où était son frère", "where brother"),
        ("combien de personnes ont regardé", "how many people watched"),
        ("qu’a dit le père ?", "said father"),
        ("quelle médaille a-t-elle gagnée", "which medal won"),
        # German
        ("Wer hat das Rennen gewonnen?", "who won race"),
        ("Wann war das Rennen?", "when race"),
        ("wie alt war der vater", "how old father"),
        ("was hat sein Vater gesagt", "what said father"),
        ("welche medaille hat sie bekommen", "which medal got"),
        ("WO WAR DER BRUDER", "where brother"),
        # Portuguese
        ("Quem ganhou a corrida?", "who won race"),
        ("quando foi a corrida", "when race"),
        ("quantos anos tinha o pai", "how old father"),
        ("onde estava o irmão", "where brother"),
        ("qual medalha ela ganhou", "which medal won"),
        ("o que disse o pai", "what said father"),
    ],
)
def test_other_languages_are_put_into_english_words(
    matcher: Matcher, english: Language, question: str, words: str
) -> None:
    meant = into_english(question, english, matcher.names.words)
    assert meant is not None
    assert set(words.split()) <= set(meant.split())


def test_names_stay_as_they_are(matcher: Matcher, english: Language) -> None:
    meant = into_english("¿Cuántos años tenía Edvin Holt?", english, matcher.names.words)
    assert meant is not None
    assert "edvin holt" in meant


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("¿Quién ganó la carrera?", "answer: maren-won"),
        ("¿Cuántos años tenía Edvin?", "answer: edvin-age"),
        ("quel âge avait Edvin", "answer: edvin-age"),
        ("wie alt war Edvin", "answer: edvin-age"),
        ("quantos anos tinha Edvin", "answer: edvin-age"),
    ],
)
def test_a_story_answers_in_its_own_language(regatta: Library, question: str, reply: str) -> None:
    assert brief(regatta.ask(question)) == reply
