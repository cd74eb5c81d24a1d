"""Typing errors are mended against the story's words, and no name becomes another."""

from __future__ import annotations

import pytest

from knowledge.language import Language
from knowledge.spelling import Speller
from knowledge.text import Word

NAMES = ["maren", "edvin", "jonas", "tobias", "lindqvist", "brackwater"]
WORDS = [
    "boat",
    "built",
    "cedar",
    "medal",
    "race",
    "regatta",
    "stopwatch",
    "photograph",
    "stubborn",
    "lengths",
]
MORE_WORDS = ["anchor", "bridge", "spectators", "launch", "crack", "second", "third"]
VOCABULARY = dict.fromkeys([*NAMES, *WORDS, *MORE_WORDS], 3)


@pytest.fixture(scope="module")
def speller(english: Language) -> Speller:
    return Speller(VOCABULARY, NAMES, english)


def mended(speller: Speller, word: str, *, capital: bool = False) -> str:
    return " ".join(speller.repair(Word(word, capital)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bulit", "built"),  # two letters swapped
        ("medel", "medal"),  # one changed
        ("raace", "race"),  # one too many
        ("ceda", "cedar"),  # one too few
        ("ragata", "regatta"),
        ("lenghts", "lengths"),
        ("stubbron", "stubborn"),
        ("photgraph", "photograph"),
        ("fotograph", "photograph"),
        ("stopwach", "stopwatch"),
        ("spectatrs", "spectators"),
        ("brigde", "bridge"),
        ("anchr", "anchor"),
        ("tobais", "tobias"),
        ("lindquist", "lindqvist"),
        ("linqvist", "lindqvist"),
        ("brakwater", "brackwater"),
        ("jonsa", "jonas"),
    ],
)
def test_typical_slips_are_mended(speller: Speller, typed: str, meant: str) -> None:
    assert mended(speller, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ofthe", "of the"),
        ("whatis", "what is"),
        ("inthe", "in the"),
        ("cedarboat", "cedar boat"),
        ("regattarace", "regatta race"),
    ],
)
def test_words_without_a_space_are_parted(speller: Speller, typed: str, meant: str) -> None:
    assert mended(speller, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("marens", "maren"), ("edvins", "edvin"), ("tobiass", "tobias")]
)
def test_a_possessive_without_its_apostrophe_is_the_name(speller: Speller, typed: str, meant: str) -> None:
    assert mended(speller, typed) == meant


@pytest.mark.parametrize(
    "word",
    ["karen", "edwin", "martin", "jonah", "london", "paris", "obama", "bolt", "macron", "johnson", "lindsay"],
)
@pytest.mark.parametrize("capital", [False, True])
def test_another_known_name_stays_what_it_is(speller: Speller, word: str, capital: bool) -> None:
    assert mended(speller, word, capital=capital) == word


@pytest.mark.parametrize(
    "word", ["xavarn", "ednvyn", "jonkiss", "lindgaard", "brackenwold", "zzyzx", "qwrtp", "mnmnmnm"]
)
@pytest.mark.parametrize("capital", [False, True])
def test_an_unknown_name_more_than_a_slip_away_stays_what_it_is(
    speller: Speller,
    word: str,
    capital: bool,
) -> None:
    assert mended(speller, word, capital=capital) == word


@pytest.mark.parametrize("word", ["toby", "inas"])
def test_a_name_made_of_two_small_words_stays_whole(speller: Speller, word: str) -> None:
    assert mended(speller, word, capital=True) == word


@pytest.mark.parametrize(
    "word",
    ["boast", "bolt", "meal", "rice", "raced", "beat", "crock", "track", "lunch", "thirst", "wife", "bread"],
)
def test_common_words_are_left_alone(speller: Speller, word: str) -> None:
    assert mended(speller, word) == word


@pytest.mark.parametrize("word", ["a", "i", "x", "bo", "rce", "1987", "4x400", "b4", "ünïcödé", "谁赢了"])
def test_short_words_numbers_and_other_scripts_are_left_alone(speller: Speller, word: str) -> None:
    assert mended(speller, word) == word


def test_a_speller_knows_the_story_and_the_language(speller: Speller) -> None:
    assert [speller.knows(word) for word in ("regatta", "house", "the", "pls", "zzyzx")] == [True] * 4 + [
        False
    ]


def test_without_a_vocabulary_nothing_is_mended(english: Language) -> None:
    assert mended(Speller({}, (), english), "regata") == "regata"
