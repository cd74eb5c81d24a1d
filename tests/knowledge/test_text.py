"""Folding and splitting: what two ways of writing the same thing have in common."""

from __future__ import annotations

import pytest

from knowledge.text import MAX_QUESTION, fold, key, split_sentences, split_words, stem, without_links


def folded(text: str) -> list[str]:
    return [word.folded for word in split_words(text)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", ""),
        (" \t\r\n ", ""),
        ("Maren HOLT", "maren holt"),
        ("  a   b\n\nc ", "a b c"),
        ("José’s CAFÉ", "jose's cafe"),
        ("Jose\u0301", "jose"),
        ("STRASSE straße", "strasse strasse"),
        ("\uff26\uff35\uff2c\uff2c\u3000width", "full width"),
        ("ﬁne", "fine"),
        ("cœur Æther", "coeur aether"),
        ("İstanbul", "istanbul"),
        ("“it‘s” `so` ´so´ «so» ″", "\"it's\" 'so' 'so' \"so\" \""),
        ("zero\u200bwidth", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eright to left\u202c", "right to left"),
        ("🙂 hi 👍🏽!", "hi !"),
        ("non\u00a0breaking\u2009thin", "non breaking thin"),
        ("é\0é", "e e"),
        ("\ud800é", "e"),
    ],
)
def test_folding(written: str, read: str) -> None:
    assert fold(written) == read


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", []),
        ("?!… -- ()", []),
        ("Who won?", ["who", "won"]),
        ("a_b-c/d", ["a", "b", "c", "d"]),
        # possessives and apostrophes
        ("Derek's dad’s car", ["derek", "dad", "car"]),
        ("Maren‘s Maren＇s Maren´s", ["maren", "maren", "maren"]),
        ("the Holts' house", ["the", "holts", "house"]),
        ("isn't it o’clock", ["isnt", "it", "oclock"]),
        ("rock'n'roll 'quoted'", ["rocknroll", "quoted"]),
        # races and metres
        ("4x400m", ["4x400"]),
        ("the 4 × 400 metres relay", ["the", "4x400", "relay"]),
        ("4*100 meter", ["4x100"]),
        ("400m", ["400", "metre"]),
        ("the 400-metre race", ["the", "400", "metre", "race"]),
        ("250 meters", ["250", "metre"]),
        ("20m views", ["20m", "views"]),
        ("200mm 2km", ["200mm", "2km"]),
        # numbers and years
        ("1,500 and 1,500,000", ["1500", "and", "1500000"]),
        ("1, 2,3", ["1", "2", "3"]),
        ("'92 and ’12", ["1992", "and", "2012"]),
        ("1992's 1992-93", ["1992", "1992", "93"]),
        ("\uff11\uff19\uff19\uff12", ["1992"]),
        ("1st 2nd 3rd 4th 5th", ["first", "second", "third", "fourth", "fifth"]),
        # how people type
        ("sooooo goooood", ["soo", "good"]),
        ("@Footnote #race", ["footnote", "race"]),
        ("see https://a.example/who?x=1 or www.b.example ok", ["see", "or", "ok"]),
        # what cannot be seen
        ("\u202eréglé\u202c", ["regle"]),
        ("mar\u0301en", ["maren"]),
        ("a\0b", ["a", "b"]),
        ("\ud800who\udfff won", ["who", "won"]),
        ("👩‍👩‍👧 who 🏅won🏅", ["who", "won"]),
        ("\u061cمن فاز", ["من", "فاز"]),
        ("谁赢了", ["谁赢了"]),
    ],
)
def test_splitting_into_words(written: str, words: list[str]) -> None:
    assert folded(written) == words


@pytest.mark.parametrize("written", ["Ma\u200bren", "Ma\u00adren", "Ma\u200dren", "Ma\u202eren"])
def test_what_cannot_be_seen_does_not_cut_a_word(written: str) -> None:
    assert folded(written) == ["maren"]


@pytest.mark.parametrize("shouted", ["4X400M", "400M", "250 METRES"])
def test_shouting_changes_no_word(shouted: str) -> None:
    assert folded(shouted) == folded(shouted.lower())


def test_a_word_knows_whether_it_was_written_like_a_name() -> None:
    assert [(word.folded, word.capital) for word in split_words("did Maren’s boat Win")] == [
        ("did", False),
        ("maren", True),
        ("boat", False),
        ("win", True),
    ]


def test_a_pasted_text_is_read_up_to_a_limit() -> None:
    assert len(split_words("ab " * 5000)) == MAX_QUESTION // 3
    assert folded("x" * 100_000) == ["xx"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ()),
        ("   \n ", ()),
        ("one", ("one",)),
        ("Who won? And when?!\n\nThanks…  Bye.", ("Who won?", "And when?!", "Thanks…", "Bye.")),
        ("3.5 metres", ("3.5 metres",)),
    ],
)
def test_splitting_into_sentences(text: str, sentences: tuple[str, ...]) -> None:
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How old was Edvin?", "how OLD  was edvin"),
        ("the 4x400m", "The 4 × 400 metres!"),
        ("in '87", "in 1987"),
        ("Maren’s boat", "maren's boat"),
    ],
)
def test_texts_that_differ_only_in_marks_and_case_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("built", "boat"), ("1987", "1986"), ("maren", "marek")])
def test_texts_that_differ_in_a_word_have_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(("one", "other"), [("announced", "announcing"), ("races", "race")])
def test_forms_of_a_word_share_its_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("text", "left"),
    [("see HTTPS://A.example/b?c#d!", "see"), ("www.a.example who", "who"), ("a http b", "a http b")],
)
def test_links_name_nothing(text: str, left: str) -> None:
    assert without_links(text).strip() == left
